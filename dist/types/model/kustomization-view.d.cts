/** A kustomization under lint, as rules see it: with what is there of the files that it names. */
import type { Target } from './completion.cjs';
import type { KubernetesObject } from './object.cjs';
export interface KustomizationView {
    readonly object: KubernetesObject;
    readonly isComponent: boolean;
    /** The paths that it names; none where nobody can tell what they are relative to: in a file of another name, in Markdown, in a text from standard input. */
    readonly paths: readonly NamedPath[];
    readonly patches: readonly NamedPatch[];
    /** What is built before its own patches and transformers; undefined when some of it is not here, or anything may be built with it. */
    readonly content: KustomizationContent | undefined;
}
export interface NamedPath {
    /** The scalar that has it. */
    readonly node: number;
    /** `resources`, `patches` … */
    readonly field: string;
    /** As it is written. */
    readonly path: string;
    /** From the working directory. */
    readonly target: string;
    readonly wants: 'kustomization or file' | 'kustomization' | 'file';
    readonly found: 'file' | 'folder' | 'kustomization' | 'nothing' | 'unknown';
    /** What is beside it in its folder, when it is not there. */
    readonly beside: readonly string[];
}
export interface NamedPatch {
    /** Where it says what it is for: its target, its file, or itself. */
    readonly node: number;
    /** For objects of these kinds and names, by expressions; a patch without a target is for those that it names. */
    readonly isSelector: boolean;
    readonly targets: readonly Target[];
}
export interface BuiltObject {
    readonly kind: string;
    /** All that it is called on its way. */
    readonly names: readonly string[];
}
export interface KustomizationContent {
    readonly objects: readonly BuiltObject[];
    /** Whether a word, such as the name of an image, stands anywhere in what is built, but in what this kustomization itself says of images. */
    mentions(word: string): boolean;
}
