/** Other programs, as tests run them: the same on every machine, and what they print is shown when they end in another way than expected. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'

const scratch: string[] = []
afterAll(() => {
  for (const path of scratch) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
})

/** An empty folder, gone after the tests of the file. Its path has a space and a letter that is not ASCII, as those of users do. */
export function emptyFolder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'podlint tést ')))
  scratch.push(path)
  return path
}

export interface RunOptions {
  cwd: string
  /** Set beside the environment of the tests; undefined takes a variable away. */
  env?: NodeJS.ProcessEnv
  input?: string | Buffer
  /** How it must end; 0 by default. */
  code?: number | 'any'
  shell?: boolean
}

export interface Ended {
  stdout: string
  stderr: string
  /** Both streams. */
  output: string
}

/** Runs a program to its end, which fails the test unless it ends with `code`. */
export function run(program: string, args: readonly string[], { cwd, env = {}, input = '', code = 0, shell = false }: RunOptions): Ended {
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, { cwd, env: { ...process.env, ...env }, input, shell, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 240_000 })
  const command = [program, ...args].join(' ')
  if (error !== undefined) throw new Error(`${command}: ${error.message}\n${stdout}${stderr}`, { cause: error })
  if (code !== 'any') expect(status, `${command}\nended with ${status ?? signal}\n--- standard output\n${stdout}--- standard error\n${stderr}---\nexpected to end with`).toBe(code)
  return { stdout, stderr, output: stdout + stderr }
}

/** A script of Node, by the Node that runs the tests. */
export const runNode = (args: readonly string[], options: RunOptions): Ended => run(process.execPath, args, options)

export const git = (cwd: string, ...args: string[]): string => run('git', args, { cwd }).stdout

/** Makes a folder a git repository with everything committed. */
export function gitRepository(folder: string): void {
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--no-verify', '--message=first')
}
