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
  constrained: "certificates/v1 CertificateSigningRequestSpec\ncertificates/v1alpha1 ClusterTrustBundle\ncertificates/v1alpha1 ClusterTrustBundleSpec\ncertificates/v1beta1 ClusterTrustBundle\ncertificates/v1beta1 ClusterTrustBundleSpec\ncertificates/v1 ClusterTrustBundle\ncertificates/v1 ClusterTrustBundleSpec\ncertificates/v1alpha1 PodCertificateRequestSpec\ncertificates/v1beta1 PodCertificateRequestSpec\ncertificates/v1 PodCertificateRequestSpec",
}
