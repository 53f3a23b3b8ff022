/** Whether a scalar can be decoded into a field of the API, and what such a field takes. Reasons complete a sentence that starts with the field's name. */
import type { ScalarValue } from '../parser/scalar.ts'
import { base64 } from '../formats/base64.ts'
import type { Format } from '../formats/format.ts'
import { quantity } from '../formats/quantity.ts'
import { microTime, time } from '../formats/time.ts'
import { Code, type FieldType } from './table.ts'

/** Undefined when the value fits. `null` never gets here: it is a missing field. */
export function decodeFault(code: Code, value: Exclude<ScalarValue, null>): string | undefined {
  switch (code) {
    case Code.boolean:
      return typeof value === 'boolean' ? undefined : `must be true or false, not ${shown(value)}`
    case Code.int32:
      return integerFault(value, 2n ** 31n, 'an integer of 32 bits')
    case Code.int64:
      return integerFault(value, 2n ** 63n, 'an integer of 64 bits')
    case Code.number:
      return typeof value === 'number' || typeof value === 'bigint' ? undefined : `must be a number, not ${shown(value)}`
    case Code.intOrString:
      return typeof value === 'string' ? undefined : integerFault(value, 2n ** 31n, 'an integer of 32 bits or a text')
    case Code.quantity:
      return typeof value === 'boolean' ? `must be a quantity such as 500m or 1Gi, not ${shown(value)}` : formatFault(quantity, value)
    case Code.time:
      return textFault(time, value)
    case Code.microTime:
      return textFault(microTime, value)
    case Code.bytes:
      return textFault(base64, value)
    default:
      return `must be ${TAKES[code]}, not ${shown(value)}`
  }
}

function integerFault(value: Exclude<ScalarValue, null>, limit: bigint, what: string): string | undefined {
  // Nearly all are small.
  if (typeof value === 'number' && (value | 0) === value) return undefined
  if (typeof value === 'string') return `must be ${what}, not the text ${shown(value)}${/^[+-]?\d+$/.test(value) ? ': leave out the quotes' : ''}`
  if (typeof value === 'boolean') return `must be ${what}, not ${shown(value)}`
  if (typeof value === 'number' && !Number.isInteger(value)) return `must be ${what}, not ${value}`
  // A float beyond ±2^53 reaches the server in its shortest form: -9223372036854775809 as -9223372036854776000.
  const exact = typeof value === 'number' && Math.abs(value) >= 1e21 ? limit : BigInt(String(value))
  return exact >= -limit && exact < limit ? undefined : `must be ${what}, and ${value} is too large`
}

const textFault = (format: Format, value: Exclude<ScalarValue, null>): string | undefined => {
  if (typeof value !== 'string') return `must be text, not ${shown(value)}`
  return formatFault(format, value)
}

function formatFault<Value extends string | number | bigint>(format: Format<Value>, value: Value): string | undefined {
  const reason = format(value)
  return reason === undefined ? undefined : `${shown(value)} ${typeof reason === 'string' ? reason : reason[0]}`
}

const shown = (value: Exclude<ScalarValue, null>): string => {
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)
}

const TAKES: Readonly<Record<Code, string>> = {
  [Code.string]: 'text',
  [Code.boolean]: 'true or false',
  [Code.int32]: 'an integer',
  [Code.int64]: 'an integer',
  [Code.number]: 'a number',
  [Code.quantity]: 'a quantity such as 500m or 1Gi',
  [Code.intOrString]: 'an integer or text',
  [Code.time]: 'a time',
  [Code.microTime]: 'a time with microseconds',
  [Code.bytes]: 'base64',
  [Code.free]: 'an object',
  [Code.any]: 'anything',
  [Code.object]: 'an object',
  [Code.list]: 'a list',
  [Code.map]: 'an object',
  [Code.objectOrList]: 'an object or a list of objects',
  [Code.objectOrBoolean]: 'an object, true or false',
  [Code.objectOrStrings]: 'an object or a list of texts',
}

/** What a field takes, in words: `a list of objects`. */
export function describeType(type: FieldType): string {
  if (type.code === Code.list && type.item!.code === Code.object) return 'a list of objects'
  return TAKES[type.code]
}
