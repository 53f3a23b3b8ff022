/** What `.gitignore`, `.podlintignore` and `--exclude` say about files, as git reads their patterns. Loaded only when there is a pattern. */
import ignore, { type Ignore } from 'ignore'

/** The patterns of one file, seen from a folder below it. */
export interface Patterns {
  matcher: Ignore
  /** From the folder that the patterns belong to: `a/b/`, or empty for that folder itself. */
  prefix: string
}

export const readPatterns = (text: string): Ignore => ignore({ ignorecase: false }).add(text)

/**
 * Whether an entry of a folder is ignored by `patterns`, outermost first: the innermost file that has an opinion decides. The folder itself is not ignored.
 */
export function isIgnored(patterns: readonly Patterns[], name: string, isFolder: boolean): boolean {
  for (let i = patterns.length - 1; i >= 0; i--) {
    const { matcher, prefix } = patterns[i]!
    const { ignored, unignored } = matcher.test(`${prefix}${name}${isFolder ? '/' : ''}`)
    if (ignored || unignored) return ignored
  }
  return false
}

/**
 * The same patterns, seen from a folder one level down. Those that would ignore this folder are gone: something else says that it is not ignored
 * (an inner file, or the user who named it), and the library lets what it ignores hide everything below.
 */
export const descend = (patterns: readonly Patterns[], name: string): Patterns[] =>
  patterns.map(({ matcher, prefix }) => ({ matcher, prefix: `${prefix}${name}/` })).filter(({ matcher, prefix }) => !matcher.test(prefix).ignored)
