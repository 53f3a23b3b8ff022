/** Runs before each file of tests: they, and the programs that they start, meet the same environment on every machine. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll } from 'vitest'

/** What stays: what programs need to start at all and to reach a registry, and what vitest sets itself. */
const KEPT = /^(PATH|PATHEXT|SystemRoot|SystemDrive|ComSpec|windir|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|\w+_PROXY|npm_config_(registry|cafile)|PIP_(CERT|INDEX_URL|FIND_LINKS)|VITEST\w*|NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL)$/i

/** Whether podlint would find a repository or settings above what tests make there. */
function isWithinProject(folder: string): boolean {
  return ['.git', 'podlint.yaml', 'podlint.yml'].some((name) => existsSync(join(folder, name))) || (dirname(folder) !== folder && isWithinProject(dirname(folder)))
}

const temporary = [tmpdir(), '/tmp', '/var/tmp'].map((folder) => resolve(folder)).find((folder) => existsSync(folder) && !isWithinProject(folder))
if (temporary === undefined) throw new Error(`The tests need a folder for temporary files outside of any repository: set TMPDIR, which is ${tmpdir()}`)

const home = mkdtempSync(join(temporary, 'podlint-home-'))
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }))
for (const name of Object.keys(process.env)) if (!KEPT.test(name)) delete process.env[name]
Object.assign(process.env, {
  TMPDIR: temporary,
  TEMP: temporary,
  TMP: temporary,
  HOME: home,
  USERPROFILE: home,
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 't',
  GIT_AUTHOR_EMAIL: 't@example.com',
  GIT_COMMITTER_NAME: 't',
  GIT_COMMITTER_EMAIL: 't@example.com',
  npm_config_update_notifier: 'false',
})
