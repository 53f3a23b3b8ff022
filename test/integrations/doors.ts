/** What the tests of the integrations share: the bundle as it would be released. */
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { VERSION } from '../../src/project.ts'
import { emptyFolder, git, gitRepository, runNode } from '../child-process.ts'

export const repository = join(import.meta.dirname, '../..')

export function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** Bundles the sources into a folder as they are now; `dist/` may be older while somebody works on them. */
export function buildTo(folder: string): void {
  runNode([join(repository, 'scripts/build.mjs'), folder], { cwd: repository })
}

/** podlint as its users get it. */
export function releasedFiles(): string {
  const folder = emptyFolder()
  for (const name of ['package.json', 'package-lock.json', 'README.md', 'LICENSE', 'action.yml', '.pre-commit-hooks.yaml']) cpSync(join(repository, name), join(folder, name))
  buildTo(join(folder, 'dist'))
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
