/** Every example of every rule is linted: wrong ones give exactly the findings that are marked, right ones none, and a fix does what the page shows. */
import { describe, expect, test } from 'vitest'
import type { Report } from '../src/diagnostic.ts'
import type { Example, Rule } from '../src/engine/define-rule.ts'
import { tryBad, tryGood } from '../src/plugins/examples.ts'
import { documentedRules } from '../src/rule-docs.ts'
import { folder, GOOD, podlint } from './cli/run-cli.ts'
import { lintText } from './lint-text.ts'

/** A file of podlint's own, with a manifest beside it. */
async function lintSettings(rule: Rule, file: string, text: string): Promise<Report> {
  const files = { 'shop/web.yaml': GOOD, 'podlint.yaml': file === 'podlint.yaml' ? '' : `baseline: ${file}\n`, [file]: text }
  const { stdout, stderr } = await podlint(['--format=json'], { cwd: folder(files) })
  if (stdout === '') throw new Error(stderr)
  const report = JSON.parse(stdout) as Report
  const lines = text.split('\n')
  return { ...report, diagnostics: report.diagnostics.filter((diagnostic) => diagnostic.rule === rule.id).map((diagnostic) => ({ ...diagnostic, sourceLine: lines[diagnostic.start.line - 1]! })) }
}

/** A file of a chart, which is rendered. */
async function lintChart(rule: Rule, file: string, text: string, files: Readonly<Record<string, string>>): Promise<Report> {
  const { stdout, stderr } = await podlint(['--format=json', '--warn', rule.id], { cwd: folder({ ...files, [file]: text }) })
  if (stdout === '') throw new Error(stderr)
  const report = JSON.parse(stdout) as Report
  const lines = text.split('\n')
  return { ...report, diagnostics: report.diagnostics.filter((diagnostic) => diagnostic.rule === rule.id).map((diagnostic) => ({ ...diagnostic, sourceLine: lines[diagnostic.start.line - 1]! })) }
}

const lint = (rule: Rule, text: string, { options, upgrade, files, file, settings }: Example) =>
  settings !== undefined ? lintSettings(rule, settings, text) :
  file !== undefined && files !== undefined && 'web/Chart.yaml' in files ? lintChart(rule, file, text, files) :
  lintText(text, { rules: [rule.id], ...(options !== undefined && { options }), ...(file !== undefined && { file }), files, ...(upgrade !== undefined && { kubernetesVersions: upgrade, isUpgrade: true }) })

describe.each(documentedRules().map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const tried = (text: string, example: Example) => lint(rule, text, example)

  test.each(rule.bad.map((bad) => [bad.title, bad] as const))('wrong: %s', async (_, bad) => {
    expect(await tryBad(rule, bad, tried)).toEqual([])
  })

  test.each(rule.good.map((good) => [good.title, good] as const))('right: %s', async (_, good) => {
    expect(await tryGood(good, tried)).toEqual([])
  })

  test('is described', () => {
    expect(rule.id).toMatch(/^(no|require|valid|allowed|forbidden|required)-[a-z]+(-[a-z]+)*$/)
    for (const text of [rule.summary, rule.why, rule.howToFix]) expect(text).toMatch(/^[A-Z"`].*[.`"]$/s)
    expect(new Set([rule.summary, rule.why, rule.howToFix]).size).toBe(3)
    expect(rule.bad.length).toBeGreaterThan(0)
    expect(rule.good.length).toBeGreaterThan(0)
    expect(rule.bad.some((bad) => bad.fixed !== undefined)).toBe(rule.fixable !== undefined)
    for (const option of Object.values(rule.options ?? {})) expect(option.description).not.toBe('')
  })
})
