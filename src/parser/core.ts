/**
 * The part of podlint that every character of every manifest goes through: compiled from `src/assembly` to WebAssembly, which is fast from its first step on, while
 * V8 begins to optimise JavaScript when most runs are over. It has a memory of its own: the text goes in, nodes and keys come out.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Flag } from './node.ts'
import { readLatin1, readUtf16, writeUtf16 } from './raw-buffer.ts'

/** Addresses are signed when they come out: `>>> 0` makes them what they are. */
interface Core {
  readonly memory: { readonly buffer: ArrayBuffer }
  reserveText(units: number): number
  reserveKey(units: number): number
  intern(address: number, units: number): number
  keyAddress(id: number): number
  keyLength(id: number): number
  readBlockScalar(start: number, parentIndent: number, limit: number): void
  readonly blockEnd: Value
  readonly blockHeader: Value
  readonly blockNext: Value
  plainHint(start: number, end: number): number
  isReinterpreted(hint: number): number
  take(bytes: number): number
  readTable(start: number, end: number): number
  typeNamed(table: number, name: number, end: number): number
  kindNamed(table: number, name: number, end: number): number
  constrain(table: number, names: number, end: number): void
  readPackage(owner: number): void
  readFields(type: number): void
  reserveNodes(count: number, first: number): number
  walk(node: number, key: number, type: number, level: number, lax: boolean, anyFree: boolean): void
  notesAddress(): number
  readonly noteCount: Value
  scan(start: number, first: number): void
  scanJson(start: number, first: number): void
  readonly jsonEnd: Value
  readonly root: Value
  readonly size: Value
  readonly end: Value
  readonly hasDuplicates: Value
  readonly hasReinterpreted: Value
  nodesAddress(): number
}

interface Value {
  readonly value: number
}

/** TypeScript knows it only as a part of the browser's world. */
interface WebAssemblyApi {
  Module: new (bytes: Buffer) => object
  Instance: new (module: object, imports: { host: object }) => { exports: Core }
}

/** What the core calls; set by the modules that have it. */
export interface CoreHost {
  fail(code: string, start: number, end: number): never
  decline(): never
  encodedKey(kind: number, start: number, end: number, header: number): number
  resolvePlainKey(id: number): number
}
export const coreHost: Partial<CoreHost> = {}

/** This Node cannot run the core: not a fault of podlint, and nothing to show a trace for. */
export class CoreError extends Error {
  override readonly name = 'CoreError'
}

/** The core has no room for what it should read. */
export class OutOfMemory extends Error {}

/** Beside the module in the sources and beside the bundle alike. */
const file = join(import.meta.dirname, 'core.wasm')

export const core = instantiate()

function instantiate(): Core {
  const host = {
    // A text of AssemblyScript: the number of its bytes is in front of it.
    fail: (code: number, start: number, end: number) => coreHost.fail!(readUnits(code, words()[code / 4 - 1]! / 2), start, end),
    decline: () => coreHost.decline!(),
    exhausted: () => {
      throw new OutOfMemory('podlint has no memory left')
    },
    random: () => (Math.random() * 2 ** 32) | 0,
    encodedKey: (kind: number, start: number, end: number, header: number) => coreHost.encodedKey!(kind, start, end, header),
    resolvePlainKey: (id: number) => coreHost.resolvePlainKey!(id),
  }
  const { WebAssembly } = globalThis as unknown as { WebAssembly?: WebAssemblyApi }
  if (WebAssembly === undefined) throw new CoreError('Node runs without WebAssembly, which podlint needs: leave out --jitless')
  const { Instance, Module } = WebAssembly
  const module = new Module(readFileSync(file))
  try {
    return new Instance(module, { host }).exports
  } catch (cause) {
    // V8 reserves addresses, not memory, of ten gigabytes.
    throw new CoreError(`${(cause as Error).message}; where the system limits addresses (ulimit -v), NODE_OPTIONS=--disable-wasm-trap-handler helps`, { cause })
  }
}

let bytes: Uint8Array<ArrayBuffer> | undefined
let integers: Int32Array<ArrayBuffer> | undefined

/** All of the core's memory. Memory that grows gets another buffer. */
export function memory(): Uint8Array<ArrayBuffer> {
  if (bytes?.buffer !== core.memory.buffer) bytes = new Uint8Array(core.memory.buffer)
  return bytes
}

/** The same in words: the one with index `i` is at the address `4 * i`. */
export function words(): Int32Array<ArrayBuffer> {
  if (integers?.buffer !== core.memory.buffer) integers = new Int32Array(core.memory.buffer)
  return integers
}

/** Writes a text in UTF-16 to an address. */
export function writeUnits(text: string, address: number): void {
  writeUtf16(memory(), text, address)
}

/** The text of so many UTF-16 code units at an address. */
export const readUnits = (address: number, units: number): string => readUtf16(memory(), address, address + units * 2)

/** The text in ASCII between two addresses. */
export const readAscii = (start: number, end: number): string => readLatin1(memory(), start, end)

let loaded: string | undefined

/** Gives the core the text that the next calls are about. */
export function loadText(text: string): void {
  if (text === loaded) return
  writeUnits(text, core.reserveText(text.length) >>> 0)
  loaded = text
}

export interface BlockExtent {
  /** After its last character: the line break of its last line belongs to it only with keep chomping. */
  end: number
  /** Word 3 of its node. */
  header: number
  /** The start of the first line after it, or the end of the text. */
  next: number
}

/**
 * Reads the block scalar whose `|` or `>` is at `start`; throws a Fault. `parentIndent` is the column of the block collection around it, -1 at the root;
 * `limit` is the end of the document.
 */
export function readBlockScalar(text: string, start: number, parentIndent: number, limit: number): BlockExtent {
  loadText(text)
  core.readBlockScalar(start, parentIndent, limit)
  return { end: core.blockEnd.value, header: core.blockHeader.value, next: core.blockNext.value }
}

/** Word 3 of a plain scalar without line breaks, and its flag. */
export function plainScalar(text: string, start: number, end: number): { hint: number; flag: number } {
  loadText(text)
  const hint = core.plainHint(start, end)
  return { hint, flag: core.isReinterpreted(hint) === 0 ? 0 : Flag.reinterpreted }
}
