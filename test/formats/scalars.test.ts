import { expect, test } from 'vitest'
import { base64 } from '../../src/formats/base64.ts'
import { duration, parseDuration } from '../../src/formats/duration.ts'
import { domainPrefixedPath, localDescendingPath, localNonReservedPath, nonResourceUrl, withoutBacksteps } from '../../src/formats/paths.ts'
import { percent, percentValue } from '../../src/formats/percent.ts'
import { microTime, time } from '../../src/formats/time.ts'

test.each(['2026-01-31T08:30:00Z', '2026-01-31T8:30:00Z', '2024-02-29T00:00:00Z', '2026-01-31T08:30:00.5Z', '2026-01-31T08:30:00,123456789+24:60', '0001-01-01T00:00:00Z', '2026-01-31T08:30:00-05:00'])('time %j', (text) =>
  expect(time(text)).toBeUndefined(),
)
test.each([
  '', '2026-01-31', '2026-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '2026-00-01T00:00:00Z', '2026-01-00T00:00:00Z', '2026-01-31T24:00:00Z', '2026-01-31T08:60:00Z', '2026-01-31t08:30:00Z', '2026-01-31T08:30:00z',
  '2026-01-31T08:30:00', '2026-01-31T08:30:00+0200', '2026-01-31T08:30:00+25:00', '2026-01-31 08:30:00Z', '2026-1-31T08:30:00Z', '2026-01-31T08:30:00.Z', '1900-02-29T00:00:00Z',
])('no time %j', (text) => expect(time(text)).toBe('must be a time such as 2026-01-31T08:30:00Z'))
test('micro time has six digits', () => {
  expect(microTime('2026-01-02T03:04:05.000001Z')).toBeUndefined()
  for (const wrong of ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.1Z', '2026-01-02T03:04:05.123Z', '2026-01-02T03:04:05.1234567Z']) expect(microTime(wrong)).toBeDefined()
})

test.each<[string, bigint]>([
  ['0', 0n], ['+0', 0n], ['1s', 10n ** 9n], ['1h30m', 5_400_000_000_000n], ['1.5s', 1_500_000_000n], ['.5s', 500_000_000n], ['5.s', 5_000_000_000n], ['-1m', -60_000_000_000n], ['1us', 1000n], ['1µs', 1000n], ['1μs', 1000n], ['1ms1ns', 1_000_001n],
])('duration %j', (text, nanoseconds) => expect(parseDuration(text)).toBe(nanoseconds))
test.each(['', '30', '1', '1d', 's', '.s', '1 s', '1s ', '+', '00', '1h-30m', '2562048h', '1S'])('no duration %j', (text) => expect(duration(text)).toBe('must be a duration such as 30s or 1h30m'))

test.each(['', 'YQ==', 'YWI=', 'YWJj', 'YW\nJj', 'YWJ\r\nj\n', 'YR==', '+/+/'])('base64 %j', (text) => expect(base64(text)).toBeUndefined())
test.each(['a', 'YQ', 'YQ=', 'YQ===', 'YQ==YQ==', '=', 'Y Q=', 'pässword', '_-__'])('no base64 %j', (text) => expect(base64(text)).toMatch(/^must be base64/))

test('percent', () => {
  for (const right of ['0%', '25%', '100%', '1000%']) expect(percent(right)).toBeUndefined()
  for (const wrong of ['', '%', '25', '2.5%', '-1%', '25 %', '+1%']) expect(percent(wrong)).toBeDefined()
  expect(percentValue('25%')).toBe(25)
})

test('paths', () => {
  expect(withoutBacksteps('a/..b/c..')).toBeUndefined()
  expect(withoutBacksteps('a/../b')).toBe('must not contain ".." as an element')
  expect(localDescendingPath('a/b')).toBeUndefined()
  expect(localDescendingPath('/a/..')).toHaveLength(2)
  expect(localNonReservedPath('..a')).toEqual(['must not begin with ".."'])
  expect(localNonReservedPath('../a')).toEqual(['must not contain ".." as an element'])
  expect(domainPrefixedPath('example.com/a/b~c')).toBeUndefined()
  for (const [wrong, reasons] of [['a', 1], ['/a', 1], ['a/', 1], ['A/ ', 2], ['a/b c', 1]] as const) expect(domainPrefixedPath(wrong)).toHaveLength(reasons)
})

test('URLs of the API server that are no resource', () => {
  for (const right of ['/', '/healthz', '/apis/*', '/a/b-c.d']) expect(nonResourceUrl(right)).toBeUndefined()
  for (const wrong of ['', 'healthz', '/a b', '//', '/a//b', '/a*', '/*/a', '/*/*', '*']) expect(nonResourceUrl(wrong), wrong).toBeDefined()
})
