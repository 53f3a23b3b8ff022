/** From the paths that a user names to the files to lint. */
import { existsSync, realpathSync, statSync, type Stats } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type { Completions } from './completions.ts'
import type { KustomizationUnit } from '../model/kustomization-unit.ts'
import { IgnoreTree, type Exclude, type IgnoreOptions, type Reason } from './ignore-tree.ts'
import { leavesFolder, leavesRepository } from './links.ts'
import { isMarkdown } from './markdown.ts'
import { NotManifests } from './not-manifests.ts'
import { readFolder, SKIPPED_FOLDERS, type Folder } from './read-folder.ts'
import { repositoryRoot } from './repository.ts'
import { SETTINGS_NAMES } from './settings-names.ts'
import { shownPath } from './shown-path.ts'
import { systemReason } from './system-error.ts'

/** Said of a file that was named. */
export const leftAloneNote = (file: string, reason: string): string => `${file} is left alone: ${reason}`

export interface FindOptions extends IgnoreOptions {
  /** What ignore files and excludes leave out is left out even when it is named, and named files need not be manifests. */
  forceExclude: boolean
  /** Markdown files in folders count too. */
  includeMarkdown: boolean
  /** Told of settings in a folder on the way; gives what they exclude. */
  onSettings?: (file: string) => Promise<readonly Exclude[]>
}

export interface FoundFile {
  /** Absolute. */
  path: string
  /** The true path, where no text can name it. */
  bytes?: Buffer
  /** Relative to the working directory, with forward slashes. */
  file: string
  /** Named by the user, so it has to be a manifest. */
  named: boolean
}

export interface Found {
  /** Without duplicates. */
  files: FoundFile[]
  /** Why each file that was recognised is left alone, by its shown name. */
  leftAlone: Map<string, string>
  /** Which pattern leaves out a file or folder that would have been looked at otherwise, by its shown name. */
  leftOut: Map<string, string>
  /** The kustomizations among the files: which of them are built together. */
  kustomizations: readonly KustomizationUnit[]
  /** Names of images that a kustomization among the files gives a tag or a digest. */
  pinnedImages: ReadonlySet<string>
  /** What kustomizations do to the files that they name. */
  completions: Completions
  /** Folders of Helm charts, absolute, that were asked for: as a whole, or one of their files. */
  charts: readonly string[]
  /** Their files that are no manifests alone, by shown name: what they are, and whether the user has named them. */
  ofCharts: ReadonlyMap<string, { reason: string; named: boolean }>
  /** What could not be done, each a sentence for the user. */
  problems: string[]
  /** What the user may want to know, and is no failure. */
  notes: string[]
}

const MANIFEST = /\.(ya?ml|json)$/i
const NAMES_MARKDOWN = /\b(md|markdown)\b[^/]*$/i
const GLOB = /[*?[\]{}]/
/** Whoever commits a link must not have files read or written that are none of the repository's. */
const LEADS_OUT = 'link that leads out of the repository'

/** Each of `paths` is a file, a folder, or a glob. */
export async function findFiles(paths: readonly string[], options: FindOptions): Promise<Found> {
  const finder = new Finder(options)
  for (const path of paths) await finder.add(path)
  return finder.finish()
}

/** What is to be known of a file that may not exist, judging by its absolute path: `reason` for leaving it alone, if any. */
export async function placeInTree(path: string, options: FindOptions): Promise<{ reason: string | undefined } & Pick<Found, 'pinnedImages' | 'completions'>> {
  const left = options.forceExclude ? await new IgnoreTree(options).reasonForPath(path, false) : undefined
  const notManifests = new NotManifests()
  notManifests.meet(dirname(path))
  await notManifests.readKustomizations()
  const { pinnedImages, completions } = notManifests
  return { reason: left === undefined ? notManifests.reason(path) : `left out by ${left.kind}`, pinnedImages, completions }
}

class Finder {
  private readonly options: FindOptions
  private readonly ignores: IgnoreTree
  private readonly notManifests = new NotManifests()
  private readonly files = new Map<string, FoundFile>()
  /** Each with the folder that it must not leave. */
  private readonly links: [path: string, top: string][] = []
  private readonly walked = new Set<string>()
  /** True paths of what no text can name. */
  private readonly bytes = new Map<string, Buffer>()
  /** Real paths of all that has been found; only once links are followed. */
  private real: Set<string> | undefined
  private readonly leftAlone = new Map<string, string>()
  private readonly leftOut = new Map<string, string>()
  private readonly problems: string[] = []
  private readonly notes: string[] = []
  /** Folders whose settings have been told of, and those that were looked at on the way up. */
  private readonly settingsMet = new Set<string>()
  private readonly climbed = new Set<string>()

