/** The rules of a run in which not the same ones hold everywhere: a runner for each choice of them. */
import { milder, type Severity } from '../diagnostic.ts'
import type { KubernetesObject } from '../model/object.ts'
import type { RunIndex } from '../model/run-index.ts'
import type { Rule } from './define-rule.ts'
import type { Finding } from './finding.ts'
import type { RuleRunner } from './rule-runner.ts'

/** What overrides are told by. */
export interface ScopedObject extends Pick<KubernetesObject, 'apiVersion' | 'kind' | 'namespace' | 'name'> {
  readonly labels: Readonly<Record<string, unknown>>
}

/** The rules that hold somewhere. */
export interface Profile {
  severities: ReadonlyMap<string, Severity>
  options?: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

export interface Scopes {
  /** Of an object in a file, by the name that is shown, or of a file. The same rules are the same profile. */
  of(file: string, object: ScopedObject | undefined): Profile
}

export class ScopedRunners {
  private readonly scopes: Scopes
  private readonly make: (profile: Profile) => RuleRunner
  private readonly runners = new Map<Profile, RuleRunner>()
  private readonly rules: (readonly Rule[])[] = []
  /** By file and label: findings do not know their object. */
  private readonly profiles = new Map<string, Profile>()

  constructor(scopes: Scopes, make: (profile: Profile) => RuleRunner) {
    this.scopes = scopes
    this.make = make
  }

  /** For the objects from here on. */
  add(rules: readonly Rule[]): void {
    this.rules.push(rules)
    for (const runner of this.runners.values()) runner.add(rules)
  }

  runnerFor(object: KubernetesObject): RuleRunner {
    const { tape, root, source, label } = object
    const labels = tape.find(tape.find(root, 'metadata'), 'labels')
    const profile = this.scopes.of(source.file, {
      apiVersion: object.apiVersion,
      kind: object.kind,
      namespace: object.namespace,
      name: object.name,
      get labels() {
        return labels === -1 || !tape.isMap(labels) ? {} : (tape.toJS(labels) as Readonly<Record<string, unknown>>)
      },
    })
    this.profiles.set(`${source.file}\n${label}`, profile)
    return this.runnerOf(profile)
  }

  runCrossObject(index: RunIndex, isLeftOut: (file: string) => boolean): void {
    for (const [profile, runner] of this.runners) runner.runCrossObject(index, (file, label) => isLeftOut(file) || this.profileOf(file, label) !== profile)
  }

  /** With the severity that holds where it is; undefined where its rule is off. `usual`: by rule, the severities that what the schema finds has. */
  scoped(finding: Finding, usual: ReadonlyMap<string, Severity>): Finding | undefined {
    const level = this.profileOf(finding.source.file, finding.object).severities.get(finding.rule)
    if (level === undefined || finding.failure !== undefined) return level === undefined ? undefined : finding
    return { ...finding, severity: finding.severity === usual.get(finding.rule) ? level : milder(level, finding.severity) }
  }

  private profileOf(file: string, label: string): Profile {
    return this.profiles.get(`${file}\n${label}`) ?? this.scopes.of(file, undefined)
  }

  private runnerOf(profile: Profile): RuleRunner {
    let runner = this.runners.get(profile)
    if (runner === undefined) {
      this.runners.set(profile, (runner = this.make(profile)))
      for (const rules of this.rules) runner.add(rules)
    }
    return runner
  }
}
