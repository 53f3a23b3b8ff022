/** What a run of the linter is told. */
import type { Severity } from './diagnostic.cjs';
import type { OwnRule } from './engine/define-rule.cjs';
import type { Scopes } from './engine/scoped-runners.cjs';
import type { SuppressionOptions } from './engine/suppressions.cjs';
import type { Watch } from './engine/watch.cjs';
import type { ExpressionEngine } from './expression-engine.cjs';
import type { Completion } from './model/completion.cjs';
import type { FileTree } from './model/file-tree.cjs';
import type { KustomizationUnit } from './model/kustomization-unit.cjs';
import type { PodSecurityTarget } from './model/pod-security/check.cjs';
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
    /** What evaluates expressions, for several linters; whoever gives it ends it. */
    engine?: ExpressionEngine;
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
