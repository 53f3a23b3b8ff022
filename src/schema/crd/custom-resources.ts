/** Which definition a custom resource is held against, and what is said where there is none. Loaded when there is a custom resource. */
import type { Step } from '../../model/field-path.ts'
import { editDistance } from '../../model/nearest.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { unreadableReads } from '../../parser/unreadable.ts'
import type { FieldsShape, Shape } from '../shape.ts'
import { Code, type Type } from '../table.ts'
import type { WalkFinding } from '../walk-finding.ts'
import type { Walk } from '../walk.ts'
import { Catalogue } from './catalogue.ts'
import type { JsonMap, JsonSchema } from './custom-schema.ts'
import { CustomWalk, type Judged } from './custom-walk.ts'
import { readDefinition, type DefinedVersion, type Definition } from './definition.ts'
import { Definitions } from './definitions.ts'
import { hasRules } from './rule-schema.ts'

const UNKNOWN_KIND = 'no-unknown-kind'
const DEPRECATED = 'no-deprecated-api'
/** Letters by which a kind may differ from the one that was meant. */
const MOST_SLIPS = 1

/** An object that nothing is wrong with so far, for the rules in CEL of its schema. */
export interface RuleSubject {
  object: KubernetesObject
  minor: number
  /** The same for all objects of a version. */
  schema: JsonSchema
  /** With defaults, without nulls that the schema does not take, and without what creating it drops. */
  value: JsonMap
  /** As of a definition. */
  release?: string
}

export interface CustomOptions {
  /** What one without a definition is, by group: `error`, `warning`, or nothing. `*` stands for the other groups. */
  unknownKinds?: ReadonlyMap<string, 'error' | 'warning' | 'skip'>
  /** Whether what comes with podlint counts where nothing else is known, or the folder of another catalogue; true unless said otherwise. */
  catalogue?: boolean | string
}

interface Candidate {
  definition: Definition
  version: DefinedVersion
}

export class CustomResources {
  private readonly definitions = new Definitions()
  /** What is known of other kinds; their definitions may be of another release than the cluster has. */
  private readonly catalogue: Catalogue | undefined
  private readonly unknownKinds: NonNullable<CustomOptions['unknownKinds']>
  private readonly values: Map<KubernetesObject, JsonMap> | undefined
  /** Those whose schema has rules, since the last time that somebody took them. */
  private subjects: RuleSubject[] = []

  /** `linted` are the definitions of the run itself; `keepsValues`: somebody will ask for them. */
  constructor(linted: readonly KubernetesObject[], { unknownKinds = new Map(), catalogue = true }: CustomOptions = {}, keepsValues = false) {
    this.values = keepsValues ? new Map() : undefined
    this.unknownKinds = unknownKinds
    this.catalogue = catalogue === false ? undefined : catalogue === true ? new Catalogue() : new Catalogue(catalogue)
    for (const definition of linted.flatMap((object) => readDefinition(object) ?? [])) this.definitions.add(definition)
  }

  /** With the defaults of its definition; undefined where none is known, or the object does not fit. */
  valueOf(object: KubernetesObject): Record<string, unknown> | undefined {
    return this.values?.get(object)
  }

  takeRuleSubjects(): readonly RuleSubject[] {
    const { subjects } = this
    this.subjects = []
    return subjects
  }

  /** The same for one that nobody walks. */
  valueIn(object: KubernetesObject, minor: number): Record<string, unknown> | undefined {
    return bestOf(object, candidatesOf(object, this.definitionsOf(object)), minor)?.value
  }

  /** Whether its definition is known. */
  walk(object: KubernetesObject, walk: Walk, metadata: Type, emit: (finding: WalkFinding) => void): boolean {
    const { minor } = walk
    const [group] = parts(object.apiVersion)
    const definitions = this.definitionsOf(object)
    const candidates = candidatesOf(object, definitions)
    if (candidates.length === 0) {
      const problem = this.problem(object, group, definitions)
      const level = this.unknownKinds.get(group) ?? this.unknownKinds.get('*') ?? 'skip'
      if (problem !== undefined) emit(problem)
      else if (level !== 'skip') emit(this.unknown(object, level))
      walk.walkMetadata(object, metadata)
      return problem !== undefined && problem.severity === undefined
    }
    walk.walkCustom(object, metadata, shapeAround([], metadata))
    const best = bestOf(object, candidates, minor)
    for (const finding of best!.findings) emit(finding)
    for (const { metadata: node, steps } of best!.embedded) walk.walkEmbedded(object, node, metadata, shapeAround(steps, metadata))
    if (best!.subject !== undefined) this.subjects.push(best!.subject)
    if (best!.value !== undefined) this.values?.set(object, best!.value)
    return true
  }

  private definitionsOf({ apiVersion, kind }: KubernetesObject): readonly Definition[] {
    const [group] = parts(apiVersion)
    const linted = this.definitions.find(group, kind)
    return linted.length > 0 ? linted : (this.catalogue?.find(group, kind) ?? [])
  }

  private unknown(object: KubernetesObject, level: 'error' | 'warning'): WalkFinding {
    const { start, end, path } = object.at('kind')
    return { rule: UNKNOWN_KIND, code: 'Decode', message: `No definition of ${object.apiVersion} ${object.kind} is known, so nothing in it was checked`, start, end, path, ...(level === 'error' ? {} : { severity: level }) }
  }

