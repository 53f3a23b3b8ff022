import { defineRule, yaml } from '../../engine/define-rule.ts'
import { shownAt } from '../../model/place.ts'

/** An annotation by which a cloud keeps a load balancer inside. */
const INTERNAL = /^(?:service\.beta\.kubernetes\.io\/(?:aws|azure|openstack|oci|ibm|alibaba-cloud|brightbox|cce|linode)[\w-]*internal[\w-]*: *(?:true|0\.0\.0\.0\/0)|service\.beta\.kubernetes\.io\/aws-load-balancer-scheme: *internal$|(?:networking\.gke\.io|cloud\.google\.com)\/load-balancer-type: *internal$)/i

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Allow some types of Services only.',
  why: 'A Service of type NodePort opens a port on every node, and one of type LoadBalancer costs money and may be open to the internet.',
  howToFix: 'Leave the type out, which makes it ClusterIP, and let an Ingress or Gateway in front of it take traffic from outside.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types'],
  peers: {
    'kube-linter': ['exposed-services'],
    'kube-score': ['service-type'],
    kubescape: ['C-0256'],
    datree: ['SERVICE_INCORRECT_TYPE_VALUE_NODEPORT'],
    kics: ['Service Type is NodePort', 'Service With External Load Balance'],
    popeye: ['1103', '1104'],
    monokle: ['KBP114'],
    gatekeeper: ['block-nodeport-services', 'block-loadbalancer-services'],
    kyverno: ['restrict-node-port', 'restrict-loadbalancer'],
  },
  options: {
    allow: { default: ['ClusterIP', 'ExternalName'], description: 'The types that are fine.' },
    allowInternal: { default: true, description: 'Whether a load balancer with an annotation that keeps it inside is fine.' },
  },
  bad: [
    {
      title: 'a port on every node',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: NodePort # ✖ Service "web" is of type NodePort, must be ClusterIP or ExternalName
          selector:
            app: web
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: 'the default',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
      `,
    },
    {
      title: 'a load balancer that the cloud keeps inside',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: api
          annotations:
            networking.gke.io/load-balancer-type: Internal
        spec:
          type: LoadBalancer
          selector:
            app: api
          ports:
            - port: 80
      `,
    },
  ],
  visit: {
    Service(service, { options: { allow, allowInternal }, report }) {
      const { type = 'ClusterIP' } = service.value.spec ?? {}
      if (service.value.spec === undefined || allow.includes(type)) return
      const { annotations = {} } = service.value.metadata ?? {}
      if (allowInternal && type === 'LoadBalancer' && Object.entries(annotations).some(([key, value]) => INTERNAL.test(`${key}: ${value}`))) return
      report(shownAt(service.at('spec', 'type'), service.at('metadata', 'name')), `Service "${service.name}" is of type ${type}, must be ${allow.join(' or ')}`)
    },
  },
})
