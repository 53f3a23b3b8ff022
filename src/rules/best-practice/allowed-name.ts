import { defineRule, yaml } from '../../engine/define-rule.ts'
import { matchesWhole } from '../../formats/re2-whole.ts'
import { isOfKinds } from '../../model/kind-pattern.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Require names after a pattern.',
  why: 'Where names follow a convention, everybody knows what an object is for and whose it is.',
  howToFix: 'Rename the object, and what refers to it.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  peers: { kyverno: ['metadata-match-regex'] },
  needs: ['pattern'],
  options: {
    pattern: { default: '', format: 'pattern', description: 'What the whole name has to match, a regular expression of RE2; empty for any.' },
    kinds: { default: [], description: 'Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all.' },
  },
  bad: [
    {
      title: 'a team that is missing',
      options: { pattern: '(?:shop|pay)-[a-z-]+', kinds: ['Deployment'] },
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Name "web" must match (?:shop|pay)-[a-z-]+
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
      title: 'the team first',
      options: { pattern: '(?:shop|pay)-[a-z-]+', kinds: ['Deployment'] },
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: shop-web
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
    object(object, { options: { kinds, pattern }, report }) {
      // One that is generated has its end later.
      if (pattern === '' || object.name === '' || !isOfKinds(object, kinds) || matchesWhole(pattern, object.name)) return
      report(object.at('metadata', 'name'), `Name "${object.name}" must match ${pattern}`)
    },
  },
})
