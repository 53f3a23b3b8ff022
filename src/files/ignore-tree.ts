/** Which files the ignore files and excludes leave out. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import type { Patterns } from './ignore-rules.ts'
import { UsageError } from '../usage-error.ts'
import { relativePath } from './relative-path.ts'
import { repositoryRoot } from './repository.ts'
import { systemReason } from './system-error.ts'

export interface Exclude {
  /** Absolute folder that the patterns are relative to. */
  base: string
  /** As in a `.gitignore` file. */
  patterns: readonly string[]
}

export interface IgnoreOptions {
  cwd: string
  /** Whether `.gitignore` counts. */
  gitignore: boolean
  excludes: readonly Exclude[]
}

/** The kinds are independent: no pattern of one brings back what another leaves out. */
const KINDS = ['.gitignore', '.podlintignore', 'exclude'] as const
type Kind = (typeof KINDS)[number]

/** Loaded with the first pattern. */
let rules: typeof import('./ignore-rules.ts') | undefined

/** What holds in one folder: of each kind the patterns that reach it, outermost first. */
export class Scope {
  readonly byKind: readonly (readonly Patterns[])[]

  constructor(byKind: readonly (readonly Patterns[])[]) {
    this.byKind = byKind
  }

  /** What leaves out an entry of the folder, or undefined. */
  reason(name: string, isFolder: boolean): Kind | undefined {
    return KINDS[this.byKind.findIndex((patterns) => patterns.length > 0 && rules!.isIgnored(patterns, name, isFolder))]
  }
}

const HAS_PATTERN = /^[ \t]*[^#\s]/m

export class IgnoreTree {
  private readonly options: IgnoreOptions
  private readonly scopes = new Map<string, Scope>()

  constructor(options: IgnoreOptions) {
    this.options = options
  }

  /** The scope of an absolute folder, which itself counts as wanted. `entries`: the names in it, where the caller has them at hand. */
  async scopeOf(folder: string, entries?: ReadonlySet<string>): Promise<Scope> {
    const known = this.scopes.get(folder)
    if (known !== undefined) return known
    const parent = dirname(folder)
    const outer = this.scopes.get(parent) ?? (folder === this.topOf(folder) ? undefined : await this.scopeOf(parent))
    const byKind: Patterns[][] = []
    for (const [index, kind] of KINDS.entries()) {
      const texts = this.patternsIn(folder, kind, entries).filter(({ text }) => HAS_PATTERN.test(text))
      if (texts.length > 0) rules ??= await import('./ignore-rules.ts')
      const inherited = outer?.byKind[index] ?? []
      const patterns = inherited.length === 0 ? [] : rules!.descend(inherited, basename(folder))
      for (const { text, prefix } of texts) patterns.push({ matcher: rules!.readPatterns(text), prefix })
      byKind.push(patterns)
    }
    const scope = new Scope(byKind)
    this.scopes.set(folder, scope)
    return scope
  }

  /** What leaves out a path, or a folder on the way to it from `top`, an absolute folder which itself counts as wanted. */
  async reasonForPath(path: string, isFolder: boolean, top = this.topOf(dirname(path))): Promise<Kind | undefined> {
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

  private patternsIn(folder: string, kind: Kind, entries: ReadonlySet<string> | undefined): { text: string; prefix: string }[] {
    if (kind !== 'exclude') {
      if (kind === '.gitignore' && !this.options.gitignore) return []
      const file = join(folder, kind)
      const exists = entries === undefined ? existsSync(file) : entries.has(kind)
      return exists ? [{ text: readIgnoreFile(file), prefix: '' }] : []
    }
    const isTop = !this.scopes.has(dirname(folder))
    return this.options.excludes
      .filter(({ base }) => base === folder || (isTop && folder.startsWith(base === sep ? sep : base + sep)))
      .map(({ base, patterns }) => ({ text: patterns.join('\n'), prefix: base === folder ? '' : `${relativePath(base, folder).replaceAll(sep, '/')}/` }))
  }
}

function readIgnoreFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${systemReason(error)}`)
  }
}
