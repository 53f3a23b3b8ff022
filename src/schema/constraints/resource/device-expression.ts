import { yaml } from '../../../engine/define-rule.ts'
import { longerThan } from '../../../formats/format.ts'
import { trimSpace } from '../../../formats/white-space.ts'
import { constraints, on } from '../../constraints.ts'
import { asExactly, VERSIONS } from '../../devices.ts'

/** Longer ones are not compiled. */
const LONGEST = 10240

export default constraints(
  {
    id: 'valid-device-expression',
    since: '0.1.0',
    summary: 'Require selectors of devices that compile.',
    why: 'The API server compiles the expression of every selector, and refuses one that has a mistake in it or could cost too much.',
    howToFix: 'Read `device.driver`, `device.attributes["<domain>"].<name>` and `device.capacity["<domain>"].<name>`; the result must be a bool.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/', 'https://kubernetes.io/docs/reference/using-api/cel/'],
    bad: [
      {
        title: 'a field that devices do not have',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: DeviceClass
          metadata:
            name: gpu.example.com
          spec:
            selectors:
              - cel:
                  expression: device.name == "gpu-0" # ✖ Field "name" does not exist
              - cel:
                  expression: device.driver # ✖ The result must be bool or an attribute, not string
        `,
      },
    ],
    good: [
      {
        title: 'a driver and one of its attributes',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: DeviceClass
          metadata:
            name: gpu.example.com
          spec:
            selectors:
              - cel:
                  expression: device.driver == "gpu.example.com" && device.attributes["gpu.example.com"].model == "a100"
        `,
      },
    ],
  },
  VERSIONS.map((version) =>
    on<{ expression: string }>(`${version} CELDeviceSelector`, () => ({
      printed: asExactly,
      check({ expression = '' }, { ask }) {
        if (trimSpace(expression) !== '' && !longerThan(LONGEST, expression)) ask({ devices: [expression] }, () => ({ steps: ['expression'] }))
      },
    })),
  ),
)
