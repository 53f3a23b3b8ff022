import type { ServiceSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on } from '../../constraints.ts'
import { labelValue, qualifiedName } from '../../../formats/names.ts'

export default constraints(
  {
    id: 'valid-service',
    since: '0.1.0',
    summary: 'Require a Service whose selector consists of labels.',
    why: 'The API server refuses a selector with keys or values that no pod can have as labels.',
    howToFix: 'Copy the labels of the pods that the Service is for.',
    references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
    bad: [
      {
        title: 'a malformed value',
        yaml: yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app: web,api # ✖ Value "web,api" of the selector must consist of letters, digits, "-", "_" and "."
            ports:
              - port: 80
        `,
      },
    ],
    good: [
      {
        title: 'labels of pods',
        yaml: yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app.kubernetes.io/name: web
            ports:
              - port: 80
        `,
      },
    ],
  },
  [
    on<ServiceSpec>('core/v1 ServiceSpec', {
      check({ selector = {} }, { path, report }) {
        const printed = { path: `${path}.selector` }
        for (const [key, value = ''] of Object.entries(selector)) {
          for (const reason of qualifiedName(key) ?? []) report(['selector', key], 'Invalid', `Key "${key}" of the selector ${reason}`, printed)
          for (const reason of labelValue(value) ?? []) report(['selector', key], 'Invalid', `Value "${value}" of the selector ${reason}`, printed)
        }
      },
    }),
  ],
)
