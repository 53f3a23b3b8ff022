/** What the objects of Argo CD and Flux of a run have deployed of their own repository. */
import { resolve } from 'node:path'
import type { KubernetesObject } from '../../model/object.ts'
import { RunIndex } from '../../model/run-index.ts'
import { mapOf } from '../../model/untyped.ts'
import { RenderEngine } from '../../render/engine.ts'
import { cacheFolder } from '../cache-folder.ts'
import type { ValuesSet } from '../charts/values-sets.ts'
import { applicationsOf } from './application-sets.ts'
import { deploymentsOf } from './argo-sources.ts'
import type { Deployment } from './deployment.ts'
import { appliedBy } from './flux-kustomizations.ts'
import { releaseOf } from './flux-releases.ts'
import { readGitops, type Surroundings } from './objects.ts'
import { plainValue } from './part-of-file.ts'

export interface Followed {
  deployments: readonly Deployment[]
  /** With which values each chart is deployed, by its absolute folder. */
  sets: ReadonlyMap<string, readonly ValuesSet[]>
  /** What cannot be followed and why, each a line for `--verbose`. */
  left: readonly string[]
}

export async function follow(objects: readonly KubernetesObject[], place: Omit<Surroundings, 'left' | 'index'>): Promise<Followed> {
  const left: string[] = []
  const around: Surroundings = { ...place, index: new RunIndex(objects), left }
  const deployments = await deploymentsIn(objects, around)
  return { deployments, sets: deployedSets(deployments, around), left: [...new Set(left)] }
}

async function deploymentsIn(objects: readonly KubernetesObject[], around: Surroundings): Promise<Deployment[]> {
  const found: Deployment[] = []
  let engine: RenderEngine | undefined
  for (const each of await readGitops(objects, around)) {
    if (each.kind === 'Kustomization') found.push(...(await appliedBy(each, around)))
    else if (each.kind === 'HelmRelease') found.push(...(await releaseOf(each, around)))
    else if (each.kind === 'Application') {
      const node = each.tape.find(each.root, 'spec')
      found.push(...deploymentsOf({ of: each, name: each.name, spec: mapOf(plainValue(each.tape, node)), node }, around))
    } else if (each.kind === 'ApplicationSet') for (const application of await applicationsOf(each, around, () => (engine ??= new RenderEngine(cacheFolder())))) found.push(...deploymentsOf(application, around))
  }
  await engine?.end()
  return found
}

/** More values than these are more of the same. */
const MOST_SETS = 20

/** The same values count once, whoever has them. */
function deployedSets(deployments: readonly Deployment[], { cwd, left }: Surroundings): Map<string, ValuesSet[]> {
  const sets = new Map<string, Map<string, ValuesSet>>()
  for (const { folder, chart, label } of deployments) {
    if (chart === undefined) continue
    const { layers, release, namespace } = chart
    const path = resolve(cwd, folder)
    const ofChart = sets.get(path) ?? new Map<string, ValuesSet>()
    sets.set(path, ofChart)
    const key = JSON.stringify(layers.map(({ text }) => text))
    if (ofChart.has(key)) continue
    if (ofChart.size === MOST_SETS) left.push(`${label}: not rendered, ${folder} has ${MOST_SETS} other sets of values`)
    else ofChart.set(key, { names: [label], layers, release, namespace, isDeployed: true })
  }
  return new Map([...sets].map(([path, ofChart]) => [path, [...ofChart.values()]]))
}
