/** Certificate signing requests (PKCS #10, RFC 2986): whether they can be read, and whether they are signed by their own key. */
import type { KeyObject } from 'node:crypto'
import { crypto } from './crypto.ts'

interface Element {
  tag: number
  /** With its tag and length. */
  whole: Buffer
  content: Buffer
}

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BIT_STRING = 0x03
const OBJECT_IDENTIFIER = 0x06
const ATTRIBUTES = 0xa0

/** The elements that DER has one after the other; undefined when the bytes are none. */
function elements(bytes: Buffer): Element[] | undefined {
  const found: Element[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at]!
    let length = bytes[at + 1]
    if (length === undefined || (tag & 0x1f) === 0x1f) return undefined
    let start = at + 2
    if (length >= 0x80) {
      const size = length & 0x7f
      if (size === 0 || size > 4 || start + size > bytes.length) return undefined
      length = bytes.readUIntBE(start, size)
      // DER writes lengths as short as they can be.
      if (length < 0x80 || length < 2 ** (8 * (size - 1))) return undefined
      start += size
    }
    if (start + length > bytes.length) return undefined
    found.push({ tag, whole: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) })
    at = start + length
  }
  return found
}

/** The elements of one that holds others, when their tags are these. */
function inside(element: Element | undefined, ...tags: readonly number[]): Element[] | undefined {
  const found = element?.tag === SEQUENCE ? elements(element.content) : undefined
  return found !== undefined && found.length === tags.length && found.every(({ tag }, index) => tag === tags[index]) ? found : undefined
}

function identifier(content: Buffer): string {
  const numbers: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(value)
      value = 0
    }
  }
  const [first = 0, ...rest] = numbers
  return [Math.min(Math.floor(first / 40), 2), first - 40 * Math.min(Math.floor(first / 40), 2), ...rest].join('.')
}

interface Algorithm {
  hash: string | undefined
  key: 'rsa' | 'ec' | 'ed25519'
}

/** Those that the server knows; of RSASSA-PSS the hash stands in the parameters. */
const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map(Object.entries({
  '1.2.840.113549.1.1.5': { hash: 'sha1', key: 'rsa' },
  '1.2.840.113549.1.1.11': { hash: 'sha256', key: 'rsa' },
  '1.2.840.113549.1.1.12': { hash: 'sha384', key: 'rsa' },
  '1.2.840.113549.1.1.13': { hash: 'sha512', key: 'rsa' },
  '1.2.840.10045.4.1': { hash: 'sha1', key: 'ec' },
  '1.2.840.10045.4.3.2': { hash: 'sha256', key: 'ec' },
  '1.2.840.10045.4.3.3': { hash: 'sha384', key: 'ec' },
  '1.2.840.10045.4.3.4': { hash: 'sha512', key: 'ec' },
  '1.3.101.112': { hash: undefined, key: 'ed25519' },
}))
const PSS = '1.2.840.113549.1.1.10'
const PSS_HASHES: ReadonlyMap<string, string> = new Map(Object.entries({ '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512' }))

function pssHash(parameters: Element | undefined): string | undefined {
  const [first] = (parameters?.tag === SEQUENCE ? elements(parameters.content) : undefined) ?? []
  const algorithm = first?.tag === ATTRIBUTES ? elements(first.content)?.[0] : undefined
  const oid = algorithm?.tag === SEQUENCE ? elements(algorithm.content)?.[0] : undefined
  return oid && PSS_HASHES.get(identifier(oid.content))
}

function readKey(info: Buffer): KeyObject | undefined {
  try {
    return crypto().createPublicKey({ key: info, format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

/** Why the server refuses the bytes as a request, or nothing. */
export function certificateRequestReason(bytes: Buffer): string | undefined {
  const all = elements(bytes)
  const parts = all?.length === 1 ? inside(all[0], SEQUENCE, SEQUENCE, BIT_STRING) : undefined
  const [body, algorithm, signature] = parts ?? []
  const info = inside(body, INTEGER, SEQUENCE, SEQUENCE, ATTRIBUTES)
  const names = info && elements(info[1]!.content)
  // Of the last byte of the signature all bits count.
  if (info === undefined || names === undefined || !names.every(({ tag }) => tag === SET) || signature!.content[0] !== 0) return 'must be a certificate request in DER'
  const [oid, parameters] = elements(algorithm!.content) ?? []
  const key = readKey(info[2]!.whole)
  if (oid?.tag !== OBJECT_IDENTIFIER || key === undefined) return 'must have a public key that can be read'
  return isSigned(body!.whole, signature!.content.subarray(1), key, identifier(oid.content), parameters) ? undefined : 'must be signed by its own key'
}

const ORGANIZATION = '2.5.4.10'

/** The organizations of the subject: the groups of a user of Kubernetes. None of bytes that cannot be read. */
export function organizationsOf(bytes: Buffer): string[] {
  const body = inside(elements(bytes)?.[0], SEQUENCE, SEQUENCE, BIT_STRING)?.[0]
  const subject = inside(body, INTEGER, SEQUENCE, SEQUENCE, ATTRIBUTES)?.[1]
  return (subject === undefined ? [] : (elements(subject.content) ?? []))
    .flatMap((set) => elements(set.content) ?? [])
    .flatMap((attribute) => {
      const [type, value] = elements(attribute.content) ?? []
      return type !== undefined && value !== undefined && identifier(type.content) === ORGANIZATION ? value.content.toString() : []
    })
}

function isSigned(body: Buffer, signature: Buffer, key: KeyObject, oid: string, parameters: Element | undefined): boolean {
  const { constants, verify } = crypto()
  try {
    if (oid === PSS) {
      const hash = pssHash(parameters)
      return hash !== undefined && key.asymmetricKeyType === 'rsa' && verify(hash, body, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }, signature)
    }
    const algorithm = ALGORITHMS.get(oid)
    return algorithm !== undefined && algorithm.key === key.asymmetricKeyType && verify(algorithm.hash, body, key, signature)
  } catch {
    // A key or a signature that OpenSSL takes for malformed.
    return false
  }
}
