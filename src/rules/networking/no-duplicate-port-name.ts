import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { ContainerView } from '../../model/object.ts'

export default defineRule({
  severity: 'info',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow the same port name in two containers of a pod.',
  why: 'A Service that names the port reaches only the first of them; the API server warns about it since 1.33.',
  howToFix: 'Give each port of the pod a name of its own, such as `app-metrics` and `proxy-metrics`.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  peers: { 'kube-score': ['container-ports-check'] },
  bad: [
    {
      title: 'two ports with the name metrics',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: metrics
                  containerPort: 9090
            - name: proxy
              image: example.com/proxy:1.0
              ports:
                - name: metrics # ✖ Port name "metrics" is in container "app" and in container "proxy"
                  containerPort: 9091
      `,
    },
  ],
  good: [
    {
      title: 'a name for each port',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: metrics
                  containerPort: 9090
            - name: proxy
              image: example.com/proxy:1.0
              ports:
                - name: proxy-metrics
                  containerPort: 9091
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const owners = new Map<string, { container: ContainerView; index: number }>()
      for (const container of pod.containers) {
        if (!container.longRunning) continue
        for (const [index, { name = '' }] of (container.value.ports ?? []).entries()) {
          const owner = owners.get(name)
          if (name === '' || owner?.container === container) continue
          if (owner === undefined) owners.set(name, { container, index })
          else {
            const related = [{ place: owner.container.at('ports', owner.index, 'name'), message: 'first here' }]
            report(container.at('ports', index, 'name'), `Port name "${name}" is in container "${owner.container.name}" and in container "${container.name}"`, undefined, { related })
          }
        }
      }
    },
  },
})
