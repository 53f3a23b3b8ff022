import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isOfKind } from '../../model/kind-pattern.ts'

export default defineRule({
  severity: 'error',
  presets: [],
  since: '0.1.0',
  summary: 'Allow objects of some kinds only.',
  why: 'A repository of one team should hold what that team may apply, and nothing for the whole cluster.',
  howToFix: 'Move the object to where such kinds belong, or add the kind to the option `allow`.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/'],
  peers: {},
  needs: ['allow'],
  options: {
    allow: { default: [], description: 'Kinds such as Deployment, apps/Deployment, apps/v1/Deployment or batch/*.' },
  },
  bad: [
    {
      title: 'a kind that is not on the list',
      options: { allow: ['v1/ConfigMap', 'apps/*'] },
      yaml: yaml`
        apiVersion: v1
        kind: Namespace # ✖ Kind "Namespace" is not allowed
        metadata:
          name: shop
      `,
    },
  ],
  good: [
    {
      title: 'kinds on the list',
      options: { allow: ['v1/ConfigMap', 'apps/*'] },
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
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
    object(object, { options, report }) {
      if (options.allow.length > 0 && !options.allow.some((pattern) => isOfKind(object, pattern))) report(object.at('kind'), `Kind "${object.kind}" is not allowed`)
    },
  },
})
