/** Fields of custom resources that clients may select by. */
import type { SchemaReader } from './schema-node.ts'

/** Why a path is none of a field that can be selected by; undefined when it is. */
export function selectedType(reader: SchemaReader, root: number, path: string): string | undefined {
  if (!path.startsWith('.')) return 'must begin with "."'
  const names = path.slice(1).split('.')
  if (!names.every((name) => /^[A-Za-z_][\w-]*$/.test(name))) return 'must be a path of fields such as ".spec.color"'
  let schema = root
  for (const name of names) {
    const around = reader.keywords(schema)
    const property = reader.entry(around, 'properties', name)
    schema = property === -1 ? reader.schema(around, 'additionalProperties') : property
    if (schema === -1) return `must lead to a field of the schema, which has no "${name}" there`
  }
  if (names[0] === 'metadata') return 'must not lead into metadata'
  const keywords = reader.keywords(schema)
  return ['string', 'boolean', 'integer'].includes(reader.text(keywords, 'type')) ? undefined : 'must lead to a string, a boolean or an integer'
}
