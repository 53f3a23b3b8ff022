import type { MutatingAdmissionPolicySpec, MutatingWebhook, ValidatingAdmissionPolicySpec, ValidatingWebhook } from 'kubernetes-types/admissionregistration/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { AdmissionExpressions, validatingExpressions } from '../../admission-expressions.ts'
import { constraints, on, type TypeCheckContext } from '../../constraints.ts'

const VERSIONS = ['admissionregistration/v1', 'admissionregistration/v1beta1', 'admissionregistration/v1alpha1'] as const

function askAboutValidating(spec: Loose<ValidatingAdmissionPolicySpec>, context: TypeCheckContext): void {
  ask(validatingExpressions(spec), spec.paramKind !== undefined, context)
}

function ask({ all, places }: AdmissionExpressions, params: boolean, context: TypeCheckContext): void {
  if (all.length > 0) context.ask({ admission: { params, expressions: all } }, ({ index }) => ({ steps: places[index]! }))
}

function askAboutMutating(spec: Loose<MutatingAdmissionPolicySpec>, context: TypeCheckContext): void {
  const expressions = new AdmissionExpressions()
  expressions.addConditions(spec.matchConditions)
  expressions.addVariables(spec.variables)
  for (const [index, { patchType, applyConfiguration, jsonPatch }] of (spec.mutations ?? []).entries()) {
    if (patchType === 'ApplyConfiguration') expressions.add('applyConfiguration', applyConfiguration?.expression, ['mutations', index, 'applyConfiguration', 'expression'])
    else if (patchType === 'JSONPatch') expressions.add('jsonPatch', jsonPatch?.expression, ['mutations', index, 'jsonPatch', 'expression'])
  }
  ask(expressions, spec.paramKind !== undefined, context)
}

function askAboutWebhook({ matchConditions }: Loose<ValidatingWebhook | MutatingWebhook>, context: TypeCheckContext): void {
  // The server forgets them before 1.28, where the gate is off.
  if (context.minor < 28) return
  const expressions = new AdmissionExpressions()
  expressions.addConditions(matchConditions)
  ask(expressions, false, context)
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
    on<ValidatingAdmissionPolicySpec>(`${version} ValidatingAdmissionPolicySpec`, () => ({ check: askAboutValidating })),
    on<MutatingAdmissionPolicySpec>(`${version} MutatingAdmissionPolicySpec`, () => ({ check: askAboutMutating })),
    on<ValidatingWebhook>(`${version} ValidatingWebhook`, () => ({ check: askAboutWebhook })),
    on<MutatingWebhook>(`${version} MutatingWebhook`, () => ({ check: askAboutWebhook })),
  ]),
)
