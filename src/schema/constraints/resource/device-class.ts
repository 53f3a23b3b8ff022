import { yaml } from '../../../engine/define-rule.ts'
import { atMostItems, constraints, on, type Check } from '../../constraints.ts'
import { VERSIONS } from '../../devices.ts'
import { extendedResourceReasons } from '../../resource-amounts.ts'

interface ClassSpec {
  selectors: object[]
  config: object[]
  extendedResourceName: string
}

const MOST = 32

const extendedResource: Check = {
  describes: 'the name of an extended resource',
  test: (value) => (typeof value === 'string' ? extendedResourceReasons(value).map((message) => ({ code: 'Invalid' as const, message })) : undefined),
}

export default constraints(
  {
    id: 'valid-device-class',
    since: '0.1.0',
    summary: 'Require device classes with at most 32 selectors, and an extended resource that can be one.',
    why: 'The API server refuses a class whose `extendedResourceName` pods could not request among their resources.',
    howToFix: 'Give `extendedResourceName` a domain of your own, not one of kubernetes.io: `example.com/gpu`.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#extended-resource'],
    bad: [
      {
        title: 'a name without a domain',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: DeviceClass
          metadata:
            name: gpu.example.com
          spec:
            extendedResourceName: gpu # ✖ extendedResourceName is "gpu", must have a domain: example.com/gpu
        `,
      },
    ],
    good: [
      {
        title: 'a resource of its own',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: DeviceClass
          metadata:
            name: gpu.example.com
          spec:
            extendedResourceName: example.com/gpu
        `,
      },
    ],
  },
  VERSIONS.map((version) =>
    on<ClassSpec>(`${version} DeviceClassSpec`, () => ({
      fields: { selectors: atMostItems(MOST), config: atMostItems(MOST), extendedResourceName: extendedResource },
      dropped: { extendedResourceName: '1.35' },
    })),
  ),
)
