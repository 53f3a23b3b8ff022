/** All kustomizations of a repository: overlays may lie far from what they are made of. */
import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { KUSTOMIZATION_NAMES, readKustomization, type Kustomization } from './kustomize.ts'
import { SKIPPED_FOLDERS } from './read-folder.ts'

const NAMES: ReadonlySet<string> = new Set(KUSTOMIZATION_NAMES)
/** Folders that are looked into. A repository with more of them is judged by what is nearest. */
const MOST = 20_000

/** Those that are not in `known`, by absolute path. */
export async function repositoryKustomizations(root: string, known: ReadonlySet<string>): Promise<[file: string, kustomization: Kustomization][]> {
  const found: [string, Kustomization][] = []
  const folders = [root]
  // The nearest ones first: the list grows while it is read.
  for (const folder of folders) {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (folders.length < MOST && !SKIPPED_FOLDERS.has(entry.name)) folders.push(path)
      } else if (NAMES.has(entry.name) && !known.has(path)) {
        const kustomization = await readKustomization(path)
        if (kustomization !== undefined) found.push([path, kustomization])
      }
    }
  }
  return found
}

/** None of a folder that cannot be read: what it would add is not known. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
