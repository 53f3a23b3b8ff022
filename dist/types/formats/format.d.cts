/**
 * What every validator of a grammar looks like: nothing for a right value, else why it is wrong, as the rest of a sentence that starts with
 * the value in quotes (`"Web" must consist of …`). A list where the API server gives one error for each broken part.
 */
export type Format<Value = string> = (value: Value) => string | readonly string[] | undefined;
/** Reasons that were found, in the shape of a `Format`'s answer. */
export declare const orNothing: (reasons: string[]) => readonly string[] | undefined;
/** Limits of Kubernetes count bytes of UTF-8. */
export declare const longerThan: (limit: number, value: string) => boolean;
