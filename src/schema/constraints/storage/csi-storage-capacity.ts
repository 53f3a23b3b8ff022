import type { CSIStorageCapacity } from 'kubernetes-types/storage/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsSubdomain } from '../../../formats/names.ts'
import { parseQuantity } from '../../../formats/quantity.ts'
import { constraints, format, missingAs, on } from '../../constraints.ts'

export default constraints(
  {
    id: 'valid-csi-storage-capacity',
    since: '0.1.0',
    summary: 'Require a storage class, and a capacity that is not negative.',
    why: 'The API server refuses a capacity that belongs to no storage class.',
    howToFix: 'Set `storageClassName` to the name of a StorageClass.',
    references: ['https://kubernetes.io/docs/concepts/storage/storage-capacity/'],
    bad: [
      {
        title: 'a name with capitals, and less than nothing',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: CSIStorageCapacity
          metadata:
            name: fast-zone-a
          storageClassName: Fast # ✖ storageClassName is "Fast", must consist of lower case letters, digits, "-" and "."
          capacity: -1Gi # ✖ capacity is "-1Gi", must be at least 0
        `,
      },
    ],
    good: [
      {
        title: 'what is left',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: CSIStorageCapacity
          metadata:
            name: fast-zone-a
          storageClassName: fast
          capacity: 100Gi
        `,
      },
    ],
  },
  [
    on<CSIStorageCapacity>('storage/v1 CSIStorageCapacity', () => ({
      fields: {
        storageClassName: [missingAs('', format('a DNS subdomain', dnsSubdomain, { empty: true }))],
        capacity: [{ describes: 'not negative', test: (value) => ((parseQuantity(value as string)?.nanos ?? 0n) < 0n ? { code: 'Invalid', message: 'must be at least 0' } : undefined) }],
      },
    })),
  ],
)
