/** Values that are a part of an object: given to Helm as a text of their own, and found again where they are written. */
import { linesOfBlock } from '../../files/block-lines.ts'
import type { Tape } from '../../parser/tape.ts'
import type { Range } from '../../render/values.ts'
import type { ValuesLayer } from '../charts/values-sets.ts'

/** A file as a whole, on a tape. */
export interface ReadFile {
  /** Absolute. */
  path: string
  tape: Tape
  /** What is on the tape is rendered, and written in this template. */
  written?: { text: string; placeOf: (range: Range) => Range }
}

type Within = NonNullable<ValuesLayer['within']>

const within = ({ tape, written }: ReadFile, placeOf: Within['placeOf']): Within => (written === undefined ? { text: tape.text, placeOf } : { text: written.text, placeOf: (range) => written.placeOf(placeOf(range)) })

/** The deepest values that are taken over. */
const DEEPEST = 100

/** What a node says, also where its type is wrong or a placeholder hides it; null stays, for it takes a value of the chart away. */
export function plainValue(tape: Tape, node: number, depth = 0): unknown {
  if (node === -1 || depth > DEEPEST) return undefined
  if (tape.isMap(node)) {
    const map: Record<string, unknown> = {}
    for (let key = node + 1; key < tape.next(node); key = tape.next(key + 1)) Object.defineProperty(map, tape.key(key), { value: plainValue(tape, key + 1, depth + 1), enumerable: true, configurable: true, writable: true })
    return map
  }
  if (!tape.isSequence(node)) return tape.scalar(node)
  const list: unknown[] = []
  for (let item = node + 1; item < tape.next(node); item = tape.next(item)) list.push(plainValue(tape, item, depth + 1))
  return list
}

/** As YAML, which JSON is. */
export const asYaml = (value: unknown): string => JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each)) ?? '{}'

/** Values that stand as a whole at one node. */
export const layerAt = (file: ReadFile, node: number, text: string): ValuesLayer => ({ path: file.path, text, within: within(file, () => rangeOf(file.tape, node)) })

/** A map of values, which keeps its lines. */
export function mapLayer(file: ReadFile, node: number): ValuesLayer {
  const { path, tape } = file
  const start = tape.start(node)
  const written = tape.text.slice(start, tape.end(node))
  // What an alias stands for may be elsewhere in the file.
  if (!tape.isMap(node) || /(?:^|[\s[,])[*&]\w/.test(written)) return layerAt(file, node, asYaml(plainValue(tape, node)))
  const column = start - (tape.text.lastIndexOf('\n', start - 1) + 1)
  const placeOf = (range: Range): Range => ({ start: range.start - column + start, end: range.end - column + start })
  return { path, text: `${' '.repeat(column)}${written}\n`, within: within(file, placeOf) }
}

/** Values in a string: in a block of lines, each is found again; any other string is their place as a whole. */
export function textLayer(file: ReadFile, node: number, text: string): ValuesLayer {
  const at = linesOfBlock(file.tape, node, text)
  if (at === undefined) return layerAt(file, node, text)
  return { path: file.path, text, within: within(file, ({ start, end }) => ({ start: at(start), end: Math.max(at(end), at(start) + 1) })) }
}

/** What is underlined of a node: a scalar up to the end of its line, of all else the first character. */
function rangeOf(tape: Tape, node: number): Range {
  const start = tape.start(node)
  const lineEnd = tape.text.indexOf('\n', start)
  return { start, end: tape.isScalar(node) ? Math.max(Math.min(tape.end(node), lineEnd === -1 ? tape.text.length : lineEnd), start + 1) : start + 1 }
}
