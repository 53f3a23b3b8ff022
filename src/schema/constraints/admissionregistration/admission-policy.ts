import type { AuditAnnotation, MutatingAdmissionPolicy, MutatingAdmissionPolicySpec, Mutation, ParamKind, ValidatingAdmissionPolicy, ValidatingAdmissionPolicySpec, Validation, Variable } from 'kubernetes-types/admissionregistration/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { longerThan } from '../../../formats/format.ts'
import { dns1035Label, dnsSubdomain, generatedName, qualifiedName } from '../../../formats/names.ts'
import { trimSpace } from '../../../formats/white-space.ts'
import type { Loose, ObjectMeta } from '../../../model/kinds.ts'
import { celIdentifier, isBlank, requiredExpression } from '../../cel-expressions.ts'
import { atMostItems, checkedElsewhere, constraints, format, on, oneOf, oneOfSet, required, type Check, type TypeCheckContext } from '../../constraints.ts'
import { refuseDeletion } from '../../mutable-operations.ts'
import { refuseStaticName } from '../../static-manifest-names.ts'

const VERSIONS = ['admissionregistration/v1', 'admissionregistration/v1beta1', 'admissionregistration/v1alpha1'] as const
const MOST_ANNOTATIONS = 20
const LONGEST_ANNOTATION = 5120
const PATCHES = { ApplyConfiguration: 'applyConfiguration', JSONPatch: 'jsonPatch' } as const

type ValidatingSpec = Loose<ValidatingAdmissionPolicySpec>
type MutatingSpec = Loose<MutatingAdmissionPolicySpec>

const groupVersion: Check = {
  describes: 'a group and a version',
  test(value) {
    if (typeof value !== 'string' || value === '') return undefined
    const parts = value === '/' ? [''] : value.split('/')
    const version = parts.pop()!
    if (parts.length > 1) return { code: 'Invalid', message: 'must be a version, or a group and a version: apps/v1' }
    const [group = ''] = parts
    const ofGroup = group === '' ? undefined : dnsSubdomain(group)?.[0]
    const ofVersion = version === '' ? 'must have a version' : dns1035Label(version)?.[0]
    return [
      ...(ofGroup === undefined ? [] : [{ code: 'Invalid' as const, message: `${ofGroup} in its group` }]),
      ...(ofVersion === undefined ? [] : [{ code: 'Invalid' as const, message: version === '' ? ofVersion : `${ofVersion} in its version` }]),
    ]
  },
}

const notBlank: Check = { describes: 'not only spaces', test: (value) => (isBlank(value) ? { code: 'Invalid', message: 'must not consist of spaces only' } : undefined) }

const oneLine: Check = {
  describes: 'one line',
  test: (value) => (typeof value === 'string' && /[\n\r]/.test(trimSpace(value)) ? { code: 'Invalid', message: 'must not have line breaks' } : undefined),
}

/** Longer ones count as missing for the server. */
const shortEnough: Check = {
  describes: `at most ${LONGEST_ANNOTATION} bytes`,
  test: (value) => (typeof value === 'string' && longerThan(LONGEST_ANNOTATION, trimSpace(value)) ? { code: 'Required', message: `must be at most ${LONGEST_ANNOTATION} bytes` } : undefined),
}

/** A policy has to name resources: its expressions are compiled for their types. */
function checkConstraints({ matchConstraints }: ValidatingSpec | MutatingSpec, { report }: TypeCheckContext): void {
  if (matchConstraints === undefined) report(['matchConstraints'], 'Required', 'is required')
  else if ((matchConstraints.resourceRules ?? []).length === 0) report(['matchConstraints', 'resourceRules'], 'Required', 'is required')
}

function checkPurpose({ validations = [], auditAnnotations = [] }: ValidatingSpec, { report }: TypeCheckContext): void {
  if (validations.length + auditAnnotations.length > 0) return
  report(['validations'], 'Required', 'is required unless there are auditAnnotations')
  report(['auditAnnotations'], 'Required', 'is required unless there are validations')
}

function checkAnnotations({ auditAnnotations = [] }: ValidatingSpec, { object, report }: TypeCheckContext): void {
  if (auditAnnotations.length > MOST_ANNOTATIONS) report(['auditAnnotations'], 'Invalid', `has ${auditAnnotations.length} items, and may have ${MOST_ANNOTATIONS}`)
  const { name = '', generateName = '' } = (object.metadata ?? {}) as ObjectMeta
  const policy = name === '' && generateName !== '' ? generatedName(generateName) : name
  for (const [index, { key = '' }] of auditAnnotations.entries()) {
    const at = ['auditAnnotations', index, 'key']
    if (key.includes('/')) report(at, 'Invalid', 'must not contain "/"')
    else {
      if (policy !== '') for (const reason of qualifiedName(`${policy}/a`) ?? []) report(at, 'Invalid', `Key "${key}" is recorded after the name of the policy and a "/", which ${reason}`)
      for (const reason of qualifiedName(key) ?? []) report(at, 'Invalid', reason)
    }
  }
}

