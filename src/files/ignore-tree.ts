/** Which files the ignore files and excludes leave out. */
import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { gitExcludes, type Environment } from './git-excludes.ts'
import type { IgnorePattern } from './ignore-rules.ts'
import { readPatternText, UnreadableText } from './read.ts'
import { relativePath } from './relative-path.ts'
import { repositoryRoot } from './repository.ts'
import { shownPath } from './shown-path.ts'
import { systemReason } from './system-error.ts'

export interface Exclude {
  /** Absolute folder that the patterns are relative to. */
  base: string
  /** As in a `.gitignore` file. */
  patterns: readonly string[]
}

export interface IgnoreOptions {
  cwd: string
  /** Whether what git leaves out is left out. */
  gitignore: boolean
  excludes: readonly Exclude[]
  /** For the settings of git; without it, those of the user do not count. */
  env?: Environment
}

/** Why something is left out. */
export interface Reason {
  /** `.gitignore`, `.podlintignore`, `exclude` …: for counting. */
  kind: string
  /** The same with the line and the pattern. */
  detail: string
}

/** The patterns of one file or list. */
interface PatternList {
  kind: string
  /** As it is shown; absent for excludes. */
  file?: string
  patterns: readonly IgnorePattern[]
  /** Steps from the folder that they belong to, down to the folder they are seen from. */
  way: readonly string[]
}

/** Loaded with the first pattern. */
let rules: typeof import('./ignore-rules.ts') | undefined

/** What holds in one folder. */
export class Scope {
  /** Of ignore files, what counts more first: `.podlintignore` before `.gitignore`, whose files it can take back, and inner files before outer ones. */
  readonly files: readonly PatternList[]
  /** Of these, nothing takes back anything. */
  readonly excludes: readonly PatternList[]

  constructor(files: readonly PatternList[], excludes: readonly PatternList[]) {
    this.files = files
    this.excludes = excludes
  }

  /** What leaves out an entry of the folder, or undefined. */
  reason(name: string, isFolder: boolean): Reason | undefined {
    if (this.files.length === 0 && this.excludes.length === 0) return undefined
    const bytes = asBytes(name)
    return decide(this.excludes, bytes, isFolder) ?? decide(this.files, bytes, isFolder)
  }
}

function decide(lists: readonly PatternList[], name: string, isFolder: boolean): Reason | undefined {
  for (const { kind, file, patterns, way } of lists) {
    const match = rules!.lastMatch(patterns, [...way, name], isFolder)
    if (match !== undefined) return match.negated ? undefined : { kind, detail: file === undefined ? `${kind} ${match.source}` : `${file}:${match.line} (${match.source})` }
  }
  return undefined
}

/** One character for each byte, as patterns are read. */
const asBytes = (text: string): string => (/^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text).toString('latin1'))

