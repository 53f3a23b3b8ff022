/** What a HelmRelease of Flux has deployed of the repository that it is in. https://fluxcd.io/flux/components/helm/helmreleases/ */
import { posix, resolve } from 'node:path'
import { ownRoot, sourcesOf } from '../../model/gitops.ts'
import { isMap, listOf, mapOf, textOf } from '../../model/untyped.ts'
import type { ValuesLayer } from '../charts/values-sets.ts'
import { dataOf, type DataKind } from './config-data.ts'
import type { Deployment } from './deployment.ts'
import { isOpen, leave, VALUES_ELSEWHERE, type GitopsObject, type Reason, type Surroundings } from './objects.ts'
import { asYaml, layerAt, mapLayer, plainValue, textLayer } from './part-of-file.ts'
import { setValue } from './set-values.ts'
import { shownBelow } from '../../files/shown-path.ts'

export async function releaseOf(of: GitopsObject, around: Surroundings): Promise<Deployment[]> {
  const { tape, root, object } = of
  const [source] = sourcesOf(object)
  const specNode = tape.find(root, 'spec')
  const spec = mapOf(plainValue(tape, specNode))
  const top = source === undefined ? undefined : ownRoot(object, source, around.index, around.tree)
  if (source === undefined || top === undefined) return notHere(of, spec, specNode, around)
  if (source.path === '') return []
  const folder = shownBelow(top, source.path)
  const layers = isOpen(source.path) ? 'what its path is, only a cluster knows' : await layersOf(of, spec, specNode, top, around)
  if (!Array.isArray(layers)) return leave(of, source.pathNode, `${source.path} is not followed`, layers, around)
  const target = textOf(spec['targetNamespace'])
  const namespace = target ?? of.namespace
  const release = textOf(spec['releaseName']) ?? (target === undefined ? of.name : `${target}-${of.name}`)
  return [{ label: of.label, folder, chart: { layers, release: isOpen(release) ? 'release' : release, namespace: namespace === '' || isOpen(namespace) ? 'default' : namespace } }]
}

/** Charts of registries, repositories of charts and other repositories of git. */
function notHere(of: GitopsObject, spec: Record<string, unknown>, specNode: number, around: Surroundings): [] {
  const { chartRef, chart } = spec
  const { tape } = of
  if (isMap(chartRef)) return leave(of, tape.find(specNode, 'chartRef'), 'not followed', { reason: `its chart is in ${String(chartRef['kind'])} ${String(chartRef['name'])}`, others: `in objects of kind ${String(chartRef['kind'])}` }, around)
  const { chart: name, sourceRef } = mapOf(mapOf(chart)['spec'])
  if (name === undefined) return []
  const { kind, name: repository } = mapOf(sourceRef)
  return leave(of, tape.find(tape.find(tape.find(specNode, 'chart'), 'spec'), 'chart'), `the chart ${String(name)} is not followed`, kind === 'GitRepository' ? 'it is in another repository' : { reason: `it is in ${String(kind)} ${String(repository)}`, others: `in objects of kind ${String(kind)}` }, around)
}

async function layersOf(of: GitopsObject, spec: Record<string, unknown>, specNode: number, top: string, around: Surroundings): Promise<ValuesLayer[] | Reason> {
  const { tree, cwd } = around
  const { tape } = of
  const layers: ValuesLayer[] = []
  for (const file of listOf(mapOf(mapOf(spec['chart'])['spec'])['valuesFiles'])) {
    const shown = posix.join(top, String(file))
    const text = tree.read(shown)
    if (text === undefined) return { reason: `its values are in ${String(file)}, which cannot be read`, others: VALUES_ELSEWHERE }
    layers.push({ path: resolve(cwd, shown), text })
  }
  for (const each of listOf(spec['valuesFrom']).map(mapOf)) {
    const { kind, name, valuesKey = 'values.yaml', targetPath, optional } = each
    const data = kind === 'ConfigMap' || kind === 'Secret' ? await dataOf(kind satisfies DataKind, String(name), around) : undefined
    const entry = data?.get(String(valuesKey))
    if (entry === undefined && optional === true) continue
    if (entry === undefined) return { reason: `its values are in ${String(kind)} ${String(name)}, which is not here`, others: VALUES_ELSEWHERE }
    const { file, node, text } = entry
    if (targetPath !== undefined) {
      const set = setValue(String(targetPath), text, false)
      if (set === undefined) return `nobody can tell what ${String(targetPath)} sets`
      layers.push(node === -1 ? { path: file.path, text: asYaml(set), within: { text, placeOf: () => ({ start: 0, end: 1 }) } } : layerAt(file, node, asYaml(set)))
    } else layers.push(node === -1 ? { path: file.path, text } : textLayer(file, node, text))
  }
  if (isMap(spec['values'])) layers.push(mapLayer(of, tape.find(specNode, 'values')))
  return layers
}
