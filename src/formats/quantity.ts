/** Amounts of resources, exactly as resource.Quantity reads them. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
import type { Format } from './format.ts'
import { trimSpace } from './white-space.ts'

export type QuantityForm = 'DecimalSI' | 'BinarySI' | 'DecimalExponent'

export interface Quantity {
  /** The exact value in billionths, the smallest unit that there is. */
  readonly nanos: bigint
  readonly form: QuantityForm
}

const NANOS = 1_000_000_000n
// No two parts of it can share a digit: time stays linear.
const GRAMMAR = /^([+-]?)([0-9]*)(?:\.([0-9]*))?((?:[eEinumkKMGTP]+[-+]?[0-9]*|[-+][0-9]*)?)$/
const DECIMAL_SUFFIXES: ReadonlyMap<string, number> = new Map(Object.entries({ n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 }))
const BINARY_SUFFIXES: ReadonlyMap<string, number> = new Map(Object.entries({ Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 }))
const INT64_MAX = 2n ** 63n - 1n
/** Beyond it the API server would compute for minutes; here such values are all alike. */
const LARGEST_EXPONENT = 1000

/** Beyond it the server has numbers of a million digits to multiply. */
const ENDLESS_EXPONENT = 1_000_000

type Unit = { form: QuantityForm; exponent: number }

function unitOf(suffix: string): Unit | undefined {
  const decimal = DECIMAL_SUFFIXES.get(suffix)
  if (decimal !== undefined) return { form: 'DecimalSI', exponent: decimal }
  const binary = BINARY_SUFFIXES.get(suffix)
  if (binary !== undefined) return { form: 'BinarySI', exponent: binary }
  if (!/^[eE][+-]?[0-9]+$/.test(suffix)) return undefined
  const exponent = BigInt(suffix.replace(/^.\+?/, ''))
  if (exponent > INT64_MAX || exponent < -INT64_MAX - 1n) return undefined
  return { form: 'DecimalExponent', exponent: Number(BigInt.asIntN(32, exponent)) }
}

/** Without any digit the value is 0, but not where the server needs the digits to compute exactly. */
const needsDigits = ({ form, exponent }: Unit): boolean => (form === 'BinarySI' ? exponent >= 50 : exponent < -9)

type Parts = { negative: boolean; whole: string; fraction: string; unit: Unit }

/** Digits and a unit, as nearly all are: told without a regular expression, which takes longer to make than a short run has use for it. */
function splitPlain(text: string): Parts | undefined {
  let end = 0
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++
  const unit = end > 0 && text.length - end <= 2 ? unitOf(text.slice(end)) : undefined
  return unit && { negative: false, whole: text.slice(0, end), fraction: '', unit }
}

function split(value: string | number | bigint): Parts | string {
  const plain = typeof value === 'string' ? splitPlain(value) : undefined
  if (plain !== undefined) return plain
  const text = typeof value === 'string' ? trimSpace(value) : String(value)
  const match = GRAMMAR.exec(text)
  // A line break or tab would arrive at the parser as an escape.
  if (match === null || text === '' || (typeof value === 'string' && /[\t-\r\u2028\u2029]/.test(value))) return malformed(text)
  const [, sign, whole = '', fraction = '', suffix = ''] = match
  const unit = unitOf(suffix)
  if (unit === undefined) return malformed(text)
  if (needsDigits(unit) && !/^[+-]?\.?[0-9]/.test(text)) return 'must have a number before its unit'
  return { negative: sign === '-', whole, fraction, unit }
}

function malformed(text: string): string {
  const unit = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)? ?([A-Za-z]+[+-]?[0-9]*)$/.exec(text)?.[1]
  if (unit === undefined) return 'must be a number, with an optional unit such as m, k, Mi or Gi'
  if (unitOf(unit) !== undefined) return `must not have a space before its unit "${unit}"`
  const meant = meantUnit(unit)
  return `has the unknown unit "${unit}"${meant === undefined ? '' : `, did you mean "${meant}"?`}`
}

/** `GB` and `GiB` are what other programs write, `mi` and `KI` slips of the shift key. */
function meantUnit(unit: string): string | undefined {
  const [, prefix, binary = ''] = /^([kmgtp])(i?)b?$/i.exec(unit) ?? []
  if (prefix === undefined) return undefined
  if (binary !== '') return `${prefix.toUpperCase()}i`
  return prefix.toLowerCase() === 'k' ? 'k' : prefix.toUpperCase()
}

/** Quantities are written as strings or numbers. */
export const quantity: Format<string | number | bigint> = (value) => {
  const parts = split(value)
  if (typeof parts === 'string') return parts
  return parts.unit.exponent > ENDLESS_EXPONENT ? 'has an exponent at which the API server computes for minutes and then gives up' : undefined
}

