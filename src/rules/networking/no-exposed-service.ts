import { defineRule, yaml } from '../../engine/define-rule.ts'

/** An annotation by which a cloud keeps a load balancer inside. */
const INTERNAL = /^(?:service\.beta\.kubernetes\.io\/(?:aws|azure|openstack|oci|ibm|alibaba-cloud|brightbox|cce|linode)[\w-]*internal[\w-]*: *(?:true|0\.0\.0\.0\/0)|service\.beta\.kubernetes\.io\/aws-load-balancer-scheme: *internal$|(?:networking\.gke\.io|cloud\.google\.com)\/load-balancer-type: *internal$)/i

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow Services of type NodePort and LoadBalancer.',
  why: 'They open a port to whoever reaches the nodes, or the internet, past the Ingress and its TLS, login and logs.',
  howToFix: 'Use type ClusterIP, and an Ingress or a Gateway for what has to be reached from outside.',
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
    types: { default: ['NodePort', 'LoadBalancer'], description: 'Types that a Service must not have.' },
    allowInternal: { default: true, description: 'Leave load balancers alone that an annotation of AWS, Azure, Google or OpenStack keeps inside the network.' },
  },
  bad: [
    {
      title: 'a port of every node',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: NodePort # ✖ Service "web" is of type NodePort
          selector:
            app: web
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: 'inside the cluster, and a load balancer of the internal network',
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
        ---
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
    Service(service, { options, report }) {
      const { metadata: { annotations = {} } = {}, spec: { type = 'ClusterIP' } = {} } = service.value
      if (!options.types.includes(type)) return
      if (options.allowInternal && type === 'LoadBalancer' && Object.entries(annotations).some(([key, value]) => INTERNAL.test(`${key}: ${value}`))) return
      report(service.at('spec', 'type'), `Service "${service.name}" is of type ${type}`)
    },
  },
})
