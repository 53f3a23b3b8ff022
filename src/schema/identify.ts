/** Which objects a document holds, and of what kind each is. */
import { appendStep } from '../model/field-path.ts'
import type { Tape } from '../parser/tape.ts'

export interface Located {
  root: number
  /** Where a List holds it: `items[3]`; empty at the root of a document. */
  prefix: string
  /** Has `apiVersion` and `kind`, or one of them, even if it is empty, and `metadata`: nothing else is taken for a manifest in a folder. */
  looksLikeManifest: boolean
  /** Undefined when `apiVersion` or `kind` is missing or no text. */
  identity: Identity | undefined
}

export interface Identity {
  apiVersion: string
  kind: string
}

/** The objects of a document: itself, or the items of a List (of every kind of list, and nested, however deep), each with its own place. */
export function objectsOf(tape: Tape, root: number): Located[] {
  const located: Located[] = []
  const waiting: Located[] = [locate(tape, root, '', undefined)]
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    const items = object.identity?.kind.endsWith('List') === true ? tape.find(object.root, 'items') : -1
    if (items === -1 || !tape.isSequence(items)) {
      located.push(object)
      continue
    }
    const first = waiting.length
    const path = appendStep(object.prefix, 'items')
    for (let item = items + 1, end = tape.next(items), index = 0; item < end; item = tape.next(item), index++) waiting.push(locate(tape, item, appendStep(path, index), object.identity))
    // The first item is to be the next one.
    for (let low = first, high = waiting.length - 1; low < high; low++, high--) [waiting[low], waiting[high]] = [waiting[high]!, waiting[low]!]
  }
  return located
}

function locate(tape: Tape, root: number, prefix: string, list: Identity | undefined): Located {
  const apiVersion = textAt(tape, root, 'apiVersion')
  const kind = textAt(tape, root, 'kind')
  // The server reads `/v1` as `v1`.
  if (apiVersion !== undefined && kind !== undefined) return { root, prefix, looksLikeManifest: true, identity: { apiVersion: apiVersion.replace(/^\//, ''), kind } }
  // What stands in a ConfigMapList without either of both is a ConfigMap.
  if (apiVersion === undefined && kind === undefined && list !== undefined && list.kind !== 'List' && tape.isMap(root)) {
    return { root, prefix, looksLikeManifest: true, identity: { apiVersion: list.apiVersion, kind: list.kind.slice(0, -'List'.length) } }
  }
  // Whatever stands in a List is meant to be one.
  return { root, prefix, looksLikeManifest: list?.kind === 'List' || looksLikeManifest(tape, root, kind), identity: undefined }
}

function looksLikeManifest(tape: Tape, root: number, kind: string | undefined): boolean {
  const hasVersion = tape.find(root, 'apiVersion') !== -1
  const hasKind = tape.find(root, 'kind') !== -1
  // Without metadata, a version beside an empty kind is what many tools' own settings begin with.
  return tape.find(root, 'metadata') === -1 ? hasVersion && kind !== undefined : hasVersion || hasKind
}

function textAt(tape: Tape, map: number, key: string): string | undefined {
  const node = tape.find(map, key)
  const value = node === -1 || !tape.isScalar(node) ? undefined : tape.scalar(node)
  return typeof value === 'string' && value !== '' ? value : undefined
}
