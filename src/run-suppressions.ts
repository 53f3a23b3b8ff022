/** What the texts of a run say that is to be ignored: read text by text, handed out by document, and of what use it was at the end. */
import type { Rule } from './engine/define-rule.ts'
import type { Finding } from './engine/finding.ts'
import type { Suppression, SuppressionMistake } from './engine/suppressions.ts'
import type { LintOptions } from './lint-options.ts'
import type { Source } from './model/source.ts'
import type { Document } from './parser/parse.ts'
import type { Tape } from './parser/tape.ts'
import { rulesWith } from './rules.ts'
import type { SuppressionRun } from './suppression-run.ts'

/** Of one document. */
export interface DocumentSuppressions {
  readonly mistakes: readonly SuppressionMistake[]
  readonly suppressions: readonly Suppression[]
}

const RULE = 'valid-suppression'

export class RunSuppressions {
  private readonly options: LintOptions
  private readonly custom: readonly Rule[]
  private run: SuppressionRun | undefined
  /** Of the text at hand, the last first. */
  private mistakes: SuppressionMistake[] = []
  private suppressions: Suppression[] = []
  /** Those in checked documents of all texts, whose use shows at the end. */
  private readonly checked: { source: Source; suppressions: readonly Suppression[] }[] = []

  constructor(options: LintOptions, custom: readonly Rule[]) {
    this.options = options
    this.custom = custom
  }

  /** What reads comments with the rules of this run; undefined where those do not count. */
  async reader(): Promise<SuppressionRun | undefined> {
    const { suppression, own, areOpen } = this.options
    if (suppression === 'none') return undefined
    if (this.run === undefined) {
      const { NO_LIMITS, SuppressionRun } = await import('./suppression-run.ts')
      this.run = new SuppressionRun(rulesWith(this.custom, own), areOpen === true, suppression ?? NO_LIMITS)
    }
    return this.run
  }

  /** `tape` has the whole text. */
  async read(source: Source, tape: Tape, documents: readonly Document[]): Promise<void> {
    const { suppression } = this.options
    this.mistakes = []
    this.suppressions = []
    if (!tape.text.includes('podlint') && (typeof suppression !== 'object' || !suppression.peers)) return
    const read = await (await this.reader())?.read(source, tape, documents)
    if (read === undefined) return
    source.silencer = read.silencers
    this.suppressions = read.suppressions.reverse()
    this.mistakes = read.mistakes.reverse()
  }

  /** Those of the next document. */
  take({ end }: Document): DocumentSuppressions {
    const upTo = <T extends { start: number }>(all: T[]): T[] => {
      const own: T[] = []
      while (all.length > 0 && all.at(-1)!.start < end) own.push(all.pop()!)
      return own
    }
    return { mistakes: upTo(this.mistakes), suppressions: upTo(this.suppressions) }
  }

  /** What the comments of a document get wrong. */
  *findings(source: Source, { mistakes }: DocumentSuppressions): Iterable<Finding> {
    const severity = this.options.severities.get(RULE)
    if (severity !== undefined) for (const mistake of mistakes) yield { severity, ...mistake, rule: RULE, source, object: '', path: '' }
  }

  /** The document was linted: its comments should have been of use. */
  check(source: Source, { suppressions }: DocumentSuppressions): void {
    if (suppressions.length > 0) this.checked.push({ source, suppressions })
  }

  /** What had nothing to ignore, once everything is found. */
  async unused(): Promise<Finding[]> {
    const { severities, isRendered } = this.options
    const severity = severities.get(RULE)
    if (severity === undefined || isRendered === true || this.checked.length === 0) return []
    const { unusedMistake } = await import('./suppression-run.ts')
    const mistakes = this.checked.flatMap(({ source, suppressions }) => suppressions.map((suppression) => ({ source, mistake: unusedMistake(suppression, (rule) => severities.has(rule)) })))
    return mistakes.flatMap(({ source, mistake }) => (mistake === undefined ? [] : [{ ...mistake, rule: RULE, severity, source, object: '', path: '' }]))
  }
}
