/** Dependencies that are not there as Chart.yaml wants them: what they are wanted for, what may stand in, and what the user is told. */
import { dependencyEntries, packedIn, type ChartFiles } from '../../files/chart-files.ts'
import { listOf, mapOf } from '../../model/untyped.ts'
import { itemsOf, textAt } from '../../model/node-values.ts'
import { lineOf } from '../../parser/lines.ts'
import { parse } from '../../parser/parse.ts'
import { Tape } from '../../parser/tape.ts'
import type { ChartAnswer, MissingDependency, RenderEngine, Rendering } from '../../render/engine.ts'
import type { NoAnswer } from '../../wasm/go-thread.ts'
import { plainValue } from '../gitops/part-of-file.ts'
import type { ValuesSet } from './values-sets.ts'

const LISTS = ['Chart.yaml', 'requirements.yaml']
/** As a range: any version. */
const ANY = 'x'

interface Absent extends MissingDependency {
  /** `FILE:LINE` where it is wanted, by the names of the request; undefined within an archive. */
  file: string | undefined
  line: number
  /** Of what the chart's folder has in its place, which Helm takes whatever its version is. */
  present: string | undefined
  /** The sets of values with which it is wanted. */
  wantedWith: ReadonlySet<ValuesSet>
}

export class AbsentDependencies {
  readonly all: readonly Absent[]

  private readonly folder: string

  private constructor(folder: string, all: readonly Absent[]) {
    this.folder = folder
    this.all = all
  }

  static async of(files: ChartFiles, missing: readonly MissingDependency[], sets: readonly ValuesSet[]): Promise<AbsentDependencies> {
    const values = missing.length === 0 ? [] : await Promise.all(sets.map(async (set) => ({ set, layers: await layersOf(files, set) })))
    const all: Absent[] = []
    for (const each of missing) {
      const { file, line } = await placeOf(files, each)
      const isOwn = each.by === files.folder
      const entries = isOwn ? (await dependencyEntries(files, files.folder)).filter(({ name, version }) => name === each.name && (version ?? '') === (each.version ?? '')) : []
      const wantedWith = new Set(values.flatMap(({ set, layers }) => (entries.length === 0 || entries.some((entry) => isWanted(entry, layers)) ? [set] : [])))
      if (!all.some(({ by, name, version }) => by === each.by && name === each.name && version === each.version)) all.push({ ...each, file, line, present: packedIn(files, each.by).get(each.name), wantedWith })
    }
    return new AbsentDependencies(files.folder, all)
  }

  /** What the chart would have with these values, and does not. */
  lackedWith(set: ValuesSet): readonly Absent[] {
    return this.all.filter(({ present, wantedWith }) => present === undefined && wantedWith.has(set))
  }

  /** `rest` is what is missing even with charts of the same checkout that stand in. */
  *notes(chart: string, shown: (name: string) => string, rest: readonly MissingDependency[]): Iterable<string> {
    const build = `helm dependency build ${chart}`
    const at = ([{ file, line, by }]: readonly [Absent, ...Absent[]]) => (file === undefined ? shown(by) : `${shown(file)}:${line}`)
    const names = (some: readonly Absent[]) => some.map(({ name }) => name).join(', ')
    const [is, they, them] = [(some: readonly Absent[]) => (some.length === 1 ? 'is' : 'are'), (some: readonly Absent[]) => (some.length === 1 ? 'it' : 'they'), (some: readonly Absent[]) => (some.length === 1 ? 'it' : 'them')]
    // Of other charts it is said when they are linted themselves.
    const own = this.all.filter(({ by }) => `${by}/`.startsWith(`${this.folder}/`))
    const [present, absent] = partition(own, (each) => each.present !== undefined)
    for (const each of present) yield `${at([each])}: ${chart} is linted with ${each.name} ${each.present!} of its charts folder, as Helm would have it, though ${each.version!} is wanted; to have that there: ${build}`
    const [unwanted, wanted] = partition(absent, ({ wantedWith }) => wantedWith.size === 0)
    const [left, replaced] = partition(wanted, ({ by, name, version }) => rest.some((each) => each.by === by && each.name === name && each.version === version))
    if (isAny(replaced)) yield `${at(replaced)}: ${chart} is linted with another version of ${names(replaced)} that is in this checkout, for ${they(replaced)} ${is(replaced)} not in its charts folder; to have ${them(replaced)} there: ${build}`
    if (isAny(left)) yield `${at(left)}: ${chart} is linted without ${names(left)}, which ${is(left)} not in its charts folder; to have ${them(left)} there: ${build}`
    if (isAny(unwanted)) yield `${at(unwanted)}: ${chart} is linted without ${names(unwanted)}, which its values turn off; Helm wants ${them(unwanted)} in its charts folder all the same: ${build}`
  }
}

const isAny = (some: readonly Absent[]): some is readonly [Absent, ...Absent[]] => some.length > 0

