import type { Pod, PodTemplateSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { tolerationFaults } from '../../tolerations.ts'

const MIRROR = 'kubernetes.io/config.mirror'
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations'
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost'
/** What is read no more, since which minor, and what took its place. */
const RETIRED: Readonly<Record<string, string>> = {
  'scheduler.alpha.kubernetes.io/critical-pod': 'does nothing since 1.16: priorityClassName takes its place',
  'security.alpha.kubernetes.io/sysctls': 'does nothing since 1.11: sysctls takes its place',
  'security.alpha.kubernetes.io/unsafe-sysctls': 'does nothing since 1.11: sysctls takes its place',
}

const isInt32 = (text: string): boolean => /^(?:0|-\d+|[1-9]\d*)$/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31

/** The tolerations of an annotation, or undefined when it holds something else. */
function parseTolerations(text: string): readonly Record<string, unknown>[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (value === null) return []
  if (!Array.isArray(value)) return undefined
  const items = value.map((item: unknown) => item ?? {}) as unknown[]
  return items.every(isToleration) ? items : undefined
}

function isToleration(item: unknown): item is Record<string, unknown> {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false
  const fields = item as Record<string, unknown>
  return (
    ['key', 'operator', 'value', 'effect'].every((field) => fields[field] === undefined || fields[field] === null || typeof fields[field] === 'string') &&
    (fields['tolerationSeconds'] === undefined || fields['tolerationSeconds'] === null || Number.isInteger(fields['tolerationSeconds']))
  )
}

function check({ metadata, spec }: Loose<Pod> | Loose<PodTemplateSpec>, context: TypeCheckContext): void {
  const annotations = metadata?.annotations
  if (annotations === undefined) return
  const { path, report, warn } = context
  // The server leaves "metadata" of a template out of the path.
  const printed = path === '' ? 'metadata.annotations' : `${path}.annotations`
  for (const key in annotations) {
    const place = ['metadata', 'annotations', key]
    const text = annotations[key]!
    if (key === MIRROR && (spec?.nodeName ?? '') === '') report(place, 'Invalid', `Annotation "${key}" marks a mirror pod, which must have a nodeName`, { path: `${printed}[${key}]` })
    if (key === DELETION_COST && !isInt32(text)) report(place, 'Invalid', `Annotation "${key}" must be an integer of 32 bits, not "${text}"`, { path: `${printed}[${key}]` })
    if (key === TOLERATIONS && text !== '') {
      const tolerations = parseTolerations(text)
      if (tolerations === undefined) report(place, 'Invalid', `Annotation "${key}" must be a list of tolerations in JSON`, { path: printed })
      for (const [index, toleration] of (tolerations ?? []).entries()) {
        for (const { field, code, message } of tolerationFaults(toleration)) report(place, code, `Toleration ${index} in the annotation is wrong: its "${field}" ${message}`, { path: `${printed}.${key}[${index}].${field}` })
      }
    }
    if (Object.hasOwn(RETIRED, key)) warn(place, `Annotation "${key}" ${RETIRED[key]!}`)
  }
}

export default constraints(
  {
    id: 'valid-pod-annotation',
    since: '0.1.0',
    summary: 'Require annotations of pods whose values Kubernetes can read.',
    why: 'The API server refuses a pod with an annotation of its own that holds something else than it should.',
    howToFix: 'Write what the annotation takes, or delete it.',
    references: ['https://kubernetes.io/docs/reference/labels-annotations-taints/'],
    bad: [
      {
        title: 'a cost that is not a number',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
            annotations:
              controller.kubernetes.io/pod-deletion-cost: low # ✖ Annotation "controller.kubernetes.io/pod-deletion-cost" must be an integer of 32 bits, not "low"
          spec:
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
    good: [
      {
        title: 'a cost',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
            annotations:
              controller.kubernetes.io/pod-deletion-cost: '-100'
          spec:
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
  },
  [on<Pod>('core/v1 Pod', () => ({ check })), on<PodTemplateSpec>('core/v1 PodTemplateSpec', () => ({ check }))],
)
