/** With which values a chart is rendered. */
import { readFileSync } from 'node:fs'
import type { ChartSetting } from '../../config/config.ts'
import { shownPath } from '../../files/shown-path.ts'
import { pathOfName, type ChartFiles } from '../../files/chart-files.ts'
import { UsageError } from '../../usage-error.ts'

export interface ValuesSet {
  /** The files over `values.yaml`, as they are shown, those of the chart from its folder; none for those of the chart alone. */
  names: readonly string[]
  /** In the same order. */
  paths: readonly string[]
  texts: readonly string[]
  release: string
  namespace: string
  /** The settings name it: the chart is deployed so. */
  isDeployed: boolean
}

const RELEASE = 'release'
const NAMESPACE = 'default'
/** Those that chart-testing installs a chart with. */
const OF_CI = /^ci\/[^/]*values\.ya?ml$/

/** `settings` are those of charts in podlint.yaml, with absolute paths. Throws a UsageError. */
export function valuesSets({ folder, texts }: ChartFiles, settings: readonly ChartSetting[], cwd: string): ValuesSet[] {
  const path = pathOfName(folder)
  const ofCi = Object.keys(texts)
    .filter((name) => name.startsWith(`${folder}/`) && OF_CI.test(name.slice(folder.length + 1)))
    .sort()
  const sets: ValuesSet[] = [{ names: [], paths: [], texts: [], release: RELEASE, namespace: NAMESPACE, isDeployed: false }]
  for (const name of ofCi) sets.push({ names: [name.slice(folder.length + 1)], paths: [pathOfName(name)], texts: [texts[name]!], release: RELEASE, namespace: NAMESPACE, isDeployed: false })
  for (const { path: chart, values: paths = [], release = RELEASE, namespace = NAMESPACE } of settings) {
    if (chart !== path) continue
    sets.push({ names: paths.map((each) => shownPath(each, cwd)), paths, texts: paths.map((each) => readValues(each, cwd)), release, namespace, isDeployed: true })
  }
  return sets
}

function readValues(path: string, cwd: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new UsageError(`Cannot read ${shownPath(path, cwd)}, which the settings name for a chart`)
  }
}
