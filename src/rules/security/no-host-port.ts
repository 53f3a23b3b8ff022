import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { hostPorts } from '../../model/pod-security/node.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow ports of the node.',
  why: 'Two such pods cannot share a node, and what listens on an address of the node is reached past every Service and, with most network plugins, every NetworkPolicy.',
  howToFix: 'Delete `hostPort` and put a Service in front of the pod: of type NodePort or LoadBalancer for what has to be reached from outside.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline', 'https://kubernetes.io/docs/concepts/configuration/overview/#services'],
  peers: {
    polaris: ['hostPortSet'],
    trivy: ['KSV-0024'],
    checkov: ['CKV_K8S_26'],
    kubescape: ['C-0044'],
    'pod-security-admission': ['hostPorts'],
    datree: ['CONTAINERS_INCORRECT_KEY_HOSTPORT'],
    kyverno: ['disallow-host-ports'],
  },
  options: {
    allow: { default: [], description: 'Ports of the node that may be taken: `["9100"]`.' },
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a port of the node',
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
                - containerPort: 8080
                  hostPort: 80 # ✖ Container "app" takes port 80 of the node
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
              ports:
                - containerPort: 8080
      `,
    },
  ],
  good: [
    {
      title: 'a port of the pod',
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
                - containerPort: 8080
                  hostPort: 0
      `,
    },
    {
      title: "the node's network, of which another rule speaks",
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: true
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 8080
                  hostPort: 8080
      `,
    },
  ],
  visit: podSecurityVisitors(hostPorts, {
    // In the network of the node every port is one of the node.
    spares: ({ pod }) => pod.value.hostNetwork === true,
  }),
})
