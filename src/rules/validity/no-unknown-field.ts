import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow fields that the type does not have.',
  why: 'The API server refuses the object, or drops the field without a word, so what it should set is never set.',
  howToFix: 'Write the field as the API reference spells it, at the level where it belongs.',
  references: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields'],
  peers: { 'kube-linter': ['schema-validation'], kubeconform: ['-strict'], 'kubectl-validate': ['(default)'], monokle: ['K8S001'] },
  fixable: 'unsafe',
  bad: [
    {
      title: 'resource instead of resources',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resource: # ✖ Container has no field "resource", did you mean "resources"?
                limits:
                  memory: 500Mi
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
              resources:
                limits:
                  memory: 500Mi
      `,
    },
  ],
  good: [
    {
      title: 'the right name',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 500Mi
      `,
    },
  ],
})
