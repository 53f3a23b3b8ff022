/** From a node to the fields and items that lead to it. */
import type { Tape } from '../parser/tape.ts'
import { appendStep, isName, type Step } from './field-path.ts'

/** The way down from `root` to the value at `node`. */
export function stepsTo(tape: Tape, root: number, node: number): Step[] {
  const steps: Step[] = []
  const parents = tape.parentsBelow(root)
  for (let at = node; at !== root; at = parents.of(at)) steps.push(parents.step(at))
  return steps.reverse()
}

/** The end of that way, which is what messages name: from the last field on that is no key of a map, and no item. */
export function lastSteps(tape: Tape, root: number, node: number): Step[] {
  const steps: Step[] = []
  const parents = tape.parentsBelow(root)
  for (let at = node; at !== root; at = parents.of(at)) {
    const step = parents.step(at)
    steps.push(step)
    if (typeof step === 'string' && isName(step)) break
  }
  return steps.reverse()
}

/** The path of the value at `node`, as the API server prints it; `prefix` is that of the root. */
export function pathTo(tape: Tape, root: number, prefix: string, node: number): string {
  const parents = tape.parentsBelow(root)
  const { paths } = parents
  const unknown: number[] = []
  let at = node
  for (; at !== root && !paths.has(at); at = parents.of(at)) unknown.push(at)
  let path = at === root ? prefix : paths.get(at)!
  for (at of unknown.reverse()) {
    path = appendStep(path, parents.step(at))
    if (!tape.isScalar(at)) paths.set(at, path)
  }
  return path
}
