/** A repository of manifests, good and bad: the examples of the rules. */
import { exampleText } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'

export function manifests(): Record<string, string> {
  const files: Record<string, string> = {}
  for (const { id, category, bad, good } of documentedRules().filter((_, at) => at % 2 === 0)) {
    files[`k8s/${category}/${id}.yaml`] = exampleText(bad[0]?.yaml ?? '')
    files[`k8s/${category}/good-${id}.yaml`] = exampleText(good[0]?.yaml ?? '')
  }
  return files
}
