import { describe, expect, test } from 'vitest'
import { canonicalQuantity, compareQuantities, isInteger, meantQuantity, parseQuantity, quantity, roundToMilli, wholeUnits } from '../../src/formats/quantity.ts'

const nanos = (value: string | number | bigint) => parseQuantity(value)?.nanos
const unit = 10n ** 9n

describe('values', () => {
  test.each<[string | number | bigint, bigint]>([
    ['1', unit], ['1.', unit], ['.5', unit / 2n], ['1.5', 1_500_000_000n], ['+1', unit], ['-1', -unit], ['007', 7n * unit],
    ['1n', 1n], ['1u', 1000n], ['100m', 100_000_000n], ['1k', 1000n * unit], ['1M', 10n ** 6n * unit], ['1E', 10n ** 18n * unit],
    ['1Ki', 1024n * unit], ['1.5Gi', 1536n * 1024n ** 2n * unit], ['1e3', 1000n * unit], ['1E3', 1000n * unit], ['1e+3', 1000n * unit], ['12e-1', 1_200_000_000n],
    [1, unit], [0.1, unit / 10n], [1e21, 10n ** 21n * unit], [1e-7, 100n], [2n ** 64n, 2n ** 64n * unit], [-0, 0n],
    // No digits at all are 0.
    ['+', 0n], ['-', 0n], ['.', 0n], ['+.', 0n], ['m', 0n], ['k', 0n], ['E', 0n], ['Ki', 0n], ['Ti', 0n], ['e3', 0n], ['E-3', 0n],
    // Too small to tell apart: rounded up, away from zero.
    ['0.1n', 1n], ['-0.1n', -1n], ['1e-10', 1n], ['1e-2000000000', 1n], ['0e-2000000000', 0n], ['1.0000000001', unit + 1n],
    // A binary unit ends at 2^63 - 1, a decimal one does not.
    ['8Ei', (2n ** 63n - 1n) * unit], ['-9Ei', -(2n ** 63n - 1n) * unit], ['100E', 10n ** 20n * unit],
    // Exponents are cut to 32 bits.
    ['5e4294967296', 5n * unit],
    [' 1Gi ', 1024n ** 3n * unit],
  ])('%s', (text, value) => expect(nanos(text)).toBe(value))

  test('an enormous exponent is one at which the server hangs', () => {
    expect(quantity('1e99999999999')).toBe('has an exponent at which the API server computes for minutes and then gives up')
    // Only 32 bits of it count.
    expect(quantity('1e9223372036854775807')).toBeUndefined()
    expect(quantity('1e1000')).toBeUndefined()
  })

  test('an enormous exponent does not hang', () => expect(nanos('1e2000000000')).toBe(10n ** 1009n))
})

describe('malformed', () => {
  const format = 'must be a number, with an optional unit such as m, k, Mi or Gi'
  test.each([
    ['', format], [' ', format], ['1 Gi', 'must not have a space before its unit "Gi"'], ['1.5.5', format], ['1,5', format], ['abc', 'has the unknown unit "abc"'], ['true', 'has the unknown unit "true"'], ['1\t', format], ['--1', format], ['1GB', 'has the unknown unit "GB", did you mean "G"?'], ['0x10', 'has the unknown unit "x10"'], ['1Gib', 'has the unknown unit "Gib", did you mean "Gi"?'],
    ['1K', 'has the unknown unit "K", did you mean "k"?'], ['1ki', 'has the unknown unit "ki", did you mean "Ki"?'], ['1gi', 'has the unknown unit "gi", did you mean "Gi"?'], ['1mi', 'has the unknown unit "mi", did you mean "Mi"?'], ['1i', 'has the unknown unit "i"'],
    ['1e', 'has the unknown unit "e"'], ['1e+', 'has the unknown unit "e+"'], ['e', 'has the unknown unit "e"'], ['1+5', format], ['1e9223372036854775808', 'has the unknown unit "e9223372036854775808"'],
    ['Pi', 'must have a number before its unit'], ['+Ei', 'must have a number before its unit'], ['.Pi', 'must have a number before its unit'], ['e-10', 'must have a number before its unit'],
  ])('%j', (text, reason) => {
    expect(quantity(text)).toBe(reason)
    expect(parseQuantity(text)).toBeUndefined()
  })
  test('a long text is refused at once', () => expect(quantity(`${'0'.repeat(1_000_000)}${'1'.repeat(1_000_000)}x`)).toBe('has the unknown unit "x"'))
})

test('comparison is by value, never by text', () => {
  const compare = (a: string | number, b: string | number) => Math.sign(compareQuantities(parseQuantity(a)!, parseQuantity(b)!))
  expect(compare('1000m', 1)).toBe(0)
  expect(compare('1Gi', '1G')).toBe(1)
  expect(compare('512Mi', '0.5Gi')).toBe(0)
  expect(compare('900m', '1')).toBe(-1)
})

test('integers and rounding', () => {
  expect(isInteger(parseQuantity('1000m')!)).toBe(true)
  expect(isInteger(parseQuantity('1001m')!)).toBe(false)
  expect(wholeUnits(parseQuantity('1001m')!)).toBe(2n)
  expect(wholeUnits(parseQuantity('-1001m')!)).toBe(-2n)
  expect(roundToMilli(parseQuantity('0.1m')!).nanos).toBe(1_000_000n)
  expect(roundToMilli(parseQuantity('1100u')!).nanos).toBe(2_000_000n)
  expect(roundToMilli(parseQuantity('-0.1m')!).nanos).toBe(-1_000_000n)
})

test.each([
  ['1000m', '1'], ['1', '1'], ['0', '0'], ['0Ki', '0'], ['1024Ki', '1Mi'], ['1Mi', '1Mi'], ['1048576', '1048576'], ['1000', '1k'], ['0.5', '500m'], ['1500Mi', '1500Mi'], ['512Mi', '512Mi'],
  ['1e0', '1'], ['1e3', '1e3'], ['1000e0', '1e3'], ['1000Ki', '1000Ki'], ['0.5Ki', '512'], ['1.5Gi', '1536Mi'], ['-1000m', '-1'],
])('the canonical text of %j is %j', (text, canonical) => expect(canonicalQuantity(parseQuantity(text)!)).toBe(canonical))

test.each([['512MB', '512M'], ['1gb', '1G'], ['2 Gi', '2Gi'], ['1K', '1k'], ['1gi', '1Gi'], ['64mib', '64Mi'], ['5x', undefined], ['abc', undefined]])('%j means %j', (text, meant) =>
  expect(meantQuantity(text)).toBe(meant),
)

test('time grows with the length of the text', () => {
  const long = 100_000
  expect(quantity(`${'9'.repeat(long)}!`)).toBeDefined()
  expect(meantQuantity(`1${' '.repeat(long)}!`)).toBeUndefined()
  expect(meantQuantity(` 1${' '.repeat(long)}GB `)).toBe('1G')
})
