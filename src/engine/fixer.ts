/**
 * Makes the text edits of a fix, on offsets in the tape's text. Everything that an edit does not name stays byte for byte. Where a change could mean more than it
 * says (its text is read through an alias too, a comment or an anchor is in the way), there is none: undefined.
 */
import type { Place } from '../model/place.ts'
import { surroundings } from '../model/surroundings.ts'
import { resolvePlain } from '../parser/scalar.ts'
import { Flag, Kind, type Tape } from '../parser/tape.ts'
import { isLineBreak, lineEnd, lineMargin, nextLine } from './text-lines.ts'

export interface OffsetEdit {
  start: number
  end: number
  text: string
}

export type NewValue = boolean | number | string | readonly string[]

export class Fixer {
  /** Put `text`, a number or a boolean as it is to stand in the file, in place of a scalar's value. */
  replaceValue({ tape, node }: Pick<Place, 'tape' | 'node'>, text: string): OffsetEdit | undefined {
    if (!isOwn(tape, node) || !isInline(tape, node)) return undefined
    const start = tape.start(node)
    const end = tape.end(node)
    if (start < end) return { start, end, text }
    // `key:` without a value: the value needs its space, and nothing else may stand there.
    return tape.text[start - 1] === ':' && nextLine(tape.text, start) !== -1 ? { start, end, text: ` ${text}` } : undefined
  }

  /** Put another string in place of a scalar's value, in the quotes that it has, or in those that it needs. */
  replaceText(place: Place, text: string): OffsetEdit | undefined {
    return this.replaceValue(place, quoted(place.tape, place.node, text, this.isJson(place)))
  }

  /** The new name gets the quotes of the old one. Undefined when the map has it already. */
  renameKey({ tape, key }: Pick<Place, 'tape' | 'key'>, name: string): OffsetEdit | undefined {
    // Of a key that is there twice, the other one would count then.
    if (key !== -1 && hasKey(tape, surroundings(tape).parent(key), tape.key(key), key)) return undefined
    return renamed(tape, key, name, quoted(tape, key, name, false))
  }

  /** Put another field in place of one, key and value. */
  replaceField({ tape, key, node }: Place, text: string): OffsetEdit | undefined {
    if (key === -1 || tape.hasOverridden || !isOwn(tape, key) || !isOwn(tape, node) || isExplicit(tape, key)) return undefined
    return { start: tape.start(key), end: tape.end(node), text }
  }

  /** Put quotes around a key, so that it is read as it is written. */
  quoteKey({ tape, key }: Place): OffsetEdit | undefined {
    const written = key === -1 ? '' : tape.source(key)
    return renamed(tape, key, written, JSON.stringify(written))
  }

  /** Delete a field with its value: its whole lines in block style, with its comma in flow style. Undefined for the only field of a map. */
  removeField({ tape, key, node }: Place): OffsetEdit | undefined {
    return key !== -1 && isOwn(tape, key) ? removeEntry(tape, key, node) : undefined
  }

  /** Delete several fields of a map, or none of them. */
  removeFields(places: readonly Place[]): OffsetEdit[] | undefined {
    const [first] = places
    if (first === undefined) return undefined
    const { tape } = first
    const holder = surroundings(tape).parent(first.key)
    if (tape.count(holder) <= places.length) return undefined
    const edits: OffsetEdit[] = []
    for (const run of runsOf([...places].sort((a, b) => a.key - b.key), tape.has(holder, Flag.flow))) {
      const edit = run.every((place) => this.removeField(place) !== undefined) ? removeEntry(tape, run[0]!.key, run.at(-1)!.node) : undefined
      if (edit === undefined) return undefined
      edits.push(edit)
    }
    return edits
  }

  /** Delete a list item, its dash or its comma included. Undefined for the only item of a list. */
  removeItem({ tape, key, node }: Place): OffsetEdit | undefined {
    return key === -1 ? removeEntry(tape, node, node) : undefined
  }

  /** Add a missing field, some steps below the map at `place`, together with the maps on the way that are missing too. */
  insertBelow({ tape, node: from }: Place, steps: readonly string[], value: NewValue): OffsetEdit | undefined {
    let node = from
    let depth = 0
    for (let child = tape.find(node, steps[0]!); child !== -1; child = tape.find(node, steps[depth]!)) {
      node = child
      if (++depth === steps.length) return undefined
    }
    if (node === -1 || !tape.isMap(node) || tape.has(node, Flag.shared | Flag.hidden)) return undefined
    return tape.has(node, Flag.flow) ? insertFlow(tape, node, steps.slice(depth), value) : insertLines(tape, node, steps.slice(depth), value)
  }

  /** Whether the map or list that a place is in may be JSON: then only what is right in both is written there. */
  isJson({ tape, key, node }: Place): boolean {
    const map = node === -1 ? -1 : surroundings(tape).parent(key === -1 ? node : key)
    return map !== -1 && isJsonMap(tape, tape.isMap(map) ? map : surroundings(tape).parent(map))
  }
}

