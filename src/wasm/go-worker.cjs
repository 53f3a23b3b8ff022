/**
 * The thread in which a module of Go runs: it cannot be interrupted otherwise. Plain JavaScript, for a thread begins with a file that Node reads as it is.
 * The module needs little of the world: a clock, random numbers, and a place for its last words. No file, no network, no environment.
 */
'use strict'
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { basename } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { parentPort, workerData } = require('node:worker_threads')
const { brotliDecompressSync } = require('node:zlib')
const { keep, load } = require('./kept-file.cjs')

/**
 * V8 would optimise functions as large as Go's for longer than most runs take: the budget is that of modules that are made while it is set. And it would look at all of them first, most of which are
 * never called.
 */
const FOR_GO = ['--wasm-tiering-budget=2000000000', '--wasm-lazy-validation']
const USUAL = [`--wasm-tiering-budget=${process.versions.v8.startsWith('11.') ? 1800000 : 13000000}`, '--no-wasm-lazy-validation']
/** Go's collector works in the thread that allocates: with memory to spare it need not come as often. The limit is well below what the module may have. */
const ENVIRONMENT = ['GOGC=400', 'GOMEMLIMIT=300MiB']
/** As a list of C. */
const bytesOf = (words) => Buffer.from(words.map((word) => `${word}\0`).join(''))

const LAST_WORDS = /^(?:panic|fatal error|runtime): .*/m
const MOST_WORDS = 100_000

/** Compressed, and decompressed in the folder of the cache. */
const { file, folder } = workerData

/** Memory of a module never shrinks, and what one request has left there takes the room of the next. */
const MOST_MEMORY = 200 * 2 ** 20

const PAGE = 2 ** 16
/** A page that is never written to takes no room. */
const FIRST_PAGES = (MOST_MEMORY - 8 * 2 ** 20) / PAGE

/** What the module says: warnings, and before it ends why. */
let words = ''
const compiled = workerData.compiled ?? compile()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
if (workerData.compiled === undefined) parentPort.postMessage(compiled)
let engine = start()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort.on('message', ({ request, bytes }) => parentPort.postMessage(ask(asJson(request), bytes)))

function compile() {
  const bytes = moduleBytes()
  for (const flag of FOR_GO) setFlagsFromString(flag)
  const made = new WebAssembly.Module(bytes)
  for (const flag of USUAL) setFlagsFromString(flag)
  return made
}

function start() {
  let memory
  const view = () => new DataView(memory.buffer)
  const known = {
    // What is read as the name of the program.
    args_sizes_get: (count, size) => (view().setUint32(count, 1, true), view().setUint32(size, 8, true), 0),
    args_get: (list, at) => (view().setUint32(list, at, true), new Uint8Array(memory.buffer).set(bytesOf(['podlint']), at), 0),
    environ_sizes_get: (count, size) => (view().setUint32(count, ENVIRONMENT.length, true), view().setUint32(size, bytesOf(ENVIRONMENT).length, true), 0),
    environ_get(list, at) {
      new Uint8Array(memory.buffer).set(bytesOf(ENVIRONMENT), at)
      for (const [index, each] of ENVIRONMENT.entries()) {
        view().setUint32(list + index * 4, at, true)
        at += bytesOf([each]).length
      }
      return 0
    },
    // Always the same: nothing that is said may hang on the time.
    clock_time_get: (id, precision, at) => (view().setBigUint64(at, (ticks += 1000n), true), 0),
    random_get: (at, length) => (new Uint8Array(memory.buffer, at, length).fill(7), 0),
    poll_oneoff: (subscriptions, events, count, at) => (view().setUint32(at, count, true), 0),
    sched_yield: () => 0,
    fd_write(descriptor, vectors, count, at) {
      let sum = 0
      for (let i = 0; i < count; i++) {
        const length = view().getUint32(vectors + i * 8 + 4, true)
        words += Buffer.from(memory.buffer, view().getUint32(vectors + i * 8, true), length)
        sum += length
      }
      if (words.length > MOST_WORDS) words = words.slice(-MOST_WORDS)
      view().setUint32(at, sum, true)
      return 0
    },
    proc_exit() {
      throw new Error('the engine has ended')
    },
  }
  let ticks = 0n
  // 8: no such file; 52: not there.
  const absent = (name) => (name.startsWith('fd_') ? () => 8 : () => 52)
  const imports = Object.fromEntries(WebAssembly.Module.imports(compiled).map(({ name }) => [name, known[name] ?? absent(name)]))
  const { exports } = new WebAssembly.Instance(compiled, { wasi_snapshot_preview1: imports })
  memory = exports.memory
  // At once, before Go looks how much there is: each time that it takes more, V8 would look for garbage.
  memory.grow(Math.max(FIRST_PAGES - memory.buffer.byteLength / PAGE, 0))
  exports['_initialize']()
  return exports
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

/** Read from the cache where a sound copy is there, else decompressed, and kept for the next time. */
function moduleBytes() {
  const compressed = readFileSync(file)
  if (folder === undefined) return brotliDecompressSync(compressed)
  const name = `${basename(file, '.wasm.br')}-${createHash('sha256').update(compressed).digest('hex').slice(0, 16)}.podlint-engine`
  const cached = load(folder, name)
  if (cached !== undefined) return cached
  const bytes = brotliDecompressSync(compressed)
  keep(folder, name, bytes)
  return bytes
}
