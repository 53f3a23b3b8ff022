/** Lint a text in a test, with the rules that matter there. */
import type { Report } from '../src/diagnostic.ts'
import { Linter } from '../src/lint.ts'
import { allRules } from '../src/rules.ts'

export interface TestOptions {
  /** Only these rules; all of the preset `recommended` without it. */
  rules?: readonly string[]
  kubernetesVersions?: readonly string[]
  isUpgrade?: boolean
  options?: Readonly<Record<string, unknown>>
  file?: string
}

export async function lintText(text: string, { rules, kubernetesVersions = ['1.37'], isUpgrade = false, options, file = 'test.yaml' }: TestOptions = {}): Promise<Report> {
  const chosen = allRules().filter((rule) => (rules === undefined ? rule.presets.includes('recommended') : rules.includes(rule.id)))
  if (rules !== undefined && chosen.length !== rules.length) throw new Error(`no such rule among ${rules.join(', ')}`)
  const linter = new Linter({
    kubernetesVersions,
    isUpgrade,
    severities: new Map(chosen.map((rule) => [rule.id, rule.severity])),
    ...(options === undefined ? {} : { options: new Map(chosen.map((rule) => [rule.id, options])) }),
  })
  await linter.add({ file, text, named: true })
  return linter.finish()
}
