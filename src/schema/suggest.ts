/** What a person meant who wrote a field that its type does not have. */
import { nearest } from '../model/nearest.ts'
import type { Tape } from '../parser/tape.ts'
import { Code, type FieldType, type Type } from './table.ts'

export interface FieldSuggestion {
  /** Ends the message: `, did you mean "resources"?`. */
  hint: string
  /** The right name, when renaming the key is all it takes. */
  rename?: string
}

/** `key` is the unknown field in the map `node` of the type `type`. */
export function fieldSuggestion(tape: Tape, node: number, key: number, type: Type): FieldSuggestion | undefined {
  const name = tape.key(key)
  // A field that is there already cannot be the one that was meant.
  const candidates = [...type.fields.values()].filter((field) => tape.find(node, field.name) === -1 && takes(field.type, tape, key + 1)).map((field) => field.name)
  const near = nearest(name, candidates)
  if (near !== undefined) return { hint: `, did you mean "${near}"?`, rename: near }
  const below = findBelow(type, name)
  if (below !== undefined) return { hint: `: it belongs in "${below}"` }
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
  const found: string[] = []
  for (const field of type.fields.values()) {
    const [target, way] = targetOf(field.type, field.name)
    if (target === undefined || field.name === 'status') continue
    if (target.fields.has(name)) found.push(way)
  }
  if (found.length === 0) {
    for (const field of type.fields.values()) {
      const [target, way] = targetOf(field.type, field.name)
      if (target === undefined || field.name === 'status') continue
      for (const inner of target.fields.values()) {
        const [deeper, innerWay] = targetOf(inner.type, inner.name)
        if (deeper?.fields.has(name) === true) found.push(`${way}.${innerWay}`)
      }
    }
  }
  if (found.length === 1) return found[0]
  // Of the three lists of containers the plain one is meant.
  return found.find((way) => way.endsWith('containers[]'))
}

const targetOf = (type: FieldType, name: string): [Type | undefined, string] =>
  type.code === Code.list ? [type.item!.object, `${name}[]`] : [type.code === Code.object ? type.object : undefined, name]
