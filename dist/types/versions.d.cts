/** The Kubernetes versions that podlint knows. */
/** Oldest first; each has a table in `schema/tables/`. After `LATEST` come previews: minors of which there is only a beta. */
export declare const MINORS: readonly ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37', '1.38'];
export type Minor = (typeof MINORS)[number];
/** The newest that is released. */
export declare const LATEST: Minor;
/** `1.31`, `v1.31`, `1.31.4`, `v1.31.4-gke.100`, `latest` (kubeconform's `master` too): the minor, or undefined when podlint has no table for it. */
export declare function parseVersion(text: string): Minor | undefined;
/** 34 of `1.34`. */
export declare const minorNumber: (version: string) => number;
/** Oldest first, each once. */
export declare const inOrder: (minors: readonly Minor[]) => readonly Minor[];
