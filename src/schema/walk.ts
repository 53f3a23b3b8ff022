/**
 * The walk over an object with the types of one minor: unknown fields, wrong types, missing fields, and the constraints of each type, in one pass.
 * What has a wrong type is reported and hidden from rules; everything else is still looked at.
 */
import { fixer, type OffsetEdit } from '../engine/fixer.ts'
import { appendStep, type Step } from '../model/field-path.ts'
import type { KubernetesObject } from '../model/object.ts'
import { rangeOf } from '../model/place.ts'
import { lastSteps, pathTo } from '../model/way.ts'
import { core, words } from '../parser/core.ts'
import type { ScalarValue } from '../parser/scalar.ts'
import { Flag, type Tape } from '../parser/tape.ts'
import { withUnreadable } from '../parser/unreadable.ts'
import { ConstraintChecker, isPresent, type Pending } from './checker.ts'
import type { CompiledType, ConstraintTable } from './compiled-constraints.ts'
import { decodeFault, decodeListFault, rewritten } from './decode.ts'
import { fieldName, missingName, shown } from './sentence.ts'
import { Levels, type Level } from './levels.ts'
import { fieldSince, fieldSuggestion, placeAbove } from './suggest.ts'
import type { FieldsShape } from './shape.ts'
import { Code, fieldTypeAt, typeAt, type Field, type FieldType, type Type } from './table.ts'
import type { WalkFinding } from './walk-finding.ts'

/** Ids of the rules that the walk itself reports; each has its file in `rules/validity/`. */
export const UNKNOWN_FIELD = 'no-unknown-field'
export const WRONG_TYPE = 'valid-type'
export const MISSING_FIELD = 'require-field'
export const DUPLICATE_ITEM = 'no-duplicate-list-item'

/** The name under which constraints on every object are written: names, owners, finalizers. */
const ANY_OBJECT = 'meta/v1 Object'

// What a note of the core says, as in `src/assembly/walk.ts`.
const Note = { unknown: 1, doubtful: 2, missing: 3, constrained: 4, keyed: 5, tooDeep: 6, emptyValue: 7 } as const
/** Words of a note: what it says, node, key, type or shape, pod, whether that is one of a template. */
const NOTE_WORDS = 6

export class Walk {
  private readonly constraints: ConstraintTable
  readonly minor: number
  private readonly emit: (finding: WalkFinding) => void
  private object!: KubernetesObject
  private rootType!: FieldsShape
  private tape!: Tape
  private prefix = ''
  /** The node at hand, and the end of the way to it from the root of the object, once somebody asks. */
  private node = -1
  private way: readonly Step[] | undefined
  private pod: Pending['pod']
  private pending: Pending[] = []
  /** Where a needed field is not there: it may be in a part that the server does not look into, which the constraints say. */
  private readonly needy: { node: number; key: number; type: Type; pod: Pending['pod'] }[] = []
  readonly checker: ConstraintChecker
  private readonly needed = new Map<Type, readonly Field[]>()
  /** The names that fixes give to unknown fields, by map. */
  private renamed = new Map<number, Set<string>>()
  /** The lists in which items of others belong, by item. */
  private lists = new Map<number, string | undefined>()
  /** The types on the way to each node, once somebody asks. */
  private levels: Levels | undefined

  constructor(minor: number, constraints: ConstraintTable, emit: (finding: WalkFinding) => void) {
    this.minor = minor
    this.constraints = constraints
    this.emit = emit
    this.checker = new ConstraintChecker(minor, constraints, emit)
  }

  /** The whole object. */
  walk(object: KubernetesObject, type: Type): void {
    this.rootType = type
    this.begin(object)
    this.run(object.root, -1, type)
    this.pendObject()
    this.checkAll()
  }

  /** The metadata of an object whose other fields a definition describes, and what holds for every object. `root` has the way to them. */
  walkCustom(object: KubernetesObject, type: Type, root: FieldsShape): void {
    this.rootType = root
    this.begin(object)
    const metadata = object.tape.find(object.root, 'metadata')
    if (metadata !== -1 && !object.tape.isNull(metadata)) this.run(metadata, metadata - 1, type, true)
    this.pendObject()
    this.checkAll()
  }

  /** The types of the metadata, at `metadata`, of an object that such an object holds. */
  walkEmbedded(object: KubernetesObject, metadata: number, type: Type, root: FieldsShape): void {
    this.rootType = root
    this.begin(object)
    this.run(metadata, metadata - 1, type, true)
    this.checkAll()
  }

