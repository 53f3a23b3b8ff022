import type { Format } from './format.ts'

/** The text form of a number-or-percentage: `25%`. */
export const percent: Format = (value) => {
  if (/^[0-9]+%$/.test(value)) return undefined
  return /^[0-9]+$/.test(value) ? 'must be a number or a percentage: remove the quotes, or add "%"' : 'must be digits followed by "%"'
}

/** The number of a right percentage. */
export const percentValue = (value: string): number => Number(value.slice(0, -1))
