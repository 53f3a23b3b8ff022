import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require the recommended labels on workloads.',
  why: 'Dashboards and tools group what belongs together by `app.kubernetes.io/…`; a workload without them is on no list.',
  howToFix: 'Add the labels that are missing to `metadata.labels`.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/'],
  peers: { kubescape: ['C-0077'], monokle: ['MTD-recommended-labels'] },
  options: {
    labels: { default: ['app.kubernetes.io/name', 'app.kubernetes.io/instance'], description: 'The labels that are wanted; there are also version, component, part-of and managed-by.' },
  },
  bad: [
    {
      title: 'a label of its own',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" lacks the labels app.kubernetes.io/name, app.kubernetes.io/instance
          labels:
            app: web
        spec:
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
  good: [
    {
      title: 'with labels',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          labels:
            app.kubernetes.io/name: web
            app.kubernetes.io/instance: web-shop
        spec:
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
  visit: {
    podSpec({ object }, { options, report }) {
      const { labels = {} } = object.value.metadata ?? {}
      const missing = options.labels.filter((label) => !Object.hasOwn(labels, label))
      if (missing.length > 0) report(object.at('metadata', 'name'), `${object.kind} "${object.name}" lacks the label${missing.length === 1 ? '' : 's'} ${missing.join(', ')}`)
    },
  },
})
