/** Runs the visitors of all enabled rules over objects. */
import { milder, type Severity } from '../diagnostic.ts'
import { isThirdParty } from '../model/kinds.ts'
import { labelOf, type Definition } from '../model/definition.ts'
import type { FileTree } from '../model/file-tree.ts'
import type { KustomizationView } from '../model/kustomization-view.ts'
import type { ContainerView, KubernetesObject, PodView } from '../model/object.ts'
import type { PodSecurityTarget } from '../model/pod-security/check.ts'
import { RunIndex } from '../model/run-index.ts'
import { addTo } from '../parser/grouped-by.ts'
import { Flag } from '../parser/tape.ts'
import { unreadableReads } from '../parser/unreadable.ts'
import type { OwnRule, Rule } from './define-rule.ts'
import { failureMessage } from './failure.ts'
import type { Finding } from './finding.ts'
import { fixer } from './fixer.ts'
import { mergeVersions } from './merge-versions.ts'
import { SUBJECTS, type Context } from './visitors.ts'
import type { Watch } from './watch.ts'

interface Bound<Subject> {
  rule: Rule
  visit(subject: Subject, context: Context): void
  context: RuleContext
}

interface Phase {
  object: Bound<KubernetesObject>[]
  podSpec: Bound<PodView>[]
  container: Bound<ContainerView>[]
  kinds: Map<string, Bound<KubernetesObject>[]>
  definition: Bound<Definition>[]
  kustomization: Bound<KustomizationView>[]
  chart: Bound<KubernetesObject>[]
}

const isSubject = (name: string): name is (typeof SUBJECTS)[number] => (SUBJECTS as readonly string[]).includes(name)

const newPhase = (): Phase => ({ object: [], podSpec: [], container: [], kinds: new Map(), definition: [], kustomization: [], chart: [] })

export interface RunnerOptions {
  kubernetesVersions: readonly string[]
  severities: ReadonlyMap<string, Severity>
  options?: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** By id: rules that have a name or a message of the user's own. */
  own?: ReadonlyMap<string, OwnRule>
  pinnedImages?: ReadonlySet<string>
  /** By the versions of the clusters, at no level, unless said otherwise. */
  podSecurity?: PodSecurityTarget
  watch?: Watch
  /** The files around. */
  tree?: () => FileTree
}

export class RuleRunner {
  private readonly alone = newPhase()
  private readonly together = newPhase()
  private readonly contexts: RuleContext[] = []
  private readonly options: RunnerOptions
  /** By rule id: the other names that it runs under. */
  private readonly copies = new Map<string, string[]>()
  private readonly report: (finding: Finding) => void

  constructor(rules: readonly Rule[], options: RunnerOptions, report: (finding: Finding) => void) {
    this.options = options
    this.report = report
    for (const [id, { rule }] of options.own ?? []) if (id !== rule) this.copies.set(rule, [...(this.copies.get(rule) ?? []), id])
    this.add(rules)
  }

  /** Those of the rules that are switched on, for the objects from here on. */
  add(rules: readonly Rule[]): void {
    for (const rule of rules) {
      this.bind(rule, rule.id)
      for (const id of this.copies.get(rule.id) ?? []) this.bind(rule, id)
    }
  }

  private bind(rule: Rule, id: string): void {
    const severity = this.options.severities.get(id)
    if (severity === undefined || rule.visit === undefined) return
    const context = new RuleContext(rule, id, severity, this.options, this.report)
    this.contexts.push(context)
    const phase = rule.crossObject === true ? this.together : this.alone
    const { watch } = this.options
    const visitors = (watch === undefined ? rule.visit : watchedVisitors(rule.visit, id, watch)) as Record<string, Bound<unknown>['visit']>
    for (const name of Object.keys(visitors)) {
      const bound = { rule, visit: visitors[name]!, context }
      if (isSubject(name)) (phase[name] as Bound<unknown>[]).push(bound)
      else addTo(phase.kinds, name, bound)
    }
  }

  /** Rules that need nothing but this object. */
  run(object: KubernetesObject): void {
    this.visit(this.alone, object)
  }

  runOnChart(chart: KubernetesObject): void {
    each(this.alone.chart, chart, chart)
  }

  runOnKustomization(kustomization: KustomizationView): void {
    each(this.alone.kustomization, kustomization, kustomization.object)
  }

  /** Rules that look at several objects: on each of those that are not left out, once all files are read. */
  runCrossObject(index: RunIndex, isLeftOut: (file: string, label: string) => boolean): void {
    for (const context of this.contexts) context.index = index
    for (const object of index.objects) if (!isLeftOut(object.source.file, object.label)) this.visit(this.together, object)
    if (this.together.definition.length > 0) for (const definition of index.definitions) if (!isLeftOut(definition.file, labelOf(definition))) this.visitDefinition(definition)
  }

  private visitDefinition(definition: Definition): void {
    const { spot } = definition
    if (spot === undefined) return
    const place = { ...spot, path: 'metadata.name' }
    for (const { visit, context, rule } of this.together.definition) {
      context.begin({ label: labelOf(definition) })
      try {
        visit(definition, context)
      } catch (cause) {
        this.report({ rule: rule.id, severity: 'error', message: failureMessage(cause), ...place, object: labelOf(definition), failure: cause })
      }
    }
  }

  private visit(phase: Phase, object: KubernetesObject): void {
    try {
      visitAll(phase, object)
    } catch (cause) {
      // What all rules look at cannot be had.
      this.report(failureAt(object, 'valid-type', cause))
    }
  }
}

