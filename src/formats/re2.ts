/** RE2, the syntax of regular expressions in Go: https://github.com/google/re2/wiki/Syntax. No look-around, no back references. */
import { isUnicodeClass } from './unicode-class.ts'

const MOST_REPEATS = 1000
const DEEPEST = 1000
const POSIX = new Set(['alnum', 'alpha', 'ascii', 'blank', 'cntrl', 'digit', 'graph', 'lower', 'print', 'punct', 'space', 'upper', 'word', 'xdigit'])

class Mistake extends Error {}

/** What was found of expressions: definitions use few of them, again and again. */
const known = new Map<string, string | undefined>()
const MOST_KNOWN = 1000

/** Why Go cannot compile an expression; undefined when it can. */
export function re2(expression: string): string | undefined {
  if (known.has(expression)) return known.get(expression)
  if (known.size === MOST_KNOWN) known.clear()
  const reason = mistakeIn(expression)
  known.set(expression, reason)
  return reason
}

function mistakeIn(expression: string): string | undefined {
  try {
    new Reader(expression).read()
    return undefined
  } catch (cause) {
    if (cause instanceof Mistake) return cause.message
    throw cause
  }
}

const fail = (message: string): never => {
  throw new Mistake(`must be a regular expression as Go reads it: ${message}`)
}

class Reader {
  private readonly characters: readonly string[]
  private at = 0
  private depth = 0
  private readonly names = new Set<string>()

  constructor(expression: string) {
    this.characters = [...expression]
  }

  read(): void {
    this.alternatives()
    if (this.at < this.characters.length) fail('a ")" closes nothing')
  }

  private get next(): string {
    return this.characters[this.at] ?? ''
  }

  private looksAt(text: string): boolean {
    return [...text].every((character, index) => this.characters[this.at + index] === character)
  }

  private take(text: string): boolean {
    if (!this.looksAt(text)) return false
    this.at += text.length
    return true
  }

  private match(shape: RegExp): string | undefined {
    // Every shape begins with one of these.
    if (!'*+?{[\\'.includes(this.next) || this.next === '') return undefined
    const found = shape.exec(this.characters.slice(this.at, this.at + 64).join(''))?.[0]
    if (found !== undefined) this.at += [...found].length
    return found
  }

  private alternatives(): void {
    if (++this.depth > DEEPEST) fail('it is nested too deeply')
    do this.sequence()
    while (this.take('|'))
    this.depth--
  }

  private sequence(): void {
    let hasItem = false
    while (this.at < this.characters.length && this.next !== '|' && this.next !== ')') {
      // What repeats flags repeats what is before them.
      if (this.item()) hasItem = true
      this.repetitions(hasItem)
    }
  }

  private repetitions(isRepeatable: boolean): void {
    let isRepeated = false
    for (let operator = this.repetition(); operator !== undefined; operator = this.repetition()) {
      if (!isRepeatable) fail(`nothing is before "${operator}" that it could repeat`)
      if (isRepeated) fail(`"${operator}" repeats a repetition`)
      isRepeated = true
    }
  }

  /** `*`, `+?`, `{2,5}`: taken from the text. Braces of another form stand for themselves. */
  private repetition(): string | undefined {
    const simple = this.match(/^[*+?]\??/)
    if (simple !== undefined) return simple
    const braces = /^\{(\d+)(?:,(\d*))?\}\??/.exec(this.next === '{' ? this.characters.slice(this.at, this.at + 64).join('') : '')
    if (braces === null) return undefined
    const [text, from, to = from] = braces
    if (/^0\d/.test(from!) || /^0\d/.test(to!)) return undefined
    if (Number(from) > MOST_REPEATS || Number(to || 0) > MOST_REPEATS || (to !== '' && Number(to) < Number(from))) fail(`"${text}" is not a count of repetitions from 0 to ${MOST_REPEATS}`)
    this.at += text.length
    return text
  }

