/**
 * The thread in which a module of Go runs: it cannot be interrupted otherwise. Plain JavaScript, for a thread begins with a file that Node reads as it is. Its first message brings the module, the others
 * are requests. `workerData` is the file of the memory that the module begins with.
 */
'use strict'
const { parentPort, workerData } = require('node:worker_threads')
const { read } = require('./go-files.cjs')
const { firstMemory, instantiate } = require('./go-world.cjs')

const LAST_WORDS = /^(?:panic|fatal error|runtime): .*/m
const MOST_WORDS = 100_000

/** Memory of a module never shrinks, and what one request has left there takes the room of the next. Its modules begin with a little less: see engine/snapshot.mjs. */
const MOST_MEMORY = 200 * 2 ** 20

/** What the module says: warnings, and before it ends why. */
let words = ''
let start
let engine
/** Without a file that is kept: to decompress it again takes longer than most answers. */
let decompressed
/** Read while the module is compiled. */
let memory = prepared()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort.on('message', ({ module, request, bytes }) => (module === undefined ? parentPort.postMessage(ask(asJson(request), bytes)) : begin(module)))

function begin(module) {
  start = () => {
    const exports = instantiate(module, (more) => (words = (words + more).slice(-MOST_WORDS)), { memory: memory ?? prepared() })
    memory = undefined
    return exports
  }
  engine = start()
}

function prepared() {
  const memory = firstMemory()
  const place = new Uint8Array(memory.buffer)
  if (decompressed === undefined) {
    const bytes = read(workerData, place)
    if (bytes.buffer !== place.buffer) decompressed = bytes
  } else place.set(decompressed)
  return memory
}

/** Integers beyond those of JavaScript are bigint, which JSON.stringify does not know. */
function asJson(request) {
  return JSON.stringify(request, (_, value) => (typeof value === 'bigint' ? `\x01${value}` : value)).replaceAll(/"\\u0001(-?\d+)"/g, '$1')
}

/** `behind` comes after the request, and after a zero, which JSON does not have. */
function ask(request, behind = new Uint8Array()) {
  const { memory, reserve, answer, result } = engine
  const head = Buffer.from(behind.length > 0 ? `${request}\0` : request)
  const at = reserve(head.length + behind.length) >>> 0
  const place = new Uint8Array(memory.buffer, at, head.length + behind.length)
  place.set(head)
  place.set(behind, head.length)
  let length
  try {
    length = answer() >>> 0
  } catch (error) {
    throw new Error(LAST_WORDS.exec(words)?.[0] ?? error.message, { cause: error })
  }
  const text = Buffer.from(memory.buffer, result() >>> 0, length).toString()
  if (memory.buffer.byteLength > MOST_MEMORY) engine = start()
  return text
}
