import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require user namespaces of its own for each pod.',
  why: 'With `hostUsers: false`, root in the pod is nobody on the node: most ways out of a container lead nowhere then. It needs Kubernetes 1.33, a recent kernel, and file systems that can do it.',
  howToFix: 'Set `hostUsers: false` in the pod.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/'],
  peers: {
    kubesec: ['HostUsers'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: "the node's users",
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: true # ✖ The pod shares the user namespace of the node
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
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'users of its own',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: "the node's network, which goes only with the node's users",
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
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const { hostUsers, hostNetwork, hostPID, hostIPC } = pod.value
      if (hostUsers === false || hostNetwork === true || hostPID === true || hostIPC === true || isWindows(pod)) return
      const place = pod.at('hostUsers')
      report(place, 'The pod shares the user namespace of the node', (fixer) => (place.node === -1 ? fixer.insertBelow(pod.at(), ['hostUsers'], false) : fixer.replaceValue(place, 'false')))
    },
  },
})
