/**
 * The formats that a schema can ask of a string, in the reading of the API server, which is often wider than the name says: `format: hostname` takes "a-", `format: duration`
 * takes "P1D". https://github.com/kubernetes/kube-openapi/tree/master/pkg/validation/strfmt
 */
import { isDate } from './date.ts'
import { parseDuration } from './duration.ts'
import type { Format } from './format.ts'
import { parseCidr, parseIp } from './ip.ts'
import { dnsLabel, dnsSubdomain } from './names.ts'

type Test = (value: string) => boolean

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i
const UUID_OF_VERSION = (version: number, variant: string) => new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}[0-9a-f]{3}-?${variant}[0-9a-f]{3}-?[0-9a-f]{12}$`, 'i')
const HOST_LETTER = '[a-zA-Z0-9\\p{S}\\p{L}]'
const HOST_NAME = new RegExp(`^(?:${HOST_LETTER}(?:-?${HOST_LETTER}{0,62})?|(?:${HOST_LETTER}(?:(?:${HOST_LETTER}|-){0,61}${HOST_LETTER})?\\.)+[a-zA-Z\\p{L}]{2,63})$`, 'u')
const CARD = /^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35\d{3})\d{11})$/
const RGB_PART = '(?:[01]?[0-9]?[0-9]|2[0-4][0-9]|25[0-5])'
const RGB = new RegExp(`^rgb\\(\\s*${RGB_PART}\\s*,\\s*${RGB_PART}\\s*,\\s*${RGB_PART}\\s*\\)$`)
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})t(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:.\d+)?(?:z|[+-]\d{2}:\d{2})$/i
/** A number of units anywhere in the text: all else is passed over. */
const TERM = /(\d+)\s*([A-Za-z\u00b5]+)/g
const UNIT = /^(?:ns|us|\u00b5s|ms|s|m|h|hr|d|w|wk|(?:nano|micro|milli|sec|min|hour|day|week).*)$/i
const INT64 = 2n ** 63n

const isDuration: Test = (value) => {
  if (parseDuration(value) !== undefined) return true
  let hasTerm = false
  for (const [, digits, unit] of value.matchAll(TERM)) {
    if (!UNIT.test(unit!) || BigInt(digits!) >= INT64) continue
    hasTerm = true
  }
  return hasTerm
}

/** Absolute, or a path: url.ParseRequestURI. */
const isUri: Test = (value) => {
  // eslint-disable-next-line no-control-regex -- those are what is looked for
  if (value === '' || /[\0-\x1f\x7f]/.test(value)) return false
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(value)?.[0]
  if (scheme === undefined && !value.startsWith('/') && value !== '*') return false
  const [path, host] = authorityOf(scheme === undefined ? value : value.slice(scheme.length), scheme !== undefined)
  return !/%(?![0-9A-Fa-f]{2})/.test(path.replace(/\?.*$/s, '')) && (host === undefined || isAuthority(host))
}

/** What is after the scheme, in two: with the host apart, when there is one. */
function authorityOf(rest: string, hasScheme: boolean): [path: string, host: string | undefined] {
  if (!rest.startsWith('//') || (!hasScheme && rest.startsWith('///'))) return [rest, undefined]
  const end = rest.slice(2).search(/[/?]/)
  return end === -1 ? ['', rest.slice(2)] : [rest.slice(2 + end), rest.slice(2, 2 + end)]
}

function isAuthority(text: string): boolean {
  const host = text.slice(text.lastIndexOf('@') + 1)
  if (text.includes('@') && !/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(text.slice(0, text.lastIndexOf('@')))) return false
  if (host.startsWith('[')) return /^\[[^\]]*\](?::\d*)?$/.test(host)
  const port = /:([^:]*)$/.exec(host)
  return (port === null || /^\d*$/.test(port[1]!)) && !/[ "<>\\^`{|}]/.test(host) && !/%(?!25|[0-9A-Fa-f]{2})/.test(host)
}

/** Loosely as mail.ParseAddress: an address, or a name with one in angle brackets. */
const isEmail: Test = (value) => {
  const address = /^[^<>]*<([^<>]*)>\s*$/.exec(value)?.[1] ?? value.trim()
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  if (at <= 0 || domain === '') return false
  const isQuoted = /^"(?:[^"\\\r\n]|\\.)*"$/.test(local)
  const atom = /^[^\s()<>[\]:;@\\,."]+(?:\.[^\s()<>[\]:;@\\,."]+)*$/
  return (isQuoted || atom.test(local)) && (atom.test(domain) || /^\[[^\]\\]*\]$/.test(domain))
}

const isMac: Test = (value) =>
  [6, 8, 20].some((octets) => [':', '-'].some((separator) => value.length === octets * 3 - 1 && value.split(separator).every((part) => /^[0-9a-f]{2}$/i.test(part)) && value.split(separator).length === octets)) ||
  [3, 4, 10].some((groups) => value.split('.').length === groups && value.split('.').every((part) => /^[0-9a-f]{4}$/i.test(part))) ||
  /^[0-9a-f]{12}$/i.test(value)

