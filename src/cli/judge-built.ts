/** Judges what kustomizations give, in place of the files that they are made of: docs/kustomize.md. */
import { posix } from 'node:path'
import { compareDiagnostics, tally, type Diagnostic, type Position, type Report } from '../diagnostic.ts'
import type { Rule } from '../engine/define-rule.ts'
import { PlacedScopes } from '../engine/placed-scopes.ts'
import type { Extent } from '../engine/suppression-annotations.ts'
import type { Suppressions } from '../engine/suppressions.ts'
import { DEFINITION, type WrittenPlace } from '../files/built-places.ts'
import { Linter } from '../lint.ts'
import type { LintOptions } from '../lint-options.ts'
import type { Source } from '../model/source.ts'
import type { Tape } from '../parser/tape.ts'
import type { SuppressionRun } from '../suppression-run.ts'
import type { Builds } from './built-kustomizations.ts'
import type { TemplateComments } from './charts/template-comments.ts'
import { MOST_NAMED, type Deployment } from './gitops/deployment.ts'

/** Rules that look at how a text is written, of which nothing is left in what is built. */
const OF_TEXTS: ReadonlySet<string> = new Set([
  'no-ambiguous-key',
  'no-ambiguous-scalar',
  'no-decimal-file-mode',
  'no-duplicate-key',
  'no-lost-text',
  'no-merge-override',
  'no-placeholder',
  'no-todo-comment',
  'require-kind',
  'require-sorted-keys',
  'valid-document-start',
  'valid-suppression',
  'valid-yaml',
])

/** A finding in what was built, where it was written. */
interface Placed {
  diagnostic: Diagnostic
  place: WrittenPlace
  /** Kustomizations in which it is, and objects that deploy those. */
  roots: Set<string>
  deployedBy: Set<Deployment>
}

export interface Judging {
  options: LintOptions
  /** Makes the rules beside our own. */
  custom: () => readonly Rule[]
  /** Has linted the files as they stand. */
  main: Linter
  /** Whether findings in a file are wanted, whose kustomizations these are. */
  isWanted: (file: string, roots: ReadonlySet<string>) => boolean
  deployments: readonly Deployment[]
  /** Gets `FILE:LINE` of the comments in templates of charts that had something to ignore. */
  usefulInTemplates: Set<string>
  /** What is done to the objects of a folder by those that are not built with it. */
  completionOf: NonNullable<LintOptions['completionOf']>
}

