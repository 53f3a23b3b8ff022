/** What a kustomization says about other files. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, posix, resolve } from 'node:path'
import type { GeneratedObject } from '../model/kustomization-unit.ts'
import { noCompletion, type Completion, type Target } from '../model/completion.ts'
import { itemsOf, textAt } from '../model/node-values.ts'
import { meantFile } from '../model/slip.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { readOwnText } from './read.ts'

export const KUSTOMIZATION_NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

/** Fields with patches: paths, texts, or maps with either. */
export const PATCH_FIELDS = ['patches', 'patchesStrategicMerge', 'patchesJson6902'] as const

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
  /** Absolute paths of the files and folders that it is made of. */
  resources: string[]
  /** Those of the components that it uses. */
  components: string[]
  isComponent: boolean
  /** What it does to each of its objects by itself. */
  completion: Completion
  /** What its generators make. */
  generated: GeneratedObject[]
  /** It also builds what is not here: resources of other repositories, charts, what plugins generate. */
  isOpen: boolean
  namePrefix: string
  nameSuffix: string
  /** Patches that say themselves what they are for: absolute paths, and texts. */
  patchFiles: string[]
  patchTexts: string[]
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
  // One of Flux may be called so, too.
  if (documents.every(({ root }) => root === -1 || !isKustomization(file, tape, root))) return undefined
  const kustomization: Kustomization = { reasons: new Map(), pinnedImages: [], resources: [], components: [], isComponent: false, completion: noCompletion(), generated: [], isOpen: false, namePrefix: '', nameSuffix: '', patchFiles: [], patchTexts: [] }
  const absolute = (path: string) => resolve(dirname(file), path)
  for (const { root } of documents) {
    if (root === -1 || !isKustomization(file, tape, root)) continue
    addPinned(tape, root, kustomization.pinnedImages)
    for (const [path, reason] of filesUsedBy(tape, root)) kustomization.reasons.set(absolute(path), reason)
    for (const list of ['resources', 'bases']) for (const path of pathsIn(tape, root, list)) kustomization.resources.push(absolute(path))
    kustomization.isComponent ||= textAt(tape, root, 'kind') === 'Component'
    for (const path of pathsIn(tape, root, 'components')) kustomization.components.push(absolute(path))
    addWhatItDoes(tape, root, kustomization, absolute)
    addWhatItMakes(tape, root, kustomization)
  }
  addMeant(kustomization)
  return kustomization
}

/** A file that is named in a wrong way is still no manifest. */
function addMeant({ reasons, resources }: Kustomization): void {
  for (const [file, reason] of reasons) {
    const folder = dirname(file)
    if (existsSync(file) || !existsSync(folder)) continue
    const name = meantFile(basename(file), readdirSync(folder))
    const meant = name === undefined ? undefined : resolve(folder, name)
    if (meant !== undefined && !resources.includes(meant)) reasons.set(meant, reason)
  }
}

