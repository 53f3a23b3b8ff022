/** Reads what the texts of a run say that is to be ignored. Loaded with the first text that may say so. */
import { CATEGORIES, type RuleHead } from './engine/define-rule.ts'
import { readSuppressions, type Suppressions } from './engine/suppressions.ts'
import { peerKey, readSaid, type RuleNames, type Said, type SuppressionMistake, type SuppressionOptions } from './engine/suppression-text.ts'
import type { Extent } from './engine/suppression-annotations.ts'
import type { Source } from './model/source.ts'
import type { Tape } from './parser/tape.ts'

export { unusedMistake } from './engine/suppressions.ts'

/** What holds where nobody says anything. */
export const NO_LIMITS: SuppressionOptions = { requireReason: false, unsuppressible: new Set(), today: () => '', peers: false }

export class SuppressionRun {
  private names: RuleNames
  private readonly options: SuppressionOptions
  private hasPeers = false

  /** `areOpen`: there may be more rules than these. */
  constructor(heads: readonly RuleHead[], areOpen: boolean, options: SuppressionOptions) {
    const categories = new Map(CATEGORIES.map((category) => [category as string, heads.filter((head) => head.category === category).map(({ id }) => id)]))
    const ids = new Set(heads.map(({ id }) => id))
    this.names = { all: [...ids, ...categories.keys()], ids, categories, peers: undefined, areOpen }
    this.options = options
  }

  /** `tape` has the whole of the linted text. */
  async read(source: Source, tape: Tape, documents: readonly Extent[]): Promise<Suppressions> {
    if (this.options.peers) await this.loadPeers()
    return this.withPeers(() => readSuppressions(source, tape, documents, this.names, this.options))
  }

  /** What a comment says behind its word; `from` is where that stands. */
  said(text: string, from: number): Promise<Said> {
    return this.withPeers(() => readSaid(text, from, 'The comment', this.names, this.options))
  }

  private async withPeers<T extends { mistakes: readonly SuppressionMistake[] }>(read: () => T): Promise<T> {
    const first = read()
    if (this.hasPeers || !first.mistakes.some(({ message }) => message.startsWith('Unknown rule'))) return first
    // It may be the name of another tool's check.
    await this.loadPeers()
    return read()
  }

  private async loadPeers(): Promise<void> {
    if (this.hasPeers) return
    this.hasPeers = true
    const { documentedRules } = await import('./rule-docs.ts')
    const peers = new Map<string, string[]>()
    for (const { id, peers: checks } of documentedRules()) {
      for (const check of Object.values(checks).flat()) {
        const known = peers.get(peerKey(check))
        if (known === undefined) peers.set(peerKey(check), [id])
        else if (!known.includes(id)) known.push(id)
      }
    }
    this.names = { ...this.names, peers }
  }
}
