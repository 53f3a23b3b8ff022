import type { CertificateSigningRequestSpec } from 'kubernetes-types/certificates/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { certificateRequestReason, organizationsOf } from '../../../formats/certificate-request.ts'
import { signerName } from '../../../formats/names.ts'
import { pemBlocks } from '../../../formats/pem.ts'
import { nearest } from '../../../model/nearest.ts'
import { atLeast, constraints, each, format, on, required, type Check } from '../../constraints.ts'
import { signerNameLength } from '../../signer-name.ts'

const USAGES = [
  'signing', 'digital signature', 'content commitment', 'key encipherment', 'key agreement', 'data encipherment', 'cert sign', 'crl sign', 'encipher only', 'decipher only', 'any', 'server auth',
  'client auth', 'code signing', 'email protection', 's/mime', 'ipsec end system', 'ipsec tunnel', 'ipsec user', 'timestamping', 'ocsp signing', 'microsoft sgc', 'netscape sgc',
]
/** It signs for users of the API server, but none who may do everything. */
const CLIENT_SIGNER = 'kubernetes.io/kube-apiserver-client'
const MASTERS = 'system:masters'
const LEGACY_SIGNER = 'kubernetes.io/legacy-unknown'

const request: Check = {
  describes: 'a PEM block CERTIFICATE REQUEST, in base64',
  missing: '',
  test(value) {
    if (typeof value !== 'string') return undefined
    const [block] = pemBlocks(Buffer.from(value, 'base64').toString('latin1'))
    const reason = block?.type === 'CERTIFICATE REQUEST' ? certificateRequestReason(block.bytes) : 'must be a PEM block "CERTIFICATE REQUEST"'
    return reason === undefined ? undefined : { code: 'Invalid', message: reason }
  },
}

const usage: Check = {
  describes: `one of ${USAGES.join(', ')}`,
  test(value) {
    if (typeof value !== 'string' || USAGES.includes(value)) return undefined
    const close = nearest(value, USAGES)
    return { code: 'NotSupported', message: `is not a usage that Kubernetes knows${close === undefined ? '' : `, such as "${close}"`}` }
  },
}

const withoutLegacy: Check = {
  describes: `not "${LEGACY_SIGNER}"`,
  test: (value) => (value === LEGACY_SIGNER ? { code: 'Invalid', message: 'is a signer of the past, which this version does not take' } : undefined),
}

export default constraints(
  {
    id: 'valid-certificate-signing-request',
    since: '0.1.0',
    summary: 'Require a CertificateSigningRequest with a signed request, a signer and usages.',
    why: 'The API server refuses a request that it cannot read, a signer without a domain, and usages that do not exist.',
    howToFix: 'Put the PEM text of the request into `request` as base64, name the signer as `domain/name`, and use the usages of Kubernetes: `client auth`, `digital signature`.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/'],
    bad: [
      {
        title: 'no request at all, a signer without a domain, a usage of OpenSSL',
        yaml: yaml`
          apiVersion: certificates.k8s.io/v1
          kind: CertificateSigningRequest
          metadata:
            name: jane
          spec:
            request: aGVsbG8= # ✖ request is "aGVsbG8=", must be a PEM block "CERTIFICATE REQUEST"
            signerName: kube-apiserver-client # ✖ signerName is "kube-apiserver-client", must have the form domain/name, with exactly one "/"
            usages:
              - client auth
              - clientAuth # ✖ usages[1] "clientAuth" is not a usage that Kubernetes knows, such as "client auth"
        `,
      },
    ],
    good: [
      {
        title: 'a client certificate',
        yaml: yaml`
          apiVersion: certificates.k8s.io/v1
          kind: CertificateSigningRequest
          metadata:
            name: jane
          spec:
            request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIZE1JR0RBZ0VBTUNFeEVEQU9CZ05WQkFvTUIyVjRZVzF3YkdVeERUQUxCZ05WQkFNTUJHcGhibVV3V1RBVApCZ2NxaGtqT1BRSUJCZ2dxaGtqT1BRTUJCd05DQUFTQTBTOFJzcGVyUWRwbHh3bEZaZ0pvZnpxbEVab0VrdUw1Ck5tVVkrcmRCOTdYSHFiVTVkYndsRzJpekRyTWY4Q0xJem9acHkzUUNhTmVXZHpjeWs3NU9vQUF3Q2dZSUtvWkkKemowRUF3SURTUUF3UmdJaEFPSTd2OThGcGI2bkR2ZllrZjVPM2xiUk05c3RxSkRXcmFzMGI4Z3piWFY5QWlFQQozK1ZiQVVydURlN0dadFFIZzI5TUtTd1haZkRRa3dkOWZYYi9rdnF5bGNVPQotLS0tLUVORCBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K
            signerName: kubernetes.io/kube-apiserver-client
            expirationSeconds: 86400
            usages:
              - client auth
        `,
      },
    ],
  },
  [
    on<CertificateSigningRequestSpec>('certificates/v1 CertificateSigningRequestSpec', () => ({
      fields: {
        request: [request],
        signerName: required(withoutLegacy, signerNameLength, format('a domain and a name', signerName)),
        usages: required(each(usage)),
        expirationSeconds: atLeast(600),
      },
      unique: { usages: { key: '', of: (usage) => usage } },
      check({ request: text = '', signerName: signer }, { report }) {
        if (signer !== CLIENT_SIGNER) return
        const [block] = pemBlocks(Buffer.from(text, 'base64').toString('latin1'))
        if (block !== undefined && organizationsOf(block.bytes).includes(MASTERS)) report(['request'], 'Forbidden', `is for the group ${MASTERS}, for which the signer ${CLIENT_SIGNER} does not sign`)
      },
    })),
  ],
)
