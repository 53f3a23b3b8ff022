/** Writes objects down in one of the many ways that YAML and JSON have for the same. */
import { resolvePlain } from '../../src/parser/scalar.ts'
import type { Random } from '../random.ts'
import type { Written, WrittenList, WrittenMap, WrittenScalar } from './random-objects.ts'

export interface RandomText {
  file: string
  text: string
  /** As they are in the text; each is there only once. */
  comments: string[]
}

const ODD_BREAKS = ['\r', '\x85', '\u2028', '\u2029']
const TAILS = ['', ' x', ', {', ' [a: b', ': ,', " 'q", ' "q', ' &a *a', ' ? -', ' }', '- a']

export function writeRandomly(random: Random, documents: readonly Written[]): RandomText {
  const comments: string[] = []
  let text: string
  if (random.once(6)) {
    text = jsonText(random, documents.length === 1 ? documents[0]! : { entries: [entry('apiVersion', 'v1'), entry('kind', 'List'), { key: { text: 'items', isPlain: true }, value: { items: [...documents] } }] })
    return { file: random.pick(['a.json', 'a.yaml']), text, comments }
  }
  text = documents.map((document) => new Writer(random, comments).document(document)).join('---\n')
  if (random.once(6)) text = text.replace(/\n+$/, '')
  const newline = random(10)
  if (newline < 2) text = text.replaceAll('\n', '\r\n')
  else if (newline < 3) text = text.replaceAll('\n', () => (random.once(4) ? random.pick(ODD_BREAKS) : '\n'))
  if (random.once(10)) return { file: 'a.md', text: `# Title\n\n\`\`\`yaml\n${text}${text.endsWith('\n') ? '' : '\n'}\`\`\`\n\nhostPID: true\n`, comments }
  return { file: 'a.yaml', text: (random.once(12) ? '\ufeff' : '') + text, comments }
}

const entry = (key: string, value: string) => ({ key: { text: key, isPlain: true }, value: { text: value, isPlain: true } })

function jsonText(random: Random, value: Written): string {
  const toJson = (node: Written): unknown => {
    if ('entries' in node) return Object.fromEntries(node.entries.map(({ key, value: each }) => [key.text, toJson(each)]))
    if ('items' in node) return node.items.map(toJson)
    return node.isPlain && /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?)$/.test(node.text) ? JSON.parse(node.text) : node.text
  }
  const text = JSON.stringify(toJson(value), undefined, random.pick([undefined, undefined, 2, 4, '\t']))
  return (random.once(3) ? text.replaceAll('/', '\\/') : text) + (random.once(4) ? '' : '\n')
}

class Writer {
  private readonly random: Random
  private readonly comments: string[]
  private text = ''
  private readonly anchors = new Map<string, string>()
  private readonly maps: { name: string; map: WrittenMap }[] = []
  private readonly step: number
  // Once in how many places each is written; 0 for never.
  private readonly odds: { comment: number; flow: number; anchor: number; question: number; tag: number }

  constructor(random: Random, comments: string[]) {
    this.random = random
    this.comments = comments
    this.step = random.pick([2, 2, 2, 4, 1, 3])
    const odds = (...list: number[]) => random.pick(list)
    this.odds = { comment: odds(0, 0, 3, 8), flow: odds(0, 4, 8, 2), anchor: odds(0, 0, 0, 3, 6), question: odds(0, 0, 0, 12), tag: odds(0, 0, 0, 12) }
  }

  document(value: Written): string {
    if (this.chance(this.odds.flow) && this.random.once(4)) this.text = `${this.flow(value, 1)}\n`
    else if ('entries' in value) this.blockMap(value, 0)
    return this.text
  }

  private chance(times: number): boolean {
    return times > 0 && this.random.once(times)
  }

  private comment(): string {
    const text = `# c${this.comments.length};${this.random.pick(TAILS)}`
    this.comments.push(text)
    return text
  }

  /** Ends a line. A comment may stand on it, or on lines of its own after it; in a block of text it would be text. */
  private endLine(isBlock = false): void {
    if (!isBlock && this.chance(this.odds.comment)) this.text += ` ${this.comment()}`
    if (!isBlock) this.text += '\n'
    if (this.chance(this.odds.comment) && this.random.once(2)) this.text += `${isBlock ? '' : ' '.repeat(this.random(9))}${this.comment()}\n`
    if (this.random.once(30)) this.text += '\n'
  }

  private blockMap(map: WrittenMap, indent: number): void {
    let isFirst = true
    const margin = () => {
      if (!isFirst || /(^|\n)$/.test(this.text)) this.text += ' '.repeat(indent)
      isFirst = false
    }
    const merged = this.chance(this.odds.anchor) ? this.maps.find((other) => other.map.entries.length > 0 && other.map.entries.every(({ key }) => map.entries.some((each) => each.key.text === key.text))) : undefined
    if (merged !== undefined) {
      margin()
      this.text += `<<: *${merged.name}`
      this.endLine()
    }
    for (const { key, value } of map.entries) {
      if (merged?.map.entries.some((other) => JSON.stringify(other) === JSON.stringify({ key, value })) === true) continue
      margin()
      const name = (this.chance(this.odds.tag) ? '!!str ' : '') + this.scalar(key, false)
      if (this.chance(this.odds.question)) {
        this.text += `? ${name}`
        this.endLine()
        this.text += `${' '.repeat(indent)}:`
      } else this.text += `${name}${this.random.once(20) ? ' ' : ''}:`
      this.blockValue(value, indent, false)
    }
  }

