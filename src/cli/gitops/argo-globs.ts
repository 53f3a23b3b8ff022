/** Patterns as Argo CD reads them for the files of a folder: a star goes over slashes, and `{a,b}` is one of both. https://github.com/gobwas/glob */
import { compilePath, matchPath, type PathPattern } from '../../files/wildmatch.ts'

/** A pattern that says more than this, or with more braces, says it by mistake. */
const MOST = 1000
const MOST_BRACES = 100
/** Not part of any path. */
const SLASH = '\0'

/** What cannot be read matches nothing. */
export function argoGlob(pattern: string): (path: string) => boolean {
  const patterns = (alternativesOf(pattern) ?? []).flatMap((each): PathPattern[] => {
    const compiled = compilePath(each.replaceAll('/', SLASH))
    return compiled === undefined ? [] : [compiled]
  })
  return (path) => patterns.some((each) => matchPath(each, [path.replaceAll('/', SLASH)]))
}

/** Without braces; undefined where they are not closed, or say too much. */
function alternativesOf(pattern: string, braces = 0): string[] | undefined {
  if (braces > MOST_BRACES) return undefined
  const open = indexOf(pattern, '{', 0)
  if (open === -1) return indexOf(pattern, '}', 0) === -1 ? [pattern] : undefined
  const choices: string[] = []
  let depth = 0
  let from = open + 1
  for (let at = open + 1; at < pattern.length; at++) {
    const character = pattern[at]
    if (character === '\\') at++
    else if (character === '{') depth++
    else if (depth > 0) depth -= character === '}' ? 1 : 0
    else if (character === ',' || character === '}') {
      choices.push(pattern.slice(from, at))
      from = at + 1
      if (character === ',') continue
      const all: string[] = []
      for (const choice of choices) {
        const made = alternativesOf(pattern.slice(0, open) + choice + pattern.slice(from), braces + 1)
        if (made === undefined || all.push(...made) > MOST) return undefined
      }
      return all
    }
  }
  return undefined
}

/** Of a character that no backslash stands before. */
function indexOf(pattern: string, wanted: string, from: number): number {
  for (let at = from; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++
    else if (pattern[at] === wanted) return at
  }
  return -1
}
