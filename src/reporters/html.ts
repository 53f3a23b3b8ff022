import { createHash } from 'node:crypto'
import { SEVERITIES, type Diagnostic, type Report, type RuleInfo } from '../diagnostic.ts'
import { byFile } from './by-file.ts'
import { markedLine } from './code-frame.ts'
import { painter } from './color.ts'
import { countBy, kindOf, namespaceOf, ruleOf, type Counts } from './counts.ts'
import { SCRIPT } from './html-script.ts'
import { STYLE } from './html-style.ts'
import { plural } from './plural.ts'
import { summaryText } from './summary.ts'
import { escapeXml as escape, xmlAttributes as attributes } from './xml.ts'

/** What findings can be filtered by. `html-script.ts` has the same names. */
const FACETS = [
  ['rule', 'Rule', ruleOf],
  ['namespace', 'Namespace', (diagnostic: Diagnostic) => namespaceOf(diagnostic) || '(none)'],
  ['kind', 'Kind', kindOf],
] as const
/** Bars of a chart that are shown at once: those of most findings. */
const MOST_BARS = 8

/** One page with everything in it, which loads nothing and may run nothing but its own script. Without the script, as where a server forbids it, all findings are there, and only filters are not. */
export default function html(report: Report): string {
  const { version, diagnostics, rules, summary } = report
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'; base-uri 'none'; form-action 'none'`
  const facets = FACETS.map(([name, label, nameOf]) => ({ name, label, counts: countBy(diagnostics, nameOf) }))
  const found = SEVERITIES.map((severity) => ({ severity, count: summary[`${severity}s`] }))
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>podlint: ${diagnostics.length === 0 ? 'no findings' : found.filter(({ count }) => count > 0).map(({ severity, count }) => plural(count, severity)).join(', ')}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<header><h1>podlint <small>${escape(version)}</small></h1>${summaryText(summary, painter(false)).trimEnd().split('\n').map((line) => `<p>${escape(line)}</p>`).join('')}</header>`,
    ...(diagnostics.length === 0 ? [`<main><p class="empty">${summary.resources === 0 ? 'Nothing was checked.' : 'No findings.'}</p></main>`] : [...controls(facets, diagnostics), ...charts(facets), '<main>', ...[...byFile(diagnostics)].map(fileSection), '</main>', ...ruleSection(rules)]),
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ]
  return lines.join('\n')
}

interface Facet {
  name: string
  label: string
  counts: readonly Counts[]
}

function controls(facets: readonly Facet[], diagnostics: readonly Diagnostic[]): string[] {
  const severities = SEVERITIES.map((severity) => `<label class="${severity}"><input type="checkbox" name="severity" value="${severity}" checked> ${severity} <output data-facet="severity" data-value="${severity}">${diagnostics.filter((diagnostic) => diagnostic.severity === severity).length}</output></label>`)
  const selects = facets.map(({ name, label, counts }) => {
    const values = counts.map((each) => each.name).sort()
    return `<label>${label} <select name="${name}"><option value="">all</option>${values.map((value) => `<option${attributes({ value })}>${escape(value)}</option>`).join('')}</select></label>`
  })
  return [
    '<form class="filters" hidden>',
    `<fieldset><legend>Severity</legend>${severities.join('')}</fieldset>`,
    ...selects,
    '<label>Text <input type="search" name="text" placeholder="file, object, message"></label>',
    '<button type="reset">Show all</button>',
    `<output class="shown">${plural(diagnostics.length, 'finding')}</output>`,
    '</form>',
  ]
}

function charts(facets: readonly Facet[]): string[] {
  return [
    '<section class="charts" aria-label="Charts">',
    ...facets.map(({ name, label, counts }) => {
      const most = counts[0]!.findings
      const more = counts.length - MOST_BARS
      return `<figure data-facet="${name}"><figcaption>${label}</figcaption>${counts.map((each, at) => bar(each, most, at >= MOST_BARS)).join('')}<p>${more > 0 ? `and ${more} more` : ''}</p></figure>`
    }),
    '</section>',
  ]
}

function bar({ name, findings, ...counts }: Counts, most: number, isHidden: boolean): string {
  const segments = SEVERITIES.map((severity) => `<i class="${severity}" style="width:${percent(counts[`${severity}s`], most)}"></i>`)
  return `<button type="button" aria-pressed="false"${attributes({ 'data-value': name, title: name })}${isHidden ? ' hidden' : ''}><span>${escape(name)}</span><b>${findings}</b><em>${segments.join('')}</em></button>`
}

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 1000) / 10}%`

function fileSection([file, found]: readonly [string, readonly Diagnostic[]]): string {
  return `<section class="file"><h2>${escape(file)} <small>${found.length}</small></h2>\n${found.map(article).join('\n')}\n</section>`
}

function article(diagnostic: Diagnostic): string {
  const { severity, rule, message, start, object, path, origin, related = [], fix, file } = diagnostic
  const data = Object.fromEntries([['severity', severity] as const, ...FACETS.map(([name, , nameOf]) => [name, nameOf(diagnostic)] as const)].map(([name, value]) => [`data-${name}`, value]))
  const where = [`<code>${start.line}:${start.column}</code>`, object !== '' && escape(object), path !== '' && `<code>${escape(path)}</code>`, origin !== undefined && `rendered from ${escape(origin)}`].filter((part) => part !== false)
  return [
    `<article${attributes({ class: severity, ...data })}>`,
    `<p class="message"><strong>${severity}</strong> ${escape(message)} <a${attributes({ href: `#rule-${rule}` })}>${escape(rule)}</a></p>`,
    `<p class="where">${where.join(' · ')}</p>`,
    ...frame(diagnostic),
    ...related.map((place) => `<p class="related">${escape(`${place.file === file ? '' : `${place.file}:`}${place.start.line}:${place.start.column} ${place.message}`)}</p>`),
    ...(fix === undefined ? [] : [`<p class="fix">Fixable with <code>podlint fix${fix === 'safe' ? '' : ' --unsafe-fixes'}</code></p>`]),
    '</article>',
  ].join('')
}

function frame(diagnostic: Diagnostic): string[] {
  if (diagnostic.sourceLine.trim() === '') return []
  const { head, marked, tail } = markedLine(diagnostic)
  return [`<pre><span>${diagnostic.start.line}</span>${escape(head)}<mark>${escape(marked)}</mark>${escape(tail)}</pre>`]
}

function ruleSection(rules: ReadonlyMap<string, RuleInfo>): string[] {
  const entries = [...rules.values()].map(({ id, summary, why, howToFix, url, references }) => {
    const links = [url, ...references].filter((link) => /^https?:\/\//.test(link)).map((href) => `<a${attributes({ href, rel: 'noreferrer' })}>${escape(href)}</a>`)
    return `<section${attributes({ id: `rule-${id}` })}><h3>${escape(id)}</h3><p>${escape(summary)}</p><p>${escape(why)}</p><p><b>How to fix:</b> ${escape(howToFix)}</p><p>${links.join('<br>')}</p></section>`
  })
  return ['<footer>', '<h2>Rules</h2>', ...entries, '</footer>']
}
