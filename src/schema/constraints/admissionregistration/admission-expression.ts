import type { MutatingAdmissionPolicySpec, MutatingWebhook, ValidatingAdmissionPolicySpec, ValidatingWebhook } from 'kubernetes-types/admissionregistration/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Loose } from '../../../model/kinds.ts'
import { trimSpace } from '../../../formats/white-space.ts'
import { constraints, on, type TypeCheckContext } from '../../constraints.ts'
import type { AdmissionExpression } from '../../expressions.ts'

const VERSIONS = ['admissionregistration/v1', 'admissionregistration/v1beta1', 'admissionregistration/v1alpha1'] as const

/** The expressions of one policy or webhook, and where each is. */
class Expressions {
  private readonly all: AdmissionExpression[] = []
  private readonly places: (readonly Step[])[] = []

  /** A blank one is missing, as another rule says. */
  add(role: AdmissionExpression['role'], text: unknown, steps: readonly Step[], name?: string): void {
    if (typeof text !== 'string' || trimSpace(text) === '') return
    this.all.push(name === undefined ? { role, text } : { role, name, text })
    this.places.push(steps)
  }

  addConditions(conditions: readonly { readonly expression?: string | undefined }[] = []): void {
    for (const [index, { expression }] of conditions.entries()) this.add('condition', expression, ['matchConditions', index, 'expression'])
  }

  addVariables(variables: readonly { readonly name?: string | undefined; readonly expression?: string | undefined }[] = []): void {
    for (const [index, { name = '', expression }] of variables.entries()) this.add('variable', expression, ['variables', index, 'expression'], name)
  }

  ask(params: boolean, { ask }: TypeCheckContext): void {
    const { all, places } = this
    if (all.length > 0) ask({ admission: { params, expressions: all } }, ({ index }) => ({ steps: places[index]! }))
  }
}

function askAboutValidating(spec: Loose<ValidatingAdmissionPolicySpec>, context: TypeCheckContext): void {
  const expressions = new Expressions()
  expressions.addConditions(spec.matchConditions)
  expressions.addVariables(spec.variables)
  for (const [index, { expression, messageExpression }] of (spec.validations ?? []).entries()) {
    expressions.add('validation', expression, ['validations', index, 'expression'])
    expressions.add('message', messageExpression, ['validations', index, 'messageExpression'])
  }
  for (const [index, { valueExpression }] of (spec.auditAnnotations ?? []).entries()) {
    expressions.add('auditAnnotation', valueExpression, ['auditAnnotations', index, 'valueExpression'])
  }
  expressions.ask(spec.paramKind !== undefined, context)
}

function askAboutMutating(spec: Loose<MutatingAdmissionPolicySpec>, context: TypeCheckContext): void {
  const expressions = new Expressions()
  expressions.addConditions(spec.matchConditions)
  expressions.addVariables(spec.variables)
  for (const [index, { patchType, applyConfiguration, jsonPatch }] of (spec.mutations ?? []).entries()) {
    if (patchType === 'ApplyConfiguration') expressions.add('applyConfiguration', applyConfiguration?.expression, ['mutations', index, 'applyConfiguration', 'expression'])
    else if (patchType === 'JSONPatch') expressions.add('jsonPatch', jsonPatch?.expression, ['mutations', index, 'jsonPatch', 'expression'])
  }
  expressions.ask(spec.paramKind !== undefined, context)
}

function askAboutWebhook({ matchConditions }: Loose<ValidatingWebhook | MutatingWebhook>, context: TypeCheckContext): void {
  // The server forgets them before 1.28, where the gate is off.
  if (context.minor < 28) return
  const expressions = new Expressions()
  expressions.addConditions(matchConditions)
  expressions.ask(false, context)
}

export default constraints(
  {
    id: 'valid-admission-expression',
    since: '0.1.0',
    summary: 'Require expressions in admission policies and webhooks that compile.',
    why: 'The API server compiles every expression when a policy is created, and refuses what has a mistake in it: a variable that is not declared, a field that a request does not have, a result of the wrong type.',
    howToFix: 'Read `object`, `oldObject`, `request`, `params` (with a `paramKind`), `namespaceObject`, `authorizer` and, after their declaration, `variables`. Validations and match conditions must result in a bool, messages in a string.',
    references: ['https://kubernetes.io/docs/reference/using-api/cel/', 'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#validation-expression'],
    bad: [
      {
        title: 'a variable that is not declared, a message that is a number',
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
            variables:
              - name: replicas
                expression: object.spec.replicas
            validations:
              - expression: >-
                  variables.replicas <= 5 &&
                  variables.replica > 0 # ✖ Field "replica" does not exist
                messageExpression: variables.replicas + 1 # ✖ The result must be string, not int
              - expression: object.spec.replicas = 5 # ✖ Syntax error: "=" is not expected here
        `,
      },
    ],
    good: [
      {
        title: 'variables, declared before they are read',
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
            variables:
              - name: replicas
                expression: object.spec.replicas
            validations:
              - expression: variables.replicas <= 5
                messageExpression: "'at most 5 replicas, not ' + string(variables.replicas)"
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on<ValidatingAdmissionPolicySpec>(`${version} ValidatingAdmissionPolicySpec`, { check: askAboutValidating }),
    on<MutatingAdmissionPolicySpec>(`${version} MutatingAdmissionPolicySpec`, { check: askAboutMutating }),
    on<ValidatingWebhook>(`${version} ValidatingWebhook`, { check: askAboutWebhook }),
    on<MutatingWebhook>(`${version} MutatingWebhook`, { check: askAboutWebhook }),
  ]),
)
