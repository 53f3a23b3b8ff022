import { nearest } from './model/nearest.ts'

/** What only the user can put right: a flag, a setting, a path. It ends the run with exit code 2 and this message. */
export class UsageError extends Error {
  /** More than one, for several mistakes in one file. A line break in a line is one that the user's text has, and is printed as a sign. */
  readonly lines: readonly string[]

  constructor(lines: string | readonly string[], options?: ErrorOptions) {
    super(typeof lines === 'string' ? lines : lines.join('\n'), options)
    this.lines = typeof lines === 'string' ? [lines] : lines
  }
}

/** `, did you mean "warning"?` for a slip or the beginning of a word, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates) ?? candidates.find((candidate) => word.length > 1 && candidate.startsWith(word))
  return meant === undefined ? '' : `, did you mean "${meant}"?`
}
