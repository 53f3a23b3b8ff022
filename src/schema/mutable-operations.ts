/** Operations whose objects a policy can change: of what is deleted nothing can be. */
import type { NamedRuleWithOperations } from 'kubernetes-types/admissionregistration/v1'
import type { Loose } from '../model/kinds.ts'
import type { TypeCheckContext } from './constraints.ts'
import { mustBe } from './sentence.ts'

const MUTABLE = ['CREATE', 'UPDATE', 'CONNECT', '*']

/** `field` of the spec has the rules. The server does not say which of them it means. */
export function refuseDeletion(field: string, rules: readonly Loose<NamedRuleWithOperations>[] = [], { report }: TypeCheckContext): void {
  for (const [index, { operations = [] }] of rules.entries()) {
    for (const [at, operation] of operations.entries()) {
      if (!MUTABLE.includes(operation)) report([field, 'resourceRules', index, 'operations', at], 'NotSupported', mustBe(MUTABLE), { path: `spec.${field}.resourceRules.operations` })
    }
  }
}
