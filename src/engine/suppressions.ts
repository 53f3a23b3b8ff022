/** `# podlint-ignore rule-a, rule-b: reason`, at the end of the line of a finding or on a line of its own above it. Loaded for texts that have `podlint-ignore` in them. */
import { nearest } from '../model/nearest.ts'
import type { FixSafety } from '../diagnostic.ts'
import type { Silencer, Source } from '../model/source.ts'
import { Kind, type Tape } from '../parser/tape.ts'
import { CATEGORIES, type Category } from './define-rule.ts'
import type { OffsetEdit } from './fixer.ts'
import { lineEnd, nextLine } from './text-lines.ts'
import { countWhile } from '../parser/sorted.ts'

/** What a comment says that silences nothing. */
export interface SuppressionMistake {
  message: string
  /** Offsets in the linted text. */
  start: number
  end: number
  edits?: readonly OffsetEdit[]
  fix?: FixSafety
}

/** A comment and the rules that it names. */
export interface Suppression extends Silencer {
  comment: Comment
  names: readonly Name[]
}

export interface Suppressions {
  /** By line of the file. */
  silenced: ReadonlyMap<number, readonly Suppression[]>
  /** In the order of the text. */
  suppressions: Suppression[]
  /** In the order of the text. */
  mistakes: SuppressionMistake[]
}

interface Name {
  id: string
  start: number
  end: number
}

const KEYWORD = 'podlint-ignore'

/** `tape` has the whole of the linted text; `ids` are the rules that there are; with `areOpen` there may be more. */
export function readSuppressions(source: Source, tape: Tape, ids: ReadonlySet<string>, areOpen = false): Suppressions {
  const { text } = tape
  const silenced = new Map<number, Suppression[]>()
  const suppressions: Suppression[] = []
  const mistakes: SuppressionMistake[] = []
  for (const comment of commentsIn(tape)) {
    const { names, wrong } = readComment(text, comment, ids, areOpen)
    mistakes.push(...wrong)
    if (names.length === 0) continue
    const suppression: Suppression = { comment, names, rules: new Set(names.map(({ id }) => id)), used: new Set() }
    suppressions.push(suppression)
    const { line } = source.position(comment.start)
    for (const at of comment.isAlone ? [line, line + 1] : [line]) {
      const known = silenced.get(at)
      if (known === undefined) silenced.set(at, [suppression])
      else known.push(suppression)
    }
  }
  return { silenced, suppressions, mistakes }
}

/** What a comment names in vain, once everything is found; undefined when nothing. Of a rule that is off nobody knows. */
export function unusedMistake(text: string, { comment, names, used }: Suppression, isOn: (rule: string) => boolean): SuppressionMistake | undefined {
  const unused = names.filter(({ id }) => !used.has(id) && isOn(id))
  if (unused.length === 0) return undefined
  const kept = names.filter((name) => !unused.includes(name))
  const [first, last] = [names[0]!, names.at(-1)!]
  const list = unused.map(({ id }) => id)
  const message = `${list.length === 1 ? `${list[0]} finds` : `${list.slice(0, -1).join(', ')} and ${list.at(-1)} find`} nothing here that the comment could ignore`
  const edit = kept.length === 0 ? removal(text, comment) : { start: first.start, end: last.end, text: kept.map(({ id }) => id).join(', ') }
  return { message, start: unused[0]!.start, end: unused.at(-1)!.end, ...(edit !== undefined && { edits: [edit], fix: 'safe' }) }
}

/** Takes the comment away with the blanks before it, or with its line. Of one behind another comment, that stays. */
function removal(text: string, { start, end, isAlone }: Comment): OffsetEdit | undefined {
  let from = start
  while (isBlank(text[from - 1])) from--
  if (!isAlone) return { start: from, end, text: '' }
  const isFirst = from === 0 || text[from - 1] === '\ufeff'
  const next = nextLine(text, end)
  // The last line goes with the line break before it.
  if (next === text.length && next === end && !isFirst) return { start: text.startsWith('\r\n', from - 2) ? from - 2 : from - 1, end, text: '' }
  return next === -1 ? undefined : { start: from, end: next, text: '' }
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

function readComment(text: string, comment: Comment, ids: ReadonlySet<string>, areOpen: boolean): { names: Name[]; wrong: SuppressionMistake[] } {
  const { keyword, end } = comment
  const names: Name[] = []
  const wrong: SuppressionMistake[] = []
  const word = /^[\w-]*/.exec(text.slice(keyword, end))![0]
  if (word !== KEYWORD) {
    if (word.startsWith(`${KEYWORD}-`)) wrong.push({ message: `Unknown comment "${word}", must be "${KEYWORD}"`, start: keyword, end: keyword + word.length })
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
    if (ids.has(name) || (areOpen && /^[a-z0-9-]+$/.test(name) && !CATEGORIES.includes(name as Category))) names.push({ id: name, start: at, end: at + name.length })
    else wrong.push({ message: mistakeOf(name, ids), start: at, end: at + name.length })
  }
  // A comment of nothing but a name that means no rule: nobody misses it.
  const [only, ...others] = wrong
  if (only !== undefined && others.length + names.length === 0 && /^Unknown rule "[^"]*"$/.test(only.message)) {
    const edit = removal(text, comment)
    if (edit !== undefined) Object.assign(only, { edits: [edit], fix: 'safe' })
  }
  if (names.length === 0 && wrong.length === 0) wrong.push({ message: `"${KEYWORD}" names no rule, so it ignores nothing`, start: keyword, end: from })
  return { names, wrong }
}

function mistakeOf(name: string, ids: ReadonlySet<string>): string {
  if (CATEGORIES.includes(name as Category)) return `"${name}" is a category: name each rule to ignore`
  if (name === 'all' || name === '*') return `"${name}" is not a rule: name each rule to ignore`
  if (/\s/.test(name)) return `"${name}" is not a rule: put commas between rules, and a colon before the reason`
  const meant = nearest(name, ids)
  return `Unknown rule "${name}"${meant === undefined ? '' : `, did you mean "${meant}"?`}`
}
