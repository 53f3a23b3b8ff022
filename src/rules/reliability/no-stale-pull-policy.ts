import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'
import { isMovingTag } from '../../formats/image-tag.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow nodes that keep an old image of a tag that moves.',
  why: 'With `IfNotPresent`, a node that once pulled `latest` never looks again: new pods there run the old program, next to others that run the new one.',
  howToFix: 'Name a release instead of a tag that moves, or delete `imagePullPolicy`: for `latest` the default is `Always`.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy'],
  peers: { kubescape: ['C-0075'], kyverno: ['imagepullpolicy-always'], 'kube-linter': ['image-pull-policy'] },
  fixable: 'unsafe',
  bad: [
    {
      title: 'latest, but never again',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:latest
              imagePullPolicy: IfNotPresent # ✖ Image "nginx:latest" moves, and imagePullPolicy IfNotPresent keeps the old one
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:latest
              imagePullPolicy: Always
      `,
    },
  ],
  good: [
    {
      title: 'a release',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:1.29.3
              imagePullPolicy: IfNotPresent
      `,
    },
    {
      title: 'the default',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:latest
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const { image: text, imagePullPolicy: policy } = container.value
      const image = text === undefined ? '' : parseImage(text)
      if (typeof image === 'string' || image.digest !== undefined || !isMovingTag(image.tag ?? 'latest') || (policy !== 'IfNotPresent' && policy !== 'Never')) return
      const place = container.at('imagePullPolicy')
      report(place, `Image "${text}" moves, and imagePullPolicy ${policy} keeps the old one`, (fix) => fix.replaceText(place, 'Always'))
    },
  },
})
