/** What is wrong with the braces and blocks of a template that Go cannot parse: it names the place where it noticed, which may be far behind the mistake. */
import { actionsOf, isCommentAt, type Action } from './template-actions.ts'

/** Messages of Go about blocks: they say where it stopped, not what is missing. */
const ABOUT_BLOCKS = /^unexpected (?:EOF|\{\{(?:end|else))/

const OPENS: ReadonlySet<string> = new Set(['if', 'with', 'range', 'define', 'block'])

interface Mistake {
  start: number
  end: number
  message: string
}

/** Undefined where what Go says is best. */
export function mistakeIn(text: string, message: string): Mistake | undefined {
  const actions = actionsOf(text)
  return unclosedAction(text, actions) ?? (ABOUT_BLOCKS.test(message) ? unclosedBlock(text, actions) : undefined)
}

/** One that ends only in or behind the next one, or never. */
function unclosedAction(text: string, actions: readonly Action[]): Mistake | undefined {
  const open = actions.find(({ start, end, words }) => text.slice(start + 2, end - 2).includes('{{') && words.some((word) => !word.isString && word.text === '{'))
  const last = actions.at(-1)?.end ?? 0
  const start = open?.start ?? text.indexOf('{{', last)
  if (start === -1 || (open === undefined && isCommentAt(text, start))) return undefined
  const line = /[^\r\n]*/.exec(text.slice(start))![0].trimEnd()
  return { start, end: start + line.length, message: quotes(line) % 2 === 1 ? 'a string in this action is never closed' : 'this action is never closed with }}' }
}

const quotes = (line: string): number => line.replaceAll(/\\./g, '').split('"').length - 1

/** An `end` as far to the right as a block around the innermost one is most likely the end of that. */
function unclosedBlock(text: string, actions: readonly Action[]): Mistake | undefined {
  const open: Action[] = []
  let unclosed: Action | undefined
  for (const action of actions) {
    const [first] = action.words
    if (first === undefined || first.isString) continue
    if (OPENS.has(first.text)) open.push(action)
    else if (first.text === 'end' || first.text === 'else') {
      const [last] = open.slice(-1)
      if (last === undefined) return { start: action.start, end: action.end, message: `{{ ${first.text} }} belongs to no block` }
      const column = columnOf(text, action)
      if (column !== undefined && columnOf(text, last) !== column && open.some((each) => columnOf(text, each) === column)) unclosed ??= last
      if (first.text === 'end') open.pop()
    }
  }
  const block = open.length === 0 ? undefined : (unclosed ?? open.at(-1)!)
  return block && { start: block.start, end: block.end, message: `this ${block.words[0]!.text} has no {{ end }}` }
}

/** Of an action that is the first in its line. */
function columnOf(text: string, { start }: Action): number | undefined {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return before.trim() === '' ? before.length : undefined
}
