/** Places in the values of a chart. */
import { parse, type Problem } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'

export interface Range {
  start: number
  end: number
}

/** A key of a map. */
export interface ValueEntry {
  key: string
  /** Of the key. */
  range: Range
  /** It has an anchor, or is an alias: other keys share it. */
  isShared: boolean
  /** Those of its value. */
  entries(): Iterable<ValueEntry>
}

export class ValuesFile {
  /** Why nothing can be read from it. */
  readonly problem: (Range & { message: string }) | undefined
  readonly duplicates: readonly Problem[]
  private readonly tape: Tape
  private readonly root: number

  private constructor(tape: Tape, root: number, problem: ValuesFile['problem'], duplicates: readonly Problem[]) {
    this.tape = tape
    this.root = root
    this.problem = problem
    this.duplicates = duplicates
  }

  /** Of a text that is no map, nothing is found. */
  static async read(text: string): Promise<ValuesFile> {
    const tape = new Tape()
    const [document] = await parse(text, tape)
    const own = tape.detach()
    const { root = -1, problems = [] } = document ?? {}
    const isMap = root !== -1 && own.isMap(root)
    const problem = problems.find(({ kind }) => kind === 'syntax') ?? (root === -1 || isMap || own.isNull(root) ? undefined : { message: 'Values must be a map', start: own.start(root), end: own.start(root) + 1 })
    return new ValuesFile(own, isMap ? root : -1, problem, problems.filter(({ kind }) => kind === 'duplicate-key'))
  }

  /** Where a value stands, by its path and, as far as it goes on there, the one within it. The key is underlined for a map or a list. Undefined where there is no such key. */
  find(path: readonly string[], within: readonly (string | number)[] = []): Range | undefined {
    let found = this.root
    let key = -1
    for (const step of path) {
      ;[key, found] = this.step(found, step)
      if (found === -1) return undefined
    }
    if (found === -1) return undefined
    // What is printed may be any part of the object: the longest end of its path that leads anywhere counts.
    for (let from = 0; from < within.length; from++) {
      let [deepKey, deep] = [key, found]
      for (const step of within.slice(from)) {
        ;[deepKey, deep] = this.step(deep, step)
        if (deep === -1) break
      }
      if (deep !== -1) return this.range(deepKey, deep)
    }
    return this.range(key, found)
  }

  /** Of as much of a path as there is; that of the whole file is its first key. */
  nearest(path: readonly string[]): Range | undefined {
    for (let length = path.length; length > 0; length--) {
      const found = this.find(path.slice(0, length))
      if (found !== undefined) return found
    }
    return undefined
  }

  *entries(map = this.root): Generator<ValueEntry> {
    const { tape } = this
    if (map === -1 || !tape.isMap(map)) return
    for (let node = map + 1; node < tape.next(map); node = tape.next(node + 1)) {
      const value = node + 1
      const isShared = tape.start(value) < tape.end(node) || tape.text.slice(tape.end(node), tape.start(value)).includes('&')
      yield { key: tape.key(node), range: { start: tape.start(node), end: tape.end(node) }, isShared, entries: () => this.entries(value) }
    }
  }

  private step(node: number, step: string | number): [key: number, value: number] {
    const { tape } = this
    if (node === -1) return [-1, -1]
    if (tape.isSequence(node)) {
      const index = Number(step)
      const item = Number.isInteger(index) && index >= 0 && index < tape.count(node) ? tape.item(node, index) : -1
      return [item, item]
    }
    if (!tape.isMap(node)) return [-1, -1]
    const value = tape.find(node, String(step))
    return value === -1 ? [-1, -1] : [value - 1, value]
  }

  private range(key: number, value: number): Range {
    const { tape } = this
    // All values are a map without a key.
    const node = key === -1 || (tape.isScalar(value) && tape.end(value) > tape.start(value)) ? value : key
    return { start: tape.start(node), end: tape.isScalar(node) ? tape.end(node) : tape.start(node) + 1 }
  }
}

/** `spec.containers[0].image` as steps; `data[tls.crt]` has a key in brackets. */
export function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, inBrackets, name]) => (inBrackets === undefined ? name! : /^\d+$/.test(inBrackets) ? Number(inBrackets) : inBrackets.replace(/^"(.*)"$/, '$1')))
}
