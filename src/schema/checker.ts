/** Runs the constraints of nodes once the types of their whole object are known: a check may look at other fields, and must not see those of a wrong type. */
import { fixer } from '../engine/fixer.ts'
import { failureMessage } from '../engine/failure.ts'
import { appendStep, type Step } from '../model/field-path.ts'
import type { PodSpec } from '../model/kinds.ts'
import type { KubernetesObject } from '../model/object.ts'
import { atKey, placeAt, rangeOf } from '../model/place.ts'
import { lastSteps, pathTo } from '../model/way.ts'
import { Flag, type Tape } from '../parser/tape.ts'
import { unreadableReads } from '../parser/unreadable.ts'
import type { CompiledSet, CompiledType, ConstraintTable, UniqueItems } from './compiled-constraints.ts'
import type { Check, CheckContext, ErrorType, Fault, ReportOptions, TypeCheckContext } from './constraints.ts'
import type { Question } from './expressions.ts'
import { anyOf, fieldName, sameButCase, sentence } from './sentence.ts'
import { strayDash } from './stray-dash.ts'
import type { WalkFinding } from './walk-finding.ts'

/** A node whose constraints are to be checked. */
export interface Pending {
  node: number
  /** Its key node, or -1. */
  key: number
  compiled: CompiledType
  /** The pod spec around it. */
  pod: { node: number; template: boolean } | undefined
  /** Plain value, where it is not that of the node. */
  value?: unknown
  /** The way down to the object that the constraints are of, when it is not there: the server takes it for an empty one. */
  absent?: readonly Step[]
}

/** A question for the API server's compiler, and where it comes from. */
export interface Asked extends Question {
  readonly owner: KubernetesObject
  readonly pending: Pending
  readonly rule: string
}

/** What there is to say of an answer. */
export interface Reported {
  steps: readonly Step[]
  code?: ErrorType
  message: string
  options: ReportOptions
}

/** It is itself the context that checks get, always of the node at hand: one is enough, and thousands would be garbage. */
export class ConstraintChecker implements TypeCheckContext {
  readonly minor: number
  private checkedField: string | undefined
  private readonly constraints: ConstraintTable
  private readonly emit: (finding: WalkFinding) => void
  /** The way from the node at hand down to an object that is not there, while that is checked. */
  private absent: readonly Step[] = []
  private owner!: KubernetesObject
  private tape!: Tape
  private pending!: Pending
  private rule = ''
  /** What a check says is taken only as long as nothing unreadable was looked for since it began. */
  private readsBefore = 0
  /** Of the node at hand, once somebody asks. */
  private way: readonly Step[] | undefined
  /** Nodes that the server does not look into. */
  private skipped = new Set<number>()
  /** Nodes that the server refuses, or misses a field of, and those that they are in. */
  private refused = new Set<number>()
  private readonly later: Pending[] = []
  /** Items that begin with a dash too many, as has been said. */
  private readonly strayDashes = new Set<number>()
  private asked: Asked[] = []

  constructor(minor: number, constraints: ConstraintTable, emit: (finding: WalkFinding) => void) {
    this.minor = minor
    this.constraints = constraints
    this.emit = emit
  }

  begin(owner: KubernetesObject): void {
    this.owner = owner
    this.tape = owner.tape
    if (this.skipped.size > 0) this.skipped = new Set()
    if (this.refused.size > 0) this.refused = new Set()
  }

  /** Nodes of the object. The list has what is inside before what is around it, and what is around says whether the server looks inside. */
  check(all: readonly Pending[]): void {
    for (let at = all.length - 1; at >= 0; at--) {
      const pending = all[at]!
      if (this.isSkipped(pending.node) || this.tape.has(pending.node, Flag.hidden)) continue
      this.pending = pending
      this.way = undefined
      for (const id of pending.compiled.dropped) this.skipNode(this.tape.findId(pending.node, id))
      if (pending.absent !== undefined) {
        this.checkAbsent(pending.compiled, pending.absent)
        continue
      }
      try {
        this.checkFields(pending)
        this.checkRequired(pending)
        this.checkMissing(pending)
        this.checkSets(pending)
      } catch (cause) {
        this.fail(pending, cause)
      }
      if (pending.compiled.afterwards.length > 0) this.later.push(pending)
    }
    this.checkLater()
  }

  private checkLater(): void {
    for (let pending = this.later.pop(); pending !== undefined; pending = this.later.pop()) {
      this.pending = pending
      this.way = undefined
      this.checkedField = undefined
      try {
        for (const { rule, check } of pending.compiled.afterwards) this.run(rule, check)
      } catch (cause) {
        this.fail(pending, cause)
      }
    }
  }

