import { defineRule, yaml } from '../../engine/define-rule.ts'

const OLD_CLASS = 'kubernetes.io/ingress.class'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow Ingress classes that are not on a list.',
  why: 'The class decides who serves the Ingress: an internal controller, or one that the whole internet reaches.',
  howToFix: 'Use one of the classes in `allow`.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class'],
  peers: { kyverno: ['restrict-ingress-classes'] },
  options: {
    allow: { default: [], description: 'The classes that an Ingress may have.' },
  },
  bad: [
    {
      title: 'a class that nobody listed',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: public # ✖ Ingress class "public" is not allowed
          defaultBackend:
            service:
              name: web
              port:
                number: 80
      `,
    },
  ],
  good: [
    {
      title: 'no class: the cluster has a default',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          defaultBackend:
            service:
              name: web
              port:
                number: 80
      `,
    },
  ],
  visit: {
    Ingress(ingress, { options, report }) {
      const { metadata: { annotations = {} } = {}, spec: { ingressClassName } = {} } = ingress.value
      const name = ingressClassName ?? annotations[OLD_CLASS]
      if (name === undefined || options.allow.includes(name)) return
      const place = ingressClassName === undefined ? ingress.at('metadata', 'annotations', OLD_CLASS) : ingress.at('spec', 'ingressClassName')
      report(place, `Ingress class "${name}" is not allowed${options.allow.length === 0 ? '' : `, must be ${options.allow.map((each) => `"${each}"`).join(' or ')}`}`)
    },
  },
})
