import { type Step } from '../model/field-path.cjs';
import type { KubernetesObject } from '../model/object.cjs';
import { type Tape } from '../parser/tape.cjs';
import type { CompiledType, ConstraintTable } from './compiled-constraints.cjs';
import type { CheckContext, ErrorType, ReportOptions, TypeCheckContext } from './constraints.cjs';
import type { Question } from './expressions.cjs';
import type { WalkFinding } from './walk-finding.cjs';
/** A node whose constraints are to be checked. */
export interface Pending {
    node: number;
    /** Its key node, or -1. */
    key: number;
    compiled: CompiledType;
    /** The pod spec around it. */
    pod: {
        node: number;
        template: boolean;
    } | undefined;
    /** Plain value, where it is not that of the node. */
    value?: unknown;
    /** The way down to the object that the constraints are of, when it is not there: the server takes it for an empty one. */
    absent?: readonly Step[];
}
/** A question for the API server's compiler, and where it comes from. */
export interface Asked extends Question {
    readonly owner: KubernetesObject;
    readonly pending: Pending;
    readonly rule: string;
}
/** What there is to say of an answer. */
export interface Reported {
    steps: readonly Step[];
    code?: ErrorType;
    message: string;
    options: ReportOptions;
}
/** It is itself the context that checks get, always of the node at hand: one is enough, and thousands would be garbage. */
export declare class ConstraintChecker implements TypeCheckContext {
    readonly minor: number;
    private checkedField;
    private readonly constraints;
    private readonly emit;
    /** The way from the node at hand down to an object that is not there, while that is checked. */
    private absent;
    private owner;
    private tape;
    private pending;
    private rule;
    /** What a check says is taken only as long as nothing unreadable was looked for since it began. */
    private readsBefore;
    /** Of the node at hand, once somebody asks. */
    private way;
    /** Nodes that the server does not look into. */
    private skipped;
    /** Nodes that the server refuses, or misses a field of, and those that they are in. */
    private refused;
    private readonly later;
    /** Items that begin with a dash too many, as has been said. */
    private readonly strayDashes;
    private asked;
    constructor(minor: number, constraints: ConstraintTable, emit: (finding: WalkFinding) => void);
    begin(owner: KubernetesObject): void;
    /** Nodes of the object. The list has what is inside before what is around it, and what is around says whether the server looks inside. */
    check(all: readonly Pending[]): void;
    private checkLater;
    private fail;
    /** Whether the server does not look at a node. */
    isSkipped(node: number): boolean;
    private skipNode;
    get kind(): string;
    get options(): CheckContext['options'];
    get apiVersion(): string;
    get object(): CheckContext['object'];
    get pod(): CheckContext['pod'];
    /** Of the checked value, or the nearest around the node. */
    get field(): string;
    get path(): string;
    private get nodePath();
    private pathOf;
    private get steps();
    readonly skip: (...steps: readonly Step[]) => void;
    private below;
    readonly isRefused: (...steps: readonly Step[]) => boolean;
    private refuse;
    readonly report: (steps: readonly Step[], code: ErrorType, message: string, options?: ReportOptions) => void;
    readonly warn: (steps: readonly Step[], message: string, options?: ReportOptions) => void;
    readonly ask: TypeCheckContext['ask'];
    /** What was asked since the last time. */
    takeQuestions(): readonly Asked[];
    /** While the tape is still that of the question. */
    answer({ owner, pending, rule }: Asked, reports: readonly Reported[]): void;
    private checkFields;
    private checkRequired;
    /** Fields that the server checks though they are missing, and objects that it holds by value. */
    private checkMissing;
    /** An object that is not there is one without fields for the server. */
    private checkAbsent;
    private test;
    private checkSets;
    private run;
    private checkOneOf;
    private missOneOf;
    private checkUnique;
    private fault;
}
export declare const isPresent: (tape: Tape, node: number) => boolean;
