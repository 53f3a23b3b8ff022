/** Numbers of pods that can be written as a percentage of all. */
import { percent, percentValue } from '../formats/percent.ts'
import type { Check, Fault } from './constraints.ts'

/** A number without a sign, or a percentage. */
export const intOrPercent: Check = {
  describes: 'at least 0, or a percentage',
  test(value): Fault | undefined {
    if (typeof value === 'number') return value < 0 ? { code: 'Invalid', message: 'must be at least 0' } : undefined
    const reason = typeof value === 'string' ? percent(value) : undefined
    return reason === undefined ? undefined : { code: 'Invalid', message: reason as string }
  },
}

export const atMostAll: Check = {
  describes: 'at most 100%',
  test: (value): Fault | undefined => (typeof value === 'string' && percent(value) === undefined && percentValue(value) > 100 ? { code: 'Invalid', message: 'must be at most 100%' } : undefined),
}

export const isMalformed = (value: string | number): boolean => typeof value === 'string' && percent(value) !== undefined

/** Whether it comes to no pod at all. */
export const isZero = (value: string | number): boolean => (typeof value === 'number' ? value === 0 : isMalformed(value) ? numberIn(value) === 0 : percentValue(value) === 0)

/** What the server counts a malformed percentage for. */
const numberIn = (text: string): number => (/^[+-]?\d{1,18}$/.test(text) ? Number(text) : 0)