  private fail({ node, key }: Pending, cause: unknown): void {
    const [start, end] = rangeOf(this.tape, node, key)
    this.emit({ rule: this.rule, message: failureMessage(cause), start, end, path: this.nodePath, failure: cause })
  }

  /** Whether the server does not look at a node. */
  isSkipped(node: number): boolean {
    return this.skipped.has(node)
  }

  private skipNode(node: number): void {
    // What is below a skipped one is already there.
    if (node === -1 || this.skipped.has(node)) return
    for (let each = node, end = this.tape.next(node); each < end; each++) this.skipped.add(each)
  }

  get kind(): string {
    return this.owner.kind
  }

  get options(): CheckContext['options'] {
    return this.constraints.optionsOf(this.rule)
  }

  get apiVersion(): string {
    return this.owner.apiVersion
  }

  get object(): CheckContext['object'] {
    return this.owner.value as CheckContext['object']
  }

  get pod(): CheckContext['pod'] {
    const { pod } = this.pending
    return pod && { spec: this.tape.toJS(pod.node) as PodSpec, template: pod.template }
  }

  /** Of the checked value, or the nearest around the node. */
  get field(): string {
    return this.checkedField ?? (([...this.steps, ...this.absent].findLast((step) => typeof step === 'string') ?? '') as string)
  }

  get path(): string {
    return this.absent.reduce<string>(appendStep, this.nodePath)
  }

  private get nodePath(): string {
    return this.pathOf(this.pending.node)
  }

  private pathOf(node: number): string {
    const path = pathTo(this.tape, this.owner.root, this.owner.prefix, node)
    return this.pending.compiled.printed?.(path) ?? path
  }

  private get steps(): readonly Step[] {
    return (this.way ??= lastSteps(this.tape, this.owner.root, this.pending.node))
  }

  // Properties, so that a check can take them out of the context.
  readonly skip = (...steps: readonly Step[]): void => {
    this.skipNode(this.below(steps))
  }

  private below(steps: readonly Step[]): number {
    let node = this.pending.node
    for (const step of steps) node = typeof step === 'number' ? this.tape.item(node, step) : this.tape.find(node, step)
    return node
  }

  readonly isRefused = (...steps: readonly Step[]): boolean => {
    if (this.refused.size === 0) return false
    const node = this.below(steps)
    return this.refused.has(node)
  }

  private refuse(node: number): void {
    const { root } = this.owner
    const parents = this.tape.parentsBelow(root)
    for (let at = node; !this.refused.has(at); at = parents.of(at)) {
      this.refused.add(at)
      if (at === root) return
    }
  }

  readonly report = (steps: readonly Step[], code: ErrorType, message: string, options?: ReportOptions): void => {
    if (unreadableReads() === this.readsBefore) this.fault(steps, code, message, options)
  }

  readonly warn = (steps: readonly Step[], message: string, options?: ReportOptions): void => {
    if (unreadableReads() === this.readsBefore) this.fault(steps, undefined, message, { ...options, severity: 'warning' })
  }

  readonly ask: TypeCheckContext['ask'] = (task, about) => {
    if (unreadableReads() === this.readsBefore) this.asked.push({ owner: this.owner, task, pending: this.pending, rule: this.rule, about })
  }

  /** What was asked since the last time. */
  takeQuestions(): readonly Asked[] {
    const { asked } = this
    if (asked.length > 0) this.asked = []
    return asked
  }

  /** While the tape is still that of the question. */
  answer({ owner, pending, rule }: Asked, reports: readonly Reported[]): void {
    this.begin(owner)
    this.pending = pending
    this.rule = rule
    this.way = undefined
    this.checkedField = undefined
    for (const { steps, code, message, options } of reports) this.fault(steps, code, message, options)
  }

  private checkFields({ node, compiled }: Pending): void {
    const { tape } = this
    if (compiled.fields.size === 0 || !tape.isMap(node)) return
    for (let key = node + 1, end = tape.next(node); key < end; key = tape.next(key + 1)) {
      const checks = compiled.fields.get(tape.keyId(key))
      if (checks === undefined) continue
      const name = tape.key(key)
      for (const { rule, check, steps } of checks) {
        let at = key + 1
        for (const step of steps) at = tape.find(at, step)
        if (at === -1 || tape.has(at, Flag.hidden) || tape.isNull(at)) continue
        this.test(rule, check, [name, ...steps], tape.toJS(at))
      }
    }
  }

