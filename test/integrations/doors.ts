/** What the tests of the integrations share: the bundle as it would be released, the tools of others, and folders that go away. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { VERSION } from '../../src/project.ts'

export const repository = join(import.meta.dirname, '../..')

/** Where `scripts/check-doors.mjs` has installed the tools of others; undefined in a plain run, which leaves out the tests that need them. */
export const tools = process.env['PODLINT_DOORS']

/** A file among the tools; empty in a plain run. */
export const toolsOf = (path: string): string => (tools === undefined ? '' : join(tools, path))

/** The Node of GitHub's runners or, in a plain run, the one that runs the test. */
export const runnerNode = tools === undefined ? process.execPath : toolsOf(`node_modules/node-${process.platform}-${process.arch}/bin/node`)

/** An empty folder, gone after the file's tests. */
export function emptyFolder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'podlint-doors-')))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return path
}

export function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** Bundles the sources into a folder as they are now; `dist/` may be older while somebody works on them. */
export function buildTo(folder: string): void {
  execFileSync(process.execPath, [join(repository, 'scripts/build.mjs'), folder])
}

/** A repository of podlint with one commit and the tag of its version, such as `v0.1.0`: what its users get. */
export function releasedRepository(): string {
  const folder = emptyFolder()
  for (const name of ['package.json', 'package-lock.json', 'README.md', 'LICENSE', 'action.yml', '.pre-commit-hooks.yaml']) cpSync(join(repository, name), join(folder, name))
  buildTo(join(folder, 'dist'))
  gitRepository(folder)
  git(folder, 'tag', `v${VERSION}`)
  return folder
}

/** podlint as a dependency that `npx podlint` finds, without a registry. */
export function installPodlint(released: string, into: string): void {
  const modules = join(into, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  for (const name of ['package.json', 'dist']) cpSync(join(released, name), join(modules, 'podlint', name), { recursive: true })
  chmodSync(join(modules, 'podlint/dist/podlint.cjs'), 0o755)
  symlinkSync('../podlint/dist/podlint.cjs', join(modules, '.bin/podlint'))
}

export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd, encoding: 'utf8', stdio: 'pipe', env: gitEnv() })
}

/** Makes a folder a git repository with everything committed. */
export function gitRepository(folder: string): void {
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--no-verify', '--message=first')
}

/** Without what a hook that runs these tests may have set. */
export function gitEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GIT_|PODLINT_|GITHUB_|npm_)/.test(name)))
}

export interface Ran {
  code: number | null
  output: string
}

/** Runs to the end; `output` is both streams. */
export function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env: { ...gitEnv(), ...env }, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 240_000 })
  if (error !== undefined) throw error
  return { code: status, output: stdout + stderr }
}
