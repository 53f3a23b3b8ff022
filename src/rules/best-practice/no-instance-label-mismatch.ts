import { defineRule, yaml } from '../../engine/define-rule.ts'

const LABEL = 'app.kubernetes.io/instance'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow an instance label that is not the name of the object.',
  why: 'Where every instance is one object, a label that differs from the name is a copy that nobody adapted. With Helm it is the name of the release, so this rule is in no preset.',
  howToFix: 'Set `app.kubernetes.io/instance` to `metadata.name`.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/'],
  peers: { polaris: ['metadataAndInstanceMismatched'] },
  options: {
    requirePresent: { default: false, description: 'Whether the label has to be there.' },
  },
  bad: [
    {
      title: 'the name of another',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          labels:
            app.kubernetes.io/instance: shop # ✖ Label "app.kubernetes.io/instance" is "shop", the name is "web"
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
      title: 'its own name',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          labels:
            app.kubernetes.io/instance: web
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
      const label = object.value.metadata?.labels?.[LABEL]
      if (object.name === '' || (label === undefined ? !options.requirePresent : label === object.name)) return
      report(object.at('metadata', 'labels', LABEL), label === undefined ? `Label "${LABEL}" is missing, must be "${object.name}"` : `Label "${LABEL}" is "${label}", the name is "${object.name}"`)
    },
  },
})
