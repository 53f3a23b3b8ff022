/** What a report says about rules beside their findings. Loaded for formats that have a place for it. */
import type { RuleInfo, Severity } from './diagnostic.ts'
import type { OwnRule, Rule } from './engine/define-rule.ts'
import { ruleUrl } from './project.ts'

export interface Described {
  severities: ReadonlyMap<string, Severity>
  own?: ReadonlyMap<string, OwnRule>
}

/** By id, in the order of the ids. `custom` are rules beside our own. */
export async function ruleInfos(ids: Iterable<string>, { severities, own }: Described, custom: readonly Rule[] = []): Promise<Map<string, RuleInfo>> {
  const { documentedRules } = await import('./rule-docs.ts')
  const documented = new Map([...documentedRules(), ...custom].map((rule) => [rule.id, rule]))
  const infos = new Map<string, RuleInfo>()
  for (const id of [...ids].sort()) {
    const base = own?.get(id)?.rule ?? id
    const { category, severity, summary, why, howToFix, references, url = ruleUrl(base) } = documented.get(base)!
    infos.set(id, { id, category, severity: severities.get(id) ?? severity, summary, why, howToFix, references, url })
  }
  return infos
}
