import type { ReplicaSetSpec } from 'kubernetes-types/apps/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { atLeast, checkedElsewhere, constraints, on } from '../../constraints.ts'
import { checkAlwaysRuns, checkSelector, type Workload } from '../../workload.ts'

export default constraints(
  {
    id: 'valid-replica-set',
    since: '0.1.0',
    summary: 'Require a ReplicaSet whose selector matches its pod template.',
    why: 'The API server refuses a ReplicaSet that would not select its own pods, and the selector cannot be changed later.',
    howToFix: 'Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#pod-selector'],
    peers: { 'kube-linter': ['mismatching-selector', 'restart-policy'], 'kube-score': ['deployment-pod-selector-labels-match-template-metadata-labels', 'statefulset-pod-selector-labels-match-template-metadata-labels'], kubescape: ['C-0296'], popeye: ['508'], datree: ['WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS'] },
    bad: [
      {
        title: 'labels that the selector does not match',
        yaml: yaml`
          apiVersion: apps/v1
          kind: ReplicaSet
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
    ],
    good: [
      {
        title: 'the selector matches the labels',
        yaml: yaml`
          apiVersion: apps/v1
          kind: ReplicaSet
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
    on<ReplicaSetSpec>('apps/v1 ReplicaSetSpec', () => ({
      fields: { selector: checkedElsewhere, replicas: atLeast(0), minReadySeconds: atLeast(0) },
      check(spec, context) {
        checkSelector(spec as Workload, context)
        checkAlwaysRuns(spec as Workload, context)
      },
    })),
  ],
)
