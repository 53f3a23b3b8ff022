/**
 * The walk over an object with the types of one minor: unknown fields, wrong types, missing fields, and the constraints of each type, in one pass.
 * What has a wrong type is reported and hidden from rules; everything else is still looked at.
 */
import type { Severity } from '../diagnostic.ts'
import type { OffsetEdit } from '../engine/fixer.ts'
import { appendStep, type Step } from '../model/field-path.ts'
import type { KubernetesObject } from '../model/object.ts'
import { placeAt, rangeOf } from '../model/place.ts'
import { keyText } from '../parser/keys.ts'
import { Flag, Kind, type Tape } from '../parser/tape.ts'
import { NodeContext } from './check-context.ts'
import type { CompiledType, ConstraintTable } from './compiled-constraints.ts'
import type { Fault, ReportOptions } from './constraints.ts'
import { decodeFault, describeType } from './decode.ts'
import { fieldSuggestion } from './suggest.ts'
import { Code, objectOf, type Field, type FieldType, type Type } from './table.ts'

export interface WalkFinding {
  rule: string
  code?: string
  message: string
  start: number
  end: number
  path: string
  severity?: Severity
  edits?: readonly OffsetEdit[]
  related?: { start: number; end: number; message: string }
}

/** A node whose constraints are to be checked. */
interface Pending {
  node: number
  key: number
  compiled: CompiledType
  steps: Step[]
  /** The pod spec around it. */
  pod: { node: number; template: boolean } | undefined
  /** Plain value, where it is not that of the node. */
  value?: unknown
}

/** Ids of the rules that the walk itself reports; each has its file in `rules/validity/`. */
export const UNKNOWN_FIELD = 'no-unknown-field'
export const WRONG_TYPE = 'valid-type'
export const MISSING_FIELD = 'require-field'
export const DUPLICATE_ITEM = 'no-duplicate-list-item'

/** The name under which constraints on every object are written: names, owners, finalizers. */
const ANY_OBJECT = 'meta/v1 Object'

export class Walk {
  private readonly minor: number
  private readonly constraints: ConstraintTable
  private readonly emit: (finding: WalkFinding) => void
  private object!: KubernetesObject
  private tape!: Tape
  private prefix = ''
  /** From the root of the object to the node at hand. A number is an index, a text a key. */
  private steps: Step[] = []
  private pod: Pending['pod']
  private pending: Pending[] = []
  /** Off below `status`, which the server drops before it validates. */
  private validating = true
  /** Off where a field that the type does not have is none of our business. */
  private strict = true
  private readonly needed = new Map<Type, readonly Field[]>()

  constructor(minor: number, constraints: ConstraintTable, emit: (finding: WalkFinding) => void) {
    this.minor = minor
    this.constraints = constraints
    this.emit = emit
  }

  /** The whole object. */
  walk(object: KubernetesObject, type: Type): void {
    this.start(object)
    this.map(object.root, type, -1)
    // Constraints on the object as a whole, whatever its kind.
    const compiled = this.constraints.get(ANY_OBJECT)
    if (compiled !== undefined) {
      // Of the whole object only its metadata are made into plain values: an object can be large.
      const metadata = this.tape.find(object.root, 'metadata')
      const value = metadata === -1 || this.tape.has(metadata, Flag.hidden) ? {} : { metadata: this.tape.toJS(metadata) ?? {} }
      this.pending.push({ node: object.root, key: -1, compiled, steps: [], pod: undefined, value })
    }
    this.checkAll()
  }

  /** Only the metadata of an object whose kind has no schema. Its fields may be others': many tools have files with an apiVersion that no server sees. */
  walkMetadata(object: KubernetesObject, type: Type): void {
    this.start(object)
    const metadata = this.tape.find(object.root, 'metadata')
    if (metadata === -1 || this.tape.isNull(metadata)) return
    this.steps.push('metadata')
    this.strict = false
    this.value(metadata, metadata - 1, objectOf(type))
    this.steps.pop()
    this.checkAll()
  }

  private start(object: KubernetesObject): void {
    this.object = object
    this.tape = object.tape
    this.prefix = object.prefix
    this.steps = []
    this.pod = undefined
    this.validating = true
    this.strict = true
  }

