/** What objects of Argo CD and Flux point at in git, and whether that is the repository at hand. */
import { addTo } from '../parser/grouped-by.ts'
import { posix } from 'node:path'
import type { FileTree } from './file-tree.ts'
import { itemsOf, textAt, textOf } from './node-values.ts'
import type { KubernetesObject } from './object.ts'
import { placeholderIn } from './placeholder.ts'
import type { RunIndex } from './run-index.ts'
import type { Tape } from '../parser/tape.ts'

/** A folder of a repository that an object has applied. */
export interface GitSource {
  /** The map that says so. */
  readonly node: number
  /** As it is written; empty for a source of Flux. */
  readonly url: string
  readonly revision: string
  /** The scalar with the path, or -1. */
  readonly pathNode: number
  readonly path: string
  /** In which file of values `$NAME` stands for it. */
  readonly ref: string | undefined
  /** Files of values with the scalars that name them. */
  readonly valueFiles: readonly (readonly [node: number, file: string])[]
}

/** `https://github.com/a/b.git`, `git@github.com:a/b` and `ssh://git@github.com/a/b/` are one repository. */
export const repositoryId = (url: string): string =>
  url
    .trim()
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/(?:\.git)?\/*$/, '')
    .toLowerCase()

/** Branches that what is checked out stands for; a tag or another branch may have other files. */
const isOwnRevision = (revision: string): boolean => ['', 'HEAD', 'main', 'master', 'refs/heads/main', 'refs/heads/master'].includes(revision)

/**
 * The root of the repository that a source is in, when that is certainly the one at hand: git knows its address by that name, or other objects of the run have paths of it that exist.
 */
export function ownRoot(object: KubernetesObject, source: Pick<GitSource, 'url' | 'revision'>, index: RunIndex, files: FileTree): string | undefined {
  const root = files.rootOf(object.source.file)
  if (root === undefined || !isOwnRevision(source.revision) || source.url === '' || source.url.startsWith('oci://')) return undefined
  const id = repositoryId(source.url)
  const remotes = files.remotesOf(object.source.file).map(repositoryId)
  if (remotes.includes(id)) return root
  if (source.url.startsWith(OF_FLUX) && remotes.length > 0 && addressesOf(source.url.slice(OF_FLUX.length), index).some((url) => remotes.includes(url))) return root
  return provenSources(index, files, root).has(id) ? root : undefined
}

const OF_FLUX = 'flux/'

/** Whether a source of Flux is certainly not the repository at hand: its object and git name other addresses. */
export function isElsewhere(object: KubernetesObject, { url }: Pick<GitSource, 'url'>, index: RunIndex, files: FileTree): boolean {
  const remotes = files.remotesOf(object.source.file).map(repositoryId)
  const addresses = url.startsWith(OF_FLUX) ? addressesOf(url.slice(OF_FLUX.length), index) : []
  return remotes.length > 0 && addresses.length > 0 && !addresses.some((address) => remotes.includes(address))
}

/** Of the objects of the run that are a source of Flux with this name. */
function addressesOf(name: string, index: RunIndex): readonly string[] {
  let ofRun = addressesByName.get(index)
  if (ofRun === undefined) {
    addressesByName.set(index, (ofRun = new Map()))
    for (const { kind, apiVersion, name: own, tape, root } of index.objects) {
      const url = kind === 'GitRepository' && apiVersion.startsWith('source.toolkit.fluxcd.io/') ? textAt(tape, tape.find(root, 'spec'), 'url') : undefined
      if (url === undefined || placeholderIn(url) !== undefined) continue
      addTo(ofRun, own, repositoryId(url))
    }
  }
  return ofRun.get(name) ?? []
}

const addressesByName = new WeakMap<RunIndex, Map<string, string[]>>()

const proven = new WeakMap<RunIndex, Map<string, ReadonlySet<string>>>()
/** A path of one step, such as `base`, many repositories have. */
const TELLING = 2

