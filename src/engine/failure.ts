/** A rule or a constraint that throws: a bug of its author, never the manifest's fault. It costs what it would have said, and nothing else. */

/** Thrown by a rule that is not podlint's own. */
export class PluginError extends Error {
  /** As it is shown. */
  readonly plugin: string

  constructor(plugin: string, cause: unknown) {
    super(firstLine(cause), { cause })
    this.plugin = plugin
  }
}

/** What stands in the place of its findings. */
export function failureMessage(cause: unknown): string {
  return `${cause instanceof PluginError ? `the plugin${cause.plugin === '' ? '' : ` ${cause.plugin}`}` : 'podlint itself'} failed to check this: ${firstLine(cause)}`
}

const firstLine = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!
