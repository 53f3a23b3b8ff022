/**
 * The API types of one Kubernetes minor, read from the text of its table, which `schema/table.ts` describes. The fields of a type are read when the first object of it is
 * met: a run meets few of the 700 types. Texts are slices of the table, in ASCII.
 */
import { internAscii, internWord } from './keys'
import { take } from './memory'

// What a value must be, as in `schema/table.ts`.
export const STRING: i32 = 1
export const BOOLEAN: i32 = 2
export const INT32: i32 = 3
export const INT64: i32 = 4
export const NUMBER: i32 = 5
export const QUANTITY: i32 = 6
export const INT_OR_STRING: i32 = 7
export const TIME: i32 = 8
export const MICRO_TIME: i32 = 9
export const BYTES: i32 = 10
export const FREE: i32 = 11
export const ANY: i32 = 12
export const OBJECT: i32 = 13
export const LIST: i32 = 14
export const MAP_OF: i32 = 15
export const OBJECT_OR_LIST: i32 = 16
export const OBJECT_OR_BOOLEAN: i32 = 17
export const OBJECT_OR_STRINGS: i32 = 18

// The words of these classes are read by `schema/table.ts` as well: their order counts.
@unmanaged
export class Slice {
  start: usize
  end: usize
}

@unmanaged
export class Package extends Slice {
  /** `core/v1` is the slice itself; this is the apiVersion of its kinds, empty when it has none. */
  versionStart: usize
  versionEnd: usize
  next: Package | null
  /** Its first type, once its lines have been read; they are from the one address to the other. */
  types: Type | null
  lines: usize
  linesEnd: usize
  table: Table
}

@unmanaged
export class Type extends Slice {
  /** The slice is its name. Its package: */
  package: Package
  /** The rest of its line: scope and plural of a kind, a tab, and its fields. */
  line: usize
  lineEnd: usize
  isKind: i32
  /** An array of fields, once they have been read. */
  fields: usize
  fieldCount: i32
  /** The same by key: a field's address or 0; as many as a power of two. */
  slots: usize
  slotCount: i32
  /** Whether some of its fields are needed: required, or an embedded object. */
  isNeedy: i32
  /** Whether there are constraints on it; the host says so. */
  isConstrained: i32
  isPodSpec: i32
  /** That of a field that holds such an object. */
  shape: Shape
  /** The next one of its package, and of those with the same hash. */
  next: Type | null
  chained: Type | null
}

@unmanaged
export class Field {
  key: i32
  shape: Shape
  isRequired: i32
  /** Held by value: leaving it out is the same as leaving it empty. */
  isEmbedded: i32
}

/** What a field, an item or a value must be. */
@unmanaged
export class Shape {
  code: i32
  /** The type of an object, and of those of `OBJECT_OR_…`. */
  type: Type | null
  /** The type of a list's items and of a map's values. */
  item: Shape | null
  /** `a;b;`: the fields that identify an item. */
  keysStart: usize
  keysEnd: usize
  isSet: i32
}

@unmanaged
export class Table {
  packages: Package | null
  /** Types by the hash of their name: the first of a chain. */
  slots: usize
  /** Names of types with constraints. */
  constrained: usize
  constrainedEnd: usize
}

// "core/v1", "PodSpec"
const CORE: usize = memory.data<u8>([99, 111, 114, 101, 47, 118, 49])
const POD_SPEC: usize = memory.data<u8>([80, 111, 100, 83, 112, 101, 99])

const SLOTS: i32 = 1 << 10

// Characters of a table.
const LINE: i32 = 10
const TAB: i32 = 9
const BLANK: i32 = 32
const COMMA: i32 = 44
const COLON: i32 = 58
const SEMICOLON: i32 = 59
const REQUIRED: i32 = 33
const EQUALS: i32 = 61

let spec: i32 = -1
let template: i32 = -1
let apiVersion: i32 = -1
let kind: i32 = -1

