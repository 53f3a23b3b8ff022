/** Our words for what is wrong with a text, whoever found it: our scanner or the package `yaml`. */
import { CONTROL_CHARACTER } from './characters.ts'
import { findCause } from './causes.ts'
import { findExtent } from './document-end.ts'
import type { Fault, FaultCode } from './fault.ts'
import type { Document, Problem } from './document.ts'

const MESSAGES: Record<FaultCode, string> = {
  'after-end': 'kubectl does not read what follows "..." without a line "---"',
  'after-tag': 'A tag needs a space after it',
  'after-value': 'Unexpected text after a value',
  anchor: 'The anchor "{}" has characters other than letters, digits, "-" and "_"',
  'bad-code-point': 'The escape "{}" stands for no character',
  'bad-escape': 'Unknown escape "{}" in a double-quoted string',
  'bad-hex': 'The escape "{}" lacks hexadecimal digits',
  'bad-start': 'A value cannot start with "{}"',
  'block-header': 'Unexpected "{}" in the first line of a block of text',
  'block-in-flow': 'Brackets cannot contain a map or list without brackets',
  'block-tab': 'A tab in the indentation of a block of text: YAML takes only spaces',
  'byte-order-mark': 'A second byte order mark makes the text unreadable for kubectl',
  'complex-key': 'A map or a list cannot be a key',
  'dash-in-flow': 'A list item with a dash cannot stand inside brackets',
  directive: 'kubectl does not know the directive "{}"',
  'empty-item': 'A comma without a value before it',
  indentation: 'The indentation fits no level above',
  'json-colon': 'A colon is missing after a key',
  'json-comma': 'JSON allows no comma after the last value',
  'json-comment': 'JSON has no comments',
  'json-control': 'A tab or another control character in a JSON string must be an escape such as \\t',
  'json-key': 'A key needs double quotes in JSON',
  'json-nothing': 'The file is empty, which is not JSON',
  'json-number': 'JSON cannot read the number {}',
  'json-quote': 'JSON needs double quotes',
  'json-value': 'A value is missing',
  'json-word': 'JSON needs double quotes around "{}"',
  'long-key': 'A key is longer than 1024 characters',
  'marker-content': 'kubectl needs "---" alone on its line',
  'marker-in-flow': 'The document ends inside brackets',
  'marker-in-quotes': 'The document ends inside a quoted string',
  'multiline-key': 'A key and its colon are not on one line',
  'nested-list': 'A list cannot begin on the line of its key',
  'nested-map': 'A key cannot stand here, on the line of another key',
  'no-colon': 'A key needs a colon and a space after it',
  'no-comma': 'A comma is missing',
  'no-key': 'A colon without a key before it',
  'no-marker': 'A directive needs a line "---" after it',
  'nothing-to-end': '"..." has no document to end',
  properties: 'An anchor or a tag does not fit here',
  'stray-bracket': '"{}" has no opening bracket',
  tab: 'A tab in the indentation: YAML takes only spaces',
  tag: 'The tag "{}" is not declared',
  'too-deep': 'Maps and lists are nested more than 10,000 levels deep',
  'too-large': 'The document is too large: it has more than 16 million values, or does not fit in memory',
  unclosed: 'The "{}" is never closed',
  'unclosed-quote': 'The quote is never closed',
  'wrong-bracket': '"{}" does not close the bracket that is open',
}

/** Says what is wrong in the document that begins at `documentStart`: what its author did, where that can be guessed, or else where reading has stopped. */
export function wordFault(fault: Fault, source: string, documentStart: number): Problem {
  const { code, start } = fault
  const cause = findCause(fault, source, documentStart)
  if (cause !== undefined) return { kind: 'syntax', ...cause }
  // Where nothing stands but a place, the word there is underlined; of several lines, the first.
  const line = /^[^\r\n]*/.exec(source.slice(start, fault.end > start ? fault.end : start + 80))![0]
  const shown = fault.end > start ? line : /^[^ \t]*/.exec(line)![0]
  const end = Math.min(start + (shown.length || 1), source.length)
  return { kind: code === 'too-deep' ? 'too-deep' : 'syntax', message: MESSAGES[code].replace('{}', () => shown), start, end }
}

/** The document at `start`, which has a fault. */
export function refusedDocument(source: string, start: number, fault: Fault): Document {
  return { root: -1, start, end: findExtent(source, start).end, problems: [wordFault(fault, source, start)] }
}

/** What is left of a text from `start` on, which should be JSON. */
export function refusedJson(text: string, start: number, fault: Fault): Document {
  return { root: -1, start, end: text.length, problems: [wordFault(fault, text, start)] }
}

/** Refuses a document with a character that YAML does not allow, whatever else is right or wrong in it. */
export function refuseControlCharacters(text: string, document: Document): void {
  const found = text.slice(document.start, document.end).search(CONTROL_CHARACTER)
  if (found === -1) return
  const at = document.start + found
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  document.root = -1
  document.problems = [{ kind: 'syntax', message: `Control character U+${code} is not allowed`, start: at, end: at + 1 }]
}
