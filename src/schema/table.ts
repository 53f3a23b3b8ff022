/**
 * The API types of one Kubernetes minor, from `tables/<minor>.txt`. A package or a type is read when it is first asked for: a run meets few of the 700 types.
 *
 * A table has one section per package, with a blank line between them:
 *
 *     networking/v1 networking.k8s.io/v1           package, apiVersion of its kinds
 *     Ingress<TAB>n ingresses<TAB>metadata:meta/v1 ObjectMeta,spec:IngressSpec,status:IngressStatus
 *     IngressTLS<TAB>hosts:[,secretName
 *     ServiceBackendPort<TAB>name,number:i
 *
 * A type with `n` (namespaced) or `c` (cluster-wide) before its fields is a kind: its fields `apiVersion` and `kind` are left out, and so is a plural that only adds an s.
 * `=v1` instead of fields: those of the same type in that version of the group. `!` after a field's name: required. After the colon comes its type:
 *
 * | code | type | | code | type |
 * |---|---|---|---|---|
 * | nothing | string | | `t`, `m` | time, micro-time |
 * | `b` | boolean | | `y` | bytes |
 * | `i`, `l`, `n` | int32, int64, number | | `f`, `a` | free object, anything |
 * | `q`, `x` | quantity, int-or-string | | `Name`, `core/v1 Name` | object, of the same or another package |
 * | `[T`, `[=T`, `[a;b;T` | list, set, list whose items differ in their fields a and b | | `{T` | map of T |
 * | `?[T`, `?bT`, `?sT` | T, or a list of T, a boolean, a list of strings | | | |
 *
 * Only the newest minor's table is written out. Each other one is what makes it of the next minor's, from top to bottom: `=20` twenty lines of that, `-2` not its next
 * two, anything else a line of its own. That makes the tables a quarter as large, and costs a run for an old minor a millisecond.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { internKey } from '../parser/keys.ts'
import { MINORS } from './versions.ts'

/** What a value must be. Numbers, so that a switch over them is a jump. */
export const Code = {
  string: 1,
  boolean: 2,
  int32: 3,
  int64: 4,
  number: 5,
  quantity: 6,
  intOrString: 7,
  /** RFC 3339. */
  time: 8,
  /** RFC 3339 with microseconds. */
  microTime: 9,
  /** Base64. */
  bytes: 10,
  /** A map with any content. */
  free: 11,
  /** Any value. */
  any: 12,
  object: 13,
  list: 14,
  map: 15,
  /** An object or a list of such objects, or a boolean, or a list of strings: JSON schemas in a CustomResourceDefinition. */
  objectOrList: 16,
  objectOrBoolean: 17,
  objectOrStrings: 18,
} as const
export type Code = (typeof Code)[keyof typeof Code]

export interface FieldType {
  readonly code: Code
  /** The type of an object, and of those of `objectOr…`. */
  readonly object: Type | undefined
  /** The type of a list's items and of a map's values. */
  readonly item: FieldType | undefined
  /** The fields that identify an item of a list; empty when nothing does. */
  readonly listKeys: readonly string[]
  /** A list whose items must differ as a whole. */
  readonly set: boolean
}

export interface Field {
  readonly name: string
  /** Id of the interned name: what a key node of the tape carries. */
  readonly key: number
  readonly type: FieldType
  readonly required: boolean
}

export interface KindInfo {
  readonly apiVersion: string
  /** Empty for the core group. */
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly plural: string
  readonly namespaced: boolean
  readonly type: Type
}

export class Type {
  /** `core/v1 Container` */
  readonly name: string
  private readonly read: () => readonly Field[]
  private byKey: ReadonlyMap<number, Field> | undefined
  private byName: ReadonlyMap<string, Field> | undefined
  private requiredFields: readonly Field[] | undefined

  constructor(name: string, read: () => readonly Field[]) {
    this.name = name
    this.read = read
  }

  /** By the id of the interned key. */
  get fieldsById(): ReadonlyMap<number, Field> {
    return (this.byKey ??= new Map(this.read().map((field) => [field.key, field])))
  }

  get fields(): ReadonlyMap<string, Field> {
    return (this.byName ??= new Map([...this.fieldsById.values()].map((field) => [field.name, field])))
  }

