/**
 * Matches regular expressions of RE2 in time linear in the text, as Go does: all ways that an expression can go are followed at once, and none is tried again.
 * Expressions come from settings that somebody else may have written, and JavaScript's own engine takes years for some of them.
 */
import { re2 } from './re2.ts'

/** One step of a program: a test of the next character, a test of the place, or a way that forks. */
type Step =
  | { readonly test: (character: string) => boolean; readonly next: number }
  | { readonly place: (before: string, after: string) => boolean; readonly next: number }
  | { readonly ways: readonly number[] }

interface Flags {
  readonly fold: boolean
  readonly lines: boolean
  readonly dotAll: boolean
}

/** Beyond it an expression is refused: counts within counts multiply. */
const MOST_STEPS = 20_000
const END = -1
const WORD = /^\w$/
const POSIX: ReadonlyMap<string, string> = new Map(Object.entries({ alnum: '0-9A-Za-z', alpha: 'A-Za-z', ascii: '\\0-\\x7f', blank: '\\t ', cntrl: '\\0-\\x1f\\x7f', digit: '0-9', graph: '!-~', lower: 'a-z', print: ' -~', punct: '!-\\/:-@\\[-`{-~', space: '\\t-\\r ', upper: 'A-Z', word: '0-9A-Za-z_', xdigit: '0-9A-Fa-f' }))

export type Matcher = (text: string) => boolean

/** Whether an expression matches a whole text; the reason, as the rest of a sentence, for one that Go cannot compile either. */
export function wholeMatcher(expression: string): Matcher | string {
  const reason = re2(expression)
  if (reason !== undefined) return reason
  const builder = new Builder(expression)
  const start = builder.build()
  if (start === undefined) return 'must be a smaller regular expression'
  return (text) => matches(builder.steps, start, [...text])
}

/** What was made of expressions: rules ask with the same few for every object. */
const known = new Map<string, Matcher | string>()
const MOST_KNOWN = 1000

/** Throws for an expression that the settings should not have let through. */
export function matchesWhole(expression: string, text: string): boolean {
  let matcher = known.get(expression)
  if (matcher === undefined) {
    if (known.size === MOST_KNOWN) known.clear()
    known.set(expression, (matcher = wholeMatcher(expression)))
  }
  if (typeof matcher === 'string') throw new TypeError(`"${expression}" ${matcher}`)
  return matcher(text)
}

function matches(steps: readonly Step[], start: number, characters: readonly string[]): boolean {
  let current = new Set<number>()
  const enter = (into: Set<number>, step: number, at: number): void => {
    const open = [step]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (into.has(next)) continue
      into.add(next)
      const taken = next === END ? undefined : steps[next]!
      if (taken === undefined) continue
      if ('ways' in taken) open.push(...taken.ways)
      else if ('place' in taken && taken.place(characters[at - 1] ?? '', characters[at] ?? '')) open.push(taken.next)
    }
  }
  enter(current, start, 0)
  for (const [at, character] of characters.entries()) {
    const following = new Set<number>()
    for (const index of current) {
      const step = index === END ? undefined : steps[index]!
      if (step !== undefined && 'test' in step && step.test(character)) enter(following, step.next, at + 1)
    }
    if (following.size === 0) return false
    current = following
  }
  return current.has(END)
}

/** Makes the program of an expression that Go can compile, from its end to its start. */
class Builder {
  readonly steps: Step[] = []
  private readonly characters: readonly string[]
  private at = 0
  private isTooLarge = false

  constructor(expression: string) {
    this.characters = [...expression]
  }

  /** The first step; undefined when there would be too many. */
  build(): number | undefined {
    const make = this.alternatives({ fold: false, lines: false, dotAll: false })
    const start = make(END)
    return this.isTooLarge ? undefined : start
  }