/** Finds the packages in the text from `start` to `end`, which stays where it is. They are separated by an empty line. */
export function readTable(start: usize, end: usize): Table {
  if (spec < 0) {
    spec = internWord('spec')
    template = internWord('template')
    apiVersion = internWord('apiVersion')
    kind = internWord('kind')
  }
  const table = changetype<Table>(take(offsetof<Table>()))
  table.slots = take(SLOTS * sizeof<usize>())
  let last: Package | null = null
  while (start < end) {
    const lineEnd = find(LINE, start, end)
    const owner = changetype<Package>(take(offsetof<Package>()))
    owner.start = start
    owner.end = find(BLANK, start, lineEnd)
    owner.versionStart = min(owner.end + 1, lineEnd)
    owner.versionEnd = lineEnd
    owner.table = table
    owner.lines = start = min(lineEnd + 1, end)
    while (start < end && load<u8>(start) !== LINE) start = findLineEnd(start, end) + 1
    owner.linesEnd = min(start, end)
    start++
    if (last === null) table.packages = owner
    else last.next = owner
    last = owner
  }
  return table
}

/** Finds the types of a package, if that has not been done. */
export function readPackage(owner: Package): void {
  if (owner.types !== null) return
  let last: Type | null = null
  for (let at = owner.lines; at < owner.linesEnd; ) {
    const lineEnd = findLineEnd(at, owner.linesEnd)
    const type = readType(owner, at, lineEnd)
    if (last === null) owner.types = type
    else last.next = type
    last = type
    at = lineEnd + 1
  }
  markConstrained(owner)
}

/** `Name<TAB>fields` or `Name<TAB>n plural<TAB>fields`. */
function readType(owner: Package, start: usize, lineEnd: usize): Type {
  const type = changetype<Type>(take(offsetof<Type>()))
  type.start = start
  type.end = find(TAB, start, lineEnd)
  type.package = owner
  type.line = min(type.end + 1, lineEnd)
  type.lineEnd = lineEnd
  type.isKind = isScope(load<u8>(type.line)) && (load<u8>(type.line + 1) === TAB || load<u8>(type.line + 1) === BLANK)
  type.isPodSpec = isSame(type.start, type.end, POD_SPEC, POD_SPEC + 7) && isSame(owner.start, owner.end, CORE, CORE + 7)
  const slot = slotOf(owner.table, type.start, type.end)
  type.chained = load<Type | null>(slot)
  store<Type>(slot, type)
  return type
}

function isScope(code: i32): bool {
  // n, c
  return code === 110 || code === 99
}

function slotOf(table: Table, start: usize, end: usize): usize {
  let hash = 0
  for (; start < end; start++) hash = hash * 31 + <i32>load<u8>(start)
  return table.slots + <usize>((hash ^ (hash >>> 15)) & (SLOTS - 1)) * sizeof<usize>()
}

/** The address of a character, or `end`. */
function find(code: i32, start: usize, end: usize): usize {
  while (start < end && <i32>load<u8>(start) !== code) start++
  return start
}

/** The same for a line break, far away: eight characters at a time. */
function findLineEnd(start: usize, end: usize): usize {
  for (; start + 8 <= end; start += 8) {
    const differing = load<u64>(start) ^ 0x0a0a0a0a0a0a0a0a
    if (((differing - 0x0101010101010101) & ~differing & 0x8080808080808080) !== 0) break
  }
  return find(LINE, start, end)
}

function isSame(start: usize, end: usize, otherStart: usize, otherEnd: usize): bool {
  return end - start === otherEnd - otherStart && memory.compare(start, otherStart, end - start) === 0
}

function typeIn(owner: Package | null, start: usize, end: usize): Type | null {
  if (owner === null) return null
  readPackage(owner)
  let type = load<Type | null>(slotOf(owner.table, start, end))
  while (type !== null && !(type.package === owner && isSame(type.start, type.end, start, end))) type = type.chained
  return type
}

