import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const known = new Map<string, string | undefined>()

/** The root of the git repository that an absolute folder is in, or undefined. */
export function repositoryRoot(folder: string): string | undefined {
  if (known.has(folder)) return known.get(folder)
  const parent = dirname(folder)
  const root = existsSync(join(folder, '.git')) ? folder : parent === folder ? undefined : repositoryRoot(parent)
  known.set(folder, root)
  return root
}
