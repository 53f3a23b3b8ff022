/** Builds the kustomizations of a run, and has judged what they give in place of the files that they are made of: docs/kustomize.md. */
import { posix } from 'node:path'
import { compareDiagnostics, tally, type Diagnostic, type Position, type Report } from '../diagnostic.ts'
import type { Rule } from '../engine/define-rule.ts'
import type { Extent } from '../engine/suppression-annotations.ts'
import type { Suppressions } from '../engine/suppressions.ts'
import { BuiltText, DEFINITION, ENGINE_FOLDER, type WrittenPlace } from '../files/built-places.ts'
import { withoutSchemas } from '../files/definition-stubs.ts'
import { closureOf, type Closure } from '../files/kustomization-closure.ts'
import { legalPath, withLegalNames, withOriginalNames } from '../files/legal-names.ts'
import { PlacedScopes } from '../engine/placed-scopes.ts'
import { Linter } from '../lint.ts'
import type { LintOptions } from '../lint-options.ts'
import type { FileTree } from '../model/file-tree.ts'
import type { KustomizationUnit } from '../model/kustomization-unit.ts'
import { Source } from '../model/source.ts'
import type { ChartSurroundings } from './built-charts.ts'
import type { TemplateComments } from './charts/template-comments.ts'
import type { NotBuilt } from './failed-kustomizations.ts'
import { changesAnything, type Deployment, type Way } from './gitops/deployment.ts'
import { KnownBuilds } from './known-builds.ts'
import { firstWithoutObject, generatedFile, withKustomization } from './gitops/folder-files.ts'
import type { Tape } from '../parser/tape.ts'
import { RenderEngine } from '../render/engine.ts'
import type { SuppressionRun } from '../suppression-run.ts'
import { LATEST } from '../versions.ts'

export interface Built {
  closure: Closure
  text: BuiltText
  /** The objects of Argo CD and Flux that have it so. */
  deployedBy: readonly Deployment[]
  milliseconds: number
  /** Of what is built without a kustomization: those in folders below. */
  parts?: readonly Closure[]
}

export interface Builds {
  built: readonly Built[]
  failed: readonly NotBuilt[]
  /** What was not wanted. */
  passed: readonly Closure[]
}

export type BuildResult = Omit<Built, 'deployedBy'> | Omit<NotBuilt, 'folder'> | undefined

interface BuildOptions {
  /** What objects of Argo CD and Flux do to what is built of a folder. */
  deployments?: readonly Deployment[]
  /** What the engine has answered in this run. */
  answers?: Map<string, object>
  /** What was built before, without the schemas of definitions. */
  known?: KnownBuilds<BuildResult>
  /** With the schemas of definitions, which nobody judges here. */
  isWhole?: boolean
  /** Of what a folder is made, and what is done to it; all is built unless it is said otherwise. */
  isWanted?: (closure: Closure, way: Way | undefined) => boolean
  /** Where paths begin, and the version of Kubernetes that charts are rendered for. */
  cwd?: string
  minor?: string
}

/** Builds the kustomizations that no other one refers to, and those that an object of Argo CD or Flux points at, each with nothing but the files that it is made of. */
export async function buildKustomizations(kustomizations: readonly KustomizationUnit[], tree: FileTree, folder: string | undefined, { deployments = [], answers, isWhole = false, isWanted, known = new KnownBuilds(), cwd = '.', minor = LATEST }: BuildOptions = {}): Promise<Builds> {
  const used = new Set(kustomizations.flatMap(({ resources }) => resources))
  const builder = new Builder({ tree, engine: new RenderEngine(folder, undefined, answers), cwd, minor }, isWhole, isWanted, known)
  // What they say of a folder without a kustomization is the same as its files, unless they change something.
  const tried = new Set<string>()
  const partsOfFolders: string[] = []
  for (const { folder: at, resources, way } of deployments) {
    if (resources === undefined || !changesAnything(way!) || tried.has(at)) continue
    tried.add(at)
    const isBuilt = await builder.buildFolder(at, deployments.filter((each) => each.folder === at && each.resources !== undefined))
    if (isBuilt) partsOfFolders.push(...resources.map((each) => posix.join(at, each)))
  }
  for (const each of partsOfFolders) used.add(each)
  const isRoot = (folder: string) => !used.has(folder) || deployments.some((each) => each.way !== undefined && each.folder === folder)
  const folders = kustomizations.map(({ file }) => posix.dirname(file))
  const roots = folders.filter(isRoot)
  for (const at of [...roots, ...inCircles(kustomizations, [...roots, ...partsOfFolders])]) await builder.buildFolder(at, deployments.filter((each) => each.way !== undefined && each.folder === at))
  builder.engine.end()
  return builder
}

