import { describe, expect, test } from 'vitest'
import { isStringFormat, stringFormat } from '../../src/formats/openapi-strings.ts'

const cases: Readonly<Record<string, { good: readonly string[]; bad: readonly string[] }>> = {
  bsonobjectid: { good: ['507f1f77bcf86cd799439011'], bad: ['507f', '507f1f77bcf86cd79943901g'] },
  uri: { good: ['http://a.b/c?d', '/rel', 'mailto:a@b', 'urn:x:y', 'https://[::1]:80/'], bad: ['', 'rel', 'http://a b', 'http://a:b/', 'http://%zz/'] },
  email: { good: ['a@b', 'A <a@b.dev>', '"x y"@b.dev'], bad: ['', 'a', '@b', 'a@', 'a b@c'] },
  hostname: { good: ['a', 'a-b', 'a-', 'my-host.example.com', 'über.dev', 'a.co', 'YQ==', '=a', '€.example.com'], bad: ['', 'my-host', 'a-b-c', '-a', 'a_b', 'a/b', '·a', 'a.c=m', '1.2.3.4', 'a.b', 'a.com.', 'a'.repeat(64)] },
  ipv4: { good: ['1.2.3.4', '01.2.3.4'], bad: ['1.2.3', '1.2.3.256', '::1', '::ffff:1.2.3.4'] },
  ipv6: { good: ['::1', '::ffff:1.2.3.4'], bad: ['1.2.3.4', 'fe80::1%e', 'x'] },
  cidr: { good: ['10.0.0.1/8', '::/0'], bad: ['10.0.0.0', '10.0.0.0/33'] },
  mac: { good: ['00:11:22:33:44:55', '00-11-22-33-44-55', '0011.2233.4455', '001122334455'], bad: ['00:11:22:33:44', '00:11:22:33:44:5g', '00:11-22:33:44:55'] },
  uuid: { good: ['123e4567-e89b-12d3-a456-426614174000', '123E4567E89B12D3A456426614174000'], bad: ['123e4567', '{123e4567-e89b-12d3-a456-426614174000}'] },
  uuid3: { good: ['123e4567-e89b-32d3-a456-426614174000'], bad: ['123e4567-e89b-12d3-a456-426614174000'] },
  uuid4: { good: ['123e4567-e89b-42d3-a456-426614174000'], bad: ['123e4567-e89b-42d3-c456-426614174000'] },
  uuid5: { good: ['123e4567-e89b-52d3-a456-426614174000'], bad: ['123e4567-e89b-42d3-a456-426614174000'] },
  isbn: { good: ['978-0321751041', '0321751043'], bad: ['978-0321751042', 'x'] },
  isbn10: { good: ['0321751043'], bad: ['0321751042'] },
  isbn13: { good: ['978 0321751041'], bad: ['0321751043'] },
  creditcard: { good: ['4111111111111111', '4111-1111-1111-1111'], bad: ['1234', '4111111111111112'] },
  ssn: { good: ['111-11-1111', '111 11 1111'], bad: ['111111111'] },
  hexcolor: { good: ['#fff', 'FFFFFF'], bad: ['#ffff', 'red'] },
  rgbcolor: { good: ['rgb(1,2,3)', 'rgb( 255, 0 , 0 )'], bad: ['rgb(256,2,3)', '1,2,3'] },
  byte: { good: ['Zm9v', 'Zm8='], bad: ['', 'Zm9', '***', 'Zm9v\n'] },
  password: { good: ['', 'x'], bad: [] },
  date: { good: ['2024-02-29', '0001-01-01'], bad: ['2023-02-29', '2024-1-1', '2024-13-01'] },
  duration: { good: ['1h', '0', 'P1D', '3 weeks x', '1.5h'], bad: ['', '5', '1month', '1hh', '99999999999999999999s'] },
  'date-time': { good: ['2024-01-01T00:00:00Z', '2024-01-01t00:00:00.123+01:00'], bad: ['2024-01-01', '2024-01-01 00:00:00Z', '2024-13-01T00:00:00Z', '2024-01-01T24:00:00Z'] },
  'k8s-short-name': { good: ['a-b', 'a'.repeat(63)], bad: ['A', 'a'.repeat(64), 'a.b'] },
  'k8s-long-name': { good: ['a.b'], bad: ['a..b', 'a'.repeat(254)] },
}

describe.each(Object.entries(cases))('%s', (format, { good, bad }) => {
  const check = stringFormat(format, 37)!
  if (good.length > 0) test.each(good)('%j', (value) => expect(check(value)).toBeUndefined())
  if (bad.length > 0) test.each(bad)('not %j', (value) => expect(check(value)).toMatch(/^must be ./))
})

test('formats that the API server does not know, or not yet', () => {
  expect(stringFormat('UUID', 37)).toBeUndefined()
  expect(stringFormat('constructor', 37)).toBeUndefined()
  expect(isStringFormat('k8s-short-name', 33)).toBe(false)
  expect(isStringFormat('date-time', 28)).toBe(true)
})
