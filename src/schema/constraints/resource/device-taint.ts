import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel, dnsSubdomainCaseless, labelValue, qualifiedName } from '../../../formats/names.ts'
import { atMostBytes, constraints, embedded, format, missingAs, nonEmpty, on, oneOf, required } from '../../constraints.ts'
import { poolName, VERSIONS, withoutBasic } from '../../devices.ts'

interface Taint {
  key: string
  value: string
  effect: string
}
interface Selector {
  driver: string
  pool: string
  device: string
}

export default constraints(
  {
    id: 'valid-device-taint',
    since: '0.1.0',
    summary: 'Require taints of devices with a key and an effect, and rules that say which devices they are for.',
    why: 'The API server refuses a taint without an effect, and one with a key or value that no toleration could have.',
    howToFix: 'Use the effects NoSchedule, NoExecute and None.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#device-taints-and-tolerations'],
    bad: [
      {
        title: 'an effect that nodes have',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: DeviceTaintRule
          metadata:
            name: broken
          spec:
            deviceSelector:
              driver: gpu.example.com
            taint:
              key: example.com/broken
              effect: PreferNoSchedule # ✖ effect is "PreferNoSchedule", must be "NoSchedule", "NoExecute" or "None"; did you mean "NoSchedule"?
        `,
      },
    ],
    good: [
      {
        title: 'no new pods on devices of a pool',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: DeviceTaintRule
          metadata:
            name: broken
          spec:
            deviceSelector:
              driver: gpu.example.com
              pool: rack-1
            taint:
              key: example.com/broken
              effect: NoSchedule
        `,
      },
    ],
  },
  [...VERSIONS, 'resource/v1alpha3' as const].flatMap((version) => [
    on<{ taint: object }>(`${version} DeviceTaintRuleSpec`, () => ({ fields: { taint: embedded(`${version} DeviceTaint`) } })),
    on<Taint>(`${version} DeviceTaint`, () => ({
      printed: withoutBasic,
      fields: {
        key: [missingAs('', format('a qualified name', qualifiedName, { empty: true }))],
        value: format('a label value', labelValue),
        effect: required(oneOf('NoSchedule', 'NoExecute', 'None')),
      },
    })),
    on<Selector>(`${version} DeviceTaintSelector`, () => ({
      fields: {
        driver: [nonEmpty(format('a DNS subdomain', dnsSubdomainCaseless)), atMostBytes(63)],
        pool: nonEmpty(poolName),
        device: format('a DNS label', dnsLabel, { empty: true }),
      },
    })),
  ]),
)