/** One folder of each circle of kustomizations that are made of each other, so that none is a root: Kustomize says what is wrong with it. */
function inCircles(kustomizations: readonly KustomizationUnit[], roots: readonly string[]): string[] {
  const parts = new Map(kustomizations.map(({ file, resources }) => [posix.dirname(file), resources]))
  const reached = new Set<string>()
  const reach = (folder: string): void => {
    const waiting = [folder]
    for (const at of waiting) {
      if (reached.has(at)) continue
      reached.add(at)
      waiting.push(...(parts.get(at) ?? []))
    }
  }
  for (const root of roots) reach(root)
  return [...parts.keys()].filter((folder) => {
    const isNew = !reached.has(folder)
    reach(folder)
    return isNew
  })
}

/** More of them are more of the same. */
const MOST_WAYS = 20

class Builder implements Builds {
  readonly built: Built[] = []
  readonly failed: NotBuilt[] = []
  readonly passed: Closure[] = []
  readonly engine: RenderEngine
  private readonly around: ChartSurroundings
  private readonly isWhole: boolean
  private readonly isWanted: BuildOptions['isWanted']
  private readonly known: KnownBuilds<BuildResult>

  constructor(around: ChartSurroundings, isWhole: boolean, isWanted: BuildOptions['isWanted'], known: KnownBuilds<BuildResult>) {
    this.around = around
    this.engine = around.engine
    this.isWhole = isWhole
    this.isWanted = isWanted
    this.known = known
  }

  /** Once for each way in which it is deployed that gives something else; whether that can be done. */
  async buildFolder(folder: string, deployments: readonly Deployment[]): Promise<boolean> {
    const byText = new Map<string, Built & { deployedBy: Deployment[] }>()
    for (const deployment of deployments.length === 0 ? [undefined] : deployments) {
      if (byText.size === MOST_WAYS) {
        this.failed.push({ folder, obstacle: { file: deployment!.way!.outer.file, line: 1, reason: `it is built in ${MOST_WAYS} other ways` }, isFailure: false })
        break
      }
      let result = await this.build(folder, deployment)
      if (result !== undefined && 'obstacle' in result && result.isOfWay === true) {
        this.failed.push({ folder, obstacle: result.obstacle, isFailure: false })
        if (deployment?.resources !== undefined) continue
        result = await this.build(folder, undefined)
      }
      if (result === undefined) continue
      if (!('text' in result)) {
        this.failed.push({ folder, ...result })
        return false
      }
      const same = byText.get(result.text.text)
      if (same === undefined) byText.set(result.text.text, { ...result, deployedBy: deployment === undefined ? [] : [deployment] })
      else if (deployment !== undefined) same.deployedBy.push(deployment)
    }
    this.built.push(...byText.values())
    return byText.size > 0
  }

  private build(folder: string, deployment: Deployment | undefined): Promise<BuildResult> {
    return this.known.of(folder, deployment, () => this.buildAnew(folder, deployment), (result) => result !== undefined)
  }

