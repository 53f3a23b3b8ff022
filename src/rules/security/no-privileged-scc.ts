import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow security context constraints for privileged containers.',
  why: 'Whoever may use them gets all devices of the node, and with them the node.',
  howToFix: 'Set `allowPrivilegedContainer: false` and list the capabilities that are needed.',
  references: ['https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/authentication_and_authorization/managing-pod-security-policies'],
  peers: { 'kube-linter': ['scc-deny-privileged-container'] },
  bad: [
    {
      title: 'constraints that allow it',
      yaml: yaml`
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata:
          name: builder
        allowPrivilegedContainer: true # ✖ SecurityContextConstraints "builder" allows privileged containers
      `,
    },
  ],
  good: [
    {
      title: 'constraints that do not',
      yaml: yaml`
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata:
          name: builder
        allowPrivilegedContainer: false
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      if (object.kind !== 'SecurityContextConstraints' || object.value['allowPrivilegedContainer'] !== true) return
      report(object.at('allowPrivilegedContainer'), `SecurityContextConstraints "${object.name}" allows privileged containers`)
    },
  },
})
