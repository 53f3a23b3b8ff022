import { yaml } from '../../../engine/define-rule.ts'
import { qualifiedName } from '../../../formats/names.ts'
import { compareSemver, semver } from '../../../formats/semver.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, format, on, required, type TypeCheckContext } from '../../constraints.ts'

/** Not in the package of types. */
interface LeaseCandidateSpec {
  leaseName: string
  binaryVersion: string
  emulationVersion: string
  strategy: string
}

const OLDEST = 'OldestEmulationVersion'
const version = format('a version', semver)

const isVersion = (text: string): boolean => text !== '' && semver(text) === undefined

function checkVersions({ binaryVersion = '', emulationVersion = '', strategy }: Loose<LeaseCandidateSpec>, { report }: TypeCheckContext): void {
  // One that is no version counts as 0.0.0.
  const emulated = isVersion(emulationVersion) ? emulationVersion : '0.0.0'
  if (binaryVersion !== '' && emulationVersion !== '' && compareSemver(isVersion(binaryVersion) ? binaryVersion : '0.0.0', emulated) < 0) report(['binaryVersion'], 'Invalid', `must be at least the emulationVersion, ${emulationVersion}`)
  if (strategy === OLDEST && compareSemver(emulated, '0.0.0') === 0) report(['emulationVersion'], 'Required', `must be a version for the strategy ${OLDEST}`, { echo: emulationVersion !== '' && !isVersion(emulationVersion) })
}

function checkStrategy({ strategy = '' }: Loose<LeaseCandidateSpec>, { path, report }: TypeCheckContext): void {
  // The server says the name of the field twice.
  const printed = { path: `${path}.strategy.strategy` }
  if (strategy === '') return
  if (!strategy.includes('/')) {
    if (strategy !== OLDEST) report(['strategy'], 'NotSupported', `must be "${OLDEST}", or a name with a domain`, printed)
  } else for (const reason of qualifiedName(strategy) ?? []) report(['strategy'], 'Invalid', reason, printed)
}

export default constraints(
  {
    id: 'valid-lease-candidate',
    since: '0.1.0',
    summary: 'Require a LeaseCandidate that says which versions it runs, and by which strategy a leader is chosen.',
    why: 'The API server refuses a candidate without a lease, a version or a strategy, since it could not be compared with the others.',
    howToFix: 'Set `leaseName`, `binaryVersion` and `emulationVersion` to full versions such as 1.37.0, and `strategy` to OldestEmulationVersion.',
    references: ['https://kubernetes.io/docs/concepts/cluster-administration/coordinated-leader-election/'],
    bad: [
      {
        title: 'a version without its last number, and another that is newer than it',
        yaml: yaml`
          apiVersion: coordination.k8s.io/v1beta1
          kind: LeaseCandidate
          metadata:
            name: scheduler-1
          spec:
            leaseName: scheduler
            binaryVersion: "1.37" # ✖ binaryVersion is "1.37", must be a version such as 1.2.3 or 1.2.3-rc.1
            emulationVersion: v1.37.0 # ✖ emulationVersion is "v1.37.0", must be a version such as 1.2.3 or 1.2.3-rc.1
            strategy: Oldest # ✖ strategy is "Oldest", must be "OldestEmulationVersion", or a name with a domain
        `,
      },
      {
        title: 'an emulated version that is newer than the program',
        yaml: yaml`
          apiVersion: coordination.k8s.io/v1beta1
          kind: LeaseCandidate
          metadata:
            name: scheduler-1
          spec:
            leaseName: scheduler
            binaryVersion: 1.36.0 # ✖ binaryVersion is "1.36.0", must be at least the emulationVersion, 1.37.0
            emulationVersion: 1.37.0
            strategy: OldestEmulationVersion
        `,
      },
    ],
    good: [
      {
        title: 'a candidate',
        yaml: yaml`
          apiVersion: coordination.k8s.io/v1beta1
          kind: LeaseCandidate
          metadata:
            name: scheduler-1
          spec:
            leaseName: scheduler
            binaryVersion: 1.37.0
            emulationVersion: 1.36.0
            strategy: OldestEmulationVersion
        `,
      },
    ],
  },
  // The first version, v1alpha1, has a list of strategies, and was gone with 1.32.
  ['coordination/v1alpha2', 'coordination/v1beta1'].map((group) =>
    on<LeaseCandidateSpec>(`${group} LeaseCandidateSpec`, () => ({
      fields: { leaseName: required(), binaryVersion: required(version), emulationVersion: [version], strategy: required() },
      check: [checkVersions, checkStrategy],
    })),
  ),
)
