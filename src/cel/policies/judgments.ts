/** Holds objects against ValidatingAdmissionPolicies, as the API server does when they are created: see its dispatcher and its validator. */
import { trimSpace } from '../../formats/white-space.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { PolicyInput, PolicyOutcome } from '../../schema/expressions.ts'
import { minorNumber } from '../../versions.ts'
import type { Engine } from '../engine.ts'
import type { Converted } from './converted.ts'
import { matchOf, type Resource } from './match.ts'
import type { Binding, Policy } from './policy.ts'
import { requestValue, type Subject, type Surroundings } from './surroundings.ts'

/** At once: what takes too long costs no more than these. */
const BATCH = 100

/** What a policy says against an object by one of its bindings, or why nobody can tell. */
export interface Judgment {
  policy: Policy
  binding: Binding
  subject: Subject
  /** `broken`: a validation is false; `error`: an expression has none but an error for a result; `open`: a cluster has to be asked. */
  kind: 'broken' | 'error' | 'open'
  /** Why, or what has to be known. */
  reasons: readonly string[]
  /** Of the expression, and the value of the object that it read last. */
  outcome?: PolicyOutcome
}

export interface Judged {
  judgments: Judgment[]
  /** Policies that were not evaluated on some objects, and why. */
  failures: Map<Policy, string>
  /** Those with expressions that do not compile. */
  broken: Set<Policy>
}

interface Asked {
  subject: Subject
  back: Converted['back']
  bindings: Binding[]
  input: PolicyInput
}

/** `isWhole`: what is not there is not in the cluster either. */
export async function judge(engine: Engine, minor: string, policies: readonly { policy: Policy; bindings: readonly Binding[] }[], subjects: readonly Subject[], around: Surroundings, isWhole = false): Promise<Judged> {
  const judged: Judged = { judgments: [], failures: new Map(), broken: new Set() }
  for (const { policy, bindings } of policies) {
    const { expressions } = policy
    const params = policy.paramKind !== undefined
    const asked = subjects.flatMap((subject) => questionsOf(policy, bindings, subject, around, isWhole, judged.judgments))
    for (let from = 0; from < asked.length; from += BATCH) {
      const batch = asked.slice(from, from + BATCH)
      const [answer] = await engine.answers({ minor: minorNumber(minor), tasks: [{ policy: { params, expressions, inputs: batch.map(({ input }) => input) } }] })
      if (answer!.failure !== undefined) judged.failures.set(policy, answer!.failure)
      for (const outcome of answer!.outcomes ?? []) {
        const { subject, bindings: by, back } = batch[outcome.input]!
        if (outcome.error !== undefined && DOES_NOT_COMPILE.test(outcome.error)) judged.broken.add(policy)
        const found = judgmentOf(policy, outcome.read === undefined ? outcome : { ...outcome, read: back(outcome.read) })
        if (found !== undefined) judged.judgments.push(...by.map((binding) => ({ policy, binding, subject, ...found })))
      }
    }
  }
  return judged
}

function questionsOf(policy: Policy, bindings: readonly Binding[], subject: Subject, around: Surroundings, isWhole: boolean, judgments: Judgment[]): Asked[] {
  const match = matchOf(policy.matches, subject.request)
  if (match === 'no') return []
  const asked: Asked[] = []
  const byParams = new Map<KubernetesObject | null, Asked>()
  for (const binding of bindings) {
    const open = (...reasons: string[]) => judgments.push({ policy, binding, subject, kind: 'open', reasons })
    const bound = matchOf(binding.matches, subject.request)
    if (bound === 'no') continue
    const first = [match, bound].find((each) => 'open' in each)
    if (first !== undefined && 'open' in first) {
      open(first.open)
      continue
    }
    const as = (match as { as: Resource }).as
    const object = around.converted(subject, as)
    if (object === undefined) {
      open(`the object in version ${as.version}`)
      continue
    }
    const { paramKind } = policy
    const { paramRef } = binding
    if (paramKind !== undefined && binding.object === undefined) {
      open(`the ${paramKind.kind} that a binding would name`)
      continue
    }
    const params = paramKind === undefined || paramRef === undefined ? [null] : around.params(paramKind, paramRef, subject.request.namespace)
    if (params.length === 0) {
      if (!isWhole) open(`${paramKind!.kind}${paramRef!.name === undefined ? 's that its selector finds' : ` "${paramRef!.name}"`}`)
      else if (paramRef!.parameterNotFoundAction === 'Deny' && policy.failsClosed) judgments.push({ policy, binding, subject, kind: 'error', reasons: ['no params found for policy binding with `Deny` parameterNotFoundAction'] })
      continue
    }
    for (const each of params) {
      const known = byParams.get(each)
      if (known !== undefined) {
        known.bindings.push(binding)
        continue
      }
      const input: PolicyInput = { object: object.value, unknown: object.unknown, params: each === null ? null : around.paramValue(each), request: requestValue(subject.request, as), namespace: around.namespaceValue(subject) }
      const question = { subject, back: object.back, bindings: [binding], input }
      byParams.set(each, question)
      asked.push(question)
    }
  }
  return asked
}

const DOES_NOT_COMPILE = /^compilation error: |fails to compile: /

function judgmentOf(policy: Policy, outcome: PolicyOutcome): Pick<Judgment, 'kind' | 'reasons' | 'outcome'> | undefined {
  const { index, error, unknown, message = '' } = outcome
  if (unknown !== undefined) return { kind: 'open', reasons: unknown, outcome }
  if (error !== undefined) {
    // Of what does not compile its own finding says.
    return !policy.failsClosed || DOES_NOT_COMPILE.test(error) ? undefined : { kind: 'error', reasons: [error.replace(/^expression '[^]*' resulted in error: /, '')], outcome }
  }
  const { expression = '', message: fixed = '' } = policy.spec.validations?.[policy.places[index]![2] as number] ?? {}
  return { kind: 'broken', reasons: [message || trimSpace(fixed) || trimSpace(expression)], outcome }
}
