import { type Diagnostic, type Report, type Severity } from './diagnostic.cjs';
import type { OwnRule, Rule } from './engine/define-rule.cjs';
import { type Completion } from './model/completion.cjs';
import type { PodSecurityTarget } from './model/pod-security/check.cjs';
import type { KustomizationUnit } from './model/kustomization-unit.cjs';
import { TapeObject } from './model/tape-object.cjs';
import type { CustomOptions } from './schema/crd/custom-resources.cjs';
export interface LintOptions {
    /** Minors, oldest first: `1.37`. At least one. */
    kubernetesVersions: readonly string[];
    /** Of the two versions, the second is what the cluster is to be upgraded to: only what that changes is reported. */
    isUpgrade?: boolean;
    /** The rules that run, with their severity. */
    severities: ReadonlyMap<string, Severity>;
    /** By the versions of Kubernetes, at no level, unless said otherwise. */
    podSecurity?: PodSecurityTarget;
    /** By rule id; what is not given has the rule's default. */
    options?: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
    /** By id: rules that have a name or a message of the user's own. */
    own?: ReadonlyMap<string, OwnRule>;
    /** Names of images, without tag and digest, that a kustomization pins. */
    pinnedImages?: ReadonlySet<string>;
    /** What kustomizations do to the objects of a file before they are applied, by the name that is shown. `wide`: it is worth a look at the whole repository. */
    completionOf?: (file: string, wide: boolean) => Promise<Completion | undefined>;
    /** The kustomizations among the files: which of them are built together. */
    kustomizations?: readonly KustomizationUnit[];
    /** What lives elsewhere: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*`. */
    external?: readonly string[];
    /** Whether the report says of each rule with a finding what it is for; true unless said otherwise. */
    describe?: boolean;
    /** What is known of custom resources besides the definitions among the texts. */
    customResources?: CustomOptions;
    /** A folder of the user's own where the engine for expressions may be kept, decompressed; asked for when there is an expression. */
    cacheFolder?: () => string | undefined;
    /** Called for each text, or part of one, that is recognised as something else than a manifest. */
    onLeftAlone?: (file: string, reason: string) => void;
}
export interface LintSource {
    /** As it is shown: relative, with forward slashes. A name that ends in `.md` or `.markdown` is linted in its fences. */
    file: string;
    text: string;
    /** Named on the command line, or standard input: then it has to be a manifest. */
    named: boolean;
    /** Standard input: its lines are no places that anybody could open. */
    isStream?: boolean;
}
export declare class Linter {
    private readonly options;
    private readonly custom;
    /** All that there are, under all names. */
    private readonly heads;
    /** Whether any rule needs the objects of the whole run. */
    private readonly needsIndex;
    /** Only the server's own checks run, and not a single one: then its findings are wanted as it gives them. */
    private readonly isExact;
    private readonly runner;
    private readonly schema;
    private readonly parts;
    private readonly tape;
    private engine;
    private readonly kept;
    /** Of all objects, also of those that are not kept. */
    private readonly defined;
    /** Custom resources, and what may define them: in which file that is nobody knows before all are read. */
    private readonly customResources;
    readonly definitions: TapeObject[];
    /** The tapes of those with placeholders beyond what is looked for in objects without a definition. */
    private readonly mayHaveMore;
    private readonly context;
    private readonly severalObjects;
    /** Files with objects of which nobody can tell the kind. */
    private readonly unidentified;
    private diagnostics;
    private readonly lacks;
    /** Of Kustomizations of Flux, by the folder that they are for. */
    private readonly completedFolders;
    private summary;
    private findings;
    /** Of the text at hand. */
    private mayHoldPlaceholder;
    /** Of the text at hand, the last first; they go with the document that they are in. */
    private suppressionMistakes;
    private suppressions;
    /** Those in checked documents of all texts, whose use shows at the end. */
    private readonly checkedSuppressions;
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
    add({ file, text, named, isStream }: LintSource): Promise<boolean>;
    /** Whether what was added so far has an object about which a rule could say more with `addContext`. */
    get wantsContext(): boolean;
    /** Whether it was added anything that a definition could say more about. */
    get wantsDefinitions(): boolean;
    /** Reads one text only for its definitions, and returns how many it has. */
    addDefinitions(file: string, text: string): Promise<number>;
    /** Reads one text without reporting on it: it is there for the rules that look at several objects. */
    addContext(file: string, text: string): Promise<void>;
    /** The report of everything that was added. */
    finish(): Promise<Report>;
    private lintFile;
    private lintText;
    /** Objects for rules that look at several, custom resources and definitions: of a file of many documents, only those that hold one, for the rest may be megabytes. */
    private keep;
    private readSuppressions;
    private lintDocument;
    private objectAt;
    /** Whether it takes part in what rules look at several objects for. */
    private lintObject;
    /** Once all definitions are known. */
    private lintCustomResources;
    private engineOfRun;
    private leaveAlone;
    /** Turns findings into diagnostics, while their texts are at hand. */
    private flush;
    /** Once everything is found. */
    private findUnusedSuppressions;
    /** What a kustomization may add is not missing. */
    private leaveOutCompleted;
    private completionsOf;
    private urlOf;
    private describe;
}
