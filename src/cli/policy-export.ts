/** `podlint policy export`: writes rules of podlint as ValidatingAdmissionPolicies. */
import { EXPORTED, policyText } from '../cel/export/policy-text.ts'
import { ruleUrl } from '../project.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { LATEST, minorNumber } from '../versions.ts'
import type { ExitCode } from './exit-code.ts'
import type { FlagValues } from './flags.ts'
import type { Host } from './host.ts'
import { rulesOfPresets, readVersions } from './settings.ts'

/** Throws a UsageError. */
export async function policyExport(operands: readonly string[], flags: FlagValues, host: Host): Promise<ExitCode> {
  const [minor = LATEST, ...others] = readVersions(flags['kubernetes-version']) ?? []
  if (others.length > 0) throw new UsageError('Policies are written for one version: --kubernetes-version 1.37')
  const ofPresets = flags.preset === undefined ? [] : [...(await rulesOfPresets(flags.preset)).keys()].filter((id) => EXPORTED.has(id))
  const ids = operands.includes('all') ? [...EXPORTED.keys()] : [...new Set([...operands, ...ofPresets])]
  if (ids.length === 0) throw new UsageError(['Name the rules to write as policies, or "all":', ...[...EXPORTED.keys()].map((id) => `  ${id}`)])
  const { documentedRules } = await import('../rule-docs.ts')
  const rules = new Map(documentedRules().map((rule) => [rule.id, rule]))
  const texts = ids.map((id) => {
    const rule = rules.get(id)
    if (rule === undefined) throw new UsageError(`There is no rule "${id}"${didYouMean(id, [...rules.keys()])}`)
    const exported = EXPORTED.get(id)
    if (exported === undefined) throw new UsageError(`The rule "${id}" cannot be written as a policy: it looks at more than one object, or at what the API server does not keep; podlint policy export lists those that can`)
    return policyText(id, exported, { summary: rule.summary, severity: rule.severity, url: ruleUrl(id) }, minorNumber(minor))
  })
  host.stdout.write(texts.join('---\n'))
  return 0
}