/** The addresses of which several different paths of some length exist below a root, and more than are missing. */
function provenSources(index: RunIndex, files: FileTree, root: string): ReadonlySet<string> {
  let ofRun = proven.get(index)
  if (ofRun === undefined) proven.set(index, (ofRun = new Map()))
  let found = ofRun.get(root)
  if (found !== undefined) return found
  const paths = new Map<string, Map<string, boolean>>()
  for (const object of index.objects) {
    if (files.rootOf(object.source.file) !== root) continue
    for (const { url, path, pathNode } of sourcesOf(object)) {
      const normal = posix.normalize(path).replace(/^\.?\/|\/$/g, '')
      if (url === '' || pathNode === -1 || normal.split('/').length < 2 || placeholderIn(path) !== undefined) continue
      const id = repositoryId(url)
      paths.set(id, (paths.get(id) ?? new Map<string, boolean>()).set(normal, files.kindOf(posix.join(root, normal)) === 'folder'))
    }
  }
  const areThere = (all: ReadonlyMap<string, boolean>) => [...all.values()].filter(Boolean).length
  ofRun.set(root, (found = new Set([...paths].flatMap(([id, all]) => (areThere(all) >= TELLING && areThere(all) * 2 > all.size ? [id] : [])))))
  return found
}

/** Those in git, and charts that may have files of values there. */
export function sourcesOf(object: KubernetesObject): readonly GitSource[] {
  const { tape, root, kind, apiVersion } = object
  const spec = tape.find(root, 'spec')
  if (apiVersion.startsWith('argoproj.io/')) {
    const app = kind === 'ApplicationSet' ? tape.find(tape.find(spec, 'template'), 'spec') : kind === 'Application' ? spec : -1
    return argoSources(tape, app)
  }
  if (kind === 'Kustomization' && apiVersion.startsWith('kustomize.toolkit.fluxcd.io/')) return fluxSource(tape, spec, tape.find(spec, 'path'), tape.find(spec, 'sourceRef'))
  if (kind === 'HelmRelease' && apiVersion.startsWith('helm.toolkit.fluxcd.io/')) {
    const chart = tape.find(tape.find(spec, 'chart'), 'spec')
    return fluxSource(tape, chart, tape.find(chart, 'chart'), tape.find(chart, 'sourceRef'))
  }
  return []
}

function argoSources(tape: Tape, spec: number): GitSource[] {
  const several = itemsOf(tape, tape.find(spec, 'sources'))
  const single = tape.find(spec, 'source')
  return (several.length > 0 ? several : single === -1 ? [] : [single]).flatMap((node) => {
    if (!tape.isMap(node)) return []
    // A chart of a repository or registry has no path, but it may have files of values in git.
    const isChart = tape.find(node, 'chart') !== -1
    const pathNode = isChart ? -1 : tape.find(node, 'path')
    return [{ node, url: isChart ? '' : (textAt(tape, node, 'repoURL') ?? ''), revision: textAt(tape, node, 'targetRevision') ?? '', pathNode, path: textOf(tape, pathNode) ?? '', ref: textAt(tape, node, 'ref'), valueFiles: valueFilesOf(tape, node) }]
  })
}

/** Of any source, a chart of a repository too: what is below `$NAME` is in git. */
export function valueFilesOf(tape: Tape, source: number): [node: number, file: string][] {
  const helm = tape.find(source, 'helm')
  if (tape.find(helm, 'ignoreMissingValueFiles') !== -1) return []
  return itemsOf(tape, tape.find(helm, 'valueFiles')).flatMap((node): [number, string][] => {
    const file = textOf(tape, node)
    return file === undefined ? [] : [[node, file]]
  })
}

/** A source of Flux is known by its name: its address is in an object elsewhere, more often than not one that is made on the cluster. */
function fluxSource(tape: Tape, node: number, pathNode: number, ref: number): GitSource[] {
  const name = textAt(tape, ref, 'name')
  if (name === undefined || textAt(tape, ref, 'kind') !== 'GitRepository') return []
  return [{ node, url: OF_FLUX + name, revision: '', pathNode, path: textOf(tape, pathNode) ?? '', ref: undefined, valueFiles: [] }]
}
