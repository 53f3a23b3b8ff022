/**
 * Values that something fills in before the manifest is applied: `${APP}` of Flux, envsubst and OpenShift, `{{ name }}` and `{% if … %}` of Go and Jinja.
 * What stands there in the end is not known, so a value with one fits any type and format: it is marked as unreadable once, and no check sees it.
 */
import { Flag, type Tape } from '../parser/tape.ts'
import type { KubernetesObject } from './object.ts'

// No alternative can begin within another one: time stays linear.
const PLACEHOLDER = /\$\{\{? *[A-Za-z_][^{}\n]*\}\}?|\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\ue000[\ue000-\uefff]*/

/** Begins what stands in place of placeholders of the user's own, and of what else is known to be filled in: for private use, so that no other text has it. */
export const MARK = '\ue000'

/** As long as the text, and another one for another text: two of them may be keys of one map. */
export const markOf = (text: string): string => MARK + text.slice(1).replaceAll(/[^]/g, (unit) => String.fromCharCode(0xe000 + (unit.charCodeAt(0) & 0xfff)))

/** Whether a text may have any. */
export const mayHoldPlaceholder = (text: string): boolean => text.includes('${') || text.includes('{{') || text.includes('{%') || text.includes(MARK)

/** Whether a value or a key begins with a parenthesis, as an expression of Chainsaw does. */
export const mayHoldExpression = (text: string): boolean => text.includes('(') && /^ *(?:- +)*(?:[\w./-]+: +)?["']?\(/m.test(text)

/** The first one in a text. */
export const placeholderIn = (text: string): string | undefined => PLACEHOLDER.exec(text)?.[0]

/** Fields whose text is a program's own: shells, Prometheus and many others have variables that look the same. */
const TEXTS: ReadonlySet<string> = new Set(['annotations', 'args', 'binaryData', 'command', 'description', 'env', 'schema', 'stringData'])
const SINGLE_TEXTS: ReadonlySet<string> = new Set(['description', 'schema'])
/** No definition is as deep, and recursion has an end. */
const DEEPEST = 200

export interface Placeholder {
  /** The value, of the key that has the placeholder or with it in itself. */
  node: number
  key: number
  text: string
}

/** Those below `root`, in the order of the text. `isSecret`: the data are base64, not a program's text. */
export function placeholders(tape: Tape, root: number, isSecret: boolean): Placeholder[] {
  const found: Placeholder[] = []
  /** `keysOnly`: the values are texts. */
  const visit = (node: number, key: number, depth: number, keysOnly: boolean): void => {
    if (tape.isScalar(node)) {
      const text = textOf(tape, node)
      const placeholder = text === undefined ? undefined : placeholderIn(text)
      if (placeholder !== undefined) found.push({ node, key, text: placeholder })
      return
    }
    if (depth === DEEPEST) return
    const isMap = tape.isMap(node)
    for (let child = node + 1, end = tape.next(node); child < end; ) {
      if (!isMap) {
        if (!keysOnly) visit(child, -1, depth + 1, false)
        child = tape.next(child)
        continue
      }
      const name = tape.key(child)
      // One with a colon in it is read as a key and a value.
      const placeholder = name.includes('{') || name.includes(MARK) ? (placeholderIn(name) ?? (name.startsWith('${') ? name : undefined)) : undefined
      if (placeholder !== undefined) found.push({ node: child + 1, key: child, text: placeholder })
      else if (!keysOnly) visitField(name, child, depth + 1)
      child = tape.next(child + 1)
    }
  }
  const visitField = (name: string, key: number, depth: number): void => {
    const areTexts = name === 'data' ? !isSecret : TEXTS.has(name)
    // A placeholder may stand for all of the texts, but a single text is a program's own, too.
    if (!areTexts || !tape.isScalar(key + 1) || !SINGLE_TEXTS.has(name)) visit(key + 1, key, depth, areTexts && !tape.isScalar(key + 1))
  }
  visit(root, -1, 0, false)
  return found
}

/** Marks them in an object whose text may hold some; the number of those that there are. */
export function markPlaceholders({ builtin, kind, root, tape }: KubernetesObject): number {
  // Of custom resources only the metadata count: templates of other tools are full of what looks the same.
  const from = builtin ? root : tape.find(root, 'metadata')
  const count = from === -1 ? 0 : markBelow(tape, from, kind === 'Secret')
  if (count > 0) tape.hasPlaceholders = true
  return count
}

/** Marks all that may be one in a custom resource, before it is held against its definition. */
export const markAllPlaceholders = ({ root, tape }: KubernetesObject): void => void markBelow(tape, root, false)

function markBelow(tape: Tape, from: number, isSecret: boolean): number {
  const found = placeholders(tape, from, isSecret)
  for (const { node } of found) tape.mark(node, Flag.hidden)
  return found.length
}

function textOf(tape: Tape, node: number): string | undefined {
  const source = tape.source(node)
  if (!source.includes('{') && !source.includes(MARK)) return undefined
  const value = tape.scalar(node)
  return typeof value === 'string' ? value : undefined
}
