import type { RuleInfo, Severity } from '../diagnostic.ts'
import { SARIF_LEVEL } from './sarif-result.ts'

const PROBLEM_SEVERITY = { error: 'error', warning: 'warning', info: 'recommendation' } as const satisfies Record<Severity, string>
/** GitHub's scale, as text from 0.1 to 10.0: these are high, medium and low. */
const SECURITY_SEVERITY = { error: '8.0', warning: '5.0', info: '2.0' } as const satisfies Record<Severity, string>

/** A plugin's rule may lack some of them. */
const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

/** A rule as SARIF describes it, with all that GitHub shows beside an alert. */
export function toSarifRule({ id, category, severity, summary, why, howToFix, url, references }: RuleInfo) {
  const links = [url, ...references].filter((link) => link !== '').map((link) => `- <${link}>`)
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: paragraphs(why, howToFix && `How to fix: ${howToFix}`, url), markdown: paragraphs(why, howToFix && `**How to fix:** ${howToFix}`, links.join('\n')) },
    ...(url !== '' && { helpUri: url }),
    defaultConfiguration: { level: SARIF_LEVEL[severity] },
    properties: {
      tags: ['kubernetes', category],
      precision: 'high',
      'problem.severity': PROBLEM_SEVERITY[severity],
      ...(category === 'security' && { 'security-severity': SECURITY_SEVERITY[severity] }),
    },
  }
}
