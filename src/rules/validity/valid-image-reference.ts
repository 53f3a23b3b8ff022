import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'

/** What shells, Tekton and documentation leave behind. What Flux, Go and Jinja do is hidden from rules: model/placeholder.ts. */
const PLACEHOLDER = /\$?\{[^{}]*\}|\$\([^()]*\)|\$[A-Za-z_]\w*|<[^<>]+>|%[A-Za-z_]\w*%|__[A-Z_]+__/

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Require image references that a container runtime can read.',
  why: 'The API server takes any text for an image, so the mistake only shows on the node: the pod stays in `InvalidImageName`.',
  howToFix: 'Write `registry/repository:tag`, all lower case before the tag. When something fills in the placeholder before it is applied, lint its output instead.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  peers: { polaris: ['tagNotSpecified'] },
  options: {
    allowPlaceholders: { default: false, description: 'Say nothing about placeholders such as `<tag>` or `$(TAG)`, because a tool fills them in. Those of the form `${TAG}` or `{{ tag }}` are those of the rule no-placeholder.' },
  },
  bad: [
    {
      title: 'capitals, a scheme, a template that nobody filled in',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: example.com/Web:1.0 # ✖ Image "example.com/Web:1.0" has capitals in its repository "Web"
            - name: proxy
              image: https://example.com/proxy:1.0 # ✖ Image "https://example.com/proxy:1.0" must not begin with a scheme such as "https://"
            - name: worker
              image: example.com/worker:<tag> # ✖ Image "example.com/worker:<tag>" still has the placeholder "<tag>"
      `,
    },
    {
      title: 'a space at the end, which the API server takes in a template',
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
                - name: web
                  image: "example.com/web:1.0 " # ✖ Image "example.com/web:1.0 " begins or ends with white space, so none of its pods can be created
      `,
    },
  ],
  good: [
    {
      title: 'a registry with a port, a tag and a digest',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: example.com:5000/team/web:v1.0_RC1@sha256:94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
            - name: proxy
              image: nginx
      `,
    },
    {
      title: 'a Go package that ko builds and replaces by its image',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: ko://example.com/Team/cmd/web
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const text = container.value.image
      if (text === undefined || text.trim() === '' || text.startsWith('ko://')) return
      if (text !== text.trim()) {
        // Of a Pod, the API server says so itself.
        if (container.pod.object.kind !== 'Pod') report(container.at('image'), `Image "${text}" begins or ends with white space, so none of its pods can be created`)
        return
      }
      const placeholder = PLACEHOLDER.exec(text)
      if (placeholder !== null) {
        if (!options.allowPlaceholders) report(container.at('image'), `Image "${text}" still has the placeholder "${placeholder[0]}"`)
        return
      }
      const image = parseImage(text)
      if (typeof image === 'string') report(container.at('image'), `Image "${text}" ${image}`)
    },
  },
})
