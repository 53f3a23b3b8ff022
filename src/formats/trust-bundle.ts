/** Certificates of authorities in PEM, as a ClusterTrustBundle takes them. */
import type { X509Certificate } from 'node:crypto'
import { crypto } from './crypto.ts'
import { orNothing } from './format.ts'
import { pemBlocks } from './pem.ts'

function readCertificate(bytes: Buffer): X509Certificate | undefined {
  try {
    return new (crypto().X509Certificate)(bytes)
  } catch {
    return undefined
  }
}

/** What is wrong with each block, and that there has to be one; text around blocks is let be. */
export function trustBundle(text: string): readonly string[] | undefined {
  const reasons: string[] = []
  const seen = new Set<string>()
  const blocks = pemBlocks(text)
  for (const [index, { type, headers, bytes }] of blocks.entries()) {
    const fault = (reason: string) => void reasons.push(`has a block ${index} that ${reason}`)
    if (type !== 'CERTIFICATE') fault(`is a ${type}, not a CERTIFICATE`)
    else if (headers) fault('has headers')
    else {
      const certificate = readCertificate(bytes)
      if (certificate === undefined) fault('cannot be read as a certificate')
      else if (!certificate.ca) fault('is not the certificate of an authority')
      const identity = bytes.toString('base64')
      if (seen.has(identity)) fault('is there twice')
      seen.add(identity)
    }
  }
  if (blocks.length === 0) reasons.push('must have a certificate in PEM')
  return orNothing(reasons)
}
