/** What rules about the files of other tools, for which there is no table of types, say alike: of a field that is unknown, and of a value of another type. */
import { atKey, placeOf, type Place } from '../model/place.ts'
import type { KubernetesObject } from '../model/object.ts'
import type { Tape } from '../parser/tape.ts'
import type { Context } from './visitors.ts'

const LONGEST = 40

/** `meant` is a field that the map does not have. */
export function reportUnknownField({ report }: Context, object: KubernetesObject, key: number, meant: string | undefined, options?: Parameters<Context['report']>[3]): void {
  const place = atKey(placeOf(object, key + 1))
  report(place, `Unknown field "${object.tape.key(key)}"${meant === undefined ? '' : `, did you mean "${meant}"?`}`, meant === undefined ? undefined : (fixer) => fixer.renameKey(place, meant), options)
}

/** `wanted` with its article. A scalar in place of a string only lacks quotes. */
export function reportWrongType({ report }: Context, place: Place, name: string, wanted: string): void {
  const { tape, node } = place
  const lacksQuotes = wanted === 'a string' && tape.isScalar(node)
  report(place, `${name} is ${described(tape, node)}, must be ${wanted}${lacksQuotes ? ': add quotes' : ''}`, lacksQuotes ? (fixer) => fixer.replaceValue(place, JSON.stringify(tape.source(node))) : undefined)
}

export function described(tape: Tape, node: number): string {
  if (tape.isMap(node)) return 'a map'
  if (tape.isSequence(node)) return 'a list'
  const value = tape.scalar(node)
  return typeof value === 'string' ? `the string ${JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value)}` : `the ${typeof value === 'boolean' ? 'boolean' : 'number'} ${tape.source(node)}`
}
