import { defineRule, yaml } from '../../engine/define-rule.ts'

/** By provisioner, the parameter that switches encryption on. */
const SWITCHES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'ebs.csi.aws.com': 'encrypted',
    'kubernetes.io/aws-ebs': 'encrypted',
    'diskplugin.csi.alibabacloud.com': 'encrypted',
    'driver.longhorn.io': 'encrypted',
    'kubernetes.io/portworx-volume': 'secure',
    'pxd.portworx.com': 'secure',
    'rbd.csi.ceph.com': 'encrypted',
    'rook-ceph.rbd.csi.ceph.com': 'encrypted',
  }),
)

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow storage classes that do not encrypt their disks.',
  why: 'Whoever gets at the disk, a copy of it or a disk that was thrown away reads the data.',
  howToFix: 'Set the parameter that switches encryption on, such as `encrypted: "true"` for Amazon EBS. Accounts that encrypt all disks by default can leave the rule off.',
  references: ['https://kubernetes.io/docs/concepts/storage/storage-classes/'],
  peers: { kubescape: ['C-0264'] },
  bad: [
    {
      title: 'disks of Amazon',
      yaml: yaml`
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
        provisioner: ebs.csi.aws.com # ✖ StorageClass "fast" does not encrypt: the parameter "encrypted" is not "true"
        parameters:
          type: gp3
      `,
    },
  ],
  good: [
    {
      title: 'encrypted ones, and those of a cloud that always encrypts',
      yaml: yaml`
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
        provisioner: ebs.csi.aws.com
        parameters:
          type: gp3
          encrypted: "true"
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: balanced
        provisioner: pd.csi.storage.gke.io
      `,
    },
  ],
  visit: {
    StorageClass(storageClass, { report }) {
      const { provisioner = '', parameters = {} } = storageClass.value
      const name = SWITCHES.get(provisioner)
      if (name !== undefined && !/^(?:true|yes)$/i.test(parameters[name] ?? '')) report(storageClass.at('provisioner'), `StorageClass "${storageClass.name}" does not encrypt: the parameter "${name}" is not "true"`)
    },
  },
})
