import type { VolumeAttachmentSource, VolumeAttachmentSpec } from 'kubernetes-types/storage/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsSubdomain } from '../../../formats/names.ts'
import { constraints, embedded, format, missingAs, on } from '../../constraints.ts'
import { csiDriverName } from '../../csi.ts'

export default constraints(
  {
    id: 'valid-volume-attachment',
    since: '0.1.0',
    summary: 'Require attachments of one volume to one node by a driver.',
    why: 'The API server refuses an attachment that does not say what is attached, where and by whom.',
    howToFix: 'Set `attacher`, `nodeName`, and either `persistentVolumeName` or `inlineVolumeSpec`.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume-attachment-v1/'],
    bad: [
      {
        title: 'no volume, and a node that cannot be',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: VolumeAttachment
          metadata:
            name: csi-1
          spec:
            attacher: ebs.csi.aws.com
            nodeName: Node_1 # ✖ nodeName is "Node_1", must consist of lower case letters, digits, "-" and "."
            source: {} # ✖ Source must have persistentVolumeName or inlineVolumeSpec
        `,
      },
    ],
    good: [
      {
        title: 'a volume',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: VolumeAttachment
          metadata:
            name: csi-1
          spec:
            attacher: ebs.csi.aws.com
            nodeName: node-1
            source:
              persistentVolumeName: pv-1
        `,
      },
    ],
  },
  [
    on<VolumeAttachmentSpec>('storage/v1 VolumeAttachmentSpec', () => ({
      fields: {
        attacher: csiDriverName,
        nodeName: [missingAs('', format('a DNS subdomain', dnsSubdomain, { empty: true }))],
        source: [embedded('storage/v1 VolumeAttachmentSource')],
      } as never,
    })),
    on<VolumeAttachmentSource>('storage/v1 VolumeAttachmentSource', () => ({
      check({ persistentVolumeName, inlineVolumeSpec }, { path, report }) {
        if (persistentVolumeName === undefined && inlineVolumeSpec === undefined) return report([], 'Required', 'Source must have persistentVolumeName or inlineVolumeSpec')
        if (persistentVolumeName !== undefined && inlineVolumeSpec !== undefined) report(['inlineVolumeSpec'], 'Forbidden', 'cannot be set together with persistentVolumeName', { path })
        if (persistentVolumeName === '') report(['persistentVolumeName'], 'Required', 'is required')
        for (const reason of (persistentVolumeName === undefined ? undefined : dnsSubdomain(persistentVolumeName)) ?? []) report(['persistentVolumeName'], 'Invalid', reason)
      },
    })),
  ],
)
