/** For `podlint render`: what charts become, with the place that each line comes from. */
import { readChart, pathOfName, type ChartFiles } from '../../files/chart-files.ts'
import { shownPath } from '../../files/shown-path.ts'
import { LineIndex } from '../../parser/lines.ts'
import type { RenderEngine, Rendered, RenderedFile } from '../../render/engine.ts'
import { Places } from '../../render/places.ts'
import type { Settings } from '../settings.ts'
import { complete } from './absent-dependencies.ts'
import { isLibrary } from './lint-charts.ts'
import { renderingOf } from './rendering.ts'
import { valuesSets, type ValuesSet } from './values-sets.ts'

/** What charts become with each of their sets of values, and why others become nothing. `deployed` is what objects of Argo CD and Flux deploy them with, by their absolute folders. */
export async function renderedTexts(charts: readonly string[], settings: Settings, engine: RenderEngine, deployed: ReadonlyMap<string, readonly ValuesSet[]> = new Map()): Promise<{ texts: string[]; faults: string[] }> {
  const texts: string[] = []
  const faults: string[] = []
  for (const chart of charts) await renderChart(engine, chart, charts, settings, texts, faults, deployed.get(chart))
  return { texts, faults }
}

async function renderChart(engine: RenderEngine, folder: string, others: readonly string[], settings: Settings, texts: string[], faults: string[], deployed: readonly ValuesSet[] | undefined): Promise<void> {
  const { cwd } = settings.find
  const files = await readChart(folder, others)
  if (isLibrary(files)) return
  const sets = valuesSets(files, settings.charts, cwd, deployed)
  let sent: ChartFiles | undefined
  for (const set of sets) {
    const rendering = renderingOf(set, settings.kubernetesVersions.at(-1)!)
    let plain = await engine.renderChart({ ...(sent ?? files), renderings: [rendering] })
    if (sent === undefined && 'results' in plain && plain.missing !== undefined) ({ answer: plain, sent } = await complete(engine, files, plain, rendering, sets))
    sent ??= files
    const [rendered] = 'results' in plain && plain.results !== undefined ? plain.results : []
    const values = set.names.length === 0 ? 'its own values' : set.names.join(' and ')
    if (rendered?.files === undefined) {
      const reason = rendered?.fault?.full.replaceAll(/\s+/g, ' ') ?? rendered?.incompatible ?? ('failure' in plain ? plain.failure : plain.error)
      faults.push(`${shownPath(folder, cwd)} cannot be rendered with ${values}: ${reason}`)
      continue
    }
    const placed = await engine.renderChart({ ...sent, renderings: [{ ...rendering, places: rendered.files.map(({ name }) => name) }] })
    const [withPlaces = {}] = 'results' in placed ? (placed.results ?? []) : []
    for (const file of rendered.files) texts.push(`# ${file.name}: rendered by Helm with ${values}\n${annotated(file, withPlaces, files, cwd)}---\n`)
  }
}

function annotated(file: RenderedFile, placed: Rendered, files: ChartFiles, cwd: string): string {
  const same = placed.files?.find(({ name, text }) => name === file.name && text === file.text)
  const places = new Places(placed)
  const lines = new Map<string, LineIndex>()
  let text = ''
  let at = 0
  for (const line of file.text.split('\n')) {
    const start = at + line.length - line.trimStart().length
    const place = same === undefined || line.trim() === '' ? undefined : places.of(same, start, at + line.length).find(({ source }) => source !== '')
    at += line.length + 1
    if (line.trim() === '') continue
    let index = place && lines.get(place.source)
    if (place !== undefined && index === undefined) lines.set(place.source, (index = new LineIndex(files.texts[place.source] ?? '')))
    text += place === undefined ? `${line}\n` : `${line} # ${shownPath(pathOfName(place.source), cwd)}:${index!.position(place.start).line}\n`
  }
  return text
}
