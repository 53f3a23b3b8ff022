import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow load balancers that hide who connects, and node ports that answer on some nodes alone.',
  why: 'With the policy Cluster a node may pass the connection on to another one, and the program sees the address of that node: logs and limits by address are worth nothing. A NodePort with the policy Local refuses connections on nodes without a pod, and clients do not know which those are.',
  howToFix: 'Set `externalTrafficPolicy: Local` for a LoadBalancer, which sends nothing to nodes without a pod, and `Cluster` for a NodePort.',
  references: ['https://kubernetes.io/docs/tutorials/services/source-ip/'],
  peers: { popeye: ['1107', '1108'] },
  bad: [
    {
      title: 'both',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: LoadBalancer # ✖ Service "web" hides the addresses of clients
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: api
        spec:
          type: NodePort
          externalTrafficPolicy: Local # ✖ Service "api" refuses connections on nodes without a pod
          selector:
            app: api
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: 'addresses that are kept',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: LoadBalancer
          externalTrafficPolicy: Local
          selector:
            app: web
          ports:
            - port: 80
      `,
    },
  ],
  visit: {
    Service(service, { report }) {
      const { type, externalTrafficPolicy = 'Cluster' } = service.value.spec ?? {}
      if (type === 'LoadBalancer' && externalTrafficPolicy === 'Cluster') report(service.at('spec', service.value.spec?.externalTrafficPolicy === undefined ? 'type' : 'externalTrafficPolicy'), `Service "${service.name}" hides the addresses of clients`)
      if (type === 'NodePort' && externalTrafficPolicy === 'Local') report(service.at('spec', 'externalTrafficPolicy'), `Service "${service.name}" refuses connections on nodes without a pod`)
    },
  },
})
