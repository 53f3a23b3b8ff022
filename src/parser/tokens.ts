/**
 * The slow way to read a document, first step: its tokens. This is how kubectl's reader goes about it, which descends from libyaml: whatever may be a key is remembered, and
 * becomes one when its colon is met.
 */
import { readBlockScalar } from './core.ts'
import { readDirectives } from './directives.ts'
import type { Extent } from './document-end.ts'
import { Fault, type FaultCode } from './fault.ts'
import { Kind } from './node.ts'

export type TokenType =
  | 'alias'
  | 'anchor'
  | 'block-end'
  | 'block-map'
  | 'block-sequence'
  /** A dash. */
  | 'entry'
  | 'end'
  /** What comes here cannot be read. */
  | 'fault'
  | 'flow-end'
  /** A comma. */
  | 'flow-entry'
  | 'flow-map'
  | 'flow-map-end'
  | 'flow-sequence'
  | 'flow-sequence-end'
  | 'key'
  | 'scalar'
  | 'tag'
  /** A colon. */
  | 'value'

export interface Token {
  type: TokenType
  start: number
  end: number
  /** Of a scalar. */
  kind: Kind
  /** Word 3 of a block scalar. */
  header: number
  /** The name of an anchor or alias; a tag in full. */
  text: string
}

/** A token that becomes a key when a colon follows. */
interface PossibleKey {
  possible: boolean
  /** It has to be one. */
  required: boolean
  /** Index of its first token. */
  token: number
  start: number
  lineStart: number
}

const MAX_DEPTH = 10_000
const MAX_KEY = 1024
const TAG = /!(?:<((?:[A-Za-z0-9_\-;/?:@&=+$,.!~*'()[\]]|%[0-9A-Fa-f]{2})+)>|([A-Za-z0-9_-]*!)?((?:[A-Za-z0-9_\-;/?:@&=+$,.!~*'()[\]]|%[0-9A-Fa-f]{2})*))/y

const isBlank = (code: number): boolean => code === 32 || code === 9
const isBreak = (code: number): boolean => code === 10 || code === 13

function isNameCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 95
}

/** The tokens of a document. A fault is thrown by who comes to the last of them, `fault`: what is before it may be wrong as well. */
export function scanTokens(source: string, extent: Extent): { tokens: Token[]; fault: Fault | undefined } {
  let scanner: Scanner | undefined
  try {
    scanner = new Scanner(source, extent)
    while (scanner.next());
    return { tokens: scanner.tokens, fault: undefined }
  } catch (error) {
    if (!(error instanceof Fault) || scanner === undefined) throw error
    scanner.push('fault', error.start, error.start)
    return { tokens: scanner.tokens, fault: error }
  }
}

class Scanner {
  readonly tokens: Token[] = []
  private readonly source: string
  private readonly limit: number
  private at: number
  private lineStart: number
  /** Where each open bracket stands. */
  private readonly brackets: number[] = []
  private indent = -1
  private readonly indents: number[] = []
  /** Whether a key may begin here. */
  private fresh: boolean
  /** One for the block context, one for each open bracket. */
  private readonly keys: PossibleKey[] = []
  /** What handles of tags stand for. */
  private readonly handles: Map<string, string>

  constructor(source: string, extent: Extent) {
    const { contentStart, contentEnd, isExplicit, isFirst } = extent
    this.source = source
    this.at = contentStart
    this.lineStart = isExplicit ? contentStart - 3 : contentStart
    this.fresh = !isExplicit
    this.limit = contentEnd
    // What follows `---` is a text of its own for kubectl, which may begin with a byte order mark.
    const next = source.indexOf('\n', contentStart) + 1
    if (isExplicit && !isFirst && next > 0 && source.charCodeAt(next) === 0xfeff) {
      this.at = this.lineStart = next + 1
      this.fresh = true
    }
    this.handles = readDirectives(source, extent)
    this.openKey()
  }

  push(type: TokenType, start: number, end: number, kind: Kind = Kind.plain, header = 0, text = ''): void {
    this.tokens.push({ type, start, end, kind, header, text })
  }

  private insert(index: number, type: TokenType, at: number): void {
    this.tokens.splice(index, 0, { type, start: at, end: at, kind: Kind.plain, header: 0, text: '' })
  }

  private code(offset: number): number {
    return offset < this.limit ? this.source.charCodeAt(offset) : -1
  }

  /** A blank, a break, or the end of the text. */
  private isGap(offset: number): boolean {
    const code = this.code(offset)
    return code === -1 || isBlank(code) || isBreak(code)
  }

  private get inFlow(): boolean {
    return this.brackets.length > 0
  }

  private get column(): number {
    return this.at - this.lineStart
  }

  private fail(code: FaultCode, start = this.at, end = start + 1): never {
    throw new Fault(code, start, Math.min(end, this.source.length))
  }

  /** Whether `...` stands here, at the start of a line. `---` ends the text. */
  private isEnd(): boolean {
    return this.column === 0 && this.source.startsWith('...', this.at) && this.isGap(this.at + 3)
  }