  /** Constraints on the object as a whole, whatever its kind. */
  private pendObject(): void {
    const { root } = this.object
    const compiled = this.constraints.get(ANY_OBJECT)
    if (compiled === undefined) return
    // Of the whole object only its metadata are made into plain values: an object can be large.
    const metadata = this.tape.find(root, 'metadata')
    const isUnreadable = this.tape.isMisnamed(root, 'metadata') || (metadata !== -1 && this.tape.has(metadata, Flag.hidden))
    const value = isUnreadable ? withUnreadable({}, new Set(['metadata'])) : metadata === -1 ? {} : { metadata: this.tape.toJS(metadata) ?? {} }
    this.pending.push({ node: root, key: -1, compiled, pod: undefined, value })
  }

  /** Only the metadata of an object whose kind has no schema. Its fields may be others': many tools have files with an apiVersion that no server sees. */
  walkMetadata(object: KubernetesObject, type: Type): void {
    const metadata = object.tape.find(object.root, 'metadata')
    if (metadata === -1 || object.tape.isNull(metadata)) return
    this.begin(object)
    this.run(metadata, metadata - 1, type)
    this.checkAll()
  }

  private begin(object: KubernetesObject): void {
    this.object = object
    this.tape = object.tape
    this.prefix = object.prefix
    this.renamed.clear()
    this.lists.clear()
    this.levels = undefined
    // What an object has left behind at which the walk failed.
    this.pending.length = 0
    this.needy.length = 0
  }

  /** Has the core walk what is at `node`, and takes up its notes. With a key, it is not the whole object, and unknown fields are let be unless `isStrict`. */
  private run(node: number, key: number, type: Type, isStrict = key === -1): void {
    const { object, tape } = this
    const first = key === -1 ? node : key
    const nodes = tape.data.subarray(first * 4, tape.next(node) * 4)
    const to = core.reserveNodes(nodes.length / 4, first) >>> 2
    words().set(nodes, to)
    // The data of a ControllerRevision and the parameters of devices can be anything for the decoder.
    core.walk(node, key, type.address, key === -1 ? 0 : 1, !isStrict, object.kind === 'ControllerRevision' || object.apiVersion.startsWith('resource.k8s.io/'))
    // A copy: what is asked of the core from here on may move its memory.
    const from = core.notesAddress() >>> 2
    const notes = words().slice(from, from + core.noteCount.value * NOTE_WORDS)
    for (let at = 0; at < notes.length; at += NOTE_WORDS) {
      const pod = notes[at + 4]!
      if (at === 0 || this.pod?.node !== pod) this.pod = pod === -1 ? undefined : { node: pod, template: notes[at + 5] === 1 }
      this.take(notes[at]!, notes[at + 1]!, notes[at + 2]!, notes[at + 3]!)
    }
  }

  private take(note: number, node: number, key: number, address: number): void {
    this.node = node
    this.way = undefined
    switch (note) {
      case Note.unknown:
        return this.unknownField(node, key, typeAt(address))
      case Note.doubtful:
        return this.value(node, key, fieldTypeAt(address))
      case Note.missing:
        this.needy.push({ node, key, type: typeAt(address), pod: this.pod })
        return
      case Note.constrained: {
        const compiled = this.constraints.get(typeAt(address).name)
        if (compiled !== undefined) this.pending.push({ node, key, compiled, pod: this.pod })
        return
      }
      case Note.keyed: {
        const { item, listKeys } = fieldTypeAt(address)
        if (item!.object === undefined || this.constraints.get(item!.object.name)?.ownDuplicates !== true) this.duplicateItems(node, listKeys)
        return
      }
      case Note.tooDeep:
        return this.tooDeep(node, key)
      case Note.emptyValue: {
        const empty = EMPTY[fieldTypeAt(address).code]
        if (empty !== undefined) this.tape.replace(node, empty)
        return
      }
    }
  }

  private get steps(): readonly Step[] {
    return (this.way ??= lastSteps(this.tape, this.object.root, this.node))
  }

  /** Once the types of the whole object are known. */
  private checkAll(): void {
    this.checker.begin(this.object)
    this.checkPending()
    for (const { node, key, type, pod } of this.needy) {
      if (this.checker.isSkipped(node) || this.tape.has(node, Flag.hidden)) continue
      this.node = node
      this.way = undefined
      this.pod = pod
      this.missing(node, key, type, this.constraints.get(type.name))
    }
    this.needy.length = 0
    this.checkPending()
  }

