/** A finding, and everything a reporter needs to print it. Offsets and columns are UTF-16 code units. */
export type Severity = 'error' | 'warning' | 'info';
export declare const SEVERITIES: readonly Severity[];
/** The one that troubles less. */
export declare const milder: (one: Severity, other: Severity) => Severity;
/** A place in a file. `line` and `column` start at 1, `offset` at 0. */
export interface Position {
    line: number;
    column: number;
    offset: number;
}
export interface Related {
    message: string;
    file: string;
    start: Position;
    end: Position;
}
/** Replace the text from `start` up to, not including, `end`. */
export interface TextEdit {
    start: Position;
    end: Position;
    text: string;
}
/** Safe: the cluster behaves the same afterwards. */
export type FixSafety = 'safe' | 'unsafe';
export interface Diagnostic {
    /** Rule id, such as `no-privileged-container`. */
    rule: string;
    severity: Severity;
    message: string;
    /** Error type of Kubernetes (`Required`, `Invalid`, …) or `Decode`, for findings of the API server's own checks. */
    code?: string;
    /** In a run for several Kubernetes versions: those that it holds for, oldest first. */
    kubernetesVersions?: string[];
    /** Relative to the working directory, with forward slashes. */
    file: string;
    start: Position;
    /** Exclusive. */
    end: Position;
    /** `Deployment shop/web`, `Pod web` without a namespace, or empty when there is no object. */
    object: string;
    /** The file that the object was rendered from, as a comment above it says: `chart/templates/web.yaml`. */
    origin?: string;
    /** The field as the API server prints it: `spec.template.spec.containers[0].image`; empty when there is none. */
    path: string;
    related?: Related[];
    /** Empty when there is no fix. */
    edits: TextEdit[];
    /** Present exactly when `edits` is not empty. */
    fix?: FixSafety;
    /** The documentation page of the rule; empty when a plugin's rule has none. */
    url: string;
    /** The text of the line `start.line`, for code frames; without its line break. */
    sourceLine: string;
}
/** What a reporter says about a rule beside its findings. */
export interface RuleInfo {
    id: string;
    category: string;
    severity: Severity;
    summary: string;
    why: string;
    /** Empty when a plugin's rule says nothing of it. */
    howToFix: string;
    /** Empty when a plugin's rule has no page. */
    url: string;
    references: readonly string[];
}
export interface Summary {
    files: number;
    documents: number;
    /** Objects that were checked. */
    resources: number;
    /** Objects of kinds without a schema, such as custom resources whose CRD is not in the set: how many, by `apiVersion/kind`. */
    unknownKinds: Record<string, number>;
    /** Files that were recognised and left alone, by reason (`helm template`, `kustomize patch`, …). */
    leftAlone: Record<string, number>;
    errors: number;
    warnings: number;
    infos: number;
    /** Findings that `--fix` would fix. */
    fixable: number;
    /** Findings that `--fix` would fix only with `--unsafe-fixes`. */
    fixableUnsafe: number;
    /** Findings silenced by comments. */
    suppressed: number;
    /** With a baseline: findings that it knows. */
    inBaseline?: number;
    /** Where only what has changed is reported: findings elsewhere. */
    inUnchanged?: number;
    /** Values that something still has to fill in, such as `${APP}`: taken for right. */
    placeholders: number;
}
/** The result of one run: the only input of a reporter. */
export interface Report {
    /** Version of podlint. */
    version: string;
    /** Sorted with `compareDiagnostics`, without duplicates. */
    diagnostics: Diagnostic[];
    summary: Summary;
    /** Files that hold several objects, and standard input: there a line alone does not tell of which object a finding is. */
    severalObjects?: ReadonlySet<string>;
    /** Every rule that has a finding, by id; empty when they were not asked for. */
    rules: Map<string, RuleInfo>;
}
/** The report with the counts of its findings. */
export declare function tally(report: Report): Report;
/** The order of every report: file, place, rule, message. */
export declare function compareDiagnostics(a: Diagnostic, b: Diagnostic): number;
