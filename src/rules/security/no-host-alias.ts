import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow `hostAliases`.',
  why: 'Names that only this pod knows lead it somewhere else than all others, past the DNS of the cluster: nobody who looks for the reason looks there.',
  howToFix: 'Have the DNS know the name, or make a Service of type ExternalName.',
  references: ['https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/'],
  peers: {
    trivy: ['KSV-0007'],
    kubesec: ['HostAliases'],
  },
  bad: [
    {
      title: 'a name of its own',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostAliases: # ✖ hostAliases adds entries to /etc/hosts of the pod
            - ip: 10.1.2.3
              hostnames: [db.example.com]
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'names from the DNS',
      yaml: yaml`
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
  visit: {
    podSpec(pod, { report }) {
      if ((pod.value.hostAliases?.length ?? 0) > 0) report(pod.at('hostAliases'), 'hostAliases adds entries to /etc/hosts of the pod')
    },
  },
})
