/** Which objects a document holds, and of what kind each is. */
import { appendStep } from '../model/field-path.ts'
import type { Tape } from '../parser/tape.ts'

export interface Located {
  root: number
  /** Where a List holds it: `items[3]`; empty at the root of a document. */
  prefix: string
  /** Has `apiVersion` and `kind`, or one of them and `metadata`: nothing else is taken for a manifest in a folder. */
  looksLikeManifest: boolean
}

export interface Identity {
  apiVersion: string
  kind: string
}

/** The objects of a document: itself, or the items of a List (of every kind of list, and nested), each with its own place. */
export function objectsOf(tape: Tape, root: number, prefix = ''): Located[] {
  const items = tape.find(root, 'items')
  const kind = textAt(tape, root, 'kind')
  if (kind?.endsWith('List') !== true || items === -1 || !tape.isSequence(items) || textAt(tape, root, 'apiVersion') === undefined) return [{ root, prefix, looksLikeManifest: looksLikeManifest(tape, root) }]
  const located: Located[] = []
  const path = appendStep(prefix, 'items')
  let index = 0
  for (let item = items + 1, end = tape.next(items); item < end; item = tape.next(item), index++) located.push(...objectsOf(tape, item, `${path}[${index}]`))
  return located
}

function looksLikeManifest(tape: Tape, root: number): boolean {
  const apiVersion = tape.find(root, 'apiVersion') !== -1
  const kind = tape.find(root, 'kind') !== -1
  return (apiVersion && kind) || ((apiVersion || kind) && tape.find(root, 'metadata') !== -1)
}

/** Undefined when `apiVersion` or `kind` is missing or no text. */
export function identify(tape: Tape, root: number): Identity | undefined {
  const apiVersion = textAt(tape, root, 'apiVersion')
  const kind = textAt(tape, root, 'kind')
  // The server reads `/v1` as `v1`.
  return apiVersion === undefined || kind === undefined ? undefined : { apiVersion: apiVersion.replace(/^\//, ''), kind }
}

function textAt(tape: Tape, map: number, key: string): string | undefined {
  const node = tape.find(map, key)
  const value = node === -1 || !tape.isScalar(node) ? undefined : tape.scalar(node)
  return typeof value === 'string' && value !== '' ? value : undefined
}
