import { defineRule, yaml } from '../../engine/define-rule.ts'
import { accountOf } from '../../model/bindings.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow pods that carry the token of their service account without need.',
  why: 'The token is in a file of every container. Whoever breaks into one of them can talk to the API server with it.',
  howToFix: 'Set `automountServiceAccountToken: false` in the pod, or in the ServiceAccount for all of its pods. Where a program needs the token, and the bindings of its account are not among the linted files, write `# podlint-ignore no-automounted-token`.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting'],
  peers: {
    polaris: ['automountServiceAccountToken'],
    trivy: ['KSV-0036'],
    checkov: ['CKV_K8S_38'],
    kubescape: ['C-0034', 'C-0190', 'C-0261'],
    kubesec: ['AutomountServiceAccountToken'],
    popeye: ['301', '303'],
    kics: ['Service Account Token Automount Not Disabled'],
    datree: ['SRVACC_INCORRECT_AUTOMOUNTSERVICEACCOUNTTOKEN_VALUE'],
    sonar: ['S6865'],
    monokle: ['KBP106'],
    gatekeeper: ['automount-serviceaccount-token'],
    kyverno: ['restrict-automount-sa-token', 'restrict-sa-automount-sa-token'],
  },
  fixable: 'unsafe',
  crossObject: true,
  options: {
    always: { default: false, description: 'Also where a binding among the files gives the account a role.' },
  },
  bad: [
    {
      title: 'a token that nobody asked for',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec: # ✖ The pod carries the token of service account "web"
          serviceAccountName: web
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
          serviceAccountName: web
          containers:
            - name: app
              image: example.com/app:1.0
          automountServiceAccountToken: false
      `,
    },
  ],
  good: [
    {
      title: 'none, and one of an account that has a role',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          automountServiceAccountToken: false
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: operator
        spec:
          serviceAccountName: operator
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: operator
        subjects:
          - kind: ServiceAccount
            name: operator
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: operator
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, options, report }) {
      if (!index.mountsToken(pod) || pod.containers.every((container) => container.partial)) return
      const account = accountOf(pod)
      if (!options.always && index.bindings.of(pod.object.namespace, account).length > 0) return
      const message = `The pod carries the token of service account "${account}"`
      // Of the account that all pods have, another rule speaks there.
      if (account === 'default') return report(pod.at('serviceAccountName'), message)
      const place = pod.at('automountServiceAccountToken')
      report(place, message, (fixer) => (place.node === -1 ? fixer.insertBelow(pod.at(), ['automountServiceAccountToken'], false) : fixer.replaceValue(place, 'false')))
    },
  },
})
