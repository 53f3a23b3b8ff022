import { yaml } from '../../../engine/define-rule.ts'
import { longerThan } from '../../../formats/format.ts'
import { labelValue, qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { isBlank } from '../../cel-expressions.ts'
import { constraints, format, missingAs, on, oneOf, requiredSet, type Check, type TypeCheckContext } from '../../constraints.ts'
import { csiDriverName } from '../../csi.ts'
import { asExactly, VERSIONS } from '../../devices.ts'

interface Toleration {
  key: string
  operator: string
  value: string
  effect: string
}
interface Opaque {
  driver: string
  parameters: object
}

const LONGEST = 10240
const EFFECTS = ['NoSchedule', 'NoExecute', 'None']

/** What it must have is said of its own type. */
const anything: Check = { describes: 'an object' }

const expression: Check = missingAs('', {
  describes: `an expression of at most ${LONGEST} bytes`,
  test(value) {
    if (typeof value !== 'string') return undefined
    if (value === '' || isBlank(value)) return { code: 'Invalid', message: 'must not be empty' }
    return longerThan(LONGEST, value) ? { code: 'TooLong', message: `must be at most ${LONGEST} bytes` } : undefined
  },
})

/** The server counts them as JSON. */
const parameters: Check = {
  describes: `an object of at most ${LONGEST} bytes as JSON`,
  test(value) {
    if (longerThan(LONGEST, JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each)))) return { code: 'TooLong', message: `must be at most ${LONGEST} bytes as JSON` }
    return typeof value === 'object' && !Array.isArray(value) ? undefined : { code: 'Invalid', message: 'must be an object' }
  },
}

/** Without an operator it is Equal. */
function checkToleration({ operator = '', value = '' }: Loose<Toleration>, { report }: TypeCheckContext): void {
  if (operator === 'Exists') {
    if (value !== '') report(['value'], 'Invalid', 'must be empty for the operator Exists')
  } else if (operator === '' || operator === 'Equal') for (const reason of labelValue(value) ?? []) report(['value'], 'Invalid', reason)
}

export default constraints(
  {
    id: 'valid-device-configuration',
    since: '0.1.0',
    summary: 'Require selectors, tolerations and parameters of devices that a driver can use.',
    why: 'The API server refuses a selector without an expression, a toleration whose operator and value do not go together, and parameters that are not an object for a named driver.',
    howToFix: 'Write `cel.expression` in each selector, and `driver` and `parameters` in each `opaque`.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/'],
    bad: [
      {
        title: 'a selector without an expression, parameters in a list',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: DeviceClass
          metadata:
            name: gpu.example.com
          spec:
            selectors:
              - cel:
                  expression: "" # ✖ expression is "", must not be empty
            config:
              - opaque:
                  driver: gpu_example # ✖ driver is "gpu_example", must consist of lower case letters, digits, "-" and "."
                  parameters: [shared] # ✖ parameters must be an object
        `,
      },
    ],
    good: [
      {
        title: 'devices of one driver, with parameters',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: DeviceClass
          metadata:
            name: gpu.example.com
          spec:
            selectors:
              - cel:
                  expression: device.driver == "gpu.example.com"
            config:
              - opaque:
                  driver: gpu.example.com
                  parameters:
                    sharing: time
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on<{ cel: object }>(`${version} DeviceSelector`, () => ({ printed: asExactly, fields: { cel: [requiredSet(anything)] } })),
    on<{ expression: string }>(`${version} CELDeviceSelector`, () => ({ printed: asExactly, fields: { expression: [expression] } })),
    on<Toleration>(`${version} DeviceToleration`, () => ({
      printed: asExactly,
      fields: { key: format('a qualified name', qualifiedName), operator: oneOf('Equal', 'Exists'), effect: oneOf(...EFFECTS) },
      check: checkToleration,
    })),
    on<{ opaque: object }>(`${version} DeviceClassConfiguration`, () => ({ fields: { opaque: [requiredSet(anything)] } })),
    on<{ opaque: object }>(`${version} DeviceClaimConfiguration`, () => ({ fields: { opaque: [requiredSet(anything)] } })),
    on<Opaque>(`${version} OpaqueDeviceConfiguration`, () => ({ fields: { driver: csiDriverName, parameters: [requiredSet(parameters)] } })),
  ]),
)
