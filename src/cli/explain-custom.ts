/** `podlint explain` for the kinds that definitions bring: those of `--crd`, of the settings, and of the catalogue. */
import type { Constraint, Explanation, FieldExplanation } from '../explain/explanation.ts'
import { nearest } from '../model/nearest.ts'
import { asText, type CustomSchema } from '../schema/crd/custom-schema.ts'
import type { DefinedVersion, Definition } from '../schema/crd/definition.ts'
import { anyOf } from '../schema/sentence.ts'
import { UsageError } from '../usage-error.ts'
import { definedKinds } from './kinds.ts'
import type { Settings } from './settings.ts'

/** The rule that says what a schema asks of values. */
const RULE = 'valid-custom-resource'
/** Every object has these, whatever its schema. */
const OF_OBJECTS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

interface Kind {
  definition: Definition
  version: DefinedVersion
  apiVersion: string
  source: string
}

/** Undefined when no definition is of such a kind. Throws a UsageError for a field that is not there. */
export async function explainCustom(text: string, apiVersion: string | undefined, minor: string, settings: Settings): Promise<Explanation | undefined> {
  const [first = '', ...fields] = text.replaceAll(/\[[^\]]*\]/g, '').split('.').filter((word) => word !== '')
  const all = (await definedKinds(settings, first)).flatMap(({ definition, source }) => definition.versions.flatMap((version): Kind[] => (version.isServed ? [{ definition, version, apiVersion: `${definition.group}/${version.name}`, source }] : [])))
  const kinds = all.sort((a, b) => rank(b.version.name) - rank(a.version.name))
  const [usual] = kinds
  if (usual === undefined) return undefined
  const kind = apiVersion === undefined ? usual : kinds.find((each) => each.apiVersion === apiVersion)
  if (kind === undefined) throw new UsageError(`${apiVersion} has no kind ${usual.definition.kind}; its API version is ${anyOf(kinds.map((each) => each.apiVersion))}`)
  const { definition, version, source } = kind
  if (version.schema === undefined) throw new UsageError(`${source} has no schema of ${kind.apiVersion} ${definition.kind} that can be read`)
  let way = definition.kind
  let owner: CustomSchema | undefined
  let schema = version.schema
  for (const name of fields) {
    owner = inner(schema)
    const below = owner.properties.get(name)
    if (below === undefined) throw new UsageError(noField(way, name, owner))
    schema = below
    way = `${way}.${name}`
  }
  const { name: _, ...own } = explainField(fields.at(-1) ?? '', schema, owner)
  const { description } = schema.raw as { description?: unknown }
  return {
    path: way,
    apiVersion: kind.apiVersion,
    kind: definition.kind,
    namespaced: definition.isNamespaced,
    kubernetesVersion: minor,
    source,
    ...(typeof description === 'string' && { description: description.replaceAll(/\s+/g, ' ').trim() }),
    otherApiVersions: kinds.flatMap((each) => (each === kind ? [] : each.apiVersion)),
    deprecated: null,
    removed: null,
    replacement: null,
    ...own,
    listKeys: schema.raw['x-kubernetes-list-map-keys'] ?? [],
    isSet: schema.raw['x-kubernetes-list-type'] === 'set',
    rules: own.constraints.length > 0 ? [RULE] : [],
    fields: [...inner(schema).properties].flatMap(([name, below]) => (owner === undefined && OF_OBJECTS.has(name) && fields.length === 0 ? [] : [explainField(name, below, inner(schema))])),
  }
}

/** `v1` above `v1beta2`, that above `v1beta1` and any alpha; `v2` above `v1`. */
function rank(version: string): number {
  const [, major = '0', stage, number = '0'] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? []
  return (stage === undefined ? 2000 : stage === 'beta' ? 1000 : 0) + Number(major) * 100 + Number(number)
}

/** What has the fields: of a list its items, of a map its values. */
function inner(schema: CustomSchema): CustomSchema {
  const below = schema.items ?? (schema.values === 'anything' || schema.properties.size > 0 ? undefined : schema.values)
  return below === undefined ? schema : inner(below)
}

function noField(way: string, name: string, { properties }: CustomSchema): string {
  if (way.split('.').length === 1 && OF_OBJECTS.has(name)) return `${name} is the same for every kind: podlint explain pod.${name}`
  if (properties.size === 0) return `${way} has no fields that its definition names`
  const meant = nearest(name, properties.keys())
  return `${way} has no field "${name}"${meant === undefined ? `; its fields are ${[...properties.keys()].join(', ')}` : `, did you mean "${meant}"?`}`
}

function explainField(name: string, schema: CustomSchema, owner: CustomSchema | undefined): FieldExplanation {
  const { raw } = schema
  const values = [...(schema.allowed ?? [])].map((each) => each.replaceAll(/^"|"$/g, ''))
  return {
    name,
    type: typeText(schema),
    required: owner === undefined || owner.raw.required?.includes(name) === true ? 'yes' : 'no',
    default: raw.default === undefined ? null : asText(raw.default).replaceAll(/^"|"$/g, ''),
    values,
    since: null,
    until: null,
    constraints: constraintsOf(schema),
  }
}

function typeText(schema: CustomSchema): string {
  const { type, raw, items, values } = schema
  const or = schema.isNullable ? ' or null' : ''
  if (schema.isIntOrString) return `integer or string${or}`
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeText(items)}${or}`
  if (type === 'object') {
    if (schema.properties.size > 0) return `object${or}`
    return values === undefined || values === 'anything' ? `object with any content${or}` : `map of ${typeText(values)}${or}`
  }
  return `${type === '' ? 'anything' : type}${typeof raw.format === 'string' ? ` (${raw.format})` : ''}${or}`
}

function constraintsOf({ raw, allowed }: CustomSchema): Constraint[] {
  const texts: string[] = []
  const add = (value: unknown, words: (value: string) => string) => {
    if (value !== undefined && value !== null) texts.push(words(String(value)))
  }
  if (allowed !== undefined) texts.push(anyOf([...allowed]))
  add(raw.pattern, (pattern) => `must match ${pattern}`)
  add(raw.minimum, (least) => (raw.exclusiveMinimum === true ? `more than ${least}` : `at least ${least}`))
  add(raw.maximum, (most) => (raw.exclusiveMaximum === true ? `less than ${most}` : `at most ${most}`))
  add(raw.multipleOf, (number) => `a multiple of ${number}`)
  for (const [unit, least, most] of [['characters', raw.minLength, raw.maxLength], ['items', raw.minItems, raw.maxItems], ['entries', raw.minProperties, raw.maxProperties]] as const) {
    add(least, (number) => `at least ${number} ${unit}`)
    add(most, (number) => `at most ${number} ${unit}`)
  }
  for (const rule of raw['x-kubernetes-validations'] ?? []) {
    const { rule: expression, message } = rule as { rule?: unknown; message?: unknown }
    if (typeof expression === 'string') texts.push(`${typeof message === 'string' && message.trim() !== '' ? `${message.trim()}: ` : ''}${expression.replaceAll(/\s+/g, ' ').trim()}`)
  }
  return texts.map((text) => ({ text, rule: RULE, when: '' }))
}
