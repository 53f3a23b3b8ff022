/**
 * What an author did who wrote a text that cannot be read: the reader only knows where it came to a stop. Everything here is a guess from the lines around that place;
 * without one the message of the fault itself stands.
 */
import type { Problem } from './document.ts'
import type { Fault, FaultCode } from './fault.ts'
import { Lines } from './fault-lines.ts'

export type Cause = Pick<Problem, 'message' | 'start' | 'end' | 'related'>

type Guess = (fault: Fault, lines: Lines) => Cause | undefined

const KEY = /^(?:-[ \t]+)*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#&*!|>%@`{}[\],-][^\s:#]*(?:[ \t]+[^\s:#]+)*|-[^\s:#]+)[ \t]*(?=:(?:[ \t]|\r?$))/
const BLOCK_HEAD = /(?:^|[:-])[ \t]+(?:[&!]\S+[ \t]+)*[|>][-+1-9]{0,2}[ \t]*(?:#.*)?\r?$/

/** The cause of a fault in the document that begins at `start`. */
export function findCause(fault: Fault, source: string, start: number): Cause | undefined {
  const lines = new Lines(source, start)
  for (const guess of [conflict, template, fence, lookalike, ...(GUESSES[fault.code] ?? [])]) {
    const cause = guess(fault, lines)
    if (cause !== undefined) return cause
  }
  return undefined
}

/** Marks of git stand above the place, or at it, since a text that begins with `<` or `=` is a key without a colon. */
const conflict: Guess = (fault, lines) => {
  const line = lines.findUp(fault.start, /^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/)
  return line === undefined ? undefined : { message: 'A merge conflict is not resolved', start: line.start, end: line.start + line.text.trimEnd().length }
}

/** A manifest out of a page, with the marks of its code. */
const fence: Guess = (fault, lines) => {
  const line = lines.findUp(fault.start, /^(?:`{3}|~{3})/)
  return line === undefined ? undefined : { message: `"${line.text.slice(0, 3)}" is a mark of Markdown, not YAML: remove the line`, start: line.start, end: line.start + line.text.trimEnd().length }
}

/** What word processors and other keyboards write for a hyphen and a colon. */
const lookalike: Guess = (fault, lines) => {
  const here = lines.at(fault.start)
  for (const line of [here, lines.above(here)]) {
    const found = line === undefined ? null : /^[ \t]*(?:([\u2010-\u2015\u2212])[ \t]|(?:-[ \t]+)*[\w./-]+([\uff1a\ufe55\ua789\u2236]))/.exec(line.text)
    if (line === undefined || found === null) continue
    const sign = found[1] ?? found[2]!
    const start = line.start + line.text.indexOf(sign)
    return { message: `"${sign}" looks like a ${found[1] === undefined ? 'colon' : 'hyphen'} and is another character (U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}): write "${found[1] === undefined ? ': ' : '-'}"`, start, end: start + 1 }
  }
  return undefined
}

const template: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const found = /\{\{|\{%|<%/.exec(line.text)
  if (found === null || line.start + found.index > fault.end + 1) return undefined
  return { message: 'A template expression is not YAML', start: line.start + found.index, end: line.start + found.index + 2 }
}

/** `-name: x`, on the line itself or the one above, which it then goes on. */
const dash: Guess = (fault, lines) => {
  const here = lines.at(fault.start)
  for (const line of [here, lines.above(here)]) {
    const found = line === undefined ? null : /^[ \t]*(-[A-Za-z0-9_"'{[][\w.-]*)/.exec(line.text)
    if (line === undefined || found === null) continue
    const start = line.start + found[0].length - found[1]!.length
    // What only goes on with a dash is no item.
    if (line === here || here.indent > line.indent) return { message: 'A space is missing after the dash', start, end: start + found[1]!.length }
  }
  return undefined
}

/** `name:web` among keys. */
const colon: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const found = /^(?:-[ \t]+)*((?:[A-Za-z_][\w./-]*|"[^"]*"|'[^']*'):)(?=[^\s:]|\/[^/])/.exec(line.trimmed)
  if (found === null || line.first + found[0].length < fault.start) return undefined
  const end = line.first + found[0].length
  return { message: 'A space is missing after the colon', start: end - found[1]!.length, end }
}

/** `key value` */
const keyAndValue: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const found = /^(?:-[ \t]+)*([A-Za-z_][\w./-]*)[ \t]+[^\s#]/.exec(line.trimmed)
  if (found === null || line.first + found[0].indexOf(found[1]!) !== fault.start) return undefined
  return { message: `A colon is missing after "${found[1]}"`, start: fault.start, end: fault.start + found[1]!.length }
}

/** A line without a colon, which the next one, that has one, goes on. */
const noColon: Guess = (fault, lines) => {
  const named = keyAndValue(fault, lines)
  if (named !== undefined) return named
  const line = lines.at(fault.start)
  const text = line.text.slice(fault.start - line.start).trimEnd()
  return /^["':]/.test(text) ? undefined : { message: 'A colon is missing on this line', start: fault.start, end: fault.start + text.length }
}

/** A line that is further right than the one above, which has a value already. */
const deeper: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const key = KEY.exec(line.trimmed)
  if (key === null || fault.start < line.first + key[0].trimEnd().length) return undefined
  const above = lines.above(line)
  const keyAbove = above === undefined ? null : KEY.exec(above.trimmed)
  if (above === undefined || keyAbove === null) return undefined
  const column = above.indent + /^(?:-[ \t]+)*/.exec(above.trimmed)![0].length
  if (line.indent <= column || above.trimmed.slice(keyAbove[0].length + 1).trim() === '') return undefined
  const dashes = /^(?:-[ \t]+)*/.exec(key[0])![0].length
  const name = key[0].trimEnd()
  return { message: `"${bare(name.slice(dashes))}" is indented deeper than "${nameOf(keyAbove[0])}" above, which has a value`, start: line.first + dashes, end: line.first + name.length }
}

/** `a: b: c`, and a value that ends in a colon. */
const colonInValue: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const key = KEY.exec(line.trimmed)
  if (key === null) return undefined
  const from = line.first + key[0].length + 1
  const rest = line.text.slice(from - line.start)
  const value = rest.trim()
  if (fault.start < from || value === '') return undefined
  const start = from + rest.indexOf(value[0]!)
  const name = nameOf(key[0])
  return { message: `The value of "${name}" ${value.endsWith(':') ? 'ends in a colon' : 'has a colon and a space in it'}, so it needs quotes`, start, end: start + value.length }
}

/** The lines of a block scalar must be further right than its key. */
const blockEnds: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const head = lines.blockAbove(line, BLOCK_HEAD)
  if (head === undefined) return undefined
  const sign = head.start + head.text.search(/[|>][-+1-9]{0,2}[ \t]*(?:#.*)?\r?$/)
  const related = { message: 'The block begins here', start: sign, end: sign + 1 }
  return { message: 'The block of text ends here, because this line is indented less', start: line.first, end: line.first + (/^\S+/.exec(line.trimmed)?.[0].length ?? 1), related }
}

/** A block scalar without lines, followed by what was to be its first. */
const emptyBlock: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const head = lines.above(line)
  const key = head === undefined || !BLOCK_HEAD.test(head.text) ? null : KEY.exec(head.trimmed)
  if (head === undefined || key === null || line.indent > head.indent + /^(?:-[ \t]+)*/.exec(key[0])![0].length) return undefined
  return { message: `The block of text of "${nameOf(key[0])}" must be indented further than its key`, start: line.first, end: line.first + (/^\S+/.exec(line.trimmed)?.[0].length ?? 1) }
}

/** Which indentations would do. */
const levels: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  if (fault.start > line.first + 1) return undefined
  const isDash = /^-(?:[ \t]|\r?$)/.test(line.trimmed)
  const columns = lines.levelsAbove(line, !isDash)
  if (columns.length === 0) return undefined
  const key = isDash ? '-' : (KEY.exec(line.trimmed)?.[0].trimEnd() ?? line.trimmed[0] ?? '')
  const place = { start: line.first, end: line.first + Math.max(key.length, 1) }
  const { indent } = line
  if (columns.includes(indent)) {
    if (isDash) return { message: 'A list item cannot follow the keys of a map', ...place }
    const list = lines.ownerAbove(line)
    const owner = list === undefined ? null : KEY.exec(list.trimmed)
    return { message: owner === null ? `"${bare(key)}" is a key among the items of a list` : `"${bare(key)}" is a key among the items of "${nameOf(owner[0])}"`, ...place }
  }
  const what = isDash ? 'This item' : 'This line'
  const lower = Math.max(...columns.filter((column) => column < indent))
  const higher = Math.min(...columns.filter((column) => column > indent))
  if (higher === Infinity) return { message: `${what} is indented deeper than what is above, which has a value`, ...place }
  return { message: `${what} is indented by ${spaces(indent)}, but what is above by ${lower === -Infinity ? '' : `${lower} or `}${higher}`, ...place }
}

/** `  ---` */
const indentedMarker: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  return line.trimmed.trimEnd() === '---' && line.indent > 0 ? { message: '"---" is indented, so it starts no document', start: line.first, end: line.first + 3 } : undefined
}

/** `--` and `===` for `---` */
const otherMarker: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const text = line.text.trimEnd()
  return /^(?:--|={2,}|\*{3,}|_{3,}|#{3,})$/.test(text) ? { message: `"---" starts a document, not "${text.slice(0, 10)}"`, start: line.start, end: line.start + text.length } : undefined
}

/** `----`, `---apiVersion: v1`, and a line of a certificate, which was meant for the document above. */
const gluedMarker: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const text = line.text.trimEnd()
  if (/^-+$/.test(text)) return { message: `"---" starts a document, but not ${text.length} dashes`, start: line.start, end: line.start + text.length }
  if (/^-----(?:BEGIN|END) /.test(text)) return blockEnds(fault, new Lines(lines.source, 0)) ?? { message: 'A PEM block must be indented further than its key', start: line.start, end: line.start + text.length }
  return { message: 'A line break is missing after "---"', start: line.start, end: line.start + 3 }
}

/** `--- a: 1` */
const afterMarker: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  return /^---[ \t]/.test(line.text) ? { message: 'kubectl needs "---" alone on its line', start: line.start, end: line.start + line.text.trimEnd().length } : undefined
}

/** `[${PORT}]` */
const placeholder: Guess = ({ start }, { source }) => {
  const found = source[start] === '{' && source[start - 1] === '$' ? /^\{[^{}\n]*\}/.exec(source.slice(start, start + 200)) : null
  return found === null ? undefined : { message: `"$${found[0]}" needs quotes inside brackets`, start: start - 1, end: start + found[0].length }
}

/** `"C:\Users"` */
const hex: Guess = ({ start }, { source }) => {
  const letter = source[start + 1]!
  return { message: `The escape "\\${letter}" needs ${{ x: 2, u: 4, U: 8 }[letter] ?? 4} hexadecimal digits`, start, end: start + 2 }
}

/** An opener further up, where the line after it looks as if it had been closed. */
const unclosedBracket: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  // A placeholder such as ${PORT}, or a key on a line of its own.
  const opener = lines.openerAbove(line)
  // Within the brackets, too, a key in quotes stands on a line of its own: there it is a comma that is missing.
  if (opener !== undefined && line.trimmed.startsWith('"') && line.indent > lines.at(opener.offset).indent) return undefined
  if (opener === undefined || !(KEY.test(line.trimmed) || /^-[ \t]/.test(line.trimmed) || line.trimmed.startsWith('---') || line.trimmed.startsWith('...'))) return undefined
  return { message: `The "${opener.bracket}" is never closed`, start: opener.offset, end: opener.offset + 1 }
}

/** `password: [abc`: the bracket was meant as a character. */
const openedValue: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const found = /(?:^|[:-])[ \t]+([[{])[^[\]{}"'#]*$/.exec(line.text.trimEnd())
  if (found === null) return undefined
  const start = line.start + found.index + found[0].indexOf(found[1]!)
  return start > fault.start ? undefined : { message: `The "${found[1]}" is never closed: a value that only begins with it needs quotes`, start, end: start + 1 }
}

/** `"abc"def` */
const afterQuote: Guess = (fault, lines) => {
  const { source } = lines
  const mark = source[fault.start - 1]
  return mark === '"' || mark === "'" ? { message: 'The value goes on after its closing quote: put all of it in quotes', start: fault.start, end: fault.start + /^\S*/.exec(source.slice(fault.start, fault.start + 60))![0].length } : undefined
}

/** `| abc`, `? abc` */
const indicator: Guess = (fault, lines) => {
  const line = lines.at(fault.start)
  const found = /:[ \t]+([|>?])/.exec(line.text)
  if (found === null) return undefined
  const start = line.start + found.index + found[0].length - 1
  const sign = found[1]!
  return start > fault.start ? undefined : { message: sign === '?' ? 'A value that begins with "? " needs quotes' : `"${sign}" begins a block of text on the next line: a value that begins with it needs quotes`, start, end: start + 1 }
}

/** Text right after a closing quote: mostly an apostrophe, or the quote of another line. */
const quote: Guess = (fault, lines) => {
  const { source } = lines
  let before = fault.start - 1
  while (source[before] === ' ' || source[before] === '\t') before--
  const mark = source[before]
  if (mark !== '"' && mark !== "'") return undefined
  const line = lines.at(fault.start)
  if (mark === "'" && before === fault.start - 1 && /[A-Za-z]/.test(source[before - 1] ?? '') && /[A-Za-z]/.test(source[fault.start]!)) return { message: 'An apostrophe in single quotes must be written twice', start: before, end: before + 1 }
  if (lines.countBefore(before, line, mark) % 2 === 1) return undefined
  const opener = lines.quoteAbove(line, mark)
  return opener === undefined ? undefined : { message: 'The quote is never closed', start: opener, end: opener + 1 }
}

/** A value that begins with a sign of YAML. */
const sign: Guess = (fault, lines) => {
  const mark = lines.source[fault.start]!
  const line = lines.at(fault.start)
  const whole = line.text.slice(fault.start - line.start)
  const comment = whole.search(/[ \t]#/)
  const rest = (comment === -1 ? whole : whole.slice(0, comment)).trimEnd()
  const word = /^\S*/.exec(rest)![0]
  const reading = { '*': 'an alias', '&': 'an anchor', '!': 'a tag' }[mark]
  // With a value after it, it is one, with a wrong name.
  if (reading !== undefined) return mark !== '*' && rest !== word ? undefined : { message: `"${word}" is read as ${reading}, so the value needs quotes`, start: fault.start, end: fault.start + word.length }
  return '%@`'.includes(mark) ? { message: `A value that begins with "${mark}" needs quotes`, start: fault.start, end: fault.start + rest.length } : undefined
}

const stray: Guess = (fault, lines) => {
  if (lines.source[fault.start] !== ',') return undefined
  const before = lines.source.slice(lines.at(fault.start).start, fault.start).trimEnd()
  return before === '' || /[:-]$/.test(before) ? { message: 'A value that begins with "," needs quotes', start: fault.start, end: fault.start + 1 } : { message: 'A comma after the value is a mistake outside brackets', start: fault.start, end: fault.start + 1 }
}

const GUESSES: Partial<Record<FaultCode, Guess[]>> = {
  'after-tag': [sign],
  'after-value': [emptyBlock, quote, blockEnds, afterQuote],
  'bad-hex': [hex],
  'bad-start': [sign],
  'block-header': [indicator],
  'block-in-flow': [unclosedBracket],
  'complex-key': [placeholder],
  'dash-in-flow': [unclosedBracket],
  'marker-content': [gluedMarker],
  'marker-in-flow': [unclosedBracket],
  'multiline-key': [emptyBlock, otherMarker, openedValue, dash, colon, quote, unclosedBracket, noColon],
  'nested-map': [afterMarker, unclosedBracket, dash, deeper, colonInValue],
  'no-colon': [emptyBlock, indentedMarker, otherMarker, dash, colon, quote, blockEnds, keyAndValue],
  'no-key': [indicator],
  'no-comma': [placeholder, unclosedBracket],
  'stray-bracket': [stray],
  anchor: [sign],
  indentation: [blockEnds, dash, levels],
  tag: [sign],
}

/** Without dashes before it and quotes around it. */
const nameOf = (key: string): string => bare(key.trim().replace(/^(?:-[ \t]+)*/, ''))
const bare = (key: string): string => key.replace(/^(["'])(.*)\1$/, '$2')
const spaces = (count: number): string => (count === 1 ? '1 space' : `${count} spaces`)
