/** What an application of Argo CD has deployed of the repository that it is in: charts with values, and folders for Kustomize. https://argo-cd.readthedocs.io/en/stable/user-guide/helm/ */
import { posix, resolve } from 'node:path'
import type { Outer } from '../../files/built-places.ts'
import { shownBelow } from '../../files/shown-path.ts'
import { ownRoot } from '../../model/gitops.ts'
import { isMap, listOf, mapOf, textOf } from '../../model/untyped.ts'
import type { ValuesLayer } from '../charts/values-sets.ts'
import { filesForArgo } from './argo-directories.ts'
import { wayOf } from './argo-kustomize.ts'
import type { Deployment, Way } from './deployment.ts'
import { hasKustomization } from './folder-files.ts'
import { isOpen, leave, VALUES_ELSEWHERE, type GitopsObject, type Reason, type Surroundings } from './objects.ts'
import { asYaml, layerAt, mapLayer, plainValue, textLayer } from './part-of-file.ts'
import { setValue } from './set-values.ts'

export interface Application {
  of: GitopsObject
  name: string
  /** `spec`, with what an ApplicationSet fills in. */
  spec: Record<string, unknown>
  /** Where that is written. */
  node: number
}

export async function deploymentsOf(application: Application, around: Surroundings): Promise<Deployment[]> {
  const { of, spec } = application
  const { index, tree } = around
  const sources = sourcesOf(application)
  const rootOf = ({ repoURL, targetRevision }: Record<string, unknown>) => ownRoot(of.object, { url: textOf(repoURL) ?? '', revision: textOf(targetRevision) ?? '' }, index, tree)
  const refs = new Map(sources.flatMap(({ source }) => (typeof source['ref'] === 'string' ? [[source['ref'], rootOf(source)] as const] : [])))
  const namespace = textOf(mapOf(spec['destination'])['namespace'])
  const given = namespace === undefined || namespace === '' || isOpen(namespace) ? undefined : namespace
  const found: Deployment[] = []
  for (const each of sources) found.push(...(await deployed(each)))
  return found

  async function deployed({ source, node }: Source): Promise<Deployment[]> {
    const [root, path] = [rootOf(source), textOf(source['path'])]
    const left = (reason: Reason, what = path ?? 'its source', at = of.tape.find(node, 'path')): [] => leave(of, at === -1 ? node : at, `${what} is not followed`, reason, around)
    if (source['chart'] !== undefined) return left(isOpen(String(source['repoURL'])) ? 'it is in a repository that only a cluster knows' : { reason: `it is in ${String(source['repoURL'])}`, others: 'in repositories of charts' }, `the chart ${String(source['chart'])}`, of.tape.find(node, 'chart'))
    // Files of values may be all that is taken of it.
    if (path === undefined) return []
    if (root === undefined) return left(elsewhere(source))
    if (isMap(source['plugin'])) return left('a plugin makes of it what is deployed')
    if (isOpen(path)) return left('what its path is, only a cluster knows')
    const folder = shownBelow(root, path)
    if (tree.kindOf(posix.join(folder, 'Chart.yaml')) !== 'file') {
      const kustomize = mapOf(source['kustomize'])
      if (isOpen(JSON.stringify(kustomize))) return left('what it does to it, only a cluster knows')
      const outer: Outer = { file: of.object.source.file, tape: of.tape, root: of.tape.find(node, 'kustomize'), namespace: of.tape.find(of.tape.find(application.node, 'destination'), 'namespace'), ...(of.written && { written: of.written }) }
      const way: Way = { ...wayOf(kustomize, folder, outer, around), ...(given !== undefined && { namespace: { name: given, minor: around.minor } }) }
      const { directory } = source
      if (!isMap(directory) && hasKustomization(tree, folder)) return [{ label: of.label, folder, way }]
      const manifests = around.files.some((file) => folder === '.' || file.startsWith(`${folder}/`)) ? await filesForArgo(folder, mapOf(directory), around) : undefined
      if (typeof manifests === 'string' || (manifests !== undefined && 'reason' in manifests)) return left(manifests)
      return [{ label: of.label, folder, ...(manifests?.needsNamespace === true && { way, resources: manifests.files }) }]
    }
    const layers = helmLayers(application, source, node, folder, root, refs, around)
    if (!Array.isArray(layers)) return left(layers)
    const release = textOf(mapOf(source['helm'])['releaseName']) ?? application.name
    return [{ label: of.label, folder, chart: { layers, release: isOpen(release) ? 'release' : release, namespace: given ?? 'default' } }]
  }
}

