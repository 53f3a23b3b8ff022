/**
 * Looks for a regular expression of Go in a text, in time that grows with the text and never with what could be tried: all ways through the expression are followed at once.
 * JavaScript's own expressions go back and try again, and there are ones in real definitions at which that takes minutes.
 */
import { re2 } from './re2.ts'

type Test = (character: string) => boolean

/** Where the text is at one of its borders. */
interface Border {
  before: string
  after: string
}

/** `split`: both ways; `character`: takes one; `border`: takes none. */
type Step =
  | { kind: 'split'; first: number; second: number }
  | { kind: 'character'; test: Test; next: number }
  | { kind: 'border'; test: (border: Border) => boolean; next: number }
  | { kind: 'end' }

/** Steps from which on an expression is taken as it is: `(a{1000}){1000}`, which Go refuses. */
const MOST_STEPS = 200_000

const known = new Map<string, ((text: string) => boolean) | undefined>()
const MOST_KNOWN = 1000

/** Whether a text has a match; undefined for an expression that Go does not compile. */
export function re2Search(expression: string): ((text: string) => boolean) | undefined {
  if (known.has(expression)) return known.get(expression)
  if (known.size === MOST_KNOWN) known.clear()
  const program = re2(expression) === undefined ? new Compiler(expression).compile() : undefined
  const search = program === undefined ? undefined : (text: string) => isFound(program, text)
  known.set(expression, search)
  return search
}

function isFound({ steps, start }: Program, text: string): boolean {
  const marked = new Uint32Array(steps.length)
  let mark = 0
  let current: number[] = []
  let following: number[] = []
  const pending: number[] = []
  /** What can be reached without a character. */
  const add = (list: number[], from: number, border: Border): boolean => {
    pending.push(from)
    while (pending.length > 0) {
      const at = pending.pop()!
      if (marked[at] === mark) continue
      marked[at] = mark
      const step = steps[at]!
      if (step.kind === 'end') return true
      if (step.kind === 'split') pending.push(step.second, step.first)
      else if (step.kind === 'character') list.push(at)
      else if (step.test(border)) pending.push(step.next)
    }
    return false
  }
  const characters = [...text]
  for (let at = 0; at <= characters.length; at++) {
    const border = { before: characters[at - 1] ?? '', after: characters[at] ?? '' }
    mark++
    // A match may begin anywhere.
    const waiting = following
    following = []
    current = []
    for (const next of waiting) if (add(current, next, border)) return true
    if (add(current, start, border)) return true
    if (at === characters.length) break
    for (const each of current) {
      const step = steps[each] as Extract<Step, { kind: 'character' }>
      if (step.test(border.after)) following.push(step.next)
    }
  }
  return false
}

interface Program {
  steps: readonly Step[]
  start: number
}

interface Flags {
  ignoreCase: boolean
  multiline: boolean
  dotAll: boolean
}

/** A piece of the program whose steps lead to whatever comes next: it is made from its end to its start, so that is known. */
type Piece = (next: number) => number

const isWord = (character: string): boolean => /^\w$/.test(character)
const POSIX: ReadonlyMap<string, string> = new Map(Object.entries({
  alnum: '0-9A-Za-z', alpha: 'A-Za-z', ascii: '\\x00-\\x7f', blank: '\\t ', cntrl: '\\x00-\\x1f\\x7f', digit: '0-9', graph: '!-~', lower: 'a-z', print: ' -~', punct: '!-\\/:-@\\[-`{-~', space: '\\t\\n\\v\\f\\r ', upper: 'A-Z', word: '0-9A-Za-z_', xdigit: '0-9A-Fa-f',
}))
const PERL: ReadonlyMap<string, string> = new Map(Object.entries({ d: '0-9', s: '\\t\\n\\f\\r ', w: '0-9A-Za-z_' }))
const CONTROL: ReadonlyMap<string, number> = new Map(Object.entries({ a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 }))

/** Reads an expression that Go compiles, so that nothing in it can be wrong. */
class Compiler {
  private readonly characters: readonly string[]
  private readonly steps: Step[] = []
  private at = 0
  private flags: Flags = { ignoreCase: false, multiline: false, dotAll: false }

  constructor(expression: string) {
    this.characters = [...expression]
  }

  /** Undefined for an expression that is too large. */
  compile(): Program | undefined {
    const piece = this.alternatives()
    try {
      const end = this.add({ kind: 'end' })
      const start = piece(end)
      return { steps: this.steps, start }
    } catch (cause) {
      if (cause instanceof TooLarge) return undefined
      throw cause
    }
  }

