/** The findings of the ValidatingAdmissionPolicies of a run: on the objects that break them, and on policies that nobody can judge by. */
import { milder, type Severity } from '../../diagnostic.ts'
import { isEncrypted } from '../../model/encryption.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { placeAt, type Place } from '../../model/place.ts'
import { FILLED_IN_LATER, type Fields } from '../../schema/stored-object.ts'
import { fieldName } from '../../schema/sentence.ts'
import type { WalkFinding } from '../../schema/walk-finding.ts'
import { minorNumber } from '../../versions.ts'
import type { Engine } from '../engine.ts'
import { judge, type Judged, type Judgment } from './judgments.ts'
import { mayMatch, type Resource } from './match.ts'
import { BINDING, bindingOf, isPolicyObject, placeOfExpression, readBinding, readPolicy, type Binding, type Policy } from './policy.ts'
import { Surroundings } from './surroundings.ts'

export { judge } from './judgments.ts'
export { Surroundings } from './surroundings.ts'

export const VIOLATION = 'no-policy-violation'
/** What a message may repeat of an expression. */
const LONGEST = 200

export interface PolicyFinding {
  object: KubernetesObject
  minor: number
  finding: WalkFinding
}

export interface PolicySet {
  /** All objects of the run, policies among them. */
  objects: readonly KubernetesObject[]
  /** Policies that were given hold without a binding. */
  isGiven(object: KubernetesObject): boolean
  /** What is there only so that others can be judged. */
  isContext(object: KubernetesObject): boolean
  /** Whether something else says of expressions that they do not compile. */
  isChecked: boolean
  customValue(object: KubernetesObject): Fields | undefined
}

/** For each minor. */
export async function policyViolations(engine: Engine, minors: readonly string[], set: PolicySet): Promise<PolicyFinding[]> {
  const { bound, unbound } = policiesOf(set)
  const found: PolicyFinding[] = []
  for (const minor of minors) {
    const around = new Surroundings(set.objects, minor, set.customValue)
    const isWanted = (kind: Pick<Resource, 'group' | 'resource'>) => bound.some(({ policy }) => mayMatch(policy.matches, kind))
    const wantsPods = isWanted({ group: '', resource: 'pods' })
    const subjects = bound.length === 0 ? [] : set.objects.flatMap((object) => (set.isContext(object) || isEncrypted(object.tape, object.root) ? [] : [around.subject(object, isWanted) ?? [], wantsPods ? (around.pods(object) ?? []) : []].flat()))
    const judged = await judge(engine, minor, bound, subjects, around)
    const findings = [...violations(judged), ...openQuestions(judged, set.isChecked), ...unbound.map(unboundPolicy)].filter(({ object }) => set.isGiven(object) || !set.isContext(object))
    for (const each of findings) found.push({ ...each, minor: minorNumber(minor) })
  }
  return found
}

/** Those with bindings, and those that nothing binds. Of what cannot be read nothing follows. */
export function policiesOf({ objects, isGiven }: Pick<PolicySet, 'objects' | 'isGiven'>): { bound: { policy: Policy; bindings: readonly Binding[] }[]; unbound: Policy[] } {
  const all = objects.filter(isPolicyObject)
  const written = all.filter(({ tape, root }) => tape.isReadable(root))
  const isSure = written.length === all.length
  const bindings = written.filter(({ kind }) => kind === BINDING).flatMap((object) => readBinding(object) ?? [])
  const policies = written.filter(({ kind }) => kind !== BINDING).map((object) => {
    const policy = readPolicy(object, isGiven(object))
    const own = bindings.filter(({ policyName }) => policyName === policy.name)
    return { policy, bindings: own.length === 0 && policy.isGiven ? [bindingOf(policy)] : own }
  })
  return { bound: policies.filter((each) => each.bindings.length > 0), unbound: policies.flatMap((each) => (each.bindings.length === 0 && isSure ? each.policy : [])) }
}

