/** Every example of every rule is linted: wrong ones give exactly the findings that are marked, right ones none, and a fix does what the page shows. */
import { describe, expect, test } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import type { Diagnostic } from '../src/diagnostic.ts'
import { exampleText, type Example, type Rule } from '../src/engine/define-rule.ts'
import { applyFixes } from '../src/engine/fixes.ts'
import { POD_TEMPLATES } from '../src/model/pod.ts'
import { documentedRules } from '../src/rule-docs.ts'
import { lintText } from './lint-text.ts'

const MARK = /\s*# ✖ (.*)$/

/** `field: value # ✖ message ✖ another`: the text without the marks, and `line: message` for each. */
function readMarks(marked: string): { text: string; expected: string[] } {
  const expected: string[] = []
  const lines = marked.split('\n').map((line, index) => {
    const match = MARK.exec(line)
    if (match === null) return line
    for (const message of match[1]!.split(' ✖ ')) expected.push(`${index + 1}: ${message}`)
    return line.slice(0, match.index)
  })
  return { text: lines.join('\n'), expected: expected.sort() }
}

const found = (diagnostics: readonly Diagnostic[]) => diagnostics.map((diagnostic) => `${diagnostic.start.line}: ${diagnostic.message}`).sort()
const messages = (lines: readonly string[]) => lines.map((line) => line.slice(line.indexOf(': ') + 2)).sort()
const lint = (rule: Rule, text: string, { options, upgrade, files, file }: Example) =>
  lintText(text, { rules: [rule.id], ...(options !== undefined && { options }), ...(file !== undefined && { file }), files, ...(upgrade !== undefined && { kubernetesVersions: upgrade, isUpgrade: true }) })

/** The same pod in every other kind that runs one. */
function wrapped(text: string): { kind: string; text: string }[] {
  const documents = parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as { kind?: string; metadata?: Record<string, unknown>; spec?: unknown })
  if (documents.length !== 1 || documents[0]!.kind !== 'Pod') return []
  const pod = documents[0]!
  return Object.entries(POD_TEMPLATES)
    .filter(([kind]) => kind !== 'Pod')
    .map(([kind, way]) => {
      let value: unknown = { metadata: pod.metadata, spec: pod.spec }
      for (const step of [...way].reverse()) value = { [step]: value }
      const apiVersion = kind === 'PodTemplate' || kind === 'ReplicationController' ? 'v1' : kind === 'Job' || kind === 'CronJob' ? 'batch/v1' : 'apps/v1'
      return { kind, text: stringify({ apiVersion, kind, metadata: { name: 'wrapped' }, ...(value as object) }, { version: '1.1' }) }
    })
}

const RUN_TO_COMPLETION = ['Job', 'CronJob']

describe.each(documentedRules().map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.bad.map((bad) => [bad.title, bad] as const))('wrong: %s', async (_, bad) => {
    const { text, expected } = readMarks(exampleText(bad.yaml))
    const { diagnostics } = await lint(rule, text, bad)
    expect(found(diagnostics)).toEqual(expected)
    expect(expected.length).toBeGreaterThan(0)
    for (const { start, end, sourceLine } of diagnostics) {
      expect(end.offset).toBeGreaterThan(start.offset)
      expect(sourceLine).toBe(text.split('\n')[start.line - 1])
    }
    if (bad.fixed !== undefined) {
      const mended = applyFixes(text, diagnostics.map((diagnostic) => diagnostic.edits)).text
      expect(mended).toBe(exampleText(bad.fixed))
      expect(found((await lint(rule, mended, bad)).diagnostics).filter((line) => expected.includes(line))).toEqual([])
    }
    const { visit } = rule
    if (visit === undefined || !Object.keys(visit).every((name) => name === 'podSpec' || name === 'container')) return
    for (const other of wrapped(text)) {
      const wanted = rule.longRunningOnly === true && RUN_TO_COMPLETION.includes(other.kind) ? [] : messages(expected)
      expect({ kind: other.kind, messages: messages(found((await lint(rule, other.text, bad)).diagnostics)) }).toEqual({ kind: other.kind, messages: wanted })
    }
  })

  test.each(rule.good.map((good) => [good.title, good] as const))('right: %s', async (_, good) => {
    const { text, expected } = readMarks(exampleText(good.yaml))
    expect(expected).toEqual([])
    expect(found((await lint(rule, text, good)).diagnostics)).toEqual([])
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