  /** Reads one more token; false at the end. */
  next(): boolean {
    this.skip()
    this.unroll(this.column)
    const { at } = this
    const code = this.code(at)
    if (code === -1 || this.isEnd()) {
      if (this.inFlow) this.fail(code === -1 ? 'unclosed' : 'marker-in-flow', code === -1 ? this.brackets.at(-1) : at)
      this.unroll(-1)
      this.dropKey()
      this.push('end', at, at)
      return false
    }
    const inBlock = !this.inFlow
    const beforeGap = this.isGap(at + 1)
    switch (code) {
      case 91: // [
      case 123: // {
        this.saveKey()
        if (this.brackets.push(at) > MAX_DEPTH) this.fail('too-deep')
        this.openKey()
        this.fresh = true
        this.mark(code === 91 ? 'flow-sequence' : 'flow-map')
        return true
      case 93: // ]
      case 125: // }
        this.dropKey()
        if (inBlock) this.fail('stray-bracket')
        this.brackets.pop()
        this.keys.pop()
        this.fresh = false
        this.mark(code === 93 ? 'flow-sequence-end' : 'flow-map-end')
        return true
      case 44: // ,
        if (inBlock) this.fail('stray-bracket')
        this.dropKey()
        this.fresh = true
        this.mark('flow-entry')
        return true
      case 45: // -
        if (!beforeGap) break
        if (!inBlock) this.fail('dash-in-flow')
        if (!this.fresh) this.fail('nested-list')
        this.roll(this.column, this.tokens.length, 'block-sequence', at)
        this.dropKey()
        this.fresh = true
        this.mark('entry')
        return true
      case 63: // ?
        if (inBlock && !beforeGap) break
        if (inBlock && !this.fresh) this.fail('no-key')
        if (inBlock) this.roll(this.column, this.tokens.length, 'block-map', at)
        this.dropKey()
        this.fresh = inBlock
        this.mark('key')
        return true
      case 58: // :
        if (inBlock && !beforeGap) break
        this.colon()
        return true
      case 42: // *
      case 38: // &
        this.name(code === 42 ? 'alias' : 'anchor')
        return true
      case 33: // !
        this.tag()
        return true
      case 124: // |
      case 62: // >
        if (!inBlock) this.fail('bad-start')
        this.block(code === 124)
        return true
      case 39: // '
        this.singleQuoted()
        return true
      case 34: // "
        this.doubleQuoted()
        return true
      case 37: // %
        this.fail(this.column === 0 && inBlock ? 'directive' : 'bad-start', at, this.column === 0 && inBlock ? this.lineEnd(at) : at + 1)
        break
      case 64: // @
      case 96: // `
        this.fail('bad-start')
        break
      case 9:
        this.fail('tab')
    }
    this.plain()
    return true
  }

  /** A token of one character. */
  private mark(type: TokenType): void {
    this.push(type, this.at, ++this.at)
  }

  private lineEnd(offset: number): number {
    const lineBreak = this.source.indexOf('\n', offset)
    return lineBreak === -1 || lineBreak > this.limit ? this.limit : lineBreak
  }

  /** After the line break at `at`. */
  private newLine(): void {
    this.at += this.code(this.at) === 13 ? 2 : 1
    this.lineStart = this.at
  }

  /** To the next token. */
  private skip(): void {
    for (;;) {
      const code = this.code(this.at)
      if (code === 32 || (code === 9 && (this.inFlow || !this.fresh))) this.at++
      else if (code === 35) this.at = this.lineEnd(this.at)
      else if (isBreak(code)) {
        this.newLine()
        if (!this.inFlow) this.fresh = true
      } else return
    }
  }

  /** Opens a block collection when `column` is further right than those that are open. */
  private roll(column: number, index: number, type: TokenType, at: number): void {
    if (this.inFlow || this.indent >= column) return
    this.indents.push(this.indent)
    this.indent = column
    if (this.indents.length > MAX_DEPTH) this.fail('too-deep', at)
    this.insert(index, type, at)
  }

  /** Closes the block collections that are further right than `column`. */
  private unroll(column: number): void {
    if (this.inFlow) return
    while (this.indent > column) {
      this.push('block-end', this.at, this.at)
      this.indent = this.indents.pop()!
    }
  }

  private openKey(): void {
    this.keys.push({ possible: false, required: false, token: 0, start: 0, lineStart: 0 })
  }

  /** What begins here may be a key. */
  private saveKey(): void {
    if (!this.fresh) return
    this.dropKey()
    const required = !this.inFlow && this.indent === this.column
    this.keys[this.keys.length - 1] = { possible: true, required, token: this.tokens.length, start: this.at, lineStart: this.lineStart }
  }

  private dropKey(): void {
    const key = this.keys.at(-1)!
    if (key.possible && key.required) this.fail('no-colon', key.start, key.start)
    key.possible = false
  }

