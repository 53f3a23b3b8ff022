/** From what a person writes, `deploy.spec.strategy`, to the kind and the field. */
import { nearest } from '../model/nearest.ts'
import { Code, loadTable, type Field, type FieldType, type KindInfo, type Type } from '../schema/table.ts'
import { UsageError } from '../usage-error.ts'
import { MINORS } from '../versions.ts'
import { pluralOf, shortNames } from './kind-names.ts'

/** A field on the way, with the type that has it. */
export interface Step {
  owner: Type
  field: Field
}

export interface Found {
  minor: string
  kind: KindInfo
  /** Other API versions of the kind. */
  others: readonly string[]
  /** Empty for the kind itself. */
  steps: readonly Step[]
}

/** Undefined when the first word is not a kind. Throws a UsageError for a field that is not there. */
export function findField(text: string, minor: string, apiVersion: string | undefined): Found | undefined {
  const words = text.replaceAll(/\[[^\]]*\]/g, '').split('.').filter((word) => word !== '')
  const [first = '', ...rest] = words
  // The newest releases first, after the one that is asked for: a kind may have gone.
  const minors = [minor, ...MINORS.filter((each) => each !== minor).reverse()]
  for (const each of minors) {
    const all = kindsNamed(each, first)
    if (all.length === 0) continue
    const { kinds, fields } = withoutGroup(all, rest)
    const kind = apiVersion === undefined ? kinds[0]! : kinds.find((info) => info.apiVersion === apiVersion)
    if (kind === undefined) {
      if (each !== minors.at(-1)) continue
      throw new UsageError(`${apiVersion} has no kind ${all[0]!.kind}; its API version is ${all.map((info) => info.apiVersion).join(' or ')}`)
    }
    return { minor: each, kind, others: all.filter((info) => info !== kind).map((info) => info.apiVersion), steps: stepsOf(kind, fields) }
  }
  return undefined
}

/** Names of kinds, plurals and short names that are near. */
export function nearestKind(text: string, minor: string): string | undefined {
  const first = text.split('.')[0]!.toLowerCase()
  return nearest(first, [...new Set(loadTable(minor).kinds().flatMap(({ kind, plural }) => [kind.toLowerCase(), plural])), ...shortNames()])
}

/** Those of a minor, the one that kubectl means first: of the core group before others, and of a stable version before a beta. */
function kindsNamed(minor: string, name: string): KindInfo[] {
  const lower = name.toLowerCase()
  const plural = pluralOf(lower)
  const kinds = loadTable(minor).kinds().filter((info) => info.plural === plural || info.kind.toLowerCase() === lower)
  return kinds.sort((a, b) => Number(a.group !== '') - Number(b.group !== '') || rank(b.version) - rank(a.version) || (a.group < b.group ? -1 : 1))
}

/** `v1` above `v1beta2`, that above `v1beta1` and any alpha; `v2` above `v1`. */
function rank(version: string): number {
  const [, major = '0', stage, number = '0'] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? []
  return (stage === undefined ? 2000 : stage === 'beta' ? 1000 : 0) + Number(major) * 100 + Number(number)
}

/** `deployments.apps.spec`, `deployments.v1.apps.spec`: the group and version between kind and fields. */
function withoutGroup(kinds: readonly KindInfo[], words: readonly string[]): { kinds: readonly KindInfo[]; fields: readonly string[] } {
  const fitting = (kind: KindInfo) => {
    const group = kind.group === '' ? [] : kind.group.split('.')
    return [[kind.version, ...group], group, [kind.version]].find((names) => names.length > 0 && names.every((name, at) => words[at] === name)) ?? []
  }
  const longest = Math.max(...kinds.map((kind) => fitting(kind).length))
  return longest === 0 ? { kinds, fields: words } : { kinds: kinds.filter((kind) => fitting(kind).length === longest), fields: words.slice(longest) }
}

function stepsOf(kind: KindInfo, fields: readonly string[]): Step[] {
  const steps: Step[] = []
  let owner: Type | undefined = kind.type
  let way = kind.kind
  for (const name of fields) {
    if (owner === undefined) throw new UsageError(`${way} has no fields: ${typeName(steps.at(-1)!.field.type)}`)
    const field: Field | undefined = owner.fields.get(name) ?? [...owner.fields.values()].find((each) => each.name.toLowerCase() === name.toLowerCase())
    if (field === undefined) throw new UsageError(noField(way, name, owner))
    steps.push({ owner, field })
    way = `${way}.${field.name}`
    owner = objectOf(field.type)
  }
  return steps
}

function noField(way: string, name: string, owner: Type): string {
  const meant = nearest(name, [...owner.fields.keys()])
  const other = MINORS.filter((minor) => loadTable(minor).type(owner.name)?.fields.has(name) === true)
  if (other.length > 0) return `${way} has a field "${name}" only in Kubernetes ${other[0]}${other.length > 1 ? ` to ${other.at(-1)}` : ''}: --kubernetes-version ${other.at(-1)}`
  return `${way} has no field "${name}"${meant === undefined ? `; its fields are ${[...owner.fields.keys()].join(', ')}` : `, did you mean "${meant}"?`}`
}

/** What fields of a value of this type are fields of. */
export function objectOf(type: FieldType): Type | undefined {
  let at = type
  while (at.item !== undefined) at = at.item
  return at.object
}

const SCALARS: ReadonlyMap<Code, string> = new Map([
  [Code.string, 'string'],
  [Code.boolean, 'boolean'],
  [Code.int32, 'integer (32 bits)'],
  [Code.int64, 'integer'],
  [Code.number, 'number'],
  [Code.quantity, 'quantity'],
  [Code.intOrString, 'integer or string'],
  [Code.time, 'time'],
  [Code.microTime, 'time with microseconds'],
  [Code.bytes, 'bytes in base64'],
  [Code.free, 'object with any content'],
  [Code.any, 'anything'],
])

/** `list of Container`, `map of string`, `integer` */
export function typeName({ code, item, object }: FieldType): string {
  const name = object === undefined ? '' : object.name.slice(object.name.indexOf(' ') + 1)
  if (item !== undefined) return `${code === Code.list ? 'list' : 'map'} of ${typeName(item)}`
  return SCALARS.get(code) ?? (code === Code.objectOrList ? `${name} or a list of them` : code === Code.objectOrBoolean ? `${name} or a boolean` : code === Code.objectOrStrings ? `${name} or a list of strings` : name)
}

/** The first and last minor in which a field is there; undefined for the first and last that is known. */
export function lifeOf(owner: string, field: string): { since?: string; until?: string } {
  const having = MINORS.filter((minor) => loadTable(minor).type(owner)?.fields.has(field) === true)
  const [first = MINORS[0]] = having
  const last = having.at(-1) ?? MINORS.at(-1)!
  return { ...(first !== MINORS[0] && { since: first }), ...(last !== MINORS.at(-1) && { until: last }) }
}
