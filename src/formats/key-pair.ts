/** A certificate and its private key in PEM, as Go's crypto/tls reads them. */
import type { KeyObject, X509Certificate } from 'node:crypto'
import { crypto } from './crypto.ts'
import { pemBlocks, type PemBlock } from './pem.ts'

function readCertificate(bytes: Buffer): X509Certificate | undefined {
  try {
    return new (crypto().X509Certificate)(bytes)
  } catch {
    return undefined
  }
}

/** What charts get here in place of a certificate and a key that are made anew with each rendering: the engine writes `AAAA`. */
const STAND_IN = Buffer.alloc(3)

/** Go does not go by the name of the block, but tries one form after the other. */
function readKey({ bytes }: PemBlock): KeyObject | undefined {
  for (const type of ['pkcs1', 'pkcs8', 'sec1'] as const) {
    try {
      return crypto().createPrivateKey({ key: bytes, format: 'der', type })
    } catch {
      // Of another form, or of none.
    }
  }
  return undefined
}

/** Why the two are no key pair, or nothing. */
export function keyPairReason(certificates: string, key: string): string | undefined {
  const leaf = pemBlocks(certificates).find(({ type }) => type === 'CERTIFICATE')
  if (leaf === undefined) return 'has no certificate in PEM'
  const block = pemBlocks(key).find(({ type }) => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY'))
  if (block === undefined) return 'has no private key in PEM'
  if (leaf.bytes.equals(STAND_IN) && block.bytes.equals(STAND_IN)) return undefined
  const certificate = readCertificate(leaf.bytes)
  if (certificate === undefined) return 'has a certificate that cannot be read'
  const privateKey = readKey(block)
  if (privateKey === undefined) return 'has a private key that cannot be read'
  return certificate.checkPrivateKey(privateKey) ? undefined : 'has the private key of another certificate'
}
