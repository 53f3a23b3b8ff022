import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'
import { shownAt } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require images to be asked for at every start.',
  why: 'With `Always` the registry is asked each time, so a pod needs the right to pull the image even where the node has it, and a tag that was set anew is noticed.',
  howToFix: 'Set `imagePullPolicy: Always`. The layers come from the node as long as they are the same.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy'],
  peers: {
    'kube-score': ['container-image-pull-policy'],
    polaris: ['pullPolicyNotAlways'],
    checkov: ['CKV_K8S_15'],
    kics: ['Image Pull Policy Of The Container Is Not Set To Always'],
    kyverno: ['always-pull-images', 'imagepullpolicy-always'],
  },
  fixable: 'unsafe',
  options: {
    acceptDigest: { default: true, description: 'Whether an image by digest needs none, as it cannot change.' },
  },
  bad: [
    {
      title: 'the default of a tag',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:1.29.3 # ✖ Image "nginx:1.29.3" is pulled with IfNotPresent, not Always
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:1.29.3
              imagePullPolicy: Always
      `,
    },
  ],
  good: [
    {
      title: 'always',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:1.29.3
              imagePullPolicy: Always
      `,
    },
    {
      title: 'the default of latest',
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
    container(container, { options, report }) {
      const { image: text, imagePullPolicy } = container.value
      const image = text === undefined ? '' : parseImage(text)
      if (typeof image === 'string' || (options.acceptDigest && image.digest !== undefined)) return
      const policy = imagePullPolicy ?? (image.digest === undefined && (image.tag ?? 'latest') === 'latest' ? 'Always' : 'IfNotPresent')
      if (policy === 'Always') return
      const place = container.at('imagePullPolicy')
      report(shownAt(place, container.at('image')), `Image "${text}" is pulled with ${policy}, not Always`, (fix) => (place.node === -1 ? fix.insertBelow(container.at(), ['imagePullPolicy'], 'Always') : fix.replaceText(place, 'Always')))
    },
  },
})
