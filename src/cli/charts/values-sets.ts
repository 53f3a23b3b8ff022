/** With which values a chart is rendered. */
import { readFileSync } from 'node:fs'
import type { ChartSetting } from '../../config/config.ts'
import { shownPath } from '../../files/shown-path.ts'
import { pathOfName, type ChartFiles } from '../../files/chart-files.ts'
import type { Range } from '../../render/values.ts'
import { UsageError } from '../../usage-error.ts'

export interface ValuesSet {
  /** What it is called: its files as they are shown, those of the chart from its folder, or the object that has them; none for those of the chart alone. */
  names: readonly string[]
  /** Values over `values.yaml`, later ones over earlier ones. */
  layers: readonly ValuesLayer[]
  release: string
  namespace: string
  /** APIs of the cluster beside those of Kubernetes. */
  apiVersions?: readonly string[]
  /** The settings name it: the chart is deployed so. */
  isDeployed: boolean
}

export interface ValuesLayer {
  /** The file that they stand in, absolute. */
  path: string
  text: string
  /** They are a part of the file, which has this text; a range of theirs stands in it at another place. */
  within?: { text: string; placeOf: (range: Range) => Range }
}

const RELEASE = 'release'
const NAMESPACE = 'default'
/** Those that chart-testing installs a chart with. */
const OF_CI = /^ci\/[^/]*values\.ya?ml$/

/** `settings` are those of charts in podlint.yaml, with absolute paths; `deployed` is what objects of Argo CD and Flux deploy it with. Throws a UsageError. */
export function valuesSets({ folder, texts }: ChartFiles, settings: readonly ChartSetting[], cwd: string, deployed: readonly ValuesSet[] = []): ValuesSet[] {
  const path = pathOfName(folder)
  const ofCi = Object.keys(texts)
    .filter((name) => name.startsWith(`${folder}/`) && OF_CI.test(name.slice(folder.length + 1)))
    .sort()
  const sets: ValuesSet[] = [{ names: [], layers: [], release: RELEASE, namespace: NAMESPACE, isDeployed: false }]
  for (const name of ofCi) sets.push({ names: [name.slice(folder.length + 1)], layers: [{ path: pathOfName(name), text: texts[name]! }], release: RELEASE, namespace: NAMESPACE, isDeployed: false })
  for (const { path: chart, values: paths = [], release = RELEASE, namespace = NAMESPACE, apiVersions = [] } of settings) {
    if (chart !== path) continue
    sets.push({ names: paths.map((each) => shownPath(each, cwd)), layers: paths.map((each) => ({ path: each, text: readValues(each, cwd) })), release, namespace, apiVersions, isDeployed: true })
  }
  return [...sets, ...deployed]
}

function readValues(path: string, cwd: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new UsageError(`Cannot read ${shownPath(path, cwd)}, which the settings name for a chart`)
  }
}
