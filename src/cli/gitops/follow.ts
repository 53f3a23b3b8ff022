/** What the objects of Argo CD and Flux of a run have deployed of their own repository. */
import { resolve } from 'node:path'
import type { KubernetesObject } from '../../model/object.ts'
import { RunIndex } from '../../model/run-index.ts'
import { mapOf } from '../../model/untyped.ts'
import type { ValuesSet } from '../charts/values-sets.ts'
import { applicationsOf } from './application-sets.ts'
import { deploymentsOf } from './argo-sources.ts'
import type { Deployment } from './deployment.ts'
import { appliedBy } from './flux-kustomizations.ts'
import { releaseOf } from './flux-releases.ts'
import type { FileTree } from '../../model/file-tree.ts'
import type { Inputs } from '../inputs.ts'
import { renderEngineOf } from '../render-engine.ts'
import type { Settings } from '../settings.ts'
import type { ObjectsOfBuilds } from './objects-of-builds.ts'
import type { ObjectsOfCharts } from './objects-of-charts.ts'
import { isGitops, linesOfLeft, readGitops, type GitopsObject, type Left, type Surroundings } from './objects.ts'
import { plainValue } from './part-of-file.ts'

export interface Followed {
  deployments: readonly Deployment[]
  /** With which values each chart is deployed, by its absolute folder. */
  sets: ReadonlyMap<string, readonly ValuesSet[]>
  /** What cannot be followed and why, each a line for `--verbose`. */
  left: readonly string[]
  /** What was built for it. */
  known?: ObjectsOfBuilds['built']
}

/** How far objects that charts and kustomizations make are followed to those that make more of them: one that deploys itself has no end. */
const DEEPEST = 3

interface Run {
  found: Pick<Inputs, 'charts' | 'inputs' | 'kustomizations' | 'renderEngine'>
  /** Stand in place of what is on the disk, by shown name. */
  texts: ReadonlyMap<string, string>
  tree: FileTree
  settings: Settings
}

/** Undefined where there is nothing to follow. `objects` are those of the run. */
export async function followRun(objects: readonly KubernetesObject[], { found, texts, tree, settings }: Run): Promise<Followed | undefined> {
  const { charts, inputs, kustomizations } = found
  const { chartsWithObjects, ObjectsOfCharts } = charts.length === 0 ? {} : await import('./objects-of-charts.ts')
  const making = chartsWithObjects?.(charts) ?? []
  if (making.length === 0 && !objects.some(isGitops)) return undefined
  const place = { tree, cwd: settings.find.cwd, files: inputs.map(({ file }) => file), kustomizations, minor: settings.kubernetesVersions.at(-1)!, engine: renderEngineOf(found) }
  const made = ObjectsOfCharts && making.length > 0 ? new ObjectsOfCharts({ charts, making, texts, settings, engine: place.engine }) : undefined
  const isBuilding = objects.some(isGitops) && !settings.isUpgrade && (settings.render === 'all' || settings.render === 'kustomize')
  const builds = isBuilding ? new (await import('./objects-of-builds.ts')).ObjectsOfBuilds(place) : undefined
  return follow(objects, place, { charts: made, builds })
}

interface Makers {
  /** What charts make with the values that they are deployed with. */
  charts: ObjectsOfCharts | undefined
  /** What kustomizations make of the objects of files. */
  builds: ObjectsOfBuilds | undefined
}

async function follow(objects: readonly KubernetesObject[], place: Omit<Surroundings, 'left' | 'index'>, { charts, builds }: Makers): Promise<Followed> {
  const plain = await readGitops(objects, place)
  let known: readonly GitopsObject[] = plain
  let followed = await followAll(plain, objects, place)
  for (let depth = 0; depth < DEEPEST; depth++) {
    const { unchanged, changed } = builds === undefined ? { unchanged: plain, changed: [] } : await builds.of(plain, followed.deployments)
    const next = [...unchanged, ...changed, ...((await charts?.deployedWith(followed.sets)) ?? [])]
    if (next.length === known.length && next.every((each, index) => each === known[index])) break
    known = next
    const kept = new Set(next)
    const left = new Set(plain.filter((each) => !kept.has(each)).map(({ object }) => object))
    const all = new Set([...objects.filter((object) => !left.has(object)), ...next.map(({ object }) => object)])
    followed = await followAll(next, [...all], place)
  }
  return { ...followed, ...(builds && { known: builds.built }) }
}

async function followAll(all: readonly GitopsObject[], objects: readonly KubernetesObject[], place: Omit<Surroundings, 'left' | 'index'>): Promise<Followed> {
  const left: Left[] = []
  const around: Surroundings = { ...place, index: new RunIndex(objects), left }
  const deployments = await deploymentsIn(all, around)
  return { deployments, sets: deployedSets(deployments, around), left: linesOfLeft(left) }
}

async function deploymentsIn(all: readonly GitopsObject[], around: Surroundings): Promise<Deployment[]> {
  const found: Deployment[] = []
  for (const each of all) {
    if (each.kind === 'Kustomization') found.push(...(await appliedBy(each, around)))
    else if (each.kind === 'HelmRelease') found.push(...(await releaseOf(each, around)))
    else if (each.kind === 'Application') {
      const node = each.tape.find(each.root, 'spec')
      found.push(...(await deploymentsOf({ of: each, name: each.name, spec: mapOf(plainValue(each.tape, node)), node }, around)))
    } else if (each.kind === 'ApplicationSet') for (const application of await applicationsOf(each, around)) found.push(...(await deploymentsOf(application, around)))
  }
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
    if (ofChart.size === MOST_SETS) left.push({ line: `${label}: not rendered, ${folder} has ${MOST_SETS} other sets of values`, cause: `sets of ${folder}`, others: `for ${folder}` })
    else ofChart.set(key, { names: [label], layers, release, namespace, isDeployed: true })
  }
  return new Map([...sets].map(([path, ofChart]) => [path, [...ofChart.values()]]))
}
