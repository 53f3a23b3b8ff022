import { expect, test } from 'vitest'
import { trustBundle } from '../../src/formats/trust-bundle.ts'

// Of an authority, and of a server; both valid for a hundred years.
const AUTHORITY = `-----BEGIN CERTIFICATE-----
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
const SERVER = `-----BEGIN CERTIFICATE-----
MIIBbDCCARKgAwIBAgIUc3i1bkSR+BWiWYDYptfg+MhqyogwCgYIKoZIzj0EAwIw
DDEKMAgGA1UEAwwBczAgFw0yNjExMjgxNDQyMTNaGA8yMTI2MTEwNDE0NDIxM1ow
DDEKMAgGA1UEAwwBczBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHSYm/+nJaww
b5GFzQKvGJbTJz28ZrPjDNL+4sJb3cRl3loto20IALRgRcIIKcJUdEYsXhUxEZJ0
WAuhEftH+4+jUDBOMB0GA1UdDgQWBBSWx2/d7JT9pl2m95zCZQqQJ6gv6jAfBgNV
HSMEGDAWgBSWx2/d7JT9pl2m95zCZQqQJ6gv6jAMBgNVHRMBAf8EAjAAMAoGCCqG
SM49BAMCA0gAMEUCIQD8ZgtbQHM1hCQPyx0V/Vl20Ogzt5BKtthFUszSaSIPkAIg
P0IyYuwZpMeNxapzngkDF3AjIy2Bl4OnwbMzoiDz9rA=
-----END CERTIFICATE-----
`

test('authorities with text around them', () => {
  expect(trustBundle(AUTHORITY)).toBeUndefined()
  expect(trustBundle(`our roots\n${AUTHORITY}and no more\n`)).toBeUndefined()
})
test('what is none', () => {
  expect(trustBundle('')).toEqual(['must have a certificate in PEM'])
  expect(trustBundle(SERVER)).toEqual(['has a block 0 that is not the certificate of an authority'])
  expect(trustBundle(AUTHORITY + AUTHORITY)).toEqual(['has a block 1 that is there twice'])
  expect(trustBundle('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')).toEqual(['has a block 0 that is a PRIVATE KEY, not a CERTIFICATE'])
  expect(trustBundle('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')).toEqual(['has a block 0 that cannot be read as a certificate'])
  expect(trustBundle('-----BEGIN CERTIFICATE-----\nA: b\n\nAAAA\n-----END CERTIFICATE-----\n')).toEqual(['has a block 0 that has headers'])
})
