/** The findings of one chart, each at a place in its files, once for all values that it is found with. */
import type { Diagnostic, Related, Severity } from '../../diagnostic.ts'
import { KEYWORD } from '../../engine/suppression-comments.ts'
import type { SuppressionRun } from '../../suppression-run.ts'
import type { PlacedScopes } from '../../engine/placed-scopes.ts'
import { pathOfName, requestName, type ChartFiles } from '../../files/chart-files.ts'
import { shownPath } from '../../files/shown-path.ts'
import { ruleUrl } from '../../project.ts'
import type { Lack } from '../../model/completion.ts'
import type { Fault, Rendered } from '../../render/engine.ts'
import { mistakeIn } from '../../render/broken-template.ts'
import { Lookups } from '../../render/lookups.ts'
import { Places, type TemplatePlace } from '../../render/places.ts'
import { stepsOf, ValuesFile, type Range } from '../../render/values.ts'
import type { AbsentDependencies, Completed } from './absent-dependencies.ts'
import { ChartPlaces, subchartsOf } from './chart-places.ts'
import { SET_HERE } from './charts-linted.ts'
import { isForUsers } from './left-to-users.ts'
import { TemplateComments } from './template-comments.ts'
import { TemplateFixes, type Plain, type TemplateFix } from './template-fixes.ts'
import type { ValuesSet } from './values-sets.ts'

export const RULE = 'valid-chart'

/** Rules about what is not found: a chart that is missing may bring it. */
const ABOUT_ABSENT = /^no-unknown-|-without-|^no-unused-object$/

/** With which sets of values and versions of Kubernetes a diagnostic is found. */
interface Found {
  diagnostic: Diagnostic
  sets: Set<ValuesSet>
  versions: Set<string>
  /** Of each place where it is found; undefined for one that cannot be fixed in the template. */
  fixes: Set<TemplateFix | undefined>
}

/** What Helm says of a pattern that it cannot read. */
const OF_IGNORE_FILE = /^(?:double-star \(\*\*\) syntax is not supported|syntax error in pattern)/

export class ChartReport {
  readonly notes = new Set<string>()
  readonly fixes: TemplateFixes
  readonly lookups: Lookups
  suppressed = 0
  private readonly files: ChartFiles
  private readonly severities: ReadonlyMap<string, Severity>
  private readonly scopes: PlacedScopes | undefined
  private readonly allVersions: readonly string[]
  private readonly places: ChartPlaces
  private readonly shown: string
  private readonly found = new Map<string, Found>()
  private readonly comments = new Map<string, TemplateComments>()
  private readonly refused: { fault: Fault; set: ValuesSet }[] = []
  /** Fixes that would do more than they are to do, each a line. */
  readonly unproven: string[] = []
  /** Whether it could be rendered with any values. */
  private renders = false
  private absent: AbsentDependencies | undefined
  /** Charts of the same checkout, of another version than the wanted one, are there in place of what is absent. */
  private hasStandIns = false

  constructor(files: ChartFiles, severities: ReadonlyMap<string, Severity>, scopes: PlacedScopes | undefined, allVersions: readonly string[], cwd: string) {
    this.scopes = scopes
    this.files = files
    this.places = new ChartPlaces(files, cwd)
    this.lookups = new Lookups(files.texts)
    this.fixes = new TemplateFixes(files.texts, (name) => this.places.isOwn(name))
    this.severities = severities
    this.allVersions = allVersions
    this.shown = shownPath(pathOfName(files.folder), cwd)
  }

  /** Before anything is added: what comments silence. */
  async readComments(run: SuppressionRun, sets: readonly ValuesSet[]): Promise<void> {
    const given = sets.flatMap(({ layers }) => layers.map(({ path, text, within }) => [requestName(path), within?.text ?? text] as const))
    for (const [name, text] of new Map([...Object.entries(this.files.texts), ...given])) if (text.includes(KEYWORD)) this.comments.set(name, await TemplateComments.read(text, run))
  }

