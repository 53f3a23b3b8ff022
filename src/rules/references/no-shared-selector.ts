import { defineRule, yaml } from '../../engine/define-rule.ts'
import { twinOptions } from '../../engine/reference-rule.ts'
import { twins, type Candidate, type TwinScope } from '../../model/twins.ts'
import type { Context } from '../../engine/visitors.ts'
import type { LabelSelector } from '../../formats/selector.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { Step } from '../../model/field-path.ts'
import type { Place } from '../../model/place.ts'
import type { RunIndex } from '../../model/run-index.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two workloads of one namespace with the same selector.',
  why: 'Each takes the pods of the other for its own: Services send traffic to both, and autoscalers and rollouts count the wrong pods.',
  howToFix: 'Give each workload a label of its own, in selector and template.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  peers: {},
  crossObject: true,
  needsSeveral: true,
  options: twinOptions('near'),
  bad: [
    {
      title: 'a copy with another name',
      yaml: yaml`
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
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          selector:
            matchLabels: # ✖ Deployment "web" has the same selector: each takes the pods of the other for its own
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a label of its own',
      yaml: yaml`
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
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          selector:
            matchLabels:
              app: worker
          template:
            metadata:
              labels:
                app: worker
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    DaemonSet: visit,
    Deployment: visit,
    ReplicaSet: visit,
    StatefulSet: visit,
  },
})

const KINDS: readonly ('DaemonSet' | 'Deployment' | 'ReplicaSet' | 'StatefulSet')[] = ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']

function visit(workload: Workload, { index, options, report }: Context<{ references: string }>): void {
  const own = candidate(workload)
  if (own === undefined) return
  const first = twins(index, 'selectors', options.references as TwinScope, () => workloads(index).flatMap((each) => candidate(each) ?? [])).firstOf(own)
  // Of one name it is the same object twice.
  if (first === undefined || (first.kind === workload.kind && first.name === workload.name)) return
  const at = workload.at as (...steps: Step[]) => Place
  report(at('spec', 'selector', 'matchLabels'), `${first.kind} "${first.name}" has the same selector: each takes the pods of the other for its own`, undefined, { related: [{ place: (first.at as (...steps: Step[]) => Place)('spec', 'selector'), message: first.label }] })
}

type Workload = Pick<KubernetesObject, 'kind' | 'name' | 'namespace' | 'label' | 'source'> & { readonly at: unknown; readonly value: { readonly spec?: unknown } }

const workloads = (index: RunIndex): readonly Workload[] => KINDS.flatMap((kind) => index.ofKind(kind) as readonly Workload[])

function candidate(item: Workload): Candidate<Workload> | undefined {
  const { selector } = (item.value.spec ?? {}) as { selector?: LabelSelector }
  const labels = Object.entries(selector?.matchLabels ?? {}).sort()
  return labels.length === 0 ? undefined : { id: JSON.stringify([item.namespace, labels, selector?.matchExpressions]), file: item.source.file, item }
}
