import type { DaemonSetSpec } from 'kubernetes-types/apps/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on } from '../../constraints.ts'
import { isEmptySelector, selectorMatches } from '../../../formats/selector.ts'
import { checkAlwaysRuns, reportMismatch, templateLabels, type Workload } from '../../workload.ts'

export default constraints(
  {
    id: 'valid-daemon-set',
    since: '0.1.0',
    summary: 'Require a DaemonSet whose selector matches its pod template.',
    why: 'The API server refuses a DaemonSet that would not select its own pods, and the selector cannot be changed later.',
    howToFix: 'Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector'],
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
    on<DaemonSetSpec>('apps/v1 DaemonSetSpec', {
      fields: { selector: [] },
      check(value, context) {
        const spec = value as Workload
        if (spec.selector !== undefined && isEmptySelector(spec.selector)) context.report(['selector'], 'Invalid', 'must not be empty, since it would select every pod')
        // One that is missing is not called so: it matches nothing.
        if (selectorMatches(spec.selector, templateLabels(spec)) === false) reportMismatch(context)
        checkAlwaysRuns(spec, context)
      },
    }),
  ],
)
