/** Field paths as the API server prints them: `spec.containers[0].image`, `metadata.annotations[example.com/owner]`. */
export type Step = string | number;
/** Paths are made all the time, out of few different fields. */
export declare function isName(step: string): boolean;
/** A path below which nothing is told apart any more; undefined while there is room. */
export declare const cutPath: (path: string) => string | undefined;
export declare function appendStep(path: string, step: Step): string;
