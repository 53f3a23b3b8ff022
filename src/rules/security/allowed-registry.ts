import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Allow images from some registries only.',
  why: 'An image from anywhere is a program of anybody: where only some registries are allowed, their scans and access rights hold for all that runs.',
  howToFix: 'Copy the image to a registry that is allowed, and name it from there.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  peers: {
    trivy: ['KSV-0125', 'KSV-0032', 'KSV-0033', 'KSV-0034', 'KSV-0035'],
    kubescape: ['C-0001', 'C-0078', 'C-0304'],
    popeye: ['113'],
    gatekeeper: ['allowedrepos', 'allowedreposv2', 'disallowedrepos'],
    kyverno: ['restrict-image-registries', 'allowed-image-repos', 'advanced-restrict-image-registries'],
  },
  needs: ['allow', 'forbid'],
  options: {
    allow: { default: [], description: 'Registries, with the beginning of a path or without: `registry.example.com`, `ghcr.io/acme`, `*.dkr.ecr.eu-west-1.amazonaws.com`. An image without a registry is of `docker.io`, and one without a path of `docker.io/library`.' },
    forbid: { default: [], description: 'Registries that are not allowed, written in the same way.' },
  },
  bad: [
    {
      title: 'from anywhere',
      options: { allow: ['registry.example.com', 'ghcr.io/acme'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: nginx:1.29.3 # ✖ Image "nginx:1.29.3" is from docker.io/library, which is not allowed
            - name: tool
              image: ghcr.io/acme-inc/tool:1.0 # ✖ Image "ghcr.io/acme-inc/tool:1.0" is from ghcr.io/acme-inc, which is not allowed
      `,
    },
  ],
  good: [
    {
      title: 'from the list',
      options: { allow: ['registry.example.com', 'ghcr.io/acme', '*.example.org'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: registry.example.com/nginx:1.29.3
            - name: tool
              image: ghcr.io/acme/tool:1.0
            - name: other
              image: eu.example.org/a/b:1.0
      `,
    },
  ],
  visit: {
    container({ at, value: { image: text } }, { options: { allow, forbid }, report }) {
      const image = text === undefined ? '' : parseImage(text)
      if (typeof image === 'string') return
      const name = `${image.registry}/${image.repository}`
      const isIn = (list: readonly string[]) => list.some((wanted) => isFrom(name, wanted))
      if ((allow.length === 0 || isIn(allow)) && !isIn(forbid)) return
      report(at('image'), `Image "${text}" is from ${name.slice(0, name.lastIndexOf('/'))}, which is not allowed`)
    },
  },
})

/** Whole steps of the path count: `ghcr.io/acme` is not `ghcr.io/acme-inc`. */
function isFrom(name: string, wanted: string): boolean {
  const start = wanted.replace(/\/+$/, '')
  const own = start.startsWith('*.') ? name.slice(Math.max(name.indexOf(start.slice(1)), 0)) : name
  const other = start.startsWith('*.') ? start.slice(1) : start
  return own === other || own.startsWith(`${other}/`)
}
