/** All that Kustomize needs to build a folder: the files that its kustomization names, those that these name, and so on. */
import { posix } from 'node:path'
import type { FileTree } from '../model/file-tree.ts'
import { itemsOf, textAt } from '../model/node-values.ts'
import { lineOf } from '../parser/lines.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { namedPaths } from './kustomization-reader.ts'
import { isRemote, KUSTOMIZATION_NAMES, PATCH_FIELDS } from './kustomize.ts'

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
  /** Charts of this checkout that kustomizations render. */
  charts: readonly LocalChart[]
}

/** An entry of `helmCharts`. */
export interface LocalChart {
  /** The kustomization that has it, the node there, and its line. */
  file: string
  node: number
  line: number
  /** Of the chart, as it is shown. */
  folder: string
}

/** Why a folder cannot be built here, and where that stands. */
export interface Obstacle {
  file: string
  line: number
  /** Offsets of what is wrong there, where that is known. */
  start?: number
  end?: number
  reason: string
  /** What it would have to have from elsewhere. */
  needs?: 'another repository' | 'a chart from elsewhere'
}

const PATCHES: ReadonlySet<string> = new Set(PATCH_FIELDS)
const WITH_FOLDERS: ReadonlySet<string> = new Set(['resources', 'bases', 'components', 'generators', 'transformers', 'validators'])

/** Of the folder at `folder`, as it is shown, and components that are used with it. */
export async function closureOf(tree: FileTree, folder: string, components: readonly string[] = []): Promise<Closure | Obstacle> {
  const texts = new Map<string, string>()
  const kustomizations: ReadKustomization[] = []
  const manifests = new Set<string>()
  const patches = new Set<string>()
  const charts: LocalChart[] = []
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
    const obstacle = (node: number, reason: string, needs?: Obstacle['needs']): Obstacle => ({ file: name, line: lineOf(text, tape.start(node)), reason, ...(needs && { needs }) })
    const old = tape.find(root, 'helmChartInflationGenerator')
    if (old !== -1 && !tape.isNull(old)) return obstacle(old - 1, 'helmChartInflationGenerator needs Helm', 'a chart from elsewhere')
    const home = textAt(tape, tape.find(root, 'helmGlobals'), 'chartHome') ?? 'charts'
    for (const node of itemsOf(tape, tape.find(root, 'helmCharts'))) {
      const [chart, version] = [textAt(tape, node, 'name') ?? '', textAt(tape, node, 'version')]
      const folder = [posix.join(at, home, chart), posix.join(at, home, `${chart}-${version ?? ''}`, chart)].find((each) => tree.kindOf(posix.join(each, 'Chart.yaml')) === 'file' && tree.read(posix.join(each, 'Chart.yaml')) !== undefined)
      if (folder === undefined || chart === '') return obstacle(node, `the chart "${chart}" is not in ${posix.join(at, home)}`, 'a chart from elsewhere')
      charts.push({ file: name, node, line: lineOf(text, tape.start(node)), folder })
    }
    for (const { node, field, path, wants } of namedPaths(tape, root)) {
      if (isRemote(path)) return obstacle(node, `"${path}" is in another repository`, 'another repository')
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
  return { folder, texts, kustomizations: [first, ...others], manifests, patches, isComponent: textAt(first.tape, first.root, 'kind') === 'Component', charts }
}
