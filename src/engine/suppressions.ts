/**
 * `# podlint-ignore rule-a, rule-b: reason` and its like, and the annotation `podlint.dev/ignore`. Loaded for texts that have `podlint` in them.
 * At the end of a line a comment covers that line, and what is in the field whose value is below it; on a line of its own the field, item or document below it; `-next-line` that line alone;
 * `-start` all up to `-end`; `-file` the whole text.
 */
import type { Source } from '../model/source.ts'
import type { Tape } from '../parser/tape.ts'
import { PEER_MARK, peerMarks } from './peer-marks.ts'
import { OpenBlocks } from './open-blocks.ts'
import { Silencers, type Silencing } from './silencers.ts'
import { ANNOTATION, annotationsIn, Containers, offsetIn, withoutAnnotation, type Extent } from './suppression-annotations.ts'
import { commentsWith, Fields, formOf, KEYWORD, lineOf, removal, unknownWord, type Comment, type Form, type Span } from './suppression-comments.ts'
import { readSaid, unusedMessage, unusedNames, type Name, type RuleNames, type SuppressionMistake, type SuppressionOptions } from './suppression-text.ts'
import type { OffsetEdit } from './fixer.ts'

export type { SuppressionMistake, SuppressionOptions } from './suppression-text.ts'

/** A comment or annotation, and the rules that it names. */
export interface Suppression extends Silencing {
  /** Of the comment or the value, in the linted text. */
  start: number
  what: string
  names: readonly Name[]
  /** The edits that leave only these names. */
  keep(names: readonly Name[]): readonly OffsetEdit[]
}

export interface Suppressions {
  silencers: Silencers
  /** In the order of the text. */
  suppressions: Suppression[]
  /** In the order of the text. */
  mistakes: SuppressionMistake[]
}

/** `tape` has the whole of the linted text; `names` are the rules that there are. */
export function readSuppressions(source: Source, tape: Tape, documents: readonly Extent[], names: RuleNames, options: SuppressionOptions): Suppressions {
  const suppressions: Suppression[] = []
  const mistakes: SuppressionMistake[] = []
  readComments(source, tape, documents, names, options, suppressions, mistakes)
  const more = readAnnotations(source, tape, documents, names, options, suppressions, mistakes)
  const peers = options.peers && PEER_MARK.test(tape.text) ? peerMarks(source, tape, documents, names, options) : []
  return { silencers: new Silencers([...suppressions, ...more, ...peers]), suppressions: suppressions.sort((a, b) => a.start - b.start), mistakes: mistakes.sort((a, b) => a.start - b.start) }
}

/** What is named in vain, once everything is found; undefined when nothing. */
export function unusedMistake({ names, used, what, keep }: Suppression, isOn: (rule: string) => boolean): SuppressionMistake | undefined {
  const unused = unusedNames(names, used, isOn)
  if (unused.length === 0) return undefined
  const isUnused = new Set(unused)
  const edits = keep(names.filter((name) => !isUnused.has(name)))
  return { message: unusedMessage(unused, what), start: unused[0]!.start, end: unused.at(-1)!.end, ...(edits.length > 0 && { edits, fix: 'safe' }) }
}

interface Block {
  comment: Comment
  names: Name[]
}

