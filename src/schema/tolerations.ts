/** What is wrong with a toleration, of a pod or of a RuntimeClass that hands it to its pods. */
import type { Toleration } from 'kubernetes-types/core/v1'
import { labelValue, qualifiedName } from '../formats/names.ts'
import type { Loose } from '../model/kinds.ts'
import type { ErrorType } from './constraints.ts'
import { mustBe } from './sentence.ts'

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

export interface TolerationFault {
  field: 'key' | 'operator' | 'effect'
  code: ErrorType
  message: string
  /** What is at fault, where the server blames the operator. */
  place?: 'value'
}

export function tolerationFaults({ key = '', operator = '', value = '', effect = '', tolerationSeconds }: Loose<Toleration>): TolerationFault[] {
  const faults: TolerationFault[] = []
  const fault = (field: TolerationFault['field'], code: ErrorType, message: string, place?: 'value') => faults.push(place === undefined ? { field, code, message } : { field, code, message, place })
  for (const reason of key === '' ? [] : (qualifiedName(key) ?? [])) fault('key', 'Invalid', reason)
  if (key === '' && operator !== 'Exists') fault('operator', 'Invalid', 'must be "Exists" without a key')
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') fault('effect', 'Invalid', 'must be "NoExecute" beside tolerationSeconds')
  if (operator === '' || operator === 'Equal') for (const reason of labelValue(value) ?? []) fault('operator', 'Invalid', reason, 'value')
  else if (operator === 'Exists') {
    if (value !== '') fault('operator', 'Invalid', 'must be empty for the operator Exists', 'value')
  } else fault('operator', 'NotSupported', 'must be "Equal" or "Exists"')
  if (effect !== '' && !EFFECTS.includes(effect)) fault('effect', 'NotSupported', mustBe(EFFECTS, effect))
  return faults
}
