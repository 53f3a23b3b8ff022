/** What git says has changed: files, and lines in them. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { devNull } from 'node:os'
import { dirname, resolve, sep } from 'node:path'
import { UsageError } from '../usage-error.ts'
import type { Host } from './host.ts'

export interface ChangesAsked {
  /** Of the index alone, whose texts are what is linted. */
  staged: boolean
  /** A branch, tag or commit: what has changed since the work branched off from it. */
  since: string | undefined
  lines: boolean
}

/** Lines from 1, both inclusive. */
type Lines = readonly [first: number, last: number]

export interface Changes {
  /** Absolute folder. */
  root: string
  /** By absolute path; `all` where every line is new, or nobody asks for lines. */
  files: ReadonlyMap<string, readonly Lines[] | 'all'>
}

const LARGEST_OUTPUT = 2 ** 30
const DIFF = ['diff', '--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--ignore-submodules', '-M', '--diff-filter=d']

/** Programs that the settings of a repository have git run. */
const NO_PROGRAMS = ['core.fsmonitor=false', `core.hooksPath=${devNull}`]

/** Runs git in a folder. */
export class Git {
  private readonly cwd: string
  private readonly env: Host['env']
  private ownFilters: readonly string[] | undefined

  constructor(cwd: string, env: Host['env']) {
    this.cwd = cwd
    this.env = env
  }

  /** Undefined when git fails, which `or` may turn into an error. */
  attempt(args: readonly string[], or?: (reason: string) => string): string | undefined {
    const { status, stdout, stderr, error } = this.spawn(args)
    if (error !== undefined) throw new UsageError(`Cannot run git, which knows what has changed: ${error.message}`)
    if (status === 0) return stdout
    if (or !== undefined) throw new UsageError(or(stderr.trim().split('\n')[0]!.replace(/^fatal: /, '')))
    return undefined
  }