  private add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) this.isTooLarge = true
    else this.steps.push(step)
    return this.steps.length - 1
  }

  private get next(): string | undefined {
    return this.characters[this.at]
  }

  private looksAt(text: string): boolean {
    return this.characters.slice(this.at, this.at + text.length).join('') === text
  }

  /** Each part is a function from the step that follows it to its own first step, so that it can be made as often as it is repeated. */
  private alternatives(flags: Flags): (then: number) => number {
    const branches: ((then: number) => number)[] = []
    const own = { ...flags }
    do {
      if (branches.length > 0) this.at++
      branches.push(this.sequence(own))
    } while (this.next === '|')
    return branches.length === 1 ? branches[0]! : (then) => this.add({ ways: branches.map((branch) => branch(then)) })
  }

  /** `flags` change where the expression says so, to the end of the group. */
  private sequence(flags: { -readonly [K in keyof Flags]: Flags[K] }): (then: number) => number {
    const parts: ((then: number) => number)[] = []
    while (this.next !== undefined && this.next !== '|' && this.next !== ')') {
      const part = this.part(flags)
      if (part !== undefined) parts.push(this.repeated(part))
    }
    return (then) => parts.reduceRight((after, part) => part(after), then)
  }

  private repeated(part: (then: number) => number): (then: number) => number {
    const [text, from, to] = this.count()
    if (text === '') return part
    this.at += text.length
    if (this.next === '?') this.at++
    return (then) => {
      if (to === Number.POSITIVE_INFINITY) {
        const fork = this.add({ ways: [] })
        if (this.isTooLarge) return fork
        this.steps[fork] = { ways: [part(fork), then] }
        return this.times(part, from, fork)
      }
      let start = then
      for (let i = from; i < to && !this.isTooLarge; i++) start = this.add({ ways: [part(start), then] })
      return this.times(part, from, start)
    }
  }

  private times(part: (then: number) => number, count: number, then: number): number {
    let start = then
    for (let i = 0; i < count && !this.isTooLarge; i++) start = part(start)
    return start
  }

  private count(): [text: string, from: number, to: number] {
    const { next } = this
    if (next === '*') return ['*', 0, Number.POSITIVE_INFINITY]
    if (next === '+') return ['+', 1, Number.POSITIVE_INFINITY]
    if (next === '?') return ['?', 0, 1]
    const braces = next === '{' ? /^\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}/.exec(this.characters.slice(this.at, this.at + 16).join('')) : null
    if (braces === null) return ['', 1, 1]
    const from = Number(braces[1])
    return [braces[0], from, braces[2] === undefined ? from : braces[3] === undefined ? Number.POSITIVE_INFINITY : Number(braces[3])]
  }

  private part(flags: { -readonly [K in keyof Flags]: Flags[K] }): ((then: number) => number) | undefined {
    const next = this.next!
    if (next === '(') return this.group(flags)
    if (next === '[') return this.testOf(this.characterClass(), flags)
    if (next === '\\') return this.escape(flags)
    this.at++
    if (next === '.') return this.testOf(flags.dotAll ? '[^]' : '[^\\n]', flags)
    const { lines } = flags
    if (next === '^') return this.placeOf((before) => before === '' || (lines && before === '\n'))
    if (next === '$') return this.placeOf((_, after) => after === '' || (lines && after === '\n'))
    return this.testOf(literal(next), flags)
  }

  private group(flags: { -readonly [K in keyof Flags]: Flags[K] }): ((then: number) => number) | undefined {
    this.at++
    const inner = { ...flags }
    if (this.next === '?') {
      const head = this.characters.slice(this.at, this.at + 64).join('')
      const named = /^\?P?<\w+>/.exec(head)
      const [text, on = '', off = '', end] = named === null ? /^\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(head)! : [named[0], '', '', ':']
      this.at += text.length
      const target = end === ')' ? flags : inner
      for (const [letters, value] of [[on, true], [off, false]] as const) {
        if (letters.includes('i')) target.fold = value
        if (letters.includes('m')) target.lines = value
        if (letters.includes('s')) target.dotAll = value
      }
      if (end === ')') return undefined
    }
    const make = this.alternatives(inner)
    this.at++
    return make
  }

  private escape(flags: Flags): (then: number) => number {
    const letter = this.characters[this.at + 1]!
    if (letter === 'Q') {
      this.at += 2
      const literals: ((then: number) => number)[] = []
      while (this.next !== undefined && !this.looksAt('\\E')) literals.push(this.testOf(literal(this.characters[this.at++]!), flags))
      if (this.next !== undefined) this.at += 2
      // A count behind it is for the last character alone.
      const last = literals.pop()
      if (last !== undefined) literals.push(this.repeated(last))
      return (then) => literals.reduceRight((after, part) => part(after), then)
    }
    const places: Readonly<Record<string, (before: string, after: string) => boolean>> = { A: (before) => before === '', z: (_, after) => after === '', b: (before, after) => WORD.test(before) !== WORD.test(after), B: (before, after) => WORD.test(before) === WORD.test(after) }
    if (Object.hasOwn(places, letter)) {
      this.at += 2
      return this.placeOf(places[letter]!)
    }
    return this.testOf(`[${this.classEscape()}]`, flags)
  }

  /** Of JavaScript, with the brackets around it. */
  private characterClass(): string {
    let text = '['
    this.at++
    if (this.next === '^') {
      text += '^'
      this.at++
    }
    for (let isFirst = true; isFirst || this.next !== ']'; isFirst = false) {
      const posix = /^\[:(\^?)([a-z]+):\]/.exec(this.characters.slice(this.at, this.at + 16).join(''))
      if (posix !== null) {
        this.at += posix[0].length
        text += posix[1] === '' ? POSIX.get(posix[2]!)! : complement(POSIX.get(posix[2]!)!)
      } else if (this.next === '\\') text += this.classEscape()
      else {
        const character = this.characters[this.at++]!
        // Between two characters it makes a range, here as there.
        const isRange = character === '-' && !isFirst && this.next !== ']'
        text += isRange ? '-' : escaped(character)
      }
    }
    this.at++
    return `${text}]`
  }

  /** What `\d`, `\.` or `\x{41}` is within brackets of JavaScript. */
  private classEscape(): string {
    const text = this.characters.slice(this.at, this.at + 64).join('')
    const unicode = /^\\([pP])(?:\{(\^?)(\w+)\}|(\w))/.exec(text)
    if (unicode !== null) {
      this.at += unicode[0].length
      const name = unicode[3] ?? unicode[4]!
      const isNegated = (unicode[1] === 'P') !== (unicode[2] === '^')
      return `\\${isNegated ? 'P' : 'p'}{${name.length <= 2 || name === 'Any' ? name : `Script=${name}`}}`
    }
    const hex = /^\\x\{?([0-9A-Fa-f]+)\}?/.exec(text[3] === '{' || text[2] === '{' ? text : text.slice(0, 4))
    const octal = /^\\(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(text)
    if (hex !== null || octal !== null) {
      this.at += (hex ?? octal)![0].length
      return `\\u{${(hex === null ? Number.parseInt(octal![0].slice(1), 8) : Number.parseInt(hex[1]!, 16)).toString(16)}}`
    }
    const letter = this.characters[this.at + 1]!
    this.at += 2
    // Of ASCII alone, and `\s` without the vertical tab.
    if (letter === 's') return '\\t\\n\\f\\r '
    if (letter === 'S') return complement('\\t\\n\\f\\r ')
    if ('dDwWfnrtv'.includes(letter)) return `\\${letter}`
    return letter === 'a' ? '\\x07' : escaped(letter)
  }

  private testOf(pattern: string, { fold }: Flags): (then: number) => number {
    const regExp = new RegExp(`^${pattern}$`, fold ? 'iu' : 'u')
    const test = (character: string) => regExp.test(character)
    return (then) => this.add({ test, next: then })
  }

  private placeOf(place: (before: string, after: string) => boolean): (then: number) => number {
    return (then) => this.add({ place, next: then })
  }
}

const escaped = (character: string): string => (/[\^$\\.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character)
const literal = (character: string): string => `[${escaped(character)}]`

/** The ranges of all characters that are not in some of ASCII, for use beside others within brackets. */
function complement(ranges: string): string {
  const inside = new RegExp(`[${ranges}]`)
  let text = '\\x80-\\u{10ffff}'
  for (let code = 0; code < 128; code++) if (!inside.test(String.fromCharCode(code))) text += `\\x${code.toString(16).padStart(2, '0')}`
  return text
}
