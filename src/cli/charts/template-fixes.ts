/** Fixes of what a chart renders, as edits of its templates. A fix counts when the chart, rendered with it, gives what was fixed, and nothing else. */
import type { Diagnostic, FixSafety, TextEdit } from '../../diagnostic.ts'
import { applyFixes } from '../../engine/fixes.ts'
import { LineIndex } from '../../parser/lines.ts'
import type { Rendered, RenderedFile, Rendering } from '../../render/engine.ts'
import { placeOfText } from '../../render/template-text.ts'
import { FixGuard } from '../fix-guard.ts'

/** One way in which a chart was rendered. */
export interface Plain {
  rendering: Rendering
  files: readonly RenderedFile[]
}

/** Edits of a template, and what they are to do. */
export interface TemplateFix {
  /** The template. */
  name: string
  edits: readonly TextEdit[]
  safety: FixSafety
  /** What it fixes wherever the text of the template is printed. */
  fixed: Map<Plain, Diagnostic[]>
}

/** Charts that take longer than this many renderings to be tried out keep what is sure by then. */
const MOST_TRIALS = 40

export class TemplateFixes {
  private readonly fixes = new Map<string, TemplateFix>()
  private readonly texts: Readonly<Record<string, string>>
  private readonly isEditable: (name: string) => boolean

  /** `texts` are the files of the chart. */
  constructor(texts: Readonly<Record<string, string>>, isEditable: (name: string) => boolean) {
    this.texts = texts
    this.isEditable = isEditable
  }

  /** Undefined for a finding whose fix would not change plain text of a template alone. `marked` is the rendered file with places. */
  add(finding: Diagnostic, marked: RenderedFile, places: Rendered, plain: Plain): TemplateFix | undefined {
    const { edits, fix } = finding
    if (edits.length === 0 || fix === undefined) return undefined
    const placed = edits.map(({ start, end, text }) => {
      const place = placeOfText(marked, places, this.texts, start.offset, end.offset)
      return place === undefined ? undefined : { ...place, text: outdented(text, place.indent) }
    })
    const [first] = placed
    if (first === undefined || !this.isEditable(first.name) || placed.some((each) => each?.name !== first.name)) return undefined
    const lines = new LineIndex(this.texts[first.name]!)
    const own = placed.map((each) => ({ start: lines.position(each!.start), end: lines.position(each!.end), text: each!.text }))
    const known = this.fix(first.name, own, fix)
    known.fixed.set(plain, [...(known.fixed.get(plain) ?? []), finding])
    return known
  }

  /** Of a template. When nothing is added to what it fixes, it must not change what comes out. */
  fix(name: string, edits: readonly TextEdit[], safety: FixSafety): TemplateFix {
    const key = JSON.stringify([name, safety, edits])
    let known = this.fixes.get(key)
    if (known === undefined) this.fixes.set(key, (known = { name, edits, safety, fixed: new Map() }))
    return known
  }

  /** Those that do what they are to do. `render` renders the chart with other texts. */
  async proven(all: readonly Plain[], render: (texts: Record<string, string>, rendering: Rendering) => Promise<Rendered | undefined>): Promise<Set<TemplateFix>> {
    const proven = new Set<TemplateFix>()
    let trials = 0
    const prove = async (fixes: readonly TemplateFix[]): Promise<void> => {
      if (fixes.length === 0 || trials >= MOST_TRIALS) return
      const { texts, taken } = this.applied(fixes)
      const tried = fixes.filter((fix) => taken.has(fix))
      trials += all.length
      if (await isRight(tried, all, (rendering) => render(texts, rendering))) for (const fix of tried) proven.add(fix)
      else if (tried.length > 1) {
        const middle = tried.length >> 1
        await prove(tried.slice(0, middle))
        await prove(tried.slice(middle))
      }
      // What overlaps another is tried without it.
      await prove(fixes.filter((fix) => !taken.has(fix)))
    }
    await prove([...this.fixes.values()])
    return proven
  }

  private applied(fixes: readonly TemplateFix[]): { texts: Record<string, string>; taken: Set<TemplateFix> } {
    const texts: Record<string, string> = {}
    const taken = new Set<TemplateFix>()
    for (const name of new Set(fixes.map((fix) => fix.name))) {
      const own = fixes.filter((fix) => fix.name === name)
      const applied = applyFixes(this.texts[name]!, own.map(({ edits }) => edits))
      texts[name] = applied.text
      for (const index of applied.taken) taken.add(own[index]!)
    }
    return { texts: { ...this.texts, ...texts }, taken }
  }
}

async function isRight(fixes: readonly TemplateFix[], all: readonly Plain[], render: (rendering: Rendering) => Promise<Rendered | undefined>): Promise<boolean> {
  for (const plain of all) {
    const rendered = await render(plain.rendering)
    if (rendered?.files?.length !== plain.files.length) return false
    const findings = fixes.flatMap((fix) => fix.fixed.get(plain) ?? [])
    for (const [index, { name, text }] of plain.files.entries()) {
      const own = findings.filter(({ file }) => file === name)
      const { text: wanted, taken } = applyFixes(text, own.map(({ edits }) => edits))
      const after = rendered.files[index]!
      if (after.name !== name || after.text !== wanted || !own.every((finding, at) => taken.includes(at) || own.some((other, before) => before < at && sameEdits(finding, other)))) return false
      if (own.length > 0 && (await new FixGuard(name, text).harmOf(wanted, own)) !== undefined) return false
    }
  }
  return true
}

const sameEdits = (one: Diagnostic, other: Diagnostic): boolean => JSON.stringify(one.edits) === JSON.stringify(other.edits)

/** Lines of a helper are further to the left than what they become. */
function outdented(text: string, by: number): string {
  return by <= 0 ? text : text.replaceAll(new RegExp(`(\\n) {${by}}`, 'g'), '$1')
}