function checkMutation(mutation: Loose<Mutation>, { report, skip }: TypeCheckContext): void {
  const type = mutation.patchType as keyof typeof PATCHES
  const isKnown = Object.hasOwn(PATCHES, type ?? '')
  for (const [other, field] of Object.entries(PATCHES)) {
    if (other === type) {
      if (mutation[field] === undefined) report([field], 'Required', `is required for the type ${type}`)
      continue
    }
    if (isKnown && mutation[field] !== undefined) report([field], 'Invalid', `cannot be set for the type ${type}`)
    skip(field)
  }
}

const fields = {
  failurePolicy: oneOfSet('Ignore', 'Fail'),
  matchConstraints: checkedElsewhere,
  matchConditions: atMostItems(64),
}
const conditions = { key: 'name', of: ({ name }: { readonly name?: string | undefined }) => name }

export default constraints(
  {
    id: 'valid-admission-policy',
    since: '0.1.0',
    summary: 'Require admission policies that say for which requests they are, and what they check or change.',
    why: 'The API server refuses a policy without rules for resources, without validations or mutations, and one with a blank expression or a name that expressions cannot use.',
    howToFix: 'Set `matchConstraints.resourceRules`, and write at least one entry of `validations`, `auditAnnotations` or `mutations`, each with its expression.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/', 'https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/'],
    bad: [
      {
        title: 'a reason that does not exist, a variable with a reserved name',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingAdmissionPolicy
          metadata:
            name: replicas
          spec: # ✖ matchConstraints is required but missing
            variables:
              - name: namespace # ✖ name is "namespace", must not be a reserved word of CEL
                expression: object.metadata.namespace
            validations:
              - expression: object.spec.replicas <= 5
                reason: TooMany # ✖ reason is "TooMany", must be "Forbidden", "Invalid" or "RequestEntityTooLarge"
        `,
      },
    ],
    good: [
      {
        title: 'a limit for Deployments',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingAdmissionPolicy
          metadata:
            name: replicas
          spec:
            matchConstraints:
              resourceRules:
                - operations: [CREATE, UPDATE]
                  apiGroups: [apps]
                  apiVersions: [v1]
                  resources: [deployments]
            validations:
              - expression: object.spec.replicas <= 5
                message: at most five replicas
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on<ValidatingAdmissionPolicy>(`${version} ValidatingAdmissionPolicy`, () => ({ dropped: { status: 'always' }, check: refuseStaticName })),
    on<MutatingAdmissionPolicy>(`${version} MutatingAdmissionPolicy`, () => ({ check: refuseStaticName })),
    on<ValidatingAdmissionPolicySpec>(`${version} ValidatingAdmissionPolicySpec`, () => ({
      fields,
      unique: { matchConditions: conditions, auditAnnotations: { key: 'key', of: ({ key }) => key } },
      check: [checkConstraints, checkPurpose, checkAnnotations],
    })),
    on<MutatingAdmissionPolicySpec>(`${version} MutatingAdmissionPolicySpec`, () => ({
      fields: { ...fields, mutations: required(), reinvocationPolicy: required(oneOf('Never', 'IfNeeded')) },
      unique: { matchConditions: conditions },
      check: [checkConstraints, ({ matchConstraints }, context) => refuseDeletion('matchConstraints', matchConstraints?.resourceRules, context)],
    })),
    on<ParamKind>(`${version} ParamKind`, () => ({
      fields: { apiVersion: required(groupVersion), kind: required(format('a DNS label that begins with a letter, in any case', (kind) => dns1035Label(kind.toLowerCase())?.[0])) },
    })),
    on<Variable>(`${version} Variable`, () => ({ fields: { name: [...requiredExpression, format('a name that CEL has no other use for', (name) => (isBlank(name) ? undefined : celIdentifier(name)))], expression: requiredExpression } })),
    on<Validation>(`${version} Validation`, () => ({
      fields: { expression: requiredExpression, message: [notBlank, oneLine], messageExpression: [notBlank], reason: oneOfSet('Forbidden', 'Invalid', 'RequestEntityTooLarge') },
    })),
    on<AuditAnnotation>(`${version} AuditAnnotation`, () => ({ fields: { key: checkedElsewhere, valueExpression: [...requiredExpression, shortEnough] } })),
    on<Mutation>(`${version} Mutation`, () => ({ fields: { patchType: required(oneOf(...Object.keys(PATCHES))) }, check: checkMutation })),
    on<{ expression: string }>(`${version} ApplyConfiguration`, () => ({ fields: { expression: requiredExpression } })),
    on<{ expression: string }>(`${version} JSONPatch`, () => ({ fields: { expression: requiredExpression } })),
  ]),
)
