/** Which kustomizations a manifest goes through, and what they do to it together. */
import { dirname } from 'node:path'
import { addCompletion, noCompletion, type Completion } from '../model/completion.ts'
import { addTo } from '../parser/grouped-by.ts'
import { targetsOf, type Kustomization } from './kustomize.ts'
import { readOwnText } from './read.ts'
import { repositoryRoot } from './repository.ts'

interface Known {
  folder: string
  kustomization: Kustomization
  /** With its patches read. */
  own?: Promise<Completion>
}

/** Of the kustomizations of a run; patches are read only when somebody asks about a file that they may be for. */
export class Completions {
  private readonly known: Known[] = []
  private readonly files = new Set<string>()
  private readonly searched = new Set<string>()
  private users: { byResource: Map<string, Known[]>; byComponent: Map<string, Known[]>; byFolder: Map<string, Known> } | undefined

  add(file: string, kustomization: Kustomization): void {
    this.files.add(file)
    this.known.push({ folder: dirname(file), kustomization })
    this.users = undefined
  }

  /** By absolute path; undefined for a file that no kustomization names. `wide`: by all kustomizations of its repository, also of folders that are not linted. */
  async of(path: string, wide: boolean): Promise<Completion | undefined> {
    if (wide && this.index().byResource.has(path)) await this.lookAround(repositoryRoot(dirname(path)))
    const { byResource, byComponent } = this.index()
    const done = new Set<Known>()
    const asked = [...(byResource.get(path) ?? [])]
    if (asked.length === 0) return undefined
    const completion = noCompletion()
    completion.standIns = asked.some(({ kustomization }) => kustomization.isComponent)
    const seen = new Set<Known>()
    for (let known = asked.pop(); known !== undefined; known = asked.pop()) {
      if (seen.has(known)) continue
      seen.add(known)
      await this.addWork(known, completion, done)
      for (const users of [byResource, byComponent]) for (const user of users.get(known.folder) ?? []) asked.push(user)
    }
    return completion
  }

  private async lookAround(root: string | undefined): Promise<void> {
    if (root === undefined || this.searched.has(root)) return
    this.searched.add(root)
    const { repositoryKustomizations } = await import('./repository-kustomizations.ts')
    for (const [file, kustomization] of await repositoryKustomizations(root, this.files)) this.add(file, kustomization)
  }

  /** What a kustomization does to its objects, with its components. */
  private async addWork(known: Known, completion: Completion, done: Set<Known>): Promise<void> {
    if (done.has(known)) return
    done.add(known)
    addCompletion(completion, await (known.own ??= readOwn(known.kustomization)))
    for (const component of known.kustomization.components) {
      const used = this.index().byFolder.get(component)
      if (used !== undefined) await this.addWork(used, completion, done)
    }
  }

  private index(): NonNullable<Completions['users']> {
    if (this.users !== undefined) return this.users
    const users = (this.users = { byResource: new Map<string, Known[]>(), byComponent: new Map<string, Known[]>(), byFolder: new Map<string, Known>() })
    for (const known of this.known) {
      users.byFolder.set(known.folder, known)
      for (const path of known.kustomization.resources) addTo(users.byResource, path, known)
      for (const path of known.kustomization.components) addTo(users.byComponent, path, known)
    }
    return users
  }
}

async function readOwn({ completion, patchFiles, patchTexts }: Kustomization): Promise<Completion> {
  const own = noCompletion()
  addCompletion(own, completion)
  for (const file of patchFiles) {
    let text: string
    try {
      text = readOwnText(file)
    } catch {
      // Of another repository, or made later: it may be for anything.
      own.targets.push({})
      continue
    }
    for (const target of await targetsOf(text)) own.targets.push(target)
  }
  for (const text of patchTexts) for (const target of await targetsOf(text)) own.targets.push(target)
  return own
}
