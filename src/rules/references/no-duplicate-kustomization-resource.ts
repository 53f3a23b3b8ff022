import { defineRule, yaml } from '../../engine/define-rule.ts'
import { placeOf } from '../../model/place.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow the same file or folder twice among the resources of a kustomization.',
  why: 'Kustomize builds nothing then: each object may be there once.',
  howToFix: 'Delete one of both entries.',
  references: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/'],
  peers: {},
  fixable: 'safe',
  bad: [
    {
      title: 'a file that is listed twice',
      files: { 'deployment.yaml': 'kind: Deployment\n', 'service.yaml': 'kind: Service\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
          - service.yaml
          - ./deployment.yaml # ✖ resources[2] is already in line 4
      `,
      fixed: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
          - service.yaml
      `,
    },
  ],
  good: [
    {
      title: 'each file once',
      files: { 'deployment.yaml': 'kind: Deployment\n', 'service.yaml': 'kind: Service\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
          - service.yaml
      `,
    },
  ],
  visit: {
    kustomization({ object, paths }, { report }) {
      const firsts = new Map<string, number>()
      for (const { field, target, node, found } of paths) {
        if ((field !== 'resources' && field !== 'bases') || (found !== 'file' && found !== 'kustomization')) continue
        const first = firsts.get(target)
        if (first === undefined) firsts.set(target, node)
        else {
          const [place, other] = [placeOf(object, node), placeOf(object, first)]
          report(place, `${place.path} is already in line ${other.source.position(other.start).line}`, (fixer) => fixer.removeItem(place), { related: [{ place: other, message: 'the same file or folder' }] })
        }
      }
    },
  },
})
