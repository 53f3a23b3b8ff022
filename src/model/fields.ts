/** Every field and list item of an object, for rules that do not care about its kind. */
import { Flag } from '../parser/tape.ts'
import type { Step } from './field-path.ts'
import type { KubernetesObject } from './object.ts'
import { placeAt, type Place } from './place.ts'

/**
 * Calls `visit` with each value node and its key node (-1 for a list item), in the order of the file; `place` makes the place of that node. What has a wrong
 * type, and what comes through an alias, is left out with all below it.
 */
export function eachField(object: KubernetesObject, visit: (node: number, key: number, place: () => Place) => void): void {
  const { tape, source, root, prefix } = object
  const steps: Step[] = []
  const place = () => placeAt(source, tape, root, -1, prefix, steps)
  const one = (node: number, key: number, step: Step) => {
    if (tape.has(node, Flag.hidden | Flag.shared)) return
    steps.push(step)
    visit(node, key, place)
    down(node)
    steps.pop()
  }
  const down = (node: number) => {
    if (tape.isScalar(node)) return
    const end = tape.next(node)
    if (tape.isMap(node)) for (let key = node + 1; key < end; key = tape.next(key + 1)) one(key + 1, key, tape.key(key))
    else for (let item = node + 1, index = 0; item < end; item = tape.next(item), index++) one(item, -1, index)
  }
  down(root)
}
