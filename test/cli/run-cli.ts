/** Runs the program in the test's own process, in a folder made for the test. */
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Host, Stream } from '../../src/cli/host.ts'
import { main } from '../../src/cli/main.ts'

export interface Result {
  code: number
  stdout: string
  stderr: string
}

export interface Around {
  cwd?: string
  env?: Record<string, string>
  stdin?: string | Buffer
  isStdinPiped?: boolean
  isTerminal?: boolean
}

export async function podlint(argv: readonly string[], { cwd = '/', env = { GIT_CONFIG_NOSYSTEM: '1' }, stdin = '', isStdinPiped = false, isTerminal = false }: Around = {}): Promise<Result> {
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr'): Stream => ({ isTerminal, write: (text) => void (written[name] += text) })
  const host: Host = { cwd, env, stdout: stream('stdout'), stderr: stream('stderr'), readStdin: () => Buffer.from(stdin), isStdinPiped: () => isStdinPiped }
  const code = await main(argv, host)
  return { code, ...written }
}

/** A folder with these files, gone after the test, and with a path that has a space and a letter that is not ASCII. A path that ends in a slash is an empty folder. */
export function folder(files: Readonly<Record<string, string | Buffer>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'podlint tést ')))
  onTestFinished(() => {
    chmodSync(root, 0o755)
    rmSync(root, { recursive: true, force: true })
  })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(path.endsWith('/') ? join(root, path) : dirname(join(root, path)), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(join(root, path), content)
  }
  return root
}

/** A manifest without findings. */
export const GOOD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\ndata:\n  HOST: database\n'

/** The same with one error: an unknown field, in line 6. */
export const BAD = GOOD.replace('\ndata:', '\ndat:')
