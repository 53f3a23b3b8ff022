/** All that Kustomize needs to build a folder: the files that its kustomization names, those that these name, and so on. */
import { posix } from 'node:path'
import type { FileTree } from '../model/file-tree.ts'
import { textAt } from '../model/node-values.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { namedPaths } from './kustomization-reader.ts'
import { isRemote, KUSTOMIZATION_NAMES } from './kustomize.ts'

export interface ReadKustomization {
  /** As it is shown. */
  file: string
  tape: Tape
  root: number
}

export interface Closure {
  folder: string
  /** Texts by the path that is shown. */
  texts: ReadonlyMap<string, string>
  /** The one of the folder itself is the first. */
  kustomizations: readonly [ReadKustomization, ...ReadKustomization[]]
  /** Files with objects, and files with patches. */
  manifests: ReadonlySet<string>
  patches: ReadonlySet<string>
  isComponent: boolean
}

/** Why a folder cannot be built here, and where that stands. */
export interface Obstacle {
  file: string
  line: number
  reason: string
}

const PATCHES: ReadonlySet<string> = new Set(['patches', 'patchesStrategicMerge', 'patchesJson6902'])
const WITH_FOLDERS: ReadonlySet<string> = new Set(['resources', 'bases', 'components', 'generators', 'transformers', 'validators'])
/** What runs or downloads something. */
const CHARTS = ['helmCharts', 'helmChartInflationGenerator'] as const

/** Of the folder at `folder`, as it is shown, and components that are used with it. */
export async function closureOf(tree: FileTree, folder: string, components: readonly string[] = []): Promise<Closure | Obstacle> {
  const texts = new Map<string, string>()
  const kustomizations: ReadKustomization[] = []
  const manifests = new Set<string>()
  const patches = new Set<string>()
  const waiting = [folder, ...components]
  const seen = new Set(waiting)
  for (const at of waiting) {
    const name = KUSTOMIZATION_NAMES.map((each) => posix.join(at, each)).find((each) => tree.kindOf(each) === 'file')
    const text = name === undefined ? undefined : tree.read(name)
    if (name === undefined || text === undefined) return { file: name ?? at, line: 1, reason: 'it cannot be read' }
    const tape = new Tape()
    const [document] = await parse(text, tape)
    if (document === undefined || document.root === -1 || document.problems.length > 0) return { file: name, line: 1, reason: 'it cannot be read' }
    const { root } = document
    texts.set(name, text)
    kustomizations.push({ file: name, tape, root })
    const obstacle = (node: number, reason: string): Obstacle => ({ file: name, line: lineOf(text, tape.start(node)), reason })
    for (const field of CHARTS) {
      const node = tape.find(root, field)
      if (node !== -1 && !tape.isNull(node)) return obstacle(node - 1, `${field} needs Helm`)
    }
    for (const { node, field, path, wants } of namedPaths(tape, root)) {
      if (isRemote(path)) return obstacle(node, `"${path}" is in another repository`)
      const target = posix.join(at, path)
      const kind = tree.kindOf(target)
      if (kind === 'folder' && WITH_FOLDERS.has(field)) {
        if (!seen.has(target)) waiting.push(target)
        seen.add(target)
        continue
      }
      const read = texts.get(target) ?? (kind === 'file' ? tree.read(target) : undefined)
      if (read === undefined) return obstacle(node, kind === undefined ? `"${path}" does not exist` : `"${path}" cannot be read`)
      texts.set(target, read)
      if (PATCHES.has(field)) patches.add(target)
      else if (field === 'resources' || field === 'bases') manifests.add(target)
      else if (wants === 'kustomization') return obstacle(node, `"${path}" is a file`)
    }
  }
  const [first, ...others] = kustomizations as [ReadKustomization, ...ReadKustomization[]]
  return { folder, texts, kustomizations: [first, ...others], manifests, patches, isComponent: textAt(first.tape, first.root, 'kind') === 'Component' }
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
