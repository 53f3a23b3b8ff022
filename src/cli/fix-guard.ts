/** Looks at what fixes would make of a file before they count: they must not break it, nor change what no finding is about. */
import type { Diagnostic, Position, TextEdit } from '../diagnostic.ts'
import { applyFixes } from '../engine/fixes.ts'
import { AllowedPaths, strayChange } from '../engine/same-values.ts'
import { isMarkdown, markdownFences } from '../files/markdown.ts'
import { parse, type Document } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { countWhile } from '../parser/sorted.ts'

export interface Refused {
  finding: Diagnostic
  /** What the fix would do, as the rest of a sentence. */
  harm: string
}

export interface Guarded {
  text: string
  /** The findings whose fixes are in. */
  fixed: readonly Diagnostic[]
  refused: readonly Refused[]
}

/** How often a file is read again to tell which of several fixes does harm. */
const MOST_ATTEMPTS = 200

/** Applies as many of the fixes as can be without harm; what overlaps or gets in the way of another waits for the next pass. */
export async function applyGuarded(file: string, text: string, findings: readonly Diagnostic[]): Promise<Guarded> {
  const guard = new FixGuard(file, text)
  let attempts = 0
  const attempt = async (wanted: readonly Diagnostic[]): Promise<{ text: string; fixed: readonly Diagnostic[]; harm: string | undefined }> => {
    attempts++
    const applied = applyProven(text, wanted)
    return { ...applied, harm: applied.fixed.length === 0 ? undefined : await guard.harmOf(applied.text, applied.fixed) }
  }
  const applyAll = async (wanted: readonly Diagnostic[]): Promise<Guarded> => {
    const whole = await attempt(wanted)
    if (whole.harm === undefined) return { text: whole.text, fixed: whole.fixed, refused: [] }
    if (whole.fixed.length === 1 || attempts > MOST_ATTEMPTS) return { text, fixed: [], refused: whole.fixed.map((finding) => ({ finding, harm: whole.harm! })) }
    const middle = whole.fixed.length >> 1
    const first = await applyAll(whole.fixed.slice(0, middle))
    const second = await applyAll(whole.fixed.slice(middle))
    const refused = [...first.refused, ...second.refused]
    if (first.fixed.length === 0 || second.fixed.length === 0) return { ...(first.fixed.length === 0 ? second : first), refused }
    const both = await attempt([...first.fixed, ...second.fixed])
    // Each half is fine without the other.
    return both.harm === undefined ? { text: both.text, fixed: both.fixed, refused } : { ...first, refused }
  }
  return applyAll(findings)
}

/** Fixes of which it is known that they do no harm; one that overlaps another waits. */
export function applyProven(text: string, findings: readonly Diagnostic[]): Guarded {
  const applied = applyFixes(text, findings.map(({ edits }) => edits))
  return { text: applied.text, fixed: applied.taken.map((index) => findings[index]!), refused: [] }
}

/** A text of a file that holds manifests: all of it, or a fence of Markdown. */
interface Part {
  start: number
  text: string
}

interface Read {
  tape: Tape
  documents: readonly Document[]
}

export class FixGuard {
  private readonly file: string
  private readonly parts: readonly Part[]
  /** Of the parts that were changed. */
  private readonly before = new Map<Part, Read>()

  constructor(file: string, text: string) {
    this.file = file
    this.parts = partsOf(file, text)
  }

  /** What is wrong with `after`, the text with some fixes, or undefined. */
  async harmOf(after: string, fixed: readonly Diagnostic[]): Promise<string | undefined> {
    const edits = fixed.flatMap((finding) => finding.edits).sort((a, b) => a.start.offset - b.start.offset)
    const changed = partsOf(this.file, after)
    if (changed.length !== this.parts.length) return 'it would change which parts of the file are manifests'
    for (const [index, part] of this.parts.entries()) {
      const harm = changed[index]!.text === part.text ? undefined : await this.harmTo(part, changed[index]!.text, fixed, edits)
      if (harm !== undefined) return harm
    }
    return undefined
  }

