import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseQuantity } from '../../formats/quantity.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require requests that equal the limits.',
  why: 'Memory between request and limit is promised, but not kept free: when pods on a node ask for it together, the kernel kills some of them.',
  howToFix: 'Set the request to the limit. When all requests and limits of a pod are equal, it is of the class Guaranteed, and evicted last.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/'],
  peers: {
    'kube-score': ['container-resource-requests-equal-limits', 'container-cpu-requests-equal-limits', 'container-memory-requests-equal-limits', 'container-ephemeral-storage-request-equals-limit'],
    datree: ['EKS_INVALID_MEMORY_REQUEST_LIMIT'],
    kics: ['Container Memory Requests Not Equal Limits', 'Container CPU Requests Not Equal Limits', 'Container Requests Not Equal Limits'],
    kyverno: ['memory-requests-equal-limits', 'require-qos-guaranteed'],
  },
  fixable: 'unsafe',
  options: {
    resources: { default: ['memory'], description: 'The resources that have to be equal: memory, cpu, ephemeral-storage.' },
    requireBoth: { default: false, description: 'Also of a container that sets neither.' },
  },
  bad: [
    {
      title: 'half of it',
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
                  memory: 64Mi # ✖ Container "app" requests 64Mi of memory, its limit is 128Mi
                limits:
                  memory: 128Mi
      `,
      fixed: yaml`
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
                  memory: 128Mi
                limits:
                  memory: 128Mi
      `,
    },
  ],
  good: [
    {
      title: 'the same amount, and a request that is taken from the limit',
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
                  memory: 1024Mi
                limits:
                  memory: 1Gi
            - name: proxy
              image: example.com/proxy:1.0
              resources:
                limits:
                  memory: 64Mi
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const { requests = {}, limits = {} } = container.value.resources ?? {}
      if (container.partial) return
      for (const resource of options.resources) {
        const limit = limits[resource]
        const request = requests[resource] ?? limit
        const place = container.at('resources', 'requests', resource)
        if (limit === undefined) {
          if (request !== undefined || options.requireBoth) report(place, `Container "${container.name}" requests ${request ?? 'any amount'} of ${resource} and sets no limit`)
        } else if (parseQuantity(request!)?.nanos !== parseQuantity(limit)?.nanos) report(place, `Container "${container.name}" requests ${request} of ${resource}, its limit is ${limit}`, (fix) => fix.replaceText(place, String(limit)))
      }
    },
  },
})
