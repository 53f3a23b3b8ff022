/** Which comments and annotations silence a rule at an offset, however many there are. */
import { countWhile } from '../parser/sorted.ts'
import type { Silencer } from '../model/source.ts'
import { addTo } from '../parser/grouped-by.ts'

export interface Silencing {
  /** Offsets in the file; `to` is not covered. */
  readonly from: number
  readonly to: number
  readonly rules: ReadonlySet<string>
  /** Of the rules, those of which there was something to silence. */
  readonly used: Set<string>
}

/** Those of one rule. */
interface Row {
  /** Sorted by where they begin. */
  items: readonly Silencing[]
  /** The furthest end of each and those before it. */
  furthest: readonly number[]
  unused: Unused
}

export class Silencers implements Silencer {
  private readonly byRule = new Map<string, Silencing[]>()
  private readonly rows = new Map<string, Row>()

  constructor(all: readonly Silencing[]) {
    for (const silencing of all) for (const rule of silencing.rules) addTo(this.byRule, rule, silencing)
  }

  /** Counts as their use. */
  silences(offset: number, rule: string): boolean {
    const { items, furthest, unused } = this.row(rule)
    const begun = countWhile(items, ({ from }) => from <= offset)
    if (begun === 0 || furthest[begun - 1]! <= offset) return false
    for (let at = unused.firstBeyond(offset); at < begun; at = unused.firstBeyond(offset)) {
      items[at]!.used.add(rule)
      unused.remove(at)
    }
    return true
  }

  private row(rule: string): Row {
    let row = this.rows.get(rule)
    if (row === undefined) {
      const items = (this.byRule.get(rule) ?? []).toSorted((a, b) => a.from - b.from)
      let most = 0
      this.rows.set(rule, (row = { items, furthest: items.map(({ to }) => (most = Math.max(most, to))), unused: new Unused(items.map(({ to }) => to)) }))
    }
    return row
  }
}

/** The ends of those that have not been of use yet. A tree: thousands that cover the whole file are not gone through for each finding. */
class Unused {
  /** The furthest end below each node, the root at 1; the leaves come last. */
  private readonly furthest: Float64Array
  private readonly leaves: number

  constructor(ends: readonly number[]) {
    this.leaves = 2 ** Math.ceil(Math.log2(ends.length + 1))
    this.furthest = new Float64Array(2 * this.leaves).fill(-1)
    this.furthest.set(ends, this.leaves)
    for (let node = this.leaves - 1; node > 0; node--) this.update(node)
  }

  /** The first that ends behind an offset; Infinity when none does. */
  firstBeyond(offset: number): number {
    const { furthest, leaves } = this
    if (furthest[1]! <= offset) return Infinity
    let node = 1
    while (node < leaves) node = furthest[2 * node]! > offset ? 2 * node : 2 * node + 1
    return node - leaves
  }

  remove(index: number): void {
    let node = this.leaves + index
    this.furthest[node] = -1
    while ((node >>= 1) > 0) this.update(node)
  }

  private update(node: number): void {
    this.furthest[node] = Math.max(this.furthest[2 * node]!, this.furthest[2 * node + 1]!)
  }
}
