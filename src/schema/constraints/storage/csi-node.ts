import type { CSINodeDriver, CSINodeSpec } from 'kubernetes-types/storage/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { qualifiedName } from '../../../formats/names.ts'
import { atLeast, checkedElsewhere, constraints, format, on, required } from '../../constraints.ts'
import { csiDriverName } from '../../csi.ts'

const MAX_NODE_ID = 256

export default constraints(
  {
    id: 'valid-csi-node',
    since: '0.1.0',
    summary: 'Require drivers of a node with a name and an id of the node.',
    why: 'The API server refuses a node with a driver twice, or with one that does not know the node by an id.',
    howToFix: 'Let the kubelet write this object, or set `name` and `nodeID` of every driver.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-node-v1/'],
    bad: [
      {
        title: 'no id of the node',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: CSINode
          metadata:
            name: node-1
          spec:
            drivers:
              - name: ebs.csi.aws.com # ✖ drivers[0].nodeID is required but missing
        `,
      },
    ],
    good: [
      {
        title: 'a driver',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: CSINode
          metadata:
            name: node-1
          spec:
            drivers:
              - name: ebs.csi.aws.com
                nodeID: i-0123456789abcdef0
                topologyKeys: [topology.ebs.csi.aws.com/zone]
        `,
      },
    ],
  },
  [
    on<{ spec: unknown }>('storage/v1 CSINode', () => ({ fields: { spec: checkedElsewhere } })),
    on<CSINodeSpec>('storage/v1 CSINodeSpec', () => ({ fields: { drivers: checkedElsewhere }, unique: { drivers: { key: 'name', of: ({ name }) => name } } })),
    on<CSINodeDriver>('storage/v1 CSINodeDriver', () => ({
      fields: {
        name: csiDriverName,
        nodeID: required(format(`at most ${MAX_NODE_ID} bytes`, (text) => (Buffer.byteLength(text) > MAX_NODE_ID ? `must be at most ${MAX_NODE_ID} bytes` : undefined))),
        allocatable: { count: atLeast(0) },
      },
      check({ topologyKeys = [] }, { path, report }) {
        const seen = new Set<string>()
        for (const [index, key] of topologyKeys.entries()) {
          const place = ['topologyKeys', index]
          if (key === '') report(place, 'Required', 'Topology key must not be empty', { path })
          else if (seen.has(key)) report(place, 'Duplicate', `Topology key "${key}" is listed twice`, { path })
          for (const reason of key === '' ? [] : (qualifiedName(key) ?? [])) report(place, 'Invalid', `Topology key "${key}" ${reason}`, { path })
          seen.add(key)
        }
      },
    })),
  ],
)
