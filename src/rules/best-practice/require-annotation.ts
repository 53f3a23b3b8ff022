import { defineRule, yaml } from '../../engine/define-rule.ts'
import { matchesWhole } from '../../formats/re2-whole.ts'
import { isOfKinds } from '../../model/kind-pattern.ts'
import { below, placeAt, shownAt } from '../../model/place.ts'
import { POD_TEMPLATES } from '../../model/pod.ts'
import { Flag } from '../../parser/tape.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Require an annotation of your choice.',
  why: 'Programs and people look up in annotations whom to ask, and what to do: an object without them is one that nobody finds.',
  howToFix: 'Add the annotation to `metadata.annotations`.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/'],
  peers: {
    'kube-linter': ['required-annotation-email', 'required-annotation'],
    gatekeeper: ['requiredannotations'],
    kyverno: ['require-annotations', 'require-linkerd-mesh-injection'],
    monokle: ['MTD-custom-annotations'],
  },
  needs: ['key'],
  options: {
    key: { default: '', description: 'The key of the annotation.' },
    pattern: { default: '', format: 'pattern', description: 'What the whole value has to match, a regular expression of RE2; empty for any.' },
    kinds: { default: [], description: 'Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all.' },
    template: { default: false, description: 'Whether the annotation is wanted on the pods, that is in the metadata of the template.' },
  },
  bad: [
    {
      title: 'no address',
      options: { key: 'example.com/contact', pattern: '\\S+@\\S+', kinds: ['Namespace'] },
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          annotations:
            example.com/contact: the shop # ✖ Annotation "example.com/contact" is "the shop", must match \S+@\S+
      `,
    },
  ],
  good: [
    {
      title: 'an address',
      options: { key: 'example.com/contact', pattern: '\\S+@\\S+', kinds: ['Namespace'] },
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          annotations:
            example.com/contact: shop@example.com
      `,
    },
  ],
  visit: {
    object(object, { options: { key, kinds, pattern, template }, report }) {
      const { name, prefix, root, source, tape } = object
      if (key === '' || !isOfKinds(object, kinds)) return
      const way = template && object.builtin ? POD_TEMPLATES.get(object.kind) : []
      if (way === undefined) return
      const annotations = placeAt(source, tape, root, -1, prefix, [...way, 'metadata', 'annotations'])
      // What has a wrong type, or is filled in later, may be right in the end.
      if (annotations.node !== -1 && tape.has(annotations.node, Flag.hidden)) return
      const place = below(annotations, key)
      if (place.node === -1) return report(shownAt(place, object.at('metadata', 'name')), `${object.kind} "${name}" lacks the annotation "${key}"`)
      const text = tape.isScalar(place.node) && !tape.has(place.node, Flag.hidden) ? tape.scalar(place.node) : undefined
      if (typeof text === 'string' && pattern !== '' && !matchesWhole(pattern, text)) report(place, `Annotation "${key}" is "${text}", must match ${pattern}`)
    },
  },
})
