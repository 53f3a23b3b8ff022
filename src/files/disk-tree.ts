/** The files around those that are linted, on the disk. */
import { readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { FileTree } from '../model/file-tree.ts'
import { IgnoreTree, type IgnoreOptions } from './ignore-tree.ts'
import { leavesRepository } from './links.ts'
import { readOwnText } from './read.ts'
import { repositoryRoot } from './repository.ts'
import { shownPath } from './shown-path.ts'

export function diskTree(options: IgnoreOptions): FileTree {
  const { cwd } = options
  const absolute = (path: string) => resolve(cwd, path)
  let ignores: IgnoreTree | undefined
  return {
    kindOf(path) {
      const stats = attempt(() => statSync(absolute(path)))
      return stats === undefined ? undefined : stats.isDirectory() ? 'folder' : 'file'
    },
    read(path) {
      const file = absolute(path)
      const own = repositoryRoot(cwd)
      const isOutside = leavesRepository(file) || (own !== undefined && repositoryRoot(dirname(file)) !== own)
      return isOutside ? undefined : attempt(() => readOwnText(file))
    },
    namesIn: (path) => attempt(() => readdirSync(absolute(path))) ?? [],
    async isIgnored(path) {
      ignores ??= new IgnoreTree({ ...options, gitignore: true, excludes: [] })
      const reason = await ignores.reasonForPath(absolute(path), false)
      return reason !== undefined && reason.kind !== '.podlintignore'
    },
    rootOf(file) {
      const root = repositoryRoot(dirname(absolute(file)))
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
