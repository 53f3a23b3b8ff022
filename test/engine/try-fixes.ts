/** Applies fixes one by one to random manifests, and looks at all that a fix must not do. */
import { parseAllDocuments } from 'yaml'
import { applyGuarded, FixGuard } from '../../src/cli/fix-guard.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { applyFixes } from '../../src/engine/fixes.ts'
import { Linter } from '../../src/lint.ts'
import { appendStep } from '../../src/model/field-path.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { randomFrom, type Random } from '../random.ts'
import { randomObjects } from './random-objects.ts'
import { writeRandomly, type RandomText } from './random-style.ts'

export interface Tried {
  files: number
  /** By rule. */
  fixes: Map<string, number>
  /** What went wrong, with the text. */
  faults: string[]
}

const SEVERITIES = new Map(documentedRules().filter(({ id, fixable }) => fixable !== undefined || ['valid-yaml', 'no-duplicate-key'].includes(id)).map(({ id, severity }) => [id, severity]))

/** Of rules that do nothing without: those of their examples. */
const OPTIONS = new Map(documentedRules().flatMap(({ id, needs, bad }) => (needs === undefined ? [] : [[id, bad[0]!.options!] as const])))

async function lint(file: string, text: string): Promise<Diagnostic[]> {
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities: SEVERITIES, options: OPTIONS, describe: false })
  await linter.add({ file, text, named: true })
  return (await linter.finish()).diagnostics
}

/** Until `count` fixes were tried. */
export async function tryFixes(count: number, seed: number): Promise<Tried> {
  const random = randomFrom(seed)
  const tried: Tried = { files: 0, fixes: new Map(), faults: [] }
  for (let fixes = 0; fixes < count && tried.faults.length < 20; ) {
    const manifest = writeRandomly(random, randomObjects(random, tried.files))
    const findings = await lint(manifest.file, manifest.text)
    const fixable = findings.filter(({ edits }) => edits.length > 0)
    const guard = new FixGuard(manifest.file, manifest.text)
    tried.files++
    for (const finding of fixable) {
      fixes++
      tried.fixes.set(finding.rule, (tried.fixes.get(finding.rule) ?? 0) + 1)
      const fault = await faultOf(random, guard, manifest, finding, findings)
      if (fault !== undefined) tried.faults.push(`${fault}\n${finding.rule} at ${finding.path}, ${JSON.stringify(finding.edits)}\n${JSON.stringify(manifest.text)}`)
    }
    const { refused } = await applyGuarded(manifest.file, manifest.text, fixable)
    for (const { finding, harm } of refused) tried.faults.push(`together: ${harm}\n${finding.rule} at ${finding.path}\n${JSON.stringify(manifest.text)}`)
  }
  return tried
}

async function faultOf(random: Random, guard: FixGuard, { file, text, comments }: RandomText, finding: Diagnostic, findings: readonly Diagnostic[]): Promise<string | undefined> {
  const { text: after, count } = applyFixes(text, [finding.edits])
  if (count === 0 || after === text) return 'nothing changed'
  const harm = await guard.harmOf(after, [finding])
  if (harm !== undefined) return harm
  const broken = comments.find((comment) => finding.edits.some(({ start, end }) => isCut(text.indexOf(comment), comment.length, start.offset, end.offset)))
  if (broken !== undefined) return `the comment ${JSON.stringify(broken)} is cut`
  if (random.once(8)) {
    const ofRule = ({ rule }: Diagnostic) => rule === finding.rule
    const same = (each: Diagnostic) => ofRule(each) && each.message === finding.message
    const left = await lint(file, after)
    // What was a repetition of it may now be said as it was.
    const isFewer = [ofRule, same].some((each) => left.filter(each).length < findings.filter(each).length)
    if (!isFewer) return 'the finding is still there'
  }
  return random.once(16) && file !== 'a.md' ? otherReader(text, after, finding.path) : undefined
}

/** Whether an edit takes a part of what stands at `at`, and leaves another part. */
const isCut = (at: number, length: number, start: number, end: number): boolean => start < at + length && end > at && !(start <= at && end >= at + length)

/** What the package yaml reads may be another only at the path of the finding and below it, and maps and lists on the way to it may have other entries. */
function otherReader(before: string, after: string, path: string): string | undefined {
  // It knows fewer line breaks.
  if (/\r(?!\n)|[\x85\u2028\u2029]/.test(before)) return undefined
  const read = (text: string) => parseAllDocuments(text, { version: '1.1', merge: true, uniqueKeys: false, logLevel: 'silent' })
  const [documents, changed] = [read(before), read(after)]
  if (documents.some(({ errors }) => errors.length > 0)) return undefined
  const error = changed.flatMap(({ errors }) => errors)[0]
  if (error !== undefined) return `yaml: ${error.message}`
  const isBelow = (inner: string, outer: string) => outer === '' || inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`)
  for (const [index, document] of documents.entries()) {
    const stray = differences(document.toJS({ maxAliasCount: -1 }), changed[index]!.toJS({ maxAliasCount: -1 }), '').find((other) => !isBelow(other, path) && !isBelow(path, other))
    if (stray !== undefined) return `yaml: ${stray} is another`
  }
  return undefined
}

/** The paths of values that are not the same; that of a map or list with other entries. */
function differences(before: unknown, after: unknown, path: string): string[] {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null || Array.isArray(before) !== Array.isArray(after)) return Object.is(before, after) ? [] : [path]
  const [from, to] = [Object.entries(before), new Map<string, unknown>(Object.entries(after))]
  const found = from.flatMap(([key, value]) => (to.has(key) ? differences(value, to.get(key), appendStep(path, Array.isArray(before) ? Number(key) : key)) : []))
  if (from.length !== to.size || from.some(([key]) => !to.has(key))) return [path, ...(Array.isArray(before) ? [] : found)]
  return found
}
