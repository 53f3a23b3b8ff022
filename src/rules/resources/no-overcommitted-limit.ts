import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseQuantity } from '../../formats/quantity.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow limits that are many times the request.',
  why: 'The scheduler counts requests alone: when the containers of a node use what their limits allow, there is not enough for all.',
  howToFix: 'Raise the request, or lower the limit.',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  peers: { gatekeeper: ['containerresourceratios'], kyverno: ['enforce-resources-as-ratio'] },
  options: {
    maxRatio: { default: 4, description: 'How many times the request the limit may be.' },
    resources: { default: ['cpu', 'memory'], description: 'The resources that are compared.' },
  },
  bad: [
    {
      title: 'sixteen times',
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
                requests:
                  memory: 64Mi
                limits:
                  memory: 1Gi # ✖ Container "app" has a memory limit of 1Gi, more than 4 times its request of 64Mi
      `,
    },
  ],
  good: [
    {
      title: 'twice',
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
                requests:
                  memory: 64Mi
                limits:
                  memory: 128Mi
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const { requests = {}, limits = {} } = container.value.resources ?? {}
      for (const resource of options.resources) {
        const request = requests[resource] === undefined ? undefined : parseQuantity(requests[resource])
        const limit = limits[resource] === undefined ? undefined : parseQuantity(limits[resource])
        if (request === undefined || limit === undefined || request.nanos <= 0n || Number(limit.nanos) <= Number(request.nanos) * options.maxRatio) continue
        report(container.at('resources', 'limits', resource), `Container "${container.name}" has a ${resource} limit of ${limits[resource]}, more than ${options.maxRatio} times its request of ${requests[resource]}`)
      }
    },
  },
})
