/** What a kustomization says about the files beside it. */
import { dirname, resolve } from 'node:path'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { readOwnText } from './read.ts'

export const KUSTOMIZATION_NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

/** Fields that hold paths (or `{path: …}`) of files which are no manifests, and what those are. */
const FIELDS = {
  patches: 'kustomize patch',
  patchesStrategicMerge: 'kustomize patch',
  patchesJson6902: 'kustomize patch',
  replacements: 'kustomize configuration',
  transformers: 'kustomize configuration',
  generators: 'kustomize configuration',
  validators: 'kustomize configuration',
  configurations: 'kustomize configuration',
} as const

export type KustomizeReason = (typeof FIELDS)[keyof typeof FIELDS]

export interface Kustomization {
  /** Absolute path → reason, for each file that it uses otherwise than as a manifest. */
  reasons: Map<string, KustomizeReason>
  /** Names of images that it gives a tag or a digest, as manifests write them: without either. */
  pinnedImages: string[]
  /** Absolute paths of the resources of a Component: each use of it may give them other names. */
  componentResources: string[]
}

/** Undefined when it cannot be read: then it is best linted, for a finding to say why. Never throws. */
export async function readKustomization(file: string): Promise<Kustomization | undefined> {
  const tape = new Tape()
  let documents
  try {
    documents = await parse(readOwnText(file), tape)
  } catch {
    return undefined
  }
  if (documents.some((document) => document.problems.length > 0)) return undefined
  const kustomization: Kustomization = { reasons: new Map(), pinnedImages: [], componentResources: [] }
  const absolute = (path: string) => resolve(dirname(file), path)
  for (const { root } of documents) {
    if (root === -1 || !tape.isMap(root)) continue
    addPinned(tape, root, kustomization.pinnedImages)
    for (const [path, reason] of filesUsedBy(tape, root)) kustomization.reasons.set(absolute(path), reason)
    const kind = tape.find(root, 'kind')
    if (kind !== -1 && tape.source(kind) === 'Component') for (const path of pathsIn(tape, root, 'resources')) kustomization.componentResources.push(absolute(path))
  }
  return kustomization
}

/** The files that a kustomization uses otherwise than as manifests, as it names them. */
export function filesUsedBy(tape: Tape, root: number): [path: string, reason: KustomizeReason][] {
  return Object.entries(FIELDS).flatMap(([field, reason]) => pathsIn(tape, root, field).map((path): [string, KustomizeReason] => [path, reason]))
}

function pathsIn(tape: Tape, root: number, field: string): string[] {
  const list = tape.find(root, field)
  const paths: string[] = []
  if (list === -1 || !tape.isSequence(list)) return paths
  for (let item = list + 1, end = tape.next(list); item < end; item = tape.next(item)) {
    const node = tape.isMap(item) ? tape.find(item, 'path') : item
    const path = node === -1 || !tape.isScalar(node) ? null : tape.scalar(node)
    // A patch may also be written right there, as a text of several lines.
    if (typeof path === 'string' && path !== '' && !path.includes('\n')) paths.push(path)
  }
  return paths
}

function addPinned(tape: Tape, root: number, pinned: string[]): void {
  const list = tape.find(root, 'images')
  if (list === -1 || !tape.isSequence(list)) return
  for (let image = list + 1, end = tape.next(list); image < end; image = tape.next(image)) {
    if (!tape.isMap(image)) continue
    const scalar = (field: string) => {
      const node = tape.find(image, field)
      return node === -1 || !tape.isScalar(node) ? undefined : tape.scalar(node)
    }
    const name = scalar('name')
    const tag = scalar('newTag')
    if (typeof name === 'string' && (scalar('digest') !== undefined || (tag !== undefined && tag !== 'latest'))) pinned.push(name)
  }
}
