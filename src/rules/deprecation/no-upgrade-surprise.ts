import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found only with --upgrade-to: see schema/upgrade.ts.
export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Point out what means something else after an upgrade of the cluster: reported only with `--upgrade-to`.',
  why: 'The API server takes a field whose feature is switched off, and forgets it. When an upgrade switches the feature on, a manifest that nobody has touched does something new; and a few fields change what they mean.',
  howToFix: 'Decide whether you want what the message says. If not, delete the field, or set it to what the cluster does today, before the upgrade.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/', 'https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  peers: {},
  bad: [
    {
      title: 'from 1.31 to 1.38: a user namespace that the old cluster has never made',
      upgrade: ['1.31', '1.38'],
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false # ✖ hostUsers takes effect since Kubernetes 1.33: older API servers drop it
          containers:
            - name: app
              image: nginx:1.27
          volumes:
            - name: source
              gitRepo: # ✖ gitRepo volumes are off by default since 1.33: a pod with one does not start
                repository: https://example.com/app.git
      `,
    },
    {
      title: 'from 1.31 to 1.38: a policy that follows the cluster, and a driver whose mounts change',
      upgrade: ['1.31', '1.38'],
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline # ✖ Label "pod-security.kubernetes.io/enforce" without a version follows the cluster: since 1.34 it also forbids a host in probes and lifecycle hooks
        ---
        apiVersion: storage.k8s.io/v1
        kind: CSIDriver
        metadata:
          name: csi.example.com
        spec:
          seLinuxMount: true # ✖ seLinuxMount mounts volumes of every access mode with the SELinux label of the pod since 1.37, not only ReadWriteOncePod: pods with different labels can no longer share one
      `,
    },
  ],
  good: [
    {
      title: 'from 1.33 to 1.38: the old cluster does it already',
      upgrade: ['1.33', '1.38'],
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: nginx:1.27
      `,
    },
    {
      title: 'from 1.31 to 1.38: a version of the policy that stays',
      upgrade: ['1.31', '1.38'],
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
            pod-security.kubernetes.io/enforce-version: v1.31
      `,
    },
  ],
})
