/**
 * What is done to an object between its file and the cluster: a kustomization patches it, and gives it a namespace, names and labels. What may be added there is not missing,
 * and everything else is judged as it stands.
 */
import type { Diagnostic } from '../diagnostic.cjs';
/** Where something would have to be added for a finding to be wrong: to the object itself, or to another one. */
export type Lack = 'here' | 'elsewhere';
/** Objects, by regular expressions for the whole of their kind and name; any without them. */
export interface Target {
    kind?: string;
    name?: string;
}
export interface Completion {
    /** Objects that get fields from patches, replacements or transformers. */
    targets: Target[];
    /** Fields that hold a namespace are set. */
    namespace: boolean;
    /** `_` is the name of a resource until it is given one. */
    standIns: boolean;
    /** Labels are added, to selectors and pods, too. */
    labels: boolean;
    annotations: boolean;
    /** `$(NAME)` is replaced by a value. */
    variables: boolean;
}
export declare const noCompletion: () => Completion;
/** All that can be done. */
export declare const ANYTHING: Completion;
/** Adds what `more` does. */
export declare function addCompletion(to: Completion, more: Completion): void;
/** Whether a finding may be untrue of what becomes of the object. */
export declare function isCompleted({ object, path, sourceLine, start, end }: Diagnostic, lack: Lack | undefined, by: Completion): boolean;
/** Whether a target is for an object of exactly this name. */
export declare const matchesTarget: (target: Target, kind: string, name: string) => boolean;
