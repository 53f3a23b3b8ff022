import { yaml } from '../../../engine/define-rule.ts'
import { certificateRequestReason } from '../../../formats/certificate-request.ts'
import { dnsSubdomain, prefixedQualifiedName, signerName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atMostBytes, checkedElsewhere, constraints, format, keys, missingAs, on, required, type Check, type TypeCheckContext } from '../../constraints.ts'
import { signerNameLength } from '../../signer-name.ts'

const VERSIONS = ['certificates/v1alpha1', 'certificates/v1beta1', 'certificates/v1'] as const
const LONGEST_ID = 128
const LARGEST_REQUEST = 10240
const HOUR = 3600
const LONGEST = 91 * 24 * HOUR
/** For the signers of Kubernetes itself. */
const LONGEST_OF_KUBERNETES = 24 * HOUR

/** Not in the package of types. */
interface Spec {
  signerName: string
  podName: string
  podUID: string
  serviceAccountName: string
  serviceAccountUID: string
  nodeName: string
  nodeUID: string
  maxExpirationSeconds: number
  pkixPublicKey: string
  proofOfPossession: string
  stubPKCS10Request: string
  unverifiedUserAnnotations: Record<string, string>
}

const name = missingAs('', format('a DNS subdomain', dnsSubdomain, { empty: true }))
const id: readonly Check[] = [{ describes: 'not empty', missing: '', test: (value) => (value === '' ? { code: 'Invalid', message: 'must not be empty' } : undefined) }, atMostBytes(LONGEST_ID)]

function checkLifetime({ maxExpirationSeconds: seconds, signerName: signer = '' }: Loose<Spec>, { report }: TypeCheckContext): void {
  const most = signer.startsWith('kubernetes.io/') ? LONGEST_OF_KUBERNETES : LONGEST
  if (seconds !== undefined && (seconds < HOUR || seconds > most)) report(['maxExpirationSeconds'], 'Invalid', `must be between ${HOUR} and ${most}`)
}

/** What the certificate is for: a key with a proof in the first versions, a request since v1. */
function checkKey({ stubPKCS10Request: request = '', pkixPublicKey: key = '', proofOfPossession: proof = '' }: Loose<Spec>, { minor, apiVersion, report }: TypeCheckContext): void {
  const takesKeys = !apiVersion.endsWith('/v1')
  const parts = takesKeys ? [key, proof].filter((text) => text !== '').length : 0
  const takesRequests = minor >= 36
  if (!takesRequests) return
  if (request === '' && parts < 2) report([], 'Invalid', takesKeys ? 'must have stubPKCS10Request, or pkixPublicKey and proofOfPossession' : 'must have stubPKCS10Request')
  if (request !== '' && parts > 0) return report([], 'Invalid', 'cannot have both stubPKCS10Request and pkixPublicKey')
  if (request === '') return
  const bytes = Buffer.from(request, 'base64')
  const reason = bytes.length > LARGEST_REQUEST ? undefined : certificateRequestReason(bytes)
  if (bytes.length > LARGEST_REQUEST) report(['stubPKCS10Request'], 'TooLong', `Request must be at most ${LARGEST_REQUEST} bytes`)
  else if (reason !== undefined) report(['stubPKCS10Request'], 'Invalid', `Request ${reason}`)
}

