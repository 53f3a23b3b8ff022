import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, reportAbsence, reportUsesOfPod } from '../../engine/reference-rule.ts'
import { knownObjects } from '../../model/known-objects.ts'
import type { Use } from '../../model/references.ts'
import type { RunIndex } from '../../model/run-index.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a PersistentVolumeClaim that is not there.',
  why: 'The pod stays pending: the scheduler waits for the claim.',
  howToFix: 'Write the name of a PersistentVolumeClaim in the same namespace. What lives elsewhere can be named in the setting `external`: `PersistentVolumeClaim/shop/*`.',
  references: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes'],
  peers: { kubevious: ['volume-pvc-ref'], monokle: ['LNK001'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('unit'),
  bad: [
    {
      title: 'two letters that are swapped',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: data
              persistentVolumeClaim:
                claimName: dtaa # ✖ PersistentVolumeClaim "dtaa" is not in these manifests; did you mean "data"?
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: data
        spec:
          accessModes:
            - ReadWriteOnce
          resources:
            requests:
              storage: 1Gi
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
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
          accessModes:
            - ReadWriteOnce
          resources:
            requests:
              storage: 1Gi
      `,
    },
  ],
  good: [
    {
      title: 'a claim that is elsewhere',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: data
              persistentVolumeClaim:
                claimName: data
      `,
    },
  ],
  visit: {
    podSpec: (pod, context) => reportUsesOfPod(pod, CLAIM, context, (use) => void (isOfStatefulSet(use, context.index) || reportAbsence(use, context))),
  },
})

const CLAIM: ReadonlySet<string> = new Set(['PersistentVolumeClaim'])

/** `data-web-0`: what a StatefulSet makes of its template `data`. */
function isOfStatefulSet({ name, namespace, file }: Use, index: RunIndex): boolean {
  const set = /^(.+)-\d+$/.exec(name)?.[1]
  if (set === undefined) return false
  for (let at = set.indexOf('-'); at !== -1; at = set.indexOf('-', at + 1)) if (knownObjects(index).find({ kind: 'StatefulSet', namespace, name: set.slice(at + 1), file }).length > 0) return true
  return false
}
