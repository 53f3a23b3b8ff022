/** The use case on one page: read, walk, run the rules, suppress, sort. */
import { type Report, type Severity } from './diagnostic.cjs';
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
}
export interface LintSource {
    /** As it is shown: relative, with forward slashes. A name that ends in `.md` or `.markdown` is linted in its fences. */
    file: string;
    text: string;
    /** Named on the command line, or standard input: then it has to be a manifest. */
    named: boolean;
}
export declare class Linter {
    private readonly options;
    private readonly rules;
    private readonly runner;
    private readonly schema;
    private readonly tape;
    private readonly kept;
    private readonly context;
    private readonly diagnostics;
    private summary;
    private findings;
    /** `rules` are those that there are; `options.severities` says which of them run. */
    constructor(options: LintOptions, rules?: readonly Rule[]);
    /** Lints one text. Findings of rules that look at several objects come with `finish`. */
    add({ file, text, named }: LintSource): Promise<void>;
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
    private lintDocument;
    private lintObject;
    private leaveAlone;
    /** Turns findings into diagnostics, while their texts are at hand. */
    private flush;
    private describe;
}
