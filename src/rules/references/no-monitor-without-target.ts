import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, type ReferenceOptions } from '../../engine/reference-rule.ts'
import { reportNothingSelected } from '../../engine/selector-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import type { LabelSelector } from '../../formats/selector.ts'
import { placeAt } from '../../model/place.ts'
import type { KubernetesObject } from '../../model/object.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a ServiceMonitor or PodMonitor that just misses what it is to watch.',
  why: 'Prometheus scrapes nothing, and alerts on the missing metrics never fire.',
  howToFix: 'Make the selector equal to labels of the Service itself, for a PodMonitor to those of the pod template. For what lives elsewhere write the setting `external`: `Service/shop/*`, `Pod/shop/*`.',
  references: ['https://prometheus-operator.dev/docs/developer/getting-started/#using-servicemonitors'],
  peers: { 'kube-linter': ['dangling-servicemonitor'] },
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('near'),
  bad: [
    {
      title: 'a misspelled label',
      yaml: yaml`
        apiVersion: monitoring.coreos.com/v1
        kind: ServiceMonitor
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: wbe # ✖ ServiceMonitor "web" selects no Service: Service "web" has "app: web"
          endpoints:
            - port: http
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          labels:
            app: web
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
      `,
    },
  ],
  good: [
    {
      title: 'the label of a Service',
      yaml: yaml`
        apiVersion: monitoring.coreos.com/v1
        kind: ServiceMonitor
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          endpoints:
            - port: http
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          labels:
            app: web
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
      `,
    },
    {
      title: 'Services that are elsewhere',
      yaml: yaml`
        apiVersion: monitoring.coreos.com/v1
        kind: ServiceMonitor
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          endpoints:
            - port: http
      `,
    },
  ],
  visit: {
    PodMonitor: (monitor, context) => look(monitor, 'Pod', context),
    ServiceMonitor: (monitor, context) => look(monitor, 'Service', context),
  },
})

function look(monitor: KubernetesObject, kind: 'Pod' | 'Service', context: Context<ReferenceOptions>): void {
  const { selector, namespaceSelector = {} } = (monitor.value['spec'] ?? {}) as { selector?: LabelSelector; namespaceSelector?: { any?: boolean; matchNames?: readonly string[] } }
  if (selector === undefined) return
  const [only, other] = namespaceSelector.matchNames ?? []
  const namespace = namespaceSelector.any === true || other !== undefined ? '' : (only ?? monitor.namespace)
  const at = (...steps: (string | number)[]) => placeAt(monitor.source, monitor.tape, monitor.root, -1, monitor.prefix, ['spec', 'selector', ...steps])
  reportNothingSelected(kind, { namespace, file: monitor.source.file, subject: `${monitor.kind} "${monitor.name}"`, selector, at }, context)
}
