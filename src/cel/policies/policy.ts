/** ValidatingAdmissionPolicies and their bindings, as they are read of objects. */
import type { NamedRuleWithOperations, ParamRef, ValidatingAdmissionPolicyBindingSpec, ValidatingAdmissionPolicySpec } from 'kubernetes-types/admissionregistration/v1'
import type { Severity } from '../../diagnostic.ts'
import type { LabelSelector } from '../../formats/selector.ts'
import type { Step } from '../../model/field-path.ts'
import type { Loose } from '../../model/kinds.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { placeAt, type Place } from '../../model/place.ts'
import { validatingExpressions } from '../../schema/admission-expressions.ts'
import type { AdmissionExpression } from '../../schema/expressions.ts'

export const POLICY = 'ValidatingAdmissionPolicy'
export const BINDING = 'ValidatingAdmissionPolicyBinding'

/** Which objects a policy, or a binding of it, is about. */
export interface MatchResources {
  rules: readonly Loose<NamedRuleWithOperations>[]
  excluded: readonly Loose<NamedRuleWithOperations>[]
  namespaceSelector: LabelSelector
  objectSelector: LabelSelector
  isExact: boolean
}

export interface Policy {
  object: KubernetesObject
  name: string
  /** It was given for this run, and not only met. */
  isGiven: boolean
  matches: MatchResources
  paramKind: { apiVersion: string; kind: string } | undefined
  /** Whether an error refuses the object. */
  failsClosed: boolean
  expressions: readonly AdmissionExpression[]
  /** From the root of the policy. */
  places: readonly (readonly Step[])[]
  spec: Loose<ValidatingAdmissionPolicySpec>
}

export interface Binding {
  /** Undefined for one that is only thought of: of a policy that was given without one. */
  object: KubernetesObject | undefined
  policyName: string
  matches: MatchResources
  paramRef: Loose<ParamRef> | undefined
  severity: Severity
}

const ACTIONS: Readonly<Record<string, Severity>> = { Deny: 'error', Warn: 'warning', Audit: 'info' }

export const isPolicyObject = ({ builtin, apiVersion, kind }: Pick<KubernetesObject, 'builtin' | 'apiVersion' | 'kind'>): boolean =>
  builtin && (kind === POLICY || kind === BINDING) && apiVersion.startsWith('admissionregistration.k8s.io/')

export function readPolicy(object: KubernetesObject, isGiven: boolean): Policy {
  const { spec = {} } = object.value as { spec?: Loose<ValidatingAdmissionPolicySpec> }
  const { all, places } = validatingExpressions(spec)
  const { apiVersion = '', kind = '' } = spec.paramKind ?? {}
  return {
    object,
    name: object.name,
    isGiven,
    matches: readMatches(spec.matchConstraints),
    paramKind: spec.paramKind === undefined ? undefined : { apiVersion, kind },
    failsClosed: spec.failurePolicy !== 'Ignore',
    expressions: all,
    places: places.map((steps) => ['spec', ...steps]),
    spec,
  }
}

export function readBinding(object: KubernetesObject): Binding | undefined {
  const { spec = {} } = object.value as { spec?: Loose<ValidatingAdmissionPolicyBindingSpec> }
  const { policyName = '', matchResources, paramRef, validationActions = [] } = spec
  const severity = Object.keys(ACTIONS).find((action) => (validationActions as readonly string[]).includes(action))
  return severity === undefined ? undefined : { object, policyName, matches: readMatches(matchResources), paramRef, severity: ACTIONS[severity]! }
}

/** What is done with a policy that was given for the run, and that nothing binds. */
export const bindingOf = ({ name }: Policy): Binding => ({ object: undefined, policyName: name, matches: readMatches(undefined), paramRef: undefined, severity: 'error' })

function readMatches(written: Loose<ValidatingAdmissionPolicySpec>['matchConstraints']): MatchResources {
  const { resourceRules = [], excludeResourceRules = [], namespaceSelector = {}, objectSelector = {}, matchPolicy } = written ?? {}
  return { rules: resourceRules, excluded: excludeResourceRules, namespaceSelector: namespaceSelector as LabelSelector, objectSelector: objectSelector as LabelSelector, isExact: matchPolicy === 'Exact' }
}

/** The place of an expression, by its index. */
export function placeOfExpression({ object, places }: Policy, index: number): Place {
  const { source, tape, root, prefix } = object
  return placeAt(source, tape, root, -1, prefix, places[index]!)
}