  async cannotLoad(reason: string): Promise<void> {
    // What Chart.yaml lacks, the rule for it has said.
    if (reason.startsWith('validation: ') || (await this.brokenValues(`${this.files.folder}/values.yaml`, undefined))) return
    const { folder, texts } = this.files
    const name = `${folder}/Chart.yaml`
    const { problem } = await ValuesFile.read(texts[name] ?? '')
    if (problem !== undefined) return this.addOwn(name, problem, 'kind' in problem ? problem.message : 'Chart.yaml must be a map', undefined, undefined, undefined, 'valid-yaml')
    const cause = `${folder}/${/^cannot load ([\w.-]+): /.exec(reason)?.[1] ?? (OF_IGNORE_FILE.test(reason) ? '.helmignore' : 'Chart.yaml')}`
    this.addOwn(texts[cause] === undefined ? name : cause, { start: 0, end: 1 }, `The chart cannot be rendered: ${reason.replaceAll(/\s+/g, ' ')}`)
  }

  missing({ absent, standIns, rest }: Completed): void {
    this.absent = absent
    this.hasStandIns = Object.keys(standIns).length > 0
    for (const note of absent.notes(this.shown, (name) => this.places.shownName(name), rest)) this.notes.add(note)
  }

  /** Whether all that it depends on is there, as it is wanted. */
  get isWhole(): boolean {
    return this.absent === undefined || this.absent.all.length === 0
  }

  incompatible(wanted: string, versions: readonly string[]): void {
    this.notes.add(`${this.shown} is not for Kubernetes ${versions.join(', ')}: its kubeVersion is ${wanted}`)
  }

  /** Keys of which Helm takes the last one without a word. */
  async duplicates(sets: readonly ValuesSet[]): Promise<void> {
    for (const { name, values, placeOf } of await this.places.valuesFiles(sets)) {
      for (const { message, related, ...range } of values.duplicates) this.addFinding('no-duplicate-key', name, placeOf(range), message, { severity: 'warning', related: related === undefined ? [] : [{ message: related.message, name, range: placeOf(related) }] })
    }
  }

  /** Says what is wrong with a file of values, and whether anything is. */
  private async brokenValues(name: string, set: ValuesSet | undefined): Promise<boolean> {
    const text = this.files.texts[name]
    const { problem } = text === undefined ? {} : await ValuesFile.read(text)
    if (problem !== undefined) this.addOwn(name, problem, `The chart cannot be rendered: ${problem.message}`, undefined, set)
    return problem !== undefined
  }

  /** The chart does not render with these values. */
  async fault(fault: Fault, set: ValuesSet): Promise<void> {
    for (const { path } of fault.places === undefined ? set.layers : []) if (await this.brokenValues(requestName(path), set)) return
    // Without a dependency, its helpers and values are missing, too, which the note has said.
    const lacked = this.absent?.lackedWith(set).length ?? 0
    if (lacked > 0) this.notes.add(`${this.shown} cannot be rendered without ${lacked === 1 ? 'it' : 'them'}${set.names.length === 0 ? '' : `, as ${set.names.join(' and ')} would have it`}`)
    else if (fault.refusal === true && set.names.length === 0) this.refused.push({ fault, set })
    else this.addFault(fault, set)
  }

  private addFault({ message, refusal, places = [], full }: Fault, set: ValuesSet, severity?: Severity): void {
    const own = places.filter(({ source }) => source !== undefined && this.places.isOwn(source))
    const [place, ...around] = (own.length > 0 ? own : places.filter(({ source }) => source !== undefined)).toReversed()
    const text = refusal === true ? `The chart refuses ${set.names.length === 0 ? 'its own values' : 'these values'}: ${message}` : `The chart cannot be rendered: ${reworded(message)}`
    const name = place?.source ?? `${this.files.folder}/Chart.yaml`
    // Without a column it could not even be parsed.
    const mistake = place === undefined || place.column >= 0 ? undefined : mistakeIn(this.files.texts[name] ?? '', message)
    if (mistake !== undefined) return this.addOwn(name, mistake, `The chart cannot be rendered: ${mistake.message}`, severity, set)
    const related = around.map(({ source, line, column }) => ({ message: 'it is called here', ...this.places.placed(source!, this.places.atLine(source!, line, column)) }))
    this.addOwn(name, place === undefined ? { start: 0, end: 1 } : this.places.atLine(name, place.line, place.column), place === undefined ? `${text} (${full.replaceAll(/\s+/g, ' ')})` : text, severity, set, related)
  }

