/** The man page says what `podlint --help` says. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FLAG_ENTRIES } from '../src/cli/flags.ts'
import { FORMATS } from '../src/reporters/index.ts'
import { emptyFolder, run, runNode } from './child-process.ts'
import { want } from './want.ts'

const root = join(import.meta.dirname, '..')
const page = runNode(['--input-type=module', '-e', `import { manPage } from ${JSON.stringify(new URL('../scripts/man-page.mjs', import.meta.url).href)}; process.stdout.write(await manPage())`], { cwd: root }).stdout

test('every flag and format is in it', () => {
  const text = page.replaceAll('\\-', '-')
  for (const [name, { group, summary }] of FLAG_ENTRIES) {
    if (group === undefined) continue
    expect(text).toContain(`--${name}\\fR`)
    expect(text).toContain(summary.replaceAll('\\', '\\e'))
  }
  for (const name of Object.keys(FORMATS)) expect(text).toContain(`\\fB${name}\\fR\n`)
})

test('man shows it without a warning', (context) => {
  want(context, 'man')
  const folder = emptyFolder()
  mkdirSync(join(folder, 'man1'))
  const file = join(folder, 'man1/podlint.1')
  writeFileSync(file, page)
  const { stdout, stderr } = run('man', ['-l', '--warnings', '-E', 'UTF-8', '--pager', 'cat', file], { cwd: folder, env: { MANWIDTH: '100', LC_ALL: 'C.UTF-8', MANROFFOPT: '-c' } })
  expect(stderr).toBe('')
  const plain = stdout.replaceAll(/.\u0008/g, '')
  for (const heading of ['NAME', 'SYNOPSIS', 'COMMANDS', 'RULES', 'FILES', 'OUTPUT', 'EXIT STATUS', 'ENVIRONMENT']) expect(plain).toMatch(new RegExp(`^${heading}$`, 'm'))
  expect(plain).toContain('podlint - lint Kubernetes manifests before they reach a cluster')
  expect(plain).toContain('--kubernetes-version VERSION')
})
