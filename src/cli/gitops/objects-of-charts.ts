/** Objects of Argo CD and Flux that charts make: with the values that they are deployed with, or with their own where nothing says more. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathOfName, readChart, type ChartFiles } from '../../files/chart-files.ts'
import { shownPath } from '../../files/shown-path.ts'
import { Linter } from '../../lint.ts'
import type { RenderEngine, Rendered } from '../../render/engine.ts'
import { Places } from '../../render/places.ts'
import type { Range } from '../../render/values.ts'
import { complete } from '../charts/absent-dependencies.ts'
import { isLibrary, withTexts } from '../charts/lint-charts.ts'
import { renderingOf } from '../charts/rendering.ts'
import { valuesSets, type ValuesSet } from '../charts/values-sets.ts'
import type { Settings } from '../settings.ts'
import { OF_GITOPS, readGitops, type GitopsObject } from './objects.ts'

/** The charts that may make such objects, as far as their own templates tell. */
export const chartsWithObjects = (charts: readonly string[]): string[] => charts.filter((chart) => templatesBelow(join(chart, 'templates')).some((file) => OF_GITOPS.test(readFileSync(file, 'utf8'))))

function templatesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? templatesBelow(join(folder, entry.name)) : entry.isFile() && /\.(?:ya?ml|tpl)$/.test(entry.name) ? [join(folder, entry.name)] : []))
  } catch {
    // What cannot be read is a problem of the chart.
    return []
  }
}

export interface ChartsOfRun {
  /** All of them, absolute. */
  charts: readonly string[]
  /** Those that may make such objects. */
  making: readonly string[]
  /** Stand in place of what is on the disk, by shown name. */
  texts: ReadonlyMap<string, string>
  settings: Settings
  engine: RenderEngine
}

export class ObjectsOfCharts {
  private readonly run: ChartsOfRun
  /** By chart and values. */
  private readonly known = new Map<string, Promise<GitopsObject[]>>()

  constructor(run: ChartsOfRun) {
    this.run = run
  }

  /** `deployed` is what is known of how charts are deployed. */
  async deployedWith(deployed: ReadonlyMap<string, readonly ValuesSet[]>): Promise<GitopsObject[]> {
    const { charts, making, texts, settings } = this.run
    const { cwd } = settings.find
    const found: GitopsObject[] = []
    for (const folder of making) {
      let files: ChartFiles
      try {
        files = withTexts(await readChart(folder, charts), texts, cwd)
      } catch {
        // It is a problem when the chart is linted.
        continue
      }
      if (isLibrary(files)) continue
      const sets = valuesSets(files, settings.charts, cwd, deployed.get(folder))
      const asDeployed = sets.filter(({ isDeployed }) => isDeployed)
      for (const set of asDeployed.length > 0 ? asDeployed : sets.slice(0, 1)) {
        const key = JSON.stringify([folder, set.release, set.namespace, set.layers.map(({ text }) => text)])
        let made = this.known.get(key)
        if (made === undefined) this.known.set(key, (made = this.made(files, set, sets)))
        found.push(...(await made))
      }
    }
    return found
  }

  private async made(files: ChartFiles, set: ValuesSet, sets: readonly ValuesSet[]): Promise<GitopsObject[]> {
    const { settings, engine } = this.run
    const { cwd } = settings.find
    const rendering = renderingOf(set, settings.kubernetesVersions.at(-1)!)
    let [answer, sent] = [await engine.renderChart({ ...files, renderings: [rendering] }), files]
    if ('results' in answer && answer.missing !== undefined) ({ answer, sent } = await complete(engine, files, answer, rendering, sets))
    const rendered = ('results' in answer ? answer.results?.[0]?.files : undefined)?.filter(({ source, text }) => source !== undefined && OF_GITOPS.test(text)) ?? []
    if (rendered.length === 0) return []
    const linter = new Linter({ kubernetesVersions: settings.kubernetesVersions, severities: new Map() })
    const texts = new Map(rendered.map(({ source, text }) => [shownPath(pathOfName(source!), cwd), text]))
    for (const [file, text] of texts) await linter.add({ file, text, named: false })
    const placed = await engine.renderChart({ ...sent, renderings: [{ ...rendering, places: rendered.map(({ name }) => name) }] })
    const marked = ('results' in placed ? placed.results?.[0] : undefined) ?? {}
    return readGitops(linter.thirdParties, { cwd, tree: { read: (file) => texts.get(file) } }, (file) => {
      const { name, source, text } = rendered.find((each) => shownPath(pathOfName(each.source!), cwd) === file)!
      return { text: files.texts[source!] ?? '', placeOf: placesIn(marked, name, text, source!) }
    })
  }
}

/** In the template, or at its beginning. */
function placesIn(marked: Rendered, name: string, text: string, template: string): (range: Range) => Range {
  const places = new Places(marked)
  const same = marked.files?.find((each) => each.name === name && each.text === text)
  return (range) => {
    const { start = 0, end = 1 } = (same === undefined ? undefined : places.of(same, range.start, range.end).find(({ source }) => source === template)) ?? {}
    return { start, end }
  }
}
