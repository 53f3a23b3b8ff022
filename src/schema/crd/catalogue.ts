/**
 * Definitions that come with podlint: those of the operators that most clusters have, each of one release. Made by `scripts/generate-catalogue.mjs` into one file for each group,
 * `catalogue/<group>.json`, which is read when an object of the group is met.
 *
 * Schemas are those of the definitions without what is only text for people. What often stands in them is written shortly: see `KEYWORDS` and `WORDS`; a number stands for one of the
 * schemas that several places share.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaOf, type CustomSchema, type JsonSchema } from './custom-schema.ts'
import type { DefinedVersion, Definition, ScalePaths } from './definition.ts'

/** A schema as it is written in a file. */
export type ShortSchema = string | number | { readonly [keyword: string]: unknown }

export interface CatalogueVersion {
  name: string
  schema: ShortSchema
  deprecation?: string
  status?: true
  scale?: ScalePaths
}

export interface CatalogueKind {
  kind: string
  /** Where it is not the kind with "List" behind it. */
  list?: string
  cluster?: true
  /** What it was taken from: `cert-manager v1.19.1`. */
  release: string
  versions: readonly CatalogueVersion[]
}

export interface CatalogueGroup {
  kinds: readonly CatalogueKind[]
  shared: readonly ShortSchema[]
}

/** Keywords of JSON schemas by their short names. */
export const KEYWORDS: Readonly<Record<string, string>> = {
  t: 'type', f: 'format', p: 'properties', a: 'additionalProperties', i: 'items', r: 'required', e: 'enum', d: 'default', q: 'nullable', s: 'pattern', m: 'minimum', M: 'maximum', l: 'minLength', L: 'maxLength', c: 'minItems', C: 'maxItems',
  o: 'minProperties', O: 'maxProperties', x: 'exclusiveMinimum', X: 'exclusiveMaximum', u: 'multipleOf', A: 'allOf', N: 'anyOf', W: 'oneOf', n: 'not',
  '*': 'x-kubernetes-preserve-unknown-fields', b: 'x-kubernetes-embedded-resource', y: 'x-kubernetes-int-or-string', T: 'x-kubernetes-list-type', K: 'x-kubernetes-list-map-keys', V: 'x-kubernetes-validations',
}

/** Whole schemas. */
export const WORDS: Readonly<Record<string, JsonSchema>> = {
  s: { type: 'string' }, b: { type: 'boolean' }, i: { type: 'integer' }, i32: { type: 'integer', format: 'int32' }, i64: { type: 'integer', format: 'int64' }, n: { type: 'number' }, o: { type: 'object' }, t: { type: 'string', format: 'date-time' },
  '*': { 'x-kubernetes-preserve-unknown-fields': true }, 'o*': { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }, y: { 'x-kubernetes-int-or-string': true }, ss: { type: 'array', items: { type: 'string' } }, ms: { type: 'object', additionalProperties: { type: 'string' } },
}

export class Catalogue {
  private readonly folder: string
  private files: ReadonlySet<string> | undefined
  private readonly groups = new Map<string, readonly Definition[]>()

  constructor(folder = join(import.meta.dirname, 'catalogue')) {
    this.folder = folder
  }

  /** All kinds that it has of a group. */
  ofGroup(group: string): readonly Definition[] {
    let definitions = this.groups.get(group)
    if (definitions === undefined) this.groups.set(group, (definitions = this.names.has(group) ? this.read(group) : []))
    return definitions
  }

  find(group: string, kind: string): readonly Definition[] {
    return this.ofGroup(group).filter((definition) => definition.kind === kind)
  }

  /** The groups that it has. */
  get names(): ReadonlySet<string> {
    return (this.files ??= new Set(readNames(this.folder)))
  }

  private read(group: string): readonly Definition[] {
    const { kinds, shared } = JSON.parse(readFileSync(join(this.folder, `${group}.json`), 'utf8')) as CatalogueGroup
    const reader = new SchemaReader(shared)
    return kinds.map(({ kind, list = `${kind}List`, cluster, release, versions }) => ({ group, kind, listKind: list, isNamespaced: cluster !== true, release, versions: versions.map((version) => definedVersion(version, reader)) }))
  }
}

/** None without the folder: a library may be bundled without it. */
function readNames(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function definedVersion({ name, schema, deprecation, status, scale }: CatalogueVersion, reader: SchemaReader): DefinedVersion {
  let made: CustomSchema | undefined
  return {
    name,
    isServed: true,
    isReadable: true,
    deprecation,
    get schema() {
      return (made ??= schemaOf(reader.read(schema)))
    },
    hasStatus: status === true,
    scale,
  }
}

/** Makes whole schemas of short ones, once of each that is shared. */
class SchemaReader {
  private readonly shared: readonly ShortSchema[]
  private readonly made: JsonSchema[] = []

  constructor(shared: readonly ShortSchema[]) {
    this.shared = shared
  }

  read(short: ShortSchema): JsonSchema {
    if (typeof short === 'number') return (this.made[short] ??= this.read(this.shared[short]!))
    if (typeof short === 'string') return Object.hasOwn(WORDS, short) ? WORDS[short]! : {}
    const schema: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(short)) {
      const keyword = Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name]! : name
      schema[keyword] = this.keyword(keyword, value)
    }
    return schema
  }

  private keyword(keyword: string, value: unknown): unknown {
    switch (keyword) {
      case 'properties':
        return Object.fromEntries(Object.entries(value as Record<string, ShortSchema>).map(([name, each]) => [name, this.read(each)]))
      case 'additionalProperties':
        return typeof value === 'boolean' ? value : this.read(value as ShortSchema)
      case 'items':
      case 'not':
        return this.read(value as ShortSchema)
      case 'allOf':
      case 'anyOf':
      case 'oneOf':
        return (value as readonly ShortSchema[]).map((each) => this.read(each))
      default:
        return value
    }
  }
}