  /** One thing that may be repeated; false for flags, which are nothing. */
  private item(): boolean {
    const { next } = this
    if (next === '(') return this.group()
    if (next === '[') this.characterClass()
    else if (next === '\\') this.escape(false)
    else if (next === '*' || next === '+' || next === '?' || (next === '{' && this.isCount())) this.repetitions(false)
    else this.at++
    return true
  }

  private isCount(): boolean {
    return /^\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\}/.test(this.characters.slice(this.at, this.at + 64).join(''))
  }

  private group(): boolean {
    this.at++
    if (this.looksAt('?')) {
      const named = this.match(/^\?P?<([A-Za-z0-9_]+)>/)
      if (named !== undefined) {
        if (this.names.has(named.replace('P', ''))) fail(`two groups have the name ${named.slice(named.indexOf('<'))}`)
        this.names.add(named.replace('P', ''))
      } else {
        const flags = this.match(/^\?(?:[imsU]+(?:-[imsU]+)?|-[imsU]+)?[:)]/)
        if (flags === undefined) fail(`"(${this.characters.slice(this.at, this.at + 3).join('')}" is not known: it has no look-around and no back references`)
        // Flags for the rest of the group.
        else if (flags.endsWith(')')) return false
      }
    }
    this.alternatives()
    if (!this.take(')')) fail('a "(" is never closed')
    return true
  }

  private characterClass(): void {
    this.at++
    this.take('^')
    let isFirst = true
    while (isFirst || this.next !== ']') {
      if (this.at >= this.characters.length) fail('a "[" is never closed')
      isFirst = false
      const name = this.match(/^\[:\^?[a-z]*:\]/)
      if (name !== undefined) {
        if (!POSIX.has(name.replace(/[[\]:^]/g, ''))) fail(`unknown class "${name}"`)
        continue
      }
      const from = this.classCharacter()
      if (this.next !== '-' || this.characters[this.at + 1] === ']' || this.at + 1 >= this.characters.length || from === undefined) continue
      this.at++
      const to = this.classCharacter()
      if (to === undefined || to < from) fail('a range in "[…]" goes from a later character to an earlier one')
    }
    this.at++
  }

  /** Its code point; undefined for a class such as `\d`. */
  private classCharacter(): number | undefined {
    if (this.next === '\\') return this.escape(true)
    return this.characters[this.at++]!.codePointAt(0)!
  }

  /** The code point that it stands for; undefined for more than one or none. */
  private escape(inClass: boolean): number | undefined {
    const simple = this.match(/^\\(?:[afnrtv]|x[0-9A-Fa-f]{2}|x\{[0-9A-Fa-f]+\}|[1-7][0-7]{1,2}|0[0-7]{0,2}|[!-/:-@[-`{-~])/)
    if (simple !== undefined) {
      const code = /^\\x\{?([0-9A-Fa-f]+)/.exec(simple)?.[1]
      if (code !== undefined) {
        if (Number.parseInt(code, 16) > 0x10ffff) fail(`"${simple}" is not a character`)
        return Number.parseInt(code, 16)
      }
      if (/^\\[0-7]/.test(simple)) return Number.parseInt(simple.slice(1), 8)
      return simple.length === 2 ? ({ a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 }[simple[1]!] ?? simple.codePointAt(1)) : undefined
    }
    if (this.match(/^\\[dDsSwW]/) !== undefined) return undefined
    const unicode = this.match(/^\\[pP](?:\{\^?[A-Za-z_]*\}|.)/u)
    if (unicode !== undefined) {
      if (!isUnicodeClass(unicode.replace(/^\\[pP]\{?\^?|\}$/g, ''))) fail(`unknown class "${unicode}"`)
      return undefined
    }
    if (!inClass) {
      if (this.match(/^\\[AzbB]/) !== undefined) return undefined
      if (this.take('\\Q')) {
        while (this.at < this.characters.length && !this.take('\\E')) this.at++
        return undefined
      }
    }
    return fail(this.at + 1 >= this.characters.length ? 'it ends with a "\\"' : `"\\${this.characters[this.at + 1]}" is not known`)
  }
}
