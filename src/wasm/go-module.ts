/** The modules of Go: where they lie, which ones they are, and how V8 takes them. See engine/ and docs/decisions/0009-the-servers-own-expressions.md. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { versions } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { brotliDecompressSync } from 'node:zlib'
import { keep, load } from './kept-file.cjs'
import { MODULE_IDS } from './module-ids.ts'

export type ModuleName = keyof typeof MODULE_IDS

/**
 * V8 would optimise functions as large as Go's for longer than most runs take: the budget is that of modules that are made while it is set. And it would look at all of them first, most of which are
 * never called.
 */
const FOR_GO = ['--wasm-tiering-budget=2000000000', '--wasm-lazy-validation']
const USUAL = [`--wasm-tiering-budget=${versions.v8.startsWith('11.') ? 1800000 : 13000000}`, '--no-wasm-lazy-validation']

const { Module } = (globalThis as unknown as { WebAssembly: { Module: new (bytes: Uint8Array) => WebAssembly.Module } }).WebAssembly

/** Compiled: another engine of this process need not read and compile them again. */
const modules = new Map<ModuleName, WebAssembly.Module>()

/** `folder` is where the decompressed module is kept from run to run. */
export function goModule(name: ModuleName, folder: string | undefined): WebAssembly.Module {
  let module = modules.get(name)
  if (module === undefined) modules.set(name, (module = compile(name, folder)))
  return module
}

function compile(name: ModuleName, folder: string | undefined): WebAssembly.Module {
  const bytes = moduleBytes(name, folder)
  for (const flag of FOR_GO) setFlagsFromString(flag)
  try {
    return new Module(bytes)
  } finally {
    for (const flag of USUAL) setFlagsFromString(flag)
  }
}

/** Read from the cache where a sound copy is there, else decompressed, and kept for the next time. */
function moduleBytes(name: ModuleName, folder: string | undefined): Uint8Array {
  const id = MODULE_IDS[name]
  const kept = `${name}-${id}.podlint-engine`
  const cached = folder === undefined ? undefined : load(folder, kept)
  if (cached !== undefined) return cached
  // In the sources it is not beside this file, but in dist.
  const here = import.meta.dirname
  const compressed = readFileSync(join(here.endsWith('parts') ? here : join(here, '../../dist/parts'), `${name}.wasm.br`))
  if (moduleId(compressed) !== id) throw new Error(`parts/${name}.wasm.br is not the one that belongs to this version of podlint`)
  const bytes = brotliDecompressSync(compressed)
  if (folder !== undefined) keep(folder, kept, bytes)
  return bytes
}

export function moduleId(compressed: Uint8Array): string {
  return createHash('sha256').update(compressed).digest('hex').slice(0, 16)
}
