import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require LimitRanges that bound containers and fill in what they leave out.',
  why: 'A LimitRange with only a maximum refuses containers that set no limit, and one with only defaults lets anybody ask for everything.',
  howToFix: 'Set `default`, `defaultRequest`, `min` and `max` for the type Container.',
  references: ['https://kubernetes.io/docs/concepts/policy/limit-range/'],
  peers: { trivy: ['KSV-0039'] },
  options: {
    fields: { default: ['default', 'defaultRequest', 'max', 'min'], description: 'What an item of type Container has to set.' },
  },
  bad: [
    {
      title: 'only a maximum',
      yaml: yaml`
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: sizes
        spec:
          limits:
            - type: Container # ✖ LimitRange "sizes" sets no default, defaultRequest, min for containers
              max:
                memory: 1Gi
      `,
    },
  ],
  good: [
    {
      title: 'all of them',
      yaml: yaml`
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: sizes
        spec:
          limits:
            - type: Container
              default:
                memory: 256Mi
              defaultRequest:
                memory: 128Mi
              max:
                memory: 1Gi
              min:
                memory: 16Mi
      `,
    },
  ],
  visit: {
    LimitRange(range, { options, report }) {
      for (const [index, limit] of (range.value.spec?.limits ?? []).entries()) {
        const missing = limit.type === 'Container' ? options.fields.filter((field) => !Object.hasOwn(limit, field)) : []
        if (missing.length > 0) report(range.at('spec', 'limits', index, 'type'), `LimitRange "${range.name}" sets no ${missing.join(', ')} for containers`)
      }
    },
  },
})