  /** The version is not served, or the kind is no kind of its group. */
  private problem(object: KubernetesObject, group: string, definitions: readonly Definition[]): WalkFinding | undefined {
    const { apiVersion, kind } = object
    const [first] = definitions
    const about = (field: 'apiVersion' | 'kind', message: string, isSure: boolean): WalkFinding => {
      const { start, end, path } = object.at(field)
      return { rule: UNKNOWN_KIND, code: 'Decode', message, start, end, path, ...(isSure ? {} : { severity: 'warning' }) }
    }
    // The cluster may have another release, with other versions.
    if (first?.release !== undefined) return undefined
    // It may be the one that cannot be read.
    if (definitions.some(({ versions }) => versions.length === 0 || versions.some(({ isReadable }) => !isReadable))) return undefined
    if (first !== undefined) {
      const served = [...new Set(definitions.flatMap(({ versions }) => versions.filter(({ isServed }) => isServed).map((version) => `${group}/${version.name}`)))]
      const only = served.length === 0 ? 'no version of it' : `only ${served.join(' and ')}`
      return about('apiVersion', `${apiVersion} ${kind} is not served, ${only}`, true)
    }
    const ofGroup = [...this.definitions.ofGroup(group), ...(this.catalogue?.ofGroup(group) ?? [])]
    const list = ofGroup.find((definition) => definition.listKind === kind)
    if (list !== undefined) return about('kind', `${kind} is the list of ${list.kind}, and cannot be created`, list.release === undefined)
    // Others may have kinds in a group, too, with names that are much alike.
    const meant = ofGroup.find((definition) => editDistance(kind, definition.kind, MOST_SLIPS) <= MOST_SLIPS)?.kind
    return meant === undefined ? undefined : about('kind', `${group} has no kind "${kind}" that is known, did you mean "${meant}"?`, false)
  }
}

function candidatesOf({ apiVersion }: KubernetesObject, definitions: readonly Definition[]): Candidate[] {
  const [, name] = parts(apiVersion)
  return definitions.flatMap((definition) => definition.versions.flatMap((version) => (version.name === name && version.isServed ? [{ definition, version }] : [])))
}

/** Nobody can tell which of several definitions of one kind a cluster has. */
function bestOf(object: KubernetesObject, candidates: readonly Candidate[], minor: number): ReturnType<typeof judge> | undefined {
  return candidates.map((candidate) => judge(object, candidate, minor)).sort((a, b) => a.findings.length - b.findings.length)[0]
}

function judge(object: KubernetesObject, { definition, version }: Candidate, minor: number): Judged & { subject?: RuleSubject } {
  const { schema, deprecation } = version
  const before = unreadableReads()
  const judged: Judged = schema === undefined ? { findings: [], embedded: [], value: undefined } : new CustomWalk(object, version, minor).judge(schema)
  // Of a schema that cannot be read as a whole nothing follows.
  if (unreadableReads() !== before) judged.findings = []
  const { release } = definition
  let { findings } = judged
  // Of a custom resource that is refused anyway the server says that it has not looked at the rules.
  const [refusal] = findings.filter(({ code }) => code !== 'Decode')
  if (refusal !== undefined && schema !== undefined && hasRules(schema.raw)) findings = [...findings, { ...refusal, code: 'Invalid', message: 'The rules of the schema were not checked', path: '<nil>', echo: true }]
  if (deprecation !== undefined) {
    const { start, end, path } = object.at('apiVersion')
    findings = [{ rule: DEPRECATED, message: deprecation, start, end, path, severity: 'warning' }, ...findings]
  }
  if (release !== undefined) findings = findings.map((finding) => ofRelease(finding, release))
  const { value } = judged
  return { ...judged, findings, ...(value !== undefined && schema !== undefined && hasRules(schema.raw) ? { subject: { object, minor, schema: schema.raw, value, ...(release === undefined ? {} : { release }) } } : {}) }
}

/** The cluster may have another release: only a value of another type is sure to be wrong. */
function ofRelease(finding: WalkFinding, release: string): WalkFinding {
  if (finding.rule === 'no-unknown-field') return { ...finding, message: finding.message.replace(/ has no field "[^"]*"/, `$& in ${release}`), severity: 'warning' }
  if (finding.rule === 'valid-type') return { ...finding, message: `${finding.message} (${release})` }
  const { edits: _, fix: __, ...rest } = finding
  return { ...rest, message: `${finding.message} (${release})`, severity: 'warning' }
}

function parts(apiVersion: string): [group: string, version: string] {
  const slash = apiVersion.indexOf('/')
  return [apiVersion.slice(0, Math.max(slash, 0)), apiVersion.slice(slash + 1)]
}

/** An object of which nothing is known but the way to its metadata. */
function shapeAround(steps: readonly Step[], metadata: FieldsShape): FieldsShape {
  const objectWith = (name: string, type: Shape): Shape => ({ code: Code.object, object: { name: '', fields: new Map([[name, { name, type }]]) }, item: undefined })
  const leaf = objectWith('metadata', { code: Code.object, object: metadata, item: undefined })
  return steps.reduceRight<Shape>((item, step) => (typeof step === 'number' ? { code: Code.list, object: undefined, item } : objectWith(step, item)), leaf).object!
}
