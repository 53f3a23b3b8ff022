/** Expands patterns that a shell has not expanded. Loaded only when there is one: plain files and folders do not pay for the library. */
import { readdir } from 'node:fs'
import { relative, sep } from 'node:path'
import { globby } from 'globby'
import { shownPath } from './shown-path.ts'
import { systemReason } from './system-error.ts'
import { compilePath, matchPath } from './wildmatch.ts'

/** Of `{a,b}{c,d}…`: more are no pattern that somebody wrote. */
const MOST_ALTERNATIVES = 1000
/** With more in one step of a path, the regular expression that the library makes of it may take for ever: such a step is matched by `wildmatch.ts`. */
const MOST_STARS = 3

export interface Expanded {
  /** Absolute, sorted. */
  paths: string[]
  /** Each a sentence for the user. */
  problems: string[]
}

/** The files below an absolute folder whose path from there matches, `skipped` folders and links to folders left out. `cwd`: where paths are shown from. */
export async function expandGlob(pattern: string, folder: string, skipped: ReadonlySet<string>, cwd: string): Promise<Expanded> {
  const alternatives = expandBraces(pattern)
  if (alternatives.length > MOST_ALTERNATIVES) return { paths: [], problems: [`${pattern} stands for more than ${MOST_ALTERNATIVES} patterns`] }
  const unreadable = new Map<string, unknown>()
  const noting = ((path: string, options: object, callback: (error: NodeJS.ErrnoException | null, entries: unknown) => void) =>
    readdir(path, options, (error, entries) => {
      // Where there is no folder, nothing matches.
      if (error !== null && !['ENOENT', 'ENOTDIR'].includes(error.code ?? '')) unreadable.set(path, error)
      callback(error, entries)
    })) as typeof readdir
  const widened = alternatives.map(widen)
  try {
    const found = await globby(widened, {
      cwd: folder,
      absolute: true,
      braceExpansion: false,
      expandDirectories: false,
      followSymbolicLinks: false,
      fs: { readdir: noting },
      ignore: [...skipped].map((name) => `**/${name}/**`),
      objectMode: true,
      onlyFiles: false,
      suppressErrors: true,
    })
    // Links too: whoever asked decides what to do with them.
    const files = found.filter(({ dirent }) => !dirent.isDirectory()).map(({ path }) => path)
    const isWide = widened.some((each, index) => each !== alternatives[index])
    const paths = isWide ? files.filter((path) => alternatives.some((alternative) => matches(alternative, relative(folder, path)))) : files
    return { paths: paths.sort(), problems: [...unreadable].map(([path, error]) => `Cannot read ${shownPath(path, cwd)}: ${systemReason(error)}`) }
  } catch (error) {
    return { paths: [], problems: [`Cannot look for ${pattern}: ${(error as Error).message}`] }
  }
}

/** The same pattern, or one that finds more in time that does not depend on what is there. */
const widen = (pattern: string): string =>
  pattern
    .split('/')
    .map((step) => (step.split('*').length - 1 > MOST_STARS || step.length > 255 ? '*' : step))
    .join('/')

function matches(pattern: string, path: string): boolean {
  const compiled = compilePath(pattern)
  return compiled !== undefined && matchPath(compiled, path.split(sep))
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
