import { nearest } from './model/nearest.ts'

/** What only the user can mend: a flag, a setting, a path. It ends the run with exit code 2 and this message. */
export class UsageError extends Error {}

/** `, did you mean "x"?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const meant = nearest(word, candidates)
  return meant === undefined ? '' : `, did you mean "${meant}"?`
}
