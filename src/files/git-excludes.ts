/** What git leaves out of a repository beside its `.gitignore` files: `.git/info/exclude` and the user's own `core.excludesFile`. https://git-scm.com/docs/gitignore */
import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readOwnText, readPatternText } from './read.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface GitExclude {
  /** Absolute. */
  file: string
  text: string
}

/** Those that are there, the one that counts more first. */
export function gitExcludes(root: string, env: Environment): GitExclude[] {
  const folder = gitFolder(root)
  const files = [...(folder === undefined ? [] : [join(folder, 'info/exclude')]), excludesFile(root, folder, env)]
  return files.flatMap((file) => {
    const text = file === undefined ? undefined : attempt(() => readPatternText(file, true))
    return text === undefined ? [] : [{ file: file!, text }]
  })
}

/** Of a worktree, that of the repository it belongs to. */
function gitFolder(root: string): string | undefined {
  const git = join(root, '.git')
  return attempt(() => {
    if (statSync(git).isDirectory()) return git
    const [, named] = /^gitdir: (.*)/.exec(readOwnText(git)) ?? []
    if (named === undefined) return undefined
    const own = resolve(root, named)
    return resolve(own, attempt(() => readOwnText(join(own, 'commondir')).trim()) ?? '.')
  })
}

function excludesFile(root: string, folder: string | undefined, env: Environment): string | undefined {
  const home = env['HOME'] ?? env['USERPROFILE']
  const base = env['XDG_CONFIG_HOME'] || (home && join(home, '.config'))
  const ofUser = env['GIT_CONFIG_GLOBAL'] === undefined ? [base && join(base, 'git/config'), home && join(home, '.gitconfig')] : [env['GIT_CONFIG_GLOBAL']]
  const ofSystem = env['GIT_CONFIG_NOSYSTEM'] ? [] : [env['GIT_CONFIG_SYSTEM'] ?? '/etc/gitconfig']
  let found: string | undefined
  for (const file of [...ofSystem, ...ofUser, folder && join(folder, 'config')]) if (file) found = settingOf(file, root, home) ?? found
  return found ?? (base && join(base, 'git/ignore'))
}

/** The last `excludesFile` of the section `core` of a file of settings, or of one that it includes, as a path. */
function settingOf(file: string, root: string, home: string | undefined, depth = 0): string | undefined {
  const text = depth > 10 ? undefined : attempt(() => readOwnText(file))
  let section = ''
  let found: string | undefined
  for (const line of text?.split('\n') ?? []) {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1]!.trim().toLowerCase() ?? section
    const [, name, written] = /\b(excludesfile|path)\s*=(.*)/i.exec(line) ?? []
    if (name === undefined) continue
    const value = written!.replace(/\s[#;].*/, '').trim().replace(/^"(.*)"$/, '$1').replaceAll('\\\\', '\\')
    const path = (from: string) => (value.startsWith('~/') ? join(home ?? '/', value.slice(2)) : resolve(from, value))
    if (section === 'core' && name.toLowerCase() === 'excludesfile') found = path(root)
    if (section === 'include' && name.toLowerCase() === 'path') found = settingOf(path(dirname(file)), root, home, depth + 1) ?? found
  }
  return found
}

/** Git goes on without what it cannot read, and so do we. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
