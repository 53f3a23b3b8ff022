/** In a run for several Kubernetes versions, what is found once for each of them becomes one finding that says for which it holds. */

export interface Versioned {
  rule: string
  code?: string
  message: string
  start: number
  end: number
  path: string
  /** The minors that it holds for, oldest first; absent when these are all of the run. */
  versions?: readonly string[]
  /** The message has the version that it was found for: `Kubernetes 1.31 has no …`. */
  namesVersion?: true
}

/** `results` has every version of the run. */
export function mergeVersions<T extends Versioned>(results: readonly { version: string; findings: readonly T[] }[]): T[] {
  const merged = new Map<string, { finding: T; versions: string[] }>()
  for (const { version, findings } of results) {
    for (const finding of findings) {
      const said = finding.namesVersion === true ? finding.message.replace(`Kubernetes ${version}`, '') : finding.message
      const key = [finding.rule, finding.code, finding.start, finding.end, finding.path, said].join('\n')
      const known = merged.get(key)
      if (known === undefined) merged.set(key, { finding, versions: [version] })
      else if (known.versions.at(-1) !== version) known.versions.push(version)
    }
  }
  // That of the oldest version: its fix is right for all of them.
  return [...merged.values()].map(({ finding, versions }) => (versions.length === results.length ? finding : { ...finding, versions }))
}

/** The message with the versions that it holds for, when these are not all of the run. */
export const withVersions = ({ message, versions, namesVersion }: Versioned): string =>
  versions === undefined || (namesVersion === true && versions.length === 1) ? message : `${message} (in ${versions.join(', ')})`
