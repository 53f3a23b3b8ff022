/** Everything about an object that needs no rule of its own: its text, its kind, its fields, for one minor or several. */
import type { Severity } from '../diagnostic.ts'
import { fixer } from '../engine/fixer.ts'
import type { Finding } from '../engine/finding.ts'
import { mergeVersions } from '../engine/merge-versions.ts'
import { failureMessage } from '../engine/failure.ts'
import { appendStep } from '../model/field-path.ts'
import { nearest } from '../model/nearest.ts'
import type { KubernetesObject } from '../model/object.ts'
import { rangeOf, type Place } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import { emptyKeyBetween } from '../parser/duplicate-keys.ts'
import { addTo } from '../parser/grouped-by.ts'
import type { Document, Problem } from '../parser/parse.ts'
import type { Tape } from '../parser/tape.ts'
import type { Asked, Reported } from './checker.ts'
import { ConstraintTable, type RuleOptions } from './compiled-constraints.ts'
import { minorNumber, type ConstraintSet } from './constraints.ts'
import type { CustomResources } from './crd/custom-resources.ts'
import { wrongType } from './decode.ts'
import type { Identity, Located } from './identify.ts'
import { partialReason } from './partial.ts'
import { hasOtherDefaults, successorOf } from './removed.ts'
import { loadTable, type KindInfo, type SchemaTable } from './table.ts'
import { isOtherConfiguration, unknownKind, type KindProblem } from './unknown-kind.ts'
import type { WalkFinding } from './walk-finding.ts'
import { Walk } from './walk.ts'

interface Version {
  minor: string
  table: SchemaTable
  constraints: ConstraintTable
  walk: Walk
  /** What there is to say of each kind that the table does not have: looking for near names takes long, and a run has few such kinds. */
  unknown: Map<string, KindProblem | undefined>
}

interface Result {
  version: string
  /** Whether the version has the kind, or no version can have it. */
  known: boolean
  findings: readonly WalkFinding[]
}

/** Rules that are reported here; each has its file in `rules/validity/`. */
const SYNTAX = 'valid-yaml'
const DUPLICATE_KEY = 'no-duplicate-key'
const MERGE_OVERRIDE = 'no-merge-override'
const AMBIGUOUS_KEY = 'no-ambiguous-key'
const DOCUMENT_START = 'valid-document-start'
const KIND_MISSING = 'require-kind'
const UNKNOWN_KIND = 'no-unknown-kind'
const UNREADABLE_TYPE = 'valid-type'
const UPGRADE = 'no-upgrade-surprise'

const PROBLEM_RULES: Partial<Record<Problem['kind'], string>> = { 'duplicate-key': DUPLICATE_KEY, 'merge-override': MERGE_OVERRIDE, 'ambiguous-key': AMBIGUOUS_KEY, 'document-start': DOCUMENT_START }

const SEVERITY_ORDER: readonly Severity[] = ['info', 'warning', 'error']

/** `without schema`: no minor knows the kind, and it may well be a third party's. */
export type Walked = 'checked' | 'without schema' | { leftAlone: string }

/** What one minor's compiler is to be asked. */
export interface Questions {
  minor: number
  asked: readonly Asked[]
}

export class SchemaLayer {
  private readonly versions: readonly Version[]
  private readonly severities: ReadonlyMap<string, Severity>
  private readonly report: (finding: Finding) => void
  private walkFindings: WalkFinding[] = []
  /** In a run for several versions: all constraints, whether their rules are on or not. */
  private readonly sets: ConstraintSet[] = []
  /** What custom resources are held against, once that is known. */
  custom: CustomResources | undefined

  constructor(minors: readonly string[], severities: ReadonlyMap<string, Severity>, report: (finding: Finding) => void, options?: RuleOptions) {
    this.severities = severities
    this.report = report
    const emit = (finding: WalkFinding) => this.walkFindings.push(finding)
    this.versions = minors.map((minor) => {
      const number = minorNumber(minor)
      const table = loadTable(minor)
      const constraints = new ConstraintTable(number, (rule) => severities.has(rule), options)
      return { minor, table, constraints, walk: new Walk(number, constraints, emit), unknown: new Map() }
    })
  }