/** Absolute paths of the files that a kustomization has in its lists of patches, although it cannot be read as YAML. Never throws. */
export function patchesInBroken(file: string): string[] {
  let text
  try {
    text = readOwnText(file)
  } catch {
    return []
  }
  return [...text.matchAll(/^patches\w*:(?:.*\n(?=[ \t#-]|\r?$))*.*/gm)].flatMap(([list]) => [...list.matchAll(/[\w./-]+\.ya?ml\b/g)].map(([path]) => resolve(dirname(file), path)))
}

/** Whether a document is for Kustomize: its file has the name of one and it is nothing else, or it says so. */
export function isKustomization(file: string, tape: Tape, root: number): boolean {
  const apiVersion = textAt(tape, root, 'apiVersion') ?? ''
  if (apiVersion.startsWith('kustomize.config.k8s.io/')) return true
  return tape.isMap(root) && hasKustomizationName(file) && KINDS.has(textAt(tape, root, 'kind')) && !apiVersion.startsWith('kustomize.toolkit.fluxcd.io/')
}

const KINDS: ReadonlySet<string | undefined> = new Set([undefined, 'Kustomization', 'Component'])
const NAMES: ReadonlySet<string> = new Set(KUSTOMIZATION_NAMES)

/** A kustomization in a file of another name is used under one of these, and nobody knows where. */
export const hasKustomizationName = (file: string): boolean => NAMES.has(/[^/\\]*$/.exec(file)![0])

/** The files that a kustomization uses otherwise than as manifests, as it names them. */
export function filesUsedBy(tape: Tape, root: number): [path: string, reason: KustomizeReason][] {
  return Object.entries(FIELDS).flatMap(([field, reason]) => pathsIn(tape, root, field).map((path): [string, KustomizeReason] => [path, reason]))
}

function addWhatItDoes(tape: Tape, root: number, { completion, patchFiles, patchTexts }: Kustomization, absolute: (path: string) => string): void {
  const has = (...fields: readonly string[]) => fields.some((field) => tape.find(root, field) !== -1)
  completion.namespace = has('namespace')
  completion.labels = has('commonLabels', 'labels')
  completion.annotations = has('commonAnnotations')
  completion.variables = has('vars', 'replacements')
  for (const field of PATCH_FIELDS) {
    for (const patch of itemsOf(tape, tape.find(root, field))) {
      const target = tape.isMap(patch) ? tape.find(patch, 'target') : -1
      const text = tape.isScalar(patch) ? tape.scalar(patch) : (textAt(tape, patch, 'path') ?? textAt(tape, patch, 'patch'))
      if (target !== -1) completion.targets.push(targetAt(tape, target))
      else if (typeof text === 'string') (text.includes('\n') || /^\s*\{/.test(text) ? patchTexts : patchFiles).push(text)
    }
  }
  for (let i = 0; i < patchFiles.length; i++) patchFiles[i] = absolute(patchFiles[i]!)
  for (const replacement of itemsOf(tape, tape.find(root, 'replacements'))) {
    // One in a file of its own is for whatever that says.
    if (textAt(tape, replacement, 'path') !== undefined) completion.targets.push({})
    for (const target of itemsOf(tape, tape.find(replacement, 'targets'))) completion.targets.push(targetAt(tape, tape.find(target, 'select')))
  }
  // They can do anything.
  if (has('transformers')) Object.assign(completion, { targets: [{}], namespace: true, labels: true, annotations: true })
}

/** What is not in this checkout: Kustomize downloads it. */
export const isRemote = (path: string): boolean => REMOTE.test(path)
const REMOTE = /^[a-z]+:\/\/|^git@|^(?:www\.)?(?:github|gitlab|bitbucket)\.\w+\/|\?(?:.*&)?(?:ref|version)=|\/\/.*\?/

function addWhatItMakes(tape: Tape, root: number, kustomization: Kustomization): void {
  const paths = ['resources', 'bases', 'components'].flatMap((field) => pathsIn(tape, root, field))
  kustomization.isOpen ||= paths.some(isRemote) || ['helmCharts', 'helmChartInflationGenerator', 'generators', 'transformers'].some((field) => tape.find(root, field) !== -1)
  kustomization.namePrefix ||= textAt(tape, root, 'namePrefix') ?? ''
  kustomization.nameSuffix ||= textAt(tape, root, 'nameSuffix') ?? ''
  for (const [field, kind] of [['configMapGenerator', 'ConfigMap'], ['secretGenerator', 'Secret']] as const) {
    for (const generator of itemsOf(tape, tape.find(root, field))) {
      const name = textAt(tape, generator, 'name')
      if (name !== undefined) kustomization.generated.push({ kind, name, keys: generatedKeys(tape, generator) })
    }
  }
}

/** Undefined when they are in a file. */
function generatedKeys(tape: Tape, generator: number): ReadonlySet<string> | undefined {
  if (tape.find(generator, 'envs') !== -1 || tape.find(generator, 'env') !== -1) return undefined
  const textsIn = (field: string) => [...itemsOf(tape, tape.find(generator, field))].flatMap((item) => (tape.isScalar(item) ? String(tape.scalar(item)) : []))
  const keys = [...textsIn('literals').map((literal) => literal.split('=')[0]!), ...textsIn('files').map((file) => (file.includes('=') ? file.split('=')[0]! : file.slice(file.lastIndexOf('/') + 1)))]
  return keys.length === 0 ? undefined : new Set(keys)
}

/** The objects that a strategic merge patch is for: each says so itself, like a manifest. */
export async function targetsOf(patch: string): Promise<Target[]> {
  const tape = new Tape()
  const documents = await parse(patch, tape)
  return documents.flatMap(({ root }) => {
    if (root === -1 || !tape.isMap(root)) return []
    const kind = textAt(tape, root, 'kind')
    // Names are no expressions here.
    const name = textAt(tape, tape.find(root, 'metadata'), 'name')
    return [{ ...(kind !== undefined && { kind }), ...(name !== undefined && { name }) }]
  })
}

/** What a Kustomization of Flux does to the folder at `path`, which is relative to the root of its repository: much the same in other words. */
export function fluxKustomization(tape: Tape, root: number): { path: string; completion: Completion } | undefined {
  const spec = tape.find(root, 'spec')
  const path = textAt(tape, spec, 'path')
  if (path === undefined) return undefined
  const completion = noCompletion()
  completion.namespace = tape.find(spec, 'targetNamespace') !== -1
  for (const patch of itemsOf(tape, tape.find(spec, 'patches'))) completion.targets.push(targetAt(tape, tape.find(patch, 'target')))
  return { path: posix.join('/', path), completion }
}

export function targetAt(tape: Tape, node: number): Target {
  const target: Target = {}
  for (const field of ['kind', 'name'] as const) {
    const pattern = textAt(tape, node, field)
    if (pattern !== undefined) target[field] = pattern
  }
  return target
}

export function pathsIn(tape: Tape, root: number, field: string): string[] {
  const paths: string[] = []
  for (const item of itemsOf(tape, tape.find(root, field))) {
    const node = tape.isMap(item) ? tape.find(item, 'path') : item
    const path = node === -1 || !tape.isScalar(node) ? null : tape.scalar(node)
    // A patch may also be written right there, as a text of several lines.
    if (typeof path === 'string' && path !== '' && !path.includes('\n')) paths.push(path)
  }
  return paths
}

function addPinned(tape: Tape, root: number, pinned: string[]): void {
  for (const image of itemsOf(tape, tape.find(root, 'images'))) {
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
