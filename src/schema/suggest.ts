/** What a person meant who wrote a field that its type does not have: looked for below it, above and beside it, among former names, and last among names that are spelt alike. */
import { nearest } from '../model/nearest.ts'
import type { Tape } from '../parser/tape.ts'
import { MINORS } from '../versions.ts'
import { formerName } from './former-names.ts'
import type { Level } from './levels.ts'
import type { FieldsShape, Shape } from './shape.ts'
import { Code, loadTable } from './table.ts'

export interface FieldSuggestion {
  /** Ends the message: `, did you mean "resources"?`. */
  hint: string
  /** The right name, when renaming the key is all it takes. */
  rename?: string
  /** The ways from the same map to the fields that were meant. */
  meant: readonly (readonly string[])[]
  /** It is a field of this map. */
  of?: number
  /** It is a field of the whole object. */
  ofRoot?: true
  /** The whole item of a list is in the wrong one: what else is wrong with it follows from that. */
  misplaced?: boolean
}

/** Levels above that a field may belong to. The fields of no kind are nested as deep; only schemas are, in themselves. */
const FARTHEST = 24

/**
 * `key` is the unknown field in the map `node`, the innermost type around which is that of `level`. `lists` keeps by item what `listFor` says: an item may have thousands of unknown fields.
 */
export function fieldSuggestion(tape: Tape, node: number, key: number, level: Level, lists: Map<number, string | undefined>): FieldSuggestion | undefined {
  const name = tape.key(key)
  const { type } = level
  // A field that is there already cannot be the one that was meant.
  const isCandidate = (candidate: string): boolean => tape.find(node, candidate) === -1 && takes(type.fields.get(candidate)!.type, tape, key + 1)
  const sameLetters = factsOf(type).byLetters.get(name.toLowerCase())?.find(isCandidate)
  if (sameLetters !== undefined) return renamed(sameLetters)
  const owner = emptyAbove(tape, node, key, type)
  if (owner !== undefined) return { hint: `: it belongs in "${owner}"`, meant: [[owner, name]] }
  if (type.name === 'meta/v1 LabelSelector' && tape.isScalar(key + 1)) return { hint: ': it belongs in "matchLabels"', meant: [['matchLabels']] }
  const former = formerName(type.name, name)
  if (former !== undefined) return type.fields.has(former) && takes(type.fields.get(former)!.type, tape, key + 1) ? renamed(former) : { hint: `: it is "${former}"`, meant: [stepsOf(former)] }
  if (level.above !== undefined && level.way.endsWith('[]')) {
    if (!lists.has(node)) lists.set(node, listFor(tape, node, level.above.type))
    const list = lists.get(node)
    if (list !== undefined) return { hint: `: the item belongs in "${list}"`, meant: [], misplaced: true }
  }
  const near = nearest(name, factsOf(type).names, isCandidate)
  const below = findBelow(tape, key, type, near === undefined ? 2 : 1)
  // A field one level down is meant before what happens to be in it.
  const isNextLevel = below !== undefined && type.fields.has(below)
  if (!isNextLevel && holdsOnly(tape, key + 1, type)) return { hint: `: what is in it belongs ${level.way === '' ? 'at the top level' : `in "${level.way}"`}`, meant: keysOf(tape, key + 1).map((field) => [field]) }
  if (below !== undefined) {
    const item = lastItem(tape, node, below)
    return { hint: `: it belongs in "${below}"`, meant: item === undefined ? [[...stepsOf(below), name]] : [], ...(item !== undefined && { of: item }) }
  }
  const above = findAbove(tape, key, level, near !== undefined)
  if (above !== undefined) return above === '' ? { hint: ': it belongs at the top level, beside apiVersion and kind', meant: [], ofRoot: true } : { hint: `: it belongs in "${above}"${ofWhat(above, level)}`, meant: [] }
  const deep = near === undefined ? findBelow(tape, key, type, DEEPEST) : undefined
  if (deep !== undefined) return { hint: `: it belongs in "${deep}"`, meant: [[...stepsOf(deep), name]] }
  if (near !== undefined) return renamed(near)
  const begun = factsOf(type).names.find((field) => field.length > 3 && name.toLowerCase().startsWith(field.toLowerCase()) && isCandidate(field)) ?? singular(tape, node, name, type)
  return begun === undefined ? undefined : { hint: `, did you mean "${begun}"?`, meant: [[begun]] }
}

