import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is held against its definition: see schema/crd/custom-walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Require values of custom resources that their CustomResourceDefinition allows.',
  why: 'The API server holds every custom resource against the schema of its definition and the rules in it, and refuses what has a value that these do not allow.',
  howToFix: 'Write a value that the message names; what the schema asks for is in the definition, and in the documentation of the operator that brings it.',
  references: ['https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation'],
  peers: { kubeconform: ['(schema)'], 'kubectl-validate': ['(schema)'] },
  fixable: 'safe',
  bad: [
    {
      title: 'values that the definition beside it does not allow',
      yaml: yaml`
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: caches.example.com
        spec:
          group: example.com
          scope: Namespaced
          names:
            plural: caches
            kind: Cache
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec:
                      type: object
                      properties:
                        size:
                          type: integer
                          minimum: 1
                        eviction:
                          type: string
                          enum: [Oldest, Random]
                        zones:
                          type: array
                          x-kubernetes-list-type: set
                          items:
                            type: string
        ---
        apiVersion: example.com/v1
        kind: Cache
        metadata:
          name: sessions
        spec:
          size: 0 # ✖ size is 0, must be at least 1
          eviction: Last # ✖ eviction is "Last", must be "Oldest" or "Random"
          zones:
            - a
            - a # ✖ zones[1] "a" is already in the list at index 0
      `,
    },
    {
      title: 'a word in another case',
      yaml: yaml`
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: caches.example.com
        spec:
          group: example.com
          scope: Namespaced
          names:
            plural: caches
            kind: Cache
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec:
                      type: object
                      properties:
                        eviction:
                          type: string
                          enum: [Oldest, Random]
        ---
        apiVersion: example.com/v1
        kind: Cache
        metadata:
          name: sessions
        spec:
          eviction: oldest # ✖ eviction is "oldest", must be "Oldest" or "Random"; did you mean "Oldest"?
      `,
      fixed: yaml`
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: caches.example.com
        spec:
          group: example.com
          scope: Namespaced
          names:
            plural: caches
            kind: Cache
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec:
                      type: object
                      properties:
                        eviction:
                          type: string
                          enum: [Oldest, Random]
        ---
        apiVersion: example.com/v1
        kind: Cache
        metadata:
          name: sessions
        spec:
          eviction: Oldest
      `,
    },
  ],
  good: [
    {
      title: 'values that it allows',
      yaml: yaml`
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: caches.example.com
        spec:
          group: example.com
          scope: Namespaced
          names:
            plural: caches
            kind: Cache
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec:
                      type: object
                      properties:
                        size:
                          type: integer
                          minimum: 1
        ---
        apiVersion: example.com/v1
        kind: Cache
        metadata:
          name: sessions
        spec:
          size: 3
      `,
    },
  ],
})