function readComments(source: Source, tape: Tape, documents: readonly Extent[], known: RuleNames, options: SuppressionOptions, suppressions: Suppression[], mistakes: SuppressionMistake[]): void {
  const { text } = tape
  const fields = new Fields(tape, documents)
  const blocks = new OpenBlocks<Block>()
  const gone = (comment: Comment): Pick<SuppressionMistake, 'edits' | 'fix'> => {
    const edit = removal(text, comment)
    return edit === undefined ? {} : { edits: [edit], fix: 'safe' }
  }
  /** `ending`: the comment that ends what the first one begins. */
  const add = (comment: Comment, names: readonly Name[], { from, to }: Span, ending?: Comment) => {
    const keep = (kept: readonly Name[]): readonly OffsetEdit[] => {
      if (kept.length > 0) return [rewritten(names, kept)]
      const removals = [comment, ...(ending === undefined ? [] : [ending])].map((each) => removal(text, each))
      return removals.every((edit) => edit !== undefined) ? removals : []
    }
    suppressions.push({ start: comment.start, what: 'the comment', names, keep, from: source.base + from, to: source.base + to, rules: new Set(names.flatMap(({ ids }) => ids)), used: new Set() })
  }
  for (const comment of commentsWith(tape, /podlint-ignore/g)) {
    const { keyword, end } = comment
    const word = /^[\w-]*/.exec(text.slice(keyword, end))![0]
    const form = formOf(word)
    const from = keyword + word.length
    if (form === undefined) {
      if (word.startsWith('-', KEYWORD.length)) mistakes.push({ message: unknownWord(word), start: keyword, end: from })
      continue
    }
    if (form === '-end') {
      const wanted = text.slice(from, end).split(':')[0]!.split(',').map((name) => name.trim()).filter(Boolean)
      const block = blocks.end(wanted)
      if (block === undefined) mistakes.push({ message: `There is nothing that "${word}" could end`, start: keyword, end: from, ...gone(comment) })
      else add(block.comment, block.names, { from: lineOf(text, block.comment.start).from, to: lineOf(text, comment.start).to }, comment)
      continue
    }
    const { names, mistakes: wrong } = readSaid(text.slice(from, end), from, 'The comment', known, options)
    // A comment of nothing but a name that means no rule: nobody misses it.
    if (names.length === 0 && wrong.length === 1 && /^(Unknown rule "[^"]*"$|The settings do not let)/.test(wrong[0]!.message)) Object.assign(wrong[0]!, gone(comment))
    for (const mistake of wrong) mistakes.push(mistake)
    if (names.length === 0 && wrong.length === 0) mistakes.push({ message: `"${word}" names no rule, so it ignores nothing`, start: keyword, end: from, ...gone(comment) })
    if (names.length === 0) continue
    if (form === '-start') blocks.add({ comment, names })
    else add(comment, names, spanOf(form, comment, tape, fields))
  }
  for (const { comment, names } of blocks.left) {
    add(comment, names, { from: lineOf(text, comment.start).from, to: text.length + 1 })
    mistakes.push({ message: `"${KEYWORD}-start" has no "${KEYWORD}-end"`, start: comment.keyword, end: comment.keyword + `${KEYWORD}-start`.length })
  }
}

/** Only some of the names, in place of all. */
const rewritten = (names: readonly Name[], kept: readonly Name[]): OffsetEdit => ({ start: names[0]!.start, end: names.at(-1)!.end, text: kept.map(({ text }) => text).join(', ') })

function spanOf(form: Form, comment: Comment, { text }: Tape, fields: Fields): Span {
  if (form === '-file') return { from: 0, to: text.length + 1 }
  const own = lineOf(text, comment.start)
  if (form === '-next-line') return { from: own.from, to: fields.lineBelow(comment).to }
  if (!comment.isAlone) return { from: own.from, to: Math.max(own.to, fields.endOf(own, true) ?? 0) }
  const below = fields.lineBelow(comment)
  return { from: own.from, to: Math.max(below.to, fields.endOf(below) ?? 0) }
}

/** Returns what else they cover: of one that names a container, all but the first of that name. */
function readAnnotations(source: Source, tape: Tape, documents: readonly Extent[], known: RuleNames, options: SuppressionOptions, suppressions: Suppression[], mistakes: SuppressionMistake[]): Silencing[] {
  const more: Silencing[] = []
  if (!tape.text.includes(ANNOTATION)) return more
  const containers = new Containers(tape)
  for (const annotation of annotationsIn(tape, documents, (key) => key.startsWith(ANNOTATION))) {
    const { key, text, node, holder, span } = annotation
    const remove = (): OffsetEdit | undefined => withoutAnnotation(source, tape, annotation)
    const gone = (message: string): void => {
      const edit = remove()
      mistakes.push({ message, start: tape.start(node - 1), end: tape.end(node - 1), ...(edit !== undefined && { edits: [edit], fix: 'safe' as const }) })
    }
    const container = key === ANNOTATION ? undefined : key.slice(ANNOTATION.length + 1)
    if (container !== undefined && (key[ANNOTATION.length] !== '.' || container === '')) {
      mistakes.push({ message: `Unknown annotation "${key}", only "${ANNOTATION}" and "${ANNOTATION}.CONTAINER"`, start: tape.start(node - 1), end: tape.end(node - 1) })
      continue
    }
    const spans = container === undefined ? [span] : containers.named(holder, container)
    if (spans.length === 0) {
      gone(`Unknown container "${container}" here`)
      continue
    }
    // What is no string the API server refuses, which is found elsewhere.
    if (text === undefined) continue
    const shift = offsetIn(tape, annotation, 0)
    const said = readSaid(text, shift ?? 0, 'The annotation', known, options)
    const placed = <T extends { start: number; end: number }>(each: T): T => (shift === undefined ? { ...each, start: tape.start(node), end: tape.end(node) } : each)
    const names = said.names.map(placed)
    for (const mistake of said.mistakes) mistakes.push(placed(mistake))
    if (names.length === 0 && said.mistakes.length === 0) gone(`"${key}" names no rule, so it ignores nothing`)
    if (names.length === 0) continue
    const used = new Set<string>()
    const rules = new Set(names.flatMap(({ ids }) => ids))
    const keep = (kept: readonly Name[]): readonly OffsetEdit[] => {
      if (kept.length > 0) return shift === undefined ? [] : [rewritten(names, kept)]
      const edit = remove()
      return edit === undefined ? [] : [edit]
    }
    const [first, ...others] = spans.map(({ from, to }): Silencing => ({ from: source.base + from, to: source.base + to, rules, used }))
    suppressions.push({ start: tape.start(node), what: 'the annotation', names, keep, ...first! })
    for (const other of others) more.push(other)
  }
  return more
}