/** Of a list in the same map: `image:` goes on with the last one of `containers[]`. */
function lastItem(tape: Tape, map: number, way: string): number | undefined {
  const list = way.endsWith('[]') ? tape.find(map, way.slice(0, -2)) : -1
  if (list === -1 || !tape.isSequence(list)) return undefined
  let last: number | undefined
  for (let item = list + 1; item < tape.next(list); item = tape.next(item)) last = item
  return last !== undefined && tape.isMap(last) ? last : undefined
}

/** A field above in the same map that has no value, and could have this key: its own lines are not indented further. */
function emptyAbove(tape: Tape, map: number, key: number, type: FieldsShape): string | undefined {
  if (empties?.text !== tape.text || empties.map !== map) empties = { text: tape.text, map, keys: emptyKeys(tape, map, type) }
  for (const other of empties.keys) {
    if (other > key) continue
    // Another version of Kubernetes may not have it.
    const shape = type.fields.get(tape.key(other))?.type
    const value = shape?.code === Code.map ? shape.item : shape?.object?.fields.get(tape.key(key))?.type
    if (value !== undefined && takes(value, tape, key + 1)) return tape.key(other)
  }
  return undefined
}

/** Those of the last map that was asked about: it may have thousands of unknown fields. */
let empties: { text: string; map: number; keys: readonly number[] } | undefined

/** Fields without anything behind their colon, the last one first. */
function emptyKeys(tape: Tape, map: number, type: FieldsShape): number[] {
  const keys: number[] = []
  for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) if (tape.isNull(key + 1) && tape.start(key + 1) === tape.end(key + 1) && type.fields.has(tape.key(key))) keys.unshift(key)
  return keys
}

const renamed = (name: string): FieldSuggestion => ({ hint: `, did you mean "${name}"?`, rename: name, meant: [[name]] })

/** `imagePullSecret: regcred`: of a list the name of one item, and that item. */
const singular = (tape: Tape, map: number, name: string, type: FieldsShape): string | undefined => (type.fields.get(`${name}s`)?.type.code === Code.list && tape.find(map, `${name}s`) === -1 ? `${name}s` : undefined)

/** Several fields on the way may be called `spec`. */
function ofWhat(above: string, level: Level): string {
  if (above !== 'spec' || !(level.type.fields.has('spec') || /(?:^|\.)spec$/.test(level.way))) return ''
  let root = level
  while (root.above !== undefined) root = root.above
  return ` of the ${root.type.name.slice(root.type.name.lastIndexOf(' ') + 1)}`
}