  private readonly add = (step: Step): number => {
    if (this.steps.length > MOST_STEPS) throw new TooLarge()
    return this.steps.push(step) - 1
  }

  private get next(): string | undefined {
    return this.characters[this.at]
  }

  private rest(length: number): string {
    return this.characters.slice(this.at, this.at + length).join('')
  }

  private alternatives(): Piece {
    const outer = this.flags
    const choices = [this.sequence()]
    while (this.next === '|') {
      this.at++
      choices.push(this.sequence())
    }
    this.flags = outer
    return choices.reduceRight((second, first) => (next) => {
      const other = second(next)
      return this.add({ kind: 'split', first: first(next), second: other })
    })
  }

  private sequence(): Piece {
    const pieces: Piece[] = []
    while (this.next !== undefined && this.next !== '|' && this.next !== ')') {
      const piece = this.item()
      if (piece !== undefined) pieces.push(this.repeated(piece))
    }
    return (next) => pieces.reduceRight((after, piece) => piece(after), next)
  }

  /** How greedy it is makes no difference to whether there is a match. */
  private repeated(piece: Piece): Piece {
    const counts = /^\{(\d+)(,?)(\d*)\}/.exec(this.next === '{' ? this.rest(16) : '')
    let result = piece
    if (this.next === '*') result = this.any(piece)
    else if (this.next === '+') result = this.times(piece, 1, Infinity)
    else if (this.next === '?') result = this.times(piece, 0, 1)
    else if (counts === null) return piece
    else {
      const from = Number(counts[1])
      result = this.times(piece, from, counts[2] === '' ? from : counts[3] === '' ? Infinity : Number(counts[3]))
    }
    this.at += counts === null ? 1 : counts[0].length
    if (this.next === '?') this.at++
    return result
  }

  private any(piece: Piece): Piece {
    return (next) => {
      const split = { kind: 'split' as const, first: -1, second: next }
      const at = this.add(split)
      split.first = piece(at)
      return at
    }
  }

  private times(piece: Piece, from: number, to: number): Piece {
    return (next) => {
      let after = to === Infinity ? this.any(piece)(next) : next
      for (let count = to === Infinity ? from : to; count > 0; count--) {
        const first = piece(after)
        after = count > from ? this.add({ kind: 'split', first, second: next }) : first
      }
      return after
    }
  }

  /** Undefined for flags, which are nothing. */
  private item(): Piece | undefined {
    const { next } = this
    const { ignoreCase, multiline, dotAll } = this.flags
    if (next === '(') return this.group()
    if (next === '[') return this.take(this.classText(), ignoreCase)
    if (next === '\\') return this.escape(ignoreCase)
    this.at++
    if (next === '.') return this.character(dotAll ? () => true : (character) => character !== '\n')
    if (next === '^') return this.border(multiline ? ({ before }) => before === '' || before === '\n' : ({ before }) => before === '')
    if (next === '$') return this.border(multiline ? ({ after }) => after === '' || after === '\n' : ({ after }) => after === '')
    return this.literal(next!, ignoreCase)
  }

  private readonly character = (test: Test): Piece => (next) => this.add({ kind: 'character', test, next })
  private readonly border = (test: (border: Border) => boolean): Piece => (next) => this.add({ kind: 'border', test, next })

  /** What is in the brackets of a class, in the syntax of JavaScript. */
  private take(inside: string, ignoreCase: boolean): Piece {
    const shape = new RegExp(`^[${inside}]$`, ignoreCase ? 'iu' : 'u')
    return this.character((character) => shape.test(character))
  }

  private literal(wanted: string, ignoreCase: boolean): Piece {
    return ignoreCase ? this.take(literalInClass(wanted.codePointAt(0)!), true) : this.character((character) => character === wanted)
  }

  private group(): Piece | undefined {
    this.at++
    const outer = this.flags
    const named = /^\?P?<\w+>/.exec(this.rest(128))
    const flags = named === null ? /^\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(this.rest(16)) : null
    this.at += (named ?? flags)?.[0].length ?? 0
    if (flags !== null) {
      const { ignoreCase, multiline, dotAll } = this.flags
      const [, on = '', off = ''] = flags
      const is = (flag: string, was: boolean) => (was || on.includes(flag)) && !off.includes(flag)
      this.flags = { ignoreCase: is('i', ignoreCase), multiline: is('m', multiline), dotAll: is('s', dotAll) }
      // For the rest of the group around them.
      if (flags[3] === ')') return undefined
    }
    const piece = this.alternatives()
    this.flags = outer
    this.at++
    return piece
  }

