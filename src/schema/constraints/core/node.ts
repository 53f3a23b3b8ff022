import type { Node, Taint } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { longerThan } from '../../../formats/format.ts'
import { parseCidr } from '../../../formats/ip.ts'
import { labelValue, qualifiedName } from '../../../formats/names.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Loose } from '../../../model/kinds.ts'
import { judgeRange } from '../../addresses.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { amountsOf, quantityReasons, type Written } from '../../resource-amounts.ts'
import { mustBe } from '../../sentence.ts'

const TAINTS = 'scheduler.alpha.kubernetes.io/taints'
const AVOID_PODS = 'scheduler.alpha.kubernetes.io/preferAvoidPods'
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

type LooseNode = Loose<Node>

/** Of the spec, or of an annotation, where nothing can be pointed at but the whole. */
function checkTaints(taints: readonly Loose<Taint>[], at: (index: number, ...rest: readonly string[]) => readonly Step[], printed: string, { report }: TypeCheckContext): void {
  const seen = new Set<string>()
  for (const [index, { key = '', value = '', effect = '' }] of taints.entries()) {
    const path = (field?: string) => ({ path: `${printed}[${index}]${field === undefined ? '' : `.${field}`}` })
    for (const reason of qualifiedName(key) ?? []) report(at(index, 'key'), 'Invalid', `Key "${key}" of the taint ${reason}`, path('key'))
    const [reason] = labelValue(value) ?? []
    if (reason !== undefined) report(at(index, 'value'), 'Invalid', `Value "${value}" of the taint ${reason}`, path('value'))
    if (effect === '') report(at(index, 'effect'), 'Required', `Taint "${key}" must have an effect`, path('effect'))
    else if (!EFFECTS.includes(effect)) report(at(index, 'effect'), 'NotSupported', `Effect "${effect}" of the taint ${mustBe(EFFECTS, effect)}`, path('effect'))
    const identity = `${effect}\n${key}`
    if (seen.has(identity)) report(at(index), 'Duplicate', `Taint "${key}" is there twice with the same effect`, path())
    seen.add(identity)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function checkTaintsAnnotation(text: string, context: TypeCheckContext): void {
  const at = ['metadata', 'annotations', TAINTS]
  const path = `metadata.annotations.${TAINTS}`
  const taints = parse(text)
  const isOfType = taints === null || (Array.isArray(taints) && taints.every((taint) => isRecord(taint) && ['key', 'value', 'effect'].every((field) => typeof (taint[field] ?? '') === 'string')))
  if (!isOfType) return context.report(at, 'Invalid', `Annotation "${TAINTS}" must be a list of taints in JSON`, { path })
  checkTaints((taints ?? []) as readonly Loose<Taint>[], () => at, path, context)
}

function checkAvoidPods(text: string, { report }: TypeCheckContext): void {
  const at = ['metadata', 'annotations', AVOID_PODS]
  const value = parse(text)
  const entries = value === null ? [] : isRecord(value) ? (value['preferAvoidPods'] ?? []) : undefined
  if (!Array.isArray(entries)) return report(at, 'Invalid', `Annotation "${AVOID_PODS}" must be an object in JSON`, { path: 'metadata.annotations.AvoidPods' })
  for (const [index, entry] of (entries as unknown[]).entries()) {
    const path = `metadata.annotations.${AVOID_PODS}[${index}].PodSignature`
    const signature = isRecord(entry) && isRecord(entry['podSignature']) ? entry['podSignature'] : {}
    const owner = signature['podController']
    if (!isRecord(owner)) report(at, 'Required', `Entry ${index} of the annotation "${AVOID_PODS}" must have a podController`, { path })
    // Without the field the server does not even answer: it breaks off the connection.
    else if (owner['controller'] !== true) report(at, 'Invalid', `Entry ${index} of the annotation "${AVOID_PODS}" must have controller: true in its podController`, { path: `${path}.PodController.Controller` })
  }
}

function checkAnnotations({ metadata }: LooseNode, context: TypeCheckContext): void {
  const { [TAINTS]: taints = '', [AVOID_PODS]: avoidPods = '' } = metadata?.annotations ?? {}
  if (taints !== '') checkTaintsAnnotation(taints, context)
  if (avoidPods !== '') checkAvoidPods(avoidPods, context)
}

function checkTaintsOfSpec({ spec }: LooseNode, context: TypeCheckContext): void {
  checkTaints(spec?.taints ?? [], (index, ...rest) => ['spec', 'taints', index, ...rest], 'metadata.taints', context)
}

function warnOfExternalId({ spec }: LooseNode, { warn }: TypeCheckContext): void {
  if ((spec?.externalID ?? '') !== '') warn(['spec', 'externalID'], 'is deprecated, and has no effect')
}

function checkRanges({ spec = {} }: LooseNode, { minor, report, warn }: TypeCheckContext): void {
  const { podCIDR = '', podCIDRs = [] } = spec
  // The older field wins.
  const isOlder = podCIDR !== '' && podCIDRs[0] !== podCIDR
  const ranges = isOlder ? [podCIDR] : podCIDRs
  for (const [index, text] of ranges.entries()) {
    const steps = isOlder ? ['spec', 'podCIDR'] : ['spec', 'podCIDRs', index]
    const { reasons, advice } = judgeRange(text, minor)
    for (const reason of reasons) report(steps, 'Invalid', reason, { path: `spec.podCIDRs[${index}]` })
    if (advice !== undefined) warn(steps, advice)
  }
  const families = ranges.map((text) => parseCidr(text)?.ip.family)
  if (ranges.length > 1 && !families.includes(undefined) && (ranges.length > 2 || families[0] === families[1])) report(['spec', 'podCIDRs'], 'Invalid', 'must have at most one range of each IP family')
}

interface Status {
  readonly nodeInfo?: { readonly swap?: { readonly capacity?: number } }
  readonly declaredFeatures?: readonly string[]
}

const FEATURE = /^[A-Z][A-Za-z0-9]*(?:\/[A-Za-z0-9]+)*$/

/** What the kubelet writes; the server keeps it when a Node is made by hand. */
function checkStatus({ status = {} }: LooseNode, { minor, report }: TypeCheckContext): void {
  for (const side of ['capacity', 'allocatable'] as const) {
    for (const [name, amount] of amountsOf(status[side] as Written | undefined)) {
      for (const reason of quantityReasons(name, amount)) report(['status', side, name], 'Invalid', `Resource "${name}" ${reason}`, { path: `status.${side}.${name}` })
    }
  }
  const { nodeInfo, declaredFeatures = [] } = status as Status
  const swap = nodeInfo?.swap?.capacity
  if (minor >= 33 && swap !== undefined && swap <= 0) report(['status', 'nodeInfo', 'swap', 'capacity'], 'Invalid', 'must be at least 1', { path: 'metadata.nodeSwapStatus.capacity' })
  if (minor < 36) return
  for (const [index, feature] of declaredFeatures.entries()) {
    const steps = ['status', 'declaredFeatures', index]
    const before = declaredFeatures[index - 1]
    if (longerThan(253, feature) || !FEATURE.test(feature)) report(steps, 'Invalid', 'must be at most 253 letters and digits, beginning with a capital, in parts separated by "/"')
    if (before !== undefined && before > feature) report(steps, 'Invalid', 'must come after the item before it in alphabetical order')
    if (declaredFeatures.indexOf(feature) < index) report(steps, 'Duplicate', 'is there twice')
  }
}

export default constraints(
  {
    id: 'valid-node',
    since: '0.1.0',
    summary: 'Require a Node whose taints, pod ranges and resources are valid.',
    why: 'The API server refuses a taint without an effect or set twice, a malformed range, and a fraction of a pod.',
    howToFix: 'Give each taint a key and one of the effects NoSchedule, PreferNoSchedule and NoExecute.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/'],
    bad: [
      {
        title: 'a taint without an effect, and one with an unknown effect',
        yaml: yaml`
          apiVersion: v1
          kind: Node
          metadata:
            name: worker
          spec:
            taints:
              - key: dedicated # ✖ Taint "dedicated" must have an effect
                value: batch
              - key: gpu
                effect: noSchedule # ✖ Effect "noSchedule" of the taint must be "NoSchedule", "PreferNoSchedule" or "NoExecute"; did you mean "NoSchedule"?
        `,
      },
    ],
    good: [
      {
        title: 'a taint',
        yaml: yaml`
          apiVersion: v1
          kind: Node
          metadata:
            name: worker
          spec:
            taints:
              - key: dedicated
                value: batch
                effect: NoSchedule
        `,
      },
    ],
  },
  [
    on<Node>('core/v1 Node', () => ({
      check: [checkAnnotations, checkTaintsOfSpec, checkRanges, checkStatus, warnOfExternalId],
    })),
    // Looked into from above.
    on<Taint>('core/v1 Taint', () => ({ fields: { key: checkedElsewhere, effect: checkedElsewhere } })),
  ],
)