/** The fields of a way, up to the first list. */
const stepsOf = (way: string): string[] => way.slice(0, /\[|$/.exec(way)!.index).split('.')

/** Where a resource that is none belongs: `storageClassName` among the requests of a claim. */
export function placeAbove(name: string, level: Level): string | undefined {
  for (let each: Level | undefined = level; each !== undefined; each = each.above) if (each.type.fields.has(name)) return each.way
  return undefined
}

/** The first minor after this one that has the field. */
export function fieldSince(minor: number, type: string, field: string): string | undefined {
  const key = `${minor} ${type}`
  let newer = later.get(key)
  if (newer === undefined) later.set(key, (newer = MINORS.filter((each) => Number(each.split('.')[1]) > minor).map((each) => [each, loadTable(each).type(type)])))
  return newer.find(([, each]) => each?.fields.has(field) === true)?.[0]
}

/** By minor and name of a type: what the minors after it have of that name. */
const later = new Map<string, readonly [minor: string, type: FieldsShape | undefined][]>()

/** Whether a value could stand in such a field: a map is never meant for a list. */
function takes(type: Shape, tape: Tape, node: number): boolean {
  if (tape.isNull(node)) return true
  switch (type.code) {
    case Code.object:
    case Code.map:
    case Code.free:
      return tape.isMap(node)
    case Code.list:
      return tape.isSequence(node)
    case Code.any:
    case Code.objectOrBoolean:
    case Code.objectOrList:
    case Code.objectOrStrings:
      return true
    case Code.int32:
    case Code.int64:
    case Code.number:
      return tape.isScalar(node) && typeof tape.scalar(node) !== 'boolean'
    default:
      return tape.isScalar(node)
  }
}

/** Another list beside the one that has the item, to which every key of it belongs. */
function listFor(tape: Tape, item: number, parent: FieldsShape): string | undefined {
  if (tape.count(item) < 2) return undefined
  const fitting = [...parent.fields.values()].filter(({ type }) => type.code === Code.list && type.item!.object !== undefined && holdsOnly(tape, item, type.item!.object))
  return fitting.length === 1 ? fitting[0]!.name : undefined
}

function keysOf(tape: Tape, map: number): string[] {
  const names: string[] = []
  for (let key = map + 1, end = tape.next(map); key < end; key = tape.next(key + 1)) names.push(tape.key(key))
  return names
}

/** Whether a map has keys, and all of them are fields of the type. */
function holdsOnly(tape: Tape, map: number, type: FieldsShape): boolean {
  if (!tape.isMap(map) || tape.count(map) === 0) return false
  return keysOf(tape, map).every((name) => type.fields.has(name))
}

/** The way down to the only place that has the field: `livenessProbe` in a pod spec belongs in `containers[]`. */
const findBelow = (tape: Tape, key: number, type: FieldsShape, deepest: number): string | undefined => only(waysBelow(type).get(tape.key(key)), tape, key + 1, deepest)

/** The same from the types above. Where a name that is spelt alike is at hand, only what is close by counts. */
function findAbove(tape: Tape, key: number, { above: first }: Level, isNear: boolean): string | undefined {
  let isInSource = false
  for (let at = first, depth = 1; at !== undefined && depth < FARTHEST && !isInSource; at = at.above, depth++) isInSource = factsOf(at.type).holdsSources
  for (let at = first, depth = 1; at !== undefined && depth < FARTHEST; at = at.above, depth++) {
    const { type, way } = at
    const field = type.fields.get(tape.key(key))
    if (field !== undefined && takes(field.type, tape, key + 1)) return way
    // Another kind of source was not meant by whoever wrote this one.
    if (isInSource) continue
    const beside = findBelow(tape, key, type, isNear ? 1 : DEEPEST - 1)
    if (beside !== undefined) return way === '' ? beside : `${way}.${beside}`
  }
  return undefined
}

/** What is asked of a type with each field that it does not have. */
interface TypeFacts {
  names: readonly string[]
  /** By the name in small letters. */
  byLetters: ReadonlyMap<string, readonly string[]>
  /** A volume, a projected volume, a variable: it has one of several sources. */
  holdsSources: boolean
}

const facts = new WeakMap<FieldsShape, TypeFacts>()

function factsOf(type: FieldsShape): TypeFacts {
  let known = facts.get(type)
  if (known === undefined) {
    const names = [...type.fields.keys()]
    const byLetters = new Map<string, string[]>()
    for (const name of names) byLetters.set(name.toLowerCase(), [...(byLetters.get(name.toLowerCase()) ?? []), name])
    const sources = [...type.fields.values()].filter(({ type: { object } }) => object?.name.endsWith('Source') === true)
    facts.set(type, (known = { names, byLetters, holdsSources: sources.length > 3 }))
  }
  return known
}

interface Place {
  way: string
  field: Shape
  depth: number
}

function only(places: readonly Place[] = [], tape: Tape, value: number, deepest: number): string | undefined {
  const fitting = places.filter(({ field, depth }) => depth <= deepest && takes(field, tape, value))
  // Of the three lists of containers the plain one is meant.
  const plain = fitting.length > 1 ? fitting.filter(({ way }) => !/(?:initC|ephemeralC)ontainers\[\]/.test(way)) : fitting
  return plain.length === 1 ? plain[0]!.way : undefined
}

/** By type: the fields of all types below it, where each is nearest, with the ways down to them. Gathered once, for a text may have thousands of unknown fields. */
const known = new Map<FieldsShape, Map<string, Place[]>>()
const DEEPEST = 6

function waysBelow(type: FieldsShape): Map<string, Place[]> {
  const made = known.get(type)
  if (made !== undefined) return made
  const places = new Map<string, Place[]>()
  known.set(type, places)
  const seen = new Set<FieldsShape>([type])
  let level: Pick<Level, 'type' | 'way'>[] = [{ type, way: '' }]
  for (let depth = 1; depth <= DEEPEST && level.length > 0; depth++) {
    const next: Pick<Level, 'type' | 'way'>[] = []
    for (const { type: above, way } of level) {
      for (const { name, type: shape } of above.fields.values()) {
        const target = shape.code === Code.list ? shape.item!.object : shape.code === Code.object ? shape.object : undefined
        // A status is nobody's to write.
        if (target === undefined || seen.has(target) || name === 'status') continue
        next.push({ type: target, way: `${way === '' ? '' : `${way}.`}${name}${shape.code === Code.list ? '[]' : ''}` })
      }
    }
    for (const { type: target, way } of next) {
      seen.add(target)
      for (const field of target.fields.values()) {
        const list = places.get(field.name)
        if (list === undefined) places.set(field.name, [{ way, field: field.type, depth }])
        else if (list[0]!.depth === depth) list.push({ way, field: field.type, depth })
      }
    }
    level = next
  }
  return places
}