const NOTHING_OF_USER: Environment = { GIT_CONFIG_NOSYSTEM: '1' }
const HAS_PATTERN = /^[ \t]*[^#\s]/m

export class IgnoreTree {
  /** What could not be read, each a sentence for the user. Git goes on without it too. */
  readonly notes: string[] = []
  private readonly options: IgnoreOptions
  private readonly excludes: Exclude[]
  private readonly scopes = new Map<string, Scope>()

  constructor(options: IgnoreOptions) {
    this.options = options
    this.excludes = [...options.excludes]
  }

  /** Leaves out more, in folders that were not looked at yet. */
  exclude(more: readonly Exclude[]): void {
    for (const each of more) this.excludes.push(each)
  }

  /** The scope of an absolute folder, which itself counts as wanted. `entries`: the names in it, where the caller has them at hand. */
  async scopeOf(folder: string, entries?: ReadonlySet<string>): Promise<Scope> {
    const known = this.scopes.get(folder)
    if (known !== undefined) return known
    const parent = dirname(folder)
    const isTop = folder === this.topOf(folder)
    const outer = this.scopes.get(parent) ?? (isTop ? undefined : await this.scopeOf(parent))
    const own = await this.filesIn(folder, entries)
    const inherited = outer === undefined ? await this.filesAround(folder) : descend(outer.files, folder)
    const files = own.length === 0 ? inherited : [...own, ...inherited].sort((a, b) => Number(a.kind !== '.podlintignore') - Number(b.kind !== '.podlintignore'))
    const excludes = outer === undefined ? await this.excludesAbove(folder) : [...(await this.excludesIn(folder)), ...descend(outer.excludes, folder)]
    const scope = new Scope(files, excludes)
    this.scopes.set(folder, scope)
    return scope
  }

  /** What leaves out a path, or a folder on the way to it from `top`, an absolute folder which itself counts as wanted. */
  async reasonForPath(path: string, isFolder: boolean, top = this.topOf(dirname(path))): Promise<Reason | undefined> {
    let folder = top
    const steps = relativePath(top, path).split(sep)
    for (const [index, name] of steps.entries()) {
      const reason = (await this.scopeOf(folder)).reason(name, isFolder || index < steps.length - 1)
      if (reason !== undefined) return reason
      folder = join(folder, name)
    }
    return undefined
  }

  /** Ignore files above this folder do not count: the root of the repository or, without one, the working directory. */
  private topOf(folder: string): string {
    const { cwd } = this.options
    return repositoryRoot(folder) ?? (folder === cwd || folder.startsWith(cwd + sep) ? cwd : folder)
  }

  private async filesIn(folder: string, entries: ReadonlySet<string> | undefined): Promise<PatternList[]> {
    const lists: PatternList[] = []
    for (const kind of ['.podlintignore', '.gitignore'] as const) {
      if (kind === '.gitignore' && !this.options.gitignore) continue
      const path = join(folder, kind)
      if (!(entries === undefined ? existsSync(path) : entries.has(kind))) continue
      const file = shownPath(path, this.options.cwd)
      try {
        await add(lists, { kind, file, text: readPatternText(path, false), way: [] })
      } catch (error) {
        this.notes.push(error instanceof UnreadableText ? `${file} has no effect: it ${error.message}` : `${file} has no effect: ${systemReason(error)}`)
      }
    }
    return lists
  }

  /** What the repository of this topmost folder leaves out beside its ignore files. */
  private async filesAround(folder: string): Promise<PatternList[]> {
    const lists: PatternList[] = []
    const { cwd, env, gitignore } = this.options
    if (!gitignore || repositoryRoot(folder) !== folder) return lists
    for (const { file, text } of gitExcludes(folder, env ?? NOTHING_OF_USER)) await add(lists, { kind: "git's excludes", file: shownPath(file, cwd), text, way: [] })
    return lists
  }

  private async excludesIn(folder: string): Promise<PatternList[]> {
    return this.toLists(this.excludes.filter(({ base }) => base === folder), folder)
  }

  /** Those that belong to a topmost folder, or to one above it. */
  private async excludesAbove(folder: string): Promise<PatternList[]> {
    return this.toLists(this.excludes.filter(({ base }) => base === folder || folder.startsWith(base === sep ? sep : base + sep)), folder)
  }

  /** The last one counts most. */
  private async toLists(excludes: readonly Exclude[], folder: string): Promise<PatternList[]> {
    const lists: PatternList[] = []
    for (const { base, patterns } of excludes.toReversed()) {
      await add(lists, { kind: 'exclude', text: asBytes(patterns.join('\n')), way: base === folder ? [] : relativePath(base, folder).split(sep).map(asBytes) })
    }
    return lists
  }
}

async function add(lists: PatternList[], { text, ...list }: Omit<PatternList, 'patterns'> & { text: string }): Promise<void> {
  if (!HAS_PATTERN.test(text)) return
  rules ??= await import('./ignore-rules.ts')
  lists.push({ ...list, patterns: rules.readPatterns(text) })
}

/** The same lists, seen from a folder one level down. */
function descend(lists: readonly PatternList[], folder: string): PatternList[] {
  const name = lists.length === 0 ? '' : asBytes(folder.slice(folder.lastIndexOf(sep) + 1))
  return lists.map((list) => ({ ...list, way: [...list.way, name] }))
}
