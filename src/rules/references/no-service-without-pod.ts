import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isOff, referenceOptions } from '../../engine/reference-rule.ts'
import { reportNoPod } from '../../engine/selector-rule.ts'
import type { Step } from '../../model/field-path.ts'
import { knownObjects } from '../../model/known-objects.ts'
import { nearest } from '../../model/nearest.ts'
import type { KubernetesObject, PodView } from '../../model/object.ts'
import type { Place } from '../../model/place.ts'
import type { RunIndex } from '../../model/run-index.ts'
import { labelOf, mayShareNamespace, missedLabels, wantedLabels } from '../../model/service-selector.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a Service whose selector just misses every pod.',
  why: 'The Service exists, but has no endpoints: every connection to it is refused or times out.',
  howToFix: 'Make the selector equal to labels of the pod template. A Service whose pods are not among the linted files is left alone. For a label that a program gives its own pod while it runs, such as a leader, write `# podlint-ignore no-service-without-pod`.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service', 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/'],
  peers: {
    'kube-linter': ['dangling-service'],
    'kube-score': ['service-targets-pod'],
    kubescape: ['C-0293'],
    popeye: ['1100', '1105'],
    kics: ['Service Does Not Target Pod'],
    kubevious: ['service-selector-ref'],
    monokle: ['LNK001'],
  },
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('near'),
  bad: [
    {
      title: 'a misspelled label',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: entrance
        spec:
          selector:
            app: fronted # ✖ Service "entrance" selects no pod: Deployment "web" has "app: frontend"
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: frontend
          template:
            metadata:
              labels:
                app: frontend
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
    {
      title: 'the only pod of the file, which no Service selects',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: entrance
        spec:
          selector:
            app: shop # ✖ Service "entrance" selects no pod: Pod "web" has "app: web"
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'a label with another value',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
            tier: front # ✖ Service "web" selects no pod: Deployment "web" has "tier: frontend"
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
                tier: frontend
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a label that the elected leader gets',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: operator
        spec:
          selector:
            name: operator
            operator: leader
          ports:
            - port: 4221
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: operator
        spec:
          selector:
            matchLabels:
              name: operator
          template:
            metadata:
              labels:
                name: operator
            spec:
              containers:
                - name: operator
                  image: example.com/operator:1.0
      `,
    },
    {
      title: 'a Service for pods that are not here, and one without a selector',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: database
        spec:
          selector:
            app: database
          ports:
            - port: 5432
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: outside
        spec:
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            component: web
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              component: web
          template:
            metadata:
              labels:
                component: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
    {
      title: 'labels that a StatefulSet and a database give their pods while they run',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: primary
        spec:
          selector:
            app: database
            role: primary
            statefulset.kubernetes.io/pod-name: database-0
          ports:
            - port: 5432
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: database
        spec:
          selector:
            matchLabels:
              app: database
          template:
            metadata:
              labels:
                app: database
            spec:
              containers:
                - name: database
                  image: example.com/database:1.0
      `,
    },
  ],
  visit: {
    Service(service, context) {
      const { index, options, report } = context
      const wanted = Object.entries(wantedLabels(service))
      if (wanted.length === 0 || isOff(options) || index.hasPod(service)) return
      const meant = (pod: PodView) => {
        if (!mayShareNamespace(service.namespace, pod.object.namespace)) return false
        if (pod.object.name === service.name) return true
        const [miss, ...others] = missedLabels(wanted, pod)
        return miss !== undefined && others.length === 0 && isSlip(labelOf(pod, miss[0]), miss[1])
      }
      const near = [...index.podsNear(service)].find(meant)
      const miss = near === undefined ? undefined : missedLabels(wanted, near)[0]
      if (near === undefined || miss === undefined) {
        const at = ([, ...steps]: readonly Step[]) => (service.at as (...steps: Step[]) => Place)('spec', 'selector', ...steps)
        return reportNoPod(service as KubernetesObject, `Service "${service.name}"`, { selector: { matchLabels: Object.fromEntries(wanted) }, at: (...steps) => at(steps), isTaken: (pod) => index.groupOf(pod)?.service !== undefined || mayBeTaken(service.source.file, index) }, context)
      }
      const [key] = miss
      const label = labelOf(near, key)
      const has = label === undefined ? `has no label "${key}"` : `has "${key}: ${label}"`
      report(service.at('spec', 'selector', key), `Service "${service.name}" selects no pod: ${near.object.kind} "${near.object.name}" ${has}`, undefined, {
        related: [{ place: near.atMetadata('labels'), message: 'labels of the nearest pod' }],
      })
    },
  },
})

/** Whether somebody may have meant a label of a pod by the one in the selector, though it is missing or has another value. `v1` is no slip for `v2`. */
function isSlip(has: string | undefined, wanted: string): boolean {
  if (has === undefined || has.includes(wanted) || wanted.includes(has)) return true
  return nearest(wanted, [has]) !== undefined && has.replace(/\d/g, '') !== wanted.replace(/\d/g, '')
}

/** Where a file has more Services, nobody knows which one means its pod. */
const MOST_SERVICES = 20

/** Looks at the selectors of all Services of a file: whoever asks learns that one of them cannot be read. */
function mayBeTaken(file: string, index: RunIndex): boolean {
  if (knownObjects(index).count('Service', file) > MOST_SERVICES) return true
  for (const other of index.inFile('Service', file)) Object.entries(wantedLabels(other))
  return false
}
