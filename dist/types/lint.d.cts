import { type Diagnostic, type Report, type RuleInfo, type Severity } from './diagnostic.cjs';
import type { OwnRule, Rule } from './engine/define-rule.cjs';
import { type Finding } from './engine/finding.cjs';
import { type Scopes } from './engine/scoped-runners.cjs';
import type { SuppressionOptions } from './engine/suppressions.cjs';
import type { Watch } from './engine/watch.cjs';
import { type Completion, type Lack } from './model/completion.cjs';
import type { FileTree } from './model/file-tree.cjs';
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
    /** Where other rules hold than everywhere else; `severities` are then those that run anywhere. */
    scopes?: Scopes;
    /** Puts marks in place of placeholders of the user's own. */
    markPlaceholders?: (text: string) => string;
    /** By rule id; what is not given has the rule's default. */
    options?: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
    /** By id: rules that have a name or a message of the user's own. */
    own?: ReadonlyMap<string, OwnRule>;
    /** There are rules that are not among these: of plugins that are not loaded. */
    areOpen?: boolean;
    /** Names of images, without tag and digest, that a kustomization pins. */
    pinnedImages?: ReadonlySet<string>;
    /** What kustomizations do to the objects of a file before they are applied, by the name that is shown. `wide`: it is worth a look at the whole repository. */
    completionOf?: (file: string, wide: boolean) => Promise<Completion | undefined>;
    /** The files around those that are linted. */
    tree?: () => FileTree;
    /** The kustomizations among the files: which of them are built together. */
    kustomizations?: readonly KustomizationUnit[];
    /** What lives elsewhere: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*`. */
    external?: readonly string[];
    /** Whether the report says of each rule with a finding what it is for; true unless said otherwise. */
    describe?: boolean;
    /** What is known of custom resources besides the definitions among the texts. */
    customResources?: CustomOptions;
    /** What comments and annotations may ignore; `none` counts. Unless said otherwise they need no reason, and do not expire. */
    suppression?: SuppressionOptions | 'none';
    /** The texts were rendered from templates: whether a comment in one is of use depends on values, and other ones may come out of the same template. */
    isRendered?: boolean;
    /** Files with admission policies that hold without a binding. */
    policyFiles?: ReadonlySet<string>;
    /** Whether every object is kept until the end, for admission policies: they may come after what they are about. */
    keepsObjects?: boolean;
    /** A folder of the user's own where the engine for expressions may be kept, decompressed; asked for when there is an expression. */
    cacheFolder?: () => string | undefined;
    /** Told what takes how long. */
    watch?: Watch;
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
    /** Where other rules hold. */
    private readonly scoped;
    private readonly schema;
    private readonly parts;
    private readonly tape;
    private engine;
    private kustomizations;
    /** What the engine was asked about the text at hand. */
    private asked;
    /** Texts that it has not answered for. */
    private readonly waiting;
    private readonly kept;
    /** Of all objects, also of those that are not kept. */
    private readonly defined;
    /** Custom resources, and what may define them: in which file that is nobody knows before all are read. */
    private readonly customResources;
    readonly definitions: TapeObject[];
    /** For admission policies: they themselves, and what they may be about. */
    private readonly subjects;
    private keepsObjects;
    /** Whether there were objects before the first policy, which are not among them. */
    private hasForgotten;
    /** The tapes of those with placeholders beyond what is looked for in objects without a definition. */
    private readonly mayHaveMore;
    private readonly context;
    /** Those of the context whose policies are checked nevertheless: who gives a policy wants it to hold. */
    private readonly withPolicies;
    private readonly severalObjects;
    /** Files with objects of which nobody can tell the kind. */
    private readonly unidentified;
    private diagnostics;
    /** Of diagnostics that are about something that is not there. */
    readonly lacks: Map<Diagnostic, Lack>;
    /** Of Kustomizations of Flux, by the folder that they are for. */
    private readonly completedFolders;
    private summary;
    private findings;
    /** Of the text at hand. */
    private mayHoldPlaceholder;
    /** Of the text at hand, the last first; they go with the document that they are in. */
    private suppressionMistakes;
    private suppressions;
    private suppressionRun;
    /** Those in checked documents of all texts, whose use shows at the end. */
    private readonly checkedSuppressions;
    /** Files, by the name that is shown, that kustomizations among the texts use otherwise than as manifests, and what for. */
    readonly usedByKustomizations: Map<string, string>;
    private index;
    /** The patterns of `external` that something was left out for. */
    get usedExternal(): ReadonlySet<string>;
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
    /** Whether there are admission policies among the objects, and what they are about was not kept: another pass has to. */
    get wantsObjects(): boolean;
    /** Reads one text for its admission policies, and for the parameters and namespaces that they need; returns what the API server would refuse of its policies. */
    addPolicies(file: string, text: string): Promise<readonly Finding[]>;
    /** How many admission policies and bindings one of the texts has. */
    policiesIn(file: string): number;
    /** Reads one text only for its definitions, and returns how many it has. */
    addDefinitions(file: string, text: string): Promise<number>;
    /** Reads one text without reporting on it: it is there for the rules that look at several objects. */
    addContext(file: string, text: string): Promise<readonly Finding[]>;
    /** Leaves a text until the engine has answered, while others are read. */
    private wait;
    private answerFirst;
    private reportAnswers;
    /** Of what was linted. */
    get thirdParties(): readonly TapeObject[];
    /** Takes over the objects of another run, but for those of some files: they are there for the rules that look at several objects, and for admission policies. */
    addFrom(other: Linter, isLeftOut: (file: string) => boolean): void;
    /** The report of everything that was added. */
    finish(): Promise<Report>;
    private lintFile;
    private lintText;
    /** Objects for rules that look at several, custom resources and definitions: of a file of many documents, only those that hold one, for the rest may be megabytes. */
    private keep;
    private readSuppressions;
    private lintDocument;
    private reportDocument;
    /** No object of the cluster: nothing else looks at it. */
    private lintKustomization;
    /** The metadata of a chart, which is no object of the cluster either. */
    private lintChart;
    private objectAt;
    /** Whether it takes part in what rules look at several objects for. */
    private lintObject;
    /** Once all definitions are known. */
    private lintCustomResources;
    private lintPolicies;
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
    /** What the rules with these ids are for. */
    describe(ids: ReadonlySet<string>): Promise<Map<string, RuleInfo>>;
}
