import type { Namespace } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { mustBe } from '../../sentence.ts'

const FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion']
const LEVELS = ['privileged', 'baseline', 'restricted']
const POD_SECURITY = 'pod-security.kubernetes.io/'
const MODES = ['enforce', 'audit', 'warn']

function checkPodSecurity({ metadata }: Loose<Namespace>, { report }: TypeCheckContext): void {
  for (const mode of MODES) {
    const [level, version] = [`${POD_SECURITY}${mode}`, `${POD_SECURITY}${mode}-version`]
    const labels = metadata?.labels ?? {}
    const invalid = (label: string, reason: string) => report(['metadata', 'labels', label], 'Invalid', `Label "${label}" ${reason}`, { path: `metadata.labels[${label}]` })
    if (labels[level] !== undefined && !LEVELS.includes(labels[level])) invalid(level, mustBe(LEVELS, labels[level]))
    if (labels[version] !== undefined && !/^(?:latest|v1\.(?:0|[1-9][0-9]*))$/.test(labels[version])) invalid(version, 'must be latest, or a version such as v1.30')
  }
}

function checkFinalizers({ spec }: Loose<Namespace>, { report }: TypeCheckContext): void {
  for (const [index, finalizer] of (spec?.finalizers ?? []).entries()) {
    const invalid = (reason: string) => report(['spec', 'finalizers', index], 'Invalid', `Finalizer "${finalizer}" ${reason}`, { path: 'spec.finalizers' })
    for (const reason of qualifiedName(finalizer) ?? []) invalid(reason)
    if (!finalizer.includes('/') && !FINALIZERS.includes(finalizer)) invalid(`is none of Kubernetes, so it needs a prefix: example.com/${finalizer}`)
  }
}

export default constraints(
  {
    id: 'valid-namespace',
    since: '0.1.0',
    summary: 'Require a Namespace whose Pod Security labels and finalizers mean something.',
    why: 'The API server refuses a level or a version of the Pod Security Standards that does not exist, and a finalizer that nobody can remove.',
    howToFix: 'Use the levels privileged, baseline and restricted, and versions such as `v1.37` or `latest`.',
    references: ['https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces'],
    bad: [
      {
        title: 'a level that does not exist, a version without its v',
        yaml: yaml`
          apiVersion: v1
          kind: Namespace
          metadata:
            name: shop
            labels:
              pod-security.kubernetes.io/enforce: strict # ✖ Label "pod-security.kubernetes.io/enforce" must be "privileged", "baseline" or "restricted"
              pod-security.kubernetes.io/enforce-version: "1.30" # ✖ Label "pod-security.kubernetes.io/enforce-version" must be latest, or a version such as v1.30
        `,
      },
    ],
    good: [
      {
        title: 'a level and its version',
        yaml: yaml`
          apiVersion: v1
          kind: Namespace
          metadata:
            name: shop
            labels:
              pod-security.kubernetes.io/enforce: restricted
              pod-security.kubernetes.io/enforce-version: v1.30
        `,
      },
    ],
  },
  [
    on<Namespace>('core/v1 Namespace', () => ({
      check: [checkPodSecurity, checkFinalizers],
    })),
  ],
)