  private blockList(list: WrittenList, indent: number): void {
    for (const item of list.items) {
      this.text += `${' '.repeat(indent)}-`
      this.blockValue(item, indent, true)
    }
  }

  /** After a colon or a dash. */
  private blockValue(value: Written, indent: number, isItem: boolean): void {
    const known = this.anchors.get(JSON.stringify(value))
    if (known !== undefined && this.random.once(2)) {
      this.text += ` *${known}`
      return this.endLine()
    }
    const name = this.chance(this.odds.anchor) ? `a${this.anchors.size}x${this.text.length}` : undefined
    const anchor = name === undefined ? '' : ` &${name}`
    if ('text' in value) this.blockScalar(value, indent, anchor)
    else if (sizeOf(value) === 0 || this.chance(this.odds.flow)) {
      this.text += `${anchor} ${this.flow(value, indent + 1)}`
      this.endLine()
    } else {
      this.text += anchor
      const isInline = isItem && anchor === '' && !('items' in value) && !this.random.once(6)
      if (isInline) {
        const spaces = 1 + (this.random.once(6) ? this.random(4) : 0)
        this.text += ' '.repeat(spaces)
        this.blockMap(value as WrittenMap, indent + 1 + spaces)
      } else {
        this.endLine()
        if ('entries' in value) this.blockMap(value, indent + this.step)
        else this.blockList(value, indent + (isItem || this.random.once(2) ? this.step : 0))
      }
    }
    if (name === undefined) return
    this.anchors.set(JSON.stringify(value), name)
    if ('entries' in value) this.maps.push({ name, map: value })
  }

  private blockScalar(value: WrittenScalar, indent: number, anchor: string): void {
    const isText = !value.isPlain || typeof resolvePlain(value.text) === 'string'
    if (isText && value.text !== '' && !/^\s/.test(value.text) && this.random.once(12)) {
      const chomp = value.text.endsWith('\n') ? this.random.pick(['', '+']) : '-'
      const lines = value.text.replace(/\n$/, '').split('\n')
      this.text += `${anchor} ${this.random.pick(['|', '>'])}${chomp}\n${lines.map((line) => `${' '.repeat(indent + this.step)}${line}\n`).join('')}`
      return this.endLine(true)
    }
    const tag = isText && value.text !== '' && this.chance(this.odds.tag) ? ' !!str' : ''
    const text = this.scalar(value, false)
    this.text += `${anchor}${tag}${text === '' ? '' : ` ${text}`}`
    this.endLine()
  }

  private scalar({ text, isPlain }: WrittenScalar, isFlow: boolean): string {
    const isText = !isPlain || typeof resolvePlain(text) === 'string'
    const isSafe = text === '' ? isPlain && !isFlow : !/^[\s!&*?|>@`%#,[\]{}"'-]|: |:$| #|\n|\s$/.test(text) && !(isFlow && /[,[\]{}]/.test(text))
    if (isSafe && (isPlain || (typeof resolvePlain(text) === 'string' && this.random.once(3))) && !(isText && this.random.once(4))) return text
    if (!isText) return text === '' ? 'null' : text
    if (/[\n]/.test(text) || this.random.once(2)) {
      const body = JSON.stringify(text).slice(1, -1)
      return `"${this.random.once(8) && body !== '' && body[0] !== '\\' ? `\\x${body.charCodeAt(0).toString(16).padStart(2, '0')}${body.slice(1)}` : body}"`
    }
    return `'${text.replaceAll("'", "''")}'`
  }

  /** On several lines only as far in as `indent`. */
  private flow(value: Written, indent: number): string {
    if ('text' in value) {
      const known = this.anchors.get(JSON.stringify(value))
      if (known !== undefined && this.random.once(2)) return `*${known} `
      return this.scalar(value, true)
    }
    const isMap = 'entries' in value
    const parts = isMap ? value.entries.map(({ key, value: each }) => `${this.chance(this.odds.question) ? '? ' : ''}${this.flowKey(key)}: ${this.flow(each, indent)}`) : value.items.map((item) => this.flow(item, indent))
    if (parts.length === 0) return isMap ? '{}' : '[]'
    const [open, close] = isMap ? '{}' : '[]'
    const isLong = this.random.once(3)
    const gap = () => {
      if (!isLong || this.random.once(3)) return this.random.once(5) ? '' : ' '
      return `${this.chance(this.odds.comment) ? ` ${this.comment()}` : ''}\n${' '.repeat(indent + this.random(4))}`
    }
    const comma = () => (this.random.once(12) ? `${gap()},` : ',')
    let text = open + gap()
    parts.forEach((part, index) => (text += `${index > 0 ? `${comma()}${gap()}` : ''}${part}`))
    return `${text}${this.random.once(12) ? ',' : ''}${gap()}${close}`
  }

  private flowKey(key: WrittenScalar): string {
    return key.text === '' ? '""' : this.scalar(key, true)
  }
}

const sizeOf = (value: WrittenMap | WrittenList): number => ('entries' in value ? value.entries.length : value.items.length)
