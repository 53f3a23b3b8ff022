import { yaml } from '../../../engine/define-rule.ts'
import { longerThan } from '../../../formats/format.ts'
import { asPrefix, dnsSubdomain, signerName } from '../../../formats/names.ts'
import { trustBundle } from '../../../formats/trust-bundle.ts'
import type { Loose, ObjectMeta } from '../../../model/kinds.ts'
import { constraints, format, on, type Check, type TypeCheckContext } from '../../constraints.ts'
import { signerNameLength } from '../../signer-name.ts'

const VERSIONS = ['certificates/v1alpha1', 'certificates/v1beta1', 'certificates/v1'] as const
const LARGEST = 1_048_576

/** Not in the package of types. */
interface ClusterTrustBundle {
  metadata: ObjectMeta
  spec: { signerName: string; trustBundle: string }
}

/** The name says whose anchors they are. */
function checkNames({ metadata, spec }: Loose<ClusterTrustBundle>, { report }: TypeCheckContext): void {
  const { signerName: signer = '' } = spec ?? {}
  const prefix = signer === '' ? '' : `${signer.replaceAll('/', ':')}:`
  for (const field of ['name', 'generateName'] as const) {
    const name = metadata?.[field] ?? ''
    if (name === '') continue
    const invalid = (reason: string) => report(['metadata', field], 'Invalid', reason)
    const format = field === 'name' ? dnsSubdomain : asPrefix(dnsSubdomain)
    if (!name.startsWith(prefix)) invalid(`must begin with "${prefix}", its signer`)
    else if (prefix === '' && name.includes(':')) invalid('cannot have ":" without a signerName')
    else for (const reason of format(name.slice(prefix.length)) ?? []) invalid(prefix === '' ? reason : `${reason} after "${prefix}"`)
  }
}

const bundle: Check = {
  describes: `certificates of authorities in PEM, at most ${LARGEST} bytes`,
  missing: '',
  test(value) {
    if (typeof value !== 'string') return undefined
    if (longerThan(LARGEST, value)) return { code: 'TooLong', message: `Trust bundle must be at most ${LARGEST} bytes` }
    return (trustBundle(value) ?? []).map((reason) => ({ code: 'Invalid' as const, message: `Trust bundle ${reason}` }))
  },
}

export default constraints(
  {
    id: 'valid-cluster-trust-bundle',
    since: '0.1.0',
    summary: 'Require a ClusterTrustBundle of authorities that is named after its signer.',
    why: 'The API server refuses a bundle without certificates, one with keys or certificates of servers, and a name that is not that of its signer.',
    howToFix: 'Put only the certificates of authorities into `trustBundle`, and name it `<domain>:<name>:<text>` after `signerName`.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#cluster-trust-bundles'],
    bad: [
      {
        title: 'no certificate, and a name without the signer',
        yaml: yaml`
          apiVersion: certificates.k8s.io/v1
          kind: ClusterTrustBundle
          metadata:
            name: roots # ✖ name is "roots", must begin with "example.com:internal:", its signer
          spec:
            signerName: example.com/internal
            trustBundle: "" # ✖ Trust bundle must have a certificate in PEM
        `,
      },
    ],
    good: [
      {
        title: 'an authority',
        yaml: yaml`
          apiVersion: certificates.k8s.io/v1
          kind: ClusterTrustBundle
          metadata:
            name: example.com:internal:roots
          spec:
            signerName: example.com/internal
            trustBundle: |
              -----BEGIN CERTIFICATE-----
              MIIBbzCCARWgAwIBAgIUUhznC9TpQmCIdXyKHkMTj30jDbswCgYIKoZIzj0EAwIw
              DDEKMAgGA1UEAwwBYTAgFw0yNjExMjgxNDAzMjRaGA8yMTI2MTEwNDE0MDMyNFow
              DDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHIAvgA1oEOa
              eIyXbiRsR8YsUtcWJAcawCi6RNLI9LYyvIi+w5slo5gO8mtInC6hz7iDRuz7JSXi
              XHweoCwnvyWjUzBRMB0GA1UdDgQWBBSaZsyX0OPUEghqLlofWxRlF+LS7zAfBgNV
              HSMEGDAWgBSaZsyX0OPUEghqLlofWxRlF+LS7zAPBgNVHRMBAf8EBTADAQH/MAoG
              CCqGSM49BAMCA0gAMEUCIQC7D4l/86z9cbsa6FiJNjh8uPtT5Eb1Dy29lZXeEEWe
              3wIgK3cAGmae2y5dxkSo1aPHVot9xj5cFrqcLRK1uCD5fFY=
              -----END CERTIFICATE-----
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on<ClusterTrustBundle>(`${version} ClusterTrustBundle`, () => ({ check: checkNames })),
    on<ClusterTrustBundle['spec']>(`${version} ClusterTrustBundleSpec`, () => ({ fields: { signerName: [signerNameLength, format('a domain and a name', signerName)], trustBundle: [bundle] } })),
  ]),
)
