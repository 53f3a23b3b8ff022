/** Objects of Argo CD and Flux as kustomizations change them: with patches, a namespace, variables that are filled in. */
import { nodeLike } from '../../files/built-places.ts'
import type { Closure } from '../../files/kustomization-closure.ts'
import { Linter } from '../../lint.ts'
import type { KustomizationUnit } from '../../model/kustomization-unit.ts'
import type { FileTree } from '../../model/file-tree.ts'
import { isMap } from '../../model/untyped.ts'
import { groupedBy } from '../../parser/grouped-by.ts'
import type { RenderEngine } from '../../render/engine.ts'
import type { Range } from '../../render/values.ts'
import type { BuildResult } from '../built-kustomizations.ts'
import { KnownBuilds } from '../known-builds.ts'
import { changesAnything, type Deployment, type Way } from './deployment.ts'
import { OF_GITOPS, readGitops, type GitopsObject } from './objects.ts'
import { asYaml, plainValue } from './part-of-file.ts'

interface BuildsOfRun {
  kustomizations: readonly KustomizationUnit[]
  tree: FileTree
  cwd: string
  minor: string
  engine: RenderEngine
}

export interface BuiltObjects {
  /** Those of the files that are deployed as they are written. */
  unchanged: GitopsObject[]
  changed: GitopsObject[]
}

export class ObjectsOfBuilds {
  /** For those who want to judge it. */
  readonly built = new KnownBuilds<BuildResult>()
  private readonly run: BuildsOfRun
  /** By file and text, so that the same ones are known as the same. */
  private readonly known = new Map<string, Promise<GitopsObject[]>>()

  constructor(run: BuildsOfRun) {
    this.run = run
  }

  /** `plain` are those of the files, `deployments` what is done to folders. */
  async of(plain: readonly GitopsObject[], deployments: readonly Deployment[]): Promise<BuiltObjects> {
    const { kustomizations, tree, cwd, minor, engine } = this.run
    const { buildKustomizations } = await import('../built-kustomizations.ts')
    const { built, failed, passed } = await buildKustomizations(kustomizations, tree, engine, { deployments, cwd, minor, isWanted: mayChange, known: this.built })
    const asWritten = new Set([...failed.flatMap(({ closure }) => closure ?? []), ...passed].flatMap(({ manifests }) => [...manifests]))
    const asBuilt = new Set(built.flatMap(({ closure }) => [...closure.manifests]))
    const byFile = groupedBy(plain, ({ object }) => object.source.file)
    const unchanged = new Set(plain.filter(({ object }) => !asBuilt.has(object.source.file) || asWritten.has(object.source.file)))
    const changed = new Set<GitopsObject>()
    for (const { text, closure } of built) {
      for (const { file, start, end } of text.documents()) {
        const written = OF_GITOPS.test(text.text.slice(start, end)) ? closure.texts.get(file) : undefined
        if (written === undefined) continue
        const own = byFile.get(file) ?? []
        // What is built is YAML, which no file of that name holds.
        if (file.endsWith('.json')) for (const each of own) unchanged.add(each)
        else for (const object of await this.read(file, text.text.slice(start, end), written, own)) {
          const same = own.find((each) => isSame(each, object))
          if (same === undefined) changed.add(object)
          else unchanged.add(same)
        }
      }
    }
    return { unchanged: plain.filter((each) => unchanged.has(each)), changed: [...changed] }
  }

  private read(file: string, text: string, written: string, own: readonly GitopsObject[]): Promise<GitopsObject[]> {
    const key = JSON.stringify([file, text])
    let known = this.known.get(key)
    if (known === undefined) this.known.set(key, (known = this.readAnew(file, text, written, own)))
    return known
  }

  private async readAnew(file: string, text: string, written: string, own: readonly GitopsObject[]): Promise<GitopsObject[]> {
    const linter = new Linter({ kubernetesVersions: [this.run.minor], severities: new Map() })
    await linter.add({ file, text, named: false })
    const objects = await readGitops(linter.thirdParties, { cwd: this.run.cwd, tree: { read: () => text } }, () => ({ text: written, placeOf: ({ start }) => (object === undefined || original === undefined ? { start: 0, end: 1 } : placeLike(object, start, original)) }))
    const [object] = objects
    const ofKind = own.filter(({ kind }) => kind === object?.kind)
    const original = ofKind.find(({ name }) => name === object?.name) ?? ofKind.find(({ name }) => name !== '' && object?.name.includes(name))
    return objects
  }
}

/** In the file of the object: what was put in elsewhere stands at its beginning. */
function placeLike(object: GitopsObject, offset: number, { tape, root }: GitopsObject): Range {
  const found = nodeLike(object.tape, object.root, offset, tape, root)
  const node = found === -1 ? root + 1 : found
  const start = tape.start(node)
  const lineEnd = tape.text.indexOf('\n', start)
  return { start, end: tape.isScalar(node) && (lineEnd === -1 || tape.end(node) <= lineEnd) ? tape.end(node) : start + 1 }
}

/** Fields of a kustomization that leave the objects of files as they are. */
const OF_FILES: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'resources', 'bases', 'configMapGenerator', 'secretGenerator', 'generatorOptions', 'sortOptions', 'buildMetadata', 'openapi', 'crds', 'configurations'])

function mayChange({ texts, kustomizations }: Closure, way: Way | undefined): boolean {
  const changes = (way !== undefined && changesAnything(way)) || kustomizations.some(({ tape, root }) => Object.keys(plainValue(tape, root) ?? {}).some((field) => !OF_FILES.has(field)))
  return changes && [...texts].some(([file, text]) => !kustomizations.some((each) => each.file === file) && OF_GITOPS.test(text))
}

const isSame = (a: GitopsObject, b: GitopsObject): boolean => a.kind === b.kind && a.name === b.name && sorted(a) === sorted(b)

/** Kustomize may write fields in another order. */
const sorted = ({ tape, root }: GitopsObject): string => asYaml(inOrder(plainValue(tape, root)))

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  return isMap(value) ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, inOrder(value[key])])) : value
}