  private escape(ignoreCase: boolean): Piece {
    const border = this.characters[this.at + 1]!
    if ('AzbB'.includes(border)) {
      this.at += 2
      if (border === 'A') return this.border(({ before }) => before === '')
      if (border === 'z') return this.border(({ after }) => after === '')
      return this.border(({ before, after }) => (isWord(before) !== isWord(after)) === (border === 'b'))
    }
    if (border === 'Q') {
      this.at += 2
      const pieces: Piece[] = []
      while (this.next !== undefined && this.rest(2) !== '\\E') pieces.push(this.literal(this.characters[this.at++]!, ignoreCase))
      this.at += 2
      // A count behind it is for the last character alone.
      const last = pieces.pop()
      if (last !== undefined) pieces.push(this.repeated(last))
      return (next) => pieces.reduceRight((after, piece) => piece(after), next)
    }
    return this.take(this.escapeInClass(), ignoreCase)
  }

  /** A class with its brackets, as what is in the brackets of a class of JavaScript. */
  private classText(): string {
    this.at++
    this.endsInSet = false
    this.isSet = false
    let text = ''
    if (this.next === '^') {
      text = '^'
      this.at++
    }
    for (let isFirst = true; isFirst || this.next !== ']'; isFirst = false) {
      const posix = /^\[:(\^?)([a-z]+):\]/.exec(this.rest(12))
      if (posix !== null) {
        this.at += posix[0].length
        text += posix[1] === '' ? POSIX.get(posix[2]!)! : others(POSIX.get(posix[2]!)!)
      } else if (this.next === '\\') text += this.escapeInClass()
      // A dash at either end stands for itself.
      else if (this.next === '-' && !isFirst && this.characters[this.at + 1] !== ']' && /[^-]$/.test(text) && !this.endsInSet) {
        text += '-'
        this.at++
      } else text += literalInClass(this.characters[this.at++]!.codePointAt(0)!)
      this.endsInSet = posix !== null || this.isSet
      this.isSet = false
    }
    this.at++
    // A class of nothing, or of everything, is one in both languages.
    return text
  }

  /** Whether the last thing in a class stands for several characters, so that no range begins there. */
  private endsInSet = false
  private isSet = false

  private escapeInClass(): string {
    const [, letter] = [...this.rest(2)]
    const perl = /^[dsw]$/i.test(letter!) ? PERL.get(letter!.toLowerCase())! : undefined
    if (perl !== undefined) {
      this.at += 2
      this.isSet = true
      return letter === letter!.toLowerCase() ? perl : others(perl)
    }
    const unicode = /^\\([pP])(?:\{(\^?)(\w+)\}|(\w))/.exec(this.rest(64))
    if (unicode !== null) {
      this.at += unicode[0].length
      this.isSet = true
      const name = (unicode[3] ?? unicode[4])!
      const isOther = (unicode[1] === 'P') !== (unicode[2] === '^')
      return `\\${isOther ? 'P' : 'p'}{${/^[A-Z][a-z]?$/.test(name) || name === 'Any' ? name : `Script=${name}`}}`
    }
    const code = /^\\(?:x\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{2})|([0-7]{1,3}))/.exec(this.rest(12))
    this.at += code?.[0].length ?? 2
    if (code !== null) return literalInClass(code[3] === undefined ? Number.parseInt((code[1] ?? code[2])!, 16) : Number.parseInt(code[3], 8))
    return literalInClass(CONTROL.get(letter!) ?? letter!.codePointAt(0)!)
  }
}

class TooLarge extends Error {}

const literalInClass = (code: number): string => `\\u{${code.toString(16)}}`

/** All characters but those of a class, as a part of another one. */
function others(inside: string): string {
  const shape = new RegExp(`[${inside}]`, 'u')
  let text = ''
  let from = 0
  for (let code = 0; code <= 0x80; code++) {
    if (code < 0x80 && !shape.test(String.fromCodePoint(code))) continue
    if (code === 0x80) text += `\\u{${from.toString(16)}}-\\u{10ffff}`
    else if (code > from) text += `\\u{${from.toString(16)}}-\\u{${(code - 1).toString(16)}}`
    from = code + 1
  }
  return text
}