  private colon(): void {
    const key = this.keys.at(-1)!
    const stale: FaultCode | undefined = key.lineStart < this.lineStart ? 'multiline-key' : key.start + MAX_KEY < this.at ? 'long-key' : undefined
    if (key.possible && stale === undefined) {
      key.possible = false
      this.insert(key.token, 'key', key.start)
      this.roll(key.start - key.lineStart, key.token, 'block-map', key.start)
      this.fresh = false
    } else {
      if (key.possible && key.required) this.fail(stale!, key.start)
      if (!this.inFlow) {
        if (!this.fresh) this.fail(key.possible ? stale! : 'nested-map', key.possible ? key.start : this.at)
        this.roll(this.column, this.tokens.length, 'block-map', this.at)
      }
      this.fresh = !this.inFlow
    }
    this.mark('value')
  }

  private name(type: 'alias' | 'anchor'): void {
    this.saveKey()
    this.fresh = false
    const start = this.at
    let end = start + 1
    while (isNameCharacter(this.code(end))) end++
    if (end === start + 1 || !(this.isGap(end) || '?:,]}%@`'.includes(this.source[end]!))) {
      while (!this.isGap(end) && !',]}'.includes(this.source[end]!)) end++
      this.fail('anchor', start, end)
    }
    this.push(type, start, end, Kind.plain, 0, this.source.slice(start + 1, end))
    this.at = end
  }

  private tag(): void {
    this.saveKey()
    this.fresh = false
    const start = this.at
    TAG.lastIndex = start
    const [whole, verbatim, handle, suffix = ''] = TAG.exec(this.source)!
    const end = start + whole.length
    if (!this.isGap(end)) this.fail('after-tag', start, end)
    const prefix = this.handles.get(handle === undefined ? '!' : `!${handle}`)
    if (prefix === undefined || (handle !== undefined && suffix === '')) this.fail('tag', start, end)
    // A single exclamation mark is a tag as it is.
    this.push('tag', start, end, Kind.plain, 0, whole === '!' ? whole : this.decodeTag(verbatim ?? prefix + suffix, start, end))
    this.at = end
  }

  private decodeTag(text: string, start: number, end: number): string {
    try {
      return decodeURIComponent(text)
    } catch {
      return this.fail('tag', start, end)
    }
  }

  private block(literal: boolean): void {
    this.dropKey()
    this.fresh = true
    const { at } = this
    const { end, header, next } = readBlockScalar(this.source, at, this.indent, this.limit)
    this.push('scalar', at, end, literal ? Kind.literal : Kind.folded, header)
    this.at = this.lineStart = next
  }

  private singleQuoted(): void {
    this.saveKey()
    this.fresh = false
    const start = this.at++
    for (;;) {
      const code = this.code(this.at)
      if (code === 39 && this.code(this.at + 1) !== 39) break
      if (code === -1) this.fail('unclosed-quote', start)
      if (isBreak(code)) this.quotedLine(start)
      else this.at += code === 39 ? 2 : 1
    }
    this.push('scalar', start, ++this.at, Kind.singleQuoted)
  }

  private doubleQuoted(): void {
    this.saveKey()
    this.fresh = false
    const start = this.at++
    for (;;) {
      const code = this.code(this.at)
      if (code === 34) break
      if (code === -1) this.fail('unclosed-quote', start)
      if (code === 92) this.escape()
      else if (isBreak(code)) this.quotedLine(start)
      else this.at++
    }
    this.push('scalar', start, ++this.at, Kind.doubleQuoted)
  }

  private quotedLine(start: number): void {
    this.newLine()
    if (this.isEnd()) this.fail('marker-in-quotes', start)
  }

  private escape(): void {
    const start = this.at++
    const letter = this.code(this.at)
    // The break is read as such.
    if (isBreak(letter)) return
    const digits = letter === 120 ? 2 : letter === 117 ? 4 : letter === 85 ? 8 : 0
    if (digits === 0 && !'0abt\tnvfre "\'\\N_LP'.includes(this.source[this.at] ?? '/')) this.fail('bad-escape', start, start + 2)
    const end = start + 2 + digits
    const hex = this.source.slice(start + 2, end)
    if (digits > 0 && (hex.length < digits || !/^[0-9A-Fa-f]+$/.test(hex))) this.fail('bad-hex', start, end)
    const value = digits === 0 ? 0 : parseInt(hex, 16)
    if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) this.fail('bad-code-point', start, end)
    this.at = end
  }

  private plain(): void {
    this.saveKey()
    this.fresh = false
    const start = this.at
    const least = this.indent + 1
    let end = start
    // Whether line breaks were read after the last character.
    let leading = false
    for (;;) {
      if (this.isEnd() || this.code(this.at) === 35) break
      while (!this.isGap(this.at) && !this.endsPlain()) {
        end = ++this.at
        leading = false
      }
      let code = this.code(this.at)
      if (!isBlank(code) && !isBreak(code)) break
      for (; isBlank(code) || isBreak(code); code = this.code(this.at)) {
        if (isBreak(code)) {
          this.newLine()
          leading = true
        } else {
          if (leading && code === 9 && this.column < least) this.fail('tab')
          this.at++
        }
      }
      if (!this.inFlow && this.column < least) break
    }
    this.push('scalar', start, end)
    if (leading) this.fresh = true
  }

  private endsPlain(): boolean {
    const code = this.code(this.at)
    // , ? [ ] { }
    return code === 58 ? this.isGap(this.at + 1) : this.inFlow && (code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125)
  }
}
