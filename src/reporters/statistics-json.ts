import type { Report } from '../diagnostic.ts'
import { toJson } from './clean.ts'
import { countBy, fileOf, kindOf, ruleOf, type Counts } from './counts.ts'

/** `{ version, rules, kinds, files, summary }`: the first three are lists of `{ name, findings, errors, warnings, infos, fixable, fixableUnsafe }`, most findings first. */
export default function statisticsJson({ version, diagnostics, summary }: Report): string {
  const list = (counts: readonly Counts[]) => `[${counts.map((each) => `\n${toJson(each)}`).join(',')}\n]`
  return `{"version":${toJson(version)},"rules":${list(countBy(diagnostics, ruleOf))},"kinds":${list(countBy(diagnostics, kindOf))},"files":${list(countBy(diagnostics, fileOf))},"summary":${toJson(summary)}}\n`
}