  /** As OpenAPI says: on some types, mostly those of a status, the API server does not insist. */
  get required(): readonly Field[] {
    return (this.requiredFields ??= [...this.fieldsById.values()].filter((field) => field.required))
  }
}

/** Its object type is looked up when it is first asked for: of the thirty sources of a volume, a manifest has one. */
class TypeOfField implements FieldType {
  readonly code: Code
  readonly item: FieldType | undefined
  readonly listKeys: readonly string[]
  readonly set: boolean
  private readonly find: (() => Type) | undefined
  private found: Type | undefined = undefined

  constructor(code: Code, find?: () => Type, item?: FieldType, listKeys: readonly string[] = [], set = false) {
    this.code = code
    this.item = item
    this.listKeys = listKeys
    this.set = set
    this.find = find
  }

  get object(): Type | undefined {
    return (this.found ??= this.find?.())
  }
}

const simple = (code: Code): FieldType => new TypeOfField(code)

/** The type of a field that holds such an object. */
export const objectOf = (type: Type): FieldType => new TypeOfField(Code.object, () => type)

const SIMPLE: Readonly<Record<string, FieldType>> = {
  '': simple(Code.string),
  b: simple(Code.boolean),
  i: simple(Code.int32),
  l: simple(Code.int64),
  n: simple(Code.number),
  q: simple(Code.quantity),
  x: simple(Code.intOrString),
  t: simple(Code.time),
  m: simple(Code.microTime),
  y: simple(Code.bytes),
  f: simple(Code.free),
  a: simple(Code.any),
}

const ALTERNATIVES: Readonly<Record<string, Code>> = { '[': Code.objectOrList, b: Code.objectOrBoolean, s: Code.objectOrStrings }

const field = (name: string, type: FieldType, required: boolean): Field => ({ name, key: internKey(name), type, required })

/** The fields that a kind's line leaves out. */
const typeMeta = (): Field[] => [field('apiVersion', SIMPLE['']!, false), field('kind', SIMPLE['']!, false)]

interface Entry {
  readonly type: Type
  readonly kind: KindInfo | undefined
  /** Its fields, as the table writes them. */
  readonly body: string
}

/** One section of a table. */
class Package {
  private readonly table: SchemaTable
  private readonly name: string
  private readonly apiVersion: string
  /** Every line starts with a line break and ends before one. */
  private readonly text: string
  private readonly entries = new Map<string, Entry>()

  constructor(table: SchemaTable, name: string, apiVersion: string, text: string) {
    this.table = table
    this.name = name
    this.apiVersion = apiVersion
    this.text = text
  }

  type(name: string): Type | undefined {
    return this.entry(name)?.type
  }

  kind(name: string): KindInfo | undefined {
    return this.entry(name)?.kind
  }

  names(): string[] {
    return [...this.text.matchAll(/\n(\w+)\t/g)].map((match) => match[1]!)
  }

  private entry(name: string): Entry | undefined {
    let entry = this.entries.get(name)
    if (entry === undefined) {
      // Searching beats an index: a run needs a few lines of some hundred.
      const start = this.text.indexOf(`\n${name}\t`)
      if (start === -1) return undefined
      entry = this.read(name, this.text.slice(start + name.length + 2, this.text.indexOf('\n', start + 1)))
      this.entries.set(name, entry)
    }
    return entry
  }

  private read(name: string, line: string): Entry {
    const tab = line.indexOf('\t')
    const body = line.slice(tab + 1)
    if (tab === -1) return { type: new Type(`${this.name} ${name}`, () => this.fields(body, name)), kind: undefined, body }
    const type = new Type(`${this.name} ${name}`, () => [...typeMeta(), ...this.fields(body, name)])
    const [scope, plural = `${name.toLowerCase()}s`] = line.slice(0, tab).split(' ')
    const slash = this.apiVersion.indexOf('/')
    const group = slash === -1 ? '' : this.apiVersion.slice(0, slash)
    const kind = { apiVersion: this.apiVersion, group, version: this.apiVersion.slice(slash + 1), kind: name, plural, namespaced: scope === 'n', type }
    return { type, kind, body }
  }

