/** What a rule can look at, and what it can do there. */
import type { Severity } from '../diagnostic.cjs';
import type { Definition } from '../model/definition.cjs';
import type { FileTree } from '../model/file-tree.cjs';
import type { KindMap, KnownKind, ThirdPartyKind } from '../model/kinds.cjs';
import type { KustomizationView } from '../model/kustomization-view.cjs';
import type { ContainerView, KubernetesObject, PodView } from '../model/object.cjs';
import type { PodSecurityTarget } from '../model/pod-security/check.cjs';
import type { Place, Spot } from '../model/place.cjs';
import type { RunIndex } from '../model/run-index.cjs';
import type { Fixer, OffsetEdit } from './fixer.cjs';
export interface ReportDetails {
    related?: readonly {
        place: Spot;
        message: string;
    }[];
    /** A milder one than that of the rule. */
    severity?: Severity;
}
/** Without a tape there is no fix. */
export type Reportable = Spot & Pick<Place, 'path'> & Partial<Pick<Place, 'tape' | 'node' | 'parent'>>;
export interface Context<Options = unknown> {
    readonly options: Options;
    readonly podSecurity: PodSecurityTarget;
    /** The minor of Kubernetes that is looked at: `1.37`. In a run for several, a rule that asks for it visits everything once for each. */
    readonly kubernetesVersion: string;
    /** Names of images, without tag and digest, that something else than the manifests pins: a kustomization. */
    readonly pinnedImages: ReadonlySet<string>;
    /** The files around; undefined where only texts are linted. */
    readonly files: FileTree | undefined;
    /** The other objects of the run. Only for rules with `crossObject: true`. */
    readonly index: RunIndex;
    /** `fix` makes the edits; it is only called when there is nothing against a fix at this place. */
    report(place: Reportable, message: string, fix?: (fixer: Fixer) => OffsetEdit | readonly OffsetEdit[] | undefined, more?: ReportDetails): void;
}
/** The visitors that are not named after a kind. */
export declare const SUBJECTS: readonly ['object', 'podSpec', 'container', 'kustomization', 'chart', 'definition'];
export type Visitors<Options = unknown> = {
    /** Every object, third parties' too. */
    object?(object: KubernetesObject, context: Context<Options>): void;
    /** The pod of every kind that has one. */
    podSpec?(pod: PodView, context: Context<Options>): void;
    /** Every container of such a pod: init, sidecar, main, ephemeral. */
    container?(container: ContainerView, context: Context<Options>): void;
    /** Every kustomization: no object of the cluster, and seen by no other visitor. */
    kustomization?(kustomization: KustomizationView, context: Context<Options>): void;
    /** Every Chart.yaml of Helm: no object of the cluster either. */
    chart?(chart: KubernetesObject, context: Context<Options>): void;
    /** Every object with a name, as little as the run keeps of it. Only for rules with `crossObject: true`. */
    definition?(definition: Definition, context: Context<Options>): void;
} & {
    readonly [K in KnownKind]?: (object: KubernetesObject<KindMap[K]>, context: Context<Options>) => void;
} & {
    readonly [K in ThirdPartyKind]?: (object: KubernetesObject, context: Context<Options>) => void;
};