function partition<Each>(all: readonly Each[], isFirst: (each: Each) => boolean): [Each[], Each[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))]
}

export interface Completed {
  answer: ChartAnswer | NoAnswer
  /** What the engine was given for it: the chart, with other texts where charts of the same checkout stand in for what it lacks. */
  sent: ChartFiles
  standIns: Readonly<Record<string, string>>
  absent: AbsentDependencies
  /** What is missing even so. */
  rest: readonly MissingDependency[]
}

/** `answer` says that something is missing. Where nothing comes of the chart without it, charts of the same checkout stand in, whatever their version. */
export async function complete(engine: RenderEngine, files: ChartFiles, answer: ChartAnswer, rendering: Rendering, sets: readonly ValuesSet[]): Promise<Completed> {
  const { missing = [], results } = answer
  const absent = await AbsentDependencies.of(files, missing, sets)
  const fault = results?.[0]?.fault
  const standIns = fault === undefined || fault.refusal === true || absent.lackedWith(sets[0]!).length === 0 ? undefined : await standingIn(files, missing)
  if (standIns !== undefined) {
    const sent = { ...files, texts: { ...files.texts, ...standIns } }
    const again = await engine.renderChart({ ...sent, renderings: [rendering] })
    if ('results' in again && again.results?.[0]?.files !== undefined) return { answer: again, sent, standIns, absent, rest: again.missing ?? [] }
  }
  return { answer, sent: files, standIns: {}, absent, rest: missing }
}

/** The texts in which charts of the same checkout stand in for what is missing, whatever their version: those that list dependencies, by their names. Undefined when none can. */
async function standingIn({ texts, local }: ChartFiles, missing: readonly MissingDependency[]): Promise<Record<string, string> | undefined> {
  const known = new Set(local.map((folder) => nameIn(texts[`${folder}/Chart.yaml`])))
  const changed: Record<string, string> = {}
  for (const { by, name, version } of missing) {
    if (!known.has(name)) continue
    for (const list of LISTS.map((each) => `${by}/${each}`)) {
      const text = changed[list] ?? texts[list]
      const found = text === undefined ? undefined : await entryIn(text, name, version)
      if (found !== undefined && found.version !== -1) changed[list] = `${text!.slice(0, found.tape.start(found.version))}${ANY}${text!.slice(found.tape.end(found.version))}`
    }
  }
  return Object.keys(changed).length === 0 ? undefined : changed
}

const nameIn = (text = ''): string | undefined => /^name:[ \t]*["']?([\w.-]+)/m.exec(text)?.[1]

async function entryIn(text: string, name: string, version = ''): Promise<{ tape: Tape; node: number; version: number } | undefined> {
  const tape = new Tape()
  const [document] = await parse(text, tape)
  const node = document === undefined || document.root === -1 ? undefined : itemsOf(tape, tape.find(document.root, 'dependencies')).find((each) => textAt(tape, each, 'name') === name && String(tape.find(each, 'version') === -1 ? '' : plainValue(tape, tape.find(each, 'version'))) === version)
  return node === undefined ? undefined : { tape: tape.detach(), node, version: tape.find(node, 'version') }
}

async function placeOf({ texts }: ChartFiles, { by, name, version }: MissingDependency): Promise<{ file: string | undefined; line: number }> {
  for (const file of LISTS.map((each) => `${by}/${each}`)) {
    const text = texts[file]
    const found = text === undefined ? undefined : await entryIn(text, name, version)
    if (found !== undefined) return { file, line: lineOf(text!, found.tape.start(found.node)) }
  }
  return { file: undefined, line: 0 }
}

/** The values of a set, those that count most first. */
async function layersOf({ folder, texts }: ChartFiles, { layers }: ValuesSet): Promise<unknown[]> {
  const all = [texts[`${folder}/values.yaml`] ?? '', ...layers.map(({ text }) => text)].reverse()
  return Promise.all(
    all.map(async (text) => {
      const tape = new Tape()
      const [document] = await parse(text, tape)
      return document === undefined ? undefined : plainValue(tape, document.root)
    }),
  )
}

/** As Helm decides it: by the first condition that is set, else by its tags. https://helm.sh/docs/topics/charts/#tags-and-condition-fields-in-dependencies */
function isWanted({ condition, tags }: Record<string, unknown>, layers: readonly unknown[]): boolean {
  const isOn = (path: readonly string[]): boolean | undefined => layers.map((values) => path.reduce<unknown>((at, step) => mapOf(at)[step], values)).find((value) => typeof value === 'boolean')
  const conditions = typeof condition === 'string' ? condition.split(',').map((path) => isOn(path.trim().split('.'))) : []
  const decided = conditions.find((each) => each !== undefined)
  const ofTags = listOf(tags).map((tag) => isOn(['tags', String(tag)])).filter((each) => each !== undefined)
  return decided ?? (ofTags.length === 0 || ofTags.includes(true))
}
