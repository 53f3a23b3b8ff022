import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { hostNamespaces } from '../../model/pod-security/node.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: "Disallow pods in the node's network, process or IPC namespace.",
  why: 'With `hostNetwork` a pod hears the traffic of the node and stands outside every NetworkPolicy; with `hostPID` it sees the environment of all processes, secrets included.',
  howToFix: 'Delete the field. An agent that is there to watch or wire up the node needs it: say so with a podlint-ignore comment.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  peers: {
    'kube-linter': ['host-ipc', 'host-network', 'host-pid'],
    polaris: ['hostIPCSet', 'hostNetworkSet', 'hostPIDSet'],
    trivy: ['KSV-0008', 'KSV-0009', 'KSV-0010'],
    checkov: ['CKV_K8S_17', 'CKV_K8S_18', 'CKV_K8S_19'],
    kubescape: ['C-0038', 'C-0041', 'C-0275', 'C-0276'],
    kubesec: ['HostIPC', 'HostNetwork', 'HostPID'],
    'pod-security-admission': ['hostNamespaces'],
    datree: ['CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE', 'CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE', 'CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE'],
    kyverno: ['disallow-host-namespaces'],
  },
  options: {
    allow: { default: [], description: 'Fields that are fine: `hostNetwork`, `hostPID`, `hostIPC`.' },
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'two namespaces of the node',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: true # ✖ "hostNetwork" shares the node's network with the pod
          hostPID: true # ✖ "hostPID" shares the node's processes with the pod
          containers:
            - name: app
              image: example.com/app:1.0
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
      `,
    },
  ],
  good: [
    {
      title: 'namespaces that its own containers share',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: false
          shareProcessNamespace: true
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: podSecurityVisitors(hostNamespaces),
})
