/**
 * What the API server's own compiler is asked about expressions in the Common Expression Language, and what it answers. Who asks it is `src/cel`, which is loaded when there is something to
 * ask. https://kubernetes.io/docs/reference/using-api/cel/
 */
import type { Step } from '../model/field-path.cjs';
import type { ErrorType } from './error-type.cjs';
/** One expression of an admission policy or webhook; its role says which variables it sees and what it has to be. */
export interface AdmissionExpression {
    role: 'variable' | 'condition' | 'validation' | 'message' | 'auditAnnotation' | 'applyConfiguration' | 'jsonPatch';
    /** Of a variable. */
    name?: string;
    text: string;
}
/** What the engine can be asked: see engine/main.go. It compiles once what has one id, which `KnownAnswers` gives. */
export type Task = 
/** The schema of one version of a CustomResourceDefinition. */
{
    schema: unknown;
}
/** All expressions of one policy, in the order in which they see each other. */
 | {
    admission: {
        params: boolean;
        expressions: readonly AdmissionExpression[];
    };
}
/** Selectors of devices. */
 | {
    devices: readonly string[];
}
/** Custom resources of one schema. */
 | {
    resources: {
        id?: string;
        schema: unknown;
        objects: readonly unknown[];
    };
}
/** Objects that are held against a ValidatingAdmissionPolicy. */
 | {
    policy: {
        id?: string;
        params: boolean;
        expressions: readonly AdmissionExpression[];
        inputs: readonly PolicyInput[];
    };
};
/** One object that is created. In all but the object, a map with the one key `\0` stands for what nobody can tell without a cluster; its value says what that is. */
export interface PolicyInput {
    object: unknown;
    /** The ways to what nobody can tell in the object. */
    unknown: readonly {
        way: readonly Step[];
        name: string;
    }[];
    params: unknown;
    request: unknown;
    namespace: unknown;
}
/** What an expression of a policy says against an object, or why nobody can tell. */
export interface PolicyOutcome {
    /** Among the inputs of the task. */
    input: number;
    /** Among its expressions. */
    index: number;
    /** Of the messageExpression. */
    message?: string;
    error?: string;
    unknown?: readonly string[];
    /** The way to the value of the object that was read last. */
    read?: readonly Step[];
}
/** What the server would say. */
export interface ExpressionFault {
    /** Of the expression, among those of the task. */
    index: number;
    /** As the server prints the field, for a schema. */
    path?: string;
    type: ErrorType;
    detail: string;
}
export interface Answer {
    faults?: readonly ExpressionFault[];
    outcomes?: readonly PolicyOutcome[];
    /** Why the engine gave no answer. */
    failure?: string;
}
export interface Question {
    readonly task: Task;
    /** The steps to what a fault is about, from the node of the question, and the path that the server prints where it differs. */
    readonly about: (fault: ExpressionFault) => {
        steps: readonly Step[];
        path?: string;
    } | undefined;
}
