/** The files around those that are linted, on the disk. */
import { readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type { FileTree } from '../model/file-tree.ts'
import { IgnoreTree, type IgnoreOptions } from './ignore-tree.ts'
import { leavesRepository } from './links.ts'
import { readOwnText } from './read.ts'
import { repositoryRoot } from './repository.ts'
import { shownPath } from './shown-path.ts'

/** `asked` are the files and folders that are linted, absolute. From a repository, nothing is read but in it, in theirs, and in folders of them that are in none. */
export function diskTree(options: IgnoreOptions, asked: readonly string[] = []): FileTree {
  const { cwd } = options
  const absolute = (path: string) => resolve(cwd, path)
  const own = repositoryRoot(cwd)
  const roots = new Set([own, ...asked.map(repositoryRoot)])
  /** The folder outside of all repositories that a file was asked for with. */
  const folderOf = (file: string) => asked.find((folder) => file.startsWith(folder + sep))
  const isAllowed = (file: string): boolean => {
    const root = repositoryRoot(dirname(file))
    return own === undefined || (root === undefined ? folderOf(file) !== undefined : roots.has(root))
  }
  let ignores: IgnoreTree | undefined
  return {
    kindOf(path) {
      const stats = attempt(() => statSync(absolute(path)))
      return stats === undefined ? undefined : stats.isDirectory() ? 'folder' : 'file'
    },
    read(path) {
      const file = absolute(path)
      return leavesRepository(file) || !isAllowed(file) ? undefined : attempt(() => readOwnText(file))
    },
    namesIn: (path) => attempt(() => readdirSync(absolute(path))) ?? [],
    async isIgnored(path) {
      ignores ??= new IgnoreTree({ ...options, gitignore: true, excludes: [] })
      const reason = await ignores.reasonForPath(absolute(path), false)
      return reason !== undefined && reason.kind !== '.podlintignore'
    },
    rootOf(file) {
      const path = absolute(file)
      const root = repositoryRoot(dirname(path)) ?? (path.startsWith(cwd + sep) ? undefined : folderOf(path))
      return root === undefined ? undefined : shownPath(root, cwd)
    },
    remotesOf(file) {
      const root = repositoryRoot(dirname(absolute(file)))
      const config = root === undefined ? undefined : attempt(() => readOwnText(join(root, '.git', 'config')))
      return [...(config ?? '').matchAll(/^\s*url\s*=\s*(\S+)/gm)].map(([, url]) => url!)
    },
  }
}

/** Undefined for what is not there or cannot be read. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
