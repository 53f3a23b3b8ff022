import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, reportUses, reportUsesOfPod } from '../../engine/reference-rule.ts'
import type { KubernetesObject } from '../../model/object.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a class of storage, priority, runtime, Ingress or Gateway whose name is a slip.',
  why: 'A pod with a missing PriorityClass or RuntimeClass is refused, a claim with a missing StorageClass waits forever, and no controller looks at an Ingress or Gateway with a missing class.',
  howToFix: 'Write the name of the class. Classes belong to the cluster and are seldom among the manifests, so that only a near miss is reported; with `references: strict` every missing one is.',
  references: ['https://kubernetes.io/docs/concepts/storage/storage-classes/', 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/'],
  peers: { kubevious: ['gateway/gateway-class-ref'], monokle: ['LNK001'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('near'),
  bad: [
    {
      title: 'a misspelled class',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          priorityClassName: importnat # ✖ PriorityClass "importnat" is not in these manifests; did you mean "important"?
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata:
          name: important
        value: 1000
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          priorityClassName: important
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata:
          name: important
        value: 1000
      `,
    },
  ],
  good: [
    {
      title: 'a class that is there, and one of the cluster',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          priorityClassName: important
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata:
          name: important
        value: 1000
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
        spec:
          priorityClassName: system-node-critical
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec: (pod, context) => reportUsesOfPod(pod, CLASSES, context),
    Gateway: (object, context) => reportUses(object, CLASSES, context),
    Ingress: (object, context) => reportUses(object as KubernetesObject, CLASSES, context),
    PersistentVolumeClaim: (object, context) => reportUses(object as KubernetesObject, CLASSES, context),
    StatefulSet: (object, context) => reportUses(object as KubernetesObject, CLASSES, context),
  },
})

const CLASSES: ReadonlySet<string> = new Set(['GatewayClass', 'IngressClass', 'PriorityClass', 'RuntimeClass', 'StorageClass'])
