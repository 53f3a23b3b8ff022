/** Files with the ending of manifests that belong to Helm and Kustomize: recognised by where they are, and left alone. */
import { existsSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { Completions } from './completions.ts'
import { KUSTOMIZATION_NAMES, patchesInBroken, readKustomization, type Kustomization } from './kustomize.ts'
import { repositoryRoot } from './repository.ts'

const VALUES = /^values([.-].*)?\.ya?ml$/

interface Folder {
  isChart: boolean
  inTemplates: boolean
}

const NOTHING: Folder = { isChart: false, inTemplates: false }

/** Answers for the files of one run: meet all folders, read their kustomizations (which may use files of any folder), then ask. */
export class NotManifests {
  private readonly folders = new Map<string, Folder>()
  private readonly unread: string[] = []
  private readonly kustomized = new Map<string, string>()
  /** Images that the kustomizations read so far give a tag or a digest. */
  readonly pinnedImages = new Set<string>()
  /** Those read so far, by absolute path. */
  readonly kustomizations = new Map<string, Kustomization>()
  /** What the kustomizations read so far do to their resources. */
  readonly completions = new Completions()

  /** Takes in an absolute folder. `entries`: the names in it, where the caller has them at hand. */
  meet(folder: string, entries?: ReadonlySet<string>): Folder {
    const known = this.folders.get(folder)
    if (known !== undefined) return known
    const has = (name: string) => (entries === undefined ? existsSync(join(folder, name)) : entries.has(name))
    const parent = dirname(folder)
    const above = this.folders.get(parent) ?? (parent === folder || repositoryRoot(folder) === folder ? NOTHING : this.meet(parent))
    const found = { isChart: has('Chart.yaml'), inTemplates: above.inTemplates || (above.isChart && basename(folder) === 'templates') }
    this.folders.set(folder, found)
    for (const name of KUSTOMIZATION_NAMES) if (has(name)) this.unread.push(join(folder, name))
    return found
  }

  /** Reads the kustomizations of the folders met so far. */
  async readKustomizations(): Promise<void> {
    for (let kustomization = this.unread.pop(); kustomization !== undefined; kustomization = this.unread.pop()) {
      const read = await readKustomization(kustomization)
      if (read === undefined) {
        for (const path of patchesInBroken(kustomization)) this.kustomized.set(path, 'kustomize patch')
        continue
      }
      for (const [path, reason] of read.reasons) this.kustomized.set(path, reason)
      for (const image of read.pinnedImages) this.pinnedImages.add(image)
      this.completions.add(kustomization, read)
      this.kustomizations.set(kustomization, read)
    }
  }

  /** The charts that files of folders met so far belong to: absolute, without those in the `charts` folder of another. */
  get charts(): string[] {
    const charts = [...this.folders].flatMap(([folder, { isChart }]) => (isChart ? [folder] : []))
    return charts.filter((folder) => !charts.some((other) => folder.startsWith(`${other}${sep}charts${sep}`)))
  }

  /** Whether a file has something to do with what its chart becomes. */
  isOfChart(file: string): boolean {
    return this.reason(file)?.startsWith('helm ') === true || basename(file) === 'Chart.yaml' || (basename(dirname(file)) === 'ci' && this.folders.get(dirname(dirname(file)))?.isChart === true)
  }

  /** Undefined for what may be a manifest. `file` is an absolute path in a folder that has been met. */
  reason(file: string): string | undefined {
    const slash = file.lastIndexOf(sep)
    const { isChart, inTemplates } = this.folders.get(slash === 0 ? sep : file.slice(0, slash)) ?? NOTHING
    if (inTemplates) return 'helm template'
    if (isChart) {
      const name = file.slice(slash + 1)
      if (VALUES.test(name)) return 'helm values'
    }
    return this.kustomized.get(file)
  }
}
