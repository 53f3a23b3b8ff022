/** What the API server warns of in the schemas of a CustomResourceDefinition: it takes them, but they do not do what they seem to. */
import { isStringFormat } from '../../formats/openapi-strings.ts'
import type { Tape } from '../../parser/tape.ts'
import { SchemaReader } from './schema-node.ts'

/** As deep as the schema itself is looked at. */
const DEEPEST = 1000
const INTEGERS: ReadonlySet<string> = new Set(['int32', 'int64'])
const NUMBERS: ReadonlySet<string> = new Set(['float', 'double'])

export function schemaWarnings(tape: Tape, root: number, minor: number, warn: (schema: number, field: string, message: string) => void): void {
  const reader = new SchemaReader(tape)
  const pending = [{ schema: root, depth: 0 }]
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { schema, depth } = visit
    if (depth > DEEPEST) continue
    const keywords = reader.keywords(schema)
    const type = reader.text(keywords, 'type')
    const format = reader.text(keywords, 'format')
    if (format !== '' && !reader.isUnclear && !isKnown(format, type, minor)) warn(schema, 'format', `is not a format that the API server knows for ${type === '' ? 'a value without a type' : `the type "${type}"`}, so it checks nothing`)
    const items = reader.text(keywords, 'x-kubernetes-list-type') === 'set' ? reader.text(reader.keywords(reader.schema(keywords, 'items')), 'type') : ''
    if ((items === 'object' || items === 'array') && minor >= 37 && !reader.isUnclear) warn(schema, 'x-kubernetes-list-type', `cannot be "set" for items of the type "${items}" with server-side apply and CEL rules`)
    reader.isUnclear = false
    for (const [way, below] of reader.below(keywords)) pending.push({ schema: below, depth: depth + way.length })
  }
}

/** Warnings began with 1.34, for the formats of strings on whatever type; types count since. */
function isKnown(format: string, type: string, minor: number): boolean {
  if (minor < 34) return true
  if (minor < 36) return (minor === 35 && type !== 'string') || isStringFormat(format, minor)
  if (type === 'integer') return INTEGERS.has(format)
  if (type === 'number') return NUMBERS.has(format)
  return (type === '' || type === 'string') && isStringFormat(format, minor)
}
