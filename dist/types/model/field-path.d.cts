/** Field paths as the API server prints them: `spec.containers[0].image`, `metadata.annotations[example.com/owner]`. */
export type Step = string | number;
export declare function appendStep(path: string, step: Step): string;