  private checkRequired({ node, key, compiled }: Pending): void {
    const { tape } = this
    for (const { rule, key: id, steps } of compiled.required) {
      let at = tape.findId(node, id)
      for (let i = 1; i < steps.length; i++) at = tape.find(at, steps[i]!)
      if (at !== -1 && tape.has(at, Flag.hidden)) continue
      if (tape.isMisnamed(node, steps[0]!) || (isPresent(tape, at) && !isEmpty(tape, at))) continue
      // The fields above it are not there, or null: their own check speaks.
      if (steps.length > 1 && !isPresent(tape, placeAt(this.owner.source, tape, node, key, '', steps.slice(0, -1)).node)) continue
      this.rule = rule
      this.fault(steps, 'Required', 'is required')
    }
  }

  /** Fields that the server checks though they are missing, and objects that it holds by value. */
  private checkMissing({ node, compiled }: Pending): void {
    const { tape } = this
    for (const { rule, key, steps, check } of compiled.missing) {
      if (tape.isMisnamed(node, steps[0]!)) continue
      let at = tape.findId(node, key)
      let below = 1
      while (below < steps.length && isPresent(tape, at)) at = tape.find(at, steps[below++]!)
      if (below === steps.length && !isPresent(tape, at)) this.test(rule, check, steps, check.missing)
    }
    for (const { key, name, type } of compiled.embedded) {
      const below = isPresent(tape, tape.findId(node, key)) || tape.isMisnamed(node, name) ? undefined : this.constraints.get(type)
      if (below !== undefined) this.checkAbsent(below, [name])
    }
  }

  /** An object that is not there is one without fields for the server. */
  private checkAbsent(compiled: CompiledType, absent: readonly Step[]): void {
    const outer = this.absent
    this.absent = [...outer, ...absent]
    this.checkedField = undefined
    for (const { rule, steps } of compiled.required) {
      if (steps.length > 1) continue
      this.rule = rule
      this.fault(steps, 'Required', 'is required')
    }
    for (const { rule, steps, check } of compiled.missing) if (steps.length === 1) this.test(rule, check, steps, check.missing)
    for (const { name, type } of compiled.embedded) {
      const below = this.constraints.get(type)
      if (below !== undefined) this.checkAbsent(below, [name])
    }
    this.checkedField = undefined
    for (const set of compiled.sets) {
      this.rule = set.rule
      if (set.isOneNeeded) this.missOneOf(set)
      this.readsBefore = unreadableReads()
      set.check?.({} as never, this)
    }
    this.absent = outer
  }

  private test(rule: string, check: Check, steps: readonly string[], value: unknown): void {
    this.rule = rule
    this.checkedField = steps.at(-1)
    this.readsBefore = unreadableReads()
    const faults = check.test!(value, this)
    if (faults === undefined || unreadableReads() !== this.readsBefore) return
    for (const fault of [faults].flat() as Fault[]) this.fault([...steps, ...(fault.steps ?? [])], fault.code, fault.message, fault)
  }

  private checkSets({ compiled, node }: Pending): void {
    this.checkedField = undefined
    for (const set of compiled.sets) {
      this.rule = set.rule
      if (set.oneOf.length > 0) this.checkOneOf(node, set)
      // A null item of a list is an object without fields for the server.
      if (!this.tape.isMap(node) && !this.tape.isNull(node)) continue
      for (const unique of set.unique) this.checkUnique(node, unique)
      if (set.checkTape !== undefined) {
        this.readsBefore = unreadableReads()
        set.checkTape(this.tape, node, this)
      }
      // Made into plain values only for whom needs them.
      if (set.check !== undefined) this.run(set.rule, set.check)
    }
  }

  private run(rule: string, check: NonNullable<CompiledSet['check']>): void {
    const { node, value } = this.pending
    this.rule = rule
    this.readsBefore = unreadableReads()
    check((value ?? this.tape.toJS(node) ?? {}) as never, this)
  }

  private checkOneOf(node: number, set: CompiledSet): void {
    const { tape } = this
    const present = set.oneOf.filter((name) => isPresent(tape, tape.find(node, name)) && !this.isSkipped(tape.find(node, name)))
    if (present.length === 0 && set.isOneNeeded && !set.oneOf.some((name) => tape.isMisnamed(node, name))) this.missOneOf(set)
    for (const second of present.slice(1)) {
      this.fault([second], 'Forbidden', `cannot be set together with ${present[0]}`, { atKey: true, related: { steps: [present[0]!], message: 'set here' } })
      this.skipNode(tape.find(node, second))
    }
  }

  private missOneOf({ oneOf }: CompiledSet): void {
    this.fault([], 'Required', `must have ${anyOf(oneOf)}`)
  }