function elsewhere({ repoURL, targetRevision }: Record<string, unknown>): string {
  const url = textOf(repoURL) ?? ''
  if (isOpen(url)) return 'what its repository is, only a cluster knows'
  if (url.startsWith('oci://')) return 'it is in a registry'
  const revision = textOf(targetRevision)
  return `it is in another repository${revision === undefined ? '' : ', or at another revision'}`
}

interface Source {
  source: Record<string, unknown>
  node: number
}

function sourcesOf({ of: { tape }, spec, node }: Application): Source[] {
  const several = listOf(spec['sources'])
  if (several.length === 0) return isMap(spec['source']) ? [{ source: spec['source'], node: tape.find(node, 'source') }] : []
  return several.map((source, index) => ({ source: mapOf(source), node: tape.item(tape.find(node, 'sources'), index) }))
}

/** In the order in which Argo CD has them; or why they are not known. */
function helmLayers({ of, name }: Application, source: Record<string, unknown>, node: number, folder: string, root: string, refs: ReadonlyMap<string, string | undefined>, { tree, cwd }: Surroundings): ValuesLayer[] | Reason {
  const helm = mapOf(source['helm'])
  const { tape } = of
  const at = tape.find(node, 'helm')
  const layers: ValuesLayer[] = []
  const filled = (text: string) => text.replaceAll(/\$(?:ARGOCD_APP_NAME\b|\{ARGOCD_APP_NAME\})/g, name)
  for (const each of listOf(helm['valueFiles'])) {
    const file = filled(String(each))
    if (isOpen(file) || /:\/\/|[*?[]/.test(file)) return { reason: `its values are in ${file}`, others: VALUES_ELSEWHERE }
    const [, ref, rest] = /^\$([^/]+)\/(.+)$/.exec(file) ?? []
    const top = ref === undefined ? root : refs.get(ref)
    if (top === undefined) return { reason: `its values are in ${file}, of another repository`, others: VALUES_ELSEWHERE }
    const shown = ref !== undefined ? posix.join(top, rest!) : file.startsWith('/') ? posix.join(root, file) : posix.join(folder, file)
    const text = tree.read(shown)
    if (text !== undefined) layers.push({ path: resolve(cwd, shown), text })
    else if (helm['ignoreMissingValueFiles'] !== true) return { reason: `its values are in ${file}, which cannot be read`, others: VALUES_ELSEWHERE }
  }
  const [object, values] = [helm['valuesObject'], helm['values']]
  const [objectNode, valuesNode] = [tape.find(at, 'valuesObject'), tape.find(at, 'values')]
  if (isMap(object)) layers.push(isWritten(object, objectNode) ? mapLayer(of, objectNode) : layerAt(of, objectNode, asYaml(object)))
  else if (typeof values === 'string') layers.push(isWritten(values, valuesNode) ? textLayer(of, valuesNode, values) : layerAt(of, valuesNode, values))
  for (const [field, list] of [['parameters', listOf(helm['parameters'])], ['fileParameters', listOf(helm['fileParameters'])]] as const) {
    for (const [index, each] of list.entries()) {
      const { name: parameter, value, path, forceString } = mapOf(each)
      const text = field === 'parameters' ? filled(String(value ?? '')) : tree.read(posix.join(folder, String(path)))
      const set = text === undefined ? undefined : setValue(String(parameter), text, forceString === true || field === 'fileParameters')
      if (set === undefined) return `nobody can tell what its parameter ${String(parameter)} sets`
      const item = tape.item(tape.find(at, field), index)
      const valueNode = tape.find(item, field === 'parameters' ? 'value' : 'path')
      layers.push(layerAt(of, valueNode === -1 ? at : valueNode, asYaml(set)))
    }
  }
  return layers

  /** Nothing was filled in. */
  function isWritten(value: unknown, own: number): boolean {
    return own !== -1 && JSON.stringify(plainValue(tape, own)) === JSON.stringify(value)
  }
}
