/** The use case on one page: read, walk, run the rules, suppress, sort. */
import { posix } from 'node:path'
import { compareDiagnostics, tally, type Diagnostic, type Report, type RuleInfo, type Severity, type Summary } from './diagnostic.ts'
import type { Engine } from './cel/engine.ts'
import type { OwnRule, Rule, RuleHead } from './engine/define-rule.ts'
import { failureMessage } from './engine/failure.ts'
import { toDiagnostic, type Finding } from './engine/finding.ts'
import { withoutEchoes, withoutRefusedAdvice } from './engine/one-mistake.ts'
import { RuleRunner } from './engine/rule-runner.ts'
import { ScopedRunners, type Scopes } from './engine/scoped-runners.ts'
import type { Suppression, SuppressionMistake, SuppressionOptions } from './engine/suppressions.ts'
import type { Watch } from './engine/watch.ts'
import { markdownFences } from './files/markdown.ts'
import { filesUsedBy, fluxKustomization, hasKustomizationName, isKustomization } from './files/kustomize.ts'
import type { KustomizationReader } from './files/kustomization-reader.ts'
import { otherTool } from './files/other-tools.ts'
import { isChartFile } from './files/chart-file.ts'
import { isTemplateTag, templateReason } from './files/templates.ts'
import { ANYTHING, isCompleted, type Completion, type Lack } from './model/completion.ts'
import { isEncrypted } from './model/encryption.ts'
import type { FileTree } from './model/file-tree.ts'
import type { PodSecurityTarget } from './model/pod-security/check.ts'
import type { KustomizationUnit } from './model/kustomization-unit.ts'
import { markAllPlaceholders, markPlaceholders, mayHoldPlaceholder, placeholderIn } from './model/placeholder.ts'
import { TapeObject } from './model/tape-object.ts'
import { definitionOf, type Definition } from './model/definition.ts'
import { isIndexed, RunIndex } from './model/run-index.ts'
import { Source } from './model/source.ts'
import { parse, type Document } from './parser/parse.ts'
import { Tape } from './parser/tape.ts'
import { PartLoader } from './part-loader.ts'
import { VERSION, ruleUrl } from './project.ts'
import { allRules, withOwnRules } from './rules.ts'
import type { CustomOptions } from './schema/crd/custom-resources.ts'
import { objectsOf, type Located } from './schema/identify.ts'
import type { Answer } from './schema/expressions.ts'
import { SchemaLayer, type Questions } from './schema/layer.ts'
import type { SuppressionRun } from './suppression-run.ts'

/** Of Go or Jinja, outside of charts. */
const TEMPLATE = 'template'

export interface LintOptions {
  /** Minors, oldest first: `1.37`. At least one. */
  kubernetesVersions: readonly string[]
  /** Of the two versions, the second is what the cluster is to be upgraded to: only what that changes is reported. */
  isUpgrade?: boolean
  /** The rules that run, with their severity. */
  severities: ReadonlyMap<string, Severity>
  /** By the versions of Kubernetes, at no level, unless said otherwise. */
  podSecurity?: PodSecurityTarget
  /** Where other rules hold than everywhere else; `severities` are then those that run anywhere. */
  scopes?: Scopes
  /** Puts marks in place of placeholders of the user's own. */
  markPlaceholders?: (text: string) => string
  /** By rule id; what is not given has the rule's default. */
  options?: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** By id: rules that have a name or a message of the user's own. */
  own?: ReadonlyMap<string, OwnRule>
  /** There are rules that are not among these: of plugins that are not loaded. */
  areOpen?: boolean
  /** Names of images, without tag and digest, that a kustomization pins. */
  pinnedImages?: ReadonlySet<string>
  /** What kustomizations do to the objects of a file before they are applied, by the name that is shown. `wide`: it is worth a look at the whole repository. */
  completionOf?: (file: string, wide: boolean) => Promise<Completion | undefined>
  /** The files around those that are linted. */
  tree?: () => FileTree
  /** The kustomizations among the files: which of them are built together. */
  kustomizations?: readonly KustomizationUnit[]
  /** What lives elsewhere: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*`. */
  external?: readonly string[]
  /** Whether the report says of each rule with a finding what it is for; true unless said otherwise. */
  describe?: boolean
  /** What is known of custom resources besides the definitions among the texts. */
  customResources?: CustomOptions
  /** What comments and annotations may ignore; `none` counts. Unless said otherwise they need no reason, and do not expire. */
  suppression?: SuppressionOptions | 'none'
  /** The texts were rendered from templates: whether a comment in one is of use depends on values, and other ones may come out of the same template. */
  isRendered?: boolean
  /** Files with admission policies that hold without a binding. */
  policyFiles?: ReadonlySet<string>
  /** Whether every object is kept until the end, for admission policies: they may come after what they are about. */
  keepsObjects?: boolean
  /** A folder of the user's own where the engine for expressions may be kept, decompressed; asked for when there is an expression. */
  cacheFolder?: () => string | undefined
  /** Told what takes how long. */
  watch?: Watch
  /** Called for each text, or part of one, that is recognised as something else than a manifest. */
  onLeftAlone?: (file: string, reason: string) => void
}

