/** What is deployed of a folder without a kustomization, and the kustomization that is made of it. */
import { posix } from 'node:path'
import { KUSTOMIZATION_NAMES } from '../../files/kustomize.ts'
import type { FileTree } from '../../model/file-tree.ts'
import { parse } from '../../parser/parse.ts'
import { Tape } from '../../parser/tape.ts'
import { objectsOf } from '../../schema/identify.ts'
import { SourceIgnores } from './source-ignores.ts'

/** A folder with more files is none that anybody means. */
export const MOST_FILES = 2000

/** As Flux lists them: all YAML below the folder, and of folders with a kustomization only these. Relative to the folder, with `./`; or why nobody can tell. https://fluxcd.io/flux/components/kustomize/kustomizations/#generate-kustomizationyaml */
export function filesForFlux(tree: FileTree, top: string, folder: string, ignore: string | undefined): string[] | string {
  const ignores = new SourceIgnores(tree, top, ignore)
  const found: string[] = []
  const isThere = (path: string) => tree.kindOf(path) === 'file' && !ignores.leavesOut(path)
  const look = (at: string): void => {
    for (const name of [...tree.namesIn(at)].sort()) {
      const path = posix.join(at, name)
      if (found.length > MOST_FILES || name === '.git') continue
      if (tree.kindOf(path) !== 'folder') {
        if (/\.ya?ml$/.test(name) && isThere(path)) found.push(`./${posix.relative(folder, path)}`)
      } else if (KUSTOMIZATION_NAMES.some((each) => isThere(posix.join(path, each)))) found.push(`./${posix.relative(folder, path)}`)
      else look(path)
    }
  }
  look(folder)
  return found.length > MOST_FILES ? `there are more than ${MOST_FILES} files in it` : found
}

export const hasKustomization = (tree: FileTree, folder: string): boolean => KUSTOMIZATION_NAMES.some((name) => tree.kindOf(posix.join(folder, name)) === 'file')

/** Where a kustomization is made that is not there. */
export const generatedFile = (folder: string): string => posix.join(folder, KUSTOMIZATION_NAMES[0])

export function withKustomization(tree: FileTree, folder: string, resources: readonly string[]): FileTree {
  const made = generatedFile(folder)
  const text = JSON.stringify({ resources })
  return { ...tree, kindOf: (path) => (path === made ? 'file' : tree.kindOf(path)), read: (path) => (path === made ? text : tree.read(path)) }
}

/** The first of the files that is no object, which Flux takes all of them for. */
export async function firstWithoutObject(tree: FileTree, folder: string, resources: readonly string[]): Promise<string | undefined> {
  for (const file of resources.map((each) => posix.join(folder, each))) {
    if (tree.kindOf(file) !== 'file') continue
    const tape = new Tape()
    const documents = await parse(tree.read(file) ?? '', tape)
    if (documents.some(({ root, problems }) => problems.length > 0 || (root !== -1 && !tape.isNull(root) && objectsOf(tape, root).every(({ identity }) => identity === undefined)))) return file
  }
  return undefined
}
