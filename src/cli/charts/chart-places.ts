/** Places in the files of a chart, and in files with values for it. */
import type { Position } from '../../diagnostic.ts'
import { pathOfName, requestName, type ChartFiles } from '../../files/chart-files.ts'
import { shownPath } from '../../files/shown-path.ts'
import { LineIndex } from '../../parser/lines.ts'
import type { TemplatePlace } from '../../render/places.ts'
import { ValuesFile, type Range } from '../../render/values.ts'
import type { ValuesLayer, ValuesSet } from './values-sets.ts'

interface PlacedValues {
  name: string
  values: ValuesFile
  /** Values may be part of another file. */
  placeOf(range: Range): Range
}

export class ChartPlaces {
  private readonly files: ChartFiles
  private readonly cwd: string
  private readonly lines = new Map<string, LineIndex>()
  /** By their text. */
  private readonly values = new Map<string, Promise<ValuesFile>>()

  constructor(files: ChartFiles, cwd: string) {
    this.files = files
    this.cwd = cwd
  }

  /** Whether a template has a port of this name, whatever values ask for it. */
  hasPort(source: string | undefined, port: string): boolean {
    return /^[\w-]+$/.test(port) && new RegExp(String.raw`\bname:\s*["']?${port}["']?\s*$`, 'm').test(this.files.texts[source ?? ''] ?? '')
  }

  /** Whether a template of the chart has an object of this kind whose name is written just as what is at a place, whatever values ask for it. */
  makes(kind: string, { name, range }: { name: string; range: Range }): boolean {
    const [rest = ''] = (this.files.texts[name] ?? '').slice(range.start).split('\n', 1)
    const named = `name: ${rest.trim()}`
    return Object.entries(this.files.texts).some(([source, other]) => this.isOwn(source) && new RegExp(`^kind: ${kind}\\s*$`, 'm').test(other) && other.split('\n').some((line) => line.trim() === named))
  }

  /** Of the chart itself: not of one in it. */
  isOwn(source: string): boolean {
    const { folder } = this.files
    return source.startsWith(`${folder}/`) && !source.startsWith(`${folder}/charts/`)
  }

  /** Whether there is text before an action in its line, such as the key of what it prints. */
  isInLine({ source, start }: Pick<TemplatePlace, 'source' | 'start'>): boolean {
    const text = this.files.texts[source] ?? ''
    return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() !== ''
  }

  linesOf(name: string): LineIndex {
    let known = this.lines.get(name)
    if (known === undefined) this.lines.set(name, (known = new LineIndex(this.files.texts[name] ?? '')))
    return known
  }

  placed(name: string, { start, end }: Range): { file: string; start: Position; end: Position } {
    const lines = this.linesOf(name)
    return { file: this.shownName(name), start: lines.position(start), end: lines.position(end) }
  }

  /** From a place that Go tells: to the end of its action, or of its line. */
  atLine(name: string, line: number, column: number): Range {
    const text = this.files.texts[name] ?? ''
    const lines = text.split('\n')
    const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
    const row = (lines[line - 1] ?? '').replace(/\r$/, '')
    // Of what it cannot parse, Go tells only the line.
    const only = row.split('{{').length === 2 ? row.indexOf('{{') : row.length - row.trimStart().length
    const at = column <= 0 ? only : Buffer.from(row).subarray(0, column).toString().length
    const open = column <= 0 ? at : Math.max(row.lastIndexOf('{{', at), 0)
    const close = row.indexOf('}}', at)
    const start = before + open
    return { start, end: Math.max(before + (close === -1 ? row.trimEnd().length : close + 2), start + 1) }
  }

  /** Where a value is set: in the last file of the set that has it, else in `values.yaml`. `nearest`: or what is there of its path. */
  async valueAt(path: readonly string[], within: readonly (string | number)[], { layers }: ValuesSet, nearest: boolean): Promise<{ name: string; range: Range } | undefined> {
    const candidates = [...layers.toReversed(), ...this.own]
    for (const layer of candidates) {
      const { name, values, placeOf } = await this.valuesFile(layer)
      const range = values.find(path, within) ?? (nearest && layer === candidates.at(-1) ? (values.nearest(path) ?? { start: 0, end: 1 }) : undefined)
      if (range !== undefined) return { name, range: placeOf(range) }
    }
    return undefined
  }

  /** The values of the chart, and those of the sets. */
  async valuesFiles(sets: readonly ValuesSet[]): Promise<PlacedValues[]> {
    const layers = new Map([...this.own, ...sets.flatMap((set) => set.layers)].map((layer) => [`${layer.path}\n${layer.text}`, layer]))
    return Promise.all([...layers.values()].map((layer) => this.valuesFile(layer)))
  }

  private get own(): ValuesLayer[] {
    const name = `${this.files.folder}/values.yaml`
    const text = this.files.texts[name]
    return text === undefined ? [] : [{ path: pathOfName(name), text }]
  }

  private async valuesFile({ path, text, within }: ValuesLayer): Promise<PlacedValues> {
    const name = requestName(path)
    if (!this.lines.has(name)) this.lines.set(name, new LineIndex(within?.text ?? text))
    let file = this.values.get(text)
    if (file === undefined) this.values.set(text, (file = ValuesFile.read(text)))
    return { name, values: await file, placeOf: (range) => within?.placeOf(range) ?? range }
  }

  shownName(name: string): string {
    return shownPath(pathOfName(name), this.cwd)
  }

  /** Where `Chart.yaml` names the dependency that a rendered file belongs to. */
  dependencyAt(file: string): Range {
    const text = this.files.texts[`${this.files.folder}/Chart.yaml`] ?? ''
    const [name] = subchartsOf(file)
    const found = name === undefined ? undefined : new RegExp(String.raw`^[\s-]*(?:name|alias):\s*["']?(${name.replaceAll(/[^\w-]/g, String.raw`\$&`)})["']?\s*(?:#.*)?$`, 'dm').exec(text)
    const [start, end] = found?.indices?.[1] ?? [0, 1]
    return { start, end }
  }
}

/** `web/charts/db/templates/x.yaml`: the names of the subcharts that lead to it. */
export const subchartsOf = (file: string): string[] => [...file.slice(0, file.lastIndexOf('/templates/')).matchAll(/\/charts\/([^/]+)/g)].map(([, name]) => name!)