const divideUp = (value: bigint, by: bigint): bigint => (value + by - 1n) / by

/** The amount, or undefined when `quantity` has a reason against it. What is below a billionth is rounded up to one; a binary unit ends at 2^63 - 1. */
export function parseQuantity(value: string | number | bigint): Quantity | undefined {
  const parts = split(value)
  if (typeof parts === 'string') return undefined
  const { negative, whole, fraction, unit } = parts
  const digits = BigInt(whole + fraction)
  let nanos: bigint
  let form = unit.form
  if (form === 'BinarySI') {
    nanos = divideUp((digits << BigInt(unit.exponent)) * NANOS, 10n ** BigInt(fraction.length))
    if (nanos > INT64_MAX * NANOS) nanos = INT64_MAX * NANOS
    if (nanos > 0n && nanos < NANOS) form = 'DecimalSI'
  } else {
    const exponent = Math.max(Math.min(unit.exponent, LARGEST_EXPONENT) + 9 - fraction.length, -(whole.length + fraction.length + 1))
    nanos = exponent >= 0 ? digits * 10n ** BigInt(exponent) : divideUp(digits, 10n ** BigInt(-exponent))
  }
  return { nanos: negative ? -nanos : nanos, form }
}

/** Negative, zero or positive: for sorting, and for "is more than". */
export const compareQuantities = (a: Quantity, b: Quantity): number => (a.nanos < b.nanos ? -1 : a.nanos > b.nanos ? 1 : 0)

export const isInteger = ({ nanos }: Quantity): boolean => nanos % NANOS === 0n

/** Whole units, rounded away from zero, as the server does where it needs an integer. */
export const wholeUnits = ({ nanos }: Quantity): bigint => (nanos < 0n ? -divideUp(-nanos, NANOS) : divideUp(nanos, NANOS))

/** Rounded away from zero to thousandths: the default of limits, requests and every other list of resources. */
export function roundToMilli({ nanos, form }: Quantity): Quantity {
  const milli = 1_000_000n
  return { nanos: (nanos < 0n ? -divideUp(-nanos, milli) : divideUp(nanos, milli)) * milli, form }
}

/** The text that the API server would print: the shortest with a whole number, in the form that it was written in. */
export function canonicalQuantity({ nanos, form }: Quantity): string {
  if (nanos === 0n) return '0'
  const sign = nanos < 0n ? '-' : ''
  const size = nanos < 0n ? -nanos : nanos
  if (form === 'BinarySI' && size >= 1024n * NANOS) {
    let units = divideUp(size, NANOS)
    let exponent = 0
    while (units % 1024n === 0n && exponent < 60) {
      units /= 1024n
      exponent += 10
    }
    return `${sign}${units}${[...BINARY_SUFFIXES.keys()].find((suffix) => BINARY_SUFFIXES.get(suffix) === exponent) ?? ''}`
  }
  let units = size
  let exponent = -9
  const largest = form === 'DecimalExponent' ? Infinity : 18
  while (units % 1000n === 0n && exponent < largest) {
    units /= 1000n
    exponent += 3
  }
  if (form === 'DecimalExponent') return exponent === 0 ? `${sign}${units}` : `${sign}${units}e${exponent}`
  return `${sign}${units}${[...DECIMAL_SUFFIXES.keys()].find((suffix) => DECIMAL_SUFFIXES.get(suffix) === exponent) ?? ''}`
}

const MEANT: ReadonlyMap<string, string> = new Map(Object.entries({
  b: '', bytes: '', byte: '', i: '', k: 'k', kb: 'k', ki: 'Ki', kib: 'Ki', m: 'M', mb: 'M', mi: 'Mi', mib: 'Mi', g: 'G', gb: 'G', gi: 'Gi', gib: 'Gi',
  t: 'T', tb: 'T', ti: 'Ti', tib: 'Ti', p: 'P', pb: 'P', pi: 'Pi', pib: 'Pi', e: 'E', eb: 'E', ei: 'Ei', eib: 'Ei', mcpu: 'm', millicores: 'm', cores: '', core: '', cpu: '',
}))

/** The amount that somebody meant who wrote a unit of everyday life: `512MB` → `512M`, `1gb` → `1G`, `2 Gi` → `2Gi`. Undefined when there is nothing to guess. */
export function meantQuantity(text: string): string | undefined {
  const match = /^([+-]?[0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]*)$/.exec(text.trim())
  const unit = match?.[2] === '' ? '' : MEANT.get(match?.[2]!.toLowerCase() ?? '?')
  return match === null || unit === undefined ? undefined : `${match[1]}${unit}`
}
