import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { replicasOf } from '../../model/replicas.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow several pods on a claim that only one node, or one pod, can have.',
  why: 'With ReadWriteOnce, pods on any other node wait for the volume ("Multi-Attach error"); with ReadWriteOncePod all but one stay pending.',
  howToFix: 'Run one replica, use `accessModes: [ReadWriteMany]` with a class that has it, or a StatefulSet with `volumeClaimTemplates`, which gives each pod a claim of its own.',
  references: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes'],
  peers: {},
  crossObject: true,
  needsSeveral: true,
  bad: [
    {
      title: 'three pods',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 3
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
                  volumeMounts:
                    - name: data
                      mountPath: /data
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: data # ✖ PersistentVolumeClaim "data" is ReadWriteOnce, for one node: the 3 replicas of Deployment "web" may be on several
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: data
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests:
              storage: 1Gi
      `,
    },
  ],
  good: [
    {
      title: 'one pod',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
                  volumeMounts:
                    - name: data
                      mountPath: /data
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: data
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
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
    podSpec(pod, { index, report }) {
      const { object } = pod
      const replicas = replicasOf(object as KubernetesObject)?.written ?? 1
      if (replicas < 2 || pod.value.affinity?.podAffinity !== undefined || pod.value.nodeName !== undefined) return
      for (const [at, { persistentVolumeClaim }] of (pod.value.volumes ?? []).entries()) {
        const { claimName = '', readOnly } = persistentVolumeClaim ?? {}
        const claim = claimName === '' ? undefined : index.find('PersistentVolumeClaim', object.namespace, claimName)
        const modes = claim?.value.spec?.accessModes ?? []
        if (claim === undefined || readOnly === true || modes.length === 0 || !modes.every((mode) => mode.startsWith('ReadWriteOnce'))) continue
        const isOfPod = modes.includes('ReadWriteOncePod')
        const who = `the ${replicas} replicas of ${object.kind} "${object.name}"`
        const message = isOfPod ? `for one pod: all but one of ${who} stay pending` : `for one node: ${who} may be on several`
        report(pod.at('volumes', at, 'persistentVolumeClaim', 'claimName'), `PersistentVolumeClaim "${claimName}" is ${isOfPod ? 'ReadWriteOncePod' : 'ReadWriteOnce'}, ${message}`, undefined, { related: [{ place: claim.at('spec', 'accessModes'), message: `PersistentVolumeClaim "${claimName}"` }] })
      }
    },
  },
})
