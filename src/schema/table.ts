/**
 * The API types of one Kubernetes minor, from `tables/<minor>.txt`. The core reads them (`src/assembly/types.ts`); this is how the rest sees them.
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
 * Only the table of the newest release is written out. Each older one is what makes it of the next minor's, and a preview of the one before it, from top to bottom: `=20` twenty
 * lines of that, `-2` not its next two, anything else a line of its own. That makes the tables a quarter as large, and costs a run for an old minor a millisecond.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { core, memory, readAscii, words } from '../parser/core.ts'
import { keyText } from '../parser/keys.ts'
import { writeLatin1 } from '../parser/raw-buffer.ts'
import { LATEST, MINORS } from '../versions.ts'

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

// The words of the core's classes, in their order.
const Slice = { start: 0, end: 1 } as const
const PackageWord = { version: 2, next: 4, types: 5 } as const
const TypeWord = { package: 2, line: 3, isKind: 5, fields: 6, fieldCount: 7, next: 14 } as const
const FieldWord = { key: 0, shape: 1, isRequired: 2, size: 4 } as const
const ShapeWord = { code: 0, type: 1, item: 2, keys: 3, isSet: 5 } as const
const TableWord = { packages: 0 } as const

const word = (address: number, index: number): number => words()[(address >>> 2) + index]!

/** The text of a slice whose first word has this index. */
const slice = (address: number, index: number = Slice.start): string => readAscii(word(address, index) >>> 0, word(address, index + 1) >>> 0)

export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly required: boolean
}

export class FieldType {
  readonly code: Code
  /** A list whose items must differ as a whole. */
  readonly set: boolean
  /** The fields that identify an item of a list; empty when nothing does. */
  readonly listKeys: readonly string[]
  private readonly address: number
  // Asked for with each unknown field.
  private knownObject: Type | undefined
  private knownItem: FieldType | undefined

  /** `address` is that of a shape of the core. */
  constructor(address: number) {
    this.address = address
    this.code = word(address, ShapeWord.code) as Code
    this.set = word(address, ShapeWord.isSet) === 1
    this.listKeys = this.code === Code.list ? slice(address, ShapeWord.keys).split(';').slice(0, -1) : []
  }

  /** The type of an object, and of those of `objectOr…`. */
  get object(): Type | undefined {
    return (this.knownObject ??= this.readObject())
  }

  /** The type of a list's items and of a map's values. */
  get item(): FieldType | undefined {
    return (this.knownItem ??= this.readItem())
  }

  private readObject(): Type | undefined {
    const type = word(this.address, ShapeWord.type)
    return type === 0 ? undefined : typeAt(type)
  }

  private readItem(): FieldType | undefined {
    const item = word(this.address, ShapeWord.item)
    return item === 0 ? undefined : fieldTypeAt(item)
  }
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
  /** Where the core has it. */
  readonly address: number
  private byName: ReadonlyMap<string, Field> | undefined
  private info: KindInfo | undefined

  constructor(address: number) {
    this.address = address
    this.name = `${slice(word(address, TypeWord.package))} ${slice(address)}`
  }

  get fields(): ReadonlyMap<string, Field> {
    return (this.byName ??= this.readFields())
  }

  /** As OpenAPI says: on some types, mostly those of a status, the API server does not insist. */
  get required(): readonly Field[] {
    return [...this.fields.values()].filter((field) => field.required)
  }

  /** Undefined for a type that is no kind. */
  get kind(): KindInfo | undefined {
    if (word(this.address, TypeWord.isKind) === 0) return undefined
    return (this.info ??= this.readKind())
  }

  private readFields(): Map<string, Field> {
    core.readFields(this.address)
    const fields = new Map<string, Field>()
    for (let i = 0; i < word(this.address, TypeWord.fieldCount); i++) {
      const field = word(this.address, TypeWord.fields) + i * FieldWord.size * 4
      const name = keyText(word(field, FieldWord.key))
      fields.set(name, { name, type: fieldTypeAt(word(field, FieldWord.shape)), required: word(field, FieldWord.isRequired) === 1 })
    }
    return fields
  }

