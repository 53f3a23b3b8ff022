import { defineRule, yaml } from '../../engine/define-rule.ts'
import { shownAt } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require a namespace on every object that belongs into one.',
  why: 'Without it the object lands in the namespace that happens to be the current one. Helm, Kustomize and Argo CD fill it in, so this rule is in no preset.',
  howToFix: 'Set `metadata.namespace`.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
  peers: { kubescape: ['C-0209'] },
  options: {
    kinds: { default: [], description: 'Only these kinds; empty for all.' },
  },
  bad: [
    {
      title: 'anywhere',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings # ✖ ConfigMap "settings" sets no namespace
      `,
    },
  ],
  good: [
    {
      title: 'in the shop',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: shop
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
      `,
    },
  ],
  visit: {
    object(object, { options, report }) {
      const { kind, name, namespace, namespaced, builtin } = object
      if (!builtin || !namespaced || namespace !== '' || (options.kinds.length > 0 && !options.kinds.includes(kind))) return
      report(shownAt(object.at('metadata', 'namespace'), object.at('metadata', 'name')), `${kind} "${name}" sets no namespace`)
    },
  },
})
