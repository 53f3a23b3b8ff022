/** The use case on one page: read, walk, run the rules, suppress, sort. */
import { posix } from 'node:path'
import { tally, type Diagnostic, type Report, type RuleInfo, type Summary } from './diagnostic.ts'
import type { Rule } from './engine/define-rule.ts'
import type { Finding } from './engine/finding.ts'
import { RuleRunner } from './engine/rule-runner.ts'
import { ScopedRunners } from './engine/scoped-runners.ts'
import { isMarkdown, markdownFences } from './files/markdown.ts'
import { filesUsedBy, fluxKustomization, hasKustomizationName, isKustomization } from './files/kustomize.ts'
import type { KustomizationReader } from './files/kustomization-reader.ts'
import { otherTool } from './files/other-tools.ts'
import { ExpressionEngine } from './expression-engine.ts'
import { isChartFile } from './files/chart-file.ts'
import { isTemplateTag, templateReason } from './files/templates.ts'
import { isPolicyLabel, KeptObjects, mayDefine, mayHoldPolicy } from './kept-objects.ts'
import type { LintOptions, LintSource } from './lint-options.ts'
import type { Lack } from './model/completion.ts'
import { isEncrypted } from './model/encryption.ts'
import { markAllPlaceholders, markPlaceholders, mayHoldExpression, mayHoldPlaceholder, placeholderIn } from './model/placeholder.ts'
import { TapeObject } from './model/tape-object.ts'
import { RunIndex } from './model/run-index.ts'
import { Source } from './model/source.ts'
import { parse, type Document } from './parser/parse.ts'
import { Tape } from './parser/tape.ts'
import { PartLoader } from './part-loader.ts'
import { VERSION } from './project.ts'
import { groupsOf } from './rules.ts'
import { RunFindings } from './run-findings.ts'
import { RunSuppressions, type DocumentSuppressions } from './run-suppressions.ts'
import { objectsOf, type Located } from './schema/identify.ts'
import type { Answer } from './schema/expressions.ts'
import { SchemaLayer, type Questions } from './schema/layer.ts'
import type { SuppressionRun } from './suppression-run.ts'

/** Of Go or Jinja, outside of charts. */
const TEMPLATE = 'template'

