/** All there is to say of a field, as `podlint explain --json` prints it. */
import { removedApi } from '../schema/removed.ts'
import { Code, type Field, type Type } from '../schema/table.ts'
import { minorNumber } from '../versions.ts'
import { defaultOf } from '../schema/field-defaults.ts'
import { whenOf, type FieldNote } from './describe.ts'
import type { FieldDocs } from './field-docs.ts'
import { lifeOf, objectOf, typeName, type Found, type Step } from './find-field.ts'

export interface Constraint {
  text: string
  rule: string
  /** `since 1.34`, `until 1.36`, or nothing. */
  when: string
}

export interface FieldExplanation {
  name: string
  type: string
  /** What the server enforces: `yes`, `no`, or when: `for the type Localhost`. */
  required: string
  default: string | null
  /** The strings there are, when these are all. */
  values: string[]
  since: string | null
  until: string | null
  constraints: Constraint[]
}

export interface Explanation extends Omit<FieldExplanation, 'name'> {
  path: string
  apiVersion: string
  kind: string
  namespaced: boolean
  kubernetesVersion: string
  /** Of a kind that a definition brings: the file with it, or the release of an operator. */
  source?: string
  description?: string
  otherApiVersions: readonly string[]
  /** Of the kind in this API version. */
  deprecated: string | null
  removed: string | null
  replacement: string | null
  /** By which the items of a list are told apart. */
  listKeys: readonly string[]
  isSet: boolean
  rules: string[]
  fields: FieldExplanation[]
}

export function explain({ minor, kind, others, steps }: Found, docs: FieldDocs): Explanation {
  const last = steps.at(-1)
  const below = last === undefined ? kind.type : objectOf(last.field.type)
  const api = removedApi(kind.apiVersion, kind.kind)
  const { name: _, ...own } = last === undefined ? ofKind(kind.type) : explainField(steps, docs, minor)
  const inside = below === undefined ? [] : constraintsAt(docs, below.name, '.', minor)
  const constraints = [...own.constraints, ...inside.filter(({ text }) => !own.constraints.some((each) => each.text === text))]
  const reporting = last === undefined ? [] : (docs.rules[last.owner.name]?.[last.field.name] ?? [])
  let shape = last?.field.type
  while (shape?.code === Code.map) shape = shape.item
  return {
    path: [kind.kind, ...steps.map(({ field }) => field.name)].join('.'),
    apiVersion: kind.apiVersion,
    kind: kind.kind,
    namespaced: kind.namespaced,
    kubernetesVersion: minor,
    otherApiVersions: others,
    deprecated: api?.deprecatedIn ?? null,
    removed: api?.removedIn ?? null,
    replacement: api?.replacement ?? null,
    ...own,
    constraints,
    listKeys: shape?.listKeys ?? [],
    isSet: shape?.set ?? false,
    rules: [...new Set([...constraints.map(({ rule }) => rule), ...reporting])].sort(),
    fields: below === undefined ? [] : [...below.fields.values()].map((field) => explainField([...steps, { owner: below, field }], docs, minor)),
  }
}

/** The type that constraints on every object are written for. */
const ANY_OBJECT = 'meta/v1 Object'

const ofKind = (type: Type): FieldExplanation => ({ name: '', type: type.name.slice(type.name.indexOf(' ') + 1), required: 'yes', default: null, values: [], since: null, until: null, constraints: [] })

function explainField(steps: readonly Step[], docs: FieldDocs, minor: string): FieldExplanation {
  const { owner, field } = steps.at(-1)!
  const { since = null, until = null } = lifeOf(owner.name, field.name)
  // Every object has the same metadata, whatever its kind.
  const ofAnyObject = steps[0]!.field.name === 'metadata' ? constraintsOn(docs, ANY_OBJECT, steps, minor) : []
  const all = [...ofAnyObject, ...steps.flatMap((step, at) => constraintsOn(docs, step.owner.name, steps.slice(at), minor))]
  const said = all.filter(({ text }) => !/^required( |$)/.test(text))
  return { name: field.name, type: typeName(field.type), required: requiredWhen(all, owner, field, docs), default: defaultOf(owner.name, field.name) ?? null, values: valuesOf(said), since, until, constraints: said }
}

/** Constraints of a type on a field that is some steps below it. */
function constraintsOn(docs: FieldDocs, type: string, steps: readonly Step[], minor: string): Constraint[] {
  const way = steps.map(({ field }, at) => field.name + (at < steps.length - 1 && field.type.code === Code.list ? '[]' : '')).join('.')
  return [...constraintsAt(docs, type, way, minor), ...constraintsAt(docs, type, `${way}[]`, minor).map((each) => ({ ...each, text: /^(each|warned) /.test(each.text.replace(':', ' ')) ? each.text : `each ${each.text}` }))]
}

function constraintsAt(docs: FieldDocs, type: string, way: string, minor: string): Constraint[] {
  const number = minorNumber(minor)
  return notesOf(docs, type, way)
    .filter(({ since = 0, until = Infinity }) => number >= since && number <= until)
    .map((note) => ({ text: note.text, rule: note.rule, when: whenOf(note) }))
}

/** A version of a group without notes of its own has those of v1. */
function notesOf({ notes }: FieldDocs, type: string, way: string): readonly FieldNote[] {
  const own = notes[type] ?? notes[type.replace(/\/v\w+ /, '/v1 ')] ?? {}
  return Object.hasOwn(own, way) ? own[way]! : []
}

/** What the server enforces, not what OpenAPI says: that counts only where no constraint says otherwise. */
function requiredWhen(all: readonly Constraint[], owner: Type, field: Field, docs: FieldDocs): string {
  if (all.some(({ text, when }) => text === 'required' && when === '')) return 'yes'
  const some = all.filter(({ text }) => /^required( |$)/.test(text)).map(({ text, when }) => [text.slice('required '.length), when].filter(Boolean).join(', '))
  if (some.length > 0) return some.join('; ')
  const isDecided = docs.decided[owner.name]?.includes(field.name) === true
  return field.required && !isDecided && !isZero(field) ? 'yes' : 'no'
}

/** Of `must be "TCP", "UDP" or "SCTP"`. */
function valuesOf(constraints: readonly Constraint[]): string[] {
  const list = constraints.find(({ text }) => /^(must be )?"[^"]+"(, "[^"]+")*( or "[^"]+")?$/.test(text))
  return list === undefined ? [] : [...list.text.matchAll(/"([^"]+)"/g)].map(([, value]) => value!)
}

/** Nobody can tell a missing number from 0. */
const isZero = ({ type: { code } }: Field): boolean => code === Code.int32 || code === Code.int64 || code === Code.number || code === Code.boolean
