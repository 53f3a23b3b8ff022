import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { sysctls } from '../../model/pod-security/profiles.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow sysctls that are not safe.',
  why: 'A sysctl that is not kept apart for each pod changes the kernel for all pods of the node; the kubelet refuses it unless it was started with `--allowed-unsafe-sysctls`.',
  howToFix: 'Delete it, or set it for the node, by whoever sets up the node. The list of safe ones grows with the versions of Kubernetes.',
  references: ['https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls', 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  peers: {
    'kube-linter': ['unsafe-sysctls'],
    trivy: ['KSV-0026'],
    kubescape: ['C-0211'],
    'pod-security-admission': ['sysctls'],
    kyverno: ['restrict-sysctls'],
  },
  options: {
    allow: { default: [], description: 'Sysctls that the nodes allow: `net.core.somaxconn`.' },
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'one of the node, and one that is safe only later',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            sysctls:
              - name: net.ipv4.tcp_syncookies
                value: "1"
              - name: kernel.msgmax # ✖ Sysctl "kernel.msgmax" is not on the list of safe ones
                value: "65536"
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
          securityContext:
            sysctls:
              - name: net.ipv4.tcp_syncookies
                value: "1"
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'safe ones',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            sysctls:
              - name: net.ipv4.ip_unprivileged_port_start
                value: "0"
              - name: net.ipv4.tcp_rmem
                value: 4096 87380 6291456
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: podSecurityVisitors(sysctls),
})
