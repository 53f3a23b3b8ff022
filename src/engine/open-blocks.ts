/** What `podlint-ignore-start` has begun and no `podlint-ignore-end` has ended yet, however many of both there are. */

interface Block {
  readonly names: readonly { readonly text: string }[]
}

/** The blocks with some names: those that were looked at so far, of all that have the rarest of the names. */
interface Fitting<B> {
  readonly from: readonly B[]
  looked: number
  readonly found: B[]
}

export class OpenBlocks<B extends Block> {
  private readonly open = new Set<B>()
  private readonly all: B[] = []
  private readonly byName = new Map<string, B[]>()
  private readonly texts = new Map<B, ReadonlySet<string>>()
  private readonly byNames = new Map<string, Fitting<B>>()

  add(block: B): void {
    const texts = new Set(block.names.map(({ text }) => text))
    this.texts.set(block, texts)
    this.open.add(block)
    this.all.push(block)
    for (const text of texts) this.named(text).push(block)
  }

  /** Ends the last one that has all the names, or the last of all without any. */
  end(names: readonly string[]): B | undefined {
    const wanted = [...new Set(names)].sort()
    const key = wanted.join(',')
    let fitting = this.byNames.get(key)
    if (fitting === undefined) {
      const [rarest = this.all] = wanted.map((name) => this.named(name)).sort((a, b) => a.length - b.length)
      this.byNames.set(key, (fitting = { from: rarest, looked: 0, found: [] }))
    }
    const { from, found } = fitting
    for (; fitting.looked < from.length; fitting.looked++) {
      const block = from[fitting.looked]!
      if (wanted.every((name) => this.texts.get(block)!.has(name))) found.push(block)
    }
    let last = found.pop()
    while (last !== undefined && !this.open.has(last)) last = found.pop()
    if (last !== undefined) this.open.delete(last)
    return last
  }

  /** Those that nothing has ended, in their order. */
  get left(): readonly B[] {
    return [...this.open]
  }

  private named(name: string): B[] {
    let blocks = this.byName.get(name)
    if (blocks === undefined) this.byName.set(name, (blocks = []))
    return blocks
  }
}
