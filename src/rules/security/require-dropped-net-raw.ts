import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isDropped, isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Require containers to drop NET_RAW.',
  why: 'With this capability, which runtimes give by default, a container can forge packets: pretend to be another pod, or answer for the DNS of the cluster.',
  howToFix: 'Write `drop: [NET_RAW]`, or better `drop: [ALL]`, for which there is require-dropped-capabilities.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  peers: {
    'kube-linter': ['drop-net-raw-capability'],
    trivy: ['KSV-0119'],
    checkov: ['CKV_K8S_28'],
    kubescape: ['C-0211'],
    datree: ['CIS_MISSING_VALUE_DROP_NET_RAW'],
    kyverno: ['require-drop-cap-net-raw'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'nothing dropped',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" does not drop the capability NET_RAW
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
              securityContext:
                capabilities:
                  drop: [NET_RAW]
      `,
    },
  ],
  good: [
    {
      title: 'all dropped',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                capabilities:
                  drop: [ALL]
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      if (container.partial || container.value.securityContext?.privileged === true || isWindows(container.pod) || isDropped(container, 'NET_RAW')) return
      report(container.at('securityContext', 'capabilities', 'drop'), `Container "${container.name}" does not drop the capability NET_RAW`, (fixer) =>
        fixer.insertBelow(container.at(), ['securityContext', 'capabilities', 'drop'], ['NET_RAW']),
      )
    },
  },
})
