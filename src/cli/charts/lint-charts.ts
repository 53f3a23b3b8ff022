/** Renders the charts among what a run reads, lints what comes out, and reports it where it is written. */
import { resolve, sep } from 'node:path'
import { compareDiagnostics, tally, type Report, type Summary } from '../../diagnostic.ts'
import type { Rule } from '../../engine/define-rule.ts'
import { PlacedScopes } from '../../engine/placed-scopes.ts'
import { Linter } from '../../lint.ts'
import { readAhead } from '../../part-loader.ts'
import type { LintOptions } from '../../lint-options.ts'
import { pathOfName, readChart, requestName, unreadable, type ChartFiles } from '../../files/chart-files.ts'
import { shownPath } from '../../files/shown-path.ts'
import { readText } from '../../files/read.ts'
import { MOST_THREADS, type RenderEngine, type Rendered, type Rendering } from '../../render/engine.ts'
import { isLeftOut, type Input, type Inputs } from '../inputs.ts'
import { renderEngineOf } from '../render-engine.ts'
import { severalAtOnce } from '../several-at-once.ts'
import type { Settings } from '../settings.ts'
import { complete } from './absent-dependencies.ts'
import { ChartReport } from './chart-report.ts'
import type { ChartsLinted } from './charts-linted.ts'
import { judgeLayout } from './judge-layout.ts'
import { judgeValues, wantsValues } from './judge-values.ts'
import { renderingOf } from './rendering.ts'
import type { Plain } from './template-fixes.ts'
import { valuesSets, type ValuesSet } from './values-sets.ts'

/** `texts` stand in place of what is on the disk, by shown name; `main` has linted what is no chart; `deployed` is what objects of Argo CD and Flux deploy charts with, by their absolute folders. */
export async function lintCharts(found: Inputs, texts: ReadonlyMap<string, string>, options: LintOptions, custom: () => readonly Rule[], settings: Settings, main: Linter, deployed: ReadonlyMap<string, readonly ValuesSet[]> = new Map()): Promise<ChartsLinted> {
  const { charts, leftOut, failures, rendered } = found
  const changed = new Map([...texts].filter(([file]) => charts.some((chart) => resolve(settings.find.cwd, file).startsWith(chart + sep))))
  if (rendered !== undefined && rendered.texts.size === changed.size && [...changed].every(([file, text]) => rendered.texts.get(file) === text)) return rendered
  const templates = (found.templates ??= new Map())
  const linterFor = (own: Partial<LintOptions>): Linter => {
    const linter = new Linter({ ...options, ...own, isRendered: true, kustomizations: [], pinnedImages: new Set<string>(), completionOf: async () => undefined, onLeftAlone: () => undefined }, custom())
    linter.addJudges(main)
    return linter
  }
  const engine = renderEngineOf(found)
  const linters = charts.map((folder) => new ChartLinter(folder, charts, options, main, linterFor, settings, engine, changed))
  await severalAtOnce(linters, MOST_THREADS, (linter) => linter.run(deployed.get(linter.folder)))
  for (const linter of linters) {
    failures.push(...linter.failures)
    for (const file of linter.fixed) if (!templates.has(file)) templates.set(file, templateAt(file, resolve(settings.find.cwd, file)))
  }
  const linted = joined(linters.map((linter) => linter.linted), changed)
  if (leftOut.size > 0) linted.diagnostics = linted.diagnostics.filter(({ file }) => !isLeftOut(file, leftOut))
  // A chart may be linted for itself, and as what another one depends on.
  const seen = new Set<string>()
  linted.diagnostics = linted.diagnostics.filter(({ file, start, end, rule, message }) => {
    const key = JSON.stringify([file, start.offset, end.offset, rule, message])
    return !seen.has(key) && seen.add(key)
  })
  return linted
}

const templateAt = (file: string, path: string): Input => ({ file, path, named: false, read: () => readText(path) })

const joined = (all: readonly ChartLinted[], texts: ChartsLinted['texts']): ChartsLinted => ({
  diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  reports: all.flatMap(({ reports }) => reports),
  notes: all.flatMap(({ notes }) => notes),
  built: all.flatMap(({ built }) => built),
  problems: all.flatMap(({ problems }) => problems),
  files: new Set(all.flatMap(({ files }) => [...files])),
  suppressed: all.reduce((sum, { suppressed }) => sum + suppressed, 0),
  usefulComments: new Set(all.flatMap(({ usefulComments }) => [...usefulComments])),
  unproven: all.flatMap(({ unproven }) => unproven),
  texts,
})

