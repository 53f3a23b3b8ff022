/** The names that some object of a run uses, by kind; what custom resources name may be of any kind. */
import { unnoted } from '../parser/unreadable.ts'
import { POD_REFERENCES, REFERENCES, usesOf, usesOfPod } from './references.ts'
import type { RunIndex } from './run-index.ts'

const KINDS: ReadonlySet<string> = new Set([...POD_REFERENCES, ...[...REFERENCES.values()].flat()].map(({ to }) => to))

export class UsedNames {
  private readonly byKind = new Set<string>()
  private readonly mentioned = new Set<string>()

  constructor(index: RunIndex) {
    for (const object of index.objects) {
      const uses = [...usesOf(object, KINDS), ...(object.pod === undefined ? [] : usesOfPod(object.pod, KINDS, true))]
      for (const { kind, name } of uses) this.byKind.add(`${kind} ${name}`)
    }
    for (const { mentions } of index.definitions) for (const name of mentions ?? []) this.mentioned.add(name)
  }

  has(kind: string, name: string): boolean {
    return this.byKind.has(`${kind} ${name}`) || this.mentioned.has(name) || (kind === 'ServiceAccount' && name === 'default')
  }
}

const known = new WeakMap<RunIndex, UsedNames>()

/** Those of a run, gathered once. */
export function usedNames(index: RunIndex): UsedNames {
  let names = known.get(index)
  if (names === undefined) known.set(index, (names = unnoted(() => new UsedNames(index))))
  return names
}