  private checkUnique(node: number, { list, key, of }: UniqueItems): void {
    const { tape } = this
    const sequence = tape.find(node, list)
    if (sequence === -1 || !tape.isSequence(sequence) || tape.count(sequence) < 2) return
    const seen = new Map<string, number>()
    let index = 0
    for (let item = sequence + 1, end = tape.next(sequence); item < end; item = tape.next(item), index++) {
      this.readsBefore = unreadableReads()
      const identity = tape.isMap(item) || tape.isScalar(item) ? of(tape.toJS(item) ?? '') : undefined
      if (identity === undefined || identity === '' || unreadableReads() !== this.readsBefore) continue
      const first = seen.get(identity)
      const own = key === '' ? [] : [key]
      if (first === undefined) seen.set(identity, index)
      else this.fault([list, index, ...own], 'Duplicate', `already used by ${list}[${first}]`, { related: { steps: [list, first, ...own], message: 'first here' } })
    }
  }

  private fault(steps: readonly Step[], code: ErrorType | undefined, message: string, options?: ReportOptions): void {
    const { tape, owner, pending } = this
    const way = this.absent.length === 0 ? steps : [...this.absent, ...steps]
    const { from } = options ?? {}
    const found = from === undefined ? placeAt(owner.source, tape, pending.node, pending.key, this.nodePath, way) : placeAt(owner.source, tape, from, tape.parentsBelow(owner.root).key(from), this.pathOf(from), way)
    const place = options?.atKey === true ? atKey(found) : found
    // Of a wrong type, or below such a value: that has been said.
    if (tape.has(place.parent, Flag.hidden) || this.isSkipped(place.parent)) return
    const whole = [...(from === undefined ? this.steps : lastSteps(tape, owner.root, from)), ...way]
    const finding: WalkFinding = { rule: this.rule, message: `${message === 'is required' ? missingAbove(tape, from ?? pending.node, way) : ''}${sentence(tape, place.node, whole.length === 0 ? [owner.kind] : whole, message)}`, start: place.start, end: place.end, path: options?.path ?? place.path, about: place.path }
    const within = options?.within !== undefined && place.node !== -1 ? options.within(tape, place.node) : undefined
    if (within !== undefined) [finding.start, finding.end] = within
    if (code !== undefined) finding.code = code
    if (options?.echo === true) finding.echo = true
    else if (message === 'is required' && place.node === -1) {
      const stray = strayDash(tape, owner.root, place.parent, whole)
      if (stray !== undefined && this.strayDashes.has(stray.item)) finding.echo = true
      else if (stray !== undefined) {
        finding.message += `; is the dash of ${fieldName(whole.slice(0, -2))}[${stray.index}] too many?`
        this.strayDashes.add(stray.item)
      }
    }
    if (place.node === -1 || options?.lack === true) finding.lack = 'here'
    // A fix may change what is at the path of its finding or below it, and nothing else.
    if (code !== undefined && place.node !== -1 && options?.atKey !== true && this.constraints.isFixable(this.rule)) {
      const value = tape.isScalar(place.node) ? tape.scalar(place.node) : undefined
      const meant = typeof value === 'string' && `${place.path}.`.startsWith(`${finding.path}.`) ? sameButCase(value, message) : undefined
      const edit = meant === undefined ? undefined : fixer.replaceText(place, meant)
      if (edit !== undefined) Object.assign(finding, { edits: [edit], fix: 'safe' })
    }
    const severity = options?.severity ?? (this.constraints.isUnchecked(owner.kind, place.path) ? 'warning' : undefined)
    if (severity !== undefined) finding.severity = severity
    else this.refuse(place.parent)
    if (options?.related !== undefined) {
      const { start, end } = placeAt(owner.source, tape, pending.node, pending.key, this.nodePath, options.related.steps)
      finding.related = { start, end, message: options.related.message }
    }
    this.emit(finding)
  }
}

/** The fields above a missing one that are missing, too: `template.spec.` */
function missingAbove(tape: Tape, node: number, way: readonly Step[]): string {
  let at = node
  let depth = 0
  for (; depth < way.length - 1; depth++) {
    const next = typeof way[depth] === 'string' && tape.isMap(at) ? tape.find(at, way[depth] as string) : -1
    if (!isPresent(tape, next)) break
    at = next
  }
  const missing = way.slice(depth, -1)
  return missing.length > 0 && missing.every((step) => typeof step === 'string') && typeof way.at(-1) === 'string' ? `${missing.join('.')}.` : ''
}

export const isPresent = (tape: Tape, node: number): boolean => node !== -1 && !tape.isNull(node)

/** What the server cannot tell from a missing field. */
const isEmpty = (tape: Tape, node: number): boolean => (tape.isScalar(node) ? tape.scalar(node) === '' || tape.scalar(node) === 0 : tape.count(node) === 0)
