import type { MutatingAdmissionPolicyBinding, MutatingAdmissionPolicyBindingSpec, ParamRef, ValidatingAdmissionPolicyBinding, ValidatingAdmissionPolicyBindingSpec } from 'kubernetes-types/admissionregistration/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsSubdomain, pathSegmentName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, each, format, nonEmpty, on, oneOf, oneOfSet, required, type TypeCheckContext } from '../../constraints.ts'
import { refuseDeletion } from '../../mutable-operations.ts'
import { refuseStaticName } from '../../static-manifest-names.ts'

const VERSIONS = ['admissionregistration/v1', 'admissionregistration/v1beta1', 'admissionregistration/v1alpha1'] as const

function checkActions({ validationActions = [] }: Loose<ValidatingAdmissionPolicyBindingSpec>, { report }: TypeCheckContext): void {
  for (const [index, action] of validationActions.entries()) {
    const first = validationActions.indexOf(action)
    if (first < index) report(['validationActions', index], 'Duplicate', `already used by validationActions[${first}]`, { related: { steps: ['validationActions', first], message: 'first here' } })
  }
  if (validationActions.includes('Deny') && validationActions.includes('Warn')) report(['validationActions'], 'Invalid', 'cannot have both "Deny" and "Warn", which say the same')
}

function checkParamRef({ name = '', selector }: Loose<ParamRef>, { report }: TypeCheckContext): void {
  if (name === '' && selector === undefined) report([], 'Required', 'must have name or selector')
  if (name === '' || selector === undefined) return
  report(['name'], 'Forbidden', 'cannot be set together with selector')
  report(['selector'], 'Forbidden', 'cannot be set together with name')
}

const policyName = required(format('a DNS subdomain', dnsSubdomain))

export default constraints(
  {
    id: 'valid-admission-policy-binding',
    since: '0.1.0',
    summary: 'Require bindings of admission policies that name a policy and what follows from it.',
    why: 'The API server refuses a binding without a policy, without actions, or with parameters that are found by a name and by a selector.',
    howToFix: 'Set `policyName` and, for a ValidatingAdmissionPolicyBinding, `validationActions` to Deny or Warn, and Audit. Parameters need `name` or `selector`, and `parameterNotFoundAction`.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#getting-started-with-validating-admission-policy'],
    bad: [
      {
        title: 'two actions that say the same, parameters without an action',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingAdmissionPolicyBinding
          metadata:
            name: replicas
          spec:
            policyName: replicas
            validationActions: [Deny, Warn] # ✖ validationActions cannot have both "Deny" and "Warn", which say the same
            paramRef: # ✖ parameterNotFoundAction is required but missing
              name: limits
        `,
      },
    ],
    good: [
      {
        title: 'deny, and note in the audit log',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingAdmissionPolicyBinding
          metadata:
            name: replicas
          spec:
            policyName: replicas
            validationActions: [Deny, Audit]
            paramRef:
              name: limits
              parameterNotFoundAction: Deny
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on<ValidatingAdmissionPolicyBinding>(`${version} ValidatingAdmissionPolicyBinding`, () => ({ check: refuseStaticName })),
    on<MutatingAdmissionPolicyBinding>(`${version} MutatingAdmissionPolicyBinding`, () => ({ check: refuseStaticName })),
    on<ValidatingAdmissionPolicyBindingSpec>(`${version} ValidatingAdmissionPolicyBindingSpec`, () => ({
      fields: { policyName, validationActions: required(each(oneOfSet('Deny', 'Warn', 'Audit'))) },
      check: checkActions,
    })),
    on<MutatingAdmissionPolicyBindingSpec>(`${version} MutatingAdmissionPolicyBindingSpec`, () => ({ fields: { policyName }, check: ({ matchResources }, context) => refuseDeletion('matchResources', matchResources?.resourceRules, context) })),
    on<ParamRef>(`${version} ParamRef`, () => ({
      // Only the first version has a default.
      fields: { name: format('a path segment', pathSegmentName), parameterNotFoundAction: version === 'admissionregistration/v1alpha1' ? nonEmpty(oneOf('Deny', 'Allow')) : required(oneOf('Deny', 'Allow')) },
      check: checkParamRef,
    })),
  ]),
)
