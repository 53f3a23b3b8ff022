/**
 * Paths to values as settings name them: `spec.replicas`, `metadata.annotations[example.com/owner]`, `spec.rules[*].host`, `spec.ports[name=web].port`. A path that begins with
 * `pod` goes from the pod of any kind that runs one: `pod.spec.priorityClassName`.
 */
import { Flag, type Tape } from '../parser/tape.ts'
import type { Step } from './field-path.ts'
import type { KubernetesObject } from './object.ts'
import { placeAt, type Place } from './place.ts'
import { POD_TEMPLATES } from './pod.ts'

/** Every item of a list, or every value of a map. */
const EVERY = '*'
/** Those items of a list that have this value in a field. */
const THOSE = /^(\w+)=(.*)$/

/** Undefined when it is not a path. */
export function readValuePath(path: string): readonly string[] | undefined {
  const steps: string[] = []
  let rest = path
  for (let isFirst = true; rest !== '' || isFirst; isFirst = false) {
    const step = (isFirst ? /^([^.[\]]+)/ : /^(?:\.([^.[\]]+)|\[([^[\]]+)\])/).exec(rest)
    if (step === null) return undefined
    steps.push((step[1] ?? step[2]!).replace(/^(["'])(.*)\1$/, '$2'))
    rest = rest.slice(step[0].length)
  }
  return steps
}

export interface ValueAt {
  place: Place
  /** Of a scalar; undefined for what is missing, null, a map or a list, and null for what nobody can tell. */
  scalar: string | undefined | null
  /** The same for a message: only strings are in quotes. */
  shown: string
  isMissing: boolean
}

/** The values that a path leads to, a missing one with the place where it belongs. Behind a `*` there are as many as the list or map has, behind `name=web` those that are so. */
export function valuesAt(object: KubernetesObject, path: readonly string[]): ValueAt[] {
  const [first, ...rest] = path
  const pod = first === 'pod' ? POD_TEMPLATES.get(object.kind) : undefined
  if (first === 'pod' && (pod === undefined || !object.builtin)) return []
  const ways: Step[][] = []
  expand(object.tape, object.root, pod === undefined ? path : [...pod, ...rest], [], ways)
  return ways.map((way) => valueOf(placeAt(object.source, object.tape, object.root, -1, object.prefix, way)))
}

function expand(tape: Tape, node: number, steps: readonly string[], way: readonly Step[], ways: Step[][]): void {
  const [step, ...rest] = steps
  if (step === undefined) return void ways.push([...way])
  // Of what has a wrong type, or is filled in later, nobody can tell what is in it.
  if (node !== -1 && tape.has(node, Flag.hidden)) return
  if (step === EVERY) {
    if (node !== -1) for (const [key, child] of childrenOf(tape, node)) expand(tape, child, rest, [...way, key], ways)
    return
  }
  const those = THOSE.exec(step)
  if (those !== null && (node === -1 || tape.isSequence(node))) {
    const [, field = '', value] = those
    if (node !== -1) for (const [key, child] of childrenOf(tape, node)) if (tape.isMap(child) && scalarText(tape, tape.find(child, field)) === value) expand(tape, child, rest, [...way, key], ways)
    return
  }
  const index = node !== -1 && tape.isSequence(node) && /^\d+$/.test(step) ? Number(step) : undefined
  const child = node === -1 ? -1 : index !== undefined ? tape.item(node, index) : tape.isMap(node) ? tape.find(node, step) : -1
  expand(tape, child, rest, [...way, index ?? step], ways)
}

function* childrenOf(tape: Tape, node: number): Generator<[key: Step, child: number]> {
  const end = tape.next(node)
  if (tape.isMap(node)) for (let key = node + 1; key < end; key = tape.next(key + 1)) yield [tape.key(key), key + 1]
  else if (tape.isSequence(node)) for (let item = node + 1, index = 0; item < end; item = tape.next(item)) yield [index++, item]
}

function valueOf(place: Place): ValueAt {
  const { node, tape } = place
  if (node !== -1 && tape.has(node, Flag.hidden)) return { place, scalar: null, shown: '', isMissing: false }
  if (node === -1 || tape.isNull(node)) return { place, scalar: undefined, shown: '', isMissing: true }
  if (!tape.isScalar(node)) return { place, scalar: undefined, shown: 'a map or list', isMissing: false }
  const scalar = scalarText(tape, node)!
  return { place, scalar, shown: typeof tape.scalar(node) === 'string' ? JSON.stringify(scalar) : scalar, isMissing: false }
}

function scalarText(tape: Tape, node: number): string | undefined {
  if (node === -1 || !tape.isScalar(node) || tape.has(node, Flag.hidden)) return undefined
  const value = tape.scalar(node)
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : tape.source(node)
}