  private async harmTo(part: Part, text: string, fixed: readonly Diagnostic[], edits: readonly TextEdit[]): Promise<string | undefined> {
    if (isJson(part.text) && !isJson(text)) return 'the file would no longer be JSON'
    const before = this.before.get(part) ?? (await read(part.text))
    this.before.set(part, before)
    const after = await read(text)
    const isRemoved = (from: number, to: number) => {
      const edit = lastUntil(edits, part.start + from)
      return edit !== undefined && edit.text === '' && edit.end.offset >= part.start + to
    }
    const replaced = new Set(edits.filter((edit) => edit.text !== '').map(({ start, end }) => `${start.offset} ${end.offset}`))
    const isReplaced = (from: number, to: number) => replaced.has(`${part.start + from} ${part.start + to}`)
    const [separators, findings] = [edits.filter(isSeparator), fixed.toSorted((a, b) => a.start.offset - b.start.offset)]
    let passed = 0
    for (const document of before.documents) {
      const [start, end] = [part.start + document.start, part.start + document.end]
      const changed = after.documents.slice(passed, passed + 1 + within(separators, start, end).length)
      passed += changed.length
      const harm = changed.length > 1 ? harmOfSplit(document, changed) : harmToDocument(before, document, after, changed[0], within(findings, start, end), isRemoved, isReplaced)
      if (harm !== undefined) return harm
    }
    return passed < after.documents.length ? OTHER_ENDS : undefined
  }
}

const OTHER_ENDS = 'it would change where documents end'

function harmToDocument(before: Read, document: Document, after: Read, changed: Document | undefined, fixed: readonly Diagnostic[], isRemoved: (start: number, end: number) => boolean, isReplaced: (start: number, end: number) => boolean): string | undefined {
  if (changed === undefined) return OTHER_ENDS
  const problem = newProblem(document, changed)
  if (problem !== undefined) return `it would bring a new error: ${problem}`
  if ((document.root === -1) !== (changed.root === -1)) return 'it would change a document as a whole'
  if (document.root === -1) return undefined
  const allowed = new AllowedPaths(fixed.map(({ path }) => path))
  const stray = strayChange({ tape: before.tape, node: document.root }, { tape: after.tape, node: changed.root }, allowed, isRemoved, isReplaced)
  return stray === undefined ? undefined : `it would change ${stray === '' ? 'the whole object' : stray} as well`
}

/** A fix that ends a document where the next object begins. */
const isSeparator = ({ start, end, text }: TextEdit): boolean => start.offset === end.offset && /^---\r?\n$/.test(text)

/** Of a document that holds several objects nothing is read. What it says of a key that is there twice may still be true of one of the parts. */
function harmOfSplit(document: Document, parts: readonly Document[]): string | undefined {
  if (document.root !== -1) return OTHER_ENDS
  const problem = parts.flatMap(({ problems }) => problems).find(({ kind }) => kind !== 'duplicate-key')
  return problem === undefined ? undefined : `it would bring a new error: ${problem.message}`
}

const partsOf = (file: string, text: string): Part[] =>
  isMarkdown(file) ? markdownFences(text).map(({ start, end }) => ({ start, text: text.slice(start, end) })) : [{ start: 0, text }]

async function read(text: string): Promise<Read> {
  const tape = new Tape()
  return { tape, documents: await parse(text, tape) }
}

/** Those that begin between two offsets; they are sorted. */
const within = <T extends { start: Position }>(sorted: readonly T[], from: number, to: number): T[] => sorted.slice(countWhile(sorted, ({ start }) => start.offset < from), countWhile(sorted, ({ start }) => start.offset < to))

/** The last of the edits, which are sorted, that begins at or before an offset. */
function lastUntil(edits: readonly TextEdit[], offset: number): TextEdit | undefined {
  return edits[countWhile(edits, ({ start }) => start.offset <= offset) - 1]
}

/** The message of a problem that was not there before. */
function newProblem(before: Document, after: Document): string | undefined {
  const known = new Map<string, number>()
  for (const { message } of before.problems) known.set(message, (known.get(message) ?? 0) + 1)
  for (const { message } of after.problems) {
    const left = known.get(message) ?? 0
    if (left === 0) return message
    known.set(message, left - 1)
  }
  return undefined
}

function isJson(text: string): boolean {
  if (!/^\ufeff?\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text.replace(/^\ufeff/, ''))
    return true
  } catch {
    // It is YAML in flow style.
    return false
  }
}
