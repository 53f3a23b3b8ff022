/** Makes of a kustomization what rules see of it: looks for the files that it names, and for what they hold. */
import { posix } from 'node:path'
import type { Target } from '../model/completion.ts'
import type { FileTree } from '../model/file-tree.ts'
import type { KustomizationContent, KustomizationView, NamedPatch, NamedPath } from '../model/kustomization-view.ts'
import { itemsOf, textOf, textAt } from '../model/node-values.ts'
import type { KubernetesObject } from '../model/object.ts'
import { placeholderIn } from '../model/placeholder.ts'
import type { Tape } from '../parser/tape.ts'
import { KustomizationContents } from './kustomization-content.ts'
import { hasKustomizationName, isRemote, KUSTOMIZATION_NAMES, PATCH_FIELDS, targetAt, targetsOf } from './kustomize.ts'

type Wants = NamedPath['wants']

export class KustomizationReader {
  private readonly tree: FileTree | undefined
  private readonly contents: KustomizationContents | undefined

  constructor(tree: FileTree | undefined) {
    this.tree = tree
    this.contents = tree === undefined ? undefined : new KustomizationContents(tree)
  }

  async read(object: KubernetesObject): Promise<KustomizationView> {
    const { tape, root, source } = object
    const isComponent = textAt(tape, root, 'kind') === 'Component'
    const { tree } = this
    if (tree === undefined || !hasKustomizationName(source.file) || tree.kindOf(source.file) !== 'file') return { object, isComponent, paths: [], patches: [], content: undefined }
    const folder = posix.dirname(source.file)
    const paths: NamedPath[] = []
    for (const named of namedPaths(tape, root)) paths.push(await this.look(tree, folder, named))
    // What a component is put together with, only those know that use it.
    const content = isComponent ? undefined : await this.contentOf(folder, tape, root)
    return { object, isComponent, paths, patches: content === undefined ? [] : await patchesOf(tree, folder, tape, root), content }
  }

  private async look(tree: FileTree, folder: string, named: Named): Promise<NamedPath> {
    const target = posix.join(folder, named.path)
    const look = { ...named, target, beside: [] as readonly string[] }
    if (isRemote(named.path) || placeholderIn(named.path) !== undefined) return { ...look, found: 'unknown' }
    const kind = tree.kindOf(target)
    if (kind === 'file') return { ...look, found: 'file' }
    if (kind === 'folder') return { ...look, found: KUSTOMIZATION_NAMES.some((name) => tree.kindOf(posix.join(target, name)) === 'file') ? 'kustomization' : 'folder' }
    if (await tree.isIgnored(target)) return { ...look, found: 'unknown' }
    return { ...look, found: 'nothing', beside: tree.namesIn(posix.dirname(target)) }
  }

  private async contentOf(folder: string, tape: Tape, root: number): Promise<KustomizationContent | undefined> {
    const images = tape.find(root, 'images')
    const text = images === -1 ? tape.text : tape.text.slice(0, tape.start(images)) + tape.text.slice(tape.end(images))
    const { objects, texts, isOpen } = await this.contents!.of(folder, tape, root, text)
    return isOpen ? undefined : { objects, mentions: (word) => mentions(texts, word) }
  }
}

/** As a whole word, or in front of a tag or a digest. */
function mentions(texts: readonly string[], word: string): boolean {
  return texts.some((text) => {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      if (/^$|[^\w./-]/.test(text.slice(Math.max(at - 1, 0), at)) && /^$|[^\w./-]/.test(text.slice(at + word.length, at + word.length + 1))) return true
    }
    return false
  })
}

export interface Named {
  node: number
  field: string
  path: string
  wants: Wants
}

/** Lists of paths, or of what has one under a key. */
const LISTS: readonly (readonly [field: string, wants: Wants, key?: string])[] = [
  ['resources', 'kustomization or file'],
  ['bases', 'kustomization or file'],
  ['components', 'kustomization'],
  ['crds', 'file'],
  ['patches', 'file', 'path'],
  ['patchesStrategicMerge', 'file'],
  ['patchesJson6902', 'file', 'path'],
  ['replacements', 'file', 'path'],
  ['configurations', 'file'],
  ['generators', 'kustomization or file'],
  ['transformers', 'kustomization or file'],
  ['validators', 'kustomization or file'],
  ['helmCharts', 'file', 'valuesFile'],
]

export function* namedPaths(tape: Tape, root: number): Iterable<Named> {
  const named = function* (node: number, field: string, wants: Wants, path = textOf(tape, node)): Iterable<Named> {
    // What may be written in place of a path: YAML or JSON of several lines, or in braces.
    if (path !== undefined && path !== '' && !path.includes('\n') && !/^\s*[{[]/.test(path)) yield { node, field, path, wants }
  }
  for (const [field, wants, key] of LISTS) {
    for (const item of itemsOf(tape, tape.find(root, field))) yield* named(key === undefined ? item : tape.find(item, key), field, wants)
  }
  for (const chart of itemsOf(tape, tape.find(root, 'helmCharts'))) {
    for (const item of itemsOf(tape, tape.find(chart, 'additionalValuesFiles'))) yield* named(item, 'helmCharts', 'file')
  }
  yield* named(tape.find(tape.find(root, 'openapi'), 'path'), 'openapi', 'file')
  for (const field of ['configMapGenerator', 'secretGenerator']) {
    for (const generator of itemsOf(tape, tape.find(root, field))) {
      for (const item of [...itemsOf(tape, tape.find(generator, 'envs')), tape.find(generator, 'env')]) yield* named(item, field, 'file')
      for (const item of itemsOf(tape, tape.find(generator, 'files'))) yield* named(item, field, 'file', textOf(tape, item)?.replace(/^[^=]*=/, ''))
    }
  }
}

async function patchesOf(tree: FileTree, folder: string, tape: Tape, root: number): Promise<NamedPatch[]> {
  const patches: NamedPatch[] = []
  for (const field of PATCH_FIELDS) {
    for (const item of itemsOf(tape, tape.find(root, field))) {
      const target = tape.isMap(item) ? tape.find(item, 'target') : -1
      if (target !== -1) {
        if (tape.isMap(target)) patches.push({ node: target, isSelector: true, targets: [targetAt(tape, target)] })
        continue
      }
      const path = tape.isMap(item) ? tape.find(item, 'path') : item
      const node = path === -1 ? tape.find(item, 'patch') : path
      const written = textOf(tape, node)
      if (written === undefined) continue
      const isText = path === -1 || written.includes('\n') || /^\s*[{[]/.test(written)
      const text = isText ? written : tree.read(posix.join(folder, written))
      if (text !== undefined) patches.push({ node, isSelector: false, targets: (await targetsOf(text)).filter(isWhole) })
    }
  }
  return patches
}

const isWhole = ({ kind, name }: Target): boolean => kind !== undefined && name !== undefined && placeholderIn(kind + name) === undefined