/** Whether a node's text is its alone, and it has the type that it should have. */
const isOwn = (tape: Tape, node: number): boolean => node !== -1 && !tape.has(node, Flag.shared | Flag.hidden) && !surroundings(tape).isReadTwice(tape.start(node), tape.end(node))

/** `? app`: what is put in place of such a key would be a key as a whole. */
const isExplicit = (tape: Tape, key: number): boolean => EXPLICIT.test(tape.text.slice(Math.max(0, tape.start(key) - MOST_BEFORE), tape.start(key)))

const EXPLICIT = /(?:^|[\n\r\x85\u2028\u2029{[,])[ \t]*(?:-[ \t]+)*\?(?:\s|#[^\n]*\n|[&!]\S*)*$/
/** What may be looked at for it. */
const MOST_BEFORE = 300

/** A scalar that is what is written there, without a tag, and no block of text. */
function isInline(tape: Tape, node: number): boolean {
  const kind = tape.kind(node)
  return kind === Kind.plain || kind === Kind.singleQuoted || kind === Kind.doubleQuoted
}

const isBlockScalar = (tape: Tape, node: number): boolean => tape.kind(node) === Kind.literal || tape.kind(node) === Kind.folded

/** Every map of JSON has its keys in double quotes; an empty one is like the map around it. */
function isJsonMap(tape: Tape, node: number): boolean {
  let map = node
  while (map !== -1 && tape.has(map, Flag.flow) && !(tape.isMap(map) && tape.count(map) > 0)) map = surroundings(tape).parent(map)
  return map !== -1 && tape.has(map, Flag.flow) && tape.kind(map + 1) === Kind.doubleQuoted
}

/** Plain in block and in flow style, as a key and as a value, and a string to every reader. */
const isPlain = (text: string): boolean => /^[\w./](?:[\w./@:+-]*[\w./@+-])?$/.test(text) && typeof resolvePlain(text) === 'string'

function quoted(tape: Tape, node: number, text: string, json: boolean): string {
  const kind = node === -1 ? Kind.plain : tape.kind(node)
  if (kind === Kind.singleQuoted) return `'${text.replaceAll("'", "''")}'`
  return kind === Kind.plain && !json && isPlain(text) ? text : JSON.stringify(text)
}

function renamed(tape: Tape, key: number, name: string, text: string): OffsetEdit | undefined {
  if (key === -1 || tape.hasOverridden || tape.has(key, Flag.shared) || !isInline(tape, key)) return undefined
  const start = tape.start(key)
  const end = tape.end(key)
  const { parent, isReadTwice } = surroundings(tape)
  if (isReadTwice(start, end)) return undefined
  return hasKey(tape, parent(key), name, key) ? undefined : { start, end, text }
}

/** Fields that follow each other share their commas in flow style, and go together; in block style each has lines of its own. */
function runsOf(places: readonly Place[], isFlow: boolean): Place[][] {
  const runs: Place[][] = []
  for (const place of places) {
    const last = runs.at(-1)?.at(-1)
    if (isFlow && last !== undefined && last.tape.next(last.node) === place.key) runs.at(-1)!.push(place)
    else runs.push([place])
  }
  return runs
}

/** Whether a map has a key besides one. */
function hasKey(tape: Tape, map: number, name: string, besides: number): boolean {
  const found = tape.find(map, name)
  return found !== -1 && (found - 1 !== besides || surroundings(tape).isTwice(map, besides))
}

/** `first` and `last` are the key and the value of a field, or both the item of a list. */
function removeEntry(tape: Tape, first: number, last: number): OffsetEdit | undefined {
  if (tape.hasOverridden || !isOwn(tape, last)) return undefined
  const holder = surroundings(tape).parent(first)
  if (holder === -1 || tape.count(holder) < 2) return undefined
  // Of a key that is there twice, the other one would count then.
  if (tape.isMap(holder) && hasKey(tape, holder, tape.key(first), first)) return undefined
  return tape.has(holder, Flag.flow) ? removeFlow(tape, holder, first, last) : removeLines(tape, holder, first, last)
}

function removeLines(tape: Tape, holder: number, first: number, last: number): OffsetEdit | undefined {
  const { text } = tape
  const start = tape.start(first)
  const margin = lineMargin(text, start)
  const end = nextLine(text, Math.max(tape.end(first), tape.end(last)))
  if (margin === undefined || end === -1 || surroundings(tape).isReadTwice(start, end)) return undefined
  // A block of text before it would go on with empty lines and comments that follow.
  if (isBlockScalar(tape, first - 1) && end < text.length && /^(#|$)/.test(text.slice(end, lineEnd(text, end)).trim())) return undefined
  // The line after it has to begin a line for every reader: for Markdown, the mark of a fence.
  if (text[end - 1] === '\n' && margin > 0 && isLineBreak(text, margin - 1) && text[margin - 1] !== '\n') return undefined
  const before = text.slice(margin, start)
  const isItem = tape.isSequence(holder)
  if (isItem ? /^ *- *$/.test(before) : !before.includes('-')) return { start: margin, end, text: '' }
  // First field of a list item (`- name: x`): the next field moves up behind the dash.
  const next = tape.next(last)
  if (isItem || next >= tape.next(holder) || tape.has(next, Flag.shared) || tape.start(next) !== end + before.length) return undefined
  return text.slice(end, tape.start(next)).trim() === '' ? { start, end: tape.start(next), text: '' } : undefined
}

function removeFlow(tape: Tape, holder: number, first: number, last: number): OffsetEdit | undefined {
  const { text } = tape
  const start = tape.start(first)
  const end = Math.max(tape.end(first), tape.end(last))
  const before = entryBefore(tape, holder, first)
  if (surroundings(tape).isReadTwice(start, end) || (before !== -1 && tape.has(before, Flag.shared))) return undefined
  const previousEnd = before === -1 ? tape.start(holder) + 1 : endOf(tape, holder, before)
  const after = tape.next(last)
  if (after < tape.next(holder)) {
    if (tape.has(after, Flag.shared)) return undefined
    const next = tape.start(after)
    return isGap(text.slice(previousEnd, start), true) && isGap(text.slice(end, next), false) ? { start, end: next, text: '' } : undefined
  }
  return isGap(text.slice(previousEnd, start), false) && isGap(text.slice(end, tape.end(holder) - 1), true) ? { start: previousEnd, end, text: '' } : undefined
}

/** The value or item that stands before `entry` in a map or list, or -1. */
function entryBefore(tape: Tape, holder: number, entry: number): number {
  const { parent } = surroundings(tape)
  let before = entry - 1
  if (before === holder) return -1
  while (parent(before) !== holder) before = parent(before)
  return before
}

/** Where an entry of a map or list ends: a value that is missing after its key. */
const endOf = (tape: Tape, holder: number, value: number): number => (tape.isMap(holder) ? Math.max(tape.end(value), tape.end(value - 1)) : tape.end(value))

/** Whether there is nothing but white space, a comma and, where they stay, comments: no anchor, no tag, no `?`. */
const isGap = (between: string, withComments: boolean): boolean => (withComments ? between.replace(/#[^\n\r\x85\u2028\u2029]*/g, '') : between).replace(',', '').trim() === ''

function insertLines(tape: Tape, node: number, steps: readonly string[], value: NewValue): OffsetEdit | undefined {
  const { text } = tape
  const first = tape.start(node + 1)
  const margin = lineMargin(text, first)
  const end = nextLine(text, tape.end(node))
  if (tape.count(node) === 0 || !isExtensible(tape, node) || margin === undefined || end === -1) return undefined
  const endsText = end === text.length && !isLineBreak(text, end - 1)
  // A line break after a block of text would be part of it.
  if (endsText && isBlockScalar(tape, tape.next(node) - 1)) return undefined
  const newline = text.startsWith('\r\n', lineEnd(text, first)) || text.slice(margin - 2, margin) === '\r\n' ? '\r\n' : '\n'
  const body = `${steps.map((step, depth) => `${' '.repeat(first - margin + 2 * depth)}${step}:`).join(newline)} ${valueText(value, false)}`
  return { start: end, end, text: endsText ? newline + body : body + newline }
}

function insertFlow(tape: Tape, node: number, steps: readonly string[], value: NewValue): OffsetEdit | undefined {
  if (tape.text[tape.start(node)] !== '{' || !isExtensible(tape, node)) return undefined
  const json = isJsonMap(tape, node)
  const [last, ...outer] = steps.map((step) => (json ? JSON.stringify(step) : step)).reverse()
  const body = outer.reduce((inside, step) => `${step}: {${inside}}`, `${last}: ${valueText(value, json)}`)
  const before = entryBefore(tape, node, tape.next(node))
  if (before === -1) return { start: tape.start(node) + 1, end: tape.start(node) + 1, text: body }
  const end = endOf(tape, node, before)
  if (tape.has(before, Flag.shared) || !isGap(tape.text.slice(end, tape.end(node) - 1), true)) return undefined
  return { start: end, end, text: `, ${body}` }
}

function valueText(value: NewValue, json: boolean): string {
  if (json) return JSON.stringify(value)
  if (typeof value === 'object') return `[${value.join(', ')}]`
  return typeof value !== 'string' || isPlain(value) ? String(value) : JSON.stringify(value)
}

/** Whether a field can be added to a map without adding it to others: not when some of its fields are merged into it, or from it into others. */
function isExtensible(tape: Tape, node: number): boolean {
  if (tape.hasOverridden) return false
  const { isReadTwice } = surroundings(tape)
  for (let key = node + 1; key < tape.next(node); key = tape.next(key + 1)) if (tape.has(key, Flag.shared) || isReadTwice(tape.start(key), tape.end(key))) return false
  return !isReadTwice(tape.start(node), tape.start(node) + 1)
}

/** It has no state. */
export const fixer = new Fixer()
