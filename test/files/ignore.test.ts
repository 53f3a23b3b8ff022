/** What is left out is what git leaves out. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { findFiles, type FindOptions } from '../../src/files/find.ts'
import { git, run } from '../child-process.ts'
import { folder } from '../cli/run-cli.ts'
import { want } from '../want.ts'

const options = (cwd: string): FindOptions => ({ cwd, gitignore: true, excludes: [], forceExclude: false, includeMarkdown: false })

async function found(cwd: string, paths: readonly string[] = ['.'], change: Partial<FindOptions> = {}): Promise<string[]> {
  const { files, problems } = await findFiles(paths, { ...options(cwd), ...change })
  expect(problems).toEqual([])
  return files.map(({ file }) => file).sort()
}

/** What git would add, of all files. */
function wantedByGit(root: string): string[] {
  return git(root, 'ls-files', '--others', '--exclude-standard', '-z').split('\0').filter((path) => path.endsWith('.yaml')).sort()
}

function repository(files: Record<string, string>): string {
  const root = folder(files)
  git(root, 'init', '--quiet')
  return root
}

describe('.gitignore', () => {
  beforeEach((context) => want(context, 'git'))
  const tree = Object.fromEntries(['a.yaml', 'b.yaml', 'build/a.yaml', 'build/keep/b.yaml', 'src/build/a.yaml', 'src/a.yaml', 'src/deep/er/a.yaml', 'src/deep/b.yaml', 'with space/a.yaml'].map((path) => [path, '']))

  test.each<[string, Record<string, string>]>([
    ['a name anywhere', { '.gitignore': 'a.yaml' }],
    ['an anchored name', { '.gitignore': '/a.yaml' }],
    ['a folder anywhere', { '.gitignore': 'build/' }],
    ['a folder with a path', { '.gitignore': 'src/build' }],
    ['negation', { '.gitignore': '*.yaml\n!a.yaml' }],
    ['negation below an ignored folder has no effect', { '.gitignore': 'build/\n!build/keep/b.yaml' }],
    ['negation of a folder', { '.gitignore': 'build/*\n!build/keep/' }],
    ['an inner file overrules', { '.gitignore': '*.yaml', 'src/.gitignore': '!a.yaml' }],
    ['an inner file brings back a folder', { '.gitignore': 'build/', 'src/.gitignore': '!build/' }],
    ['an inner file is relative to its folder', { 'src/.gitignore': '/a.yaml\ndeep/er' }],
    ['stars', { '.gitignore': 'src/**/a.yaml\n**/keep' }],
    ['comments, blanks and escapes', { '.gitignore': '# a.yaml\n\n  \nwith\\ space/\n!#\n' }],
    ['CRLF', { '.gitignore': 'a.yaml\r\nbuild/\r\n' }],
    ['everything', { '.gitignore': '*' }],
  ])('%s', async (_, ignoreFiles) => {
    const root = repository({ ...tree, ...ignoreFiles })
    expect(await found(root)).toEqual(wantedByGit(root))
  })

  test('100 random sets of patterns', async () => {
    let seed = 20241
    const random = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit
    const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
    const names = ['a', 'b', 'ab', 'build', 'k8s']
    const all: Record<string, string> = {}
    for (let round = 0; round < 100; round++) {
      const files: Record<string, string> = {}
      for (let i = 0; i < 14; i++) files[[...Array.from({ length: random(4) }, () => pick(names)), `${pick(names)}.yaml`].join('/')] = ''
      const folders = ['', ...Object.keys(files).filter((path) => path.includes('/')).map((path) => `${dirname(path)}/`)]
      const pattern = () => `${pick(['', '', '', '!'])}${pick(['', '', '/'])}${Array.from({ length: 1 + random(2) }, () => pick([...names, '*', '**', 'a*', '?', '[ab]', '*.yaml', 'a.yaml'])).join('/')}${pick(['', '', '/'])}`
      for (let i = 0; i < 1 + random(3); i++) files[`${pick(folders)}.gitignore`] = Array.from({ length: 1 + random(4) }, pattern).join('\n')
      for (const [path, text] of Object.entries(files)) all[`round${round}/${path}`] = text
    }
    const root = repository(all)
    const wanted = wantedByGit(root)
    expect(wanted.length).toBeGreaterThan(250)
    expect(await found(root)).toEqual(wanted)
  })

  test('holds from the root of the repository, wherever one starts', async () => {
    const root = repository({ ...tree, '.gitignore': 'deep/', 'src/.gitignore': '/a.yaml' })
    expect(await found(join(root, 'src'))).toEqual(['build/a.yaml'])
    expect(await found(root, ['src'])).toEqual(['src/build/a.yaml'])
    expect(await found(join(root, 'src'), ['..'])).toContain('../with space/a.yaml')
  })

  test('a folder or file that is named is linted, but not with --force-exclude', async () => {
    const root = repository({ ...tree, '.gitignore': 'build/\nb.yaml' })
    expect(await found(root, ['build', 'b.yaml'])).toEqual(['b.yaml', 'build/a.yaml'])
    const { files, leftAlone } = await findFiles(['build', 'b.yaml', 'a.yaml'], { ...options(root), forceExclude: true })
    expect(files).toMatchObject([{ file: 'a.yaml', named: false }])
    expect(Object.fromEntries(leftAlone)).toEqual({ build: 'left out by .gitignore', 'b.yaml': 'left out by .gitignore' })
  })

  test('does not hold with --no-gitignore; .podlintignore still does', async () => {
    const root = repository({ 'a.yaml': '', 'b.yaml': '', 'src/c.yaml': '', '.gitignore': '*.yaml', 'src/.podlintignore': 'c.yaml' })
    expect(await found(root, ['.'], { gitignore: false })).toEqual(['a.yaml', 'b.yaml'])
  })

  test('outside of a repository it holds from the working directory on', async () => {
    const root = folder({ '.gitignore': 'b.yaml', 'work/.gitignore': 'c.yaml', 'work/a.yaml': '', 'work/b.yaml': '', 'work/c.yaml': '' })
    expect(await found(join(root, 'work'))).toEqual(['a.yaml', 'b.yaml'])
  })
})