function packageNamed(table: Table, start: usize, end: usize): Package | null {
  let each = table.packages
  while (each !== null && !isSame(each.start, each.end, start, end)) each = each.next
  return each
}

/** `core/v1 Container` */
export function typeNamed(table: Table, name: usize, end: usize): Type | null {
  const blank = find(BLANK, name, end)
  return blank === end ? null : typeIn(packageNamed(table, name, blank), blank + 1, end)
}

/** `networking.k8s.io/v1 Ingress`: apiVersion and kind. */
export function kindNamed(table: Table, name: usize, end: usize): Type | null {
  const blank = find(BLANK, name, end)
  if (blank === end) return null
  let owner = table.packages
  while (owner !== null && !isSame(owner.versionStart, owner.versionEnd, name, blank)) owner = owner.next
  const type = typeIn(owner, blank + 1, end)
  return type !== null && type.isKind ? type : null
}

/** There are constraints on the types with these names, each on a line of its own. They stay where they are, for packages that are read later. */
export function constrain(table: Table, names: usize, end: usize): void {
  table.constrained = names
  table.constrainedEnd = end
  let owner = table.packages
  while (owner !== null) {
    if (owner.types !== null) markConstrained(owner)
    owner = owner.next
  }
}

function markConstrained(owner: Package): void {
  const constrainedEnd = owner.table.constrainedEnd
  for (let name = owner.table.constrained; name < constrainedEnd; ) {
    const nameEnd = find(LINE, name, constrainedEnd)
    const blank = find(BLANK, name, nameEnd)
    if (isSame(name, blank, owner.start, owner.end)) {
      const type = typeIn(owner, blank + 1, nameEnd)
      if (type !== null) type.isConstrained = 1
    }
    name = nameEnd + 1
  }
}

/** Reads the fields of a type, if that has not been done. */
export function readFields(type: Type): void {
  if (type.slotCount > 0) return
  let body = bodyOf(type)
  let end = type.lineEnd
  if (load<u8>(body) === EQUALS) {
    // Those of the same type in another version of the group.
    const other = sibling(type, body + 1)
    body = bodyOf(other)
    end = other.lineEnd
  }
  let count = type.isKind ? 2 : 0
  if (body < end) count++
  for (let at = body; at < end; at++) if (load<u8>(at) === COMMA) count++
  type.fields = take(<usize>count * offsetof<Field>())
  type.slotCount = 4
  while (type.slotCount < count * 2) type.slotCount *= 2
  type.slots = take(<usize>type.slotCount * sizeof<usize>())
  if (type.isKind) {
    addField(type, apiVersion, simpleShape(STRING), false)
    addField(type, kind, simpleShape(STRING), false)
  }
  while (body < end) {
    const comma = find(COMMA, body, end)
    const colon = find(COLON, body, comma)
    const isRequired = load<u8>(colon - 1) === REQUIRED
    const nameEnd = isRequired ? colon - 1 : colon
    addField(type, internAscii(body, nameEnd), shapeOf(type, min(colon + 1, comma), comma), isRequired)
    body = comma + 1
  }
}

function bodyOf(type: Type): usize {
  return type.isKind ? find(TAB, type.line, type.lineEnd) + 1 : type.line
}

/** The type of the same name in another version, which begins at `version` and ends the line, of the package's group. */
function sibling(type: Type, version: usize): Type {
  const group = find(47, type.package.start, type.package.end) + 1 - type.package.start
  let each = type.package.table.packages
  while (each !== null) {
    if (isSame(each.start, min(each.start + group, each.end), type.package.start, type.package.start + group) && isSame(each.start + group, each.end, version, type.lineEnd)) break
    each = each.next
  }
  return typeIn(each, type.start, type.end)!
}

