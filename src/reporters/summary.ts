import type { Summary } from '../diagnostic.ts'
import type { Paint } from './color.ts'
import { plural } from './plural.ts'

/** How many kinds without a schema are named. */
const NAMED_KINDS = 5

/** The last lines of formats for people: what was not checked, if anything, then what was and what came of it. With a line break at the end. */
export function summaryText(summary: Summary, paint: Paint): string {
  const { files, resources, errors, warnings, infos, fixable, fixableUnsafe, suppressed, inBaseline = 0, inUnchanged = 0, placeholders } = summary
  const skipped = Object.entries(summary.unknownKinds).sort(byCount)
  const leftAlone = Object.entries(summary.leftAlone).sort(byCount)
  const found = [
    errors > 0 && paint('error', plural(errors, 'error')),
    warnings > 0 && paint('warning', plural(warnings, 'warning')),
    infos > 0 && paint('info', plural(infos, 'info')),
  ].filter((part) => part !== false)
  const checked = `${plural(files, 'file')}, ${plural(resources, 'resource')}${skipped.length > 0 ? ` (${total(skipped)} skipped)` : ''}`
  const rest = [fixableText(fixable, fixableUnsafe), suppressed > 0 && `${suppressed} suppressed`, inBaseline > 0 && `${inBaseline} in the baseline`, inUnchanged > 0 && `${inUnchanged} in what has not changed`, placeholders > 0 && `${plural(placeholders, 'placeholder')} not checked`].filter((part) => part !== false)
  return [
    ...(leftAlone.length > 0 ? [paint('dim', `Left alone: ${list(leftAlone)}`)] : []),
    ...(skipped.length > 0 ? [paint('dim', `Skipped, no schema: ${list(skipped.slice(0, NAMED_KINDS))}${more(skipped.length - NAMED_KINDS)}`)] : []),
    [`${checked}: ${found.length > 0 ? found.join(', ') : resources === 0 ? 'nothing was checked' : 'no findings'}`, ...rest].join('; '),
    '',
  ].join('\n')
}

function fixableText(safe: number, unsafe: number): string | false {
  if (unsafe === 0) return safe > 0 && `${safe} fixable with --fix`
  return safe === 0 ? `${unsafe} fixable with --fix --unsafe-fixes` : `${safe} fixable with --fix, ${unsafe} more with --unsafe-fixes`
}

type Count = [name: string, count: number]
const byCount = (a: Count, b: Count): number => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)
const total = (counts: Count[]): number => counts.reduce((sum, [, count]) => sum + count, 0)
const list = (counts: Count[]): string => counts.map(([name, count]) => `${name} (${count})`).join(', ')
const more = (kinds: number): string => (kinds > 0 ? ` and ${plural(kinds, 'more kind')}` : '')
