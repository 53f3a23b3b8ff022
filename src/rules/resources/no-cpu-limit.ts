import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseQuantity } from '../../formats/quantity.ts'

const CORE = 1_000_000_000n

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow CPU limits.',
  why: 'The kernel stops a container that has used up its share of a tenth of a second, also when the rest of the node is idle: requests get slow, and nobody sees why. The request already guards the neighbors.',
  howToFix: 'Delete `limits.cpu`, and keep `requests.cpu`. Teams that want every node to be predictable choose `require-cpu-limit` instead.',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  peers: { datree: ['EKS_INVALID_CPU_LIMIT'], kyverno: ['forbid-cpu-limits'], semgrep: ['no-fractional-cpu-limits'] },
  fixable: 'unsafe',
  options: {
    onlyFractional: { default: false, description: 'Only limits that are a fraction of a core.' },
  },
  bad: [
    {
      title: 'a limit',
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
                  cpu: 500m # ✖ Container "app" is held back by a CPU limit of 500m
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
                limits:
                  memory: 128Mi
      `,
    },
  ],
  good: [
    {
      title: 'only a request',
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
                  cpu: 500m
                limits:
                  memory: 128Mi
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const limit = container.value.resources?.limits?.['cpu']
      if (limit === undefined || (options.onlyFractional && (parseQuantity(limit)?.nanos ?? 0n) % CORE === 0n)) return
      const place = container.at('resources', 'limits', 'cpu')
      report(place, `Container "${container.name}" is held back by a CPU limit of ${limit}`, (fix) => fix.removeField(place))
    },
  },
})
