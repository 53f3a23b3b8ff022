import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'
import { isMovingTag } from '../../formats/image-tag.ts'

/** What a kustomization calls an image: the reference without its tag. */
const nameOf = (text: string): string => text.replace(/:[^:/]*$/, '')

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow images without a tag, or with a tag that moves.',
  why: 'What runs is what the tag pointed to when the node pulled it: two pods of one Deployment may run different code, and a rollback has nothing to go back to.',
  howToFix: 'Name a release (`nginx:1.29.3`) or a digest (`nginx@sha256:…`); a bot such as Renovate keeps either current.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  peers: {
    'kube-linter': ['latest-tag'],
    'kube-score': ['container-image-tag'],
    polaris: ['tagNotSpecified'],
    trivy: ['KSV-0013'],
    checkov: ['CKV_K8S_14'],
    kubescape: ['C-0304'],
    datree: ['CONTAINERS_MISSING_IMAGE_VALUE_VERSION'],
    kyverno: ['disallow-latest-tag'],
  },
  options: {
    allow: { default: [], description: 'Tags that are fine although they move, such as `stable`.' },
  },
  bad: [
    {
      title: 'tags that move, and none',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: migrate
              image: registry.example.com:5000/migrate # ✖ Image "registry.example.com:5000/migrate" has no tag
          containers:
            - name: web
              image: nginx:latest # ✖ Image "nginx:latest" has the moving tag "latest"
            - name: proxy
              image: example.com/proxy:stable-alpine # ✖ Image "example.com/proxy:stable-alpine" has the moving tag "stable-alpine"
            - name: api
              image: example.com/api:1.4.0-SNAPSHOT # ✖ Image "example.com/api:1.4.0-SNAPSHOT" has the moving tag "1.4.0-SNAPSHOT"
      `,
    },
  ],
  good: [
    {
      title: 'a release, a digest, a branch with a commit or date',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: nginx:1.29.3-alpine
            - name: proxy
              image: example.com/proxy:latest@sha256:94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
            - name: worker
              image: example.com/worker:main-4f1a5b1
            - name: base
              image: debian:stable-20251117-slim
      `,
    },
  ],
  visit: {
    container(container, { options, pinnedImages, report }) {
      const text = container.value.image
      const image = text === undefined ? '' : parseImage(text)
      if (typeof image === 'string' || image.digest !== undefined || pinnedImages.has(nameOf(text!))) return
      if (image.tag === undefined) report(container.at('image'), `Image "${text}" has no tag`)
      else if (isMovingTag(image.tag) && !options.allow.includes(image.tag)) report(container.at('image'), `Image "${text}" has the moving tag "${image.tag}"`)
    },
  },
})
