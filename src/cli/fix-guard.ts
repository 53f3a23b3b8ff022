/** Looks at what fixes would make of a file before they count: they must not break it, nor change what no finding is about. */
import type { Diagnostic } from '../diagnostic.ts'
import { applyFixes } from '../engine/fixes.ts'
import { AllowedPaths, strayChange } from '../engine/same-values.ts'
import { markdownFences } from '../files/markdown.ts'
import { parse, type Document } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'

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
  let attempts = 0
  const attempt = async (wanted: readonly Diagnostic[]): Promise<{ text: string; fixed: Diagnostic[]; harm: string | undefined }> => {
    attempts++
    const applied = applyFixes(text, wanted.map(({ edits }) => edits))
    const fixed = applied.taken.map((index) => wanted[index]!)
    return { text: applied.text, fixed, harm: fixed.length === 0 ? undefined : await harmOf(file, text, applied.text, fixed) }
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

/** What is wrong with the text after some fixes, or undefined. */
export async function harmOf(file: string, before: string, after: string, fixed: readonly Diagnostic[]): Promise<string | undefined> {
  const edits = fixed.flatMap((finding) => finding.edits).sort((a, b) => a.start.offset - b.start.offset)
  const parts = partsOf(file, before)
  const partsAfter = partsOf(file, after)
  if (parts.length !== partsAfter.length) return 'it would change which parts of the file are manifests'
  for (const [index, { start, text }] of parts.entries()) {
    const changed = partsAfter[index]!.text
    if (changed === text) continue
    const isRemoved = (from: number, to: number) => {
      const at = lastBefore(edits, start + from)
      return at !== undefined && at.text === '' && at.end.offset >= start + to
    }
    const inside = fixed.filter((finding) => finding.start.offset >= start && finding.start.offset <= start + text.length)
    const harm = await harmToPart(text, changed, inside.map((finding) => ({ offset: finding.start.offset - start, path: finding.path })), isRemoved)
    if (harm !== undefined) return harm
  }
  return undefined
}

/** The texts in a file that hold manifests: all of it, or the fences of Markdown. */
const partsOf = (file: string, text: string): { start: number; text: string }[] =>
  /\.(md|markdown)$/i.test(file) ? [...markdownFences(text)].map(({ start, end }) => ({ start, text: text.slice(start, end) })) : [{ start: 0, text }]

function lastBefore(edits: readonly Diagnostic['edits'][number][], offset: number): Diagnostic['edits'][number] | undefined {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edits[middle]!.start.offset <= offset) low = middle + 1
    else high = middle
  }
  return edits[low - 1]
}

async function harmToPart(before: string, after: string, fixed: readonly { offset: number; path: string }[], isRemoved: (start: number, end: number) => boolean): Promise<string | undefined> {
  if (isJson(before) && !isJson(after)) return 'the file would no longer be JSON'
  const [tape, tapeAfter] = [new Tape(), new Tape()]
  const documents = await parse(before, tape)
  const documentsAfter = await parse(after, tapeAfter)
  if (documents.length !== documentsAfter.length) return 'it would change where documents end'
  for (const [index, document] of documents.entries()) {
    const changed = documentsAfter[index]!
    const problem = newProblem(document, changed)
    if (problem !== undefined) return `it would bring a new error: ${problem}`
    if ((document.root === -1) !== (changed.root === -1)) return 'it would change a document as a whole'
    if (document.root === -1) continue
    const paths = fixed.filter(({ offset }) => offset >= document.start && offset < document.end).map(({ path }) => path)
    const stray = strayChange({ tape, node: document.root }, { tape: tapeAfter, node: changed.root }, new AllowedPaths(paths), isRemoved)
    if (stray !== undefined) return `it would change ${stray === '' ? 'the whole object' : stray} as well`
  }
  return undefined
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
