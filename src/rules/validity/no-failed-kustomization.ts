import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a kustomization that Kustomize cannot build.',
  why: 'Nothing of it gets to the cluster: `kubectl apply -k`, Argo CD and Flux stop at the same error.',
  howToFix: 'The message is what Kustomize says, which builds the folder in memory, at the entry or patch that it speaks of. Where another rule has named the cause already, it is not said twice. What needs the network, Helm or a plugin is not built, and nothing is said of it.',
  references: ['https://kubectl.docs.kubernetes.io/references/kustomize/'],
  peers: {},
  bad: [
    {
      title: 'a patch that removes what is not there',
      files: { 'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template: {}\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        patches:
          - target:
              kind: Deployment
            patch: |-
              - op: remove
                path: /spec/replicas # ✖ Kustomize cannot build this folder: a patch has "remove" for /spec/replicas, which is not there
      `,
    },
  ],
  good: [
    {
      title: 'one that can be built',
      files: { 'settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - settings.yaml
      `,
    },
  ],
})