  /** Values that values.schema.json does not allow. */
  async violations({ invalid = [] }: Rendered, set: ValuesSet): Promise<void> {
    for (const { chart = [], path, message, schema } of invalid) {
      // Another version may allow other values.
      if (this.hasStandIns && chart.length > 0) continue
      if (schema === true) {
        const name = `${this.files.folder}/${chart.map((each) => `charts/${each}/`).join('')}values.schema.json`
        if (this.files.texts[name] !== undefined) this.addOwn(name, { start: 0, end: 1 }, `The schema cannot be used: ${message.replaceAll(/\s+/g, ' ')}`)
        continue
      }
      // What the chart's own values lack is for its users to give.
      if (set.names.length === 0 && message.startsWith('missing propert')) continue
      const whole = [...chart, ...path]
      const about = whole.length === 0 ? 'The values do' : `Value ${whole.join('.')} does`
      const text = `${about} not fit values.schema.json${chart.length === 0 ? '' : ` of ${chart.join('.')}`}: ${message}`
      const extra = /^additional properties '(.*?)'/.exec(message)?.[1]
      const at = await this.places.valueAt(extra === undefined ? whole : [...whole, extra], [], set, true)
      if (at !== undefined) this.addOwn(at.name, at.range, text, undefined, set)
    }
  }

