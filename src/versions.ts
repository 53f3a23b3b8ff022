/** The Kubernetes versions that podlint knows. */

/** Oldest first; each has a table in `schema/tables/`. After `LATEST` come previews: minors of which there is only a beta. */
export const MINORS = ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37', '1.38'] as const

export type Minor = (typeof MINORS)[number]

/** The newest that is released. */
export const LATEST: Minor = '1.37'

/** `1.31`, `v1.31`, `1.31.4`, `v1.31.4-gke.100`, `latest` (kubeconform's `master` too): the minor, or undefined when podlint has no table for it. */
export function parseVersion(text: string): Minor | undefined {
  if (text === 'latest' || text === 'master') return LATEST
  const minor = /^v?(1\.\d+)(?:\.\d+(?:[-+][\w.+-]+)?)?$/.exec(text)?.[1]
  return MINORS.find((known) => known === minor)
}

/** 34 of `1.34`. */
export const minorNumber = (version: string): number => Number(version.slice(version.indexOf('.') + 1))

/** Oldest first, each once. */
export const inOrder = (minors: readonly Minor[]): readonly Minor[] => MINORS.filter((minor) => minors.includes(minor))
