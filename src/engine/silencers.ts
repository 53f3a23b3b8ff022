/** Which comments and annotations silence a rule at an offset, however many there are. */
import { countWhile } from '../parser/sorted.ts'
import type { Silencer } from '../model/source.ts'

export interface Silencing {
  /** Offsets in the file; `to` is not covered. */
  readonly from: number
  readonly to: number
  readonly rules: ReadonlySet<string>
  /** Of the rules, those of which there was something to silence. */
  readonly used: Set<string>
}

/** Those of one rule: sorted by where they begin, each with the furthest end so far, so that a look back has an end. */
interface Row {
  items: readonly Silencing[]
  furthest: readonly number[]
}

export class Silencers implements Silencer {
  private readonly byRule = new Map<string, Silencing[]>()
  private readonly rows = new Map<string, Row>()

  constructor(all: readonly Silencing[]) {
    for (const silencing of all) {
      for (const rule of silencing.rules) {
        const known = this.byRule.get(rule)
        if (known === undefined) this.byRule.set(rule, [silencing])
        else known.push(silencing)
      }
    }
  }

  /** Counts as their use. */
  silences(offset: number, rule: string): boolean {
    const { items, furthest } = this.row(rule)
    let isSilenced = false
    for (let at = countWhile(items, ({ from }) => from <= offset) - 1; at >= 0 && furthest[at]! > offset; at--) {
      if (items[at]!.to <= offset) continue
      items[at]!.used.add(rule)
      isSilenced = true
    }
    return isSilenced
  }

  private row(rule: string): Row {
    let row = this.rows.get(rule)
    if (row === undefined) {
      const items = (this.byRule.get(rule) ?? []).toSorted((a, b) => a.from - b.from)
      let most = 0
      this.rows.set(rule, (row = { items, furthest: items.map(({ to }) => (most = Math.max(most, to))) }))
    }
    return row
  }
}
