/** Builds the kustomizations of a run: docs/kustomize.md. */
import { posix } from 'node:path'
import { BuiltText, ENGINE_FOLDER } from '../files/built-places.ts'
import { withoutSchemas } from '../files/definition-stubs.ts'
import { closureOf, type Closure } from '../files/kustomization-closure.ts'
import { legalPath, withLegalNames, withOriginalNames } from '../files/legal-names.ts'
import type { FileTree } from '../model/file-tree.ts'
import type { KustomizationUnit } from '../model/kustomization-unit.ts'
import type { ChartSurroundings } from './built-charts.ts'
import type { NotBuilt } from './failed-kustomizations.ts'
import { changesAnything, MOST_NAMED, type Deployment, type Way } from './gitops/deployment.ts'
import { firstWithoutObject, generatedFile, withKustomization } from './gitops/folder-files.ts'
import { KnownBuilds } from './known-builds.ts'
import { severalAtOnce } from './several-at-once.ts'
import { groupedBy } from '../parser/grouped-by.ts'
import type { RenderEngine } from '../render/engine.ts'
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
export async function buildKustomizations(kustomizations: readonly KustomizationUnit[], tree: FileTree, engine: RenderEngine, { deployments = [], isWhole = false, isWanted, known = new KnownBuilds(), cwd = '.', minor = LATEST }: BuildOptions = {}): Promise<Builds> {
  const used = new Set(kustomizations.flatMap(({ resources }) => resources))
  const builder = new Builder({ tree, engine, cwd, minor }, isWhole, isWanted, known)
  // What they say of a folder without a kustomization is the same as its files, unless they change something.
  const changed = [...groupedBy(deployments.filter(({ resources, way }) => resources !== undefined && changesAnything(way!)), ({ folder }) => folder).values()].map(([first]) => first!)
  const areBuilt = await builder.buildFolders(changed.map(({ folder }) => ({ folder, deployments: deployments.filter((each) => each.folder === folder && each.resources !== undefined) })))
  const partsOfFolders = changed.flatMap(({ folder, resources }, index) => (areBuilt[index] === true ? resources!.map((each) => posix.join(folder, each)) : []))
  for (const each of partsOfFolders) used.add(each)
  const isRoot = (folder: string) => !used.has(folder) || deployments.some((each) => each.way !== undefined && each.folder === folder)
  const folders = kustomizations.map(({ file }) => posix.dirname(file))
  const roots = folders.filter(isRoot)
  await builder.buildFolders([...roots, ...inCircles(kustomizations, [...roots, ...partsOfFolders])].map((at) => ({ folder: at, deployments: deployments.filter((each) => each.way !== undefined && each.folder === at) })))
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

/** More than the threads of the engine take: what they are asked next is ready. */
const MOST_AT_ONCE = 12

interface FolderResult {
  built: readonly Built[]
  failed: readonly NotBuilt[]
  isBuilt: boolean
}

class Builder implements Builds {
  readonly built: Built[] = []
  readonly failed: NotBuilt[] = []
  readonly passed: Closure[] = []
  private readonly around: ChartSurroundings
  private readonly isWhole: boolean
  private readonly isWanted: BuildOptions['isWanted']
  private readonly known: KnownBuilds<BuildResult>

  constructor(around: ChartSurroundings, isWhole: boolean, isWanted: BuildOptions['isWanted'], known: KnownBuilds<BuildResult>) {
    this.around = around
    this.isWhole = isWhole
    this.isWanted = isWanted
    this.known = known
  }

  /** Of each folder whether that can be done. Several at a time, for the engine has more than one thread. */
  async buildFolders(folders: readonly { folder: string; deployments: readonly Deployment[] }[]): Promise<boolean[]> {
    const results = await severalAtOnce(folders, MOST_AT_ONCE, ({ folder, deployments }) => this.buildFolder(folder, deployments))
    for (const { built, failed } of results) {
      this.built.push(...built)
      this.failed.push(...failed)
    }
    return results.map(({ isBuilt }) => isBuilt)
  }

  /** Once for each way in which it is deployed that gives something else. */
  private async buildFolder(folder: string, deployments: readonly Deployment[]): Promise<FolderResult> {
    const byText = new Map<string, Built & { deployedBy: Deployment[] }>()
    const failed: NotBuilt[] = []
    for (const deployment of deployments.length === 0 ? [undefined] : deployments) {
      if (byText.size === MOST_WAYS) {
        failed.push({ folder, obstacle: { file: deployment!.way!.outer.file, line: 1, reason: `it is built in ${MOST_WAYS} other ways` }, isFailure: false })
        break
      }
      let result = await this.build(folder, deployment)
      if (result !== undefined && 'obstacle' in result && result.isOfWay === true) {
        failed.push({ folder, obstacle: result.obstacle, isFailure: false })
        if (deployment?.resources !== undefined) continue
        result = await this.build(folder, undefined)
      }
      if (result === undefined) continue
      if (!('text' in result)) return { built: [], failed: [...failed, { folder, ...result }], isBuilt: false }
      const same = byText.get(result.text.text)
      if (same === undefined) byText.set(result.text.text, { ...result, deployedBy: deployment === undefined ? [] : [deployment] })
      else if (deployment !== undefined) same.deployedBy.push(deployment)
    }
    return { built: [...byText.values()], failed, isBuilt: byText.size > 0 }
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
    const answer = await this.around.engine.buildKustomizations({ texts: renamed?.texts ?? texts, roots: [renamed === undefined ? root : legalPath(root)], origins: true })
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
    return { ...(parts && { parts }), closure: shown, text: await BuiltText.of(shown, text ?? '', top, { variables: way?.variables, namespace: way?.namespace, outer: way?.outer, ...(renamed && { original: renamed.original }), ...(charts && { made: charts.made }) }), milliseconds: answer.milliseconds }
  }
}

/** A kustomization that does to another one what an object of Argo CD or Flux does: beside all of them, for Kustomize builds none around the one that names it. */
const AROUND = '.podlint'

/** What another Kustomize may do: ours runs no programs. */
const OF_OURS = /external plugins disabled|unable to load external plugin/

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
