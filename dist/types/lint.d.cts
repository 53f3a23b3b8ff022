import { type Diagnostic, type Report, type Severity } from './diagnostic.cjs';
import type { Rule } from './engine/define-rule.cjs';
export interface LintOptions {
    /** Minors: `1.37`. At least one. */
    kubernetesVersions: readonly string[];
    /** The rules that run, with their severity. */
    severities: ReadonlyMap<string, Severity>;
    /** By rule id; what is not given has the rule's default. */
    options?: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
    /** Names of images, without tag and digest, that a kustomization pins. */
    pinnedImages?: ReadonlySet<string>;
    /** Whether the report says of each rule with a finding what it is for; true unless said otherwise. */
    describe?: boolean;
    /** Called for each text, or part of one, that is recognised as something else than a manifest. */
    onLeftAlone?: (file: string, reason: string) => void;
}
export interface LintSource {
    /** As it is shown: relative, with forward slashes. A name that ends in `.md` or `.markdown` is linted in its fences. */
    file: string;
    text: string;
    /** Named on the command line, or standard input: then it has to be a manifest. */
    named: boolean;
    /** A resource of a kustomization's Component, which may call it `_`: each use gives it another name. */
    inComponent?: boolean;
    /** Standard input: its lines are no places that anybody could open. */
    isStream?: boolean;
}
export declare class Linter {
    private readonly options;
    private readonly custom;
    /** Whether any rule needs the objects of the whole run. */
    private readonly needsIndex;
    /** Only the server's own checks run, and not a single one: then its findings are wanted as it gives them. */
    private readonly isExact;
    private readonly runner;
    private readonly schema;
    private readonly parts;
    private readonly tape;
    private readonly kept;
    private readonly context;
    private readonly severalObjects;
    private readonly diagnostics;
    private summary;
    private findings;
    /** Of the text at hand. */
    private mayHoldPlaceholder;
    private inComponent;
    /** Of the text at hand, the last first; they go with the document that they are in. */
    private suppressionMistakes;
    /** Files, by the name that is shown, that kustomizations among the texts use otherwise than as manifests, and what for. */
    readonly usedByKustomizations: Map<string, string>;
    /** Where rules threw, in place of saying something. */
    readonly failures: {
        diagnostic: Diagnostic;
        cause: unknown;
    }[];
    /** `custom` are rules beside our own; `options.severities` says which of all run. */
    constructor(options: LintOptions, custom?: readonly Rule[]);
    /** Lints one text, and returns whether it holds a manifest. Findings of rules that look at several objects come with `finish`. */
    add({ file, text, named, inComponent, isStream }: LintSource): Promise<boolean>;
    /** Whether what was added so far has an object about which a rule could say more with `addContext`. */
    get wantsContext(): boolean;
    /** Reads one text without reporting on it: it is there for the rules that look at several objects. */
    addContext(file: string, text: string): Promise<void>;
    /** The report of everything that was added. */
    finish(): Promise<Report>;
    private lintFile;
    private lintText;
    /** Objects for rules that look at several: of a file of many documents, only those that hold one, for the rest may be megabytes. */
    private keep;
    private readSuppressions;
    private lintDocument;
    private objectAt;
    /** Whether it takes part in what rules look at several objects for. */
    private lintObject;
    private leaveAlone;
    /** Turns findings into diagnostics, while their texts are at hand. */
    private flush;
    private describe;
}
