/** Patterns as in `.gitignore`, for a single path. */
import { lastMatch, readPatterns, type IgnorePattern } from './ignore-rules.ts'
import { relativePath } from './relative-path.ts'

/** One character for each byte, as patterns are read. */
const asBytes = (text: string): string => Buffer.from(text).toString('latin1')

export class PathPatterns {
  private readonly base: string
  private readonly patterns: readonly IgnorePattern[]

  /** `base`: the absolute folder that they are relative to. */
  constructor(base: string, patterns: readonly string[]) {
    this.base = base
    this.patterns = readPatterns(asBytes(patterns.join('\n')))
  }

  /** Whether they match an absolute path, or a folder on the way to it. */
  match(path: string): boolean {
    const steps = asBytes(relativePath(this.base, path)).split(/[\\/]/)
    return steps[0] !== '..' && steps.some((_, at) => lastMatch(this.patterns, steps.slice(0, at + 1), at + 1 < steps.length)?.negated === false)
  }
}