/** The report of a run, with what was found in charts. `usefulElsewhere` are comments in them, as `FILE:LINE`, that had something to ignore in what a kustomization makes of a chart. */
export async function withCharts(report: Report, { diagnostics: found, reports, suppressed, usefulComments }: ChartsLinted, linter: Linter, usefulElsewhere: ReadonlySet<string>): Promise<Report> {
  const diagnostics = found.filter(({ rule, file, start }) => rule !== 'valid-suppression' || !usefulElsewhere.has(`${file}:${start.line}`))
  // What a kustomization makes of a chart, the chart alone may say, too.
  const own = new Set(diagnostics.map(({ rule, file, start }) => `${file}:${start.offset}:${rule}`))
  const others = report.diagnostics.filter(({ rule, file, start }) => !own.has(`${file}:${start.offset}:${rule}`) && (rule !== 'valid-suppression' || !usefulComments.has(`${file}:${start.line}`)))
  const all = [...others, ...diagnostics].sort(compareDiagnostics)
  const summary: Summary = { ...report.summary, suppressed: report.summary.suppressed + suppressed, unknownKinds: { ...report.summary.unknownKinds } }
  for (const { summary: one } of reports) {
    for (const count of ['documents', 'resources', 'suppressed', 'placeholders'] as const) summary[count] += one[count]
    for (const [kind, count] of Object.entries(one.unknownKinds)) summary.unknownKinds[kind] = (summary.unknownKinds[kind] ?? 0) + count
  }
  const rules = report.rules.size === 0 && reports.every((one) => one.rules.size === 0) ? report.rules : await linter.describe(new Set(all.map(({ rule }) => rule)))
  return tally({ ...report, diagnostics: all, summary, rules })
}

/** What is said of one chart. */
type ChartLinted = Omit<ChartsLinted, 'texts'>

const nothingLinted = (): ChartLinted => ({ diagnostics: [], reports: [], notes: [], built: [], problems: [], files: new Set(), suppressed: 0, usefulComments: new Set(), unproven: [] })

/** One set of values for one group of versions of Kubernetes for which the chart gives the same. */
interface Result {
  set: ValuesSet
  versions: readonly string[]
  rendering: Rendering
  rendered: Rendered
}

class ChartLinter {
  readonly folder: string
  readonly linted = nothingLinted()
  readonly failures: Linter['failures'] = []
  /** Templates that fixes change, by shown name. */
  readonly fixed = new Set<string>()
  private readonly shown: string
  private readonly known: readonly string[]
  private readonly options: LintOptions
  private readonly main: Linter
  private readonly linterFor: (own: Partial<LintOptions>) => Linter
  private readonly settings: Settings
  private readonly engine: RenderEngine
  /** Stand in place of what is on the disk, by shown name. */
  private readonly changed: ReadonlyMap<string, string>
  private scopes: PlacedScopes | undefined
  /** Texts of the chart with which others stand in for what it lacks. */
  private standIns: Readonly<Record<string, string>> = {}
  /** The template of each rendered file, as it is shown. */
  private readonly sources = new Map<string, string>()

  constructor(folder: string, known: readonly string[], options: LintOptions, main: Linter, linterFor: (own: Partial<LintOptions>) => Linter, settings: Settings, engine: RenderEngine, changed: ReadonlyMap<string, string>) {
    this.folder = folder
    this.known = known
    this.options = options
    this.main = main
    this.linterFor = linterFor
    this.settings = settings
    this.engine = engine
    this.changed = changed
    this.shown = shownPath(folder, settings.find.cwd)
  }

  /** `deployed` is what objects of Argo CD and Flux deploy it with. */
  async run(deployed?: readonly ValuesSet[]): Promise<void> {
    const started = performance.now()
    const { cwd } = this.settings.find
    const { notes, built, diagnostics } = this.linted
    let files: ChartFiles
    try {
      files = withTexts(await readChart(this.folder, this.known), this.changed, cwd)
    } catch (error) {
      this.linted.problems.push(`Cannot read the chart ${this.shown}: ${unreadable(error)}`)
      return
    }
    for (const name of Object.keys(files.texts)) this.linted.files.add(shownPath(pathOfName(name), cwd))
    const { scopes, severities } = this.options
    this.scopes = scopes && new PlacedScopes(scopes, severities, (file) => this.sources.get(file))
    const report = new ChartReport(files, severities, this.scopes, this.settings.kubernetesVersions, cwd)
    const renders = !isLibrary(files)
    const sets = renders ? valuesSets(files, this.settings.charts, cwd, deployed) : []
    const ignored = await this.main.whatIsIgnored()
    if (ignored !== undefined) await report.readComments(ignored, sets)
    const all: Plain[] = []
    if (renders) {
      const { results, sent } = await this.renderAll(files, sets, report)
      for (const result of results) {
        if (result.rendered.files !== undefined) all.push({ rendering: result.rendering, files: result.rendered.files })
        await this.lintResult(sent, result, all.at(-1), report)
      }
      await judgeLayout(files, all, report)
      await report.duplicates(sets)
      if (report.isWhole && wantsValues(this.options.severities)) await judgeValues(files, sets, report)
      const made = sets.filter((set) => results.some((result) => result.set === set && result.rendered.files !== undefined))
      built.push(`${this.shown}: ${made.length === 0 ? 'not rendered' : 'rendered'} with ${(made.length === 0 ? sets : made).map(({ names }) => (names.length === 0 ? 'values.yaml' : names.join(' and '))).join(', ')} in ${Math.round(performance.now() - started)} ms`)
      const { first } = report.lookups
      if (first !== undefined) built.push(`${this.shown}: lookup finds nothing, as in helm template; the first is in ${shownPath(pathOfName(first.name), cwd)}`)
    }
    report.addMistakes()
    const proven = await report.fixes.proven(all, async (changed, rendering) => {
      const answer = await this.engine.renderChart({ ...files, texts: { ...changed, ...this.standIns }, renderings: [rendering] })
      return 'results' in answer ? answer.results?.[0] : undefined
    })
    const found = report.finish(proven)
    for (const diagnostic of found) diagnostics.push(diagnostic)
    for (const { edits, file } of found) if (edits.length > 0) this.fixed.add(file)
    this.linted.unproven.push(...report.unproven)
    notes.push(...report.notes)
    this.linted.suppressed += report.suppressed
    for (const place of report.usefulComments()) this.linted.usefulComments.add(place)
  }

