/** Charts that a kustomization names in `helmCharts`, rendered by our own Helm, for what Kustomize builds of them. */
import { posix, resolve } from 'node:path'
import { pathOfName, readChart, unreadable, type ChartFiles } from '../files/chart-files.ts'
import type { MadeText } from '../files/built-places.ts'
import type { Closure, LocalChart, Obstacle } from '../files/kustomization-closure.ts'
import { shownPath } from '../files/shown-path.ts'
import type { FileTree } from '../model/file-tree.ts'
import { listOf, mapOf, textOf } from '../model/untyped.ts'
import type { RenderEngine } from '../render/engine.ts'
import { Places } from '../render/places.ts'
import { renderingOf } from './charts/rendering.ts'
import { asYaml, plainValue } from './gitops/part-of-file.ts'

export interface ChartSurroundings {
  engine: RenderEngine
  tree: FileTree
  cwd: string
  /** Of Kubernetes. */
  minor: string
}

/** The texts that Kustomize gets, by the paths that are shown: what charts give, and kustomizations that have that among their resources. */
export async function withCharts({ charts, kustomizations }: Closure, around: ChartSurroundings): Promise<{ texts: ReadonlyMap<string, string>; made: ReadonlyMap<string, MadeText> } | Obstacle> {
  const texts = new Map<string, string>()
  const made = new Map<string, MadeText>()
  for (const { file, tape, root } of kustomizations) {
    const own = charts.filter((chart) => chart.file === file)
    if (own.length === 0) continue
    const names: string[] = []
    for (const [index, chart] of own.entries()) {
      const result = await rendered(chart, plainValue(tape, chart.node), around)
      if (typeof result === 'string') return { file, line: chart.line, reason: `its chart ${chart.folder} cannot be rendered: ${result}` }
      const name = `.podlint-chart-${index}.yaml`
      const path = posix.join(posix.dirname(file), name)
      texts.set(path, result.text)
      made.set(path, result)
      names.push(name)
    }
    const { helmCharts: _charts, helmGlobals: _globals, ...rest } = mapOf(plainValue(tape, root))
    texts.set(file, JSON.stringify({ ...rest, resources: [...listOf(rest['resources']), ...names] }))
  }
  return { texts, made }
}

async function rendered({ file, node, folder }: LocalChart, entry: unknown, { engine, tree, cwd, minor }: ChartSurroundings): Promise<MadeText | string> {
  const { releaseName, namespace, valuesFile, additionalValuesFiles, valuesInline, valuesMerge, includeCRDs } = mapOf(entry)
  const read = (name: unknown) => tree.read(posix.join(posix.dirname(file), String(name)))
  const given = valuesFile === undefined ? [] : [read(valuesFile) ?? '']
  const inline = valuesInline === undefined ? [] : [asYaml(valuesInline)]
  const values = [...(valuesMerge === 'replace' ? inline : valuesMerge === 'merge' ? [...inline, ...given] : [...given, ...inline]), ...listOf(additionalValuesFiles).map((name) => read(name) ?? '')]
  let chart: ChartFiles
  try {
    chart = await readChart(resolve(cwd, folder), [])
  } catch (error) {
    return unreadable(error)
  }
  const rendering = renderingOf({ names: [], layers: values.map((text) => ({ path: '', text })), release: textOf(releaseName) ?? 'release-name', namespace: textOf(namespace) ?? 'default', isDeployed: true }, minor)
  const answer = await engine.renderChart({ ...chart, renderings: [rendering] })
  if ('failure' in answer) return answer.failure
  const [result] = answer.results ?? []
  if (result?.files === undefined) return answer.error ?? result?.fault?.message ?? `it is not for Kubernetes ${minor}`
  const { files } = result
  const definitions = includeCRDs === true ? Object.entries(chart.texts).flatMap(([name, text]) => (name.startsWith(`${chart.folder}/crds/`) && /\.ya?ml$/.test(name) ? [{ name, text }] : [])) : []
  let text = ''
  const starts: number[] = []
  const parts = [...definitions, ...files]
  for (const part of parts) {
    text += '---\n'
    starts.push(text.length)
    text += `${part.text.trimEnd()}\n`
  }
  let placed: Promise<Places & { files?: typeof files }> | undefined
  const marked = async () => {
    const again = await engine.renderChart({ ...chart, renderings: [{ ...rendering, places: files.map(({ name }) => name) }] })
    const [withPlaces = {}] = 'results' in again ? (again.results ?? []) : []
    return Object.assign(new Places(withPlaces), withPlaces.files && { files: withPlaces.files })
  }
  return {
    text,
    entry: node,
    kustomization: file,
    async placeOf(start, end) {
      const at = starts.findLastIndex((each) => each <= start)
      const part = parts[at]
      if (part === undefined) return undefined
      const places = await (placed ??= marked())
      const same = places.files?.find(({ name, text: own }) => name === part.name && own === part.text)
      const place = same && places.of(same, start - starts[at]!, end - starts[at]!).find(({ source }) => source.startsWith(`${chart.folder}/`))
      return place && { file: shownPath(pathOfName(place.source), cwd), text: chart.texts[place.source]!, start: place.start, end: place.end }
    },
  }
}