export interface LintSource {
  /** As it is shown: relative, with forward slashes. A name that ends in `.md` or `.markdown` is linted in its fences. */
  file: string
  text: string
  /** Named on the command line, or standard input: then it has to be a manifest. */
  named: boolean
  /** Standard input: its lines are no places that anybody could open. */
  isStream?: boolean
}

/** What makes a manifest of a text that cannot be read. Settings of editors are JSON with comments, and have kinds, too. */
const BROKEN_MANIFEST = /(?:^|[{,])[ \t]*["']?(?:apiVersion|kind)["']?[ \t]*:/m
const BROKEN_JSON = /(?:^|[{,])[ \t]*["']?apiVersion["']?[ \t]*:/m

const isPodSecurityAdvice = (rule: string): boolean => allRules().some(({ id, presets }) => id === rule && presets.includes('pss-restricted'))

/** About one document of a text. */
interface Asked {
  source: Source
  text: string
  questions: readonly Questions[]
  answers: Promise<Answer[][]>
}

/** Texts that may wait for the engine at a time, for they are kept so long. */
const MOST_WAITING = 16

export class Linter {
  private readonly options: LintOptions
  private readonly custom: readonly Rule[]
  /** All that there are, under all names. */
  private readonly heads: readonly RuleHead[]
  /** Whether any rule needs the objects of the whole run. */
  private readonly needsIndex: boolean
  /** Only the server's own checks run, and not a single one: then its findings are wanted as it gives them. */
  private readonly isExact: boolean
  private readonly runner: RuleRunner
  /** Where other rules hold. */
  private readonly scoped: ScopedRunners | undefined
  private readonly schema: SchemaLayer
  private readonly parts: PartLoader
  private readonly tape = new Tape()
  private engine: Engine | undefined
  private kustomizations: KustomizationReader | undefined
  /** What the engine was asked about the text at hand. */
  private asked: Asked[] = []
  /** Texts that it has not answered for. */
  private readonly waiting: { asked: readonly Asked[]; findings: Finding[] }[] = []
  private readonly kept: TapeObject[] = []
  /** Of all objects, also of those that are not kept. */
  private readonly defined: Definition[] = []
  /** Custom resources, and what may define them: in which file that is nobody knows before all are read. */
  private readonly customResources: TapeObject[] = []
  readonly definitions: TapeObject[] = []
  /** For admission policies: they themselves, and what they may be about. */
  private readonly subjects: TapeObject[] = []
  private keepsObjects: boolean
  /** Whether there were objects before the first policy, which are not among them. */
  private hasForgotten = false
  /** The tapes of those with placeholders beyond what is looked for in objects without a definition. */
  private readonly mayHaveMore = new Set<Tape>()
  private readonly context = new Set<string>()
  /** Those of the context whose policies are checked nevertheless: who gives a policy wants it to hold. */
  private readonly withPolicies = new Set<string>()
  private readonly severalObjects = new Set<string>()
  /** Files with objects of which nobody can tell the kind. */
  private readonly unidentified = new Set<string>()
  private diagnostics: Diagnostic[] = []
  /** Of diagnostics that are about something that is not there. */
  readonly lacks = new Map<Diagnostic, Lack>()
  /** Of Kustomizations of Flux, by the folder that they are for. */
  private readonly completedFolders: { path: string; completion: Completion }[] = []
  private summary = emptySummary()
  private findings: Finding[] = []
  /** Of the text at hand. */
  private mayHoldPlaceholder = false
  /** Of the text at hand, the last first; they go with the document that they are in. */
  private suppressionMistakes: SuppressionMistake[] = []
  private suppressions: Suppression[] = []
  private suppressionRun: SuppressionRun | undefined
  /** Those in checked documents of all texts, whose use shows at the end. */
  private readonly checkedSuppressions: { source: Source; suppressions: readonly Suppression[] }[] = []
  /** Files, by the name that is shown, that kustomizations among the texts use otherwise than as manifests, and what for. */
  readonly usedByKustomizations = new Map<string, string>()

  private index: RunIndex | undefined

  /** The patterns of `external` that something was left out for. */
  get usedExternal(): ReadonlySet<string> {
    return this.index?.usedExternal ?? new Set()
  }

  /** Where rules threw, in place of saying something. */
  readonly failures: { diagnostic: Diagnostic; cause: unknown }[] = []

  /** `custom` are rules beside our own; `options.severities` says which of all run. */
  constructor(options: LintOptions, custom: readonly Rule[] = []) {
    this.options = options
    this.custom = custom
    this.keepsObjects = options.severities.has(POLICY_VIOLATION) && (options.keepsObjects === true || options.policyFiles !== undefined)
    this.heads = withOwnRules(custom.length === 0 ? allRules() : [...allRules(), ...custom], options.own)
    this.isExact = options.severities.size > 1 && this.heads.every(({ id, presets }) => !options.severities.has(id) || presets.includes('api-server'))
    this.needsIndex = this.heads.some(({ id, crossObject }) => crossObject === true && options.severities.has(id))
    const report = (finding: Finding) => this.findings.push(finding)
    this.schema = new SchemaLayer(options.kubernetesVersions, options.severities, report, options.options)
    this.runner = new RuleRunner(custom, options, report)
    if (options.scopes !== undefined) this.scoped = new ScopedRunners(options.scopes, (profile) => new RuleRunner(custom, { ...options, ...profile }, report))
    const hasOptional = this.heads.some(({ id, presets, plugin }) => plugin === undefined && options.severities.has(id) && !presets.includes('recommended') && !presets.includes('api-server'))
    this.parts = new PartLoader((part) => {
      if (this.scoped === undefined) this.runner.add(part.rules)
      else this.scoped.add(part.rules)
      this.schema.constrain(part)
    }, hasOptional)
    options.watch?.method(this.schema, 'walk', 'schema')
    options.watch?.method(this.parts, 'prepare', 'loading rules')
  }

  /** Lints one text, and returns whether it holds a manifest. Findings of rules that look at several objects come with `finish`. */
  async add({ file, text, named, isStream = false }: LintSource): Promise<boolean> {
    const { documents, resources } = this.summary
    this.summary.files++
    const source = new Source(file, text)
    try {
      await this.lintFile(source, text, named)
    } catch (cause) {
      this.findings.push(failureIn(source, cause))
    }
    if (isStream || this.summary.resources > resources + 1) this.severalObjects.add(file)
    if (this.asked.length > 0) await this.wait()
    else this.flush()
    return this.summary.documents > documents
  }

  /** Whether what was added so far has an object about which a rule could say more with `addContext`. */
  get wantsContext(): boolean {
    return this.hasForgotten || this.customResources.length + this.defined.length + this.subjects.length > 0
  }

  /** Whether it was added anything that a definition could say more about. */
  get wantsDefinitions(): boolean {
    return this.customResources.length > 0
  }

  /** Whether there are admission policies among the objects, and what they are about was not kept: another pass has to. */
  get wantsObjects(): boolean {
    return this.hasForgotten && this.subjects.some(isPolicy)
  }

  /** Reads one text for its admission policies, and for the parameters and namespaces that they need; returns what the API server would refuse of its policies. */
  async addPolicies(file: string, text: string): Promise<readonly Finding[]> {
    const { kept, defined } = this
    const [keptBefore, definedBefore] = [kept.length, defined.length]
    this.withPolicies.add(file)
    const findings = await this.addContext(file, text)
    kept.length = keptBefore
    defined.length = definedBefore
    return findings.filter(({ rule, severity, object }) => severity === 'error' && (rule === 'valid-yaml' || object.startsWith(POLICY)))
  }

  /** How many admission policies and bindings one of the texts has. */
  policiesIn(file: string): number {
    return this.subjects.filter((object) => isPolicy(object) && object.source.file === file).length
  }

  /** Reads one text only for its definitions, and returns how many it has. */
  async addDefinitions(file: string, text: string): Promise<number> {
    const { kept, definitions } = this
    const [keptBefore, before] = [kept.length, definitions.length]
    if (text.includes(DEFINITION)) await this.addContext(file, text)
    kept.length = keptBefore
    return definitions.length - before
  }

  /** Reads one text without reporting on it: it is there for the rules that look at several objects. */
  async addContext(file: string, text: string): Promise<readonly Finding[]> {
    if (!this.needsIndex && !this.keepsObjects && !text.includes(DEFINITION) && !text.includes(POLICY)) return []
    const { summary } = this
    this.summary = emptySummary()
    this.context.add(file)
    const source = new Source(file, text)
    try {
      await this.lintFile(source, text, false)
    } catch (cause) {
      this.failures.push({ diagnostic: toDiagnostic(failureIn(source, cause), ruleUrl('valid-yaml')), cause })
    }
    const { asked } = this
    this.asked = []
    await this.reportAnswers(asked)
    const { findings } = this
    this.findings = []
    this.summary = summary
    return findings
  }

  /** Leaves a text until the engine has answered, while others are read. */
  private async wait(): Promise<void> {
    const { asked, findings } = this
    this.asked = []
    this.findings = []
    this.waiting.push({ asked, findings })
    if (this.waiting.length > MOST_WAITING) await this.answerFirst()
  }

  private async answerFirst(): Promise<void> {
    const { asked, findings } = this.waiting.shift()!
    this.findings = findings
    await this.reportAnswers(asked)
    this.flush()
  }

  private async reportAnswers(asked: readonly Asked[]): Promise<void> {
    for (const { source, text, questions, answers } of asked) {
      const all = await answers
      if (all.flat().every(({ faults, failure }) => faults === undefined && failure === undefined)) continue
      const { reportsOn } = await import('./cel/check.ts')
      // The questions know their nodes, which are the same again.
      await parse(text, this.tape, source.file.endsWith('.json'))
      this.schema.answer(questions, reportsOn(questions, all))
    }
  }

  /** Of what was linted. */
  get thirdParties(): readonly TapeObject[] {
    return this.customResources
  }

  /** Takes over the objects of another run, but for those of some files: they are there for the rules that look at several objects, and for admission policies. */
  addFrom(other: Linter, isLeftOut: (file: string) => boolean): void {
    for (const object of other.kept) if (!isLeftOut(object.source.file)) this.kept.push(object)
    for (const definition of other.defined) if (!isLeftOut(definition.file)) this.defined.push(definition)
    this.definitions.push(...other.definitions)
    this.subjects.push(...other.subjects.filter(({ source }) => !isLeftOut(source.file)))
    this.keepsObjects ||= other.keepsObjects
    for (const { source } of [...this.kept, ...this.subjects]) this.context.add(source.file)
    for (const { file } of this.defined) this.context.add(file)
  }

  /** The report of everything that was added. */
  async finish(): Promise<Report> {
    while (this.waiting.length > 0) await this.answerFirst()
    // Which of several objects a message names must not depend on the order in which files are given.
    this.kept.sort(byFile)
    this.defined.sort((a, b) => compare(a.file, b.file))
    if (this.customResources.length > 0) await this.lintCustomResources()
    if (this.keepsObjects && this.subjects.some(isPolicy)) await this.lintPolicies()
    await this.engine?.end()
    if (this.defined.length > 1 || this.kept.some(({ builtin }) => !builtin) || [...(this.options.options?.values() ?? [])].some(({ references }) => references === 'strict')) await this.parts.prepareSeveral()
    const index = (this.index = new RunIndex(this.kept, this.defined, this.options.kustomizations, this.options.external))
    ;(this.scoped ?? this.runner).runCrossObject(index, (file) => this.context.has(file))
    this.flush()
    if (this.checkedSuppressions.length > 0 && this.options.isRendered !== true) await this.findUnusedSuppressions()
    await this.leaveOutCompleted()
    const diagnostics = [...(this.diagnostics.length < 2 ? this.diagnostics : withoutRefusedAdvice(this.diagnostics, isPodSecurityAdvice))].sort(compareDiagnostics).filter((diagnostic, at, all) => at === 0 || compareDiagnostics(diagnostic, all[at - 1]!) !== 0)
    return tally({ version: VERSION, diagnostics, summary: this.summary, severalObjects: this.severalObjects, rules: this.options.describe === false ? new Map() : await this.describe(new Set(diagnostics.map((diagnostic) => diagnostic.rule))) })
  }

  private async lintFile(source: Source, text: string, named: boolean): Promise<void> {
    if (/\.(md|markdown)$/i.test(source.file)) for (const fence of markdownFences(text)) await this.lintText(source.part(fence.start), text.slice(fence.start, fence.end), false)
    else await this.lintText(source, text, named)
  }

  private async lintText(source: Source, text: string, named: boolean): Promise<void> {
    if (this.options.markPlaceholders !== undefined) text = this.options.markPlaceholders(text)
    const template = templateReason(text)
    if (template !== undefined) return this.leaveAlone(source, template)
    if (!this.keepsObjects && this.options.severities.has(POLICY_VIOLATION) && text.includes(POLICY)) this.keepsObjects = true
    this.mayHoldPlaceholder = mayHoldPlaceholder(text)
    const documents = await parse(text, this.tape, source.file.endsWith('.json'))
    this.suppressionMistakes = []
    this.suppressions = []
    if (text.includes('podlint') || (typeof this.options.suppression === 'object' && this.options.suppression.peers)) await this.readSuppressions(source, documents)
    for (const document of documents) {
      const found = await this.lintDocument(source, document, named)
      if (this.needsIndex) for (const object of found) this.defined.push(definitionOf(object))
      const kept = found.filter((object) => !object.builtin || object.kind === DEFINITION || (this.needsIndex && isIndexed(object)) || this.keepsObjects)
      if (found.length > 0 && !this.keepsObjects) this.hasForgotten = true
      if (kept.length > 0) this.keep(kept, source, document)
    }
  }

  /** Objects for rules that look at several, custom resources and definitions: of a file of many documents, only those that hold one, for the rest may be megabytes. */
  private keep(objects: readonly TapeObject[], source: Source, { root, start, end }: Document): void {
    const isWhole = end - start > this.tape.text.length / 2
    // After a line break of YAML's own, a document begins within a line of the file, which a finding shows as a whole.
    const isCut = !isWhole && source.position(start).column === 1
    const kept = isCut ? source.cut(start, end) : source
    const tape = isWhole ? this.tape.detach(!objects.every(({ kind }) => kind === DEFINITION)) : isCut ? this.tape.detachPart(root, kept.text, start) : this.tape.detachPart(root, this.tape.text, 0)
    for (const object of objects) {
      const own = object.detach(kept, tape, isWhole ? object.root : object.root - root)
      if (this.needsIndex && isIndexed(own)) this.kept.push(own)
      if (!own.builtin && !this.context.has(source.file)) {
        this.customResources.push(own)
        if (this.mayHoldPlaceholder) this.mayHaveMore.add(tape)
      }
      if (own.kind === DEFINITION) this.definitions.push(own)
      if (this.keepsObjects) this.subjects.push(own)
    }
  }

  private async readSuppressions(source: Source, documents: readonly Document[]): Promise<void> {
    const { suppression } = this.options
    if (suppression === 'none') return
    if (this.suppressionRun === undefined) {
      const { NO_LIMITS, SuppressionRun } = await import('./suppression-run.ts')
      this.suppressionRun = new SuppressionRun(this.heads, this.options.areOpen === true, suppression ?? NO_LIMITS)
    }
    const { silencers, suppressions, mistakes } = await this.suppressionRun.read(source, this.tape, documents)
    source.silencer = silencers
    this.suppressions = suppressions.reverse()
    this.suppressionMistakes = mistakes.reverse()
  }

  private async lintDocument(source: Source, document: Document, named: boolean): Promise<TapeObject[]> {
    const { tape } = this
    const mistakes: SuppressionMistake[] = []
    while ((this.suppressionMistakes.at(-1)?.start ?? document.end) < document.end) mistakes.push(this.suppressionMistakes.pop()!)
    const suppressions: Suppression[] = []
    while ((this.suppressions.at(-1)?.start ?? document.end) < document.end) suppressions.push(this.suppressions.pop()!)
    if (document.root !== -1 && isKustomization(source.file, tape, document.root)) return this.lintKustomization(source, document, mistakes, suppressions)
    if (document.root !== -1 && isChartFile(source.file, tape, document.root)) return this.lintChart(source, document, mistakes, suppressions)
    const located = document.root === -1 ? [] : objectsOf(tape, document.root)
    const looksLikeManifest = located.some((each) => each.looksLikeManifest) || (document.root === -1 && (source.file.endsWith('.json') ? BROKEN_JSON : BROKEN_MANIFEST).test(tape.text.slice(document.start, document.end)))
    const foreign = looksLikeManifest ? undefined : named ? otherTool(source.file, tape, document.root) : 'not a Kubernetes manifest'
    if (foreign !== undefined) {
      if (document.root !== -1 || document.problems.length > 0) this.leaveAlone(source, foreign)
      return []
    }
    const [problem] = document.problems
    if (!named && this.mayHoldPlaceholder && problem !== undefined && isTemplateTag(source.file, tape.text, problem.start)) {
      this.leaveAlone(source, TEMPLATE)
      return []
    }
    this.reportDocument(source, document, mistakes)
    const { resources } = this.summary
    const objects: TapeObject[] = []
    for (const each of located) {
      const object = this.objectAt(source, each)
      if (object === undefined) continue
      const loading = this.parts.prepare(object.apiVersion, object.kind)
      if (loading !== undefined) await loading
      if (!this.lintObject(object)) continue
      objects.push(object)
      if (this.options.isUpgrade === true) await this.schema.findUpgradeChanges(object)
    }
    const questions = this.schema.takeQuestions()
    if (questions !== undefined && (!this.context.has(source.file) || this.withPolicies.has(source.file))) {
      const { answersTo } = await import('./cel/check.ts')
      const text = tape.text
      this.asked.push({ source, text, questions, answers: answersTo(await this.engineOfRun(), questions) })
    }
    if (suppressions.length > 0 && this.summary.resources > resources && !this.context.has(source.file)) this.checkedSuppressions.push({ source, suppressions })
    return objects
  }

  private reportDocument(source: Source, document: Document, mistakes: readonly SuppressionMistake[]): void {
    this.summary.documents++
    this.schema.problems(source, document)
    const severity = this.options.severities.get('valid-suppression')
    if (severity !== undefined) for (const mistake of mistakes) this.findings.push({ severity, ...mistake, rule: 'valid-suppression', source, object: '', path: '' })
  }

  /** No object of the cluster: nothing else looks at it. */
  private async lintKustomization(source: Source, document: Document, mistakes: readonly SuppressionMistake[], suppressions: readonly Suppression[]): Promise<TapeObject[]> {
    const { tape } = this
    for (const [path, reason] of filesUsedBy(tape, document.root)) if (!hasKustomizationName(source.file)) this.usedByKustomizations.set(posix.join(posix.dirname(source.file), path), reason)
    if (this.context.has(source.file)) return []
    this.reportDocument(source, document, mistakes)
    this.summary.resources++
    if (suppressions.length > 0) this.checkedSuppressions.push({ source, suppressions })
    await this.parts.prepareKustomizations()
    const { KustomizationReader } = await import('./files/kustomization-reader.ts')
    this.kustomizations ??= new KustomizationReader(this.options.tree?.())
    const object = new TapeObject(source, tape, document.root, { apiVersion: 'kustomize.config.k8s.io', kind: 'Kustomization', prefix: '', builtin: false, namespaced: false })
    ;(this.scoped?.runnerFor(object) ?? this.runner).runOnKustomization(await this.kustomizations.read(object))
    return []
  }

  /** The metadata of a chart, which is no object of the cluster either. */
  private async lintChart(source: Source, document: Document, mistakes: readonly SuppressionMistake[], suppressions: readonly Suppression[]): Promise<TapeObject[]> {
    if (this.context.has(source.file)) return []
    this.reportDocument(source, document, mistakes)
    this.summary.resources++
    if (suppressions.length > 0) this.checkedSuppressions.push({ source, suppressions })
    await this.parts.prepareCharts()
    const object = new TapeObject(source, this.tape, document.root, { apiVersion: 'helm.sh', kind: 'Chart', prefix: '', builtin: false, namespaced: false })
    ;(this.scoped?.runnerFor(object) ?? this.runner).runOnChart(object)
    return []
  }

  private objectAt(source: Source, located: Located): TapeObject | undefined {
    const { identity } = located
    if (identity === undefined) {
      this.unidentified.add(source.file)
      this.schema.unidentified(source, this.tape, located)
      return undefined
    }
    const { apiVersion, kind } = identity
    const known = placeholderIn(apiVersion + kind) === undefined ? this.schema.lookUp(identity) : TEMPLATE
    if (typeof known === 'string') {
      this.leaveAlone(source, known)
      return undefined
    }
    return new TapeObject(source, this.tape, located.root, { apiVersion, kind, prefix: located.prefix, builtin: known !== undefined, namespaced: known?.namespaced ?? true })
  }

  /** Whether it takes part in what rules look at several objects for. */
  private lintObject(object: TapeObject): boolean {
    if (isEncrypted(object.tape, object.root)) {
      this.leaveAlone(object.source, 'encrypted with SOPS')
      return object.builtin
    }
    if (object.kind === 'Kustomization' && object.apiVersion.startsWith('kustomize.toolkit.fluxcd.io/')) {
      const completed = fluxKustomization(object.tape, object.root)
      if (completed !== undefined) this.completedFolders.push(completed)
    }
    if (this.mayHoldPlaceholder) this.summary.placeholders += markPlaceholders(object)
    const walked = object.builtin ? this.schema.walk(object) : 'later'
    if (typeof walked === 'object') {
      this.leaveAlone(object.source, walked.leftAlone)
      return false
    }
    this.summary.resources++
    if (!this.context.has(object.source.file)) (this.scoped?.runnerFor(object) ?? this.runner).run(object)
    return true
  }

  /** Once all definitions are known. */
  private async lintCustomResources(): Promise<void> {
    const { CustomResources } = await import('./schema/crd/custom-resources.ts')
    this.schema.custom = new CustomResources(this.definitions.sort(byFile), this.options.customResources, this.keepsObjects)
    for (const object of this.customResources) {
      if (this.mayHaveMore.has(object.tape)) markAllPlaceholders(object)
      const walked = this.schema.walk(object)
      if (typeof walked === 'object') {
        this.summary.resources--
        this.leaveAlone(object.source, walked.leftAlone)
      } else if (walked === 'without schema') {
        const name = `${object.apiVersion}/${object.kind}`
        this.summary.unknownKinds[name] = (this.summary.unknownKinds[name] ?? 0) + 1
      }
    }
    const subjects = this.schema.custom.takeRuleSubjects()
    if (subjects.length === 0) return
    const { brokenRules } = await import('./cel/check.ts')
    this.schema.reportFound(await brokenRules(await this.engineOfRun(), subjects))
  }

  private async lintPolicies(): Promise<void> {
    const { policyViolations } = await import('./cel/policies/violations.ts')
    const found = await policyViolations(await this.engineOfRun(), this.options.kubernetesVersions, {
      objects: this.subjects.sort(byFile),
      isGiven: ({ source }) => this.options.policyFiles?.has(source.file) === true,
      isContext: ({ source }) => this.context.has(source.file),
      isChecked: this.options.severities.has('valid-admission-expression'),
      customValue: (object) => this.schema.custom?.valueOf(object),
    })
    this.schema.reportFound(found)
  }

  private async engineOfRun(): Promise<Engine> {
    const { Engine } = await import('./cel/check.ts')
    return (this.engine ??= new Engine(this.options.cacheFolder?.()))
  }

  private leaveAlone({ file }: Source, reason: string): void {
    if (!this.context.has(file)) this.options.onLeftAlone?.(file, reason)
    this.summary.leftAlone[reason] = (this.summary.leftAlone[reason] ?? 0) + 1
  }

  /** Turns findings into diagnostics, while their texts are at hand. */
  private flush(): void {
    const { findings } = this
    const { kubernetesVersions } = this.options
    this.findings = []
    for (const found of this.isExact || findings.length < 2 ? findings : withoutEchoes(findings, kubernetesVersions)) {
      const finding = this.scoped === undefined ? found : this.scoped.scoped(found, this.options.severities)
      if (finding === undefined) continue
      if (this.options.isUpgrade === true && !isOfUpgrade(finding, kubernetesVersions)) continue
      const diagnostic = toDiagnostic(finding, this.urlOf(finding.rule), this.options.isUpgrade)
      if (kubernetesVersions.length > 1) diagnostic.kubernetesVersions = [...(finding.versions ?? kubernetesVersions)]
      if (finding.source.silencer?.silences(diagnostic.start.offset, diagnostic.rule) === true) {
        this.summary.suppressed++
        continue
      }
      this.diagnostics.push(diagnostic)
      if (finding.lack !== undefined) this.lacks.set(diagnostic, finding.lack)
      if ('failure' in finding) this.failures.push({ diagnostic, cause: finding.failure })
    }
  }

  /** Once everything is found. */
  private async findUnusedSuppressions(): Promise<void> {
    const severity = this.options.severities.get('valid-suppression')
    if (severity === undefined) return
    const { unusedMistake } = await import('./suppression-run.ts')
    for (const { source, suppressions } of this.checkedSuppressions) {
      for (const suppression of suppressions) {
        const mistake = unusedMistake(suppression, (rule) => this.options.severities.has(rule))
        if (mistake !== undefined) this.findings.push({ ...mistake, rule: 'valid-suppression', severity, source, object: '', path: '' })
      }
    }
    this.flush()
  }

  /** What a kustomization may add is not missing. */
  private async leaveOutCompleted(): Promise<void> {
    // What is not there may be the object that cannot be told.
    if (this.unidentified.size > 0) this.diagnostics = this.diagnostics.filter((diagnostic) => !(this.unidentified.has(diagnostic.file) && this.lacks.get(diagnostic) === 'elsewhere'))
    const open = this.diagnostics.filter((diagnostic) => isCompleted(diagnostic, this.lacks.get(diagnostic), ANYTHING))
    if (open.length === 0) return
    const serious = new Set(open.flatMap(({ file, severity }) => (severity === 'info' ? [] : [file])))
    const completions = new Map<string, readonly Completion[]>()
    const completed = new Set<Diagnostic>()
    for (const diagnostic of open) {
      const { file } = diagnostic
      let known = completions.get(file)
      if (known === undefined) completions.set(file, (known = await this.completionsOf(file, serious.has(file))))
      if (known.some((completion) => isCompleted(diagnostic, this.lacks.get(diagnostic), completion))) completed.add(diagnostic)
    }
    this.diagnostics = this.diagnostics.filter((diagnostic) => !completed.has(diagnostic))
  }

  private async completionsOf(file: string, wide: boolean): Promise<readonly Completion[]> {
    const own = await this.options.completionOf?.(file, wide)
    const around = this.completedFolders.filter(({ path }) => `/${file}`.includes(path === '/' ? path : `${path}/`)).map(({ completion }) => completion)
    return own === undefined ? around : [own, ...around]
  }

  private urlOf(id: string): string {
    const base = this.options.own?.get(id)?.rule ?? id
    return this.custom.find((rule) => rule.id === base)?.url ?? ruleUrl(base)
  }

  /** What the rules with these ids are for. */
  async describe(ids: ReadonlySet<string>): Promise<Map<string, RuleInfo>> {
    const { ruleInfos } = await import('./rule-infos.ts')
    return ruleInfos(ids, this.options, this.custom)
  }
}

/** Whether only the newer one of two versions has it. A text that cannot be read is not looked at at all, which has to be said. */
const isOfUpgrade = ({ rule, versions }: Finding, [, target]: readonly string[]): boolean => rule === 'valid-yaml' || (versions !== undefined && versions[0] === target)
const DEFINITION = 'CustomResourceDefinition'
/** With its binding. */
const POLICY = 'ValidatingAdmissionPolicy'
const POLICY_VIOLATION = 'no-policy-violation'

const isPolicy = ({ builtin, kind }: TapeObject): boolean => builtin && kind.startsWith(POLICY)

const byFile = (a: TapeObject, b: TapeObject): number => compare(a.source.file, b.source.file)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whatever a file holds, it costs no other file. */
function failureIn(source: Source, cause: unknown): Finding {
  return { rule: 'valid-yaml', severity: 'error', message: failureMessage(cause), source, start: 0, end: source.line(1).length, object: '', path: '', failure: cause }
}

const emptySummary = (): Summary => ({ files: 0, documents: 0, resources: 0, unknownKinds: {}, leftAlone: {}, errors: 0, warnings: 0, infos: 0, fixable: 0, fixableUnsafe: 0, suppressed: 0, placeholders: 0 })
