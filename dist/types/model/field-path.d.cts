/** Field paths as the API server prints them: `spec.containers[0].image`, `metadata.annotations[example.com/owner]`. */
export type Step = string | number;
/** Paths are made all the time, out of few different fields. */
export declare function isName(step: string): boolean;
export declare function appendStep(path: string, step: Step): string;