  /** With each set of values, for each version of Kubernetes; and what the engine was given for that. */
  private async renderAll(files: ChartFiles, sets: readonly ValuesSet[], report: ChartReport): Promise<{ results: Result[]; sent: ChartFiles }> {
    const results: Result[] = []
    const { isUpgrade } = this.settings
    const targets = isUpgrade ? this.settings.kubernetesVersions.slice(-1) : this.settings.kubernetesVersions
    let sent: ChartFiles | undefined
    let ahead: Promise<void> | undefined
    for (const set of sets) {
      const bySame = new Map<string, Result & { versions: string[] }>()
      for (const version of targets) {
        const rendering = renderingOf(set, version)
        const answering = this.engine.renderChart({ ...(sent ?? files), renderings: [rendering] })
        await (ahead ??= readAhead(Object.values(files.texts)))
        let answer = await answering
        if (sent === undefined && 'results' in answer && answer.missing !== undefined) {
          const completed = await complete(this.engine, files, answer, rendering, sets)
          ;({ answer, sent } = completed)
          this.standIns = completed.standIns
          report.missing(completed)
        }
        sent ??= files
        if ('failure' in answer || answer.results === undefined) {
          await report.cannotLoad('failure' in answer ? answer.failure : answer.error!)
          return { results, sent }
        }
        const [rendered] = answer.results as [Rendered]
        const key = JSON.stringify(rendered)
        const same = bySame.get(key)
        if (same === undefined) bySame.set(key, { set, versions: [version], rendering, rendered })
        else same.versions.push(version)
      }
      for (const result of bySame.values()) results.push(isUpgrade ? { ...result, versions: this.settings.kubernetesVersions } : result)
    }
    return { results, sent: sent ?? files }
  }

  private async lintResult(files: ChartFiles, { set, versions, rendering, rendered }: Result, plain: Plain | undefined, report: ChartReport): Promise<void> {
    await report.violations(rendered, set)
    if (rendered.fault !== undefined) await report.fault(rendered.fault, set)
    if (rendered.incompatible !== undefined) report.incompatible(rendered.incompatible, versions)
    if (rendered.files === undefined || plain === undefined) return
    report.rendered()
    const linter = this.linterFor({ kubernetesVersions: versions, ...(this.scopes && { scopes: this.scopes }) })
    for (const { name, source } of rendered.files) if (source !== undefined) this.sources.set(name, shownPath(pathOfName(source), this.settings.find.cwd))
    for (const { name, text } of rendered.files) await linter.add({ file: name, text, named: false })
    if (linter.wantsDefinitions) for (const [name, text] of Object.entries(files.texts)) if (/\/crds\/[^/]*\.(ya?ml|json)$/.test(name)) await linter.addDefinitions(name, text)
    const { summary, ...linted } = await linter.finish()
    this.linted.reports.push({ ...linted, summary })
    this.failures.push(...linter.failures)
    const own = new Set(rendered.files.map(({ name }) => name))
    // Of policies outside of the chart the other run says what there is to say.
    const diagnostics = linted.diagnostics.filter(({ file }) => own.has(file))
    if (diagnostics.length === 0) return
    const names = new Set(diagnostics.flatMap(({ file, related = [] }) => [file, ...related.map((other) => other.file)]))
    const answer = await this.engine.renderChart({ ...files, renderings: [{ ...rendering, places: [...names] }] })
    const placed = 'results' in answer ? answer.results?.[0] : undefined
    await report.add(diagnostics, linter.lacks, plain, placed, set, versions)
  }
}

/** A chart of helpers for others: Helm renders nothing of it alone. */
export const isLibrary = ({ folder, texts }: ChartFiles): boolean => /^type:\s*["']?library\b/m.test(texts[`${folder}/Chart.yaml`] ?? '')

/** With the texts that fixes have changed. */
export function withTexts(files: ChartFiles, texts: ReadonlyMap<string, string>, cwd: string): ChartFiles {
  const changed = [...texts].map(([file, text]) => [requestName(resolve(cwd, file)), text] as const).filter(([name]) => files.texts[name] !== undefined)
  return changed.length === 0 ? files : { ...files, texts: { ...files.texts, ...Object.fromEntries(changed) } }
}