describe("git's own excludes", () => {
  beforeEach((context) => want(context, 'git'))
  const tree = { 'a.yaml': '', 'b.yaml': '', 'c.yaml': '', 'sub/a.yaml': '', 'sub/d.yaml': '' }
  /** As git would, with the settings of a user whose home is `home`. */
  const wanted = (root: string, home: string, env: Record<string, string> = {}) =>
    run('git', ['ls-files', '--others', '--exclude-standard', '-z'], { cwd: root, env: { GIT_CONFIG_GLOBAL: undefined, HOME: home, ...env } }).stdout.split('\0').filter((path) => path.endsWith('.yaml')).sort()
  const environment = (home: string, env: Record<string, string> = {}) => ({ HOME: home, GIT_CONFIG_NOSYSTEM: '1', ...env })

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['info/exclude', { '.git/info/exclude': 'a.yaml\n/b.yaml\n' }, {}],
    ['info/exclude, which .gitignore takes back', { '.git/info/exclude': 'a.yaml\n', '.gitignore': '!/a.yaml\n' }, {}],
    ['core.excludesFile', {}, { '.gitconfig': '[user]\n\tname = path = x\n[core]\n\tautocrlf = false\n\texcludesFile = "~/my ignores" # all\n', 'my ignores': 'c.yaml\nsub/d.yaml\n' }],
    ['core.excludesFile of an included file', {}, { '.gitconfig': '[include]\n  path = more/config\n  path = ~/more/none\n', 'more/config': '[CORE]\nexcludesfile=~/own\n', own: 'c.yaml\n' }],
    ['the usual place', {}, { '.config/git/ignore': 'sub/\n', own: 'a.yaml' }],
    ['its own settings before those of the user', { '.git/config': '[core]\n\trepositoryformatversion = 0\n\texcludesFile = ~/other\n' }, { '.gitconfig': '[core]\n\texcludesFile = ~/own\n', own: 'a.yaml\n', other: 'b.yaml\n' }],
    ['nothing that is not there', {}, { '.gitconfig': '[core]\n\texcludesFile = ~/gone\n' }],
    ['bytes that are not UTF-8', { '.gitignore': '# caf\u00e9\nc.yaml\n' }, {}],
  ])('%s', async (_, files, user) => {
    const root = repository(tree)
    for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text, 'latin1')
    const home = folder(user)
    expect(await found(root, ['.'], { env: environment(home) })).toEqual(wanted(root, home))
    expect(await found(root, ['.'], { env: environment(home), gitignore: false })).toEqual(Object.keys(tree))
  })

  test('hold in a worktree of the repository too', async () => {
    const root = repository({ ...tree, '.gitignore': '*.yaml' })
    writeFileSync(join(root, '.git/info/exclude'), '/a.yaml\n')
    git(root, 'commit', '--quiet', '--allow-empty', '--message=first')
    const other = join(folder({}), 'other')
    git(root, 'worktree', 'add', '--quiet', other)
    for (const path of ['a.yaml', 'b.yaml']) writeFileSync(join(other, path), '')
    expect(await found(other, ['.'], { env: environment('/nowhere') })).toEqual(['b.yaml'])
  })

  test('are named with their line', async () => {
    const root = repository(tree)
    writeFileSync(join(root, '.git/info/exclude'), '# mine\na.yaml\n')
    const { leftOut } = await findFiles(['.'], options(root))
    expect(Object.fromEntries(leftOut)).toEqual({ 'a.yaml': '.git/info/exclude:2 (a.yaml)', 'sub/a.yaml': '.git/info/exclude:2 (a.yaml)' })
  })
})

