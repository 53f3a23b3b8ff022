/** Leaves out of a report what a baseline knows, and says what the baseline has for nothing. */
import type { Diagnostic, Report } from '../diagnostic.ts'
import { matchBaseline, type BaselineEntry, type BaselineKey } from '../engine/baseline.ts'
import { shownPath } from '../files/shown-path.ts'
import { LineIndex } from '../parser/lines.ts'
import { allRules } from '../rules.ts'
import { Movements, readBaseline, type BaselineFile, type PlacedEntry } from './baseline-file.ts'
import { BaselineKeys } from './baseline-keys.ts'
import type { Inputs } from './inputs.ts'
import type { Settings } from './settings.ts'
import { STALE, staleFinding, withFindings } from './stale.ts'

/** `builtFiles` are known once the run has linted. */
type Looked = Pick<Inputs, 'inputs' | 'builtFiles'>

/** How many stale entries are named. */
const MOST_NAMED = 20

export class Baseline {
  readonly path: string
  readonly shown: string
  private readonly file: BaselineFile
  private readonly found: Looked
  private readonly rules: Settings['rules']
  readonly unsuppressible: ReadonlySet<string>
  private readonly keys: BaselineKeys
  private readonly movements: Movements

  constructor(path: string, shown: string, file: BaselineFile, found: Looked, { rules, unsuppressible, find: { cwd } }: Settings) {
    this.path = path
    this.shown = shown
    this.file = file
    this.found = found
    this.rules = rules
    this.unsuppressible = unsuppressible
    this.keys = new BaselineKeys(path, found.inputs, cwd)
    this.movements = new Movements(path)
  }

  /** Throws a UsageError. */
  static async read(path: string, found: Looked, settings: Settings): Promise<Baseline> {
    const shown = shownPath(path, settings.find.cwd)
    return new Baseline(path, shown, await readBaseline(path, shown), found, settings)
  }

  async apply(report: Report, texts: ReadonlyMap<string, string>): Promise<Report> {
    const { known, left } = await this.match(report, texts)
    const stale = this.staleFindings(left)
    const diagnostics = report.diagnostics.filter((_, index) => !known.has(index))
    return withFindings({ ...report, diagnostics, summary: { ...report.summary, inBaseline: known.size } }, stale, this.rules)
  }

  /** What was found, as the baseline has it. */
  entriesOf(report: Report): Promise<BaselineKey[]> {
    return this.keys.of(report.diagnostics.filter(({ rule }) => rule !== STALE && !this.unsuppressible.has(rule)), new Map())
  }

  /** `left`: what the baseline has for nothing, as far as this run can tell. */
  async match(report: Report, texts: ReadonlyMap<string, string>): Promise<{ known: ReadonlySet<number>; left: PlacedEntry[] }> {
    const keys = await this.keys.of(report.diagnostics, texts)
    const entries = this.file.entries.filter(({ rule }) => !this.unsuppressible.has(rule))
    const { known, left } = await matchBaseline(keys, entries, (entry) => this.movements.hasMoved(entry))
    const refused = this.file.entries.filter(({ rule }) => this.unsuppressible.has(rule))
    return { known, left: ([...left, ...refused] as PlacedEntry[]).filter(this.isOfRun()) }
  }

  /** What this run could not find anew, because it looked at less. */
  get beyondRun(): BaselineEntry[] {
    const isOfRun = this.isOfRun()
    return this.file.entries.filter((entry) => !isOfRun(entry))
  }

  get entries(): readonly PlacedEntry[] {
    return this.file.entries
  }

  /** Whether this run would find again what an entry is about. */
  private isOfRun(): (entry: BaselineEntry) => boolean {
    const { inputs, builtFiles } = this.found
    const looked = new Set([...inputs.map(({ file }) => file), ...builtFiles].map((file) => this.keys.fileOf(file)))
    return ({ file, rule }) => (this.rules.severities.has(rule) || !allRules().some(({ id }) => id === rule)) && (looked.has(file) || this.movements.isGone(file))
  }

  private staleFindings(left: readonly PlacedEntry[]): Diagnostic[] {
    const severity = this.rules.severities.get(STALE)
    if (severity === undefined) return []
    const lines = new LineIndex(this.file.text)
    const more = left.length - MOST_NAMED
    return left.slice(0, MOST_NAMED).map((entry, index) => {
      const known = this.file.entries.find(({ start }) => start === entry.start)!.count
      const what = this.unsuppressible.has(entry.rule) ? `The settings do not let ${entry.rule} be left out` : entry.count === known ? `${entry.rule} finds nothing here any more` : `${entry.rule} finds ${known - entry.count} here, not ${known}`
      const rest = more > 0 && index === MOST_NAMED - 1 ? `; so ${more === 1 ? 'is one more entry' : `are ${more} more entries`}` : ''
      return staleFinding(severity, `${what}: podlint baseline prune${rest}`, { ...entry, file: this.shown, lines })
    })
  }
}
