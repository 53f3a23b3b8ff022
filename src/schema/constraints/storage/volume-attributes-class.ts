import { yaml } from '../../../engine/define-rule.ts'
import { qualifiedName } from '../../../formats/names.ts'
import { constraints, format, on, required } from '../../constraints.ts'
import { storageParameters } from '../../storage-parameters.ts'

/** Not in the package of types. */
interface VolumeAttributesClass {
  driverName: string
  parameters: Record<string, string>
}

const rest = { fields: { driverName: required(format('a label key', (text) => qualifiedName(text.toLowerCase()))), parameters: required(storageParameters) } } as const

export default constraints(
  {
    id: 'valid-volume-attributes-class',
    since: '0.1.0',
    summary: 'Require classes of volume attributes with a driver and parameters.',
    why: 'The API server refuses a class that does not name a driver, or that would change nothing.',
    howToFix: 'Set `driverName` and at least one of `parameters`.',
    references: ['https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/'],
    bad: [
      {
        title: 'no parameters',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: VolumeAttributesClass # ✖ parameters is required but missing
          metadata:
            name: gold
          driverName: ebs.csi.aws.com
        `,
      },
    ],
    good: [
      {
        title: 'a parameter',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: VolumeAttributesClass
          metadata:
            name: gold
          driverName: ebs.csi.aws.com
          parameters:
            iops: '4000'
        `,
      },
    ],
  },
  [on<VolumeAttributesClass>('storage/v1 VolumeAttributesClass', () => rest), on<VolumeAttributesClass>('storage/v1beta1 VolumeAttributesClass', () => rest), on<VolumeAttributesClass>('storage/v1alpha1 VolumeAttributesClass', () => rest)],
)
