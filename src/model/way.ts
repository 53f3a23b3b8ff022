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

/** The way down from `root` to a node below it. Nodes lie on the tape in the order of the text, so each level is a look for the entry that holds the node. */
export function wayTo(tape: Tape, root: number, wanted: number, flags = 0): Way {
  const steps: Step[] = []
  let node = root
  let isKey = false
  let isFlagged = false
  while (node !== wanted && !isKey) {
    let child = node + 1
    if (tape.isMap(node)) {
      while (tape.next(child + 1) <= wanted) child = tape.next(child + 1)
      isKey = child === wanted
      steps.push(tape.key(child))
      node = child + 1
    } else {
      let index = 0
      for (; tape.next(child) <= wanted; index++) child = tape.next(child)
      steps.push(index)
      node = child
    }
    if (tape.has(node, flags)) isFlagged = true
  }
  return { steps, isKey, isFlagged }
}
