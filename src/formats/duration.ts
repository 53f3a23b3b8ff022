/** Durations of Go: `1h30m`, `1.5s`, `300ms`. */
import type { Format } from './format.ts'

const NANOSECONDS: ReadonlyMap<string, bigint> = new Map(Object.entries({ ns: 1n, us: 1_000n, '\u00b5s': 1_000n, '\u03bcs': 1_000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n }))
const TERM = /(?=\.?\d)(\d*)(?:\.(\d*))?(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y
const LIMIT = 2n ** 63n

/** Nanoseconds, or undefined when Go would not read it: no unit, unknown unit, or beyond 292 years. */
export function parseDuration(text: string): bigint | undefined {
  const negative = text.startsWith('-')
  const start = negative || text.startsWith('+') ? 1 : 0
  if (text.length - start === 1 && text[start] === '0') return 0n
  let sum = 0n
  TERM.lastIndex = start
  let at = start
  for (let term = TERM.exec(text); term !== null; term = TERM.exec(text)) {
    const [, whole, fraction = '', unit] = term
    const nanoseconds = NANOSECONDS.get(unit!)!
    const digits = fraction.slice(0, 18)
    sum += BigInt(whole || '0') * nanoseconds + (digits === '' ? 0n : (BigInt(digits) * nanoseconds) / 10n ** BigInt(digits.length))
    if (sum > LIMIT) return undefined
    at = TERM.lastIndex
  }
  if (at === start || at !== text.length || (sum === LIMIT && !negative)) return undefined
  return negative ? -sum : sum
}

/** metav1.Duration. */
export const duration: Format = (value) => (parseDuration(value) === undefined ? 'must be a duration such as 30s or 1h30m' : undefined)
