/** Rules in the language of admission policies: what holds for an object that the rule has nothing to say of, on the object as the API server stores it. */

/** Which objects: workloads and pods, roles, bindings of roles, or Services. */
export type ExportedOn = 'pods' | 'roles' | 'roleBindings' | 'services'

export interface ExportedValidation {
  expression: string
  /** An expression, too. */
  message: string
}

export interface ExportedRule {
  on: ExportedOn
  /** For a minor of Kubernetes: 37 for 1.37. */
  validations(minor: number): readonly ExportedValidation[]
}

/** What `good` is false for is named in the message; `c` is the container. */
export const eachContainer = (good: string, problem: string, list = 'containers'): ExportedValidation => ({
  expression: `variables.${list}.all(c, ${good})`,
  message: `'Container "' + variables.${list}.filter(c, !(${good})).map(c, c.name).join('", "') + '" ${problem}'`,
})

/** Of the pod as a whole. */
export const ofPod = (expression: string, problem: string): ExportedValidation => ({ expression, message: `'Pod ${problem}'` })

export const listOf = (values: readonly string[]): string => `[${values.map((value) => `'${value}'`).join(', ')}]`
