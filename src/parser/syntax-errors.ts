/** Our words for what is wrong with a text, whoever found it: our scanner or the package `yaml`. */
import type { YAMLParseError } from 'yaml'
import { Fault, type FaultCode } from './fault.ts'
import type { Problem } from './parse.ts'

const MESSAGES: Record<FaultCode, string> = {
  'after-end': 'kubectl does not read what follows "..." without a line "---"',
  'after-tag': 'A tag needs a blank after it',
  'after-value': 'Unexpected text after a value',
  anchor: 'The anchor "{}" has characters other than letters, digits, "-" and "_"',
  'bad-code-point': 'The escape "{}" stands for no character',
  'bad-escape': 'Unknown escape "{}" in a double-quoted text',
  'bad-hex': 'The escape "{}" lacks hexadecimal digits',
  'bad-start': 'A plain value cannot start with "{}"',
  'block-header': 'Unexpected "{}" in the first line of a block of text',
  'block-tab': 'A tab stands in the indentation of a block of text',
  'complex-key': 'A map or a list cannot be a key',
  'dash-in-flow': 'A list item with a dash cannot stand inside brackets',
  directive: 'kubectl does not know the directive "{}"',
  'empty-item': 'A comma without a value before it',
  'flow-colon': 'A colon needs a blank after it',
  indentation: 'The indentation fits no level above',
  'long-key': 'A key is longer than 1024 characters',
  'marker-in-flow': 'The document ends inside brackets',
  'marker-in-quotes': 'The document ends inside a quoted text',
  'multiline-key': 'A key and its colon are not on one line',
  'nested-list': 'A list cannot begin on the line of its key',
  'nested-map': 'A second colon makes this line ambiguous: a map cannot begin on the line of its key',
  'no-colon': 'A key needs a colon and a blank after it',
  'no-comma': 'A comma is missing',
  'no-key': 'A colon without a key before it',
  'nothing-to-end': 'There is no document for "..." to end',
  'stray-bracket': 'Unexpected "{}"',
  tab: 'A tab stands in the indentation',
  'too-deep': 'Maps and lists are nested more than 10,000 levels deep',
  unclosed: 'The "{}" is never closed',
  'unclosed-quote': 'The quote is never closed',
  'wrong-bracket': '"{}" does not close the bracket that is open',
}

export function wordFault(fault: Fault, source: string): Problem {
  const { code, start } = fault
  // Where nothing stands but a place, the word there is underlined.
  const end = fault.end > start ? fault.end : start + (/^[^ \t\r\n]*/.exec(source.slice(start, start + 80))![0].length || 1)
  const message = source.startsWith('{{', start) ? 'A template expression is no YAML' : MESSAGES[code].replace('{}', () => source.slice(start, end))
  return { kind: code === 'too-deep' ? 'too-deep' : 'syntax', message, start, end: Math.min(end, source.length) }
}

/** Words an error of `yaml`; offsets are those of `source`. */
export function wordError(error: YAMLParseError, source: string): Problem {
  const [start, end] = error.pos
  if (error.code === 'RESOURCE_EXHAUSTION') return wordFault(new Fault('too-deep', start, start + 1), source)
  return { kind: 'syntax', message: error.message.split('\n')[0]!, start: Math.min(start, source.length), end: Math.min(Math.max(end, start), source.length) }
}
