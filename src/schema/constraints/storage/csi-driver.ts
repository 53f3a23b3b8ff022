import type { CSIDriver, CSIDriverSpec, TokenRequest } from 'kubernetes-types/storage/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atLeast, checkedElsewhere, constraints, each, on, oneOfSet, type TypeCheckContext } from '../../constraints.ts'

const MIN_TOKEN_SECONDS = 600
const MAX_TOKEN_SECONDS = 2 ** 32

/** Fields newer than the package of types. */
interface Newer {
  readonly serviceAccountTokenInSecrets?: boolean
}

function checkTokens(requests: readonly Loose<TokenRequest>[], { report }: TypeCheckContext): void {
  const audiences = new Set<string>()
  for (const [index, { audience = '', expirationSeconds }] of requests.entries()) {
    if (audiences.has(audience)) {
      report(['tokenRequests', index, 'audience'], 'Duplicate', 'is the audience of another request')
      continue
    }
    audiences.add(audience)
    if (expirationSeconds !== undefined && (expirationSeconds < MIN_TOKEN_SECONDS || expirationSeconds > MAX_TOKEN_SECONDS)) report(['tokenRequests', index, 'expirationSeconds'], 'Invalid', `must be between ${MIN_TOKEN_SECONDS} and ${MAX_TOKEN_SECONDS}`)
  }
}

export default constraints(
  {
    id: 'valid-csi-driver',
    since: '0.1.0',
    summary: 'Require CSI drivers with known policies and modes.',
    why: 'The API server refuses a driver with a policy or mode that does not exist, or with tokens that end too soon.',
    howToFix: 'Write policies and modes as the documentation spells them, and ask for one token for each audience.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-driver-v1/'],
    bad: [
      {
        title: 'an unknown mode, an audience twice',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: CSIDriver
          metadata:
            name: secrets.example.com
          spec:
            volumeLifecycleModes:
              - Inline # ✖ volumeLifecycleModes[0] is "Inline", must be "Persistent" or "Ephemeral"
            serviceAccountTokenInSecrets: true
            tokenRequests:
              - audience: vault
              - audience: vault # ✖ audience "vault" is the audience of another request
        `,
      },
    ],
    good: [
      {
        title: 'volumes that live as long as their pod',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: CSIDriver
          metadata:
            name: secrets.example.com
          spec:
            podInfoOnMount: true
            volumeLifecycleModes:
              - Ephemeral
        `,
      },
    ],
  },
  [
    on<CSIDriver>('storage/v1 CSIDriver', () => ({ fields: { spec: checkedElsewhere } as never })),
    on<TokenRequest>('storage/v1 TokenRequest', () => ({ fields: { audience: checkedElsewhere } })),
    on<CSIDriverSpec>('storage/v1 CSIDriverSpec', () => ({
      fields: {
        fsGroupPolicy: oneOfSet('ReadWriteOnceWithFSType', 'File', 'None'),
        volumeLifecycleModes: each(oneOfSet('Persistent', 'Ephemeral')),
        nodeAllocatableUpdatePeriodSeconds: atLeast(10),
      } as never,
      dropped: { nodeAllocatableUpdatePeriodSeconds: '1.34', serviceAccountTokenInSecrets: '1.34' },
      check(spec, context) {
        const { minor, report, warn } = context
        const { tokenRequests = [] } = spec
        const { serviceAccountTokenInSecrets } = spec as Newer
        checkTokens(tokenRequests, context)
        if (minor < 35) return
        if (serviceAccountTokenInSecrets !== undefined && tokenRequests.length === 0) report(['serviceAccountTokenInSecrets'], 'Invalid', 'can be set only together with tokenRequests')
        if (serviceAccountTokenInSecrets === undefined && tokenRequests.length > 0) warn(['tokenRequests'], 'Without serviceAccountTokenInSecrets tokens are handed over among the attributes of a volume, which may be logged')
      },
    })),
  ],
)