  constructor(options: FindOptions) {
    this.options = options
    this.ignores = new IgnoreTree(options)
  }

  async add(named: string): Promise<void> {
    const { cwd, forceExclude } = this.options
    const path = resolve(cwd, named)
    let stats: Stats | undefined
    try {
      stats = statSync(path)
    } catch (error) {
      if (/^[a-z]{2,}:\/\//i.test(named)) this.problems.push(`podlint downloads nothing; to lint ${named}: curl -fsSL ${named} | podlint -`)
      else if (GLOB.test(named)) await this.addGlob(named)
      else this.problems.push(`Cannot read ${named}: ${systemReason(error)}`)
      return
    }
    const left = forceExclude && path !== cwd ? await this.ignores.reasonForPath(path, stats.isDirectory()) : undefined
    if (left !== undefined) this.leaveOut(path, left)
    else if (leavesRepository(path)) this.leaveAlone(shownPath(path, cwd), LEADS_OUT, !forceExclude)
    else if (stats.isDirectory()) {
      await this.meetSettingsAbove(join(path, '-'))
      await this.walk(path, repositoryRoot(path) ?? path)
    }
    else {
      await this.meetSettingsAbove(path)
      this.addFile(path, !forceExclude)
    }
  }

  async finish(): Promise<Found> {
    await this.followLinks()
    await this.notManifests.readKustomizations()
    const charts = this.chartsAskedFor()
    const ofCharts = new Map<string, { reason: string; named: boolean }>()
    const files: FoundFile[] = []
    for (const found of this.files.values()) {
      const reason = this.notManifests.reason(found.path)
      if (reason === undefined) files.push(found)
      else if (reason.startsWith('helm ') && charts.some((chart) => found.path.startsWith(chart + sep))) ofCharts.set(found.file, { reason, named: found.named })
      else this.leaveAlone(found.file, reason, found.named)
    }
    const { leftAlone, leftOut, problems } = this
    const { pinnedImages, completions } = this.notManifests
    const kustomizations = this.kustomizationUnits()
    return { files, kustomizations, charts, ofCharts, leftAlone, leftOut, pinnedImages, completions, problems, notes: [...this.ignores.notes, ...this.notes] }
  }

  private chartsAskedFor(): string[] {
    const { charts } = this.notManifests
    return charts.filter((chart) => this.walked.has(chart) || [...this.files.keys()].some((path) => path.startsWith(chart + sep) && this.notManifests.isOfChart(path)))
  }

  private kustomizationUnits(): readonly KustomizationUnit[] {
    const { cwd } = this.options
    return [...this.notManifests.kustomizations].map(([path, { resources, components, generated, isOpen, namePrefix, nameSuffix }]) => ({
      file: shownPath(path, cwd),
      resources: [...resources, ...components].map((resource) => shownPath(resource, cwd)),
      generated,
      isOpen,
      namePrefix,
      nameSuffix,
    }))
  }

  private async addGlob(pattern: string): Promise<void> {
    const { cwd } = this.options
    const { expandGlob } = await import('./globs.ts')
    const steps = pattern.split('/')
    const first = steps.findIndex((step) => GLOB.test(step))
    const base = resolve(cwd, steps.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.'))
    const { paths, problems } = await expandGlob(steps.slice(first).join('/'), base, SKIPPED_FOLDERS, cwd)
    for (const problem of problems) this.problems.push(problem)
    let matches = 0
    for (const path of paths) {
      if (!this.isWanted(path) && !(isMarkdown(path) && NAMES_MARKDOWN.test(pattern))) continue
      matches++
      const reason = await this.ignores.reasonForPath(path, false, base)
      if (reason !== undefined) this.leaveOut(path, reason)
      else if (leavesFolder(path, repositoryRoot(base) ?? base)) this.leaveAlone(shownPath(path, cwd), LEADS_OUT)
      else {
        await this.meetSettingsAbove(path)
        this.addFile(path, false)
      }
    }
    if (matches === 0 && problems.length === 0) this.problems.push(`No YAML or JSON file matches ${pattern}`)
  }

  private isWanted(name: string): boolean {
    return MANIFEST.test(name) || name === 'Kustomization' || (this.options.includeMarkdown && isMarkdown(name))
  }

  /** Settings of a folder below those of the run. */
  private async meetSettings(folder: string, name: string | undefined): Promise<void> {
    if (name === undefined || this.settingsMet.has(folder)) return
    this.settingsMet.add(folder)
    this.ignores.exclude((await this.options.onSettings?.(join(folder, name))) ?? [])
  }

  /** Those on the way to a file that is named. */
  private async meetSettingsAbove(path: string): Promise<void> {
    const top = repositoryRoot(dirname(path)) ?? this.options.cwd
    for (let folder = dirname(path); folder.startsWith(top) && folder !== top && folder !== this.options.cwd && !this.climbed.has(folder); folder = dirname(folder)) {
      this.climbed.add(folder)
      await this.meetSettings(folder, SETTINGS_NAMES.find((name) => existsSync(join(folder, name))))
    }
  }

  private addFile(path: string, named: boolean): void {
    this.notManifests.meet(dirname(path))
    if (named || !this.files.has(path)) this.files.set(path, this.found(path, shownPath(path, this.options.cwd), named))
  }

  private found(path: string, file: string, named: boolean): FoundFile {
    const bytes = this.bytes.get(path)
    return { path, file, named, ...(bytes === undefined ? {} : { bytes }) }
  }

  private leaveAlone(file: string, reason: string, named = false): void {
    this.leftAlone.set(file, reason)
    if (named) this.notes.push(leftAloneNote(file, reason))
  }

  private leaveOut(path: string, { kind, detail }: Reason): void {
    const file = shownPath(path, this.options.cwd)
    if (this.options.forceExclude) this.leftAlone.set(file, `left out by ${kind}`)
    this.leftOut.set(file, detail)
  }

  /** `top`: the folder that links below must not leave. */
  private async walk(folder: string, top: string): Promise<void> {
    const realFolder = this.real === undefined ? undefined : realpathSync(this.bytes.get(folder) ?? folder).toString()
    if (this.walked.has(folder) || (realFolder !== undefined && !this.isNew(realFolder))) return
    this.walked.add(folder)
    let read: Folder
    try {
      read = readFolder(folder, this.bytes.get(folder))
    } catch (error) {
      this.problems.push(`Cannot read ${shownPath(folder, this.options.cwd)}: ${systemReason(error)}`)
      return
    }
    const names = new Set(read.entries.map((entry) => entry.name))
    this.notManifests.meet(folder, names)
    await this.meetSettings(folder, SETTINGS_NAMES.find((name) => names.has(name)))
    const scope = await this.ignores.scopeOf(folder, names)
    const shown = folder === this.options.cwd ? '' : `${shownPath(folder, this.options.cwd)}/`
    const inside = folder.endsWith(sep) ? folder : folder + sep
    for (const [name, bytes] of read.bytes) this.bytes.set(inside + name, bytes)
    for (const entry of read.entries) {
      const { name } = entry
      const isFolder = entry.isDirectory()
      if (isFolder ? SKIPPED_FOLDERS.has(name) : !this.isWanted(name) && !entry.isSymbolicLink()) continue
      const path = inside + name
      const reason = scope.reason(name, isFolder)
      if (reason !== undefined) this.leftOut.set(shown + name + (isFolder ? '/' : ''), reason.detail)
      else if (isFolder) await this.walk(path, top)
      else if (entry.isSymbolicLink()) this.links.push([path, top])
      else if (entry.isFile() && !this.files.has(path) && (realFolder === undefined || this.isNew(realFolder + sep + name))) this.files.set(path, this.found(path, shown + name, false))
    }
  }

  /** After all else, so that what has been found under its own name is not found again through a link, and loops end. */
  private async followLinks(): Promise<void> {
    if (this.links.length === 0) return
    this.real = new Set([...this.files.keys(), ...this.walked].map((path) => realpathSync(this.bytes.get(path) ?? path).toString()))
    // There may be more of them in folders that are met on the way.
    for (const [path, top] of this.links) {
      const stats = statOf(path)
      const isWanted = this.isWanted(path)
      if (stats === undefined) {
        if (isWanted) this.leftAlone.set(shownPath(path, this.options.cwd), 'broken link')
      } else if (stats.isDirectory() || isWanted) {
        if (leavesFolder(path, top)) this.leftAlone.set(shownPath(path, this.options.cwd), LEADS_OUT)
        else if (stats.isDirectory()) await this.walk(path, top)
        else if (stats.isFile() && this.isNew(realpathSync(path))) this.addFile(path, false)
      }
    }
  }

  private isNew(realPath: string): boolean {
    if (this.real?.has(realPath) === true) return false
    this.real?.add(realPath)
    return true
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
