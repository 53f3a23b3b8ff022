/**
 * What is applied together, as far as files tell: the objects of one folder, and all that a kustomization builds out of its resources and the bases below it.
 * A name that leads nowhere within such a unit is suspicious; beyond it, the object may live anywhere.
 */
import type { Definition } from './definition.ts'
import type { KustomizationUnit } from './kustomization-unit.ts'
import { folderOf } from './service-selector.ts'

export class RenderUnits {
  private readonly ofFiles = new Map<string, string[]>()
  private readonly files: ReadonlySet<string>
  private readonly listed = new Map<string, string[]>()
  private readonly known = new Map<string, readonly string[]>()
  private readonly open = new Set<string>()
  readonly generated: readonly Definition[]
  /** What kustomizations put around names. */
  readonly affixes: readonly (readonly [prefix: string, suffix: string])[]

  /** `files` have objects. */
  constructor(kustomizations: readonly KustomizationUnit[], files: ReadonlySet<string>) {
    this.files = files
    const byFolder = new Map(kustomizations.map((unit) => [folderOf(unit.file), unit]))
    for (const unit of kustomizations) this.collect(unit, byFolder)
    this.generated = kustomizations.flatMap(({ file, generated }) => generated.map(({ kind, name, keys }) => ({ group: '', kind, builtin: true, namespaced: true, namespace: '', name, file, keys })))
    const affixes = new Map(kustomizations.map(({ namePrefix, nameSuffix }) => [`${namePrefix}…${nameSuffix}`, [namePrefix, nameSuffix] as const]))
    affixes.delete('…')
    this.affixes = [...affixes.values()].slice(0, MOST_AFFIXES)
  }

  /** All units that a file is in, its folder first. */
  of(file: string): readonly string[] {
    let units = this.known.get(file)
    if (units === undefined) this.known.set(file, (units = [`${folderOf(file)}/`, ...(this.ofFiles.get(file) ?? [])]))
    return units
  }

  /** A file itself, and the kustomizations that list it: their bases may give other names to objects before they are put together. */
  listing(file: string): readonly string[] {
    return [file, ...(this.listed.get(file) ?? [])]
  }

  share(file: string, other: string): boolean {
    if (file === other) return true
    const units = this.of(other)
    return this.of(file).some((unit) => units.includes(unit))
  }

  /** Whether some unit of a file also has objects that nobody sees here. */
  isOpen(file: string): boolean {
    return this.of(file).some((unit) => this.open.has(unit))
  }

  /** Objects of this file make others that nobody sees here. */
  openAt(file: string): void {
    for (const unit of this.of(file)) this.open.add(unit)
  }

  /** What a kustomization builds, and whether all of it is here. */
  private collect(top: KustomizationUnit, byFolder: ReadonlyMap<string, KustomizationUnit>): void {
    const seen = new Set<KustomizationUnit>([top])
    const id = top.file
    for (const unit of seen) {
      if (unit.isOpen) this.open.add(id)
      add(this.ofFiles, unit.file, id)
      for (const resource of unit.resources) {
        const base = byFolder.get(`${resource}/`)
        if (base !== undefined) seen.add(base)
        else if (this.files.has(resource)) {
          add(this.ofFiles, resource, id)
          if (unit === top) add(this.listed, resource, id)
        }
        // A file that is left alone, or a folder that is not linted.
        else this.open.add(id)
      }
      if (seen.size > MOST_BASES) {
        this.open.add(id)
        break
      }
    }
  }
}

/** A kustomization of more bases is a whole cluster, in which no name is suspicious. */
const MOST_BASES = 100
const MOST_AFFIXES = 20
/** Of one file. */
const MOST_UNITS = 20

function add(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else if (list.length < MOST_UNITS && !list.includes(item)) list.push(item)
}
