/** What is deployed of a folder without a kustomization, and the kustomization that is made of it. */
import { posix } from 'node:path'
import { lastMatch, readPatterns, type IgnorePattern } from '../../files/ignore-rules.ts'
import { KUSTOMIZATION_NAMES } from '../../files/kustomize.ts'
import type { FileTree } from '../../model/file-tree.ts'
import { parse } from '../../parser/parse.ts'
import { Tape } from '../../parser/tape.ts'
import { objectsOf } from '../../schema/identify.ts'

/** A folder with more files is none that anybody means. */
export const MOST_FILES = 2000

/** What source-controller leaves out by itself. https://fluxcd.io/flux/components/source/gitrepositories/#default-exclusions */
const LEFT_OUT = readPatterns('.git/\n.gitignore\n.gitmodules\n.gitattributes\n.github/\n.circleci/\n.travis.yml\n.gitlab-ci.yml\nappveyor.yml\n.drone.yml\ncloudbuild.yaml\ncodeship-services.yml\ncodeship-steps.yml\n**/.goreleaser.yml\n**/.goreleaser.yaml\n**/.sops.yaml\n**/.flux.yaml\n')

/** As Flux lists them: all YAML below the folder, and of folders with a kustomization only these. Relative to the folder, with `./`; or why nobody can tell. https://fluxcd.io/flux/components/kustomize/kustomizations/#generate-kustomizationyaml */
export function filesForFlux(tree: FileTree, top: string, folder: string): string[] | string {
  const ignored = tree.read(posix.join(top, '.sourceignore'))
  const patterns = [...LEFT_OUT, ...(ignored === undefined ? [] : readPatterns(Buffer.from(ignored).toString('latin1')))]
  const found: string[] = []
  const look = (at: string): void => {
    for (const name of [...tree.namesIn(at)].sort()) {
      const path = posix.join(at, name)
      const kind = tree.kindOf(path)
      if (kind === undefined || found.length > MOST_FILES || isIgnored(patterns, posix.relative(top, path), kind === 'folder')) continue
      if (kind === 'file' ? /\.ya?ml$/.test(name) : hasKustomization(tree, path)) found.push(`./${posix.relative(folder, path)}`)
      else if (kind === 'folder') look(path)
    }
  }
  look(folder)
  return found.length > MOST_FILES ? `there are more than ${MOST_FILES} files in it` : found
}

const isIgnored = (patterns: readonly IgnorePattern[], path: string, isFolder: boolean): boolean => lastMatch(patterns, Buffer.from(path).toString('latin1').split('/'), isFolder)?.negated === false

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
