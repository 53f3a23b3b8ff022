/** What git generators find in a checkout. Paths are from the root of the repository. */
import { posix } from 'node:path'
import { compilePath, matchPath } from '../../files/wildmatch.ts'
import type { FileTree } from '../../model/file-tree.ts'

interface Pattern {
  path: string
  isExcluded: boolean
}

/** As deep as `**` goes, and as many folders as are looked at. */
const DEEPEST = 8
const MOST = 5000

export const foldersLike = (tree: FileTree, root: string, patterns: readonly Pattern[]): string[] => found(tree, root, patterns, 'folder')
export const filesLike = (tree: FileTree, root: string, patterns: readonly Pattern[]): string[] => found(tree, root, patterns, 'file')

function found(tree: FileTree, root: string, patterns: readonly Pattern[], kind: 'file' | 'folder'): string[] {
  const all = new Set<string>()
  for (const { path, isExcluded } of patterns) if (!isExcluded) for (const each of pathsLike(tree, root, path.replace(/^\.?\//, ''), kind)) all.add(each)
  const excluded = patterns.flatMap(({ path, isExcluded }) => (isExcluded ? [compilePath(path) ?? []] : [])).filter(({ length }) => length > 0)
  return [...all].filter((path) => !excluded.some((pattern) => matchPath(pattern, path.split('/')))).sort()
}

function pathsLike(tree: FileTree, root: string, pattern: string, kind: 'file' | 'folder'): string[] {
  const steps = pattern.split('/').filter((step) => step !== '')
  let at = ['']
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1
    if (step === '**') at = at.flatMap((path) => [...(isLast && kind === 'folder' ? [] : [path]), ...below(tree, root, path)])
    else if (/[*?[\\]/.test(step)) {
      const own = compilePath(step)
      at = own === undefined ? [] : at.flatMap((path) => tree.namesIn(posix.join(root, path)).filter((name) => !name.startsWith('.') && matchPath(own, [name])).map((name) => posix.join(path, name)))
    } else at = at.map((path) => posix.join(path, step))
    at = at.filter((path) => path === '' || tree.kindOf(posix.join(root, path)) === (isLast ? kind : 'folder') || (step === '**' && isLast && kind === 'file')).slice(0, MOST)
  }
  if (steps.at(-1) === '**' && kind === 'file') at = at.flatMap((path) => tree.namesIn(posix.join(root, path)).map((name) => posix.join(path, name)).filter((each) => tree.kindOf(posix.join(root, each)) === 'file'))
  return at.filter((path) => path !== '')
}

function below(tree: FileTree, root: string, path: string): string[] {
  let level = [path]
  const all: string[] = []
  for (let depth = 0; depth < DEEPEST && all.length < MOST && level.length > 0; depth++) {
    level = level.flatMap((folder) => tree.namesIn(posix.join(root, folder)).filter((name) => !name.startsWith('.') && name !== 'node_modules').map((name) => posix.join(folder, name)).filter((each) => tree.kindOf(posix.join(root, each)) === 'folder'))
    all.push(...level)
  }
  return all
}