  private readKind(): KindInfo {
    const apiVersion = slice(word(this.address, TypeWord.package), PackageWord.version)
    const kind = slice(this.address)
    const [scope, plural = `${kind.toLowerCase()}s`] = slice(this.address, TypeWord.line).split('\t')[0]!.split(' ')
    const slash = apiVersion.indexOf('/')
    const group = slash === -1 ? '' : apiVersion.slice(0, slash)
    return { apiVersion, group, version: apiVersion.slice(slash + 1), kind, plural, namespaced: scope === 'n', type: this }
  }
}

const types = new Map<number, Type>()
const fieldTypes = new Map<number, FieldType>()

/** The type that the core has at an address: the same one every time. */
export function typeAt(address: number): Type {
  let type = types.get(address)
  if (type === undefined) types.set(address, (type = new Type(address)))
  return type
}

export function fieldTypeAt(address: number): FieldType {
  let type = fieldTypes.get(address)
  if (type === undefined) fieldTypes.set(address, (type = new FieldType(address)))
  return type
}

/** Hands a text in ASCII to the core for its next call. */
function written(name: string): [start: number, end: number] {
  const start = core.reserveKey(name.length) >>> 0
  return [start, writeAscii(name, start)]
}

/** Returns the address after it. Another character becomes one that no name has. */
function writeAscii(text: string, start: number): number {
  const bytes = memory()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    bytes[start + at] = code < 128 ? code : 0
  }
  return start + text.length
}

export class SchemaTable {
  private readonly address: number
  private readonly known = new Map<string, KindInfo | undefined>()
  private readonly constrained = new Set<string>()
  private served: readonly KindInfo[] | undefined

  constructor(text: Uint8Array) {
    // The core keeps slices of it.
    const start = core.take(text.length) >>> 0
    memory().set(text, start)
    this.address = core.readTable(start, start + text.length)
  }

  /** Of a kind that this minor serves. */
  kind(apiVersion: string, kind: string): KindInfo | undefined {
    const name = `${apiVersion} ${kind}`
    let info = this.known.get(name)
    if (info === undefined && !this.known.has(name)) {
      info = this.find(name, core.kindNamed)?.kind
      this.known.set(name, info)
    }
    return info
  }

  /** All that it serves. */
  kinds(): readonly KindInfo[] {
    return (this.served ??= this.types().flatMap((type) => type.kind ?? []))
  }

  /** `core/v1 Container` */
  type(name: string): Type | undefined {
    return this.find(name, core.typeNamed)
  }

  /** Asks the walk to note the objects of the types with these names, too: each on a line of its own. */
  constrain(names: string): void {
    if (names === '' || this.constrained.has(names)) return
    this.constrained.add(names)
    const text = [...this.constrained].join('\n')
    const start = core.take(text.length) >>> 0
    writeLatin1(memory(), text, start)
    core.constrain(this.address, start, start + text.length)
  }

  private find(name: string, search: typeof core.typeNamed): Type | undefined {
    const address = search(this.address, ...written(name))
    return address === 0 ? undefined : typeAt(address)
  }

  /** Every type that a manifest can reach. */
  types(): Type[] {
    const types: Type[] = []
    for (let owner = word(this.address, TableWord.packages); owner !== 0; owner = word(owner, PackageWord.next)) {
      core.readPackage(owner)
      for (let address = word(owner, PackageWord.types); address !== 0; address = word(address, TypeWord.next)) types.push(typeAt(address))
    }
    return types
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

function tableText(minor: string): Buffer {
  return minor === LATEST ? readTable(minor) : Buffer.from(tableLines(MINORS.findIndex((each) => each === minor)).join('\n'))
}

/** The lines of the table of `MINORS[at]`. */
function tableLines(at: number): string[] {
  const lines = readTable(MINORS[at]!).toString().split('\n')
  const latest = MINORS.indexOf(LATEST)
  if (at === latest) return lines
  const other = tableLines(at < latest ? at + 1 : at - 1)
  const table: string[] = []
  let next = 0
  for (const line of lines) {
    const count = Number(line.slice(1))
    if (line[0] === '=') for (const end = next + count; next < end; next++) table.push(other[next]!)
    else if (line[0] === '-') next += count
    else table.push(line)
  }
  return table
}

/** Beside the module in the sources and beside the bundle alike. */
const readTable = (minor: string): Buffer => readFileSync(join(import.meta.dirname, 'tables', `${minor}.txt`))
