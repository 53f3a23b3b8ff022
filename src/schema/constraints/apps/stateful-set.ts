import type { StatefulSetSpec } from 'kubernetes-types/apps/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on } from '../../constraints.ts'
import { checkAlwaysRuns, checkSelector, type Workload } from '../../workload.ts'

export default constraints(
  {
    id: 'valid-stateful-set',
    since: '0.1.0',
    summary: 'Require a StatefulSet whose selector matches its pod template.',
    why: 'The API server refuses a StatefulSet that would not select its own pods, and the selector cannot be changed later.',
    howToFix: 'Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector'],
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
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
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
    on<StatefulSetSpec>('apps/v1 StatefulSetSpec', {
      fields: { selector: [] },
      check(spec, context) {
        checkSelector(spec as Workload, context)
        checkAlwaysRuns(spec as Workload, context)
      },
    }),
  ],
  // It was its pods and claims that could not be created.
  { unchecked: { kind: 'StatefulSet', until: '1.33', path: /(?:^|\.)spec\.(?:template\.spec(?!\.(?:restartPolicy|activeDeadlineSeconds)$)(?:\.|$)|volumeClaimTemplates\[)/ } },
)
