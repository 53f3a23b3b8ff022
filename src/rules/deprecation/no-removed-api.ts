import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow API versions that the targeted Kubernetes no longer serves.',
  why: 'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',
  howToFix: 'Move to the API version that the message names; its fields may differ.',
  references: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/'],
  peers: { pluto: ['removed'], kubent: ['removed'], 'kube-score': ['stable-version'], 'kube-linter': ['no-extensions-v1beta'] },
  bad: [
    {
      title: 'an Ingress of 1.21',
      yaml: yaml`
        apiVersion: extensions/v1beta1 # ✖ extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
      `,
    },
  ],
  good: [
    {
      title: 'the version that is served',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: web
      `,
    },
  ],
})
