/**
 * How a message about a field begins: `initialDelaySeconds is -1, must be at least 0`. The field is named as it is written, an item by its index (`env[4]`),
 * a key that is no field by the map that has it (`data[tls.crt]`); strings are in quotes, numbers and booleans are not.
 */
import { isName, type Step } from '../model/field-path.ts'
import { nearest } from '../model/nearest.ts'
import type { ScalarValue } from '../parser/scalar.ts'
import type { Tape } from '../parser/tape.ts'

/** Most characters of a value in a message. */
const LONGEST = 60

/** A value in a message. */
export const shown = (value: ScalarValue): string => (typeof value === 'string' ? shorten(value) : String(value))

/** Quoted, and not too long for a message. */
export const shorten = (text: string): string => JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}…` : text)

/** The field that the steps end at. */
export function fieldName(steps: readonly Step[]): string {
  const last = steps.at(-1)
  if (last === undefined) return ''
  return typeof last === 'string' && isName(last) ? last : `${fieldName(steps.slice(0, -1))}[${last}]`
}

/** The same where nothing is written that could be underlined: `ports[0].containerPort`. */
export const missingName = (steps: readonly Step[]): string => (typeof steps.at(-2) === 'number' ? `${fieldName(steps.slice(0, -1))}.${fieldName(steps)}` : fieldName(steps))

/** More are no help to a reader, and each of thousands of findings may have them. */
const MOST_WORDS = 40
/** A list in words: `"TCP", "UDP" or "SCTP"`. */
export function anyOf<T = string>(words: readonly T[], write: (word: T) => string = String): string {
  if (words.length > MOST_WORDS) return `${words.slice(0, MOST_WORDS).map((word) => write(word)).join(', ')} or one of ${words.length - MOST_WORDS} others`
  const written = words.map((word) => write(word))
  return written.length < 2 ? written.join('') : `${written.slice(0, -1).join(', ')} or ${written.at(-1)}`
}

/** `must be "TCP", "UDP" or "SCTP"; did you mean "UDP"?` */
export function mustBe(values: readonly string[], found = '', write = (value: string): string => `"${value}"`): string {
  const meant = found === '' || values.length === 1 ? undefined : nearest(found, values)
  return `must be ${anyOf(values, write)}${meant === undefined ? '' : `; did you mean ${write(meant)}?`}`
}

/** The allowed value of a message from which the one that was found differs only in case. */
export function sameButCase(found: string, message: string): string | undefined {
  if (!message.startsWith('must be ')) return undefined
  const lower = found.toLowerCase()
  for (const [, allowed] of message.matchAll(/"(\w+)"/g)) if (allowed !== found && allowed!.toLowerCase() === lower) return allowed
  return undefined
}

/**
 * The whole sentence. `message` goes on after the field and its value: `must be at least 0`, `already used by env[0]`, `is not a volume of this pod`; after the field
 * alone where it begins with `cannot`. One that begins with a capital letter or a quote is a sentence of its own. `node` is the value, or -1.
 */
export function sentence(tape: Tape, node: number, steps: readonly Step[], message: string): string {
  if (/^[A-Z"]/.test(message)) return message
  if (node === -1) return `${missingName(steps)} ${message.startsWith('is required') ? required(message, 'missing') : message.startsWith('must ') ? `is missing, ${message}` : message}`
  const name = fieldName(steps)
  const value = tape.isScalar(node) ? tape.scalar(node) : undefined
  if (message.startsWith('is required')) return `${name} ${required(message, value === null ? 'missing' : value === undefined || value === '' ? 'empty' : shown(value))}`
  if (value === undefined || value === null || message.startsWith('cannot ')) return `${name} ${message}`
  return /^(?:must|which|already) /.test(message) ? `${name} is ${shown(value)}, ${message}` : `${name} ${shown(value)} ${message}`
}

/** `is required but missing`, `is missing, but required in a Service with several ports` */
const required = (message: string, found: string): string => (message === 'is required' ? `${message} but ${found}` : `is ${found}, but ${message.slice('is '.length)}`)
