/** What the project says of itself. */
/** Kept equal to package.json by a test. */
export declare const VERSION = "0.1.0";
export declare const HOMEPAGE = "https://github.com/podlint/podlint";
/** The documentation page of a rule. */
export declare const ruleUrl: (id: string) => string;
