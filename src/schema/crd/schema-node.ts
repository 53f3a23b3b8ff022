/** A JSON schema of a CustomResourceDefinition on the tape: definitions are large, so nothing is made into plain values. */
import type { Step } from '../../model/field-path.ts'
import { Flag, type Tape } from '../../parser/tape.ts'

/** The keywords of one schema: the node of each that is not null and has the right type. */
export type Keywords = ReadonlyMap<string, number>

export const JUNCTORS = ['allOf', 'anyOf', 'oneOf'] as const

export class SchemaReader {
  readonly tape: Tape

  constructor(tape: Tape) {
    this.tape = tape
  }

  keywords(schema: number): Map<string, number> {
    const { tape } = this
    const keywords = new Map<string, number>()
    if (schema === -1 || !tape.isMap(schema)) return keywords
    for (let key = schema + 1, end = tape.next(schema); key < end; key = tape.next(key + 1)) if (!tape.isNull(key + 1)) keywords.set(tape.key(key), key + 1)
    return keywords
  }

  /** Whether the value of a keyword has a wrong type, so that it is not known. */
  isUnreadable(keywords: Keywords, name: string): boolean {
    const node = keywords.get(name)
    return node !== undefined && this.tape.has(node, Flag.hidden)
  }

  text(keywords: Keywords, name: string): string {
    const node = keywords.get(name)
    const value = node === undefined || !this.tape.isScalar(node) ? '' : this.tape.scalar(node)
    return typeof value === 'string' ? value : ''
  }

  flag(keywords: Keywords, name: string): boolean | undefined {
    const node = keywords.get(name)
    const value = node === undefined || !this.tape.isScalar(node) ? undefined : this.tape.scalar(node)
    return typeof value === 'boolean' ? value : undefined
  }

  /** The schemas in a map such as `properties`. */
  entries(keywords: Keywords, name: string): [key: string, schema: number][] {
    const map = keywords.get(name)
    return map === undefined || !this.tape.isMap(map) ? [] : [...this.keywords(map)]
  }

  /** A schema below a map: `properties.spec`, or -1. */
  entry(keywords: Keywords, name: string, key: string): number {
    const map = keywords.get(name)
    return map === undefined ? -1 : this.tape.find(map, key)
  }

  items(keywords: Keywords, name: string): number[] {
    const { tape } = this
    const list = keywords.get(name)
    const items: number[] = []
    if (list === undefined || !tape.isSequence(list)) return items
    for (let item = list + 1, end = tape.next(list); item < end; item = tape.next(item)) items.push(item)
    return items
  }

  texts(keywords: Keywords, name: string): string[] {
    return this.items(keywords, name).map((item) => (this.tape.isScalar(item) ? String(this.tape.scalar(item) ?? '') : ''))
  }

  /** A keyword that holds one schema: `items`, `not`, `additionalProperties`; -1 without one. */
  schema(keywords: Keywords, name: string): number {
    const node = keywords.get(name)
    return node !== undefined && this.tape.isMap(node) ? node : -1
  }

  /** Every schema right below, with the steps to it. */
  *below(keywords: Keywords): Generator<[steps: readonly Step[], schema: number]> {
    for (const name of ['properties', 'patternProperties', 'definitions']) for (const [key, schema] of this.entries(keywords, name)) yield [[name, key], schema]
    for (const name of ['items', 'additionalProperties', 'not']) if (this.schema(keywords, name) !== -1) yield [[name], this.schema(keywords, name)]
    for (const name of JUNCTORS) for (const [index, schema] of this.items(keywords, name).entries()) yield [[name, index], schema]
  }
}

/** As the API server prints the way to a schema: `properties[spec].items`. */
export function printedWay(steps: readonly Step[]): string {
  let printed = ''
  let inMap = false
  for (const step of steps) {
    if (typeof step === 'number' || inMap) printed += `[${step}]`
    else printed += `.${step}`
    inMap = !inMap && (step === 'properties' || step === 'patternProperties' || step === 'definitions')
  }
  return printed
}
