/** Expands patterns that a shell has not expanded. Loaded only when there is one. */
import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { shownPath } from './shown-path.ts'
import { systemReason } from './system-error.ts'
import { advance, compilePath, isComplete, START, type PathPattern, type Progress } from './wildmatch.ts'

/** Of `{a,b}{c,d}…`: more are no pattern that somebody wrote. */
const MOST_ALTERNATIVES = 1000

export interface Expanded {
  /** Absolute, sorted. */
  paths: string[]
  /** Each a sentence for the user. */
  problems: string[]
}

/** The files below an absolute folder whose path from there matches, `skipped` folders and links to folders left out. `cwd`: where paths are shown from. */
export function expandGlob(pattern: string, folder: string, skipped: ReadonlySet<string>, cwd: string): Expanded {
  const alternatives = expandBraces(pattern)
  if (alternatives.length > MOST_ALTERNATIVES) return { paths: [], problems: [`${pattern} stands for more than ${MOST_ALTERNATIVES} patterns`] }
  const paths = new Set<string>()
  const unreadable = new Map<string, unknown>()
  for (const alternative of alternatives) {
    const compiled = compilePath(alternative)
    if (compiled !== undefined) search(compiled, folder, skipped, START, paths, unreadable)
  }
  return { paths: [...paths].sort(), problems: [...unreadable].map(([path, error]) => `Cannot read ${shownPath(path, cwd)}: ${systemReason(error)}`) }
}

function search(pattern: PathPattern, folder: string, skipped: ReadonlySet<string>, progress: Progress, paths: Set<string>, unreadable: Map<string, unknown>): void {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    // Where there is no folder, nothing matches.
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) unreadable.set(folder, error)
    return
  }
  for (const entry of entries) {
    const next = advance(pattern, progress, entry.name)
    if (next.size === 0) continue
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) {
      if (isComplete(pattern, next)) paths.add(path)
    } else if (!skipped.has(entry.name)) search(pattern, path, skipped, next, paths, unreadable)
  }
}

/** `a{b,c}` → `ab`, `ac`, as in a shell: braces without a comma stand for themselves. Stops soon after `MOST_ALTERNATIVES`. */
export function expandBraces(pattern: string): string[] {
  const done = new Set<string>()
  const open = [pattern]
  for (let text = open.pop(); text !== undefined && done.size + open.length <= MOST_ALTERNATIVES; text = open.pop()) {
    const braces = findBraces(text)
    if (braces === undefined) done.add(text)
    else for (const each of braces) open.push(each)
  }
  return [...done, ...open]
}

/** The alternatives of the first braces that end and have a comma. */
function findBraces(text: string): string[] | undefined {
  /** Of each that is open: its offset and those of its commas. */
  const open: number[][] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '{') open.push([at])
    else if (character === ',') open.at(-1)?.push(at)
    else if (character === '}') {
      const marks = open.pop() ?? []
      if (marks.length > 1) return marks.map((mark, index) => text.slice(0, marks[0]) + text.slice(mark + 1, marks[index + 1] ?? at) + text.slice(at + 1))
    }
  }
  return undefined
}
