import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow values of a type that the field does not take.',
  why: 'The API server cannot decode the object and refuses it as a whole, whatever else it says.',
  howToFix: 'Quote text that looks like a number or a boolean; write numbers and booleans without quotes.',
  references: ['https://kubernetes.io/docs/reference/using-api/api-concepts/'],
  peers: { 'kube-linter': ['schema-validation'], kubeconform: ['(schema)'], 'kubectl-validate': ['(schema)'], monokle: ['K8S001'] },
  fixable: 'safe',
  bad: [
    {
      title: 'text for a number',
      yaml: yaml`
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web
        spec:
          replicas: "3" # ✖ replicas is the string "3", must be an integer: remove the quotes
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web
        spec:
          replicas: 3
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
    {
      title: 'numbers and booleans where strings are wanted',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            release: 2.10 # ✖ release is the number 2.10, must be a string: put it in quotes
          annotations:
            prometheus.io/scrape: true # ✖ annotations[prometheus.io/scrape] is the boolean true, must be a string: put it in quotes
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              args: [--port, 8080] # ✖ args[1] is the number 8080, must be a string: put it in quotes
              env:
                - name: DEBUG
                  value: yes # ✖ value is the boolean yes, must be a string: put it in quotes
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            release: "2.10"
          annotations:
            prometheus.io/scrape: "true"
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              args: [--port, "8080"]
              env:
                - name: DEBUG
                  value: "yes"
      `,
    },
  ],
  good: [
    {
      title: 'a number',
      yaml: yaml`
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web
        spec:
          replicas: 3
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
})
