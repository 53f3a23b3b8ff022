/** Whether a value can be decoded into a field of the API, and what such a field takes. Reasons go on after the field's name: `is the number 5, must be a string`. */
import { base64 } from '../formats/base64.ts'
import type { Format } from '../formats/format.ts'
import { quantity } from '../formats/quantity.ts'
import { microTime, time } from '../formats/time.ts'
import { resolvePlain, type ScalarValue } from '../parser/scalar.ts'
import { Flag, type Tape } from '../parser/tape.ts'
import { shown } from './sentence.ts'
import type { Shape } from './shape.ts'
import { Code } from './table.ts'

type Value = Exclude<ScalarValue, null>

/** Why a scalar does not fit; undefined when it does. `null` never gets here: it is a missing field. */
export function decodeFault(tape: Tape, node: number, type: Shape): string | undefined {
  const value = tape.scalar(node) as Value
  switch (type.code) {
    case Code.string:
      return typeof value === 'string' ? undefined : misfit(tape, node, type)
    case Code.boolean:
    case Code.objectOrBoolean:
      return typeof value === 'boolean' ? undefined : misfit(tape, node, type)
    case Code.int32:
      return isNumber(value) ? integerFault(value, 31) : misfit(tape, node, type)
    case Code.int64:
      return isNumber(value) ? integerFault(value, 63) : misfit(tape, node, type)
    case Code.number:
      return isNumber(value) ? undefined : misfit(tape, node, type)
    case Code.intOrString:
      return typeof value === 'string' ? undefined : isNumber(value) ? integerFault(value, 31) : misfit(tape, node, type)
    case Code.quantity:
      return typeof value === 'boolean' ? misfit(tape, node, type) : formatFault(quantity, value)
    case Code.time:
      return typeof value === 'string' ? formatFault(time, value) : misfit(tape, node, type)
    case Code.microTime:
      return typeof value === 'string' ? formatFault(microTime, value) : misfit(tape, node, type)
    case Code.bytes:
      return typeof value === 'string' ? formatFault(base64, value) : misfit(tape, node, type)
    default:
      return misfit(tape, node, type)
  }
}

const isNumber = (value: Value): value is number | bigint => typeof value === 'number' || typeof value === 'bigint'

function integerFault(value: number | bigint, bits: number): string | undefined {
  // Nearly all are small.
  if (typeof value === 'number' && (value | 0) === value) return undefined
  if (typeof value === 'number' && !Number.isInteger(value)) return `is ${value}, must be an integer`
  const limit = 2n ** BigInt(bits)
  // A float beyond ±2^53 reaches the server in its shortest form: -9223372036854775809 as -9223372036854776000.
  const exact = typeof value === 'number' && Math.abs(value) >= 1e21 ? (value < 0 ? -limit - 1n : limit) : BigInt(String(value))
  if (exact >= limit) return `is ${value}, must be at most ${limit - 1n}`
  return exact < -limit ? `is ${value}, must be at least ${-limit}` : undefined
}

function formatFault<T extends string | number | bigint>(format: Format<T>, value: T): string | undefined {
  const reason = format(value)
  return reason === undefined ? undefined : `is ${shown(value)}, ${typeof reason === 'string' ? reason : reason[0]}`
}

/** What is no scalar and has not been found fitting by the core. */
export const decodeListFault = (tape: Tape, node: number, type: Shape): string | undefined => (type.code === Code.bytes && tape.isSequence(node) && areBytes(tape, node) ? undefined : misfit(tape, node, type))

/** Go reads bytes from a list of numbers as well. */
function areBytes(tape: Tape, list: number): boolean {
  for (let item = list + 1, end = tape.next(list); item < end; item = tape.next(item)) {
    const value = tape.isScalar(item) ? (tape.scalar(item) ?? 0) : undefined
    if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 255) return false
  }
  return true
}

/** `is the string "8080", must be an integer: remove the quotes` */
export const misfit = (tape: Tape, node: number, type: Shape): string => `${wrongType(tape, node, describeType(type))}${hint(tape, node, type)}`

export const wrongType = (tape: Tape, node: number, wanted: string): string => `is ${describeNode(tape, node)}, must be ${wanted}`

/** What is written, in words. */
function describeNode(tape: Tape, node: number): string {
  if (tape.isMap(node)) return 'a map'
  if (tape.isSequence(node)) return 'a list'
  const value = tape.scalar(node)
  if (typeof value === 'string') return `the string ${shown(value)}`
  return typeof value === 'boolean' ? `the boolean ${tape.source(node)}` : `the number ${tape.source(node)}`
}

