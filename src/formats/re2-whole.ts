/** Regular expressions of RE2 in settings: they have to match a whole text. */
import { re2 } from './re2.ts'
import { re2Search } from './re2-search.ts'

export type Matcher = (text: string) => boolean

/** Whether an expression matches a whole text; the reason, as the rest of a sentence, for one that Go cannot compile. */
export function wholeMatcher(expression: string): Matcher | string {
  const reason = re2(expression)
  if (reason !== undefined) return reason
  // Only a quotation that is never closed takes the bracket into itself.
  return re2Search(`\\A(?:${expression})\\z`) ?? (re2(`(?:${expression})`) === undefined ? 'must be a smaller regular expression' : 'must end what begins with "\\Q" with "\\E"')
}

/** Throws for an expression that the settings should not have let through. */
export function matchesWhole(expression: string, text: string): boolean {
  const matcher = wholeMatcher(expression)
  if (typeof matcher === 'string') throw new TypeError(`"${expression}" ${matcher}`)
  return matcher(text)
}