  private path(): string {
    return this.steps.reduce(appendStep, this.prefix)
  }

  private value(node: number, key: number, type: FieldType): void {
    const { tape } = this
    switch (type.code) {
      case Code.object:
        if (tape.isMap(node)) this.map(node, type.object!, key)
        else this.wrongType(node, key, type)
        return
      case Code.list:
        if (tape.isSequence(node)) this.list(node, type)
        else this.wrongType(node, key, type)
        return
      case Code.map:
        if (tape.isMap(node)) this.mapOf(node, type.item!)
        else this.wrongType(node, key, type)
        return
      case Code.any:
        return
      case Code.free:
        if (!tape.isMap(node)) this.wrongType(node, key, type)
        return
      case Code.objectOrList:
        if (tape.isSequence(node)) this.items(node, objectOf(type.object!))
        else if (tape.isMap(node)) this.map(node, type.object!, key)
        else this.wrongType(node, key, type)
        return
      case Code.objectOrBoolean:
        if (tape.isMap(node)) this.map(node, type.object!, key)
        else if (!tape.isScalar(node) || typeof tape.scalar(node) !== 'boolean') this.wrongType(node, key, type)
        return
      case Code.objectOrStrings:
        if (tape.isMap(node)) this.map(node, type.object!, key)
        else if (!tape.isSequence(node)) this.wrongType(node, key, type)
        return
      case Code.string: {
        const kind = tape.kind(node)
        // Quoted and block scalars are always text: nothing to decode.
        if (kind === Kind.singleQuoted || kind === Kind.doubleQuoted || kind === Kind.literal || kind === Kind.folded) return
        if (kind === Kind.map || kind === Kind.sequence) return this.wrongType(node, key, type)
        const value = tape.scalar(node)
        if (typeof value !== 'string' && value !== null) this.wrongType(node, key, type)
        return
      }
      default: {
        if (!tape.isScalar(node)) {
          if (type.code !== Code.bytes || !tape.isSequence(node)) this.wrongType(node, key, type)
          return
        }
        const value = tape.scalar(node)
        if (value === null) return
        const fault = decodeFault(type.code, value)
        if (fault !== undefined) this.wrongType(node, key, type, fault)
      }
    }
  }

  private map(node: number, type: Type, ownKey: number): void {
    const { tape, steps } = this
    const compiled = this.validating ? this.constraints.get(type.name) : undefined
    const outer = this.pod
    if (type.name === 'core/v1 PodSpec') this.pod = { node, template: steps.length > 1 }
    const fields = type.fieldsById
    for (let key = node + 1, end = tape.next(node); key < end; key = tape.next(key + 1)) {
      const value = key + 1
      const field = fields.get(tape.keyId(key))
      if (field === undefined) {
        if (this.strict) this.unknownField(node, key, type)
        continue
      }
      if (tape.isNull(value)) continue
      const leavesValidation = this.validating && field.name === 'status' && steps.length === 0
      if (leavesValidation) this.validating = false
      steps.push(field.name)
      this.value(value, key, field.type)
      if (leavesValidation) this.validating = true
      steps.pop()
    }
    if (this.validating) this.missing(node, ownKey, type, compiled)
    if (compiled !== undefined) this.pending.push({ node, key: ownKey, compiled, steps: steps.slice(), pod: this.pod })
    this.pod = outer
  }

  private list(node: number, type: FieldType): void {
    this.items(node, type.item!)
    // The rule no-duplicate-env knows which repeated variables are meant to be.
    if (type.listKeys.length > 0 && this.validating && type.item!.object?.name !== 'core/v1 EnvVar') this.duplicateItems(node, type.listKeys)
  }

  private items(node: number, item: FieldType): void {
    const { tape, steps } = this
    let index = 0
    for (let child = node + 1, end = tape.next(node); child < end; child = tape.next(child)) {
      steps.push(index++)
      if (tape.isNull(child)) {
        // A null item is an object without fields for the server.
        if (item.code === Code.object && this.validating) {
          const compiled = this.constraints.get(item.object!.name)
          this.missing(child, -1, item.object!, compiled)
          if (compiled !== undefined) this.pending.push({ node: child, key: -1, compiled, steps: steps.slice(), pod: this.pod })
        }
      } else this.value(child, -1, item)
      steps.pop()
    }
  }