function addField(type: Type, key: i32, shape: Shape, isRequired: bool): void {
  const field = changetype<Field>(type.fields + <usize>type.fieldCount * offsetof<Field>())
  type.fieldCount += 1
  field.key = key
  field.shape = shape
  field.isRequired = isRequired
  field.isEmbedded = shape.code === OBJECT && (key === spec || key === template)
  if (isRequired || field.isEmbedded) type.isNeedy = 1
  let slot = key & (type.slotCount - 1)
  while (load<usize>(type.slots + <usize>slot * sizeof<usize>()) !== 0) slot = (slot + 1) & (type.slotCount - 1)
  store<Field>(type.slots + <usize>slot * sizeof<usize>(), field)
}

/** The field with a key, or null. The fields must have been read. */
export function fieldOf(type: Type, key: i32): Field | null {
  let slot = key & (type.slotCount - 1)
  let field = load<Field | null>(type.slots + <usize>slot * sizeof<usize>())
  while (field !== null && field.key !== key) {
    slot = (slot + 1) & (type.slotCount - 1)
    field = load<Field | null>(type.slots + <usize>slot * sizeof<usize>())
  }
  return field
}

const simple = memory.data(19 * sizeof<usize>(), 8)

function simpleShape(code: i32): Shape {
  const slot = simple + <usize>code * sizeof<usize>()
  if (load<usize>(slot) === 0) store<Shape>(slot, newShape(code))
  return load<Shape>(slot)
}

function newShape(code: i32): Shape {
  const shape = changetype<Shape>(take(offsetof<Shape>()))
  shape.code = code
  return shape
}

/** The shape of an object of such a type. */
export function objectShape(type: Type): Shape {
  if (changetype<usize>(type.shape) === 0) {
    type.shape = newShape(OBJECT)
    type.shape.type = type
  }
  return type.shape
}

/** What the code from `start` to `end` means in a line of `owner`. */
function shapeOf(owner: Type, start: usize, end: usize): Shape {
  if (start === end) return simpleShape(STRING)
  const first = load<u8>(start)
  if (end - start === 1) {
    const code = simpleCode(first)
    if (code > 0) return simpleShape(code)
  }
  switch (first) {
    case 91: { // [
      const list = newShape(LIST)
      let from = start + 1
      if (load<u8>(from) === EQUALS) {
        list.isSet = 1
        from++
      }
      list.keysStart = from
      for (let next = find(SEMICOLON, from, end); next < end; next = find(SEMICOLON, from, end)) from = next + 1
      list.keysEnd = from
      list.item = shapeOf(owner, from, end)
      return list
    }
    case 123: { // {
      const map = newShape(MAP_OF)
      map.item = shapeOf(owner, start + 1, end)
      return map
    }
    case 63: { // ?
      const letter = load<u8>(start + 1)
      const alternative = newShape(letter === 91 ? OBJECT_OR_LIST : letter === 98 ? OBJECT_OR_BOOLEAN : OBJECT_OR_STRINGS)
      alternative.type = typeOf(owner, start + 2, end)
      return alternative
    }
    default:
      return objectShape(typeOf(owner, start, end))
  }
}

/** `Name` is of the same package, `core/v1 Name` of another. */
function typeOf(owner: Type, start: usize, end: usize): Type {
  const blank = find(BLANK, start, end)
  const found = blank === end ? typeIn(owner.package, start, end) : typeNamed(owner.package.table, start, end)
  if (found === null) unreachable()
  return found!
}

function simpleCode(letter: i32): i32 {
  switch (letter) {
    case 98: return BOOLEAN // b
    case 105: return INT32 // i
    case 108: return INT64 // l
    case 110: return NUMBER // n
    case 113: return QUANTITY // q
    case 120: return INT_OR_STRING // x
    case 116: return TIME // t
    case 109: return MICRO_TIME // m
    case 121: return BYTES // y
    case 102: return FREE // f
    case 97: return ANY // a
    default: return 0
  }
}
