/** The numbers of replicas that a definition names for its scale subresource. */
import type { Step } from '../../model/field-path.ts'
import { UNREADABLE, type Json, type JsonMap } from './custom-schema.ts'
import type { ScalePaths } from './definition.ts'
import type { ErrorType } from '../constraints.ts'

export interface ScaleFault {
  steps: readonly Step[]
  code: ErrorType
  message: string
  /** With a dot before it. */
  path: string
}

export function scaleFaults(object: JsonMap, { specReplicasPath, statusReplicasPath }: ScalePaths, isStatusDropped: boolean): readonly ScaleFault[] {
  const faults: ScaleFault[] = []
  for (const path of isStatusDropped ? [specReplicasPath] : [specReplicasPath, statusReplicasPath]) {
    if (typeof path !== 'string' || !path.startsWith('.')) continue
    const steps = path.slice(1).split('.')
    const message = reason(valueAt(object, steps))
    if (message !== undefined) faults.push({ steps, code: 'Invalid', message, path })
  }
  return faults
}

function valueAt(object: JsonMap, steps: readonly string[]): Json | undefined {
  let value: Json | undefined = object
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    if (value === UNREADABLE) return UNREADABLE
    value = Object.hasOwn(value, step) ? (value as JsonMap)[step] : undefined
  }
  return value
}

function reason(value: Json | undefined): string | undefined {
  if (value === undefined || value === UNREADABLE) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value)) return typeof value === 'bigint' ? 'must be at most 2147483647' : 'must be an integer, for it is the number of replicas'
  return value < 0 ? 'must be at least 0' : value > 2147483647 ? 'must be at most 2147483647' : undefined
}
