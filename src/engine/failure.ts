/** A rule or a constraint that throws: a bug of podlint, never the manifest's fault. It costs what it would have said, and nothing else. */

/** What stands in the place of its findings. */
export function failureMessage(cause: unknown): string {
  const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]
  return `podlint itself failed to check this: ${reason}`
}
