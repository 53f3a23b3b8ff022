/** A JSON schema of a CustomResourceDefinition on the tape: definitions are large, so nothing is made into plain values. */
import { cutPath, type Step } from '../../model/field-path.ts'
import { Flag, type Tape } from '../../parser/tape.ts'

/** The fields of one map. One that is null counts as missing; whoever looks for one that cannot be read makes the reader unclear. */
export class Keywords {
  private readonly reader: SchemaReader
  private readonly map: number
  private readonly nodes = new Map<string, number>()

  constructor(reader: SchemaReader, map: number) {
    this.reader = reader
    this.map = map
    const { tape } = reader
    if (map === -1 || !tape.isMap(map)) return
    for (let key = map + 1, end = tape.next(map); key < end; key = tape.next(key + 1)) if (!tape.isNull(key + 1)) this.nodes.set(tape.key(key), key + 1)
  }

  get size(): number {
    return this.nodes.size
  }

  get names(): string[] {
    return [...this.nodes.keys()]
  }

  /** The node of each value, also of one that cannot be read. */
  get all(): ReadonlyMap<string, number> {
    return this.nodes
  }

  /** The node of its value. */
  get(name: string): number | undefined {
    const { reader, map } = this
    const node = this.nodes.get(name)
    if (node === undefined ? !reader.tape.isMisnamed(map, name) : !reader.tape.has(node, Flag.hidden)) return node
    reader.isUnclear = true
    return undefined
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }
}

export class SchemaReader {
  readonly tape: Tape
  /** Whether something was looked for that cannot be read: what is said after that rests on something that nobody knows. */
  isUnclear = false

  constructor(tape: Tape) {
    this.tape = tape
  }

  keywords(schema: number): Keywords {
    return new Keywords(this, schema)
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
    if (map === undefined) return []
    const entries = this.keywords(map)
    return entries.names.flatMap((key) => {
      const schema = entries.get(key)
      return schema === undefined ? [] : [[key, schema] as [string, number]]
    })
  }

  /** A schema below a map: `properties.spec`, or -1. */
  entry(keywords: Keywords, name: string, key: string): number {
    const map = keywords.get(name)
    return map === undefined ? -1 : (this.keywords(map).get(key) ?? -1)
  }

  items(keywords: Keywords, name: string): number[] {
    const { tape } = this
    const list = keywords.get(name)
    const items: number[] = []
    if (list === undefined || !tape.isSequence(list)) return items
    for (let item = list + 1, end = tape.next(list); item < end; item = tape.next(item)) {
      if (tape.has(item, Flag.hidden)) this.isUnclear = true
      else items.push(item)
    }
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
  below(keywords: Keywords): [steps: readonly Step[], schema: number][] {
    const { tape } = this
    const found: [steps: readonly Step[], schema: number][] = []
    const add = (steps: readonly Step[], schema: number): void => {
      if (tape.has(schema, Flag.hidden)) this.isUnclear = true
      // One that is null is a schema without keywords.
      else found.push([steps, schema])
    }
    for (const [name, node] of keywords.all) {
      if (tape.has(node, Flag.hidden)) continue
      switch (name) {
        case 'properties':
        case 'patternProperties':
        case 'definitions':
          if (tape.isMap(node)) for (let key = node + 1, end = tape.next(node); key < end; key = tape.next(key + 1)) add([name, tape.key(key)], key + 1)
          break
        case 'items':
        case 'additionalProperties':
        case 'not':
          if (tape.isMap(node)) found.push([[name], node])
          break
        case 'allOf':
        case 'anyOf':
        case 'oneOf':
          for (const [index, item] of this.items(keywords, name).entries()) found.push([[name, index], item])
      }
    }
    return found
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

/** The same behind the path of a schema, cut where paths are. */
export const printedBelow = (path: string, steps: readonly Step[]): string => cutPath(path) ?? path + printedWay(steps)