  private mapOf(node: number, item: FieldType): void {
    const { tape, steps } = this
    for (let key = node + 1, end = tape.next(node); key < end; key = tape.next(key + 1)) {
      if (tape.isNull(key + 1)) continue
      steps.push(keyText(tape.keyId(key)))
      this.value(key + 1, key, item)
      steps.pop()
    }
  }

  private wrongType(node: number, key: number, type: FieldType, reason?: string): void {
    const { tape } = this
    tape.mark(node, Flag.hidden)
    const [start, end] = rangeOf(tape, node, key)
    const last = this.steps.at(-1)!
    const name = typeof last === 'number' ? `Item ${last} of "${String(this.steps.at(-2) ?? '')}"` : `"${last}"`
    this.emit({ rule: WRONG_TYPE, code: 'Decode', message: `${name} ${reason ?? `must be ${describeType(type)}, not ${describeNode(tape, node)}`}`, start, end, path: this.path() })
  }

  private unknownField(node: number, key: number, type: Type): void {
    const { tape } = this
    const name = tape.key(key)
    // A pod is often written as if its template's fields were its own and the other way round: look one level up and down, too.
    const suggestion = fieldSuggestion(tape, node, key, type)
    const path = appendStep(this.path(), name)
    const owner = this.steps.length === 0 ? this.object.kind : shortName(type)
    const finding: WalkFinding = { rule: UNKNOWN_FIELD, code: 'Decode', message: `${owner} has no field "${name}"${suggestion?.hint ?? ''}`, start: tape.start(key), end: tape.end(key), path }
    if (suggestion?.rename !== undefined && tape.find(node, suggestion.rename) === -1 && !tape.has(key + 1, Flag.shared)) finding.edits = [{ start: tape.start(key), end: tape.end(key), text: suggestion.rename }]
    this.emit(finding)
  }

  private missing(node: number, ownKey: number, type: Type, compiled: CompiledType | undefined): void {
    const { tape } = this
    for (const field of this.neededFields(type)) {
      const isStruct = isEmbedded(field)
      if (tape.isMap(node) && isPresent(tape, tape.find(node, field.name))) continue
      if (isStruct && this.missingStruct(node, ownKey, [field.name], field.type.object!)) continue
      if (!field.required || compiled?.covers(field.name) === true || !this.isEnforced(type, field)) continue
      const [start, end] = rangeOf(tape, node, ownKey)
      const path = appendStep(this.path(), field.name)
      const finding: WalkFinding = { rule: MISSING_FIELD, code: 'Required', message: `${this.nameOf(type)} needs "${field.name}"`, start, end, path }
      if (this.isUnchecked(path)) finding.severity = 'warning'
      this.emit(finding)
    }
  }

  /** A missing `spec` or `template` is an empty one for the server, which then misses what has to be in it. */
  private missingStruct(node: number, ownKey: number, steps: readonly Step[], type: Type): boolean {
    let found = false
    for (const { rule, steps: below } of this.constraints.get(type.name)?.required ?? []) {
      if (below.length > 1) continue
      this.fault(rule, node, ownKey, [...steps, ...below], 'Required', 'is required')
      found = true
    }
    for (const field of this.neededFields(type)) {
      if (isEmbedded(field) && this.missingStruct(node, ownKey, [...steps, field.name], field.type.object!)) found = true
    }
    return found
  }

  /** The few fields of a type whose absence matters. */
  private neededFields(type: Type): readonly Field[] {
    let fields = this.needed.get(type)
    if (fields === undefined) this.needed.set(type, (fields = [...type.fieldsById.values()].filter((field) => field.required || isEmbedded(field))))
    return fields
  }

  /** What OpenAPI calls required, but the server does not ask for: a number or a boolean is 0 or false without it. */
  private isEnforced(type: Type, field: Field): boolean {
    const { code } = field.type
    if (code === Code.int32 || code === Code.int64 || code === Code.number || code === Code.boolean) return false
    if (type.name === 'meta/v1 OwnerReference' && this.steps[0] !== 'metadata') return false
    return !NOT_ENFORCED.has(`${type.name}.${field.name}`)
  }

