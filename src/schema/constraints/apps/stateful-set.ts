import type { RollingUpdateStatefulSetStrategy, StatefulSetOrdinals, StatefulSetPersistentVolumeClaimRetentionPolicy, StatefulSetSpec } from 'kubernetes-types/apps/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atLeast, checkedElsewhere, constraints, format, on, oneOf, since, type Check, type TypeCheckContext } from '../../constraints.ts'
import { atMostAll, intOrPercent, isMalformed, isZero } from '../../int-or-percent.ts'
import { checkAlwaysRuns, checkSelector, type Workload } from '../../workload.ts'
import { mustBe } from '../../sentence.ts'

/** Unlike elsewhere, an unknown policy is Invalid here. */
const anyOf = (...allowed: readonly string[]): Check => ({
  describes: `one of ${allowed.map((each) => `"${each}"`).join(', ')}`,
  test: (value) => (value === '' || allowed.includes(value as string) ? undefined : { code: 'Invalid', message: mustBe(allowed, value as string) }),
})

function checkStrategy({ updateStrategy }: Loose<StatefulSetSpec>, { path, report, skip }: TypeCheckContext): void {
  const { type = '', rollingUpdate } = updateStrategy ?? {}
  if (type === '' || type === 'RollingUpdate') return
  if (type !== 'OnDelete') report(['updateStrategy', 'type'], 'Invalid', 'must be "RollingUpdate" or "OnDelete"', { path: `${path}.updateStrategy` })
  else if (rollingUpdate !== undefined) report(['updateStrategy', 'rollingUpdate'], 'Invalid', 'can be set only for the type RollingUpdate')
  skip('updateStrategy')
}

/** The server makes a volume of each template before it looks at the pod. */
function checkClaims({ volumeClaimTemplates = [], template }: Loose<StatefulSetSpec>, { minor, path, report, skip }: TypeCheckContext): void {
  const names = new Set(volumeClaimTemplates.map(({ metadata }) => metadata?.name))
  // A volume of that name is replaced.
  for (const [index, { name }] of (template?.spec?.volumes ?? []).entries()) if (name !== undefined && names.has(name)) skip('template', 'spec', 'volumes', index)
  if (minor < 34) return
  for (const [index, { metadata }] of volumeClaimTemplates.entries()) {
    const { name = '' } = metadata ?? {}
    const place = ['volumeClaimTemplates', index, 'metadata', 'name']
    const printed = { path: `${path}.template.spec.volumes[${index}].name` }
    if (name === '') {
      report(place, 'Required', 'is required', printed)
      report(place, 'Required', 'is required', { echo: true, path: `${path}.template.spec.volumes[${index}].persistentVolumeClaim.claimName` })
    } else for (const reason of dnsLabel(name) ?? []) report(place, 'Invalid', reason, printed)
  }
}

export default constraints(
  {
    id: 'valid-stateful-set',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a StatefulSet whose selector matches its pod template.',
    why: 'The API server refuses a StatefulSet that would not select its own pods, and the selector cannot be changed later.',
    howToFix: 'Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector'],
    peers: { 'kube-linter': ['mismatching-selector', 'restart-policy'], 'kube-score': ['deployment-pod-selector-labels-match-template-metadata-labels', 'statefulset-pod-selector-labels-match-template-metadata-labels'], kubescape: ['C-0296'], popeye: ['508'], datree: ['WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS'] },
    bad: [
      {
        title: 'labels that the selector does not match',
        yaml: yaml`
          apiVersion: apps/v1
          kind: StatefulSet
          metadata:
            name: web
          spec:
            serviceName: web
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: website # ✖ Label "app" is "website", the selector wants "web"
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: apps/v1
          kind: StatefulSet
          metadata:
            name: web
          spec:
            serviceName: web
            podManagementPolicy: parallel # ✖ podManagementPolicy is "parallel", must be "OrderedReady" or "Parallel"; did you mean "Parallel"?
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
              spec:
                containers:
                  - name: app
                    image: example.com/app:1.0
        `,
        fixed: yaml`
          apiVersion: apps/v1
          kind: StatefulSet
          metadata:
            name: web
          spec:
            serviceName: web
            podManagementPolicy: Parallel
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
              spec:
                containers:
                  - name: app
                    image: example.com/app:1.0
        `,
      },
    ],
    good: [
      {
        title: 'the selector matches the labels',
        yaml: yaml`
          apiVersion: apps/v1
          kind: StatefulSet
          metadata:
            name: web
          spec:
            serviceName: web
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
                  version: '2'
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `,
      },
    ],
  },
  [
    on<StatefulSetSpec>('apps/v1 StatefulSetSpec', () => ({
      fields: {
        selector: checkedElsewhere,
        replicas: atLeast(0),
        minReadySeconds: atLeast(0),
        podManagementPolicy: anyOf('OrderedReady', 'Parallel'),
        serviceName: [since('1.33', format('a DNS label', dnsLabel))],
      },
      check(spec, context) {
        checkStrategy(spec, context)
        checkClaims(spec, context)
        if ((spec.revisionHistoryLimit ?? 0) < 0 && context.minor >= 33) context.warn(['revisionHistoryLimit'], 'A negative revisionHistoryLimit keeps every revision')
        checkSelector(spec as Workload, context)
        checkAlwaysRuns(spec as Workload, context)
      },
    })),
    on<RollingUpdateStatefulSetStrategy>('apps/v1 RollingUpdateStatefulSetStrategy', () => ({
      fields: { partition: atLeast(0), maxUnavailable: [intOrPercent, atMostAll] },
      dropped: { maxUnavailable: '1.36' },
      check({ maxUnavailable }, { report }) {
        if (maxUnavailable !== undefined && isZero(maxUnavailable)) report(['maxUnavailable'], 'Invalid', 'must not be zero', { echo: isMalformed(maxUnavailable) })
      },
    })),
    on<StatefulSetPersistentVolumeClaimRetentionPolicy>('apps/v1 StatefulSetPersistentVolumeClaimRetentionPolicy', () => ({ fields: { whenDeleted: oneOf('Retain', 'Delete'), whenScaled: oneOf('Retain', 'Delete') } })),
    on<StatefulSetOrdinals>('apps/v1 StatefulSetOrdinals', () => ({ fields: { start: atLeast(0) } })),
  ],
  // It was its pods and claims that could not be created.
  { unchecked: { kind: 'StatefulSet', until: '1.33', path: /(?:^|\.)spec\.(?:template\.spec(?!\.(?:restartPolicy|activeDeadlineSeconds)$)(?:\.|$)|volumeClaimTemplates\[)/ } },
)
