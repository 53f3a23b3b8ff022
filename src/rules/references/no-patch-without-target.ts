import { defineRule, yaml } from '../../engine/define-rule.ts'
import { matchesTarget, type Target } from '../../model/completion.ts'
import type { BuiltObject } from '../../model/kustomization-view.ts'
import { nearest } from '../../model/nearest.ts'
import { placeOf } from '../../model/place.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow patches of Kustomize for an object that the kustomization does not have.',
  why: 'Kustomize refuses a patch that names such an object, and leaves out one whose target matches nothing: the change that somebody wrote down is never made.',
  howToFix:
    'Write the kind and the name of the object as its file has them, or delete the patch. A kustomization that also builds what is not in this checkout is not looked at, and neither is a component: only those that use it have its objects.',
  references: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/'],
  peers: {},
  bad: [
    {
      title: 'a misspelled name',
      files: { 'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n', 'replicas.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: wbe\nspec:\n  replicas: 3\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        patches:
          - path: replicas.yaml # ✖ This patch is for Deployment "wbe", which is not among the resources; did you mean "web"?
          - target: # ✖ This patch is for StatefulSet "web", which matches none of the resources
              kind: StatefulSet
              name: web
            patch: |-
              - op: remove
                path: /spec/replicas
      `,
    },
  ],
  good: [
    {
      title: 'an object that is there',
      files: { 'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namePrefix: shop-
        resources:
          - deployment.yaml
        patches:
          - target:
              kind: Deployment
            patch: |-
              - op: remove
                path: /spec/replicas
      `,
    },
  ],
  visit: {
    kustomization({ object, patches, content }, { report }) {
      if (content === undefined) return
      for (const { node, isSelector, targets } of patches) {
        for (const target of targets) {
          if (target.kind === undefined && target.name === undefined) continue
          if (content.objects.some(({ kind, names }) => names.some((name) => (isSelector ? matchesTarget(target, kind, name) : target.kind === kind && target.name === name)))) continue
          const place = placeOf(object, node)
          report(place, `This patch is for ${labelOf(target)}, which ${isSelector ? 'matches none of the resources' : 'is not among the resources'}${hintFor(target, content.objects)}`)
        }
      }
    },
  },
})

const labelOf = ({ kind, name }: Target): string => [kind, name === undefined ? undefined : `"${name}"`].filter((part) => part !== undefined).join(' ')

function hintFor({ kind, name }: Target, objects: readonly BuiltObject[]): string {
  const meant = name === undefined ? undefined : nearest(name, objects.filter((each) => each.kind === kind).flatMap(({ names }) => names))
  return meant === undefined || meant === name ? '' : `; did you mean "${meant}"?`
}