const watchedVisitors = (visitors: NonNullable<Rule['visit']>, id: string, watch: Watch): NonNullable<Rule['visit']> => Object.fromEntries(Object.entries(visitors).map(([name, visit]) => [name, watch.visit(id, visit as () => void)]))

function visitAll(phase: Phase, object: KubernetesObject): void {
  each(phase.object, object, object)
  if (!object.builtin && !isThirdParty(object)) return
  const byKind = phase.kinds.get(object.kind)
  if (byKind !== undefined) each(byKind, object, object)
  if (phase.podSpec.length === 0 && phase.container.length === 0) return
  const { pod } = object
  if (pod === undefined) return
  each(phase.podSpec, pod, object)
  for (const container of pod.containers) each(phase.container, container, object)
}

function each<Subject>(bounds: readonly Bound<Subject>[], subject: Subject, object: KubernetesObject): void {
  for (const { rule, visit, context } of bounds) {
    context.begin(object)
    if (rule.longRunningOnly === true && (object.pod === undefined || !object.pod.longRunning || object.pod.hook)) continue
    try {
      if (context.hasSeveralVersions) context.visitForEachVersion(visit, subject)
      else visit(subject, context)
    } catch (cause) {
      context.fail(object, cause)
    }
  }
}

function failureAt(object: KubernetesObject, rule: string, cause: unknown): Finding {
  const { source, start, end, path } = object.at('kind')
  return { rule, severity: 'error', message: failureMessage(cause), source, start, end, object: object.label, path, failure: cause }
}

const NO_OPTIONS = {}
const NO_IMAGES: ReadonlySet<string> = new Set()
const NOTHING = new RunIndex([])

class RuleContext implements Context {
  readonly rule: Rule
  /** Typed by each rule's own declaration of its options. */
  readonly options: Context['options']
  readonly pinnedImages: ReadonlySet<string>
  readonly podSecurity: PodSecurityTarget
  private readonly tree: (() => FileTree) | undefined
  readonly hasSeveralVersions: boolean
  index = NOTHING
  private readonly versions: readonly string[]
  private version: string
  private hasAskedForVersion = false
  /** What a visit finds for one of several versions. */
  private found: Finding[] | undefined
  private object: Pick<KubernetesObject, 'label'> | undefined
  private readsBefore = 0
  private readonly id: string
  private readonly message: string | undefined
  private readonly severity: Severity
  private readonly emit: (finding: Finding) => void

  constructor(rule: Rule, id: string, severity: Severity, options: RunnerOptions, emit: (finding: Finding) => void) {
    this.rule = rule
    this.id = id
    this.message = options.own?.get(id)?.message
    this.severity = severity
    this.emit = emit
    this.versions = options.kubernetesVersions
    this.version = this.versions[0]!
    this.tree = options.tree
    this.hasSeveralVersions = this.versions.length > 1
    this.pinnedImages = options.pinnedImages ?? NO_IMAGES
    this.podSecurity = options.podSecurity ?? { level: undefined, minor: undefined }
    this.options = rule.options === undefined ? NO_OPTIONS : { ...Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default])), ...options.options?.get(id) }
  }

  get files(): FileTree | undefined {
    return this.tree?.()
  }

  get kubernetesVersion(): string {
    this.hasAskedForVersion = true
    return this.version
  }

  /** Once, unless the rule asks for the version. */
  visitForEachVersion<Subject>(visit: (subject: Subject, context: Context) => void, subject: Subject): void {
    const results: { version: string; findings: readonly Finding[] }[] = []
    this.hasAskedForVersion = false
    try {
      for (this.version of this.versions) {
        this.found = []
        visit(subject, this)
        results.push({ version: this.version, findings: this.found })
        if (!this.hasAskedForVersion) break
      }
    } finally {
      this.found = undefined
    }
    for (const finding of mergeVersions(results)) this.emit(finding)
  }

  /** Before the rule looks at an object, or at a part of it. */
  begin(object: Pick<KubernetesObject, 'label'>): void {
    this.object = object
    this.readsBefore = unreadableReads()
  }

  /** Whatever the object is like, no rule may throw. */
  fail(object: KubernetesObject, cause: unknown): void {
    this.emit(failureAt(object, this.id, cause))
  }

  // A property, so that rules can take it out of the context.
  readonly report: Context['report'] = (place, message, fix, more) => {
    // It may not be so: what was looked for is there, but has a wrong type.
    if (unreadableReads() !== this.readsBefore) return
    const finding: Finding = {
      rule: this.id,
      severity: more?.severity === undefined ? this.severity : milder(this.severity, more.severity),
      message: this.message === undefined ? message : this.message.replaceAll('{message}', () => message),
      source: place.source,
      start: place.start,
      end: place.end,
      object: this.object!.label,
      path: place.path,
      about: place.path,
    }
    if (place.node === -1) finding.lack = 'here'
    else if (this.rule.crossObject === true) finding.lack = 'elsewhere'
    if (more?.related !== undefined) finding.related = more.related.map((other) => ({ source: other.place.source, start: other.place.start, end: other.place.end, message: other.message }))
    if (fix !== undefined && this.rule.fixable !== undefined && place.tape?.has(place.parent!, Flag.shared) === false) {
      const edits = fix(fixer)
      if (edits !== undefined) {
        finding.edits = Array.isArray(edits) ? edits : [edits]
        finding.fix = this.rule.fixable
      }
    }
    if (this.found === undefined) this.emit(finding)
    else this.found.push(finding)
  }
}

