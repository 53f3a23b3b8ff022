/**
 * Comments of templates that silence rules. Those of YAML come out with the text, and work there, too; those of Go never come out. A template is no YAML: what belongs to a field is told by how far
 * to the right it stands.
 */
import { formOf, KEYWORD, unknownWord, type Form } from '../../engine/suppression-comments.ts'
import { unusedMessage, unusedNames, type Name, type SuppressionMistake } from '../../engine/suppression-text.ts'
import type { SuppressionRun } from '../../suppression-run.ts'

interface Comment {
  /** Never comes out. */
  isGo: boolean
  /** Lines, from 1. */
  line: number
  first: number
  last: number
  names: readonly Name[]
  used: Set<string>
  /** Takes it away, with its line. */
  removal: SuppressionMistake['edits']
}

const COMMENT = /(?:(?:^|[ \t])(#)|(\{\{-?)\s*\/\*)[ \t]*(podlint-ignore[\w-]*)(.*)$/

export class TemplateComments {
  private readonly comments: Comment[] = []
  /** Of comments of Go: of the others, what is rendered tells. */
  private readonly wrong: SuppressionMistake[] = []

  static async read(text: string, run: SuppressionRun): Promise<TemplateComments> {
    const read = new TemplateComments()
    const lines = text.split('\n')
    const blocks: Comment[] = []
    let offset = 0
    for (const [index, line] of lines.entries()) {
      const start = offset
      offset += line.length + 1
      const found = COMMENT.exec(line)
      if (found === null) continue
      const [, , go, word, rest] = found as unknown as [string, string | undefined, string | undefined, string, string]
      const isGo = go !== undefined
      const after = found.index + found[0].length - rest.length
      const place = { start: start + after - word.length, end: start + after }
      const tell = (...mistakes: readonly SuppressionMistake[]) => void (isGo && read.wrong.push(...mistakes))
      const form = formOf(word)
      if (form === undefined) {
        if (word.startsWith('-', KEYWORD.length)) tell({ message: unknownWord(word), ...place })
        continue
      }
      const own = isGo ? rest.replace(/\*\/.*$/, '') : rest.replace(/\r$/, '')
      if (form === '-end') {
        const wanted = own.split(':')[0]!.split(',').map((name) => name.trim()).filter(Boolean)
        const at = blocks.findLastIndex(({ names }) => wanted.every((name) => names.some((each) => each.text === name)))
        if (at === -1) tell({ message: `There is nothing that "${word}" could end`, ...place })
        else blocks.splice(at, 1)[0]!.last = index + 1
        continue
      }
      const { names, mistakes } = await run.said(own, place.end)
      tell(...mistakes)
      if (names.length === 0 && mistakes.length === 0) tell({ message: `"${word}" names no rule, so it ignores nothing`, ...place })
      if (names.length === 0) continue
      const isAlone = line.slice(0, found.index).trim() === ''
      // What trims the space before it leaves none behind.
      const removal = isGo && isAlone && go === '{{-' && /^[^{}]*\*\/\s*\}\}\s*$/.test(rest) ? [{ start, end: Math.min(offset, text.length), text: '' }] : undefined
      const comment: Comment = { isGo, line: index + 1, ...spanOf(form, lines, index, isAlone), names, used: new Set(), removal }
      read.comments.push(comment)
      if (form === '-start') blocks.push(comment)
    }
    return read
  }

  silences(line: number, rule: string): boolean {
    const covering = this.comments.filter(({ first, last, names }) => line >= first && line <= last && names.some(({ ids }) => ids.includes(rule)))
    for (const { used } of covering) used.add(rule)
    return covering.length > 0
  }

  usefulLines(): number[] {
    return this.comments.flatMap(({ line, used }) => (used.size > 0 ? [line] : []))
  }

  /** What is said in vain, once everything is found. Of a rule that is off nobody knows. */
  mistakes(isOn: (rule: string) => boolean): SuppressionMistake[] {
    const unused = this.comments.flatMap(({ isGo, names, used, removal }): SuppressionMistake[] => {
      const vain = isGo ? unusedNames(names, used, isOn) : []
      if (vain.length === 0) return []
      return [{ message: unusedMessage(vain.map(({ text }) => ({ text })) as Name[], 'the comment'), start: vain[0]!.start, end: vain.at(-1)!.end, ...(removal !== undefined && vain.length === names.length && { edits: removal, fix: 'safe' as const }) }]
    })
    return [...this.wrong, ...unused].sort((a, b) => a.start - b.start)
  }
}

/** The lines that a comment covers, from 1. */
function spanOf(form: Form, lines: readonly string[], at: number, isAlone: boolean): { first: number; last: number } {
  const first = at + 1
  if (form === '-file') return { first: 1, last: lines.length }
  if (form === '-start') return { first, last: lines.length }
  if (form === '' && !isAlone) return { first, last: lines[at]!.slice(0, COMMENT.exec(lines[at]!)!.index).trimEnd().endsWith(':') ? endOfField(lines, at) : first }
  let below = at + 1
  while (below < lines.length && IS_COMMENT.test(lines[below]!)) below++
  if (form === '-next-line') return { first, last: below + 1 }
  while (below < lines.length && isPassed(lines[below]!)) below++
  return { first, last: lines.slice(0, at).findLastIndex((line) => line.startsWith('---') || !isPassed(line)) === lastSeparator(lines, at) ? endOfDocument(lines, below) : endOfField(lines, below) }
}

const IS_COMMENT = /^\s*(?:#|\{\{-?\s*\/\*)/
/** Decides what comes out, and is no field itself. */
const IS_ACTION = /^\s*\{\{[^]*\}\}\s*$/
const isPassed = (line: string): boolean => line.trim() === '' || IS_COMMENT.test(line) || IS_ACTION.test(line)

const lastSeparator = (lines: readonly string[], at: number): number => lines.slice(0, at).findLastIndex((line) => line.startsWith('---'))

function endOfDocument(lines: readonly string[], from: number): number {
  const end = lines.findIndex((line, index) => index > from && line.startsWith('---'))
  return end === -1 ? lines.length : end
}

/** The last line of what begins in a line, from 1. */
function endOfField(lines: readonly string[], at: number): number {
  const head = lines[at] ?? ''
  const depth = depthOf(head)
  const isHeader = /:\s*(?:#.*)?$/.test(head)
  let last = at
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next]!
    const isDeeper = depthOf(line) > depth || (isHeader && depthOf(line) === depth && line.trimStart().startsWith('- ') && !head.trimStart().startsWith('- '))
    if (line.trim() !== '' && isDeeper) last = next
    else if (!isPassed(line)) break
  }
  return last + 1
}

const depthOf = (line: string): number => line.length - line.trimStart().length
