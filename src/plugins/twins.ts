import type { Rule } from '../engine/define-rule.ts'
import { allRules } from '../rules.ts'
import { UsageError } from '../usage-error.ts'

/** Of two rules with one name nobody knows which is meant. Throws a UsageError. */
export function refuseTwins(rules: readonly Rule[]): void {
  const known = new Map(allRules().map(({ id }) => [id, 'podlint']))
  const categories = new Set([...allRules(), ...rules].map(({ category }) => category))
  for (const { id, plugin = '' } of rules) {
    const subject = `The rule "${id}"${plugin === '' ? '' : ` of ${plugin}`}`
    const other = known.get(id)
    if (other !== undefined) throw new UsageError(`${subject} has the name of another${other === '' ? '' : `, of ${other}`}`)
    if (categories.has(id)) throw new UsageError(`${subject} has the name of a category`)
    known.set(id, plugin)
  }
  const category = [...categories].find((each) => known.has(each))
  if (category !== undefined) throw new UsageError(`"${category}" is the name of a rule, so it cannot be a category`)
}
