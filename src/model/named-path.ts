/** Field paths that stay what they are when lists are reordered: `spec.containers[app].image` for `spec.containers[0].image`. */
import type { Tape } from '../parser/tape.ts'
import { appendStep } from './field-path.ts'

/** What the items of Kubernetes' lists are told apart by, what says most first. */
const NAMES = ['name', 'key', 'mountPath', 'devicePath', 'containerPort', 'port', 'topologyKey', 'host', 'path', 'ip', 'type'] as const
const LONGEST_NAME = 63

/** `path` as findings have it, from the node `root`. Items without a name, and what is not there, count without a place: `[*]`. */
export function namedPath(tape: Tape, root: number, path: string): string {
  let node = root
  let named = ''
  let rest = path
  while (rest !== '') {
    const index = /^\[(\d+)\]/.exec(rest)
    if (index !== null && (node === -1 || !tape.isMap(node))) {
      node = node === -1 || !tape.isSequence(node) ? -1 : tape.item(node, Number(index[1]))
      named += `[${node === -1 ? '*' : itemName(tape, node)}]`
      rest = rest.slice(index[0].length)
      continue
    }
    const [step, length] = stepOf(tape, node, rest)
    node = node === -1 || !tape.isMap(node) ? -1 : tape.find(node, step)
    named = appendStep(named, step)
    rest = rest.slice(length)
  }
  return named
}

/** The key that a path goes on with, and how much of the path it is. Keys of the map come first, for one may have brackets or dots in it. */
function stepOf(tape: Tape, node: number, rest: string): [step: string, length: number] {
  const [whole, plain, inBrackets] = /^\.?(?:([^.[]+)|\[([^\]]*)\]?)|^./s.exec(rest)!
  if (plain !== undefined) return [plain, whole.length]
  if (node !== -1 && tape.isMap(node)) {
    for (let key = node + 1, end = tape.next(node); key < end; key = tape.next(key + 1)) {
      const name = tape.key(key)
      if (rest.startsWith(`[${name}]`)) return [name, name.length + 2]
    }
  }
  return [inBrackets ?? whole, whole.length]
}

function itemName(tape: Tape, item: number): string {
  if (tape.isScalar(item)) return nameOf(tape, item)
  for (const field of NAMES) {
    const value = tape.isMap(item) ? tape.find(item, field) : -1
    if (value !== -1 && tape.isScalar(value)) return nameOf(tape, value)
  }
  return '*'
}

function nameOf(tape: Tape, scalar: number): string {
  const text = String(tape.scalar(scalar))
  return text === '' || text.length > LONGEST_NAME || text.includes('\n') ? '*' : text
}
