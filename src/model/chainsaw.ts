/**
 * Expressions of Chainsaw: a value or a key of a test's files that is wholly in parentheses, such as `namespace: ($namespace)` or `(length(items)): 2`, is evaluated when the test runs.
 * https://kyverno.github.io/chainsaw/latest/reference/jp/ They become marks, as placeholders of the user's own do: as long as they were.
 */
import type { FileTree } from './file-tree.ts'
import { markOf } from './placeholder.ts'

const TEST_FILES = ['chainsaw-test.yaml', 'chainsaw-test.yml']

/** A test keeps its files beside itself, or in folders of its own, so many levels below. */
const DEEPEST = 2

/** Whether a file is one that Chainsaw reads: a test of its own, or one of its files. */
export function isChainsawFile(file: string, text: string, tree: FileTree | undefined): boolean {
  if (/^apiVersion: *["']?chainsaw\.kyverno\.io\//m.test(text)) return true
  const folders = file.split('/').slice(0, -1)
  return tree !== undefined && Array.from({ length: Math.min(folders.length, DEEPEST) + 1 }, (_, above) => folders.slice(0, folders.length - above)).some((folder) => TEST_FILES.some((name) => tree.kindOf([...folder, name].join('/')) === 'file'))
}

export const markExpressions = (text: string): string => text.split('\n').map((line) => (line.includes('(') ? markLine(line) : line)).join('\n')

function markLine(line: string): string {
  const start = /^[ \t]*(?:- +)*/.exec(line)![0].length
  const rest = line.slice(start)
  const whole = expressionIn(rest)
  if (whole !== undefined) return put(line, start + whole.start, whole.length)
  const quote = /^["']/.test(rest) ? rest[0]! : ''
  const keyEnd = rest.startsWith(`${quote}(`) ? rest.indexOf(`)${quote}:`) + 1 : 0
  const marked = keyEnd > 0 ? put(line, start + quote.length, keyEnd - quote.length) : line
  const colon = rest.indexOf(':', keyEnd)
  const space = /^ +/.exec(rest.slice(colon + 1))?.[0].length
  if (colon === -1 || space === undefined) return marked
  const value = colon + 1 + space
  const found = expressionIn(rest.slice(value))
  return found === undefined ? marked : put(marked, start + value + found.start, found.length)
}

/** Of a text that is nothing but one, in quotes or not, before a comment. */
function expressionIn(text: string): { start: number; length: number } | undefined {
  const comment = text.lastIndexOf(' #')
  const value = (comment !== -1 && /[)"'] *$/.test(text.slice(0, comment)) ? text.slice(0, comment) : text).trimEnd()
  const quote = /^["']/.test(value) && value.length > 1 && value.endsWith(value[0]!) ? 1 : 0
  const inner = value.slice(quote, value.length - quote)
  return inner.startsWith('(') && inner.endsWith(')') ? { start: quote, length: inner.length } : undefined
}

const put = (line: string, start: number, length: number): string => line.slice(0, start) + markOf(line.slice(start, start + length)) + line.slice(start + length)