/** Of several bindings that one mistake breaks, the most severe counts. A workload is stored even if its pods are refused, so that is a warning. */
function violations({ judgments }: Judged): Omit<PolicyFinding, 'minor'>[] {
  const found = new Map<string, { judgment: Judgment; severity: Severity }>()
  const ids = new Map<unknown, number>()
  const idOf = (value: unknown) => ids.get(value) ?? ids.set(value, ids.size).get(value)!
  const isSure = judgments.filter(({ kind }) => kind !== 'open')
  const onItself = new Map<Policy, Set<KubernetesObject>>()
  for (const { policy, subject } of isSure) if (subject.template === undefined) onItself.set(policy, (onItself.get(policy) ?? new Set()).add(subject.object))
  for (const judgment of isSure) {
    const { policy, subject, outcome, reasons, binding } = judgment
    // A policy for workloads and pods has said it of the workload.
    if (subject.template !== undefined && onItself.get(policy)?.has(subject.object) === true) continue
    const key = JSON.stringify([idOf(policy), idOf(subject), outcome?.index, outcome?.read, reasons])
    const known = found.get(key)
    if (known === undefined || milder(known.severity, binding.severity) !== binding.severity) found.set(key, { judgment, severity: binding.severity })
  }
  return [...found.values()].map(({ judgment, severity }) => ({ object: judgment.subject.object, finding: violation(judgment, judgment.subject.template === undefined ? severity : milder(severity, 'warning'), severity === 'error') }))
}

function violation({ policy, subject, kind, reasons, outcome }: Judgment, severity: Severity, isDenied: boolean): WalkFinding {
  const { source, tape, root, prefix, kind: ofObject } = subject.object
  const { template = [] } = subject
  const own = outcome?.read ?? []
  // A template says neither apiVersion nor kind.
  const steps = template.length > 0 && own.length === 1 && own[0] !== 'metadata' && own[0] !== 'spec' ? template : [...template, ...own]
  const read = placeAt(source, tape, root, -1, prefix, steps)
  // Where nothing of the way is written, it is the object as a whole.
  const isWhole = read.parent === root || steps.length === template.length
  const place: Place = isWhole && template.length === 0 ? subject.object.at('metadata', 'name') : read
  const reason = cut(reasons.join('; ').replaceAll(/\s+/g, ' '))
  const named = isWhole ? (template.length === 0 ? ofObject : 'A pod') : fieldName(steps)
  const said = kind === 'error' ? `cannot be judged by policy "${policy.name}", which refuses what it cannot judge` : `breaks policy "${policy.name}"`
  const message = `${named} ${said}${template.length === 0 ? '' : isDenied ? `, so this ${ofObject} gets no pods` : ` in the pods of this ${ofObject}`}: ${reason}`
  const finding: WalkFinding = { rule: VIOLATION, message, start: place.start, end: place.end, path: place.path, severity, about: `${place.path}: ${message}` }
  if (place.node === -1) finding.lack = 'here'
  if (outcome !== undefined) {
    const { source: file, start, end } = placeOfExpression(policy, outcome.index)
    finding.related = { source: file, start, end, message: kind === 'error' ? 'the expression without a result' : 'the expression that is false' }
  }
  return finding
}

/** Said once for each policy. */
function openQuestions({ judgments, failures, broken }: Judged, isChecked: boolean): Omit<PolicyFinding, 'minor'>[] {
  const open = new Map<Policy, Judgment[]>()
  for (const judgment of judgments) {
    if (judgment.kind === 'open' && judgment.reasons.some((reason) => reason !== FILLED_IN_LATER)) open.set(judgment.policy, [...(open.get(judgment.policy) ?? []), judgment])
  }
  const notes = [...open].map(([policy, all]) => {
    const names = [...new Set(all.flatMap(({ reasons }) => reasons.filter((reason) => reason !== FILLED_IN_LATER)))]
    const count = new Set(all.map(({ subject }) => subject.object)).size
    const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
    const [first] = all.flatMap(({ outcome }) => outcome ?? [])
    const place = first === undefined ? policy.object.at('metadata', 'name') : placeOfExpression(policy, first.index)
    return note(policy, place, `Policy "${policy.name}" is undecided for ${count === 1 ? 'an object' : `${count} objects`}: without a cluster, nobody knows ${shown.join(', ')}`, 'info')
  })
  const unsaid = isChecked ? [] : [...broken].map((policy) => [policy, 'an expression does not compile'] as const)
  return [...notes, ...[...unsaid, ...failures].map(([policy, failure]) => note(policy, policy.object.at('metadata', 'name'), `Policy "${policy.name}" was not evaluated: ${failure}`, 'warning'))]
}

function unboundPolicy(policy: Policy): Omit<PolicyFinding, 'minor'> {
  const { object, finding } = note(policy, policy.object.at('metadata', 'name'), `Policy "${policy.name}" has no binding among the files, so it has no effect`, 'info')
  return { object, finding: { ...finding, lack: 'elsewhere' } }
}

function note({ object }: Policy, { start, end, path }: Place, message: string, severity: Severity): Omit<PolicyFinding, 'minor'> {
  return { object, finding: { rule: VIOLATION, message, start, end, path, severity } }
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