  private fields(body: string, name: string): Field[] {
    if (body[0] === '=') body = this.table.sibling(this.name, body.slice(1)).entry(name)!.body
    if (body === '') return []
    return body.split(',').map((text) => {
      const colon = text.indexOf(':')
      const left = colon === -1 ? text : text.slice(0, colon)
      const required = left.endsWith('!')
      return field(required ? left.slice(0, -1) : left, this.fieldType(colon === -1 ? '' : text.slice(colon + 1)), required)
    })
  }

  private fieldType(code: string): FieldType {
    const known = SIMPLE[code]
    if (known !== undefined) return known
    if (code[0] === '[') {
      const set = code[1] === '='
      const parts = code.slice(set ? 2 : 1).split(';')
      const item = this.fieldType(parts.pop()!)
      return new TypeOfField(Code.list, undefined, item, parts, set)
    }
    if (code[0] === '{') return new TypeOfField(Code.map, undefined, this.fieldType(code.slice(1)))
    if (code[0] === '?') return new TypeOfField(ALTERNATIVES[code[1]!]!, () => this.object(code.slice(2)))
    return new TypeOfField(Code.object, () => this.object(code))
  }

  private object(name: string): Type {
    const type = name.includes(' ') ? this.table.type(name) : this.type(name)
    if (type === undefined) throw new Error(`The schema table has no type ${name} for package ${this.name}`)
    return type
  }
}

export class SchemaTable {
  private readonly byName = new Map<string, Package>()
  private readonly byApiVersion = new Map<string, Package>()

  constructor(text: string) {
    for (const section of text.split('\n\n')) {
      const end = section.indexOf('\n')
      const blank = section.indexOf(' ')
      const name = section.slice(0, blank)
      const apiVersion = section.slice(blank + 1, end)
      const made = new Package(this, name, apiVersion, `${section.slice(end)}\n`)
      this.byName.set(name, made)
      if (apiVersion !== '') this.byApiVersion.set(apiVersion, made)
    }
  }

  /** Of a kind that this minor serves. */
  kind(apiVersion: string, kind: string): KindInfo | undefined {
    return this.byApiVersion.get(apiVersion)?.kind(kind)
  }

  /** Whether it serves any kind of this apiVersion. */
  serves(apiVersion: string): boolean {
    return this.byApiVersion.has(apiVersion)
  }

  /** All that it serves. */
  kinds(): KindInfo[] {
    return [...this.byApiVersion.values()].flatMap((each) => each.names().flatMap((name) => each.kind(name) ?? []))
  }

  /** `core/v1 Container` */
  type(name: string): Type | undefined {
    const blank = name.indexOf(' ')
    return this.byName.get(name.slice(0, blank))?.type(name.slice(blank + 1))
  }

  /** Every type that a manifest can reach. */
  types(): Type[] {
    return [...this.byName.values()].flatMap((each) => each.names().map((name) => each.type(name)!))
  }

  /** Another version of a package's group. */
  sibling(packageName: string, version: string): Package {
    return this.byName.get(packageName.slice(0, packageName.indexOf('/') + 1) + version)!
  }
}

const tables = new Map<string, SchemaTable>()

/** The table of a minor of `MINORS`. The same one every time. */
export function loadTable(minor: string): SchemaTable {
  let table = tables.get(minor)
  if (table === undefined) {
    table = new SchemaTable(tableText(minor))
    tables.set(minor, table)
  }
  return table
}

function tableText(minor: string): string {
  return minor === MINORS.at(-1) ? readTable(minor) : tableLines(MINORS.findIndex((each) => each === minor)).join('\n')
}

/** The lines of the table of `MINORS[at]`. */
function tableLines(at: number): string[] {
  const lines = readTable(MINORS[at]!).split('\n')
  if (at === MINORS.length - 1) return lines
  const newer = tableLines(at + 1)
  const table: string[] = []
  let next = 0
  for (const line of lines) {
    const count = Number(line.slice(1))
    if (line[0] === '=') for (const end = next + count; next < end; next++) table.push(newer[next]!)
    else if (line[0] === '-') next += count
    else table.push(line)
  }
  return table
}

/** Beside the module in the sources and beside the bundle alike. */
const readTable = (minor: string): string => readFileSync(join(import.meta.dirname, 'tables', `${minor}.txt`), 'utf8')
