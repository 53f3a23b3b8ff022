import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow workloads that are reached from outside the cluster.',
  why: 'An inventory for reviews: it lists what is reached through a load balancer, a node port or an Ingress.',
  howToFix: 'Switch it on to learn what is reachable; it is not meant to be silent.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/'],
  peers: { kubescape: ['C-0256', 'C-0266'], kics: ['Ingress Controller Exposes Workload'] },
  crossObject: true,
  bad: [
    {
      title: 'through a node port',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" is reached through Service "web" of type NodePort
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          type: NodePort
          selector:
            app: web
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: 'reached from inside',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            app: web
          ports:
            - port: 80
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, report }) {
      const exposure = index.exposures.of(pod)
      if (exposure !== undefined) report(pod.object.at('metadata', 'name'), `${pod.object.kind} "${pod.object.name}" is reached through ${exposure.text}`)
    },
  },
})
