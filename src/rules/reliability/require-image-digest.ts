import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require images by digest.',
  why: 'Anybody who may push to the registry can set a tag anew, so what runs tomorrow need not be what was reviewed today. A digest names the content itself.',
  howToFix: 'Add the digest behind the tag: `nginx:1.29.3@sha256:…`. `crane digest IMAGE` prints it; a bot such as Renovate keeps both current.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  peers: {
    checkov: ['CKV_K8S_43'],
    kubescape: ['C-0306'],
    datree: ['CONTAINERS_MISSING_IMAGE_VALUE_DIGEST'],
    kics: ['Image Without Digest'],
    gatekeeper: ['imagedigests'],
    kyverno: ['require-image-checksum'],
  },
  options: {
    except: { default: [], description: 'Beginnings of images that need none, such as `registry.example.com/`.' },
  },
  bad: [
    {
      title: 'only a tag',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:1.29.3 # ✖ Image "nginx:1.29.3" has no digest
      `,
    },
  ],
  good: [
    {
      title: 'tag and digest',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: nginx:1.29.3@sha256:94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
      `,
    },
  ],
  visit: {
    container({ at, value: { image: text } }, { options, report }) {
      const image = text === undefined ? '' : parseImage(text)
      if (typeof image === 'string' || image.digest !== undefined || options.except.some((start) => `${image.registry}/${image.repository}`.startsWith(start) || text!.startsWith(start))) return
      report(at('image'), `Image "${text}" has no digest`)
    },
  },
})
