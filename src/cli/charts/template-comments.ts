/**
 * Comments of templates that silence rules. Those of YAML come out with the text, and work there, too; those of Go never come out. A template is no YAML: what belongs to a field is told by how far
 * to the right it stands.
 */
import { OpenBlocks } from '../../engine/open-blocks.ts'
import { Silencers } from '../../engine/silencers.ts'
import { formOf, KEYWORD, unknownWord } from '../../engine/suppression-comments.ts'
import { unusedMessage, unusedNames, type Name, type SuppressionMistake } from '../../engine/suppression-text.ts'
import type { SuppressionRun } from '../../suppression-run.ts'
import { COMMENT, TemplateLines } from './template-lines.ts'

interface Comment {
  /** Never comes out. */
  isGo: boolean
  /** Lines, from 1. `to` is not covered. */
  line: number
  from: number
  to: number
  names: readonly Name[]
  rules: ReadonlySet<string>
  used: Set<string>
  /** Takes it away, with its line. */
  removal: SuppressionMistake['edits']
}

export class TemplateComments {
  private readonly comments: Comment[] = []
  /** Of comments of Go: of the others, what is rendered tells. */
  private readonly wrong: SuppressionMistake[] = []
  private silencers = new Silencers([])

  static async read(text: string, run: SuppressionRun): Promise<TemplateComments> {
    const read = new TemplateComments()
    const lines = text.split('\n')
    const spans = new TemplateLines(lines)
    const blocks = new OpenBlocks<Comment>()
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
      const tell = (mistake: SuppressionMistake) => void (isGo && read.wrong.push(mistake))
      const form = formOf(word)
      if (form === undefined) {
        if (word.startsWith('-', KEYWORD.length)) tell({ message: unknownWord(word), ...place })
        continue
      }
      const own = isGo ? rest.replace(/\*\/.*$/, '') : rest.replace(/\r$/, '')
      if (form === '-end') {
        const wanted = own.split(':')[0]!.split(',').map((name) => name.trim()).filter(Boolean)
        const block = blocks.end(wanted)
        if (block === undefined) tell({ message: `There is nothing that "${word}" could end`, ...place })
        else block.to = index + 2
        continue
      }
      const { names, mistakes } = await run.said(own, place.end)
      for (const mistake of mistakes) tell(mistake)
      if (names.length === 0 && mistakes.length === 0) tell({ message: `"${word}" names no rule, so it ignores nothing`, ...place })
      if (names.length === 0) continue
      const isAlone = line.slice(0, found.index).trim() === ''
      // What trims the space before it leaves none behind.
      const removal = isGo && isAlone && go === '{{-' && /^[^{}]*\*\/\s*\}\}\s*$/.test(rest) ? [{ start, end: Math.min(offset, text.length), text: '' }] : undefined
      const { first, last } = spans.coveredBy(form, index, isAlone)
      const comment: Comment = { isGo, line: index + 1, from: first, to: last + 1, names, rules: new Set(names.flatMap(({ ids }) => ids)), used: new Set(), removal }
      read.comments.push(comment)
      if (form === '-start') blocks.add(comment)
    }
    read.silencers = new Silencers(read.comments)
    return read
  }

  silences(line: number, rule: string): boolean {
    return this.silencers.silences(line, rule)
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