const TAKES: Readonly<Record<Code, string>> = {
  [Code.string]: 'a string',
  [Code.boolean]: 'true or false',
  [Code.int32]: 'an integer',
  [Code.int64]: 'an integer',
  [Code.number]: 'a number',
  [Code.quantity]: 'a quantity such as 500m or 1Gi',
  [Code.intOrString]: 'an integer or a string',
  [Code.time]: 'a time such as "2026-01-31T08:30:00Z"',
  [Code.microTime]: 'a time with microseconds such as "2026-01-31T08:30:00.000000Z"',
  [Code.bytes]: 'a string of base64',
  [Code.free]: 'a map',
  [Code.any]: 'anything',
  [Code.object]: 'a map',
  [Code.list]: 'a list',
  [Code.map]: 'a map',
  [Code.objectOrList]: 'a map or a list of maps',
  [Code.objectOrBoolean]: 'a map, true or false',
  [Code.objectOrStrings]: 'a map or a list of strings',
}

/** What a field takes, in words: `a list of maps`. */
export function describeType(type: Shape): string {
  if (type.code !== Code.list) return TAKES[type.code]
  const { code } = type.item!
  return code === Code.object ? 'a list of maps' : code === Code.string ? 'a list of strings' : 'a list'
}

/** What would make it right, when that is one step. */
function hint(tape: Tape, node: number, type: Shape): string {
  if (type.code === Code.string && !tape.isScalar(node)) return asString(tape, node)
  const isFlow = tape.has(node, Flag.flow)
  if (tape.isSequence(node)) return tape.count(node) === 1 && (type.code === Code.object || (type.code === Code.map && tape.isMap(node + 1))) ? (isFlow ? ': remove the brackets' : ': remove the dash') : ''
  // `-name: web`: a key that begins with a dash.
  if (tape.isMap(node)) return type.code !== Code.list ? '' : isFlow ? ': put it in brackets' : tape.count(node) > 0 && tape.key(node + 1).startsWith('-') ? ': a space is missing after the dash' : ': put a dash before each item'
  const value = tape.scalar(node)
  if (type.code === Code.string) return ': put it in quotes'
  const isItem = type.code === Code.list && (type.item!.code === Code.string) === (typeof value === 'string') && type.item!.code < Code.free
  const [field] = type.code === Code.object ? (SINGLE.find(([name, like]) => type.object!.fields.has(name) && like.test(String(value))) ?? []) : []
  if (field !== undefined) return `: write ${field}: ${String(value)}`
  if (typeof value !== 'string') return isItem ? ITEM : ''
  if (fitsPlain(value, type.code)) return ': remove the quotes'
  // `name:web`: a key whose colon has nothing behind it.
  if (TAKES[type.code] === 'a map' && /^[\w.-]+:\S/.test(value)) return ': a space is missing after the colon'
  return isItem ? ITEM : ''
}

/** `[abc]`, and `- Host: example.com`, are strings without their quotes; what goes on for lines is one without its `|`. */
function asString(tape: Tape, node: number): string {
  if (tape.has(node, Flag.flow) || (tape.isMap(node) && tape.count(node) === 1 && tape.isScalar(node + 2) && !tape.source(node).includes('\n'))) return ': put it in quotes'
  return ': write "|" after the colon to make it a string'
}

/** What a scalar of the wrong type has to be written as to be of the right one and to mean the same; undefined where that is not certain. */
export function rewritten(tape: Tape, node: number, type: Shape): string | undefined {
  const value = tape.scalar(node)
  if (type.code === Code.string) return typeof value === 'string' || value === null ? undefined : JSON.stringify(tape.source(node))
  if (typeof value !== 'string' || !fitsPlain(value, type.code)) return undefined
  const plain = resolvePlain(value)
  if (typeof plain === 'boolean') return String(plain)
  // 010 is eight, and 1_000 is a thousand: who puts them in quotes may mean something else.
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && Math.abs(Number(value)) < 2 ** 31 && (type.code === Code.number || !value.includes('.')) ? value : undefined
}

const NAME = /^(?!true$|false$)[a-z][\w.-]*$/i
const ITEM = ': put a dash before it'
/** Fields that alone say what an object is about: `imagePullSecrets: [regcred]`, `strategy: Recreate`, `ports: [80]`. */
const SINGLE: readonly (readonly [string, RegExp])[] = [['type', /^[A-Z][A-Za-z]+$/], ['name', NAME], ['secretName', NAME], ['claimName', NAME], ['path', /^\//], ['containerPort', /^\d{1,5}$/], ['port', /^\d{1,5}$/], ['number', /^\d{1,5}$/]]

/** Whether the string would be right without its quotes. */
function fitsPlain(text: string, code: Code): boolean {
  const value = resolvePlain(text)
  return code === Code.boolean || code === Code.objectOrBoolean ? typeof value === 'boolean' : (code === Code.int32 || code === Code.int64 || code === Code.number) && typeof value === 'number'
}