  /** Checks these, too, from here on. */
  constrain({ constraintSets, constrained }: { constraintSets: readonly ConstraintSet[]; constrained: string }): void {
    if (this.versions.length > 1) this.sets.push(...constraintSets)
    for (const { table, constraints } of this.versions) {
      constraints.add(constraintSets)
      table.constrain(constrained)
    }
  }

  /** What is wrong with the text of a document. */
  problems(source: Source, document: Document): void {
    for (const { kind, message, start, end, related, edits } of document.problems) {
      const owner = kind === 'duplicate-key' && related !== undefined ? emptyKeyBetween(source.text, related.start, start) : undefined
      const finding: WalkFinding = { rule: PROBLEM_RULES[kind] ?? SYNTAX, code: 'Decode', message: owner === undefined ? message : `${message}: indent it further if it belongs in "${owner}"`, start, end, path: '' }
      if (related !== undefined) finding.related = related
      if (edits !== undefined) Object.assign(finding, { edits, fix: 'safe' })
      this.emit(source, '', finding)
    }
  }

  /** A document, or an item of a List, without `apiVersion` or `kind`. */
  unidentified(source: Source, tape: Tape, { root, prefix }: Located): void {
    if (tape.isNull(root)) return
    const [start, end] = rangeOf(tape, root, -1)
    if (!tape.isMap(root)) {
      // Of a list, its first dash.
      const place = tape.isSequence(root) ? { start: tape.start(root), end: tape.start(root) + 1 } : { start, end }
      this.emit(source, '', { rule: KIND_MISSING, code: 'Decode', message: `A Kubernetes object must be a map, not ${tape.isSequence(root) ? 'a list: remove the dash, or put the items below "items" of a List' : 'a single value'}`, ...place, path: prefix })
      return
    }
    const missing: string[] = []
    for (const field of ['apiVersion', 'kind']) {
      const node = tape.find(root, field)
      if (node === -1) {
        const key = misspelt(tape, root, field)
        if (key === -1) missing.push(field)
        else {
          const place = { start: tape.start(key), end: tape.end(key) }
          const edit = fixer.renameKey({ tape, key }, field)
          this.emit(source, '', { rule: KIND_MISSING, code: 'Decode', message: `The object has no field "${tape.key(key)}", did you mean "${field}"?`, ...place, path: appendStep(prefix, tape.key(key)), ...(edit !== undefined && { edits: [edit] }) })
        }
        continue
      }
      const value = tape.isScalar(node) ? tape.scalar(node) : null
      if (typeof value === 'string' && value !== '') continue
      const isEmpty = value === '' || tape.isNull(node)
      const [from, to] = rangeOf(tape, node, node - 1)
      this.emit(source, '', { rule: KIND_MISSING, code: 'Decode', message: isEmpty ? `${field} is empty` : `${field} ${wrongType(tape, node, 'a string')}`, start: from, end: to, path: appendStep(prefix, field) })
    }
    if (missing.length === 0) return
    const kind = tape.find(root, 'kind')
    const known = missing[0] === 'apiVersion' && tape.isScalar(kind) ? this.apiVersionsOf(tape.scalar(kind)) : []
    const hint = known.length === 1 ? `, did you mean "apiVersion: ${known[0]}"?` : ''
    this.emit(source, '', { rule: KIND_MISSING, code: 'Decode', message: missing.length === 2 ? 'The object has neither apiVersion nor kind' : `The object has no ${missing[0]}${hint}`, start, end, path: appendStep(prefix, missing[0]!) })
  }

  private apiVersionsOf(kind: unknown): string[] {
    return this.versions.at(-1)!.table.kinds().flatMap((info) => (info.kind === kind ? info.apiVersion : []))
  }

