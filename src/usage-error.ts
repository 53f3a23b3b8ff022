import { nearest } from './model/nearest.ts'

/** What only the user can mend: a flag, a setting, a path. It ends the run with exit code 2 and this message. */
export class UsageError extends Error {}

/** `, did you mean "warning"?` for a slip or the beginning of a word, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates) ?? candidates.find((candidate) => word.length > 1 && candidate.startsWith(word))
  return meant === undefined ? '' : `, did you mean "${meant}"?`
}
