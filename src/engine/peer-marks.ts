/** Marks of other tools, which count where the settings say so: annotations of kube-linter, kube-score, Polaris, Checkov, Datree and Kubescape, comments of Checkov and Trivy. */
import { isDate } from '../formats/date.ts'
import type { Source } from '../model/source.ts'
import type { Tape } from '../parser/tape.ts'
import { Fields, commentsWith, lineOf, type Span } from './suppression-comments.ts'
import { annotationsIn, type Extent } from './suppression-annotations.ts'
import { peerKey, type RuleNames, type SuppressionOptions } from './suppression-text.ts'
import type { Silencing } from './silencers.ts'

/** Whether a text may have any. */
export const PEER_MARK = /kube-linter\.io\/|kube-score\/ignore|polaris\.fairwinds\.com\/|checkov[.:]|datree\.skip\/|kubescape\.io\/skip|trivy:ignore:/

const COMMENTS = /(?:checkov:skip=|trivy:ignore:)/g
const ANNOTATIONS = /^(?:ignore-check\.kube-linter\.io\/|kube-linter\.io\/ignore-all$|kube-score\/ignore$|polaris\.fairwinds\.com\/|checkov\.io\/skip\d*$|datree\.skip\/|kubescape\.io\/skip-controls$)/

export function peerMarks(source: Source, tape: Tape, documents: readonly Extent[], known: RuleNames, options: SuppressionOptions): Silencing[] {
  const found: Silencing[] = []
  const add = ({ from, to }: Span, names: readonly string[] | 'all') => {
    const ids = names === 'all' ? [...known.ids] : names.flatMap((name) => known.peers?.get(peerKey(name.trim())) ?? [])
    const rules = new Set(ids.filter((id) => !options.unsuppressible.has(id)))
    if (rules.size > 0) found.push({ from: source.base + from, to: source.base + to, rules, used: new Set() })
  }
  for (const { key, text = '', span, holder } of annotationsIn(tape, documents, (name) => ANNOTATIONS.test(name))) {
    const [, name = ''] = key.split('/')
    if (key.startsWith('ignore-check.')) add(span, [name])
    else if (key === 'kube-linter.io/ignore-all') add(span, 'all')
    else if (key === 'kube-score/ignore') add(span, text.split(','))
    else if (key.startsWith('checkov.io/')) add(span, [text.split('=')[0]!])
    else if (key.startsWith('datree.skip/')) add(span, [name])
    else if (key.startsWith('polaris.')) {
      if (text === 'true' && name === 'exempt') add(span, 'all')
      else if (text === 'true' && name.endsWith('-exempt')) add(span, [name.slice(0, -'-exempt'.length)])
    } else if (!isOver(expiryBeside(tape, holder), options)) add(span, text.split(','))
  }
  const fields = new Fields(tape, documents)
  const { text } = tape
  for (const comment of commentsWith(tape, COMMENTS)) {
    const [, tool, id = ''] = /^(checkov|trivy):(?:skip=|ignore:)([\w-]+)/.exec(text.slice(comment.keyword, comment.end)) ?? []
    const document = documents.find(({ start, end }) => comment.start >= start && comment.start < end)
    // Checkov means the whole object, wherever in it the comment is.
    if (tool === 'checkov' && document !== undefined) add({ from: document.start, to: document.end }, [id])
    else if (tool === 'trivy') {
      const line = comment.isAlone ? fields.lineBelow(comment) : lineOf(text, comment.start)
      add({ from: line.from, to: Math.max(fields.endOf(line, !comment.isAlone) ?? 0, line.to) }, [id])
    }
  }
  return found
}

function expiryBeside(tape: Tape, holder: number): string | undefined {
  const annotations = tape.find(tape.find(holder, 'metadata'), 'annotations')
  const expiry = tape.find(annotations, 'kubescape.io/skip-expiry')
  const value = expiry === -1 || !tape.isScalar(expiry) ? undefined : tape.scalar(expiry)
  return typeof value === 'string' ? value.slice(0, 10) : undefined
}

const isOver = (date: string | undefined, { today }: SuppressionOptions): boolean => date !== undefined && isDate(date) && date < today()
