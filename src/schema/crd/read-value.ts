/**
 * A value on the tape as the API server stores it: fields that no schema names are dropped (and told), defaults filled in, and nulls taken out where the schema wants a value.
 * What a definition is asked for is judged on that, and so are its rules in CEL.
 */
import type { Step } from '../../model/field-path.ts'
import { Flag, type Tape } from '../../parser/tape.ts'
import { UNREADABLE, type CustomSchema, type Json, type JsonMap } from './custom-schema.ts'

/** As deep as values are looked at; the walk over other objects ends there, too. */
const DEEPEST = 1000

/** `key` in the map `node`, which the steps lead to, is no field of the schema. */
export type ReportUnknown = (node: number, key: number, steps: readonly Step[], schema: CustomSchema | undefined) => void

/** What the schema says of a value: nothing is known of what is in one that is kept as it is. */
type Known = CustomSchema | undefined

export class ValueReader {
  private readonly tape: Tape
  private readonly report: ReportUnknown
  private readonly way: Step[] = []
  /** Whether something is too deep to be looked at, or cannot be read: then a judgment on the whole may be wrong. */
  isUnclear = false

  constructor(tape: Tape, report: ReportUnknown) {
    this.tape = tape
    this.report = report
  }

  /** `isObject`: apiVersion, kind and metadata are fields of it, whatever the schema says. */
  value(node: number, schema: CustomSchema, isObject: boolean): Json {
    return this.read(node, schema, schema.preserves, isObject)
  }

  /** As it is written. */
  asWritten(node: number): Json {
    return this.read(node, undefined, true, false)
  }

  private read(node: number, schema: Known, preserves: boolean, isObject: boolean): Json {
    const { tape } = this
    if (tape.has(node, Flag.hidden) || this.way.length > DEEPEST) {
      this.isUnclear = true
      return UNREADABLE
    }
    if (tape.isScalar(node)) return tape.scalar(node)
    if (tape.isSequence(node)) return this.readList(node, schema, preserves)
    // Its keys are no fields then; that it is of a wrong type is said once.
    if (schema?.type !== undefined && schema.type !== 'object') return this.readMap(node, undefined, true, false)
    return this.readMap(node, schema, preserves, isObject)
  }

  private readList(node: number, schema: Known, preserves: boolean): Json {
    const { tape, way } = this
    const list: Json[] = []
    const items = schema?.items
    const keepsItems = preserves || items === undefined || items.preserves
    for (let item = node + 1, end = tape.next(node); item < end; item = tape.next(item)) {
      way.push(list.length)
      const isMissing = items !== undefined && isReplaced(tape, item, items)
      list.push(isMissing ? (items.raw.default ?? null) : this.read(item, items, keepsItems, items?.isEmbedded === true))
      way.pop()
    }
    return list
  }

  private readMap(node: number, schema: Known, preserves: boolean, isObject: boolean): Json {
    const { tape, way } = this
    const map: Record<string, Json> = {}
    for (let key = node + 1, end = tape.next(node); key < end; key = tape.next(key + 1)) {
      const name = tape.key(key)
      const property = schema?.properties.get(name)
      const values = schema?.values
      const below = property ?? (values === 'anything' ? undefined : values)
      if (below === undefined && values !== 'anything' && !preserves && !(isObject && OBJECT_FIELDS.has(name))) {
        this.report(node, key, way, schema)
        continue
      }
      if (below !== undefined && isReplaced(tape, key + 1, below)) {
        const { default: given } = below.raw
        if (given !== undefined && given !== null) set(map, name, given)
        continue
      }
      // What an object has of its own is read by the types of every object.
      const keeps = below === undefined || below.preserves || (isObject && OBJECT_FIELDS.has(name))
      way.push(name)
      set(map, name, this.read(key + 1, below, keeps, below?.isEmbedded === true))
      way.pop()
    }
    if (schema !== undefined) for (const [name, given] of schema.defaults) if (!Object.hasOwn(map, name) && !tape.isMisnamed(node, name)) set(map, name, withDefaults(given, schema.properties.get(name)))
    return map
  }
}

const OBJECT_FIELDS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

/** A null that the schema does not take: it is as good as missing. */
const isReplaced = (tape: Tape, node: number, schema: CustomSchema): boolean => tape.isNull(node) && !schema.isNullable && !isUntyped(schema) && !tape.has(node, Flag.hidden)

/** Nothing but that unknown fields are kept. */
const isUntyped = ({ type, isIntOrString, preserves }: CustomSchema): boolean => type === '' && !isIntOrString && preserves

function set(map: Record<string, Json>, name: string, value: Json): void {
  if (name === '__proto__') Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true })
  else map[name] = value
}

/** Defaults within a default. */
function withDefaults(value: Json, schema: CustomSchema | undefined): Json {
  if (schema === undefined || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withDefaults(item, schema.items))
  const map: Record<string, Json> = {}
  for (const [name, each] of Object.entries(value as JsonMap)) set(map, name, withDefaults(each, schema.properties.get(name) ?? (schema.values === 'anything' ? undefined : schema.values)))
  for (const [name, given] of schema.defaults) if (!Object.hasOwn(map, name)) set(map, name, withDefaults(given, schema.properties.get(name)))
  return map
}
