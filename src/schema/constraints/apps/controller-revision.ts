import type { ControllerRevision } from 'kubernetes-types/apps/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { atLeast, checkedElsewhere, constraints, on } from '../../constraints.ts'

export default constraints(
  {
    id: 'valid-controller-revision',
    since: '0.1.0',
    summary: 'Require a revision with data.',
    why: 'The API server refuses a revision that holds nothing to go back to.',
    howToFix: 'Let the controller write this object.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/controller-revision-v1/'],
    bad: [
      {
        title: 'no data',
        yaml: yaml`
          apiVersion: apps/v1
          kind: ControllerRevision # ✖ data is required but missing
          metadata:
            name: web-1
          revision: -1 # ✖ revision is -1, must be at least 0
        `,
      },
    ],
    good: [
      {
        title: 'a template',
        yaml: yaml`
          apiVersion: apps/v1
          kind: ControllerRevision
          metadata:
            name: web-1
          revision: 1
          data:
            spec: {}
        `,
      },
    ],
  },
  [
    on<ControllerRevision>('apps/v1 ControllerRevision', () => ({
      fields: { revision: atLeast(0), data: checkedElsewhere },
      check({ data }, { minor, report }) {
        if (data === undefined) report(['data'], 'Required', 'is required')
        else if (minor >= 31 && (typeof data !== 'object' || Array.isArray(data))) report(['data'], 'Required', 'must be an object')
      },
    })),
  ],
)