const isIsbn10: Test = (value) => {
  const digits = value.replace(/[\s-]/g, '')
  if (!/^[0-9]{9}[0-9X]$/.test(digits)) return false
  return [...digits].reduce((sum, digit, index) => sum + (10 - index) * (digit === 'X' ? 10 : Number(digit)), 0) % 11 === 0
}

const isIsbn13: Test = (value) => {
  const digits = value.replace(/[\s-]/g, '')
  return /^[0-9]{13}$/.test(digits) && [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
}

const isCard: Test = (value) => {
  const digits = value.replace(/[^0-9]/g, '')
  if (!CARD.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => total + (index % 2 === 0 ? Number(digit) : Number(digit) > 4 ? Number(digit) * 2 - 9 : Number(digit) * 2), 0)
  return sum % 10 === 0
}

const isHostName: Test = (value) => Buffer.byteLength(value) <= 255 && HOST_NAME.test(value) && value.split('.').every((label) => Buffer.byteLength(label) <= 63)

const FORMATS: ReadonlyMap<string, { isRight: Test; wanted: string }> = new Map([
  ['bsonobjectid', { isRight: (value: string) => /^[0-9a-f]{24}$/i.test(value), wanted: '24 hexadecimal digits' }],
  ['uri', { isRight: isUri, wanted: 'a URI such as https://example.com/a' }],
  ['email', { isRight: isEmail, wanted: 'an email address' }],
  ['hostname', { isRight: isHostName, wanted: 'a host name such as www.example.com' }],
  ['ipv4', { isRight: (value: string) => value.includes('.') && !value.includes(':') && parseIp(value) !== undefined, wanted: 'an IPv4 address such as 10.9.8.7' }],
  ['ipv6', { isRight: (value: string) => value.includes(':') && parseIp(value) !== undefined, wanted: 'an IPv6 address such as 2001:db8::1' }],
  ['cidr', { isRight: (value: string) => parseCidr(value) !== undefined, wanted: 'a range of IP addresses such as 10.9.8.0/24' }],
  ['mac', { isRight: isMac, wanted: 'a MAC address such as 00:11:22:33:44:55' }],
  ['uuid', { isRight: (value: string) => UUID.test(value), wanted: 'a UUID' }],
  ['uuid3', { isRight: (value: string) => UUID_OF_VERSION(3, '[0-9a-f]').test(value), wanted: 'a UUID of version 3' }],
  ['uuid4', { isRight: (value: string) => UUID_OF_VERSION(4, '[89ab]').test(value), wanted: 'a UUID of version 4' }],
  ['uuid5', { isRight: (value: string) => UUID_OF_VERSION(5, '[89ab]').test(value), wanted: 'a UUID of version 5' }],
  ['isbn', { isRight: (value: string) => isIsbn10(value) || isIsbn13(value), wanted: 'an ISBN' }],
  ['isbn10', { isRight: isIsbn10, wanted: 'an ISBN of 10 digits' }],
  ['isbn13', { isRight: isIsbn13, wanted: 'an ISBN of 13 digits' }],
  ['creditcard', { isRight: isCard, wanted: 'the number of a credit card' }],
  ['ssn', { isRight: (value: string) => /^\d{3}[- ]\d{2}[- ]\d{4}$/.test(value), wanted: 'a social security number such as 111-11-1111' }],
  ['hexcolor', { isRight: (value: string) => /^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value), wanted: 'a color such as #ffffff' }],
  ['rgbcolor', { isRight: (value: string) => RGB.test(value), wanted: 'a color such as rgb(255,255,255)' }],
  ['byte', { isRight: (value: string) => BASE64.test(value), wanted: 'base64' }],
  ['password', { isRight: () => true, wanted: 'a password' }],
  ['date', { isRight: isDate, wanted: 'a date such as 2026-01-31' }],
  ['duration', { isRight: isDuration, wanted: 'a duration such as 30s or 1h30m' }],
  ['datetime', { isRight: (value: string) => isDate(DATE_TIME.exec(value)?.[1] ?? ''), wanted: 'a time such as 2026-01-31T08:30:00Z' }],
  ['k8sshortname', { isRight: (value: string) => dnsLabel(value) === undefined, wanted: 'lower case letters, digits and "-", at most 63' }],
  ['k8slongname', { isRight: (value: string) => dnsSubdomain(value) === undefined, wanted: 'parts of lower case letters, digits and "-", with dots between' }],
])
const SINCE: ReadonlyMap<string, number> = new Map([['k8sshortname', 34], ['k8slongname', 34]])

/** Dashes do not count in the name of a format. */
const plainName = (format: string): string => format.replaceAll('-', '')

/** Whether the API server of a minor knows a format of strings. It knows them as they are spelt: there is no "UUID". */
export const isStringFormat = (format: string, minor: number): boolean => FORMATS.has(plainName(format)) && minor >= (SINCE.get(plainName(format)) ?? 0)

/** The grammar of a format; undefined for one that the API server of this minor does not know, and asks nothing of. */
export function stringFormat(format: string, minor: number): Format | undefined {
  if (!isStringFormat(format, minor)) return undefined
  const { isRight, wanted } = FORMATS.get(plainName(format))!
  return (value) => (isRight(value) ? undefined : `must be ${wanted}`)
}
