/** What the rules in CEL of a schema can see of it, which is all that the engine for them has to read: most schemas are ten times as large. */
import type { Json, JsonMap, JsonSchema } from './custom-schema.ts'

const RULES = 'x-kubernetes-validations'
const PROSE: ReadonlySet<string> = new Set(['description', 'title', 'example', 'externalDocs'])

const known = new WeakMap<JsonSchema, boolean>()

/** Whether a schema or one below it has rules. */
export function hasRules(schema: JsonSchema): boolean {
  let result = known.get(schema)
  if (result === undefined) {
    result = below(schema).some(hasRules) || (schema[RULES]?.length ?? 0) > 0
    known.set(schema, result)
  }
  return result
}

/** The schema without prose, and without fields that hold objects or lists which no rule sees. A rule sees all that is below it, and defaults are held against the rules below them. */
export function ruleSchema(schema: JsonSchema, isSeen = false): JsonSchema {
  const seen = isSeen || (schema[RULES]?.length ?? 0) > 0 || schema.default !== undefined
  const kept: Record<string, unknown> = {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (PROSE.has(keyword)) continue
    if (keyword === 'properties' && isSchema(value)) kept[keyword] = Object.fromEntries(Object.entries(value).flatMap(([name, each]) => (seen || isNeeded(each) ? [[name, isSchema(each) ? ruleSchema(each, seen) : each]] : [])))
    else kept[keyword] = (keyword === 'items' || keyword === 'additionalProperties') && isSchema(value) ? ruleSchema(value, seen) : value
  }
  return kept
}

/** Of a value what its schema, as above, knows. */
export function ruleValue(value: Json, schema: JsonSchema): Json {
  const { properties, items, additionalProperties: values } = schema
  if (isList(value)) return isSchema(items) ? value.map((item) => ruleValue(item, items)) : value
  if (!isSchema(value) || schema['x-kubernetes-preserve-unknown-fields'] === true) return value
  const kept = Object.entries(value as JsonMap).flatMap(([name, each]): [string, Json][] => {
    const own = isSchema(properties) && Object.hasOwn(properties, name) ? properties[name] : values
    // What every object has needs no schema.
    return isSchema(own) ? [[name, ruleValue(each, own)]] : own === true || OF_OBJECTS.has(name) ? [[name, each]] : []
  })
  return Object.fromEntries(kept)
}

const OF_OBJECTS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** Lists may have keys that are fields of their items: what is no larger than a line stays. */
const isNeeded = (property: unknown): boolean => !isSchema(property) || below(property).length === 0 || hasRules(property)

function below({ properties, items, additionalProperties, allOf, anyOf, oneOf, not }: JsonSchema): JsonSchema[] {
  return [isSchema(properties) ? Object.values(properties) : [], items, additionalProperties, allOf, anyOf, oneOf, not].flat().filter(isSchema)
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)
