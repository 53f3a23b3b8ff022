/** scripts/release.mjs, in a repository of its own. */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { VERSION } from '../src/project.ts'
import { emptyFolder, git, gitRepository, repository, run } from './integrations/doors.ts'

const folder = emptyFolder()
const identity = { GIT_AUTHOR_NAME: 't', GIT_AUTHOR_EMAIL: 't@example.com', GIT_COMMITTER_NAME: 't', GIT_COMMITTER_EMAIL: 't@example.com', GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'commit.gpgsign', GIT_CONFIG_VALUE_0: 'false' }
const release = (...args: string[]) => run(process.execPath, [join(folder, 'scripts/release.mjs'), ...args], folder, identity)
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

beforeAll(() => {
  for (const name of ['.gitignore', 'CHANGELOG.md', 'docs/rules', 'docs/integrations/pre-commit.md', 'editors', 'package.json', 'package-lock.json', 'schema', 'scripts', 'src', 'tsconfig.json']) cpSync(join(repository, name), join(folder, name), { recursive: true })
  gitRepository(folder)
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction')
  // To .gitignore, a link is no folder.
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n')
})

test.each([
  ['no version', [], 'usage: node scripts/release.mjs VERSION'],
  ['a version that is none', ['v1.2.3'], 'usage: node scripts/release.mjs VERSION'],
  ['an older version', ['0.0.9'], `0.0.9 is older than ${VERSION}`],
])('refuses %s', (_, args, reason) => {
  expect(release(...args)).toEqual({ code: 2, output: expect.stringContaining(reason) })
})

test('refuses a dirty tree, and a changelog that says nothing', () => {
  const changelog = read('CHANGELOG.md')
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog.replace(/## Unreleased[^]*/, `## Unreleased\n\n## ${VERSION} - 2026-01-01\n\n- Something.\n`))
  expect(release('99.0.0')).toEqual({ code: 2, output: expect.stringContaining('Commit or stash your changes') })
  git(folder, 'commit', '--quiet', '--all', '--message=empty')
  expect(release('99.0.0')).toEqual({ code: 2, output: 'CHANGELOG.md says nothing under "## Unreleased"\n' })
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog)
  git(folder, 'commit', '--quiet', '--all', '--message=full')
})

test('a dry run changes nothing', () => {
  const head = git(folder, 'rev-parse', 'HEAD')
  expect(release('99.0.0', '--dry-run')).toEqual({ code: 0, output: expect.stringContaining('tag v99.0.0') })
  expect([git(folder, 'rev-parse', 'HEAD'), git(folder, 'status', '--porcelain'), git(folder, 'tag')]).toEqual([head, '', ''])
})

test('a release is one commit with its tag: version, changelog and bundle', () => {
  expect(release('99.0.0')).toMatchObject({ code: 0 })
  expect(git(folder, 'status', '--porcelain')).toBe('')
  expect(git(folder, 'log', '--format=%s %D', '-1')).toBe('podlint 99.0.0 HEAD -> main, tag: v99.0.0\n')
  for (const file of ['package.json', 'package-lock.json', 'editors/vscode/package.json']) expect(JSON.parse(read(file)).version).toBe('99.0.0')
  expect(JSON.parse(read('package-lock.json')).packages[''].version).toBe('99.0.0')
  expect(read('docs/integrations/pre-commit.md')).toContain('    rev: v99.0.0\n')
  expect(read('CHANGELOG.md')).toMatch(/\n## Unreleased\n\n## 99\.0\.0 - \d{4}-\d\d-\d\d\n\n### Added\n/)
  expect(run(process.execPath, ['dist/podlint.cjs', '--version'], folder)).toEqual({ code: 0, output: 'podlint 99.0.0\n' })
  expect(release('99.0.0')).toEqual({ code: 2, output: 'The tag v99.0.0 is there already\n' })
}, 60_000)
