import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { below, type Place } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Allow some access modes of volumes only.',
  why: 'A volume that several nodes write to needs a file system made for it; where the cluster has none, the claim stays pending, or the data are damaged.',
  howToFix: 'Choose an access mode that is allowed.',
  references: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes'],
  peers: {
    kubesec: ['VolumeClaimAccessModeReadWriteOnce'],
    kics: ['Incorrect Volume Claim Access Mode ReadWriteOnce'],
    kyverno: ['enforce-readwriteonce-pod'],
  },
  options: {
    allow: { default: ['ReadWriteOnce', 'ReadWriteOncePod'], description: 'The modes that are fine.' },
  },
  bad: [
    {
      title: 'many writers',
      yaml: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: db
        spec:
          serviceName: db
          selector:
            matchLabels:
              app: db
          template:
            metadata:
              labels:
                app: db
            spec:
              containers:
                - name: db
                  image: example.com/db:1.0
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes: [ReadWriteMany] # ✖ Access mode "ReadWriteMany" is not allowed, must be "ReadWriteOnce" or "ReadWriteOncePod"
                resources:
                  requests:
                    storage: 1Gi
      `,
    },
  ],
  good: [
    {
      title: 'one node',
      yaml: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: db
        spec:
          serviceName: db
          selector:
            matchLabels:
              app: db
          template:
            metadata:
              labels:
                app: db
            spec:
              containers:
                - name: db
                  image: example.com/db:1.0
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes: [ReadWriteOnce]
                resources:
                  requests:
                    storage: 1Gi
      `,
    },
  ],
  visit: {
    StatefulSet(set, { options, report }) {
      for (const [index, { spec = {} }] of (set.value.spec?.volumeClaimTemplates ?? []).entries()) check(spec.accessModes ?? [], () => set.at('spec', 'volumeClaimTemplates', index, 'spec', 'accessModes'), options.allow, report)
    },
    PersistentVolumeClaim(claim, { options, report }) {
      check(claim.value.spec?.accessModes ?? [], () => claim.at('spec', 'accessModes'), options.allow, report)
    },
  },
})

function check(modes: readonly string[], placeOf: () => Place, allowed: readonly string[], report: Context['report']): void {
  for (const [index, mode] of modes.entries()) {
    if (!allowed.includes(mode)) report(below(placeOf(), index), `Access mode "${mode}" is not allowed, must be ${allowed.map((each) => `"${each}"`).join(' or ')}`)
  }
}
