/** What the objects of a kind say of each namespace, found once for each: a run may have as many namespaces as objects in them. */
import { groupedBy } from '../parser/grouped-by.ts'
import { once } from '../parser/unreadable.ts'

export class ByNamespace<Item extends { readonly namespace: string }, Fact> {
  private readonly items: readonly Item[]
  private readonly find: (items: readonly Item[]) => Fact
  private lists: Map<string, Item[]> | undefined
  private readonly facts = new Map<string, () => Fact>()
  private readonly whole = once(() => this.find(this.items))

  constructor(items: readonly Item[], find: (items: readonly Item[]) => Fact) {
    this.items = items
    this.find = find
  }

  /** Of those that are in a namespace, and of those of which nobody knows: without a namespace they may be in any. */
  of(namespace: string): readonly Fact[] {
    return namespace === '' ? [this.whole()] : [this.own(namespace), this.own('')]
  }

  private own(namespace: string): Fact {
    let fact = this.facts.get(namespace)
    if (fact === undefined) this.facts.set(namespace, (fact = once(() => this.find(this.listOf(namespace)))))
    return fact()
  }

  private listOf(namespace: string): readonly Item[] {
    this.lists ??= groupedBy(this.items, ({ namespace }) => namespace)
    return this.lists.get(namespace) ?? []
  }
}
