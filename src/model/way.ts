/** From a node to the fields and items that lead to it. */
import type { Tape } from '../parser/tape.ts'
import type { Step } from './field-path.ts'

export interface Way {
  steps: Step[]
  /** The wanted node is the key of the last step, not its value. */
  isKey: boolean
  /** Some value on the way has one of the flags that were asked for. */
  isFlagged: boolean
}

/** The way down from `root` to a node below it. */
export function wayTo(tape: Tape, root: number, wanted: number, flags = 0): Way {
  const steps: Step[] = []
  if (wanted === root) return { steps, isKey: false, isFlagged: false }
  const parents = tape.parentsBelow(root)
  const isKey = parents.isKey(wanted)
  let isFlagged = false
  for (let node = isKey ? wanted + 1 : wanted; node !== root; node = parents.of(node)) {
    if (tape.has(node, flags)) isFlagged = true
    const index = parents.index(node)
    steps.push(index === -1 ? tape.key(node - 1) : index)
  }
  steps.reverse()
  return { steps, isKey, isFlagged }
}
