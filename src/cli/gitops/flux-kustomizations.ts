/** What a Kustomization of Flux does to what is built from a folder. https://fluxcd.io/flux/components/kustomize/kustomizations/ */
import { posix } from 'node:path'
import type { Variables } from '../../files/flux-variables.ts'
import { shownBelow } from '../../files/shown-path.ts'
import { isElsewhere, ownRoot, sourcesOf } from '../../model/gitops.ts'
import { textAt } from '../../model/node-values.ts'
import { isMap, listOf, mapOf, textOf } from '../../model/untyped.ts'
import type { Tape } from '../../parser/tape.ts'
import { dataOf } from './config-data.ts'
import type { Deployment, Way } from './deployment.ts'
import { filesForFlux, hasKustomization } from './folder-files.ts'
import { isOpen, leave, type GitopsObject, type Reason, type Surroundings } from './objects.ts'
import { plainValue } from './part-of-file.ts'

export async function appliedBy(of: GitopsObject, around: Surroundings): Promise<Deployment[]> {
  const { tape, root, object } = of
  const { tree, index } = around
  const file = object.source.file
  const specNode = tape.find(root, 'spec')
  const spec = mapOf(plainValue(tape, specNode))
  const path = textOf(spec['path'])
  const [source] = sourcesOf(object)
  // Where nothing says that the source is another repository, a folder of that name is meant.
  const top = source === undefined ? undefined : (ownRoot(object, source, index, tree) ?? (isElsewhere(object, source, index, tree) ? undefined : tree.rootOf(file)))
  const left = (field: string, reason: Reason): [] => leave(of, tape.find(specNode, field), `${path ?? 'its path'} is not followed`, reason, around)
  const { kind, name } = mapOf(spec['sourceRef'])
  if (source === undefined && textOf(kind) !== undefined) return left('sourceRef', { reason: `it is in ${String(kind)} ${String(name)}`, others: `in objects of kind ${String(kind)}` })
  if (top === undefined) return left('sourceRef', 'it is in another repository')
  if (path !== undefined && isOpen(path)) return left('path', 'what its path is, only a cluster knows')
  if (path === undefined) return []
  const folder = shownBelow(top, path)
  const fillsIn = spec['postBuild'] !== undefined || isGivenVariables(around)
  const fields: Record<string, unknown> = {}
  for (const field of ['namePrefix', 'nameSuffix', 'images', 'patches', 'patchesStrategicMerge', 'patchesJson6902'] as const) if (spec[field] !== undefined) fields[field] = spec[field]
  if (typeof spec['targetNamespace'] === 'string') fields['namespace'] = spec['targetNamespace']
  const labels = mapOf(spec['commonMetadata'])['labels']
  if (isMap(labels)) fields['labels'] = [{ pairs: labels, includeSelectors: false }]
  const isBuildable = Object.values(fields).every((value) => !isOpen(JSON.stringify(value)))
  if (!isBuildable) leave(of, specNode, `built without ${Object.keys(fields).join(', ')}`, 'a variable stands there', around)
  const components = listOf(spec['components']).filter((each) => typeof each === 'string').map((each) => posix.join(folder, each))
  const variables = await variablesOf(mapOf(spec['postBuild']), around)
  const way: Way = { fields: isBuildable ? fields : {}, components: isBuildable ? components : [], texts: {}, outer: { file, tape, root: specNode, ...(of.written && { written: of.written }) }, ...(variables.size > 0 && { variables }) }
  if (hasKustomization(tree, folder)) return [{ label: of.label, folder, fillsIn, way }]
  const resources = around.files.some((each) => folder === '.' || each.startsWith(`${folder}/`)) ? filesForFlux(tree, top, folder, ignoredBy(mapOf(spec['sourceRef']), of, around)) : []
  if (typeof resources === 'string') left('path', resources)
  return [{ label: of.label, folder, fillsIn, ...(typeof resources !== 'string' && resources.length > 0 && { way, resources }) }]
}

/** What the GitRepository says that it leaves out: the one that is named, or the only one with that name. */
function ignoredBy({ kind, name, namespace }: Record<string, unknown>, of: GitopsObject, { index }: Surroundings): string | undefined {
  const sources = index.objects.filter((each) => each.kind === kind && each.name === name && each.apiVersion.startsWith('source.toolkit.fluxcd.io/'))
  const named = sources.find((each) => each.namespace === (textOf(namespace) ?? of.namespace)) ?? (sources.length === 1 ? sources[0] : undefined)
  return named && textAt(named.tape, named.tape.find(named.root, 'spec'), 'ignore')
}

/** Whether one of the run patches others so that they fill in variables: which ones, its patches tell only when they are made. */
const isGivenVariables = ({ index }: Surroundings): boolean => index.objects.some(({ kind, tape, root }) => kind === 'Kustomization' && /\bsubstitute(?:From)?:/.test(textBelow(tape, tape.find(tape.find(root, 'spec'), 'patches'))))

const textBelow = (tape: Tape, node: number): string => (node === -1 ? '' : tape.text.slice(tape.start(node), tape.end(node)))

async function variablesOf({ substitute, substituteFrom }: Record<string, unknown>, around: Surroundings): Promise<Variables> {
  const variables = new Map<string, string>()
  const add = (name: string, value: unknown) => {
    // A value of several lines is put in as it is, and may mean anything there.
    if (typeof value !== 'object' && value !== undefined && !/\n|\$\{/.test(String(value))) variables.set(name, String(value))
    else variables.delete(name)
  }
  for (const { kind, name } of listOf(substituteFrom).map(mapOf)) {
    const data = kind === 'ConfigMap' || kind === 'Secret' ? await dataOf(kind, String(name), around) : undefined
    // What is not here may say anything of those before it.
    if (data === undefined) variables.clear()
    for (const [key, { text }] of data ?? []) add(key, text.replace(/\n$/, ''))
  }
  for (const [name, value] of Object.entries(mapOf(substitute))) add(name, value)
  return variables
}
