import { defineRule, yaml } from '../../engine/define-rule.ts'
import { accountOf } from '../../model/bindings.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow workloads that share a service account.',
  why: 'A permission that one of them needs, all of them have, and the audit log does not tell which of them did something.',
  howToFix: 'Give each workload a ServiceAccount of its own.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege'],
  peers: { kics: ['Shared Service Account'] },
  crossObject: true,
  bad: [
    {
      title: 'two Pods',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: shop
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          serviceAccountName: shop # ✖ Service account "shop" is that of Pod "web", too
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'an account for each',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: web
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          serviceAccountName: worker
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, report }) {
      const account = accountOf(pod)
      const first = index.bindings.firstPodOf(pod)
      if (account !== 'default' && first !== pod) report(pod.at('serviceAccountName'), `Service account "${account}" is that of ${first.object.kind} "${first.object.name}", too`)
    },
  },
})
