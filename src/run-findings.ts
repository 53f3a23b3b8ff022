/** What a run has found: of the text at hand, and of all before it as they are reported. */
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts'
import type { Rule } from './engine/define-rule.ts'
import { failureMessage } from './engine/failure.ts'
import { toDiagnostic, type Finding } from './engine/finding.ts'
import { withoutEchoes, withoutRefusedAdvice } from './engine/one-mistake.ts'
import type { ScopedRunners } from './engine/scoped-runners.ts'
import type { LintOptions } from './lint-options.ts'
import { ANYTHING, isCompleted, type Completion, type Lack } from './model/completion.ts'
import type { Source } from './model/source.ts'
import { ruleUrl } from './project.ts'
import { allRules } from './rules.ts'

export class RunFindings {
  private readonly options: LintOptions
  private readonly custom: readonly Rule[]
  /** Only the server's own checks run, and not a single one: then its findings are wanted as it gives them. */
  private readonly isExact: boolean
  private found: Finding[] = []
  private diagnostics: Diagnostic[] = []
  /** Where other rules hold. */
  scoped: ScopedRunners | undefined
  suppressed = 0
  /** By rule: the page that its findings name. */
  private readonly urls = new Map<string, string>()
  /** Of diagnostics that are about something that is not there. */
  readonly lacks = new Map<Diagnostic, Lack>()
  /** Where rules threw, in place of saying something. */
  readonly failures: { diagnostic: Diagnostic; cause: unknown }[] = []
  /** Files with objects of which nobody can tell the kind. */
  readonly unidentified = new Set<string>()
  /** Of Kustomizations of Flux, by the folder that they are for. */
  readonly completedFolders: { path: string; completion: Completion }[] = []

  constructor(options: LintOptions, custom: readonly Rule[], isExact: boolean) {
    this.options = options
    this.custom = custom
    this.isExact = isExact
  }

  add(finding: Finding): void {
    this.found.push(finding)
  }

  /** Takes those of the text at hand away, or puts back what was taken. */
  take(instead: Finding[] = []): Finding[] {
    const { found } = this
    this.found = instead
    return found
  }

  /** Whatever a file holds, it costs no other file. */
  addFailure(source: Source, cause: unknown): void {
    this.found.push(failureIn(source, cause))
  }

  /** In a text that is not reported on. */
  noteFailure(source: Source, cause: unknown): void {
    this.failures.push({ diagnostic: toDiagnostic(failureIn(source, cause), ruleUrl('valid-yaml')), cause })
  }

  /** Turns findings into diagnostics, while their texts are at hand. */
  flush(): void {
    const findings = this.take()
    const { kubernetesVersions, isUpgrade, severities } = this.options
    for (const found of this.isExact || findings.length < 2 ? findings : withoutEchoes(findings, kubernetesVersions)) {
      const finding = this.scoped === undefined ? found : this.scoped.scoped(found, severities)
      if (finding === undefined) continue
      if (isUpgrade === true && !isOfUpgrade(finding, kubernetesVersions)) continue
      const diagnostic = toDiagnostic(finding, this.urlOf(finding.rule), isUpgrade)
      if (kubernetesVersions.length > 1) diagnostic.kubernetesVersions = [...(finding.versions ?? kubernetesVersions)]
      if (finding.source.silencer?.silences(diagnostic.start.offset, diagnostic.rule) === true) {
        this.suppressed++
        continue
      }
      this.diagnostics.push(diagnostic)
      if (finding.lack !== undefined) this.lacks.set(diagnostic, finding.lack)
      if ('failure' in finding) this.failures.push({ diagnostic, cause: finding.failure })
    }
  }

  /** Once everything is found: what is reported, in order. */
  async finish(): Promise<Diagnostic[]> {
    await this.leaveOutCompleted()
    const { diagnostics } = this
    const sorted = [...(diagnostics.length < 2 ? diagnostics : withoutRefusedAdvice(diagnostics, podSecurityAdvice))].sort(compareDiagnostics)
    return sorted.filter((diagnostic, at) => at === 0 || compareDiagnostics(diagnostic, sorted[at - 1]!) !== 0)
  }

  /** What a kustomization may add is not missing. */
  private async leaveOutCompleted(): Promise<void> {
    // What is not there may be the object that cannot be told.
    if (this.unidentified.size > 0) this.diagnostics = this.diagnostics.filter((diagnostic) => !(this.unidentified.has(diagnostic.file) && this.lacks.get(diagnostic) === 'elsewhere'))
    if (this.options.completionOf === undefined && this.completedFolders.length === 0) return
    const open = this.diagnostics.filter((diagnostic) => this.lacks.has(diagnostic) || isCompleted(diagnostic, undefined, ANYTHING))
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
    let url = this.urls.get(id)
    if (url === undefined) {
      const base = this.options.own?.get(id)?.rule ?? id
      this.urls.set(id, (url = this.custom.find((rule) => rule.id === base)?.url ?? ruleUrl(base)))
    }
    return url
  }
}

const podSecurityAdvice = (): ReadonlySet<string> => new Set(allRules().flatMap(({ id, presets }) => (presets.includes('pss-restricted') ? id : [])))

/** Whether only the newer one of two versions has it. A text that cannot be read is not looked at at all, which has to be said. */
const isOfUpgrade = ({ rule, versions }: Finding, [, target]: readonly string[]): boolean => rule === 'valid-yaml' || (versions !== undefined && versions[0] === target)


function failureIn(source: Source, cause: unknown): Finding {
  return { rule: 'valid-yaml', severity: 'error', message: failureMessage(cause), source, start: 0, end: source.line(1).length, object: '', path: '', failure: cause }
}
