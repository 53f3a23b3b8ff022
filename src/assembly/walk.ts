/**
 * The walk over an object with the types of one minor. What is as it should be costs nothing more; everything else becomes a note for `schema/walk.ts`, in the order of
 * the walk.
 */
import { internWord } from './keys'
import { move, take } from './memory'
import { DOUBLE_QUOTED, FOLDED, LITERAL, MAP, nodeIn, PLAIN, SEQUENCE, SINGLE_QUOTED, Node } from './node'
import { FALSE, INTEGER, NULL, TEXT, TRUE } from './scalar'
import {
  ANY, BOOLEAN, FREE, INT32, INT64, INT_OR_STRING, LIST, MAP_OF, NUMBER, OBJECT, OBJECT_OR_BOOLEAN, OBJECT_OR_LIST, OBJECT_OR_STRINGS, QUANTITY, STRING,
  fieldOf, objectShape, readFields, Field, Shape, Type,
} from './types'

// What a note says, as in `schema/walk.ts`.
/** The field with this key is not one of the type. */
const UNKNOWN: i32 = 1
/** A value that does not fit its shape, or may not. */
const DOUBTFUL: i32 = 2
/** Some needed field of the type is not there. */
const MISSING: i32 = 3
/** The type has constraints. */
const CONSTRAINED: i32 = 4
/** The items of the list have to differ. */
const KEYED: i32 = 5
const TOO_DEEP: i32 = 6
/** The value of a map is null: it counts as the empty value of its type. */
const EMPTY_VALUE: i32 = 7

/** Levels. Only the schemas of a CustomResourceDefinition can be this deep, and none that a person or a tool has written is. */
const DEEPEST: i32 = 1000

@unmanaged
class Note {
  what: i32
  node: i32
  /** Its key node, or -1. */
  key: i32
  /** Address of a type or a shape. */
  subject: usize
  /** The pod spec around it, or -1, and whether that is one of a template. */
  pod: i32
  isTemplate: i32
}

let notes: usize = 0
let capacity: i32 = 0
/** How many notes there are. */
export let noteCount: i32 = 0

export function notesAddress(): usize {
  return notes
}

let nodes: usize = 0
let nodeCapacity: i32 = 0
/** The number of the first node that the host has written. */
let base: i32 = 0

let depth: i32 = 0
let pod: i32 = -1
let isTemplate: bool = false
/** Off below `status`, which the server drops before it validates. */
let validating: bool = true
/** Off where a field that the type does not have is none of our business. */
let strict: bool = true
let takesAnyFree: bool = false
let status: i32 = -1

/** Makes room for the nodes of an object, the first of which has the number `first`; the address to write them to. */
export function reserveNodes(count: i32, first: i32): usize {
  if (count > nodeCapacity) {
    nodeCapacity = max(count + (count >> 1), 1 << 12)
    nodes = take(<usize>nodeCapacity << 4)
  }
  base = first
  return nodes
}

/**
 * Walks the object or, at a `level` above 0, the part of one that is at `node`. With `lax`, unknown fields are let be. `anyFree`: a field of free content may hold anything.
 */
export function walk(node: i32, key: i32, type: Type, level: i32, lax: bool, anyFree: bool): void {
  if (status < 0) status = internWord('status')
  noteCount = 0
  depth = level
  pod = -1
  validating = true
  strict = !lax
  takesAnyFree = anyFree
  value(node, key, objectShape(type))
}

function at(node: i32): Node {
  return nodeIn(nodes, node - base)
}

function kindOf(node: i32): i32 {
  return at(node).head & 15
}

function next(node: i32): i32 {
  const here = at(node)
  return (here.head & 15) <= SEQUENCE ? here.link : node + 1
}

function isNull(node: i32): bool {
  return kindOf(node) === PLAIN && at(node).link === NULL
}

function note(what: i32, node: i32, key: i32, subject: usize): void {
  if (noteCount === capacity) {
    const larger = max(capacity * 2, 1 << 8)
    notes = move(notes, <usize>capacity * offsetof<Note>(), <usize>larger * offsetof<Note>())
    capacity = larger
  }
  const made = changetype<Note>(notes + <usize>noteCount * offsetof<Note>())
  noteCount++
  made.what = what
  made.node = node
  made.key = key
  made.subject = subject
  made.pod = pod
  made.isTemplate = isTemplate ? 1 : 0
}

