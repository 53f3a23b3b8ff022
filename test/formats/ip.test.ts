import { expect, test } from 'vitest'
import { canonicalCidr, canonicalCidrText, canonicalIp, canonicalIpText, endpointIp, legacyCidr, legacyIp, parseCidr, parseIp, strictCidr, strictIp } from '../../src/formats/ip.ts'

test.each<[text: string, legacy: boolean, strict: boolean, canonical: boolean]>([
  ['10.0.0.1', true, true, true], ['010.0.0.1', true, false, false], ['0.0.0.0', true, true, true], ['255.255.255.255', true, true, true],
  ['256.0.0.1', false, false, false], ['1.2.3', false, false, false], ['1.2.3.4.5', false, false, false], ['', false, false, false], ['a.b.c.d', false, false, false], [' 1.2.3.4', false, false, false], ['1.2.3.4/8', false, false, false],
  ['::', true, true, true], ['::1', true, true, true], ['2001:db8::1', true, true, true], ['2001:DB8::1', true, true, false], ['2001:0db8::1', true, true, false], ['2001:db8:0:0:0:0:0:1', true, true, false],
  ['00001::', true, false, false], ['1:2:3:4:5:6:7:8', true, true, true], ['1:2:3:4:5:6:7', false, false, false], ['1::2::3', false, false, false], [':::', false, false, false], ['1:2:3:4:5:6:7::', true, true, false],
  ['1:2:3:4:5:6:7:8::', false, false, false], [':1', false, false, false], ['1:', false, false, false], ['fe80::1%eth0', false, false, false], ['12345::', false, false, false], ['g::', false, false, false],
  ['::ffff:10.0.0.1', true, false, false], ['::ffff:a00:1', true, false, false], ['::10.0.0.1', true, true, false], ['::ffff:10.0.0.256', false, false, false], ['1:2:3:4:5:6:1.2.3.4', true, true, false], ['1.2.3.4::', false, false, false],
])('%j', (text, legacy, strict, canonical) => {
  expect(legacyIp(text) === undefined).toBe(legacy)
  expect(strictIp(text) === undefined).toBe(strict)
  expect(canonicalIpText(text) === undefined).toBe(canonical)
})

test.each<[text: string, legacy: boolean, strict: boolean, canonical: boolean]>([
  ['10.0.0.0/8', true, true, true], ['10.0.0.1/8', true, false, false], ['10.0.0.0/08', true, false, false], ['010.0.0.0/8', true, false, false], ['10.0.0.0/33', false, false, false], ['10.0.0.0', false, false, false],
  ['10.0.0.0/', false, false, false], ['10.0.0.0/-1', false, false, false], ['10.0.0.0/8/8', false, false, false], ['0.0.0.0/0', true, true, true], ['10.0.0.1/32', true, true, true],
  ['2001:db8::/32', true, true, true], ['2001:DB8::/32', true, true, false], ['2001:db8::1/64', true, false, false], ['::/0', true, true, true], ['::1/129', false, false, false], ['::ffff:10.0.0.0/104', true, false, false],
])('%j', (text, legacy, strict, canonical) => {
  expect(legacyCidr(text) === undefined).toBe(legacy)
  expect(strictCidr(text) === undefined).toBe(strict)
  expect(canonicalCidrText(text) === undefined).toBe(canonical)
})

test('canonical forms', () => {
  expect(canonicalIp(parseIp('010.000.0.01')!)).toBe('10.0.0.1')
  expect(canonicalIp(parseIp('::FFFF:10.0.0.1')!)).toBe('10.0.0.1')
  expect(canonicalIp(parseIp('1:0:0:2:0:0:0:3')!)).toBe('1:0:0:2::3')
  expect(canonicalIp(parseIp('0:0:1:0:0:1:1:1')!)).toBe('::1:0:0:1:1:1')
  expect(canonicalIp(parseIp('0:1:0:1:0:1:0:1')!)).toBe('0:1:0:1:0:1:0:1')
  expect(canonicalCidr(parseCidr('10.1.2.3/8')!)).toBe('10.0.0.0/8')
  expect(canonicalCidr(parseCidr('::ffff:10.1.2.3/104')!)).toBe('10.0.0.0/8')
})

test.each(['0.0.0.0', '::', '127.0.0.1', '127.9.9.9', '::1', '169.254.1.1', 'fe80::1', 'febf::1', '224.0.0.5', 'ff02::1', '::ffff:127.0.0.1'])('%s is no endpoint', (text) => expect(endpointIp(parseIp(text)!)).toMatch(/^must not be/))
test.each(['10.0.0.1', '8.8.8.8', '2001:db8::1', 'fec0::1', '224.0.1.1', 'ff05::1'])('%s may be one', (text) => expect(endpointIp(parseIp(text)!)).toBeUndefined())
