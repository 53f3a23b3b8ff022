/** What Argo CD applies of a folder of plain manifests. https://argo-cd.readthedocs.io/en/stable/user-guide/directory/ */
import { posix } from 'node:path'
import { needsNamespace } from '../../files/given-namespace.ts'
import { KUSTOMIZATION_NAMES } from '../../files/kustomize.ts'
import { textAt } from '../../model/node-values.ts'
import { textOf } from '../../model/untyped.ts'
import { parse } from '../../parser/parse.ts'
import { Tape } from '../../parser/tape.ts'
import { objectsOf } from '../../schema/identify.ts'
import { argoGlob } from './argo-globs.ts'
import { MOST_FILES } from './folder-files.ts'
import type { Reason, Surroundings } from './objects.ts'

interface Manifests {
  /** Relative to the folder, with `./`. */
  files: string[]
  /** Whether any of their objects gets the namespace of the destination. */
  needsNamespace: boolean
}

const SKIPPED = '+argocd:skip-file-rendering'

/** As Argo CD finds them: those of the folder alone, unless it is to look below; or why nobody can tell. What has no object in it, it leaves alone. */
export async function filesForArgo(folder: string, directory: Readonly<Record<string, unknown>>, { tree, minor }: Surroundings): Promise<Manifests | Reason> {
  const [include, exclude] = [textOf(directory['include']) ?? '', textOf(directory['exclude']) ?? '']
  const [isIncluded, isExcluded] = [include === '' ? () => true : argoGlob(include), exclude === '' ? () => false : argoGlob(exclude)]
  const found: string[] = []
  const look = (at: string): void => {
    for (const name of [...tree.namesIn(at)].sort()) {
      const path = posix.join(at, name)
      const kind = tree.kindOf(path)
      const relative = posix.relative(folder, path)
      if (found.length > MOST_FILES) return
      if (kind === 'file' && /\.(?:ya?ml|json|jsonnet)$/.test(name) && isIncluded(relative) && !isExcluded(relative)) found.push(relative)
      // A kustomization in a folder below is an object to it, which no cluster takes.
      else if (kind === 'folder' && directory['recurse'] === true) look(path)
    }
  }
  look(folder)
  if (found.length > MOST_FILES) return `there are more than ${MOST_FILES} files in it`
  const jsonnet = found.find((file) => file.endsWith('.jsonnet'))
  if (jsonnet !== undefined) return { reason: `Jsonnet makes a part of it: ${jsonnet}`, others: 'that Jsonnet makes a part of' }
  const manifests: Manifests = { files: [], needsNamespace: false }
  for (const file of found) {
    const text = (KUSTOMIZATION_NAMES as readonly string[]).includes(posix.basename(file)) ? undefined : tree.read(posix.join(folder, file))
    if (text === undefined || text.includes(SKIPPED)) continue
    const tape = new Tape()
    const documents = (await parse(text, tape, file.endsWith('.json'))).filter(({ root }) => root !== -1 && !tape.isNull(root))
    const areObjects = documents.map(({ root, problems }) => problems.length === 0 && objectsOf(tape, root).every(({ identity }) => identity !== undefined))
    if (!areObjects.includes(true)) continue
    if (areObjects.includes(false)) return { reason: `it takes all of ${file} for objects, which it is not`, others: 'with files that are objects in part' }
    if (documents.some(({ root }) => objectsOf(tape, root).some((object) => textAt(tape, tape.find(object.root, 'metadata'), 'name') === undefined))) return { reason: `an object in ${file} gets its name only in a cluster`, others: 'with objects that get their names only in a cluster' }
    manifests.files.push(`./${file}`)
    manifests.needsNamespace ||= documents.some(({ root }) => needsNamespace(tape, root, minor))
  }
  return manifests
}
