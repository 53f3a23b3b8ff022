/** The definitions that a run knows, by group and kind. */
import { addTo } from '../../parser/grouped-by.ts'
import type { Definition } from './definition.ts'

export class Definitions {
  private readonly groups = new Map<string, Map<string, Definition[]>>()

  add(definition: Definition): void {
    const { group, kind } = definition
    const kinds = this.groups.get(group) ?? new Map<string, Definition[]>()
    addTo(kinds, kind, definition)
    this.groups.set(group, kinds)
  }

  /** Several when a run has that many definitions of one kind, such as those of two releases. */
  find(group: string, kind: string): readonly Definition[] {
    return this.groups.get(group)?.get(kind) ?? []
  }

  ofGroup(group: string): readonly Definition[] {
    return [...(this.groups.get(group)?.values() ?? [])].flat()
  }
}
