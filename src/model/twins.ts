/** Objects of one identity: who has been there first, within what is applied together. */
import { unnoted } from '../parser/unreadable.ts'
import type { Definition } from './definition.ts'
import { knownObjects } from './known-objects.ts'
import type { RunIndex } from './run-index.ts'

/** `near`: one file, or one kustomization; `unit`: also one folder; `strict`: wherever. */
type Scope = 'near' | 'unit' | 'strict'

const known = new WeakMap<RunIndex, Twins>()

export function twins(index: RunIndex): Twins {
  let found = known.get(index)
  if (found === undefined) known.set(index, (found = unnoted(() => new Twins(index))))
  return found
}

class Twins {
  private readonly index: RunIndex
  private readonly firsts = new Map<Scope, Map<string, Definition>>()

  constructor(index: RunIndex) {
    this.index = index
  }

  /** Undefined when it is the first one itself. */
  firstOf(definition: Definition, scope: Scope): Definition | undefined {
    for (const id of this.idsOf(definition, scope)) {
      const first = this.firstsIn(scope).get(id)
      if (first !== undefined && first !== definition) return first
    }
    return undefined
  }

  private firstsIn(scope: Scope): Map<string, Definition> {
    let firsts = this.firsts.get(scope)
    if (firsts !== undefined) return firsts
    this.firsts.set(scope, (firsts = new Map()))
    for (const definition of this.index.definitions) for (const id of this.idsOf(definition, scope)) if (!firsts.has(id)) firsts.set(id, definition)
    return firsts
  }

  private idsOf({ group, kind, namespaced, namespace, name, file }: Definition, scope: Scope): readonly string[] {
    if (name === '') return []
    const { units } = knownObjects(this.index)
    const [folder, ...kustomizations] = units.of(file)
    const within = scope === 'strict' ? [''] : [file, ...kustomizations, ...(scope === 'unit' ? [folder!] : [])]
    return within.map((unit) => JSON.stringify([unit, group, kind, namespaced ? namespace : '', name]))
  }
}
