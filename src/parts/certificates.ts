// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import certificatesCertificateSigningRequest from '../schema/constraints/certificates/certificate-signing-request.ts'
import certificatesClusterTrustBundle from '../schema/constraints/certificates/cluster-trust-bundle.ts'
import certificatesPodCertificateRequest from '../schema/constraints/certificates/pod-certificate-request.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    certificatesCertificateSigningRequest,
    certificatesClusterTrustBundle,
    certificatesPodCertificateRequest,
  ],
}