  /** Findings in what was rendered. `placed` is the same with places. */
  async add(diagnostics: readonly Diagnostic[], lacks: ReadonlyMap<Diagnostic, Lack>, plain: Plain, placed: Rendered | undefined, set: ValuesSet, versions: readonly string[]): Promise<void> {
    const places = new Places(placed ?? {})
    const files = new Map(placed?.files?.map((file) => [file.name, file]))
    const texts = new Map(plain.files.map(({ name, text }) => [name, text]))
    const where = (file: string, start: number, end: number, isMissing = false): { name: string; range: Range & { isText?: boolean }; all: TemplatePlace[] } => {
      const rendered = files.get(file)
      // Only what is the same but for the marks tells where the other stems from.
      const all = rendered === undefined || rendered.text !== texts.get(file) ? [] : places.of(rendered, start, end)
      const own = all.filter(({ source }) => this.places.isOwn(source))
      // What is missing is missing where its surroundings are written: not in the helper that gives them a name.
      const outer = isMissing ? own.slice(1).findIndex((place) => !this.places.isInLine(place)) : 0
      const chosen = own.at(outer) ?? all.find(({ source }) => source !== '')
      if (chosen !== undefined) return { name: chosen.source, range: chosen, all }
      const source = plain.files.find(({ name }) => name === file)?.source
      if (source !== undefined) return { name: source, range: { start: 0, end: 1 }, all }
      return { name: `${this.files.folder}/Chart.yaml`, range: this.places.dependencyAt(file), all }
    }
    const isOpen = (this.absent?.lackedWith(set).length ?? 0) > 0
    for (const diagnostic of diagnostics) {
      const { file, start, end, related = [], path } = diagnostic
      if (isOpen && lacks.get(diagnostic) === 'elsewhere' && related.length === 0 && ABOUT_ABSENT.test(diagnostic.rule)) continue
      const { name, range, all } = where(file, start.offset, end.offset, lacks.get(diagnostic) === 'here')
      if (this.hasStandIns && !this.places.isOwn(name)) continue
      const position = this.places.placed(name, range)
      const severity = this.scopes === undefined ? diagnostic.severity : this.scopes.at(position.file, diagnostic)
      if (severity === undefined) continue
      const isText = all.length > 0 && 'isText' in range && range.isText === true
      const isOfferedElsewhere =
        (diagnostic.rule === 'no-unknown-target-port' && related.some((other) => this.places.hasPort(plain.files.find((each) => each.name === other.file)?.source, (texts.get(file) ?? '').slice(start.offset, end.offset)))) ||
        (diagnostic.rule === 'no-stateful-set-without-service' && lacks.get(diagnostic) === 'elsewhere' && this.places.makes('Service', { name, range }))
      if (!set.isDeployed && isForUsers(diagnostic, lacks.get(diagnostic), this.files.texts[name] ?? '', range, { isText, isInLine: isText || this.places.isInLine({ source: name, ...range }), isTrial: set.names.length > 0, isOfferedElsewhere })) continue
      if (diagnostic.rule !== 'valid-suppression' && this.isSilenced(name, position.start.line, diagnostic.rule)) {
        this.suppressed++
        continue
      }
      const chosen = all.findIndex((place) => place.source === name && place.start === range.start)
      const lookup = this.lookups.first === undefined ? undefined : all.map((place, index) => this.lookups.deciding(place.source, place.start, index > 0)).find((found) => found !== undefined)
      const more: Related[] = all.slice(0, Math.max(chosen, 0)).flatMap((place) => (place.source === '' ? [] : [{ message: 'what is printed is written here', ...this.places.placed(place.source, place) }]))
      const values = all.find((place) => place.values.length > 0)?.values ?? []
      for (const value of values) {
        const at = await this.places.valueAt([...subchartsOf(file), ...value], values.length === 1 ? stepsOf(path) : [], set, false)
        if (at !== undefined) more.push({ message: SET_HERE, ...this.places.placed(at.name, at.range) })
      }
      if (lookup !== undefined) more.push({ message: 'it hangs on what the cluster answers here, which is nothing without one', ...this.places.placed(lookup.name, lookup) })
      const others = related.map((other) => {
        if (!texts.has(other.file)) return other
        const there = where(other.file, other.start.offset, other.end.offset)
        return { message: other.message, ...this.places.placed(there.name, there.range) }
      })
      const { fix: _fix, related: _related, origin: _origin, ...rest } = diagnostic
      const known = this.keep({ ...rest, severity, ...position, sourceLine: this.places.linesOf(name).text(position.start.line), edits: [], ...(others.length + more.length > 0 && { related: [...others, ...more] }) }, set, versions)
      const marked = all.length > 0 ? files.get(file) : undefined
      known.fixes.add(marked === undefined ? undefined : this.fixes.add(diagnostic, marked, placed!, plain))
    }
  }

  rendered(): void {
    this.renders = true
  }

  /** `proven` are the fixes that do what they are to do. */
  finish(proven: ReadonlySet<TemplateFix>): Diagnostic[] {
    // That a chart wants values which only its users know is no mistake of it.
    if (!this.renders) for (const { fault, set } of this.refused) this.addFault(fault, set, 'info')
    return [...this.found.values()].map(({ diagnostic, sets, versions, fixes }) => {
      const found = { ...diagnostic }
      const [fix] = fixes
      if (fixes.size === 1 && fix !== undefined) {
        if (proven.has(fix)) Object.assign(found, { edits: fix.edits, fix: fix.safety })
        else this.unproven.push(`${found.file}:${found.start.line}:${found.start.column}: the fix of ${found.rule} is left out: it would change other things that the chart renders`)
      }
      const named = [...sets].every(({ names }) => names.length > 0) ? [...sets].map(({ names }) => names.join(' and ')) : []
      if (named.length > 0) found.message += ` (with ${named.slice(0, 3).join(', ')}${named.length > 3 ? ` and ${named.length - 3} more` : ''})`
      if (this.allVersions.length > 1) found.kubernetesVersions = this.allVersions.filter((version) => versions.size === 0 || versions.has(version))
      return found
    })
  }

