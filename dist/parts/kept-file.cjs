/**
 * Files in the folder of the cache that whoever writes them could make the program do anything by. So they count only when they are the user's own, nobody else can write them, and their end says
 * what all of them must be. Plain JavaScript, for threads begin with files that Node reads as they are.
 */
'use strict'
const { closeSync, constants: flags, existsSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { crc32 } = require('node:zlib')

/** That of the version before this one may be in use as well. */
const MOST = 2

const CHECK_LENGTH = 8

/** Undefined without a whole file that nobody else can have written. With a `place`, which holds zeros, it is read into that; what is not sound is taken out again. */
function load(folder, name, place) {
  try {
    // A pipe would wait for somebody to write.
    const descriptor = openSync(join(folder, name), flags.O_RDONLY | (flags.O_NONBLOCK ?? 0))
    try {
      const stats = fstatSync(descriptor)
      if (!stats.isFile() || !isOurs(stats)) return undefined
      const content = place === undefined ? readFileSync(descriptor) : Buffer.from(place.buffer, place.byteOffset, readSync(descriptor, place))
      const bytes = content.subarray(0, -CHECK_LENGTH)
      const check = content.subarray(-CHECK_LENGTH)
      const isSound = checkOf(bytes).equals(check)
      if (place !== undefined) (isSound ? check : content).fill(0)
      return isSound ? bytes : undefined
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return undefined
  }
}

/** Of those whose names begin and end with the same words, the newest stay, `most` of them. */
function keep(folder, name, bytes, most = MOST) {
  try {
    // Not more, and not `recursive`: a home that is not there is not for us to make.
    for (const path of [dirname(folder), folder]) if (!existsSync(path)) mkdirSync(path, 0o700)
    if (!isOurs(statSync(folder))) return
    // Whole or not at all, for other runs may read at the same time.
    const draft = join(folder, `${process.pid}-${Date.now()}-${name}`)
    writeFileSync(draft, Buffer.concat([bytes, checkOf(bytes)]), { flag: 'wx', mode: 0o600 })
    renameSync(draft, join(folder, name))
    if (most === Infinity) return
    const [, beginning, ending] = /^(\w+-).*(\.[\w-]+)$/.exec(name)
    const files = readdirSync(folder).filter((each) => each.startsWith(beginning) && each.endsWith(ending)).map((each) => join(folder, each))
    const written = new Map(files.map((each) => [each, statSync(each).mtimeMs]))
    for (const each of files.sort((a, b) => written.get(b) - written.get(a)).slice(most)) rmSync(each)
  } catch {
    // The next run takes as long as this one.
  }
}

/** Of all files with this ending, the newest stay, as many as are not larger than this together. */
function prune(folder, ending, mostBytes) {
  try {
    const files = readdirSync(folder).filter((each) => each.endsWith(ending)).map((each) => join(folder, each)).map((path) => ({ path, ...pick(statSync(path)) }))
    let size = 0
    for (const each of files.sort((a, b) => b.written - a.written)) {
      size += each.size
      if (size > mostBytes) rmSync(each.path)
    }
  } catch {
    // Another run may be at it.
  }
}

const pick = ({ size, mtimeMs }) => ({ size, written: mtimeMs })

/** Against what a full disk or a crash leaves behind, not against somebody who can write here. It takes a third of the time of SHA-256, which Nodes before 20.15 need. */
function checkOf(bytes) {
  const check = Buffer.alloc(CHECK_LENGTH)
  if (crc32 === undefined) require('node:crypto').createHash('sha256').update(bytes).digest().copy(check)
  // Zeros alone are never sound.
  else check.writeUInt32LE(crc32(bytes, 1), check.writeUInt32LE(bytes.length))
  return check
}

function isOurs({ uid, mode }) {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
}

module.exports = { keep, load, prune }
