/** The examples of rules are their tests: wrong ones give exactly the findings that are marked, right ones none, and a fix does what is shown. */
import type { Report } from '../diagnostic.ts'
import { exampleText, type BadExample, type Example, type Rule } from '../engine/define-rule.ts'
import { applyFixes } from '../engine/fixes.ts'
import { POD_TEMPLATES } from '../model/pod.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'

/** Lints the text of an example with this rule alone. */
export type LintExample = (text: string, example: Example) => Promise<Report>

const MARK = /\s*# \u2716 (.*)$/
const RUN_TO_COMPLETION = ['Job', 'CronJob']

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

const found = ({ diagnostics }: Report): string[] => diagnostics.map(({ start, message }) => `${start.line}: ${message}`).sort()
const messages = (lines: readonly string[]): string[] => lines.map((line) => line.slice(line.indexOf(': ') + 2)).sort()

/** What is not as a wrong example says, a sentence or a line of a comparison each; empty when all is well. */
export async function tryBad(rule: Rule, bad: BadExample, lint: LintExample): Promise<string[]> {
  const { text, expected } = readMarks(exampleText(bad.yaml))
  if (expected.length === 0) return ['no line has a mark such as `# ✖ message`']
  const report = await lint(text, bad)
  const wrong = differences('', found(report), expected)
  for (const { start, end, sourceLine } of report.diagnostics) {
    if (end.offset <= start.offset) wrong.push(`line ${start.line}: the finding marks nothing`)
    if (sourceLine !== text.split('\n')[start.line - 1]) wrong.push(`line ${start.line}: the finding has the text of another line`)
  }
  if (bad.fixed !== undefined) {
    const fixed = applyFixes(text, report.diagnostics.map(({ edits }) => edits)).text
    wrong.push(...differences('fixed, ', numbered(fixed), numbered(exampleText(bad.fixed))))
    for (const line of found(await lint(fixed, bad))) if (expected.includes(line)) wrong.push(`fixed, it is still found: ${line}`)
  }
  if (!Object.keys(rule.visit ?? { object: true }).every((name) => name === 'podSpec' || name === 'container')) return wrong
  for (const other of await wrapped(text)) {
    const wanted = rule.longRunningOnly === true && RUN_TO_COMPLETION.includes(other.kind) ? [] : messages(expected)
    wrong.push(...differences(`in a ${other.kind}, `, messages(found(await lint(other.text, bad))).map((message) => message.replace(`${other.kind} "`, 'Pod "')), wanted))
  }
  return wrong
}

/** The same of a right example. */
export async function tryGood(good: Example, lint: LintExample): Promise<string[]> {
  const { text, expected } = readMarks(exampleText(good.yaml))
  return expected.length > 0 ? ['a right example has no marks'] : differences('', found(await lint(text, good)), [])
}

const numbered = (text: string): string[] => text.split('\n').map((line, index) => `${index + 1}: ${line}`)

function differences(where: string, got: readonly string[], wanted: readonly string[]): string[] {
  const left = [...got]
  const missing = wanted.filter((line) => {
    const at = left.indexOf(line)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
  return [...missing.map((line) => `${where}expected ${line}`), ...left.map((line) => `${where}got      ${line}`)]
}

/** The same pod in every other kind that runs one, by the same name. JSON is YAML too. */
async function wrapped(text: string): Promise<{ kind: string; text: string }[]> {
  const tape = new Tape()
  const documents = (await parse(text, tape)).filter(({ root }) => root !== -1)
  if (documents.length !== 1 || !tape.isMap(documents[0]!.root)) return []
  const pod = tape.toJS(documents[0]!.root) as { kind?: string; metadata?: { name?: unknown; namespace?: unknown }; spec?: unknown }
  if (pod.kind !== 'Pod') return []
  return [...POD_TEMPLATES]
    .filter(([kind]) => kind !== 'Pod')
    .map(([kind, way]) => {
      let value: unknown = { metadata: pod.metadata, spec: pod.spec }
      for (const step of [...way].reverse()) value = { [step]: value }
      const apiVersion = kind === 'PodTemplate' || kind === 'ReplicationController' ? 'v1' : kind === 'Job' || kind === 'CronJob' ? 'batch/v1' : 'apps/v1'
      return { kind, text: JSON.stringify({ apiVersion, kind, metadata: { name: pod.metadata?.name, namespace: pod.metadata?.namespace }, ...(value as object) }) }
    })
}
