import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow images without a registry.',
  why: 'The node decides where the image comes from: Docker Hub, a mirror, or the first of several registries that has one of this name.',
  howToFix: 'Write the registry: `docker.io/library/nginx`.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  peers: { clusterlint: ['fully-qualified-image'] },
  fixable: 'safe',
  bad: [
    {
      title: 'an image of Docker',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:1.29.3 # ✖ Image "nginx:1.29.3" has no registry
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: docker.io/library/nginx:1.29.3
      `,
    },
  ],
  good: [
    {
      title: 'with one',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: registry.example.com/nginx:1.29.3
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const text = container.value.image ?? ''
      const image = parseImage(text)
      if (typeof image === 'string' || /^(?:index\.)?docker\.io\//.test(text) || image.registry !== 'docker.io') return
      const place = container.at('image')
      report(place, `Image "${text}" has no registry`, (fixer) => fixer.replaceText(place, `docker.io/${text.includes('/') ? '' : 'library/'}${text}`))
    },
  },
})
