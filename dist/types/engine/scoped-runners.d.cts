/** The rules of a run in which not the same ones hold everywhere: a runner for each choice of them. */
import { type Severity } from '../diagnostic.cjs';
import type { KubernetesObject } from '../model/object.cjs';
import type { RunIndex } from '../model/run-index.cjs';
import type { Rule } from './define-rule.cjs';
import type { Finding } from './finding.cjs';
import type { RuleRunner } from './rule-runner.cjs';
/** What overrides are told by. */
export interface ScopedObject extends Pick<KubernetesObject, 'apiVersion' | 'kind' | 'namespace' | 'name'> {
    readonly labels: Readonly<Record<string, unknown>>;
}
/** The rules that hold somewhere. */
export interface Profile {
    severities: ReadonlyMap<string, Severity>;
    options?: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}
export interface Scopes {
    /** Of an object in a file, by the name that is shown, or of a file. The same rules are the same profile. */
    of(file: string, object: ScopedObject | undefined): Profile;
}
export declare class ScopedRunners {
    private readonly scopes;
    private readonly make;
    private readonly runners;
    private readonly rules;
    /** By file and label: findings do not know their object. */
    private readonly profiles;
    constructor(scopes: Scopes, make: (profile: Profile) => RuleRunner);
    /** For the objects from here on. */
    add(rules: readonly Rule[]): void;
    runnerFor(object: KubernetesObject): RuleRunner;
    runCrossObject(index: RunIndex, isLeftOut: (file: string) => boolean): void;
    /** With the severity that holds where it is; undefined where its rule is off. `usual`: by rule, the severities that what the schema finds has. */
    scoped(finding: Finding, usual: ReadonlyMap<string, Severity>): Finding | undefined;
    private profileOf;
    private runnerOf;
}