  private spawn(args: readonly string[]): SpawnSyncReturns<string> {
    const settings = ['core.quotePath=false', ...NO_PROGRAMS, ...(args[0] === 'diff' ? this.filtersOff() : [])].flatMap((setting) => ['-c', setting])
    // Not what the user sees of git, which depends on settings and language.
    return spawnSync('git', [...settings, ...args], { cwd: this.cwd, env: { ...this.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' } as NodeJS.ProcessEnv, encoding: 'utf8', maxBuffer: LARGEST_OUTPUT })
  }

  /** Those of the repository. What users set for themselves stays: without the filter of large files, each of them would differ from its commit. */
  private filtersOff(): readonly string[] {
    if (this.ownFilters !== undefined) return this.ownFilters
    const { stdout } = this.spawn(['config', '--null', '--show-scope', '--name-only', '--get-regexp', String.raw`^filter\..*\.(clean|smudge|process)$`])
    const parts = stdout.split('\0')
    const own = parts.filter((_, index) => index % 2 === 1 && /^(?:local|worktree)$/.test(parts[index - 1]!))
    const odd = own.find((name) => name.includes('='))
    if (odd !== undefined) throw new UsageError(`The settings of this repository have git run a program for ${odd}, which podlint does not`)
    return (this.ownFilters = own.flatMap((name) => [`${name}=`, `${name.slice(0, name.lastIndexOf('.'))}.required=false`]))
  }

  run(...args: readonly string[]): string {
    return this.attempt(args, (reason) => `git ${args.find((each) => !each.startsWith('-'))} failed: ${reason}`)!
  }
}

/** Throws a UsageError. */
export function findChanges(asked: ChangesAsked, { cwd, env }: Pick<Host, 'cwd' | 'env'>): Changes {
  const prefix = new Git(cwd, env).attempt(['rev-parse', '--show-cdup'], (reason) => (reason.includes('not a git repository') ? 'Only in a git repository it is known what has changed, and here is none' : `git failed: ${reason}`))!.replace(/\n$/, '')
  // As the user names it, which may lead through symbolic links.
  const root = resolve(cwd, prefix)
  const git = new Git(root, env)
  const hasCommit = git.attempt(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']) !== undefined
  const files = new Map<string, readonly Lines[] | 'all'>()
  const whole = (listed: string) => {
    for (const name of namesIn(listed)) files.set(resolve(root, name), 'all')
  }
  if (!asked.staged && !hasCommit && asked.since === undefined) {
    whole(git.run('ls-files', '-z', '--cached', '--others', '--exclude-standard'))
    return { root, files }
  }
  const base = asked.since === undefined ? (asked.staged ? ['--cached'] : ['HEAD']) : [...(asked.staged ? ['--cached'] : []), branchPoint(git, asked.since)]
  const names = namesIn(git.run(...DIFF, '--name-only', '-z', ...base, '--'))
  const changed = asked.lines ? changedLines(git, base, names) : names.map(() => 'all' as const)
  for (const [index, name] of names.entries()) files.set(resolve(root, name), changed[index]!)
  if (!asked.staged) whole(git.run('ls-files', '-z', '--others', '--exclude-standard'))
  return { root, files }
}

const namesIn = (listed: string): string[] => listed.split('\0').filter(Boolean)

function branchPoint(git: Git, since: string): string {
  const commit = git.attempt(['rev-parse', '--quiet', '--verify', '--end-of-options', `${since}^{commit}`])?.trim()
  const isShallow = () => git.attempt(['rev-parse', '--is-shallow-repository'])?.trim() === 'true'
  const hint = () => (isShallow() ? '; this clone is shallow: fetch more of its history (fetch-depth: 0 for actions/checkout)' : '')
  if (commit === undefined) throw new UsageError(`--since: there is no commit "${since}" in this repository${hint()}`)
  const base = git.attempt(['merge-base', commit, 'HEAD'])?.trim()
  if (base === undefined || base === '') throw new UsageError(`--since: "${since}" and HEAD have no common history${hint()}`)
  return base
}

/** Of each file in the order of the names, in which git prints the patches as well. */
function changedLines(git: Git, base: readonly string[], names: readonly string[]): (readonly Lines[] | 'all')[] {
  const patches = (...only: readonly string[]) => git.run(...DIFF, '--unified=0', '--no-prefix', ...base, '--', ...only).split(/^diff --git .*$/m).slice(1)
  const all = patches()
  // Of a file with a conflict that is not resolved, git may print none.
  return (all.length === names.length ? all : names.map((name) => patches(`:(literal)${name}`)[0])).map((patch) => (patch === undefined ? 'all' : hunksOf(patch)))
}

function hunksOf(patch: string): readonly Lines[] {
  return [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count = '1']) => {
    const first = Number(start)
    // Where lines are gone, it is the two around them that have changed.
    return count === '0' ? [first, first + 1] : [first, first + Number(count) - 1]
  })
}

/** The text of a file in the index; undefined where it is the one on the disk. */
export class Index {
  private readonly root: string
  private readonly git: Git
  /** Absolute paths of what has changes that are not staged. */
  private readonly unstaged: ReadonlySet<string>

  constructor(root: string, env: Host['env']) {
    this.root = root
    this.git = new Git(root, env)
    this.unstaged = new Set(namesIn(this.git.run('diff', '--no-ext-diff', '--name-only', '--no-relative', '--ignore-submodules', '-z', '--')).map((name) => resolve(root, name)))
  }

  differs(path: string): boolean {
    return this.unstaged.has(path)
  }

  read(path: string): Buffer | undefined {
    if (!this.differs(path)) return undefined
    const name = path.slice(this.root.length + 1).split(sep).join('/')
    return Buffer.from(this.git.run('show', `:${name}`))
  }
}

/** How git knows a file: by the true path of its folder. */
export function inRepository(path: string, root: string, { files }: Changes): string {
  if (path.startsWith(root + sep) || files.size === 0) return path
  try {
    const real = realpathSync(dirname(path))
    const realRoot = realpathSync(root)
    return real === realRoot || real.startsWith(realRoot + sep) ? resolve(root, real.slice(realRoot.length + 1), path.slice(dirname(path).length + 1)) : path
  } catch {
    return path
  }
}