  /** Undefined for a component, and for what is not wanted. */
  private async buildAnew(folder: string, deployment: Deployment | undefined): Promise<BuildResult> {
    const { way, resources } = deployment ?? {}
    const tree = resources === undefined ? this.around.tree : withKustomization(this.around.tree, folder, resources)
    const closure = await closureOf(tree, folder, way?.components)
    if ('reason' in closure) return { obstacle: closure, isFailure: false }
    if (closure.isComponent) return undefined
    if (this.isWanted?.(closure, way) === false) {
      this.passed.push(closure)
      return undefined
    }
    const [{ file }] = closure.kustomizations
    const top = tree.rootOf(file) ?? '.'
    const inEngine = (path: string) => posix.join(ENGINE_FOLDER, posix.relative(top, path))
    const outside = [...closure.texts.keys()].find((path) => posix.relative(top, path).startsWith('..'))
    if (outside !== undefined) return { obstacle: { file, line: 1, reason: `"${outside}" is outside of the repository` }, isFailure: false }
    const start = performance.now()
    const charts = closure.charts.length === 0 ? undefined : await (await import('./built-charts.ts')).withCharts(closure, this.around)
    if (charts !== undefined && 'reason' in charts) return { obstacle: charts, isFailure: false, closure }
    const texts = Object.fromEntries([...(this.isWhole ? closure.texts : await withoutSchemas(closure)), ...(charts?.texts ?? [])].map(([path, text]) => [inEngine(path), text]))
    const isChanged = way !== undefined && Object.keys(way.fields).length + way.components.length > 0
    if (isChanged) {
      const below = (path: string) => posix.relative(AROUND, inEngine(path))
      for (const [name, text] of Object.entries(way.texts)) texts[posix.join(AROUND, name)] = text
      texts[posix.join(AROUND, 'kustomization.yaml')] = JSON.stringify({ resources: [below(folder)], components: way.components.map(below), ...way.fields })
    }
    const renamed = await withLegalNames(texts)
    const root = isChanged ? AROUND : inEngine(folder)
    const answer = await this.engine.buildKustomizations({ texts: renamed?.texts ?? texts, roots: [renamed === undefined ? root : legalPath(root)], origins: true })
    if ('failure' in answer) return { obstacle: { file, line: 1, reason: answer.failure }, isFailure: false }
    const [{ text, error: said }] = answer.built as [{ text?: string; error?: string }]
    const error = said === undefined || renamed === undefined ? said : withOriginalNames(said, renamed.original)
    const obstacle = error === undefined ? undefined : await (await import('./failed-kustomizations.ts')).obstacleOf(error, closure, top)
    if (obstacle !== undefined && (isChanged || resources !== undefined)) {
      const other = resources === undefined ? undefined : await firstWithoutObject(tree, folder, resources)
      return { obstacle: { file: way!.outer.file, line: 1, reason: other === undefined ? obstacle.reason : `Flux takes ${other} for an object, which it is not` }, isFailure: false, isOfWay: true }
    }
    if (obstacle !== undefined) return { obstacle, isFailure: !OF_OURS.test(error!), closure }
    const parts = resources === undefined ? undefined : (await Promise.all(resources.filter((each) => tree.kindOf(posix.join(folder, each)) === 'folder').map((each) => closureOf(tree, posix.join(folder, each))))).flatMap((part) => ('reason' in part ? [] : [part]))
    const shown = resources === undefined ? closure : { ...closure, texts: new Map([...closure.texts].filter(([name]) => name !== generatedFile(folder))) }
    return { ...(parts && { parts }), closure: shown, text: await BuiltText.of(shown, text ?? '', top, { variables: way?.variables, namespace: way?.namespace, outer: way?.outer, ...(renamed && { original: renamed.original }), ...(charts && { made: charts.made }) }), milliseconds: performance.now() - start }
  }
}

/** A kustomization that does to another one what an object of Argo CD or Flux does: beside all of them, for Kustomize builds none around the one that names it. */
const AROUND = '.podlint'

/** What another Kustomize may do: ours runs no programs. */
const OF_OURS = /external plugins disabled|unable to load external plugin/

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
    for (const diagnostic of found.diagnostics) {
      const place = diagnostic.file === shown ? await text.placeOf(diagnostic.start.offset, diagnostic.end.offset) : undefined
      const severity = place && (scopes === undefined ? diagnostic.severity : scopes.at(place.source.file, diagnostic))
      if (place === undefined || severity === undefined) continue
      const key = nextKey(counts, place.source.file, place.source.position(place.start), diagnostic.rule)
      const known = placed.get(key)
      if (known === undefined) placed.set(key, { diagnostic: { ...diagnostic, severity }, place, roots: new Set(rootsOf(place.source.file)), deployedBy: new Set(deployedBy) })
      else {
        for (const each of rootsOf(place.source.file)) known.roots.add(each)
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

const MOST_NAMED = 5

/** What everybody is told: once, for as many as there are. */
export function unbuiltNote({ failed }: Builds): string | undefined {
  const open = failed.filter(({ obstacle }) => obstacle.needs !== undefined)
  const [first, ...others] = open
  if (first === undefined) return undefined
  const { folder, obstacle } = first
  const place = `${obstacle.file}:${obstacle.line}`
  if (others.length === 0) return `${folder === '.' ? 'This folder' : folder} is not built, for it needs ${obstacle.needs} (${place}): its files are judged as they stand`
  const names = open.slice(0, 3).map((each) => `${each.folder} (${each.obstacle.needs})`)
  return `${open.length} kustomizations are not built, and their files judged as they stand: ${names.join(', ')}${open.length > 3 ? ` and ${open.length - 3} more; --verbose names them` : ''}`
}

/** ` as Application shop in app.yaml has it` */
export function asDeployed(deployedBy: readonly Deployment[]): string {
  const labels = [...new Set(deployedBy.map(({ label }) => label))]
  return labels.length === 0 ? '' : ` as ${labels.slice(0, MOST_NAMED).join(', ')} ${labels.length === 1 ? 'has' : 'have'} it`
}

/** What `--verbose` says. */
export function* buildNotes({ built, failed }: Builds): Iterable<string> {
  for (const { closure, milliseconds, deployedBy } of built) yield `${closure.folder}: built with Kustomize from ${closure.texts.size} files${asDeployed(deployedBy)} in ${Math.round(milliseconds)} ms`
  for (const { folder, obstacle } of failed) yield `${folder}: not built, ${obstacle.reason} (${obstacle.file}:${obstacle.line})`
}
