/**
 * The two files of a module of Go: its code, and the memory that it begins with, which two threads read at the same time. Plain JavaScript, for threads begin with files that Node reads as they are.
 */
'use strict'
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { brotliDecompressSync } = require('node:zlib')
const { keep, load } = require('./kept-file.cjs')

/** As they lie beside this file; in the sources, in dist. */
const FOLDER = __dirname.endsWith('parts') ? __dirname : join(__dirname, '../../dist/parts')
const PUBLISHED = { code: '.wasm.br', memory: '.memory.br' }
const KEPT = { code: '.podlint-engine', memory: '.podlint-memory' }

/** What is decompressed is kept in `folder`, if there is one, and taken from there the next time. With a `place` it is read into that, which must hold nothing but zeros. */
function read({ name, part, id, folder }, place) {
  const kept = `${name}-${id}${KEPT[part]}`
  const known = folder === undefined ? undefined : load(folder, kept, place)
  if (known !== undefined) return known
  const published = `${name}${PUBLISHED[part]}`
  const compressed = readFileSync(join(FOLDER, published))
  if (idOf(compressed) !== id) throw new Error(`parts/${published} is not the one that belongs to this version of podlint`)
  const bytes = brotliDecompressSync(compressed)
  place?.set(bytes)
  if (folder !== undefined) keep(folder, kept, bytes)
  return bytes
}

function idOf(compressed) {
  return require('node:crypto').createHash('sha256').update(compressed).digest('hex').slice(0, 16)
}

module.exports = { idOf, read }
