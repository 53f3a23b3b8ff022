/** `# podlint-ignore rule-a, rule-b: reason`, at the end of the line of a finding or on a line of its own above it. Loaded for texts that have `podlint-ignore` in them. */
import { nearest } from '../model/nearest.ts'
import type { Source } from '../model/source.ts'
import { Kind, type Tape } from '../parser/tape.ts'
import { CATEGORIES, type Category } from './define-rule.ts'
import { lineEnd } from './text-lines.ts'
import { countWhile } from '../parser/sorted.ts'

/** What a comment says that silences nothing. */
export interface SuppressionMistake {
  message: string
  /** Offsets in the linted text. */
  start: number
  end: number
}

export interface Suppressions {
  /** The rules without findings, by line of the file. */
  silenced: ReadonlyMap<number, ReadonlySet<string>>
  /** In the order of the text. */
  mistakes: SuppressionMistake[]
}

const KEYWORD = 'podlint-ignore'

/** `tape` has the whole of the linted text; `ids` are the rules that there are. */
export function readSuppressions(source: Source, tape: Tape, ids: ReadonlySet<string>): Suppressions {
  const { text } = tape
  const silenced = new Map<number, Set<string>>()
  const mistakes: SuppressionMistake[] = []
  for (const comment of commentsIn(tape)) {
    const { names, wrong } = readComment(text, comment, ids)
    mistakes.push(...wrong)
    const { line } = source.position(comment.start)
    for (const at of comment.isAlone ? [line, line + 1] : [line]) {
      const known = silenced.get(at) ?? new Set()
      silenced.set(at, known)
      for (const name of names) known.add(name)
    }
  }
  return { silenced, mistakes }
}

interface Comment {
  /** Of its `#`. */
  start: number
  keyword: number
  end: number
  isAlone: boolean
}

/** The comments with the keyword: not what only looks like one within a string. */
function commentsIn(tape: Tape): Comment[] {
  const { text } = tape
  const comments: Comment[] = []
  for (let keyword = text.indexOf(KEYWORD); keyword !== -1; keyword = text.indexOf(KEYWORD, keyword + 1)) {
    let start = keyword - 1
    while (isBlank(text[start])) start--
    let margin = start - 1
    while (isBlank(text[margin])) margin--
    const isAlone = margin < 0 || /[\n\r\x85\u2028\u2029\ufeff]/.test(text[margin]!)
    const last = comments.at(-1)
    if (text[start] === '#' && (isAlone || margin < start - 1) && (last === undefined || last.end <= start)) comments.push({ start, keyword, end: lineEnd(text, start), isAlone })
  }
  const inStrings = new Set<number>()
  for (let node = 0; node < tape.size; node++) {
    if (!tape.isScalar(node)) continue
    const isBlock = tape.kind(node) === Kind.literal || tape.kind(node) === Kind.folded
    // What follows the mark of a block of text on its line is a comment.
    const from = isBlock ? lineEnd(text, tape.start(node)) : tape.start(node)
    for (let at = countWhile(comments, ({ start }) => start < from); at < comments.length && comments[at]!.start < tape.end(node); at++) inStrings.add(at)
  }
  return comments.filter((_, index) => !inStrings.has(index))
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t'

function readComment(text: string, { keyword, end }: Comment, ids: ReadonlySet<string>): { names: string[]; wrong: SuppressionMistake[] } {
  const names: string[] = []
  const wrong: SuppressionMistake[] = []
  const word = /^[\w-]*/.exec(text.slice(keyword, end))![0]
  if (word !== KEYWORD) {
    if (word.startsWith(`${KEYWORD}-`)) wrong.push({ message: `There is no comment "${word}", only "${KEYWORD}"`, start: keyword, end: keyword + word.length })
    return { names, wrong }
  }
  const from = keyword + KEYWORD.length
  const colon = text.slice(from, end).indexOf(':')
  let start = from
  for (const part of text.slice(from, colon === -1 ? end : from + colon).split(',')) {
    const name = part.trim()
    const at = start + part.indexOf(name)
    start += part.length + 1
    if (name === '') continue
    if (ids.has(name)) names.push(name)
    else wrong.push({ message: mistakeOf(name, ids), start: at, end: at + name.length })
  }
  if (names.length === 0 && wrong.length === 0) wrong.push({ message: `"${KEYWORD}" names no rule, so it ignores nothing`, start: keyword, end: from })
  return { names, wrong }
}

function mistakeOf(name: string, ids: ReadonlySet<string>): string {
  if (CATEGORIES.includes(name as Category)) return `"${name}" is a category: name each rule to ignore`
  if (name === 'all' || name === '*') return `"${name}" is not a rule: name each rule to ignore`
  if (/\s/.test(name)) return `"${name}" is not a rule: put commas between rules, and a colon before the reason`
  const meant = nearest(name, ids)
  return `There is no rule "${name}"${meant === undefined ? '' : `, did you mean "${meant}"?`}`
}
