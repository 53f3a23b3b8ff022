import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { PersistentVolumeClaim } from 'kubernetes-types/core/v1'
import type { Context } from '../../engine/visitors.ts'
import type { Loose } from '../../model/kinds.ts'
import { below, type Place } from '../../model/place.ts'

const ANNOTATION = 'volume.beta.kubernetes.io/storage-class'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require claims to name a storage class.',
  why: 'Without `storageClassName` a claim gets whatever the cluster has as its default: elsewhere that is another kind of disk, or none, and the claim stays pending.',
  howToFix: 'Set `storageClassName`.',
  references: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1'],
  peers: { gatekeeper: ['storageclass'], kyverno: ['require-storageclass', 'restrict-storageclass'] },
  options: {
    allow: { default: [], description: 'The classes that are fine; empty for any.' },
  },
  bad: [
    {
      title: 'the default of the cluster',
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
              spec: # ✖ Claim "data" names no storage class
                accessModes: [ReadWriteOnce]
                resources:
                  requests:
                    storage: 1Gi
      `,
    },
  ],
  good: [
    {
      title: 'a class',
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
                storageClassName: fast
                accessModes: [ReadWriteOnce]
                resources:
                  requests:
                    storage: 1Gi
      `,
    },
  ],
  visit: {
    StatefulSet(set, { options, report }) {
      for (const [index, claim] of (set.value.spec?.volumeClaimTemplates ?? []).entries()) check(claim, () => set.at('spec', 'volumeClaimTemplates', index, 'spec'), options.allow, report)
    },
    PersistentVolumeClaim(claim, { options, report }) {
      check(claim.value, () => claim.at('spec'), options.allow, report)
    },
  },
})

function check({ metadata = {}, spec }: Loose<PersistentVolumeClaim>, placeOf: () => Place, allowed: readonly string[], report: Context['report']): void {
  const named = spec?.storageClassName ?? metadata.annotations?.[ANNOTATION]
  // One that is bound to a volume by its name needs none.
  if (spec === undefined || (named === undefined && spec.volumeName !== undefined)) return
  if (named === undefined) report(below(placeOf(), 'storageClassName'), `Claim "${metadata.name ?? ''}" names no storage class`)
  else if (allowed.length > 0 && !allowed.includes(named)) report(below(placeOf(), 'storageClassName'), `Claim "${metadata.name ?? ''}" has the storage class "${named}", allowed is ${allowed.map((each) => `"${each}"`).join(', ')}`)
}
