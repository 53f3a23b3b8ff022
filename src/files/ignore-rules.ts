/** What the lines of `.gitignore`, `.podlintignore` and excludes say, as git reads them. Loaded only when there is a pattern. */
import { compilePath, matchPath, type PathPattern } from './wildmatch.ts'

export interface IgnorePattern {
  /** As it is written. */
  source: string
  /** From 1. */
  line: number
  /** It takes back what an earlier one leaves out. */
  negated: boolean
  foldersOnly: boolean
  /** Of the path from the folder that the pattern belongs to, or of the name alone. */
  path: PathPattern
  ofName: boolean
}

/** One character of `text`, and of what is matched, is one byte, for that is what git compares. */
export function readPatterns(text: string): IgnorePattern[] {
  const patterns: IgnorePattern[] = []
  for (const [index, written] of text.replace(/^\xef\xbb\xbf/, '').split('\n').entries()) {
    const source = written.replace(/\r$/, '')
    if (source.startsWith('#')) continue
    let pattern = withoutTrailingSpaces(source)
    const negated = pattern.startsWith('!')
    if (negated) pattern = pattern.slice(1)
    const foldersOnly = pattern.endsWith('/')
    if (foldersOnly) pattern = pattern.slice(0, -1)
    const ofName = !pattern.includes('/')
    const path = pattern === '' ? undefined : compilePath(pattern.replace(/^\//, ''))
    if (path !== undefined) patterns.push({ source, line: index + 1, negated, foldersOnly, path, ofName })
  }
  return patterns
}

/** One that is escaped stays. */
function withoutTrailingSpaces(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === ' ') end--
  let escapes = 0
  while (text[end - 1 - escapes] === '\\') escapes++
  return end < text.length && escapes % 2 === 1 ? text.slice(0, end + 1) : text.slice(0, end)
}

/** The last pattern that has an opinion of a path; it decides. */
export function lastMatch(patterns: readonly IgnorePattern[], path: readonly string[], isFolder: boolean): IgnorePattern | undefined {
  let name: readonly string[] | undefined
  for (let at = patterns.length - 1; at >= 0; at--) {
    const pattern = patterns[at]!
    if (pattern.foldersOnly && !isFolder) continue
    if (matchPath(pattern.path, pattern.ofName ? (name ??= path.slice(-1)) : path)) return pattern
  }
  return undefined
}
