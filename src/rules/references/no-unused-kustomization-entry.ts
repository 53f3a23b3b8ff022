import { defineRule, yaml } from '../../engine/define-rule.ts'
import { placeOf } from '../../model/place.ts'
import { itemsOf, textOf } from '../../model/node-values.ts'
import { placeholderIn } from '../../model/placeholder.ts'
import type { Tape } from '../../parser/tape.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow entries of `images` and `replicas` that nothing uses.',
  why: 'Kustomize says nothing about an image that is nowhere in the resources: the tag that somebody set there never reaches the cluster. For replicas of an object that does not exist it builds nothing.',
  howToFix: 'Write the image as the resources have it, without its tag, or delete the entry. A kustomization that also builds what is not in this checkout is not looked at.',
  references: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/'],
  peers: {},
  bad: [
    {
      title: 'an image by another name',
      files: { 'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: ghcr.io/example/web:1.0\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        images:
          - name: example/web # ✖ Image "example/web" is nowhere in the resources
            newTag: "1.1"
        replicas:
          - name: api # ✖ Nothing among the resources is called "api"
            count: 2
      `,
    },
  ],
  good: [
    {
      title: 'the image as the resources have it',
      files: { 'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: ghcr.io/example/web:1.0\n' },
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        images:
          - name: ghcr.io/example/web
            newTag: "1.1"
        replicas:
          - name: web
            count: 2
      `,
    },
  ],
  visit: {
    kustomization({ object, content }, { report }) {
      const { tape, root } = object
      if (content === undefined) return
      for (const [node, name] of namesIn(tape, tape.find(root, 'images'))) {
        // The name is a regular expression, of which dots are no harm.
        if (/^[\w./:@-]+$/.test(name) && !content.mentions(name)) report(placeOf(object, node), `Image "${name}" is nowhere in the resources`)
      }
      for (const [node, name] of namesIn(tape, tape.find(root, 'replicas'))) {
        if (!content.objects.some(({ names }) => names.includes(name))) report(placeOf(object, node), `Nothing among the resources is called "${name}"`)
      }
    },
  },
})

function namesIn(tape: Tape, list: number): [node: number, name: string][] {
  return itemsOf(tape, list).flatMap((item): [number, string][] => {
    const node = tape.find(item, 'name')
    const name = textOf(tape, node) ?? ''
    return name !== '' && placeholderIn(name) === undefined ? [[node, name]] : []
  })
}
