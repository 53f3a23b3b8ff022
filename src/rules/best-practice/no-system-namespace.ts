import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow applications in the namespaces of Kubernetes.',
  why: 'What runs in kube-system is left out of most policies, webhooks and quotas, may use the highest priorities, and has the Secrets of the cluster beside it.',
  howToFix: 'Give it a namespace of its own. Parts of the cluster itself, such as drivers and DNS, go into `allow`.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces'],
  peers: { trivy: ['KSV-0037'] },
  options: {
    namespaces: { default: ['kube-system', 'kube-public', 'kube-node-lease'], description: 'Namespaces of Kubernetes.' },
    allow: { default: ['aws-node', 'calico', 'canal', 'cilium', 'cluster-autoscaler', 'coredns', 'csi', 'ebs-csi', 'efs-csi', 'etcd', 'hubble', 'istio-cni', 'kindnet', 'kube', 'kube-dns', 'konnectivity-agent', 'local-path-provisioner', 'metrics-server', 'node-local-dns', 'node-problem-detector', 'nvidia', 'snapshot-controller', 'tigera-operator', 'weave-net'], description: 'Workloads that may be there, with those whose names begin with one of these and a hyphen.' },
  },
  bad: [
    {
      title: 'a web server beside the DNS of the cluster',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: kube-system # ✖ Pod "web" runs in the namespace "kube-system"
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a namespace of its own, and a part of the cluster',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: shop
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: coredns
          namespace: kube-system
        spec:
          containers:
            - name: coredns
              image: registry.k8s.io/coredns/coredns:v1.12.1
      `,
    },
  ],
  visit: {
    podSpec({ object, metadata }, { options, report }) {
      const labels = { ...object.value.metadata?.labels, ...metadata.labels }
      if (!options.namespaces.includes(object.namespace) || labels['tier'] === 'control-plane' || labels['kubernetes.io/cluster-service'] === 'true') return
      if (options.allow.some((name) => object.name === name || object.name.startsWith(`${name}-`))) return
      report(object.at('metadata', 'namespace'), `${object.kind} "${object.name}" runs in the namespace "${object.namespace}"`)
    },
  },
})