  /** The kind in the newest of the minors that has it, or what has taken its place with the same fields; undefined for one that none has. */
  lookUp({ apiVersion, kind }: Identity): KindInfo | 'other configuration' | undefined {
    for (let i = this.versions.length - 1; i >= 0; i--) {
      const info = this.versions[i]!.table.kind(apiVersion, kind)
      if (info !== undefined) return info
    }
    if (isOtherConfiguration(apiVersion, kind)) return 'other configuration'
    const successor = successorOf(apiVersion, kind)
    return successor === undefined ? undefined : this.versions.at(-1)!.table.kind(successor, kind)
  }

  /** What an upgrade from the first to the second version changes of an object, beside what is found of it. */
  async findUpgradeChanges(object: KubernetesObject): Promise<void> {
    const [from, to] = this.versions
    const info = to!.table.kind(object.apiVersion, object.kind)
    if (info === undefined || !this.severities.has(UPGRADE)) return
    const { findChanges } = await import('./upgrade.ts')
    const report = ({ start, end, path }: Place, message: string) => this.emit(object.source, object.label, { rule: UPGRADE, message, start, end, path, versions: [to!.minor] })
    findChanges(object, info.type, [from!.minor, to!.minor], this.sets, report)
  }

  /** What becomes of the object: see `Walked`. */
  walk(object: KubernetesObject): Walked {
    const results = this.versions.length === 1 ? [this.resultOf(this.versions[0]!, object)] : this.resultsOf(object)
    const findings = results.length === 1 ? results[0]!.findings : mergeVersions(results)
    const partial = findings.length === 0 ? undefined : partialReason(object, findings)
    if (partial !== undefined) return { leftAlone: partial }
    if (findings.length > 0) {
      const { label } = object
      for (const finding of findings) this.emit(object.source, label, finding)
    }
    return results.some((result) => result.known) ? 'checked' : 'without schema'
  }

  /** Of each version as if there were no other. Rules do not see what any of them cannot read. */
  private resultsOf(object: KubernetesObject): Result[] {
    const { tape, root } = object
    const before = tape.marksOf(root)
    const marks: (typeof before)[] = []
    const results = this.versions.map((version) => {
      if (marks.length > 0) tape.restoreMarks(before)
      const result = this.resultOf(version, object)
      marks.push(tape.marksOf(root))
      return result
    })
    for (const each of marks) tape.addMarks(each)
    return results
  }

  private resultOf(version: Version, object: KubernetesObject): Result {
    this.walkFindings = []
    const known = this.walkVersion(version, object)
    return { version: version.minor, known, findings: this.walkFindings }
  }

  /** What the API server's compiler is to be asked about the objects that were walked since the last time, by minor; undefined when there is nothing. */
  takeQuestions(): readonly Questions[] | undefined {
    let all: Questions[] | undefined
    for (const { minor, walk } of this.versions) {
      const asked = walk.checker.takeQuestions()
      if (asked.length > 0) (all ??= []).push({ minor: minorNumber(minor), asked })
    }
    return all
  }

  /** What is said of the answers, question by question, while the tape is still that of the questions. */
  answer(questions: readonly Questions[], reports: readonly (readonly (readonly Reported[])[])[]): void {
    const owners = new Set(questions.flatMap(({ asked }) => asked.map(({ owner }) => owner)))
    for (const owner of owners) {
      const results = this.versions.map(({ minor, walk }) => {
        this.walkFindings = []
        const at = questions.findIndex((each) => each.minor === minorNumber(minor))
        if (at !== -1) for (const [index, asked] of questions[at]!.asked.entries()) if (asked.owner === owner) walk.checker.answer(asked, reports[at]![index]!)
        return { version: minor, findings: this.walkFindings }
      })
      for (const finding of results.length === 1 ? results[0]!.findings : mergeVersions(results)) this.emit(owner.source, owner.label, finding)
    }
  }

  /** What was found of objects beside the walk. */
  reportFound(found: readonly { object: KubernetesObject; minor: number; finding: WalkFinding }[]): void {
    const byObject = new Map<KubernetesObject, { minor: number; finding: WalkFinding }[]>()
    for (const { object, ...each } of found) addTo(byObject, object, each)
    for (const [object, all] of byObject) {
      const results = this.versions.map(({ minor }) => ({ version: minor, findings: all.flatMap((each) => (each.minor === minorNumber(minor) ? each.finding : [])) }))
      for (const finding of results.length === 1 ? results[0]!.findings : mergeVersions(results)) this.emit(object.source, object.label, finding)
    }
  }

