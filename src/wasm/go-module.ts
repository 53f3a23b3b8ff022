/** The modules of Go: which ones they are, and how V8 takes them. See engine/ and docs/decisions/0009-the-servers-own-expressions.md. */
import { versions } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { withHints } from './compiled-first.ts'
import { read } from './go-files.cjs'
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

/** `folder` is where the decompressed code is kept from run to run, `request` what is asked first. The code is read at once, and compiled when the function is called that this gives. */
export function goModule(name: ModuleName, folder: string | undefined, request: object): () => WebAssembly.Module {
  const known = modules.get(name)
  if (known !== undefined) return () => known
  const code = read({ name, part: 'code', id: MODULE_IDS[name].code, folder })
  return () => {
    const module = withHints(code, request, () => compile(code))
    modules.set(name, module)
    return module
  }
}

function compile(code: Uint8Array): WebAssembly.Module {
  for (const flag of FOR_GO) setFlagsFromString(flag)
  try {
    return new Module(code)
  } finally {
    for (const flag of USUAL) setFlagsFromString(flag)
  }
}
