/** The hints of a module for V8: those that the build writes, as bits, and what becomes of them. */
import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { withHints } from '../../src/wasm/compiled-first.ts'

const { Module } = (globalThis as unknown as { WebAssembly: { Module: { new (bytes: Uint8Array): object; exports: (module: object) => { name: string }[] } } }).WebAssembly

/** Made before any flag is set, of something as long as what it is taken for. */
const cachedData = new Script('(function () { return 1 })').createCachedData()

/** Four functions that do nothing; the third is exported. The bits are 1 for charts and 2 for kustomizations. */
function code(...bits: readonly [number, number, number, number]): Uint8Array {
  const section = (id: number, ...content: number[]) => [id, content.length, ...content]
  const name = [...Buffer.from('compilationHints')]
  const bodies = bits.flatMap(() => [2, 0, 0x0b])
  return Uint8Array.from([0, ...Buffer.from('asm'), 1, 0, 0, 0, ...section(1, 1, 0x60, 0, 0), ...section(3, 4, 0, 0, 0, 0), ...section(7, 1, 1, 0x61, 0, 2), ...section(0, name.length, ...name, 4, ...bits), ...section(10, 4, ...bodies)])
}
const hintsOf = (bytes: Uint8Array) => {
  const at = Buffer.from(bytes).indexOf('compilationHints') + 17
  return [...bytes.subarray(at, at + 4)]
}

test.each([
  [{ chart: {} }, [0x15, 0x16, 0x15, 0x16]],
  [{ kustomization: {} }, [0x15, 0x15, 0x16, 0x16]],
  [{ minor: 37, tasks: [] }, [0x15, 0x16, 0x15, 0x16]],
  [{}, [0x15, 0x15, 0x15, 0x15]],
])('V8 is told which functions %j calls first', (request, hints) => {
  const bytes = code(0, 1, 2, 3)
  const module = withHints(bytes, request, () => new Module(bytes))
  expect(Module.exports(module).map(({ name }) => name)).toEqual(['a'])
  // Other versions of V8 find a section that they do not know.
  expect(hintsOf(bytes)).toEqual(/^1[1-3]\./.test(process.versions.v8) ? hints : [0, 1, 2, 3])
})

test('V8 has the flags that it had before', () => {
  const bytes = code(0, 1, 2, 3)
  withHints(bytes, { chart: {} }, () => new Module(bytes))
  expect(new Script('(function () { return 2 })', { cachedData }).cachedDataRejected).toBe(false)
})