function value(node: i32, key: i32, shape: Shape): void {
  const kind = kindOf(node)
  if (depth > DEEPEST) {
    note(TOO_DEEP, node, key, changetype<usize>(shape))
    return
  }
  switch (shape.code) {
    case STRING:
      if (kind !== PLAIN ? isQuoted(kind) : hintOf(node) === TEXT || hintOf(node) === NULL) return
      break
    case OBJECT:
      if (kind === MAP) {
        map(node, key, shape.type!)
        return
      }
      break
    case LIST:
      if (kind === SEQUENCE) {
        items(node, shape.item!)
        if (shape.keysEnd > shape.keysStart && validating && at(node).head >>> 8 > 1) note(KEYED, node, key, changetype<usize>(shape))
        return
      }
      break
    case MAP_OF:
      if (kind === MAP) {
        values(node, shape.item!)
        return
      }
      break
    case ANY:
      return
    case FREE:
      if (kind === MAP || takesAnyFree) return
      break
    case OBJECT_OR_LIST:
      if (kind === MAP) {
        map(node, key, shape.type!)
        return
      }
      if (kind === SEQUENCE) {
        items(node, objectShape(shape.type!))
        return
      }
      break
    case OBJECT_OR_BOOLEAN:
      if (kind === MAP) {
        map(node, key, shape.type!)
        return
      }
      if (kind === PLAIN && isBoolean(node)) return
      break
    case OBJECT_OR_STRINGS:
      if (kind === MAP) map(node, key, shape.type!)
      if (kind === MAP || kind === SEQUENCE) return
      break
    case BOOLEAN:
      if (kind === PLAIN && isBoolean(node)) return
      break
    case INT32:
    case INT64:
    case NUMBER:
    case QUANTITY:
      if (kind === PLAIN && isInteger(node)) return
      break
    case INT_OR_STRING:
      if (kind === PLAIN ? isInteger(node) || hintOf(node) === TEXT : isQuoted(kind)) return
      break
  }
  note(DOUBTFUL, node, key, changetype<usize>(shape))
}

/** Quoted, or a block: always text. */
function isQuoted(kind: i32): bool {
  return kind === SINGLE_QUOTED || kind === DOUBLE_QUOTED || kind === LITERAL || kind === FOLDED
}

function hintOf(node: i32): i32 {
  return at(node).link
}

function isBoolean(node: i32): bool {
  const hint = hintOf(node) & 7
  return hint === TRUE || hint === FALSE
}

function isInteger(node: i32): bool {
  return (hintOf(node) & 7) === INTEGER
}

function map(node: i32, ownKey: i32, type: Type): void {
  readFields(type)
  const outer = pod
  const outerTemplate = isTemplate
  if (type.isPodSpec) {
    pod = node
    isTemplate = depth > 1
  }
  for (let key = node + 1, end = next(node); key < end; key = next(key + 1)) {
    const field = fieldOf(type, at(key).link)
    if (field === null) {
      if (strict) note(UNKNOWN, node, key, changetype<usize>(type))
      continue
    }
    if (isNull(key + 1)) continue
    const leaves = depth === 0 && field.key === status
    if (leaves) validating = false
    depth++
    value(key + 1, key, field.shape)
    depth--
    if (leaves) validating = true
  }
  if (validating) {
    if (type.isNeedy && misses(node, type)) note(MISSING, node, ownKey, changetype<usize>(type))
    if (type.isConstrained) note(CONSTRAINED, node, ownKey, changetype<usize>(type))
  }
  pod = outer
  isTemplate = outerTemplate
}

/** Whether some field that is needed is not there. */
function misses(node: i32, type: Type): bool {
  for (let i = 0; i < type.fieldCount; i++) {
    const field = changetype<Field>(type.fields + <usize>i * offsetof<Field>())
    if ((field.isRequired || field.isEmbedded) && !has(node, field.key)) return true
  }
  return false
}

/** Whether a map has a key with a value; of a duplicate key the last one counts. */
function has(node: i32, wanted: i32): bool {
  let found = false
  for (let key = node + 1, end = next(node); key < end; key = next(key + 1)) if (at(key).link === wanted) found = !isNull(key + 1)
  return found
}

function items(node: i32, item: Shape): void {
  depth++
  for (let child = node + 1, end = next(node); child < end; child = next(child)) {
    if (!isNull(child)) value(child, -1, item)
    else empty(child, -1, item)
  }
  depth--
}

/** A null item or value of a map is an object without fields for the server. */
function empty(node: i32, key: i32, shape: Shape): void {
  if (shape.code !== OBJECT || !validating) return
  const type = shape.type!
  readFields(type)
  if (type.isNeedy) note(MISSING, node, key, changetype<usize>(type))
  if (type.isConstrained) note(CONSTRAINED, node, key, changetype<usize>(type))
}

/** The values of a map. */
function values(node: i32, item: Shape): void {
  depth++
  for (let key = node + 1, end = next(node); key < end; key = next(key + 1)) {
    if (!isNull(key + 1)) value(key + 1, key, item)
    else {
      note(EMPTY_VALUE, key + 1, key, changetype<usize>(item))
      empty(key + 1, key, item)
    }
  }
  depth--
}
