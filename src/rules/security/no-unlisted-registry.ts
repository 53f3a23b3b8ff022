import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow images from registries that are not on a list.',
  why: 'An image runs with whatever the pod may do, so where it comes from is a matter of trust.',
  howToFix: 'Use an image from one of the registries in `allow`, or mirror it there.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  peers: {
    trivy: ['KSV-0125', 'KSV-0032', 'KSV-0033', 'KSV-0034', 'KSV-0035'],
    kubescape: ['C-0001', 'C-0078', 'C-0304'],
    popeye: ['113'],
    gatekeeper: ['allowedrepos', 'allowedreposv2', 'disallowedrepos'],
    kyverno: ['restrict-image-registries', 'allowed-image-repos', 'advanced-restrict-image-registries'],
  },
  options: {
    allow: { default: [], description: 'Registries, or registries with the start of a path: `ghcr.io/example`. Docker\'s own images are `docker.io/library`.' },
    deny: { default: [], description: 'The same, for those that are not allowed even where `allow` has them.' },
  },
  bad: [
    {
      title: 'a list that has nothing yet',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: docker.io/example/app:1.0 # ✖ Image "docker.io/example/app:1.0" is from "docker.io/example", which is on no list
      `,
    },
  ],
  good: [
    {
      title: 'a reference that nobody can read',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: "Example App"
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const text = container.value.image
      const image = text === undefined ? '' : parseImage(text)
      if (typeof image === 'string') return
      const name = `${image.registry}/${image.repository}`
      const lies = (prefixes: readonly string[]) => prefixes.some((prefix) => name === prefix || name.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`))
      const folder = name.slice(0, name.lastIndexOf('/'))
      if (lies(options.deny)) report(container.at('image'), `Image "${text}" is from "${folder}", which is not allowed`)
      else if ((options.allow.length > 0 || options.deny.length === 0) && !lies(options.allow)) report(container.at('image'), `Image "${text}" is from "${folder}", which is on no list`)
    },
  },
})
