import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseQuantity } from '../../formats/quantity.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Allow requests and limits within a range only.',
  why: 'A container that asks for more than any node has stays pending, and one that asks for a trifle by mistake is killed: a team knows which amounts make sense for it.',
  howToFix: 'Choose an amount within the range, or ask for an exception.',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  peers: {
    'kube-linter': ['cpu-requirements', 'memory-requirements'],
    kubescape: ['C-0004', 'C-0050'],
    kubeaudit: ['LimitsCPUExceeded', 'LimitsMemoryExceeded'],
    gatekeeper: ['containerlimits', 'containerrequests'],
  },
  needs: ['min', 'max'],
  options: {
    resource: { default: 'memory', description: 'Such as memory, cpu or ephemeral-storage.' },
    in: { default: ['requests', 'limits'], description: 'Where the amount is looked for.' },
    min: { default: '', format: 'quantity', description: 'The least: an amount such as 64Mi; empty for no bound.' },
    max: { default: '', format: 'quantity', description: 'The most.' },
  },
  bad: [
    {
      title: 'more than there may be',
      options: { resource: 'memory', max: '4Gi' },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 8Gi # ✖ Container "app" has a memory limit of 8Gi, must be at most 4Gi
      `,
    },
  ],
  good: [
    {
      title: 'within',
      options: { resource: 'memory', max: '4Gi' },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 2Gi
      `,
    },
  ],
  visit: {
    container(container, { options: { resource, in: where, min, max }, report }) {
      for (const field of ['requests', 'limits'] as const) {
        const amount = where.includes(field) ? container.value.resources?.[field]?.[resource] : undefined
        const quantity = amount === undefined ? undefined : parseQuantity(amount)
        if (quantity === undefined) continue
        const least = min === '' ? undefined : parseQuantity(min)
        const most = max === '' ? undefined : parseQuantity(max)
        const bound = least !== undefined && quantity.nanos < least.nanos ? `at least ${min}` : most !== undefined && quantity.nanos > most.nanos ? `at most ${max}` : undefined
        if (bound !== undefined) report(container.at('resources', field, resource), `Container "${container.name}" has a ${resource} ${field.slice(0, -1)} of ${amount}, must be ${bound}`)
      }
    },
  },
})
