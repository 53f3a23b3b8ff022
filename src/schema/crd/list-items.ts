/** Items of lists that are sets, or maps by some of their fields. */
import type { ErrorType } from '../constraints.ts'
import { anyOf, shorten } from '../sentence.ts'
import { asText, UNREADABLE, type CustomSchema, type Json, type JsonMap } from './custom-schema.ts'

export interface ItemFault {
  index: number
  code: ErrorType
  message: string
  /** The item that has the same already. */
  first?: number
  echo?: true
}

export function repeatedItems(list: readonly Json[], { raw }: CustomSchema): readonly ItemFault[] {
  const type = raw['x-kubernetes-list-type']
  if (list.length < (type === 'map' ? 1 : 2) || (type !== 'set' && type !== 'map')) return []
  const keys = type === 'map' ? (raw['x-kubernetes-list-map-keys'] ?? []) : undefined
  const faults: ItemFault[] = []
  const seen = new Map<string, { index: number; isTold: boolean }>()
  for (const [index, item] of list.entries()) {
    if (item === null || isUnclear(item)) continue
    if (keys !== undefined && (typeof item !== 'object' || Array.isArray(item))) {
      // Its type says so, too.
      faults.push({ index, code: 'Invalid', message: 'must be a map', echo: true })
      continue
    }
    const identity = asText(keys === undefined ? item : keys.map((key) => (Object.hasOwn(item as JsonMap, key) ? [(item as JsonMap)[key]!] : [])))
    const earlier = seen.get(identity)
    if (earlier === undefined) seen.set(identity, { index, isTold: false })
    else if (!earlier.isTold) {
      earlier.isTold = true
      const own = keys?.filter((key) => Object.hasOwn(item as JsonMap, key)).map((key) => `${key} ${shown((item as JsonMap)[key]!)}`)
      faults.push({ index, code: 'Duplicate', first: earlier.index, message: own === undefined || own.length === 0 ? `is already in the list at index ${earlier.index}` : `has the same ${anyOf(own).replace(/ or (?=[^,]*$)/, ' and ')} as item ${earlier.index}` })
    }
  }
  return faults
}

const isUnclear = (item: Json): boolean => item === UNREADABLE || (typeof item === 'object' && item !== null && Object.values(item).some((value) => isUnclear(value as Json)))

const shown = (value: Json): string => (typeof value === 'string' ? shorten(value) : asText(value))