  private nameOf(type: Type): string {
    if (this.steps.length === 0) return this.object.kind
    const last = this.steps.at(-1)!
    return typeof last === 'number' ? shortName(type) : `"${last}"`
  }

  private duplicateItems(node: number, listKeys: readonly string[]): void {
    const { tape } = this
    if (tape.count(node) < 2) return
    const seen = new Map<string, number>()
    let index = 0
    for (let item = node + 1, end = tape.next(node); item < end; item = tape.next(item), index++) {
      let identity = ''
      for (const name of listKeys) identity += `${this.keyValue(item, name)}\n`
      if (identity.length === listKeys.length) continue
      const first = seen.get(identity)
      if (first === undefined) {
        seen.set(identity, item)
        continue
      }
      const [start, stop] = rangeOf(tape, item, -1)
      const [firstStart, firstEnd] = rangeOf(tape, first, -1)
      const last = this.steps.at(-1)!
      this.emit({
        rule: DUPLICATE_ITEM,
        message: `"${last}" has the same ${listKeys.map((name) => `${name} ${JSON.stringify(this.keyValue(item, name))}`).join(' and ')} twice`,
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

  // ---- constraints ------------------------------------------------------------------------------------------------------------

  /** Once the types of the whole object are known: a check may look at other fields, and must not see those of a wrong type. */
  private checkAll(): void {
    const { pending } = this
    this.pending = []
    for (const each of pending) {
      this.steps = each.steps
      this.checkFields(each)
      this.checkType(each)
    }
  }

  /** `field` is that of the checked value, where it is below the node. */
  private context({ node, key, pod }: Pending, rule: string, field?: string): NodeContext {
    const own = (this.steps.findLast((step) => typeof step === 'string') ?? '') as string
    return new NodeContext(this.minor, this.object, field ?? own, this.steps, pod, (steps, code, message, options) => this.fault(rule, node, key, steps, code, message, options))
  }

  private checkFields(pending: Pending): void {
    const { tape } = this
    const { node, key, compiled } = pending
    for (const [name, checks] of compiled.fields) {
      const field = tape.find(node, name)
      if (field === -1) continue
      for (const { rule, check, steps } of checks) {
        let at = field
        for (const step of steps) at = tape.find(at, step)
        if (at === -1 || tape.has(at, Flag.hidden) || tape.isNull(at)) continue
        const faults = check.test?.(tape.toJS(at), this.context(pending, rule, steps.at(-1) ?? name))
        for (const fault of faults === undefined ? [] : ([faults].flat() as Fault[])) this.fault(rule, node, key, [name, ...steps, ...(fault.steps ?? [])], fault.code, fault.message)
      }
    }
  }

  private fault(rule: string, root: number, rootKey: number, steps: readonly Step[], code: string | undefined, message: string, options?: ReportOptions): void {
    const here = this.path()
    const place = placeAt(this.object.source, this.tape, root, rootKey, here, steps)
    // Of a wrong type, or below such a value: that has been said.
    if (this.tape.has(place.parent, Flag.hidden)) return
    const finding: WalkFinding = { rule, message: this.sentence(place.node, place.path, message), start: place.start, end: place.end, path: options?.path ?? place.path }
    if (code !== undefined) finding.code = code
    const severity = options?.severity ?? (this.isUnchecked(place.path) ? 'warning' : undefined)
    if (severity !== undefined) finding.severity = severity
    this.emit(finding)
  }

  /** Until 1.33 the API server took any pod template of a StatefulSet: it was its pods that could not be created. */
  private isUnchecked(path: string): boolean {
    return this.minor < 34 && this.object.kind === 'StatefulSet' && /(?:^|\.)spec\.template\.spec(?!\.(?:restartPolicy|activeDeadlineSeconds)$)(?:\.|$)/.test(path)
  }

  /** Messages begin with the thing: the field, and its value where it is a scalar. */
  private sentence(node: number, path: string, message: string): string {
    if (/^[A-Z"]/.test(message)) return message
    const name = path.slice(path.lastIndexOf('.') + 1)
    const value = node !== -1 && this.tape.isScalar(node) ? this.tape.toJS(node) : undefined
    const shown = typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? ` ${shorten(String(value))}` : ''
    return `"${name}"${shown} ${message}`
  }

  private checkType(pending: Pending): void {
    const { tape } = this
    const { node, key, compiled } = pending
    for (const { rule, steps } of compiled.required) {
      let at = node
      for (const step of steps) at = at === -1 ? -1 : tape.find(at, step)
      if (at !== -1 && tape.has(at, Flag.hidden)) continue
      if (isPresent(tape, at) && !isEmpty(tape, at)) continue
      // The fields above it are not there: their own check speaks.
      const holder = steps.slice(0, -1)
      if (holder.length > 0 && placeAt(this.object.source, tape, node, key, '', holder).node === -1) continue
      this.fault(rule, node, key, steps, 'Required', 'is required')
    }
    for (const { rule, constraints } of compiled.sets) {
      if (constraints.exactlyOneOf !== undefined || constraints.atMostOneOf !== undefined) {
        const alternatives = (constraints.exactlyOneOf ?? constraints.atMostOneOf) as readonly string[]
        const present = alternatives.filter((name) => isPresent(tape, tape.find(node, name)))
        if (present.length === 0 && constraints.exactlyOneOf !== undefined) this.fault(rule, node, key, [], 'Required', `must have one of ${alternatives.map((name) => `"${name}"`).join(', ')}`)
        for (const second of present.slice(1)) this.fault(rule, node, key, [second], 'Forbidden', `may not be set beside "${present[0]}"`)
      }
      if (!tape.isMap(node)) continue
      for (const [list, unique] of Object.entries((constraints.unique ?? {}) as Record<string, { key: string; of(item: unknown): string | undefined }>)) this.uniqueItems(rule, node, key, list, unique)
      if (constraints.check !== undefined) constraints.check((pending.value ?? tape.toJS(node)) as never, this.context(pending, rule))
    }
  }

  private uniqueItems(rule: string, node: number, key: number, list: string, unique: { key: string; of(item: unknown): string | undefined }): void {
    const { tape } = this
    const sequence = tape.find(node, list)
    if (sequence === -1 || !tape.isSequence(sequence)) return
    const seen = new Set<string>()
    let index = 0
    for (let item = sequence + 1, end = tape.next(sequence); item < end; item = tape.next(item), index++) {
      const identity = tape.isMap(item) || tape.isScalar(item) ? unique.of(tape.toJS(item) ?? '') : undefined
      if (identity === undefined || identity === '') continue
      if (seen.has(identity)) this.fault(rule, node, key, [list, index, ...(unique.key === '' ? [] : [unique.key])], 'Duplicate', 'is there twice')
      else seen.add(identity)
    }
  }
}

/** Held by value, so that leaving it out is the same as leaving it empty. */
const isEmbedded = (field: Field): boolean => field.type.code === Code.object && (field.name === 'spec' || field.name === 'template')

/** Required in OpenAPI, accepted without by the server. */
const NOT_ENFORCED: ReadonlySet<string> = new Set([
  'apiextensions/v1 WebhookConversion.conversionReviewVersions',
  'batch/v1 PodFailurePolicy.rules',
  'core/v1 LimitRangeSpec.limits',
  'storage/v1 CSINode.spec',
])

const isPresent = (tape: Tape, node: number): boolean => node !== -1 && !tape.isNull(node)

/** What the server cannot tell from a missing field. */
const isEmpty = (tape: Tape, node: number): boolean => (tape.isScalar(node) ? tape.scalar(node) === '' || tape.scalar(node) === 0 : tape.count(node) === 0)

const shortName = (type: Type): string => type.name.slice(type.name.indexOf(' ') + 1)

const shorten = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text)

function describeNode(tape: Tape, node: number): string {
  if (tape.isMap(node)) return 'an object'
  if (tape.isSequence(node)) return 'a list'
  const value = tape.scalar(node)
  if (typeof value === 'boolean') return `a boolean (${shorten(tape.source(node))})`
  return typeof value === 'string' ? `the text ${shorten(value)}` : `the number ${tape.source(node)}`
}
