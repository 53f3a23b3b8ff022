/** A Kubernetes object on a tape: nothing is read of it before somebody asks. */
import type { Tape } from '../parser/tape.cjs';
import type { AnyObject, At, KindMap, KnownKind, Loose } from './kinds.cjs';
import type { KubernetesObject, PodView } from './object.cjs';
import { type Place } from './place.cjs';
import type { Source } from './source.cjs';
export declare class TapeObject<T = AnyObject> implements KubernetesObject<T> {
    readonly source: Source;
    readonly tape: Tape;
    /** The root node; an item of a List has its own. */
    readonly root: number;
    readonly apiVersion: string;
    readonly kind: string;
    /** A kind of Kubernetes itself, of any version: only then a visitor named after a kind sees it. */
    readonly builtin: boolean;
    readonly namespaced: boolean;
    /** Where a List holds it: `items[3]`; empty for an object of its own. */
    readonly prefix: string;
    private podView;
    private ownName;
    private ownNamespace;
    constructor(source: Source, tape: Tape, root: number, identity: {
        apiVersion: string;
        kind: string;
        builtin: boolean;
        namespaced: boolean;
        prefix: string;
    });
    /** The same object on a tape of its own, for rules that run after other files are read. */
    detach(source: Source, tape: Tape, root: number): TapeObject<T>;
    /** Plain values, without what has a wrong type. */
    get value(): Loose<T>;
    get name(): string;
    get namespace(): string;
    /** `Deployment shop/web`; a generated name as `Pod web-*`. */
    get label(): string;
    /** Undefined when this kind runs no pod. */
    get pod(): PodView | undefined;
    readonly at: At<T, Place>;
    is<K extends KnownKind>(kind: K): this is KubernetesObject<KindMap[K]>;
    private text;
}
