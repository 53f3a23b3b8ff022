/** Runs the visitors of all enabled rules over objects. */
import { type Severity } from '../diagnostic.cjs';
import type { FileTree } from '../model/file-tree.cjs';
import type { KustomizationView } from '../model/kustomization-view.cjs';
import type { KubernetesObject } from '../model/object.cjs';
import type { PodSecurityTarget } from '../model/pod-security/check.cjs';
import { RunIndex } from '../model/run-index.cjs';
import type { OwnRule, Rule } from './define-rule.cjs';
import type { Finding } from './finding.cjs';
import type { Watch } from './watch.cjs';
export interface RunnerOptions {
    kubernetesVersions: readonly string[];
    severities: ReadonlyMap<string, Severity>;
    options?: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
    /** By id: rules that have a name or a message of the user's own. */
    own?: ReadonlyMap<string, OwnRule>;
    pinnedImages?: ReadonlySet<string>;
    /** By the versions of the clusters, at no level, unless said otherwise. */
    podSecurity?: PodSecurityTarget;
    watch?: Watch;
    /** The files around. */
    tree?: () => FileTree;
}
export declare class RuleRunner {
    private readonly alone;
    private readonly together;
    private readonly contexts;
    private readonly options;
    /** By rule id: the other names that it runs under. */
    private readonly copies;
    private readonly report;
    constructor(rules: readonly Rule[], options: RunnerOptions, report: (finding: Finding) => void);
    /** Those of the rules that are switched on, for the objects from here on. */
    add(rules: readonly Rule[]): void;
    private bind;
    /** Rules that need nothing but this object. */
    run(object: KubernetesObject): void;
    runOnChart(chart: KubernetesObject): void;
    runOnKustomization(kustomization: KustomizationView): void;
    /** Rules that look at several objects: on each of those that are not left out, once all files are read. */
    runCrossObject(index: RunIndex, isLeftOut: (file: string, label: string) => boolean): void;
    private visitDefinition;
    private visit;
}