/** The report of the files as they stand, with what was found in the built objects in place of what was found in those that they are built of. */
export async function judgeBuilt(report: Report, { built, failed }: Builds, { options, custom, main, isWanted, deployments, usefulInTemplates, completionOf }: Judging): Promise<Report> {
  const severities = new Map([...options.severities].filter(([id]) => !OF_TEXTS.has(id)))
  const used = new Set<string>()
  const filledIn = new Set<string>()
  const filledFolders = deployments.flatMap(({ folder, fillsIn }) => (fillsIn === true ? [folder === '.' ? '' : `${folder}/`] : []))
  const placed = new Map<string, Placed>()
  const rules = new Map(report.rules)
  for (const { closure, text, deployedBy, parts } of built) {
    const [{ file: root }] = closure.kustomizations
    const rootsOf = (file: string) => (parts === undefined ? [root] : parts.flatMap((part) => (part.texts.has(file) ? [part.kustomizations[0].file] : [])))
    const shown = posix.join(closure.folder, BUILT)
    for (const file of closure.manifests) used.add(file)
    if (deployedBy.some(({ fillsIn }) => fillsIn === true)) for (const file of closure.texts.keys()) filledIn.add(file)
    const scopes = options.scopes && new PlacedScopes(options.scopes, severities, (file, { kind, name }) => (file === shown ? text.originOf(kind, name) : undefined))
    const linter = new Linter({ ...options, severities, ...(scopes && { scopes }), pinnedImages: new Set(), onLeftAlone: () => {}, completionOf: (_, wide) => completionOf(closure.folder, wide) }, custom())
    linter.addFrom(main, (file) => closure.texts.has(file))
    await linter.add({ file: shown, text: text.judged, named: false })
    const found = await linter.finish()
    main.failures.push(...linter.failures)
    for (const [id, info] of found.rules) rules.set(id, info)
    const counts = new Map<string, number>()
    const said = new Set<string>()
    for (const diagnostic of found.diagnostics) {
      const place = diagnostic.file === shown ? await text.placeOf(diagnostic.start.offset, diagnostic.end.offset) : undefined
      const severity = place && (scopes === undefined ? diagnostic.severity : scopes.at(place.source.file, diagnostic))
      if (place === undefined || severity === undefined) continue
      const { file } = place.source
      const start = place.source.position(place.start)
      // What a field of the kustomization, a patch or a template does to several objects is one mistake, whatever fields it comes to.
      if (!closure.manifests.has(file)) {
        const same = JSON.stringify([file, start.offset, diagnostic.rule, diagnostic.message.replace(/^\w+(?= is ")/, '')])
        if (said.has(same)) continue
        said.add(same)
      }
      const key = nextKey(counts, file, start, diagnostic.rule)
      const known = placed.get(key)
      if (known === undefined) placed.set(key, { diagnostic: { ...diagnostic, severity }, place, roots: new Set(rootsOf(file)), deployedBy: new Set(deployedBy) })
      else {
        for (const each of rootsOf(file)) known.roots.add(each)
        for (const each of deployedBy) known.deployedBy.add(each)
      }
    }
  }
  // A file that is also part of what could not be built is judged as it stands, too.
  for (const { closure } of failed) for (const file of closure?.manifests ?? []) used.delete(file)
  const diagnostics = report.diagnostics.filter(({ rule, file }) => rule !== 'no-placeholder' || !(filledIn.has(file) || filledFolders.some((folder) => file.startsWith(folder))))
  const silencers = new WrittenSilencers(await main.whatIsIgnored())
  const merged = await merge(silencers, { ...report, rules, diagnostics }, placed, used, isWanted)
  for (const place of silencers.usefulInTemplates()) usefulInTemplates.add(place)
  return merged
}

/** What is said there by this rule, and how often it was: two containers may share a place. */
function nextKey(counts: Map<string, number>, file: string, { offset }: Position, rule: string): string {
  const key = `${file}:${offset}:${rule}`
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  return `${key}:${count}`
}

/** No file has such a name. */
const BUILT = '<kustomize build>'

async function merge(silencers: WrittenSilencers, report: Report, placed: ReadonlyMap<string, Placed>, used: ReadonlySet<string>, isWanted: Judging['isWanted']): Promise<Report> {
  const counts = new Map<string, number>()
  const confirmed = new Set<string>()
  const kept = report.diagnostics.filter(({ file, start, rule, object }) => {
    const key = nextKey(counts, file, start, rule)
    if (placed.has(key)) confirmed.add(key)
    return !used.has(file) || OF_TEXTS.has(rule) || object.startsWith(`${DEFINITION} `) || placed.has(key)
  })
  const added: Diagnostic[] = []
  for (const [key, { diagnostic, place, roots, deployedBy }] of placed) {
    if (confirmed.has(key) || !isWanted(place.source.file, roots)) continue
    const { source, start, end } = place
    const first = source.position(start)
    if (await silencers.silences(place, first.offset, diagnostic.rule)) continue
    const found = { ...diagnostic, file: source.file, start: first, end: source.position(end), edits: [], sourceLine: source.line(first.line), related: namesOf(roots, deployedBy, source) }
    // What was written elsewhere is not for a fix to change.
    delete found.fix
    added.push(found)
  }
  // A comment that silences only what is built is of use all the same.
  const diagnostics = [...kept.filter(({ rule, file, start }) => rule !== 'valid-suppression' || !silencers.isUseful(file, start.line)), ...added].sort(compareDiagnostics)
  return tally({ ...report, diagnostics, summary: { ...report.summary, suppressed: report.summary.suppressed + silencers.count } })
}

/** Comments and annotations in the files that something was built of. */
class WrittenSilencers {
  count = 0
  private readonly known = new Map<Tape, { source: Source; read: Suppressions }>()
  /** Of templates of charts, by file. */
  private readonly templates = new Map<string, TemplateComments>()
  private readonly run: SuppressionRun | undefined

  constructor(run: SuppressionRun | undefined) {
    this.run = run
  }

  async silences(place: WrittenPlace, offset: number, rule: string): Promise<boolean> {
    if (this.run === undefined) return false
    const isSilenced = place.tape.size === 0 ? await this.inTemplate(place, rule, this.run) : await this.inManifest(place, offset, rule, this.run)
    if (isSilenced) this.count++
    return isSilenced
  }

  private async inManifest({ source, tape }: WrittenPlace, offset: number, rule: string, run: SuppressionRun): Promise<boolean> {
    let known = this.known.get(tape)
    if (known === undefined) this.known.set(tape, (known = { source, read: await run.read(source, tape, extentsOf(tape)) }))
    return known.read.silencers.silences(offset, rule)
  }

  private async inTemplate({ source, start }: WrittenPlace, rule: string, run: SuppressionRun): Promise<boolean> {
    let known = this.templates.get(source.file)
    if (known === undefined) {
      const { TemplateComments } = await import('./charts/template-comments.ts')
      this.templates.set(source.file, (known = await TemplateComments.read(source.text, run)))
    }
    return known.silences(source.position(start).line, rule)
  }

  /** Whether what ignores something stands there, and had something to ignore. */
  isUseful(file: string, line: number): boolean {
    return [...this.known.values()].some(({ source, read }) => source.file === file && read.suppressions.some(({ start, used }) => used.size > 0 && source.position(start).line === line))
  }

  /** `FILE:LINE` of those of templates that had something to ignore. */
  *usefulInTemplates(): Iterable<string> {
    for (const [file, comments] of this.templates) for (const line of comments.usefulLines()) yield `${file}:${line}`
  }
}

/** The documents of a text, by their roots. */
function extentsOf(tape: Tape): Extent[] {
  const roots: number[] = []
  for (let node = 0; node < tape.size; node = tape.next(node)) roots.push(node)
  return roots.map((root, index) => ({ root, start: index === 0 ? 0 : tape.start(root), end: index + 1 < roots.length ? tape.start(roots[index + 1]!) : tape.text.length }))
}

/** The kustomizations in whose output a finding is, and what deploys them. */
function namesOf(roots: ReadonlySet<string>, deployedBy: ReadonlySet<Deployment>, { file: own }: Source): NonNullable<Diagnostic['related']> {
  const [start, end] = [{ line: 1, column: 1, offset: 0 }, { line: 1, column: 2, offset: 1 }]
  const builders = [...roots].filter((root) => root !== own).sort().slice(0, MOST_NAMED).map((file) => ({ message: 'builds this', file, start, end }))
  const deployers = [...new Set([...deployedBy].map(({ way }) => way!.outer.file))].filter((file) => file !== own).sort().slice(0, MOST_NAMED).map((file) => ({ message: 'deploys this', file, start, end }))
  return [...builders, ...deployers]
}
