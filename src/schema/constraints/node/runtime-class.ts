import type { Overhead, RuntimeClass, Scheduling } from 'kubernetes-types/node/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, format, missingAs, on, required, since, until, type TypeCheckContext } from '../../constraints.ts'
import { checkPlainSelector } from '../../plain-selector.ts'
import { overheadFaults, type Written } from '../../resource-amounts.ts'
import { tolerationFaults } from '../../tolerations.ts'

function checkNodeSelector({ nodeSelector = {} }: Loose<Scheduling>, { path, report }: TypeCheckContext): void {
  checkPlainSelector(nodeSelector, ['nodeSelector'], `${path}.nodeSelector`, report)
}

function checkTolerations({ tolerations = [] }: Loose<Scheduling>, { minor, path, report }: TypeCheckContext): void {
  const list = `${path}.tolerations${minor <= 35 ? '.tolerations' : ''}`
  const seen = new Set<string>()
  for (const [index, toleration] of tolerations.entries()) {
    for (const { field, code, message, place } of tolerationFaults(toleration)) report(['tolerations', index, place ?? field], code, message, { path: `${list}[${index}].${field}` })
    const { key, operator, value, effect } = toleration
    const identity = JSON.stringify([key ?? '', operator ?? '', value ?? '', effect ?? ''])
    if (seen.has(identity)) report(['tolerations', index], 'Duplicate', 'Toleration is there twice')
    seen.add(identity)
  }
}

export default constraints(
  {
    id: 'valid-runtime-class',
    since: '0.1.0',
    summary: 'Require a RuntimeClass with a handler, and an overhead of resources that exist.',
    why: 'The API server refuses a class without a handler, and an overhead or a selector of nodes that no pod can have.',
    howToFix: 'Set `handler` to a name that the container runtime of the nodes is configured with.',
    references: ['https://kubernetes.io/docs/concepts/containers/runtime-class/'],
    bad: [
      {
        title: 'a handler that is no DNS label, an unknown resource',
        yaml: yaml`
          apiVersion: node.k8s.io/v1
          kind: RuntimeClass
          metadata:
            name: gvisor
          handler: gVisor # ✖ handler is "gVisor", must consist of lower case letters, digits and "-"
          overhead:
            podFixed:
              requests.cpu: 250m # ✖ Resource "requests.cpu" is not a resource that a container can have
        `,
      },
    ],
    good: [
      {
        title: 'a handler and its overhead',
        yaml: yaml`
          apiVersion: node.k8s.io/v1
          kind: RuntimeClass
          metadata:
            name: gvisor
          handler: runsc
          overhead:
            podFixed:
              cpu: 250m
              memory: 120Mi
        `,
      },
    ],
  },
  [
    on<RuntimeClass>('node/v1 RuntimeClass', () => ({
      fields: {
        handler: [...required().map((each) => since('1.36', each)), since('1.36', format('a DNS label', dnsLabel)), until('1.35', missingAs('', format('a DNS label', dnsLabel, { empty: true })))],
      },
    })),
    on<Overhead>('node/v1 Overhead', () => ({
      check({ podFixed = {} }, { path, report }) {
        for (const { name, code, message } of overheadFaults(podFixed as Written)) {
          report(name === undefined ? [] : ['podFixed', name], code, message, { path: name === undefined ? path : `${path}.limits[${name}]` })
        }
      },
    })),
    on<Scheduling>('node/v1 Scheduling', () => ({
      check: [checkNodeSelector, checkTolerations],
    })),
  ],
)
