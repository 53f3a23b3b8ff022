import type { Pod, PodSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, on, type TypeCheckContext } from '../../constraints.ts'

const MIRROR = 'kubernetes.io/config.mirror'
/** The classes that every cluster has. */
const SYSTEM_CLASSES: ReadonlyMap<string, number> = new Map([
  ['system-node-critical', 2_000_001_000],
  ['system-cluster-critical', 2_000_000_000],
])
const DEFAULT_POLICY = 'PreemptLowerPriority'

/** Priority and policy of a pod come from its class, and must not be others. */
function checkPriority({ priorityClassName = '', priority, preemptionPolicy }: Loose<PodSpec>, { report, warn }: TypeCheckContext): void {
  const known = SYSTEM_CLASSES.get(priorityClassName)
  if (known !== undefined) {
    if (priority !== undefined && priority !== known) report(['spec', 'priority'], 'Forbidden', `must be ${known}, that of the class "${priorityClassName}"`)
    if (preemptionPolicy !== undefined && preemptionPolicy !== DEFAULT_POLICY) report(['spec', 'preemptionPolicy'], 'Forbidden', `must be "${DEFAULT_POLICY}", that of the class "${priorityClassName}"`)
  } else if (priorityClassName === '') {
    // Unless the cluster has a class for all pods that name none.
    if (priority !== undefined && priority !== 0) warn(['spec', 'priority'], `Priority ${priority} is refused without a class of that priority`)
    if (preemptionPolicy === 'Never') warn(['spec', 'preemptionPolicy'], 'Policy "Never" is refused without a class of that policy')
  }
}

/** Where a pod refers to Secrets. */
function* secretsOf({ volumes = [], imagePullSecrets = [], initContainers = [], containers = [] }: Loose<PodSpec>): Generator<readonly Step[]> {
  if (imagePullSecrets.length > 0) yield ['imagePullSecrets']
  for (const [index, { secret, projected }] of volumes.entries()) {
    if (secret !== undefined) yield ['volumes', index, 'secret']
    for (const [at, source] of (projected?.sources ?? []).entries()) if (source.secret !== undefined) yield ['volumes', index, 'projected', 'sources', at, 'secret']
  }
  for (const [field, all] of [['initContainers', initContainers], ['containers', containers]] as const) {
    for (const [index, { env = [], envFrom = [] }] of all.entries()) {
      for (const [at, { valueFrom }] of env.entries()) if (valueFrom?.secretKeyRef !== undefined) yield [field, index, 'env', at, 'valueFrom', 'secretKeyRef']
      for (const [at, { secretRef }] of envFrom.entries()) if (secretRef !== undefined) yield [field, index, 'envFrom', at, 'secretRef']
    }
  }
}

/** A mirror pod shows what a node runs of itself, which knows nothing of the cluster's objects. */
function checkMirror(spec: Loose<PodSpec>, { report }: TypeCheckContext): void {
  if ((spec.serviceAccountName ?? spec.serviceAccount ?? '') !== '') report(['spec', spec.serviceAccountName === undefined ? 'serviceAccount' : 'serviceAccountName'], 'Forbidden', 'cannot be set in a mirror pod')
  for (const steps of secretsOf(spec)) report(['spec', ...steps], 'Forbidden', 'cannot be set in a mirror pod')
  for (const [index, { projected }] of (spec.volumes ?? []).entries()) {
    for (const [at, source] of (projected?.sources ?? []).entries()) if (source.serviceAccountToken !== undefined) report(['spec', 'volumes', index, 'projected', 'sources', at, 'serviceAccountToken'], 'Forbidden', 'cannot be set in a mirror pod')
  }
}

export default constraints(
  {
    id: 'valid-pod',
    since: '0.1.0',
    summary: 'Require Pods that the admission of every cluster lets in.',
    why: 'The API server gives a Pod the priority of its class and the overhead of its runtime class, and refuses one that brings others.',
    howToFix: 'Leave out `priority`, `preemptionPolicy` and `overhead`, and name the class.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/', 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-overhead/'],
    bad: [
      {
        title: 'another priority than that of its class, and an overhead of nothing',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            priorityClassName: system-node-critical
            priority: 1000 # ✖ priority is 1000, must be 2000001000, that of the class "system-node-critical"
            overhead: # ✖ overhead can be set only together with runtimeClassName
              memory: 100Mi
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
    good: [
      {
        title: 'the class alone',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            priorityClassName: system-node-critical
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
  },
  [
    on<Pod>('core/v1 Pod', () => ({
      check({ metadata, spec }, context) {
        if (spec === undefined) return
        checkPriority(spec, context)
        if (metadata?.annotations !== undefined && Object.hasOwn(metadata.annotations, MIRROR)) checkMirror(spec, context)
      },
      afterwards({ spec }, { isRefused, report }) {
        if (spec?.overhead !== undefined && spec.runtimeClassName === undefined && !isRefused('spec', 'overhead')) report(['spec', 'overhead'], 'Forbidden', 'can be set only together with runtimeClassName')
      },
    })),
  ],
)
