import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import type { KindMap } from '../../model/kinds.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { atKey } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow labels in a selector that change with every release.',
  why: 'The selector of a workload cannot be changed: with the version in it, the next release is refused, and somebody has to delete the workload by hand.',
  howToFix: 'Select by what stays the same, such as `app.kubernetes.io/name` and `app.kubernetes.io/instance`; the label itself may stay in the template.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates'],
  peers: {},
  options: {
    labels: { default: ['app.kubernetes.io/version', 'helm.sh/chart', 'chart', 'pod-template-hash', 'controller-revision-hash'], description: 'Labels that change.' },
  },
  bad: [
    {
      title: 'the version',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app.kubernetes.io/version: '1.0' # ✖ Label "app.kubernetes.io/version" changes with every release, the selector cannot
          template:
            metadata:
              labels:
                app.kubernetes.io/version: '1.0'
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'the name',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app.kubernetes.io/name: web
          template:
            metadata:
              labels:
                app.kubernetes.io/name: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    Deployment: check,
    StatefulSet: (workload, context) => check(workload as Workload, context),
    DaemonSet: (workload, context) => check(workload as Workload, context),
    ReplicaSet: (workload, context) => check(workload as Workload, context),
  },
})

type Workload = KubernetesObject<KindMap['Deployment']>

function check(workload: Workload, { options, report }: Context<{ labels: readonly string[] }>): void {
  for (const label of Object.keys(workload.value.spec?.selector?.matchLabels ?? {})) {
    if (options.labels.includes(label)) report(atKey(workload.at('spec', 'selector', 'matchLabels', label)), `Label "${label}" changes with every release, the selector cannot`)
  }
}
