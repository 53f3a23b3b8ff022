import type { DeploymentSpec, RollingUpdateDeployment } from 'kubernetes-types/apps/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atLeast, checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { atMostAll, intOrPercent, isMalformed, isZero } from '../../int-or-percent.ts'
import { checkAlwaysRuns, checkSelector, type Workload } from '../../workload.ts'

const DEFAULT_SHARE = '25%'
const DEFAULT_DEADLINE_SECONDS = 600

function checkStrategy({ strategy }: Loose<DeploymentSpec>, { path, report, skip }: TypeCheckContext): void {
  const { type = '', rollingUpdate } = strategy ?? {}
  if (type === '' || type === 'RollingUpdate') return
  if (type !== 'Recreate') report(['strategy', 'type'], 'NotSupported', 'must be "RollingUpdate" or "Recreate"', { path: `${path}.strategy` })
  else if (rollingUpdate !== undefined) report(['strategy', 'rollingUpdate'], 'Forbidden', 'cannot be set for the type Recreate')
  skip('strategy')
}

function checkDeadline({ progressDeadlineSeconds = DEFAULT_DEADLINE_SECONDS, minReadySeconds = 0 }: Loose<DeploymentSpec>, { report }: TypeCheckContext): void {
  if (progressDeadlineSeconds <= minReadySeconds) report(['progressDeadlineSeconds'], 'Invalid', `must be above the ${minReadySeconds} seconds of minReadySeconds`, { echo: progressDeadlineSeconds < 0 })
}

export default constraints(
  {
    id: 'valid-deployment',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a Deployment whose selector matches its pod template, and a strategy that can make progress.',
    why: 'The API server refuses a Deployment that would not select its own pods, and the selector cannot be changed later; and one that could neither stop an old pod nor start a new one.',
    howToFix: 'Repeat the labels of `selector.matchLabels` in `template.metadata.labels`, and keep `maxUnavailable` or `maxSurge` above 0.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
    peers: { 'kube-linter': ['mismatching-selector', 'restart-policy'], 'kube-score': ['deployment-pod-selector-labels-match-template-metadata-labels', 'statefulset-pod-selector-labels-match-template-metadata-labels'], kubescape: ['C-0296'], popeye: ['508'], datree: ['WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS'] },
    bad: [
      {
        title: 'labels that the selector does not match',
        yaml: yaml`
          apiVersion: apps/v1
          kind: Deployment
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
        title: 'a strategy that cannot move',
        yaml: yaml`
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: web
          spec:
            strategy:
              rollingUpdate:
                maxSurge: 0
                maxUnavailable: 0% # ✖ maxUnavailable cannot be zero while maxSurge is
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
                    image: nginx:1.27
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: web
          spec:
            strategy:
              type: recreate # ✖ type is "recreate", must be "RollingUpdate" or "Recreate"
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
          kind: Deployment
          metadata:
            name: web
          spec:
            strategy:
              type: Recreate
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
          kind: Deployment
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
    on<DeploymentSpec>('apps/v1 DeploymentSpec', () => ({
      fields: { selector: checkedElsewhere, replicas: atLeast(0), minReadySeconds: atLeast(0), revisionHistoryLimit: atLeast(0), progressDeadlineSeconds: atLeast(0) },
      check(spec, context) {
        checkStrategy(spec, context)
        checkDeadline(spec, context)
        checkSelector(spec as Workload, context)
        checkAlwaysRuns(spec as Workload, context)
      },
    })),
    on<RollingUpdateDeployment>('apps/v1 RollingUpdateDeployment', () => ({
      fields: { maxUnavailable: [intOrPercent, atMostAll], maxSurge: [intOrPercent] },
      check({ maxUnavailable = DEFAULT_SHARE, maxSurge = DEFAULT_SHARE }, { report }) {
        if (isZero(maxUnavailable) && isZero(maxSurge)) report(['maxUnavailable'], 'Invalid', 'cannot be zero while maxSurge is', { echo: isMalformed(maxUnavailable) || isMalformed(maxSurge) })
      },
    })),
  ],
)