/** What makes a manifest of a text that cannot be read. Settings of editors are JSON with comments, and have kinds, too. */
const BROKEN_MANIFEST = /(?:^|[{,])[ \t]*["']?(?:apiVersion|kind)["']?[ \t]*:/m
const BROKEN_JSON = /(?:^|[{,])[ \t]*["']?apiVersion["']?[ \t]*:/m

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
  /** Whether any rule needs the objects of the whole run. */
  private readonly needsIndex: boolean
  private readonly runner: RuleRunner
  /** Where other rules hold. */
  private readonly scoped: ScopedRunners | undefined
  private readonly schema: SchemaLayer
  private readonly parts: PartLoader
  private readonly tape = new Tape()
  private readonly engine: ExpressionEngine
  private kustomizations: KustomizationReader | undefined
  /** What the engine was asked about the text at hand. */
  private asked: Asked[] = []
  /** Texts that it has not answered for. */
  private readonly waiting: { asked: readonly Asked[]; findings: Finding[] }[] = []
  private readonly kept: KeptObjects
  private readonly context = new Set<string>()
  /** Those of the context whose policies are checked nevertheless: who gives a policy wants it to hold. */
  private readonly withPolicies = new Set<string>()
  private readonly severalObjects = new Set<string>()
  private summary = emptySummary()
  private readonly findings: RunFindings
  /** Of the text at hand. */
  private mayHoldPlaceholder = false
  private readonly suppressions: RunSuppressions
  /** Files, by the name that is shown, that kustomizations among the texts use otherwise than as manifests, and what for. */
  readonly usedByKustomizations = new Map<string, string>()
  private index: RunIndex | undefined

  /** The patterns of `external` that something was left out for. */
  get usedExternal(): ReadonlySet<string> {
    return this.index?.usedExternal ?? new Set()
  }

  /** Where rules threw, in place of saying something. */
  get failures(): { diagnostic: Diagnostic; cause: unknown }[] {
    return this.findings.failures
  }

  /** Of diagnostics that are about something that is not there. */
  get lacks(): ReadonlyMap<Diagnostic, Lack> {
    return this.findings.lacks
  }

  /** `custom` are rules beside our own; `options.severities` says which of all run. */
  constructor(options: LintOptions, custom: readonly Rule[] = []) {
    this.options = options
    this.engine = options.engine ?? new ExpressionEngine(options.cacheFolder)
    this.custom = custom
    const groups = groupsOf(options.severities, custom, options.own)
    const isExact = options.severities.size > 1 && groups.every(({ presets }) => presets.includes('api-server'))
    this.needsIndex = groups.some(({ crossObject }) => crossObject === true)
    this.kept = new KeptObjects(this.needsIndex, options.severities.has(POLICY_VIOLATION) && (options.keepsObjects === true || options.policyFiles !== undefined))
    this.findings = new RunFindings(options, custom, isExact)
    this.suppressions = new RunSuppressions(options, custom)
    const report = (finding: Finding) => this.findings.add(finding)
    this.schema = new SchemaLayer(options.kubernetesVersions, options.severities, report, options.options)
    this.runner = new RuleRunner(custom, options, report)
    if (options.scopes !== undefined) this.findings.scoped = this.scoped = new ScopedRunners(options.scopes, (profile) => new RuleRunner(custom, { ...options, ...profile }, report))
    const hasOptional = groups.some(({ presets, plugin }) => plugin === undefined && !presets.includes('recommended') && !presets.includes('api-server'))
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
      this.findings.addFailure(source, cause)
    }
    if (isStream || this.summary.resources > resources + 1) this.severalObjects.add(file)
    if (this.asked.length > 0) await this.wait()
    else this.findings.flush()
    return this.summary.documents > documents
  }

  /** Whether what was added so far has an object about which a rule could say more with `addContext`. */
  get wantsContext(): boolean {
    return !this.kept.isEmpty
  }

  /** Whether it was added anything that a definition could say more about. */
  get wantsDefinitions(): boolean {
    return this.kept.customResources.length > 0
  }

  /** Whether there are admission policies among the objects, and what they are about was not kept: another pass has to. */
  get wantsObjects(): boolean {
    return this.kept.isIncomplete
  }

  /** Reads one text for its admission policies, and for the parameters and namespaces that they need; returns what the API server would refuse of its policies. */
  async addPolicies(file: string, text: string): Promise<readonly Finding[]> {
    const { indexed, defined } = this.kept
    const before = [indexed.length, defined.length] as const
    this.withPolicies.add(file)
    const findings = await this.addContext(file, text)
    this.kept.forget(...before)
    return findings.filter(({ rule, severity, object }) => severity === 'error' && (rule === 'valid-yaml' || isPolicyLabel(object)))
  }

  /** How many admission policies and bindings one of the texts has. */
  policiesIn(file: string): number {
    return this.kept.policiesIn(file)
  }

  /** Reads one text only for its definitions, and returns how many it has. */
  async addDefinitions(file: string, text: string): Promise<number> {
    const { indexed, definitions } = this.kept
    const [indexedBefore, before] = [indexed.length, definitions.length]
    if (mayDefine(text)) await this.addContext(file, text)
    this.kept.forget(indexedBefore)
    return definitions.length - before
  }

  /** Reads one text without reporting on it: it is there for the rules that look at several objects. */
  async addContext(file: string, text: string): Promise<readonly Finding[]> {
    if (!this.needsIndex && !this.kept.needsAll && !mayDefine(text) && !mayHoldPolicy(text)) return []
    const { summary } = this
    this.summary = emptySummary()
    this.context.add(file)
    const source = new Source(file, text)
    try {
      await this.lintFile(source, text, false)
    } catch (cause) {
      this.findings.noteFailure(source, cause)
    }
    const { asked } = this
    this.asked = []
    await this.reportAnswers(asked)
    this.summary = summary
    return this.findings.take()
  }

  /** Leaves a text until the engine has answered, while others are read. */
  private async wait(): Promise<void> {
    const { asked } = this
    this.asked = []
    this.waiting.push({ asked, findings: this.findings.take() })
    if (this.waiting.length > MOST_WAITING) await this.answerFirst()
  }

  private async answerFirst(): Promise<void> {
    const { asked, findings } = this.waiting.shift()!
    this.findings.take(findings)
    await this.reportAnswers(asked)
    this.findings.flush()
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

  get definitions(): readonly TapeObject[] {
    return this.kept.definitions
  }

  /** Of what was linted. */
  get thirdParties(): readonly TapeObject[] {
    return this.kept.customResources
  }

  /** Takes over the objects of another run, but for those of some files: they are there for the rules that look at several objects, and for admission policies. */
  addFrom(other: Linter, isLeftOut: (file: string) => boolean): void {
    for (const file of this.kept.addFrom(other.kept, isLeftOut)) this.context.add(file)
  }

  /** The same, only of what objects are held against: definitions and admission policies. */
  addJudges(other: Linter): void {
    for (const file of this.kept.addJudges(other.kept)) this.context.add(file)
  }

  /** The report of everything that was added. */
  async finish(): Promise<Report> {
    while (this.waiting.length > 0) await this.answerFirst()
    const { kept } = this
    kept.sort()
    if (kept.customResources.length > 0) await this.lintCustomResources()
    if (kept.needsAll && kept.hasPolicies) await this.lintPolicies()
    if (this.options.engine === undefined) await this.engine.end()
    if (kept.defined.length > 1 || kept.indexed.some(({ builtin }) => !builtin) || [...(this.options.options?.values() ?? [])].some(({ references }) => references === 'strict')) await this.parts.prepareSeveral()
    const index = (this.index = new RunIndex(kept.indexed, kept.defined, this.options.kustomizations, this.options.external))
    ;(this.scoped ?? this.runner).runCrossObject(index, (file) => this.context.has(file))
    this.findings.flush()
    for (const finding of await this.suppressions.unused()) this.findings.add(finding)
    this.findings.flush()
    const diagnostics = await this.findings.finish()
    this.summary.suppressed = this.findings.suppressed
    return tally({ version: VERSION, diagnostics, summary: this.summary, severalObjects: this.severalObjects, rules: this.options.describe === false ? new Map() : await this.describe(new Set(diagnostics.map((diagnostic) => diagnostic.rule))) })
  }

  private async lintFile(source: Source, text: string, named: boolean): Promise<void> {
    if (isMarkdown(source.file)) for (const fence of markdownFences(text)) await this.lintText(source.part(fence.start), text.slice(fence.start, fence.end), false)
    else await this.lintText(source, text, named)
  }

  private async lintText(source: Source, text: string, named: boolean): Promise<void> {
    if (this.options.markPlaceholders !== undefined) text = this.options.markPlaceholders(text)
    if (mayHoldExpression(text)) {
      const { isChainsawFile, markExpressions } = await import('./model/chainsaw.ts')
      if (isChainsawFile(source.file, text, this.options.tree?.())) text = markExpressions(text)
    }
    const template = templateReason(text)
    if (template !== undefined) return this.leaveAlone(source, template)
    if (!this.kept.needsAll && this.options.severities.has(POLICY_VIOLATION) && mayHoldPolicy(text)) this.kept.needsAll = true
    this.mayHoldPlaceholder = mayHoldPlaceholder(text)
    const documents = await parse(text, this.tape, source.file.endsWith('.json'))
    await this.suppressions.read(source, this.tape, documents)
    for (const document of documents) {
      const found = await this.lintDocument(source, document, named)
      this.kept.add(found, this.tape, source, document, { isContext: this.context.has(source.file), mayHoldPlaceholder: this.mayHoldPlaceholder })
    }
  }

  /** Reads comments with the rules of this run; undefined where those do not count. */
  whatIsIgnored(): Promise<SuppressionRun | undefined> {
    return this.suppressions.reader()
  }

  private async lintDocument(source: Source, document: Document, named: boolean): Promise<TapeObject[]> {
    const { tape } = this
    const suppressed = this.suppressions.take(document)
    if (document.root !== -1 && isKustomization(source.file, tape, document.root)) return this.lintKustomization(source, document, suppressed)
    if (document.root !== -1 && isChartFile(source.file, tape, document.root)) return this.lintChart(source, document, suppressed)
    const located = document.root === -1 ? [] : objectsOf(tape, document.root)
    const looksLikeManifest = located.some((each) => each.looksLikeManifest) || (document.root === -1 && (hasKustomizationName(source.file) || (source.file.endsWith('.json') ? BROKEN_JSON : BROKEN_MANIFEST).test(tape.text.slice(document.start, document.end))))
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
    this.reportDocument(source, document, suppressed)
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
      this.asked.push({ source, text, questions, answers: answersTo(await this.engine.get(), questions) })
    }
    if (this.summary.resources > resources && !this.context.has(source.file)) this.suppressions.check(source, suppressed)
    return objects
  }

  private reportDocument(source: Source, document: Document, suppressed: DocumentSuppressions): void {
    this.summary.documents++
    this.schema.problems(source, document)
    for (const finding of this.suppressions.findings(source, suppressed)) this.findings.add(finding)
  }

  /** No object of the cluster: nothing else looks at it. */
  private async lintKustomization(source: Source, document: Document, suppressed: DocumentSuppressions): Promise<TapeObject[]> {
    const { tape } = this
    for (const [path, reason] of filesUsedBy(tape, document.root)) if (!hasKustomizationName(source.file)) this.usedByKustomizations.set(posix.join(posix.dirname(source.file), path), reason)
    if (this.context.has(source.file)) return []
    this.reportDocument(source, document, suppressed)
    this.summary.resources++
    this.suppressions.check(source, suppressed)
    await this.parts.prepareKustomizations()
    const { KustomizationReader } = await import('./files/kustomization-reader.ts')
    this.kustomizations ??= new KustomizationReader(this.options.tree?.())
    const object = new TapeObject(source, tape, document.root, { apiVersion: 'kustomize.config.k8s.io', kind: 'Kustomization', prefix: '', builtin: false, namespaced: false })
    ;(this.scoped?.runnerFor(object) ?? this.runner).runOnKustomization(await this.kustomizations.read(object))
    return []
  }

  /** The metadata of a chart, which is no object of the cluster either. */
  private async lintChart(source: Source, document: Document, suppressed: DocumentSuppressions): Promise<TapeObject[]> {
    if (this.context.has(source.file)) return []
    this.reportDocument(source, document, suppressed)
    this.summary.resources++
    this.suppressions.check(source, suppressed)
    await this.parts.prepareCharts()
    const object = new TapeObject(source, this.tape, document.root, { apiVersion: 'helm.sh', kind: 'Chart', prefix: '', builtin: false, namespaced: false })
    ;(this.scoped?.runnerFor(object) ?? this.runner).runOnChart(object)
    return []
  }

  private objectAt(source: Source, located: Located): TapeObject | undefined {
    const { identity } = located
    if (identity === undefined) {
      this.findings.unidentified.add(source.file)
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
      if (completed !== undefined) this.findings.completedFolders.push(completed)
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
    this.schema.custom = new CustomResources(this.kept.definitions, this.options.customResources, this.kept.needsAll)
    for (const object of this.kept.customResources) {
      if (this.kept.mayHaveMore.has(object.tape)) markAllPlaceholders(object)
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
    this.schema.reportFound(await brokenRules(await this.engine.get(), subjects))
  }

  private async lintPolicies(): Promise<void> {
    const { policyViolations } = await import('./cel/policies/violations.ts')
    const found = await policyViolations(await this.engine.get(), this.options.kubernetesVersions, {
      objects: this.kept.subjects,
      isGiven: ({ source }) => this.options.policyFiles?.has(source.file) === true,
      isContext: ({ source }) => this.context.has(source.file),
      isChecked: this.options.severities.has('valid-admission-expression'),
      customValue: (object) => this.schema.custom?.valueOf(object),
    })
    this.schema.reportFound(found)
  }

  private leaveAlone({ file }: Source, reason: string): void {
    if (!this.context.has(file)) this.options.onLeftAlone?.(file, reason)
    this.summary.leftAlone[reason] = (this.summary.leftAlone[reason] ?? 0) + 1
  }

  /** What the rules with these ids are for. */
  async describe(ids: ReadonlySet<string>): Promise<Map<string, RuleInfo>> {
    const { ruleInfos } = await import('./rule-infos.ts')
    return ruleInfos(ids, this.options, this.custom)
  }
}

const POLICY_VIOLATION = 'no-policy-violation'

const emptySummary = (): Summary => ({ files: 0, documents: 0, resources: 0, unknownKinds: {}, leftAlone: {}, errors: 0, warnings: 0, infos: 0, fixable: 0, fixableUnsafe: 0, suppressed: 0, placeholders: 0 })