test('.podlintignore takes back what .gitignore leaves out, file or folder, and not what an exclude leaves out', async () => {
  const root = folder({ 'rendered/a.yaml': '', 'rendered/b.yaml': '', 'x/c.gen.yaml': '', 'x/d.gen.yaml': '', '.gitignore': 'rendered/\n*.gen.yaml\n', '.podlintignore': '!rendered/\n!c.gen.yaml\nb.yaml\n' })
  expect(await found(root)).toEqual(['rendered/a.yaml', 'x/c.gen.yaml'])
  expect(await found(root, ['.'], { excludes: [{ base: root, patterns: ['rendered'] }] })).toEqual(['x/c.gen.yaml'])
})

test('a pattern for names in other letters than ASCII is compared as git does', async (context) => {
  want(context, 'git')
  const root = repository({ 'ä.yaml': '', 'ä/x.yaml': '', 'aä.yaml': '', '?.yaml': '', '.gitignore': '?.yaml\n[!a]ä.yaml\n/ä/\n' })
  expect(await found(root)).toEqual(wantedByGit(root))
})

test('excludes are relative to their folder', async () => {
  const root = folder({ 'a.yaml': '', 'k8s/a.yaml': '', 'k8s/vendor/b.yaml': '', 'vendor/c.yaml': '' })
  expect(await found(root, ['.'], { excludes: [{ base: join(root, 'k8s'), patterns: ['/a.yaml'] }] })).toEqual(['a.yaml', 'k8s/vendor/b.yaml', 'vendor/c.yaml'])
  expect(await found(join(root, 'k8s'), ['.'], { excludes: [{ base: root, patterns: ['/k8s/vendor'] }] })).toEqual(['a.yaml'])
  expect(await found(root, ['.'], { excludes: [{ base: root, patterns: ['vendor', '!k8s/vendor'] }] })).toEqual(['a.yaml', 'k8s/a.yaml', 'k8s/vendor/b.yaml'])
})

test('an ignore file without a pattern costs no library', async () => {
  const root = folder({ 'a.yaml': '', '.gitignore': '# nothing yet\n\n' })
  mkdirSync(join(root, 'b'))
  writeFileSync(join(root, 'b/.podlintignore'), '')
  expect(await found(root)).toEqual(['a.yaml'])
})