  private checkPending(): void {
    const { pending } = this
    if (pending.length === 0) return
    this.pending = []
    this.checker.check(pending)
  }

  private typesOf(node: number): Level {
    return (this.levels ??= new Levels(this.tape, this.object.root, this.rootType)).of(node)
  }

  private path(): string {
    return pathTo(this.tape, this.object.root, this.prefix, this.node)
  }

  /** A value that the core has not found fitting. */
  private value(node: number, key: number, type: FieldType): void {
    const { tape } = this
    // A placeholder: what will stand there may well fit.
    if (tape.has(node, Flag.hidden) || tape.isNull(node)) return
    let fault = tape.isScalar(node) ? decodeFault(tape, node, type) : decodeListFault(tape, node, type)
    if (fault === undefined) return
    if (type.code === Code.quantity && key !== -1) {
      const place = placeAbove(tape.key(key), this.typesOf(node))
      if (place !== undefined) fault = `is not a resource: it belongs in "${place}"`
    }
    const text = tape.isScalar(node) ? rewritten(tape, node, type) : undefined
    const edit = text === undefined ? undefined : fixer.replaceValue({ tape, node }, text)
    tape.mark(node, Flag.hidden)
    const [start, end] = rangeOf(tape, node, key)
    this.emit({ rule: WRONG_TYPE, code: 'Decode', message: `${fieldName(this.steps)} ${fault}`, start, end, path: this.path(), ...(edit !== undefined && { edits: [edit], fix: 'safe' }) })
  }

  private tooDeep(node: number, key: number): void {
    const [start, end] = rangeOf(this.tape, node, key)
    this.emit({ rule: WRONG_TYPE, message: 'What is nested more than 1000 levels deep is not checked', start, end, path: this.path(), severity: 'warning' })
  }

  private unknownField(node: number, key: number, type: Type): void {
    const { tape } = this
    // An item of the wrong list: that has been said.
    if (tape.has(node, Flag.hidden)) return
    const name = tape.key(key)
    const suggestion = fieldSuggestion(tape, node, key, this.typesOf(node), this.lists)
    const isDropped = isDecodedApart(this.typesOf(node))
    // One mistake: what misses the field that was meant is silent, unless the server speaks only of that.
    if (!isDropped && suggestion !== undefined) {
      for (const meant of suggestion.meant) tape.misnameAt(node, meant)
      if (suggestion.of !== undefined) tape.misnameAt(suggestion.of, [name])
      if (suggestion.ofRoot === true) tape.misnameAt(this.object.root, [name])
    }
    const path = appendStep(this.path(), name)
    const owner = node === this.object.root ? this.object.kind : shortName(type)
    const since = fieldSince(this.minor, type.name, name)
    const hint = since === undefined ? (suggestion?.hint ?? '') : ` in Kubernetes 1.${this.minor}, only since ${since}`
    // What else is wrong with an item of the wrong list follows from that.
    if (suggestion?.misplaced === true) tape.mark(node, Flag.hidden)
    const finding: WalkFinding = { rule: UNKNOWN_FIELD, code: 'Decode', message: `${owner} has no field "${name}"${hint}`, start: tape.start(key), end: tape.end(key), path }
    const edit = since !== undefined || suggestion?.rename === undefined ? undefined : this.renameOnce(node, key, suggestion.rename)
    if (edit !== undefined) finding.edits = [edit]
    if (since !== undefined) finding.namesVersion = true
    if (isDropped) finding.severity = 'warning'
    this.emit(finding)
  }

  /** Of two fields that are meant to have the same name, only the first gets it. */
  private renameOnce(node: number, key: number, name: string): OffsetEdit | undefined {
    const names = this.renamed.get(node) ?? new Set()
    if (names.has(name)) return undefined
    this.renamed.set(node, names.add(name))
    return fixer.renameKey({ tape: this.tape, key }, name)
  }

  private missing(node: number, ownKey: number, type: Type, compiled: CompiledType | undefined): void {
    const { tape } = this
    for (const field of this.neededFields(type)) {
      const isStruct = isEmbedded(field)
      if (tape.isMap(node) && (isPresent(tape, tape.find(node, field.name)) || tape.isMisnamed(node, field.name))) continue
      if (isStruct && this.missingStruct(node, ownKey, [field.name], field.type.object!)) continue
      if (!field.required || compiled?.covers(field.name) === true || isZeroWithout(field)) continue
      const [start, end] = rangeOf(tape, node, ownKey)
      const path = appendStep(this.path(), field.name)
      const finding: WalkFinding = { rule: MISSING_FIELD, code: 'Required', message: `${missingName([...this.steps, field.name])} is required but missing`, start, end, path }
      if (this.constraints.isUnchecked(this.object.kind, path)) finding.severity = 'warning'
      this.emit(finding)
    }
  }