  /** Of the chart as it is written, whatever it renders. */
  addFinding(rule: string, name: string, range: Range, message: string, { severity, related = [] }: { severity?: Severity; related?: readonly { message: string; name: string; range: Range }[] } = {}): void {
    this.addOwn(name, range, message, severity, undefined, related.map((other) => ({ message: other.message, ...this.places.placed(other.name, other.range) })), rule)
  }

  private addOwn(name: string, range: Range, message: string, severity?: Severity, set?: ValuesSet, related?: Related[], rule = RULE): void {
    const position = this.places.placed(name, range)
    const given = this.levelOf(rule, position.file)
    if (given === undefined) return
    if (this.isSilenced(name, position.start.line, rule)) this.suppressed++
    else this.keep({ rule, severity: severity ?? given, message, ...position, object: '', path: '', edits: [], url: ruleUrl(rule), sourceLine: this.places.linesOf(name).text(position.start.line), ...(related !== undefined && related.length > 0 && { related }) }, set, [])
  }

  private keep(diagnostic: Diagnostic, set: ValuesSet | undefined, versions: readonly string[]): Found {
    const { file, start, end, rule, message } = diagnostic
    const key = JSON.stringify([file, start.offset, end.offset, rule, message])
    const known = this.found.get(key) ?? { diagnostic, sets: new Set(), versions: new Set(), fixes: new Set() }
    this.found.set(key, known)
    if (set !== undefined) known.sets.add(set)
    for (const version of versions) known.versions.add(version)
    return known
  }

  private isSilenced(name: string, line: number, rule: string): boolean {
    return this.comments.get(name)?.silences(line, rule) === true
  }

  /** What comments that never come out say in vain; the others are read with what is rendered. After all findings are added. */
  addMistakes(): void {
    const isTried = this.renders && this.isWhole
    for (const [name, comments] of this.comments) {
      if (!this.places.isOwn(name)) continue
      for (const { severity, message, start, end, edits = [], fix } of comments.mistakes(isTried ? (rule) => this.severities.has(rule) : () => false)) {
        const position = this.places.placed(name, { start, end })
        const given = this.levelOf('valid-suppression', position.file)
        const lines = this.places.linesOf(name)
        const own = edits.map((edit) => ({ start: lines.position(edit.start), end: lines.position(edit.end), text: edit.text }))
        if (given === undefined) continue
        const known = this.keep({ rule: 'valid-suppression', severity: severity ?? given, message, ...position, object: '', path: '', edits: [], url: ruleUrl('valid-suppression'), sourceLine: lines.text(position.start.line) }, undefined, [])
        known.fixes.add(fix === undefined ? undefined : this.fixes.fix(name, own, fix))
      }
    }
  }

  private levelOf(rule: string, file: string): Severity | undefined {
    return this.scopes === undefined ? this.severities.get(rule) : this.scopes.of(file, undefined).severities.get(rule)
  }

  /** `FILE:LINE` of the comments that had something to silence. */
  *usefulComments(): Iterable<string> {
    for (const [name, comments] of this.comments) for (const line of comments.usefulLines()) yield `${this.places.shownName(name)}:${line}`
  }

}

function reworded(whole: string): string {
  // Where it was, the places say.
  const message = whole.replace(/^template: \S+:\d+:\d+: executing ".*?" at <.*?>: (?:error calling [\w.]+: )?/, '')
  const absent = /^(?:template: )?no template "(.*)" associated with template/.exec(message)
  if (absent !== null) return `there is no template "${absent[1]}"`
  const empty = /^nil pointer evaluating interface \{\}\.(.*)$/.exec(message)
  if (empty !== null) return `${empty[1]} is read of something that is not set`
  return message.replaceAll(/\s+/g, ' ')
}
