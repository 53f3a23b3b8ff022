/** What a person meant who wrote a field that its type does not have. */
import { nearest } from '../model/nearest.ts'
import type { Tape } from '../parser/tape.ts'
import { Code, type FieldType, type Type } from './table.ts'

export interface FieldSuggestion {
  /** Ends the message: `, did you mean "resources"?`. */
  hint: string
  /** The right name, when renaming the key is all it takes. */
  rename?: string
  /** The field of the same map that was meant, or that the meant one is in. */
  meant: string
}

/** `key` is the unknown field in the map `node` of the type `type`. */
export function fieldSuggestion(tape: Tape, node: number, key: number, type: Type): FieldSuggestion | undefined {
  const name = tape.key(key)
  // A field that is there already cannot be the one that was meant.
  const candidates = [...type.fields.values()].filter((field) => tape.find(node, field.name) === -1 && takes(field.type, tape, key + 1)).map((field) => field.name)
  const near = nearest(name, candidates)
  if (near !== undefined) return { hint: `, did you mean "${near}"?`, rename: near, meant: near }
  const below = findBelow(type, name)
  if (below !== undefined) return { hint: `: it belongs in "${below}"`, meant: below.slice(0, /[.[]|$/.exec(below)!.index) }
  return undefined
}

/** Whether a value could stand in such a field: a map is never meant for a list. */
function takes(type: FieldType, tape: Tape, node: number): boolean {
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
    default:
      return tape.isScalar(node)
  }
}

/** The way from a type down to the only place within two levels that has this field: `livenessProbe` in a pod spec belongs in `containers[]`. */
function findBelow(type: Type, name: string): string | undefined {
  let ways = waysBelow.get(type)
  if (ways === undefined) waysBelow.set(type, (ways = [waysWithin(type, 1), waysWithin(type, 2)]))
  const found = ways[0].get(name) ?? ways[1].get(name) ?? []
  if (found.length === 1) return found[0]
  // Of the three lists of containers the plain one is meant.
  return found.find((way) => way.endsWith('containers[]'))
}

/** By type: all fields one and two levels below it, with the ways down to them. Gathered once, for a text may have thousands of unknown fields. */
const waysBelow = new Map<Type, [Ways, Ways]>()
type Ways = Map<string, string[]>

function waysWithin(type: Type, levels: number): Ways {
  const ways: Ways = new Map()
  const add = (name: string, way: string) => {
    const list = ways.get(name)
    if (list === undefined) ways.set(name, [way])
    else list.push(way)
  }
  const visit = ({ fields }: Type, prefix: string, depth: number): void => {
    for (const field of fields.values()) {
      if (depth === 0) add(field.name, prefix)
      else {
        const [target, way] = targetOf(field.type, field.name)
        if (target !== undefined && (prefix !== '' || field.name !== 'status')) visit(target, prefix === '' ? way : `${prefix}.${way}`, depth - 1)
      }
    }
  }
  visit(type, '', levels)
  return ways
}

const targetOf = (type: FieldType, name: string): [Type | undefined, string] =>
  type.code === Code.list ? [type.item!.object, `${name}[]`] : [type.code === Code.object ? type.object : undefined, name]
