/** What the tests of the integrations share: the bundle as it would be released. */
import { chmodSync, cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'
import { VERSION } from '../../src/project.ts'
import { emptyFolder, git, gitRepository, runNode } from '../child-process.ts'

export const repository = join(import.meta.dirname, '../..')

export function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** Bundles the sources into a folder as they are now; `dist/` may be older while somebody works on them. Whichever file of tests is the first bundles them for all, the others wait. */
export async function buildTo(folder: string): Promise<void> {
  const shared = inject('sharedFolder')
  const [built, ended] = [join(shared, 'dist'), join(shared, 'dist-ended')]
  if (isFirst(join(shared, 'dist-begun'))) {
    try {
      runNode([join(repository, 'scripts/build.mjs'), built], { cwd: repository })
    } finally {
      writeFileSync(ended, '')
    }
  }
  while (!existsSync(ended)) await setTimeout(50)
  cpSync(built, folder, { recursive: true })
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** podlint as its users get it. */
export async function releasedFiles(): Promise<string> {
  const folder = emptyFolder()
  for (const name of ['package.json', 'package-lock.json', 'README.md', 'LICENSE', 'action.yml', '.pre-commit-hooks.yaml']) cpSync(join(repository, name), join(folder, name))
  await buildTo(join(folder, 'dist'))
  return folder
}

/** Makes the released files a repository with one commit and the tag of the version, such as `v0.1.0`. */
export function tagRelease(folder: string): void {
  gitRepository(folder)
  git(folder, 'tag', `v${VERSION}`)
}

/** podlint as a dependency that `npx podlint` finds, without a registry. */
export function installPodlint(released: string, into: string): void {
  const modules = join(into, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  for (const name of ['package.json', 'dist']) cpSync(join(released, name), join(modules, 'podlint', name), { recursive: true })
  chmodSync(join(modules, 'podlint/dist/podlint.cjs'), 0o755)
  symlinkSync('../podlint/dist/podlint.cjs', join(modules, '.bin/podlint'))
}
