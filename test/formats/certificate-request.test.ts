import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { certificateRequestReason, organizationsOf } from '../../src/formats/certificate-request.ts'

const der = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(contents)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...contents: readonly Buffer[]) => der(0x30, ...contents)
const SHA256_WITH_ECDSA = Buffer.from('06082a8648ce3d040302', 'hex')
const SHA256_WITH_RSA = Buffer.from('06092a864886f70d01010b0500', 'hex')
const ED25519 = Buffer.from('06032b6570', 'hex')
const UNKNOWN = Buffer.from('06032a0304', 'hex')

function request({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }, algorithm: Buffer, hash: string | undefined, { signer = privateKey, trailing = Buffer.alloc(0) } = {}): Buffer {
  const commonName = sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('jane')))
  const body = sequence(Buffer.from('020100', 'hex'), sequence(der(0x31, commonName)), publicKey.export({ type: 'spki', format: 'der' }), Buffer.from('a000', 'hex'))
  return Buffer.concat([sequence(body, sequence(algorithm), der(0x03, Buffer.from([0]), sign(hash, body, signer))), trailing])
}

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })

describe('a request', () => {
  test('is right when it is signed by its own key', () => {
    expect(certificateRequestReason(request(ec, SHA256_WITH_ECDSA, 'sha256'))).toBeUndefined()
    expect(certificateRequestReason(request(generateKeyPairSync('rsa', { modulusLength: 2048 }), SHA256_WITH_RSA, 'sha256'))).toBeUndefined()
    expect(certificateRequestReason(request(generateKeyPairSync('ed25519'), ED25519, undefined))).toBeUndefined()
  })
  test('is wrong when another key has signed it', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    expect(certificateRequestReason(request(ec, SHA256_WITH_ECDSA, 'sha256', { signer: other }))).toBe('must be signed by its own key')
  })
  test('is wrong with an algorithm that nobody knows, or one of another key', () => {
    expect(certificateRequestReason(request(ec, UNKNOWN, 'sha256'))).toBe('must be signed by its own key')
    expect(certificateRequestReason(request(ec, SHA256_WITH_RSA, 'sha256'))).toBe('must be signed by its own key')
  })
  test('is wrong when bytes follow it, or are missing', () => {
    const whole = request(ec, SHA256_WITH_ECDSA, 'sha256')
    expect(certificateRequestReason(Buffer.concat([whole, Buffer.from([0])]))).toBe('must be a certificate request in DER')
    for (let length = 0; length < whole.length; length++) expect(certificateRequestReason(whole.subarray(0, length))).toBeDefined()
  })
  test('that is broken anywhere is told, never a crash', () => {
    const whole = request(ec, SHA256_WITH_ECDSA, 'sha256')
    for (let at = 0; at < whole.length; at++) {
      const broken = Buffer.from(whole)
      broken[at]! ^= 0xff
      expect(certificateRequestReason(broken), String(at)).toBeDefined()
    }
  })
})

test('the organizations of its subject', () => {
  // openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -subj '/O=system:masters/O=dev/CN=jane'
  const der = 'MIHxMIGYAgEAMDYxFzAVBgNVBAoMDnN5c3RlbTptYXN0ZXJzMQwwCgYDVQQKDANkZXYxDTALBgNVBAMMBGphbmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQl5ZAkmHxrJmqyvebuUw6KWfddw/dCmCipCC38UVCQL2S0hx/jrCn2YNEg6W7pFXT81VRyfNS7/9c3RDq8dIi0oAAwCgYIKoZIzj0EAwIDSAAwRQIhAMSdFTF4mtNliT4kH44OMaZmkhnyPxNWiwrMzkMDiKfyAiBA6v+uQ+pRa86sOfDcvUYxUMKXZvNmjn9+8T1FA0piHA=='
  expect(organizationsOf(Buffer.from(der, 'base64'))).toEqual(['system:masters', 'dev'])
  expect(organizationsOf(Buffer.from('not DER'))).toEqual([])
  expect(organizationsOf(Buffer.alloc(0))).toEqual([])
})
