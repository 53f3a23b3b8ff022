/** Things that may be there only once. */
import { appendStep, type Step } from '../model/field-path.ts'

export interface Earlier {
  /** Goes on after the value: `already used by env[0]`. */
  message: string
  related: { steps: readonly Step[]; message: string }
}

export class Seen {
  private readonly places = new Map<string, readonly Step[]>()

  /** Where the same was met before; undefined for the first. `steps` lead to the value that has to be unlike all others, in an item of a list. */
  before(identity: string, steps: readonly Step[]): Earlier | undefined {
    const first = this.places.get(identity)
    if (first === undefined) {
      this.places.set(identity, steps)
      return undefined
    }
    // Named from where the two ways part: `ports[0]` in the same container, `containers[0].ports[0]` in another one.
    const parting = first.findIndex((step, at) => step !== steps[at])
    const item = first.slice(typeof first[parting] === 'number' ? parting - 1 : Math.max(parting, 0), first.findLastIndex((step) => typeof step === 'number') + 1)
    return { message: `already used by ${item.reduce<string>(appendStep, '')}`, related: { steps: first, message: 'first here' } }
  }
}
