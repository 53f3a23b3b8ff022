import type { DaemonSet, DaemonSetSpec, RollingUpdateDaemonSet } from 'kubernetes-types/apps/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { atLeast, checkedElsewhere, constraints, on } from '../../constraints.ts'
import { atMostAll, intOrPercent, isMalformed, isZero } from '../../int-or-percent.ts'
import { isEmptySelector, selectorMatches } from '../../../formats/selector.ts'
import { checkAlwaysRuns, reportMismatch, templateLabels, type Workload } from '../../workload.ts'

const GENERATION = 'deprecated.daemonset.template.generation'
const STRATEGIES = ['RollingUpdate', 'OnDelete']

export default constraints(
  {
    id: 'valid-daemon-set',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a DaemonSet whose selector matches its pod template.',
    why: 'The API server refuses a DaemonSet that would not select its own pods, and the selector cannot be changed later.',
    howToFix: 'Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector'],
    peers: { 'kube-linter': ['mismatching-selector', 'restart-policy'], 'kube-score': ['deployment-pod-selector-labels-match-template-metadata-labels', 'statefulset-pod-selector-labels-match-template-metadata-labels'], kubescape: ['C-0296'], popeye: ['508'], datree: ['WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS'] },
    bad: [
      {
        title: 'labels that the selector does not match',
        yaml: yaml`
          apiVersion: apps/v1
          kind: DaemonSet
          metadata:
            name: web
          spec:
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
          kind: DaemonSet
          metadata:
            name: web
          spec:
            updateStrategy:
              type: onDelete # ✖ type is "onDelete", must be "RollingUpdate" or "OnDelete"
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
          kind: DaemonSet
          metadata:
            name: web
          spec:
            updateStrategy:
              type: OnDelete
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
          kind: DaemonSet
          metadata:
            name: web
          spec:
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
    on<DaemonSetSpec>('apps/v1 DaemonSetSpec', () => ({
      fields: { selector: checkedElsewhere, minReadySeconds: atLeast(0), revisionHistoryLimit: atLeast(0) },
      check(value, context) {
        const { type = '' } = value.updateStrategy ?? {}
        if (type !== '' && !STRATEGIES.includes(type)) context.report(['updateStrategy', 'type'], 'NotSupported', 'must be "RollingUpdate" or "OnDelete"')
        if (type !== '' && type !== 'RollingUpdate') context.skip('updateStrategy')
        const spec = value as Workload
        if (spec.selector !== undefined && isEmptySelector(spec.selector)) context.report(['selector'], 'Invalid', 'must not be empty, since it would select every pod')
        // The server says of one that is missing only that it matches nothing.
        if (spec.selector === undefined) context.report(['selector'], 'Invalid', 'is required', { path: `${context.path}.template.metadata.labels` })
        else if (selectorMatches(spec.selector, templateLabels(spec)) === false) reportMismatch(spec.selector, templateLabels(spec), context)
        checkAlwaysRuns(spec, context)
      },
    })),
    on<RollingUpdateDaemonSet>('apps/v1 RollingUpdateDaemonSet', () => ({
      fields: { maxUnavailable: [intOrPercent, atMostAll], maxSurge: [intOrPercent, atMostAll] },
      check({ maxUnavailable = 1, maxSurge = 0 }, { report }) {
        if (!isZero(maxUnavailable) && !isZero(maxSurge)) report(['maxSurge'], 'Invalid', 'can be set only while maxUnavailable, which is 1 unless it is set, is 0')
        if (isZero(maxUnavailable) && isZero(maxSurge)) report(['maxUnavailable'], 'Required', 'cannot be zero while maxSurge is', { echo: isMalformed(maxUnavailable) || isMalformed(maxSurge) })
      },
    })),
    on<DaemonSet>('apps/v1 DaemonSet', () => ({
      check({ metadata }, { report }) {
        const generation = metadata?.annotations?.[GENERATION]
        if (generation !== undefined && !/^[+-]?\d{1,19}$/.test(generation)) report(['metadata', 'annotations', GENERATION], 'Invalid', `Annotation "${GENERATION}" must be an integer, not "${generation}"`)
      },
    })),
  ],
)
