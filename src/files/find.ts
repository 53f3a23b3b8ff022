/** From the paths that a user names to the files to lint. */
import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { IgnoreTree, type IgnoreOptions } from './ignore-tree.ts'
import { NotManifests } from './not-manifests.ts'
import { relativePath } from './relative-path.ts'
import { systemReason } from './system-error.ts'

export interface FindOptions extends IgnoreOptions {
  /** What ignore files and excludes leave out is left out even when it is named, and named files need not be manifests. */
  forceExclude: boolean
  /** Markdown files in folders count too. */
  includeMarkdown: boolean
}

export interface FoundFile {
  /** Absolute. */
  path: string
  /** Relative to the working directory, with forward slashes. */
  file: string
  /** Named by the user, so it has to be a manifest. */
  named: boolean
  /** A resource of a kustomization's Component. */
  inComponent: boolean
}

export interface Found {
  /** Without duplicates. */
  files: FoundFile[]
  /** Why each file that was recognised is left alone, by its shown name. */
  leftAlone: Map<string, string>
  /** Names of images that a kustomization among the files gives a tag or a digest. */
  pinnedImages: ReadonlySet<string>
  /** What could not be done, each a sentence for the user. */
  problems: string[]
}

const MANIFEST = /\.(ya?ml|json)$/i
const MARKDOWN = /\.(md|markdown)$/i
const NAMES_MARKDOWN = /\b(md|markdown)\b[^/]*$/i
const GLOB = /[*?[\]{}]/
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules'])

/** Each of `paths` is a file, a folder, or a glob. */
export async function findFiles(paths: readonly string[], options: FindOptions): Promise<Found> {
  const finder = new Finder(options)
  for (const path of paths) await finder.add(path)
  return finder.finish()
}

/** `../k8s/web.yaml` */
export const shownPath = (path: string, cwd: string): string => relativePath(cwd, path).replaceAll(sep, '/') || '.'

/** Why a file that may not exist is left alone, judging by its absolute path, or undefined. */
export async function leftOutReason(path: string, options: FindOptions): Promise<string | undefined> {
  const left = options.forceExclude ? await new IgnoreTree(options).reasonForPath(path, false) : undefined
  if (left !== undefined) return `left out by ${left}`
  const notManifests = new NotManifests()
  notManifests.meet(dirname(path))
  await notManifests.readKustomizations()
  return notManifests.reason(path)
}

class Finder {
  private readonly options: FindOptions
  private readonly ignores: IgnoreTree
  private readonly notManifests = new NotManifests()
  private readonly files = new Map<string, FoundFile>()
  private readonly links: string[] = []
  private readonly walked = new Set<string>()
  /** Real paths of all that has been found; only once links are followed. */
  private real: Set<string> | undefined
  private readonly leftAlone = new Map<string, string>()
  private readonly problems: string[] = []

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
      if (GLOB.test(named)) await this.addGlob(named)
      else this.problems.push(`Cannot read ${named}: ${systemReason(error)}`)
      return
    }
    const left = forceExclude && path !== cwd ? await this.ignores.reasonForPath(path, stats.isDirectory()) : undefined
    if (left !== undefined) this.leftAlone.set(shownPath(path, cwd), `left out by ${left}`)
    else if (stats.isDirectory()) await this.walk(path)
    else this.addFile(path, !forceExclude)
  }

  async finish(): Promise<Found> {
    await this.followLinks()
    await this.notManifests.readKustomizations()
    const files: FoundFile[] = []
    for (const found of this.files.values()) {
      const reason = this.notManifests.reason(found.path)
      if (reason === undefined) files.push(this.notManifests.componentResources.has(found.path) ? { ...found, inComponent: true } : found)
      else this.leftAlone.set(found.file, reason)
    }
    return { files, leftAlone: this.leftAlone, pinnedImages: this.notManifests.pinnedImages, problems: this.problems }
  }

  private async addGlob(pattern: string): Promise<void> {
    const { cwd } = this.options
    const { expandGlob } = await import('./globs.ts')
    const steps = pattern.split('/')
    const base = resolve(cwd, steps.slice(0, steps.findIndex((step) => GLOB.test(step))).join('/') || (pattern.startsWith('/') ? '/' : '.'))
    let matches = 0
    for (const path of await expandGlob(pattern, cwd)) {
      if (!this.isWanted(path) && !(MARKDOWN.test(path) && NAMES_MARKDOWN.test(pattern))) continue
      matches++
      if ((await this.ignores.reasonForPath(path, false, base)) === undefined) this.addFile(path, false)
    }
    if (matches === 0) this.problems.push(`No YAML or JSON file matches ${pattern}`)
  }

  private isWanted(name: string): boolean {
    return MANIFEST.test(name) || (this.options.includeMarkdown && MARKDOWN.test(name))
  }

  private addFile(path: string, named: boolean): void {
    this.notManifests.meet(dirname(path))
    if (named || !this.files.has(path)) this.files.set(path, { path, file: shownPath(path, this.options.cwd), named, inComponent: false })
  }

  private async walk(folder: string): Promise<void> {
    const realFolder = this.real === undefined ? undefined : realpathSync(folder)
    if (this.walked.has(folder) || (realFolder !== undefined && !this.isNew(realFolder))) return
    this.walked.add(folder)
    let entries: Dirent[]
    try {
      entries = readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      this.problems.push(`Cannot read ${shownPath(folder, this.options.cwd)}: ${systemReason(error)}`)
      return
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    const names = new Set(entries.map((entry) => entry.name))
    this.notManifests.meet(folder, names)
    const scope = await this.ignores.scopeOf(folder, names)
    const shown = folder === this.options.cwd ? '' : `${shownPath(folder, this.options.cwd)}/`
    const inside = folder.endsWith(sep) ? folder : folder + sep
    for (const entry of entries) {
      const { name } = entry
      const isFolder = entry.isDirectory()
      if (isFolder ? SKIPPED_FOLDERS.has(name) : !this.isWanted(name) && !entry.isSymbolicLink()) continue
      if (scope.reason(name, isFolder) !== undefined) continue
      const path = inside + name
      if (isFolder) await this.walk(path)
      else if (entry.isSymbolicLink()) this.links.push(path)
      else if (entry.isFile() && !this.files.has(path) && (realFolder === undefined || this.isNew(realFolder + sep + name))) this.files.set(path, { path, file: shown + name, named: false, inComponent: false })
    }
  }

  /** After all else, so that what has been found under its own name is not found again through a link, and loops end. */
  private async followLinks(): Promise<void> {
    if (this.links.length === 0) return
    this.real = new Set([...this.files.keys(), ...this.walked].map((path) => realpathSync(path)))
    for (let link = this.links.shift(); link !== undefined; link = this.links.shift()) {
      const stats = statOf(link)
      if (stats === undefined) {
        if (this.isWanted(link)) this.leftAlone.set(shownPath(link, this.options.cwd), 'broken link')
      } else if (stats.isDirectory()) await this.walk(link)
      else if (stats.isFile() && this.isWanted(link) && this.isNew(realpathSync(link))) this.addFile(link, false)
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
