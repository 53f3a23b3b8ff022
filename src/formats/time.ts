/** Points in time as the API server decodes them: RFC 3339 in the reading of Go. */
import type { Format } from './format.ts'

// Go takes an hour of one digit, a comma before the fraction, and offsets up to 24:60.
const RFC_3339 = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})T(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,](\d+))?(?:Z|[+-](?:[01]\d|2[0-4]):(?:[0-5]\d|60))$/

function read(value: string): { fraction: string | undefined } | undefined {
  const parts = RFC_3339.exec(value)
  if (parts === null) return undefined
  const [, year, month, day, fraction] = parts
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const days = month === '02' ? (leap ? 29 : 28) : ['04', '06', '09', '11'].includes(month!) ? 30 : 31
  return Number(day) >= 1 && Number(day) <= days ? { fraction } : undefined
}

/** metav1.Time. */
export const time: Format = (value) => (read(value) === undefined ? 'must be a time such as 2026-01-31T08:30:00Z' : undefined)

/** metav1.MicroTime: exactly six digits of a second. */
export const microTime: Format = (value) => (read(value)?.fraction?.length === 6 ? undefined : 'must be a time with six digits of a second, such as 2026-01-31T08:30:00.000000Z')
