/**
 * IP addresses and ranges. `legacyIp` and `legacyCidr` are what the API server has always taken, `strict*` what it takes for the same fields since 1.36,
 * `canonical*` what it takes for new fields.
 */
import { orNothing, type Format } from './format.ts'

export interface IpAddress {
  /** An IPv4 address written as IPv6 (::ffff:10.0.0.1) counts as IPv4, as for Go. */
  family: 4 | 6
  value: bigint
  /** Written as IPv6 though it is IPv4. */
  mapped: boolean
  /** A number has zeros in front that a strict reader refuses. */
  leadingZeros: boolean
}

const octets = (text: string): { value: bigint; leadingZeros: boolean } | undefined => {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^[0-9]+$/.test(part) && Number(part) <= 255)) return undefined
  return { value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n), leadingZeros: parts.some((part) => /^0[0-9]/.test(part)) }
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'))

export function parseIp(text: string): IpAddress | undefined {
  if (!text.includes(':')) {
    const v4 = octets(text)
    return v4 && { family: 4, mapped: false, ...v4 }
  }
  let rest = text
  let tail: ReturnType<typeof octets>
  if (text.includes('.')) {
    const cut = text.lastIndexOf(':') + 1
    tail = octets(text.slice(cut))
    if (tail === undefined) return undefined
    // Two groups in place of the four octets; what they hold is known already.
    rest = `${text.slice(0, cut)}0:0`
  }
  const [before, after, more] = rest.split('::')
  if (more !== undefined) return undefined
  const left = groupsOf(before!)
  const right = after === undefined ? [] : groupsOf(after)
  const missing = 8 - left.length - right.length
  if (after === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right]
  if (!groups.every((group) => /^[0-9a-fA-F]+$/.test(group) && Number.parseInt(group, 16) <= 0xffff)) return undefined
  const value = groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n) + (tail?.value ?? 0n)
  const leadingZeros = tail?.leadingZeros === true || groups.some((group) => group.length > 4)
  const mapped = value >> 32n === 0xffffn
  return mapped ? { family: 4, value: value & 0xffff_ffffn, mapped, leadingZeros } : { family: 6, value, mapped, leadingZeros }
}

export interface Cidr {
  ip: IpAddress
  /** Of an address written as IPv6 it counts from the start of the 128 bits. */
  prefixLength: number
  leadingZeros: boolean
  /** The address has bits beyond the prefix. */
  hostBits: boolean
}

const bitsOf = (ip: IpAddress): number => (ip.family === 4 && !ip.mapped ? 32 : 128)

export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/')
  if (slash === -1) return undefined
  const ip = parseIp(text.slice(0, slash))
  const length = text.slice(slash + 1)
  if (ip === undefined || !/^[0-9]+$/.test(length) || Number(length) > bitsOf(ip)) return undefined
  const hostLength = bitsOf(ip) - Number(length)
  const written = ip.mapped ? (0xffffn << 32n) | ip.value : ip.value
  return {
    ip,
    prefixLength: Number(length),
    leadingZeros: ip.leadingZeros || /^0[0-9]/.test(length),
    hostBits: (written & ((1n << BigInt(hostLength)) - 1n)) !== 0n,
  }
}

/** The one right way to write it: RFC 5952 for IPv6. */
export function canonicalIp({ family, value }: IpAddress): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.')
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16))
  let longest = { at: -1, length: 1 }
  for (let at = 0; at < 8; at++) {
    let length = 0
    while (groups[at + length] === '0') length++
    if (length > longest.length) longest = { at, length }
  }
  if (longest.at === -1) return groups.join(':')
  return `${groups.slice(0, longest.at).join(':')}::${groups.slice(longest.at + longest.length).join(':')}`
}

/** The range with the bits beyond its prefix cleared. */
export function canonicalCidr({ ip, prefixLength }: Cidr): string {
  const length = ip.mapped ? Math.max(prefixLength - 96, 0) : prefixLength
  const hostLength = BigInt((ip.family === 4 ? 32 : 128) - length)
  return `${canonicalIp({ ...ip, value: (ip.value >> hostLength) << hostLength })}/${length}`
}

const NOT_AN_IP = 'must be an IP address such as 10.9.8.7 or 2001:db8::ffff'
const NOT_A_CIDR = 'must be a range of IP addresses such as 10.9.8.0/24 or 2001:db8::/64'

/** Of a single address that stands for a range, which range that is. */
const notACidr = (value: string): string => {
  const ip = parseIp(value)
  return ip === undefined || ip.mapped ? NOT_A_CIDR : `must be a range of IP addresses: ${value}/${ip.family === 4 ? 32 : 128} is this address alone`
}

export const legacyIp: Format = (value) => (parseIp(value) === undefined ? NOT_AN_IP : undefined)

export const strictIp: Format = (value) => {
  const ip = parseIp(value)
  if (ip === undefined) return NOT_AN_IP
  if (ip.leadingZeros) return 'must not have leading zeros'
  return ip.mapped ? 'must not be an IPv4 address written as IPv6' : undefined
}

export const canonicalIpText: Format = (value) => strictIp(value) ?? (canonicalIp(parseIp(value)!) === value ? undefined : `must be in canonical form ("${canonicalIp(parseIp(value)!)}")`)

export const legacyCidr: Format = (value) => (parseCidr(value) === undefined ? notACidr(value) : undefined)

export function strictCidr(value: string): readonly string[] | undefined {
  const cidr = parseCidr(value)
  if (cidr === undefined) return [notACidr(value)]
  if (cidr.leadingZeros) return ['must not have leading zeros']
  const reasons: string[] = []
  if (cidr.ip.mapped) reasons.push('must not be an IPv4 range written as IPv6')
  if (cidr.hostBits) reasons.push('must not have bits set beyond its prefix length')
  return orNothing(reasons)
}

export const canonicalCidrText: Format = (value) =>
  strictCidr(value) ?? (canonicalCidr(parseCidr(value)!) === value ? undefined : `must be in canonical form ("${canonicalCidr(parseCidr(value)!)}")`)

/** What an endpoint may have: addresses of the machine itself or of the link are of no use to others. */
export const endpointIp: Format<IpAddress> = ({ family, value }) => {
  if (value === 0n) return 'must not be the unspecified address'
  const top = (bits: number) => value >> BigInt((family === 4 ? 32 : 128) - bits)
  if (family === 4 ? top(8) === 127n : value === 1n) return 'must not be a loopback address'
  if (family === 4 ? top(16) === 0xa9fen : top(10) === 0xfe80n >> 6n) return 'must not be a link-local address'
  if (family === 4 ? top(24) === 0xe00000n : top(16) === 0xff02n) return 'must not be a link-local multicast address'
  return undefined
}