export default constraints(
  {
    id: 'valid-pod-certificate-request',
    since: '0.1.0',
    summary: 'Require a PodCertificateRequest that names its pod, its node and its signer.',
    why: 'The API server refuses a request that does not say for whom it is. The kubelet makes such requests, and hardly anybody else.',
    howToFix: 'Let a projected volume of the pod ask for the certificate: the kubelet then makes the request.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#pod-certificate-requests'],
    bad: [
      {
        title: 'a request for half an hour, without a signer',
        yaml: yaml`
          apiVersion: certificates.k8s.io/v1
          kind: PodCertificateRequest
          metadata:
            name: web
          spec: # ✖ signerName is required but missing
            podName: web
            podUID: 7d0ac0b8-5bd5-4b3f-8f61-3a0de4a1d3c6
            serviceAccountName: web
            serviceAccountUID: 0e0b9f5e-7d44-4b7b-a1a5-0b0c6a4b7c11
            nodeName: worker
            nodeUID: 3b5a4c2e-52a8-4a1c-9f49-6d8f5c1b2a77
            maxExpirationSeconds: 1800 # ✖ maxExpirationSeconds is 1800, must be between 3600 and 7862400
            stubPKCS10Request: MIHdMIGDAgEAMCExEDAOBgNVBAoMB2V4YW1wbGUxDTALBgNVBAMMBGphbmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASA0S8RsperQdplxwlFZgJofzqlEZoEkuL5NmUY+rdB97XHqbU5dbwlG2izDrMf8CLIzoZpy3QCaNeWdzcyk75OoAAwCgYIKoZIzj0EAwIDSQAwRgIhAOI7v98Fpb6nDvfYkf5O3lbRM9stqJDWras0b8gzbXV9AiEA3+VbAUruDe7GZtQHg29MKSwXZfDQkwd9fXb/kvqylcU=
        `,
      },
      {
        title: 'a key without the proof that somebody has it',
        yaml: yaml`
          apiVersion: certificates.k8s.io/v1beta1
          kind: PodCertificateRequest
          metadata:
            name: web
          spec: # ✖ spec must have stubPKCS10Request, or pkixPublicKey and proofOfPossession
            signerName: example.com/internal
            podName: web
            podUID: 7d0ac0b8-5bd5-4b3f-8f61-3a0de4a1d3c6
            serviceAccountName: web
            serviceAccountUID: 0e0b9f5e-7d44-4b7b-a1a5-0b0c6a4b7c11
            nodeName: worker
            nodeUID: 3b5a4c2e-52a8-4a1c-9f49-6d8f5c1b2a77
            maxExpirationSeconds: 3600
            stubPKCS10Request: ""
            pkixPublicKey: MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        `,
      },
    ],
    good: [
      {
        title: 'a request for an hour',
        yaml: yaml`
          apiVersion: certificates.k8s.io/v1
          kind: PodCertificateRequest
          metadata:
            name: web
          spec:
            signerName: example.com/internal
            podName: web
            podUID: 7d0ac0b8-5bd5-4b3f-8f61-3a0de4a1d3c6
            serviceAccountName: web
            serviceAccountUID: 0e0b9f5e-7d44-4b7b-a1a5-0b0c6a4b7c11
            nodeName: worker
            nodeUID: 3b5a4c2e-52a8-4a1c-9f49-6d8f5c1b2a77
            maxExpirationSeconds: 3600
            stubPKCS10Request: MIHdMIGDAgEAMCExEDAOBgNVBAoMB2V4YW1wbGUxDTALBgNVBAMMBGphbmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASA0S8RsperQdplxwlFZgJofzqlEZoEkuL5NmUY+rdB97XHqbU5dbwlG2izDrMf8CLIzoZpy3QCaNeWdzcyk75OoAAwCgYIKoZIzj0EAwIDSQAwRgIhAOI7v98Fpb6nDvfYkf5O3lbRM9stqJDWras0b8gzbXV9AiEA3+VbAUruDe7GZtQHg29MKSwXZfDQkwd9fXb/kvqylcU=
        `,
      },
    ],
  },
  VERSIONS.map((version) =>
    on<Spec>(`${version} PodCertificateRequestSpec`, () => ({
      fields: {
        signerName: required(signerNameLength, format('a domain and a name', signerName)),
        podName: [name],
        podUID: id,
        serviceAccountName: [name],
        serviceAccountUID: id,
        nodeName: [name],
        nodeUID: id,
        pkixPublicKey: checkedElsewhere,
        proofOfPossession: checkedElsewhere,
        stubPKCS10Request: checkedElsewhere,
        unverifiedUserAnnotations: keys(format('a qualified name with a prefix', prefixedQualifiedName, { empty: true })),
      },
      check: [checkLifetime, checkKey],
    })),
  ),
)
