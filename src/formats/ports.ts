/** Ports by number and by name. */
import { longerThan, orNothing, type Format } from './format.ts'

export const portNumber: Format<number | bigint> = (value) => (value >= 1 && value <= 65535 ? undefined : 'must be between 1 and 65535')

const PORT_NAME = /^(?=[^a-z]*[a-z])(?!.*--)[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/

/** IANA service name (RFC 6335), as container ports are named; one reason for each broken part. */
export function portName(value: string): readonly string[] | undefined {
  if (PORT_NAME.test(value)) return undefined
  const reasons: string[] = []
  if (longerThan(15, value)) reasons.push('must be at most 15 characters')
  if (!/^[a-z0-9-]+$/.test(value)) reasons.push(value === '' ? 'must not be empty' : 'must consist of lower case letters, digits and "-"')
  if (!/[a-z]/.test(value)) reasons.push('must contain a letter')
  if (value.includes('--')) reasons.push('must not contain "--"')
  if (value.startsWith('-') || value.endsWith('-')) reasons.push('must not begin or end with "-"')
  return orNothing(reasons)
}

/** A port of a probe or a Service's target: a number, or the name of a container port (which must hold a letter, so "8080" in quotes is neither). */
export const portNumberOrName: Format<string | number | bigint> = (value) => {
  if (typeof value !== 'string') return portNumber(value)
  return isQuotedNumber(value) ? ['must be a number: remove the quotes'] : portName(value)
}

/** Digits alone are the name of no port. */
export const isQuotedNumber = (name: string): boolean => /^[1-9]\d{0,4}$/.test(name)