  /** A missing `spec` or `template` is an empty one for the server, which then misses what has to be in it. */
  private missingStruct(node: number, ownKey: number, steps: readonly Step[], type: Type): boolean {
    const compiled = this.constraints.get(type.name)
    let found = compiled?.checksEmpty === true
    if (compiled !== undefined && found) this.pending.push({ node, key: ownKey, compiled, pod: this.pod, absent: steps })
    for (const field of this.neededFields(type)) {
      if (isEmbedded(field) && this.missingStruct(node, ownKey, [...steps, field.name], field.type.object!)) found = true
    }
    return found
  }

  /** The few fields of a type whose absence matters. */
  private neededFields(type: Type): readonly Field[] {
    let fields = this.needed.get(type)
    if (fields === undefined) this.needed.set(type, (fields = [...type.fields.values()].filter((field) => field.required || isEmbedded(field))))
    return fields
  }

  private duplicateItems(node: number, listKeys: readonly string[]): void {
    const { tape } = this
    if (tape.count(node) < 2) return
    const seen = new Map<string, [item: number, index: number]>()
    let index = 0
    for (let item = node + 1, end = tape.next(node); item < end; item = tape.next(item), index++) {
      let identity = ''
      for (const name of listKeys) identity += `${this.keyValue(item, name)}\n`
      if (identity.length === listKeys.length) continue
      const first = seen.get(identity)
      if (first === undefined) {
        seen.set(identity, [item, index])
        continue
      }
      const [start, stop] = rangeOf(tape, item, -1)
      const [firstStart, firstEnd] = rangeOf(tape, first[0], -1)
      const list = fieldName(this.steps)
      this.emit({
        rule: DUPLICATE_ITEM,
        message: `${list}[${index}] has the same ${listKeys.map((name) => `${name} ${this.keyShown(item, name)}`).join(' and ')} as ${list}[${first[1]}]`,
        start,
        end: stop,
        path: `${this.path()}[${index}]`,
        related: { start: firstStart, end: firstEnd, message: 'first here' },
      })
    }
  }

  /** Of an item of a list: what tells it apart. Empty when it is missing. */
  private keyValue(item: number, name: string): string {
    const { tape } = this
    const value = tape.find(item, name)
    if (isPresent(tape, value) && tape.isScalar(value)) return String(tape.scalar(value))
    // The only list key with a default in any type.
    return name === 'protocol' ? 'TCP' : ''
  }

  private keyShown(item: number, name: string): string {
    const { tape } = this
    const value = tape.find(item, name)
    return shown(isPresent(tape, value) ? tape.scalar(value) : this.keyValue(item, name))
  }
}

/** What the server reads of a null value of a map. */
const EMPTY: Readonly<Partial<Record<Code, ScalarValue>>> = { [Code.string]: '', [Code.quantity]: 0, [Code.int32]: 0, [Code.int64]: 0, [Code.boolean]: false, [Code.bytes]: '' }

/**
 * Below a field that may be of several types, which has a decoder of its own: that drops unknown fields without a word, however strict the request is.
 */
function isDecodedApart(level: Level): boolean {
  for (let { above, way } = level; above !== undefined; { above, way } = above) {
    const [name] = /[^.[]+/.exec(way.slice(above.way.length)) ?? ['']
    const field = above.type.fields.get(name)
    if (field !== undefined && DECODED_APART.has(field.type.code)) return true
  }
  return false
}

const DECODED_APART: ReadonlySet<Code> = new Set([Code.objectOrList, Code.objectOrBoolean, Code.objectOrStrings])

/** Held by value, so that leaving it out is the same as leaving it empty. */
const isEmbedded = (field: Field): boolean => field.type.code === Code.object && (field.name === 'spec' || field.name === 'template')

/** A number or a boolean is 0 or false where it is missing, and nobody can tell. */
const isZeroWithout = ({ type: { code } }: Field): boolean => code === Code.int32 || code === Code.int64 || code === Code.number || code === Code.boolean

const shortName = (type: Type): string => type.name.slice(type.name.indexOf(' ') + 1)
