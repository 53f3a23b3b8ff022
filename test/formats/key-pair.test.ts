import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyPairReason } from '../../src/formats/key-pair.ts'

// A certificate of its own key, valid for a hundred years.
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBbzCCARWgAwIBAgIUUhznC9TpQmCIdXyKHkMTj30jDbswCgYIKoZIzj0EAwIw
DDEKMAgGA1UEAwwBYTAgFw0yNjExMjgxNDAzMjRaGA8yMTI2MTEwNDE0MDMyNFow
DDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHIAvgA1oEOa
eIyXbiRsR8YsUtcWJAcawCi6RNLI9LYyvIi+w5slo5gO8mtInC6hz7iDRuz7JSXi
XHweoCwnvyWjUzBRMB0GA1UdDgQWBBSaZsyX0OPUEghqLlofWxRlF+LS7zAfBgNV
HSMEGDAWgBSaZsyX0OPUEghqLlofWxRlF+LS7zAPBgNVHRMBAf8EBTADAQH/MAoG
CCqGSM49BAMCA0gAMEUCIQC7D4l/86z9cbsa6FiJNjh8uPtT5Eb1Dy29lZXeEEWe
3wIgK3cAGmae2y5dxkSo1aPHVot9xj5cFrqcLRK1uCD5fFY=
-----END CERTIFICATE-----
`
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgxk5nYKtOCiU7+jol
RYrmkih6iKD4ikOgVRL6Y/WpFYehRANCAARyAL4ANaBDmniMl24kbEfGLFLXFiQH
GsAoukTSyPS2MryIvsObJaOYDvJrSJwuoc+4g0bs+yUl4lx8HqAsJ78l
-----END PRIVATE KEY-----
`

test('a certificate and its key', () => {
  expect(keyPairReason(CERTIFICATE, KEY)).toBeUndefined()
  expect(keyPairReason(CERTIFICATE + CERTIFICATE, `before\n${KEY}`)).toBeUndefined()
})
test('a certificate and another key', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }) as string
  expect(keyPairReason(CERTIFICATE, other)).toBe('has the private key of another certificate')
})
test('what cannot be read', () => {
  expect(keyPairReason('', KEY)).toBe('has no certificate in PEM')
  expect(keyPairReason(KEY, KEY)).toBe('has no certificate in PEM')
  expect(keyPairReason(CERTIFICATE, CERTIFICATE)).toBe('has no private key in PEM')
  expect(keyPairReason('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', KEY)).toBe('has a certificate that cannot be read')
  expect(keyPairReason(CERTIFICATE, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')).toBe('has a private key that cannot be read')
})
