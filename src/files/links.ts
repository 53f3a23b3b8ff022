/** Symbolic links: what is committed to a repository must not lead out of it, to files that its author may not see. */
import { realpathSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { repositoryRoot } from './repository.ts'

/** Whether a path lies in a repository, and what is there really does not. False where nothing is there. */
export function leavesRepository(path: string): boolean {
  const root = repositoryRoot(dirname(path))
  return root !== undefined && leavesFolder(path, root)
}

/** The same for any folder that holds the path. */
export function leavesFolder(path: string, folder: string): boolean {
  try {
    const real = realpathSync.native(path)
    if (real === path) return false
    const top = realpathSync.native(folder)
    return real !== top && !real.startsWith(top.endsWith(sep) ? top : top + sep)
  } catch {
    return false
  }
}
