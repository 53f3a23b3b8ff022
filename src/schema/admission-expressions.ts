/** The expressions of an admission policy or a webhook, in the order in which they see each other, and where each is. */
import type { ValidatingAdmissionPolicySpec } from 'kubernetes-types/admissionregistration/v1'
import { trimSpace } from '../formats/white-space.ts'
import type { Step } from '../model/field-path.ts'
import type { Loose } from '../model/kinds.ts'
import type { AdmissionExpression } from './expressions.ts'

export class AdmissionExpressions {
  readonly all: AdmissionExpression[] = []
  readonly places: (readonly Step[])[] = []

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
}

/** The message of a validation comes right after it. */
export function validatingExpressions(spec: Loose<ValidatingAdmissionPolicySpec>): AdmissionExpressions {
  const expressions = new AdmissionExpressions()
  expressions.addConditions(spec.matchConditions)
  expressions.addVariables(spec.variables)
  for (const [index, { expression, messageExpression }] of (spec.validations ?? []).entries()) {
    expressions.add('validation', expression, ['validations', index, 'expression'])
    expressions.add('message', messageExpression, ['validations', index, 'messageExpression'])
  }
  for (const [index, { valueExpression }] of (spec.auditAnnotations ?? []).entries()) {
    expressions.add('auditAnnotation', valueExpression, ['auditAnnotations', index, 'valueExpression'])
  }
  return expressions
}
