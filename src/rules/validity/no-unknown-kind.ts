import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow kinds that the groups of Kubernetes do not have.',
  why: 'The API server answers "no matches for kind": the name is misspelt, or the object is in another group or version.',
  howToFix: 'Write the kind and apiVersion that the message proposes.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  peers: { monokle: ['K8S004'], kubeconform: ['(missing schema)'] },
  bad: [
    {
      title: 'a misspelt kind',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deploymnet # ✖ apps/v1 of Kubernetes 1.37 has no kind "Deploymnet", did you mean "Deployment"?
        metadata:
          name: web
      `,
    },
  ],
  good: [
    {
      title: 'a custom resource',
      yaml: yaml`
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: web
      `,
    },
  ],
})
