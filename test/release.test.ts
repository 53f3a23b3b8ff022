/** scripts/release.mjs, in a repository of its own. */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { VERSION } from '../src/project.ts'
import { emptyFolder, git, gitRepository, runNode } from './child-process.ts'
import { repository } from './integrations/doors.ts'
import { has } from './integrations/tools.ts'
import { want } from './want.ts'

const folder = emptyFolder()
const release = (args: readonly string[], code = 0) => runNode([join(folder, 'scripts/release.mjs'), ...args], { cwd: folder, code }).output
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

beforeEach((context) => want(context, 'git'))
beforeAll(() => {
  if (!has('git')) return
  for (const name of ['.gitignore', 'CHANGELOG.md', 'docs/rules', 'dist/parts/cel.wasm.br', 'dist/parts/cel.memory.br', 'dist/parts/render.wasm.br', 'dist/parts/render.memory.br', 'docs/integrations/pre-commit.md', 'editors', 'engine', 'package.json', 'package-lock.json', 'schema', 'scripts', 'src', 'tsconfig.json']) cpSync(join(repository, name), join(folder, name), { recursive: true })
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
  expect(release(args, 2)).toContain(reason)
})

test('refuses a dirty tree, and a changelog that says nothing', () => {
  const changelog = read('CHANGELOG.md')
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog.replace(/## Unreleased[^]*/, `## Unreleased\n\n## ${VERSION} - 2026-01-01\n\n- Something.\n`))
  expect(release(['99.0.0'], 2)).toContain('Commit or stash your changes')
  git(folder, 'commit', '--quiet', '--all', '--message=empty')
  expect(release(['99.0.0'], 2)).toBe('CHANGELOG.md says nothing under "## Unreleased"\n')
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog)
  git(folder, 'commit', '--quiet', '--all', '--message=full')
})

test('a dry run changes nothing', () => {
  const head = git(folder, 'rev-parse', 'HEAD')
  expect(release(['99.0.0', '--dry-run'])).toContain('tag v99.0.0')
  expect([git(folder, 'rev-parse', 'HEAD'), git(folder, 'status', '--porcelain'), git(folder, 'tag')]).toEqual([head, '', ''])
})

test('a release is one commit with its tag: version, changelog and bundle', () => {
  release(['99.0.0'])
  expect(git(folder, 'status', '--porcelain')).toBe('')
  expect(git(folder, 'log', '--format=%s %D', '-1')).toBe('podlint 99.0.0 HEAD -> main, tag: v99.0.0\n')
  for (const file of ['package.json', 'package-lock.json', 'editors/vscode/package.json']) expect(JSON.parse(read(file)).version).toBe('99.0.0')
  expect(JSON.parse(read('package-lock.json')).packages[''].version).toBe('99.0.0')
  expect(read('docs/integrations/pre-commit.md')).toContain('    rev: v99.0.0\n')
  expect(read('CHANGELOG.md')).toMatch(/\n## Unreleased\n\n## 99\.0\.0 - \d{4}-\d\d-\d\d\n\n### Added\n/)
  expect(runNode(['dist/podlint.cjs', '--version'], { cwd: folder }).output).toBe('podlint 99.0.0\n')
  expect(release(['99.0.0'], 2)).toBe('The tag v99.0.0 is there already\n')
})
