/** What a kustomization builds, as far as that can be told without building it: its objects by kind and name, and the texts that they come from. */
import { posix } from 'node:path'
import type { BuiltObject } from '../model/kustomization-view.ts'
import type { FileTree } from '../model/file-tree.ts'
import { itemsOf, textAt } from '../model/node-values.ts'
import { placeholderIn } from '../model/placeholder.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { objectsOf } from '../schema/identify.ts'
import { isRemote, KUSTOMIZATION_NAMES, PATCH_FIELDS, pathsIn } from './kustomize.ts'

export interface FolderContent {
  objects: readonly BuiltObject[]
  /** Of all files that it is made of. */
  texts: readonly string[]
  /** Some of it is not here, or can be anything. */
  isOpen: boolean
}

const OPEN: FolderContent = { objects: [], texts: [], isOpen: true }
/** What renames objects on the way: then nobody knows what they are called. */
const RENAMES = /allow(?:Name|Kind)Change|\/metadata\/name\b|-\s*["']?metadata\.name\b/

/** Objects, or texts, of one folder: what two folders share that is made of two folders, and so on, doubles at each level. */
const MOST = 20_000

/** Of one run: a base is read once, however many overlays it has. */
export class KustomizationContents {
  private readonly tree: FileTree
  private readonly files = new Map<string, Promise<FolderContent>>()
  private readonly folders = new Map<string, Promise<FolderContent>>()

  constructor(tree: FileTree) {
    this.tree = tree
  }

  /** Of a kustomization that is at hand, in a folder. `text` is without what does not count as a use of an image. */
  async of(folder: string, tape: Tape, root: number, text: string, above: readonly string[] = []): Promise<FolderContent> {
    if (OPENING_FIELDS.some((field) => tape.find(root, field) !== -1)) return OPEN
    const parts: FolderContent[] = [{ objects: generatedObjects(tape, root), texts: [text], isOpen: false }]
    const way = [...above, folder]
    for (const field of ['resources', 'bases', 'components']) {
      for (const path of pathsIn(tape, root, field)) parts.push(await this.resource(folder, path, way))
    }
    const texts: string[] = []
    for (const field of TEXT_FIELDS) {
      for (const path of pathsIn(tape, root, field)) {
        // One that is written right there is part of the text.
        const read = /^\s*[{[]/.test(path) ? '' : this.tree.read(posix.join(folder, path))
        if (read === undefined) return OPEN
        texts.push(read)
      }
    }
    if (parts.some(({ isOpen }) => isOpen) || [text, ...texts].some((each) => RENAMES.test(each))) return OPEN
    const [prefix, suffix] = [textAt(tape, root, 'namePrefix') ?? '', textAt(tape, root, 'nameSuffix') ?? '']
    const objects = parts.flatMap((part) => part.objects)
    const named = prefix + suffix === '' ? objects : objects.map(({ kind, names }) => ({ kind, names: [...names, prefix + names.at(-1)! + suffix] }))
    // Folders that share what they are made of have its texts once.
    const all = new Set([...parts.flatMap((part) => part.texts), ...texts])
    return named.length > MOST || all.size > MOST ? OPEN : { objects: named, texts: [...all], isOpen: false }
  }

  private async resource(folder: string, path: string, way: readonly string[]): Promise<FolderContent> {
    if (isRemote(path)) return OPEN
    const target = posix.join(folder, path)
    if (this.tree.kindOf(target) === 'file') return remembered(this.files, target, () => this.file(target))
    // One that leads back to itself is built by nobody.
    return way.includes(target) ? OPEN : remembered(this.folders, target, () => this.folder(target, way))
  }

  private async folder(folder: string, way: readonly string[]): Promise<FolderContent> {
    const name = KUSTOMIZATION_NAMES.find((each) => this.tree.kindOf(posix.join(folder, each)) === 'file')
    const text = name === undefined ? undefined : this.tree.read(posix.join(folder, name))
    if (text === undefined) return OPEN
    const tape = new Tape()
    const [document] = await parse(text, tape)
    return document === undefined || document.root === -1 || document.problems.length > 0 ? OPEN : this.of(folder, tape, document.root, text, way)
  }

  private async file(file: string): Promise<FolderContent> {
    const text = this.tree.read(file)
    if (text === undefined) return OPEN
    const tape = new Tape()
    const documents = await parse(text, tape, file.endsWith('.json'))
    // What is empty is yet to be written: `flux bootstrap` begins so.
    if (documents.some(({ problems }) => problems.length > 0) || documents.every(({ root }) => root === -1)) return OPEN
    const objects: BuiltObject[] = []
    for (const { root } of documents) {
      if (root === -1) continue
      for (const located of objectsOf(tape, root)) {
        const name = textAt(tape, tape.find(located.root, 'metadata'), 'name')
        if (name !== undefined && placeholderIn(name) !== undefined) return OPEN
        if (located.identity !== undefined && name !== undefined) objects.push({ kind: located.identity.kind, names: [name] })
      }
    }
    return { objects, texts: [text], isOpen: false }
  }
}

/** What makes objects that nobody sees here, or changes them in any way. */
const OPENING_FIELDS = ['helmCharts', 'helmChartInflationGenerator', 'generators', 'transformers', 'crds', 'openapi'] as const
const TEXT_FIELDS = [...PATCH_FIELDS, 'replacements', 'configurations'] as const

function generatedObjects(tape: Tape, root: number): BuiltObject[] {
  return ([['configMapGenerator', 'ConfigMap'], ['secretGenerator', 'Secret']] as const).flatMap(([field, kind]) =>
    [...itemsOf(tape, tape.find(root, field))].flatMap((generator) => {
      const name = textAt(tape, generator, 'name')
      return name === undefined ? [] : [{ kind, names: [name] }]
    }),
  )
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let value = known.get(key)
  if (value === undefined) known.set(key, (value = make()))
  return value
}