  private walkVersion({ minor, table, walk, unknown }: Version, object: KubernetesObject): boolean {
    const info = table.kind(object.apiVersion, object.kind)
    if (info !== undefined) {
      try {
        walk.walk(object, info.type)
      } catch (cause) {
        const { start, end, path } = object.at('kind')
        this.walkFindings.push({ rule: UNREADABLE_TYPE, message: failureMessage(cause), start, end, path, failure: cause })
      }
      return true
    }
    const name = `${object.apiVersion}/${object.kind}`
    const problem = unknown.has(name) ? unknown.get(name) : unknownKind(table, minor, object.apiVersion, object.kind)
    unknown.set(name, problem)
    if (problem !== undefined) {
      const field = object.at(problem.field)
      const finding: WalkFinding = { rule: problem.rule ?? UNKNOWN_KIND, code: 'Decode', message: problem.message, start: field.start, end: field.end, path: field.path, ...(problem.rule === undefined && { namesVersion: true }) }
      const successor = problem.rule === undefined ? undefined : successorOf(object.apiVersion, object.kind)
      const served = successor === undefined ? undefined : table.kind(successor, object.kind)
      // Rules must not see what has a wrong type; what else the new version would say is for when it is used.
      if (served !== undefined && this.isRight(walk, object, served) && this.versions.every((version) => version.table.kind(served.apiVersion, object.kind) !== undefined)) {
        const edit = fixer.replaceText(field, served.apiVersion)
        if (edit !== undefined) Object.assign(finding, { edits: [edit], fix: hasOtherDefaults(object.kind) ? 'unsafe' : 'safe' })
      }
      this.walkFindings.push(finding)
      return true
    }
    const metadata = table.type('meta/v1 ObjectMeta')!
    if (this.custom !== undefined) return this.custom.walk(object, walk, metadata, (finding) => this.walkFindings.push(finding))
    walk.walkMetadata(object, metadata)
    return false
  }

  /** Whether an object is right as one of another version. */
  private isRight(walk: Walk, object: KubernetesObject, { type }: KindInfo): boolean {
    const said = this.walkFindings
    this.walkFindings = []
    walk.walk(object, type)
    const { length } = this.walkFindings
    this.walkFindings = said
    return length === 0
  }

  private emit(source: Source, object: string, finding: WalkFinding): void {
    const configured = this.severities.get(finding.rule)
    if (configured === undefined) return
    const severity = finding.severity !== undefined && SEVERITY_ORDER.indexOf(finding.severity) < SEVERITY_ORDER.indexOf(configured) ? finding.severity : configured
    const { rule, message, start, end, path, code, edits, related, about, echo, lack, versions, namesVersion } = finding
    const made: Finding = { rule, severity, message, source, start, end, object, path }
    if (code !== undefined) made.code = code
    made.about = about ?? path
    if (echo !== undefined) made.echo = echo
    if (lack !== undefined) made.lack = lack
    else if (code === 'Required' || code === 'NotFound') made.lack = 'here'
    if (versions !== undefined) made.versions = versions
    if (namesVersion !== undefined) made.namesVersion = namesVersion
    if (edits !== undefined) {
      made.edits = edits
      made.fix = finding.fix ?? 'unsafe'
    }
    if (related !== undefined) made.related = [{ source, ...related }]
    if ('failure' in finding) made.failure = finding.failure
    this.report(made)
  }
}

/** The key that was meant for a field; -1 when none is near. */
function misspelt(tape: Tape, root: number, field: string): number {
  for (let key = root + 1, end = tape.next(root); key < end; key = tape.next(key + 1)) {
    if (tape.isScalar(key + 1) && nearest(tape.key(key), [field]) !== undefined && tape.find(root, field) === -1) return key
  }
  return -1
}
