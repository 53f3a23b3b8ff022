import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFiles, type FindOptions } from '../../src/files/find.ts'
import { folder } from '../cli/run-cli.ts'
import { wantOrdinaryUser } from '../want.ts'

async function find(cwd: string, paths: readonly string[] = ['.'], change: Partial<FindOptions> = {}) {
  const { files, leftAlone, ofCharts, problems, notes } = await findFiles(paths, { cwd, gitignore: true, excludes: [], forceExclude: false, includeMarkdown: false, ...change })
  return { files: files.map(({ file }) => file), named: files.filter(({ named }) => named).map(({ file }) => file), leftAlone: Object.fromEntries([...leftAlone, ...[...ofCharts].map(([file, { reason }]) => [file, reason] as const)]), problems, notes }
}

describe('folders', () => {
  test('have YAML and JSON files of interest, in order, but for those of git and npm', async () => {
    const root = folder({ 'b.yml': '', 'a.YAML': '', 'c.json': '', 'd.txt': '', 'e.md': '', 'sub/.hidden/f.yaml': '', 'node_modules/x/g.yaml': '', '.git/h.yaml': '', 'empty/': '' })
    expect(await find(root)).toEqual({ files: ['a.YAML', 'b.yml', 'c.json', 'sub/.hidden/f.yaml'], named: [], leftAlone: {}, problems: [], notes: [] })
    expect((await find(root, ['.'], { includeMarkdown: true })).files).toContain('e.md')
  })

  test('are shown as seen from the working directory', async () => {
    const root = folder({ 'work/': '', 'k8s/a.yaml': '' })
    expect((await find(join(root, 'work'), ['../k8s'])).files).toEqual(['../k8s/a.yaml'])
    expect((await find(join(root, 'work'), [join(root, 'k8s')])).files).toEqual(['../k8s/a.yaml'])
    expect((await find(join(root, 'k8s'))).files).toEqual(['a.yaml'])
  })
})

describe('named files', () => {
  test('are taken whatever their ending, once, and as named', async () => {
    const root = folder({ 'a.yaml': '', 'b.txt': '', 'c.md': '' })
    expect(await find(root, ['.', 'b.txt', './a.yaml', 'c.md', 'b.txt'])).toEqual({ files: ['a.yaml', 'b.txt', 'c.md'], named: ['a.yaml', 'b.txt', 'c.md'], leftAlone: {}, problems: [], notes: [] })
  })

  test('that do not exist are a problem, and the others are still found', async () => {
    const root = folder({ 'a.yaml': '', 'file': '' })
    expect(await find(root, ['no.yaml', 'a.yaml', 'file/b.yaml'])).toMatchObject({
      files: ['a.yaml'],
      problems: ['Cannot read no.yaml: no such file or folder', 'Cannot read file/b.yaml: a part of the path is not a folder'],
    })
  })

  test('may have characters of globs in their name', async () => {
    expect((await find(folder({ '[a].yaml': '', 'a.yaml': '' }), ['[a].yaml'])).named).toEqual(['[a].yaml'])
  })
})

describe('globs', () => {
  const files = { 'k8s/a.yaml': '', 'k8s/b.json': '', 'k8s/c.txt': '', 'k8s/d.md': '', 'k8s/.e.yaml': '', 'k8s/node_modules/f.yaml': '', 'g.yaml': '' }
  test.each([
    ['k8s/*.yaml', ['k8s/a.yaml']],
    ['k8s/.*.yaml', ['k8s/.e.yaml']],
    ['k8s/{.e,[!b-z]}.y*ml', ['k8s/.e.yaml', 'k8s/a.yaml']],
    ['**', ['g.yaml', 'k8s/a.yaml', 'k8s/b.json']],
    ['nothing/*', []],
    ['[', []],
    ['**/*', ['g.yaml', 'k8s/a.yaml', 'k8s/b.json']],
    ['{k8s,other}/[ab].*', ['k8s/a.yaml', 'k8s/b.json']],
    ['k8s/*.{md,json}', ['k8s/b.json', 'k8s/d.md']],
    ['?.yaml', ['g.yaml']],
  ])('%s', async (pattern, expected) => {
    expect(await find(folder(files), [pattern])).toMatchObject({ files: expected, named: [], problems: expected.length === 0 ? [expect.stringContaining('matches')] : [] })
  })

  test('that match nothing are a problem', async () => {
    expect((await find(folder(files), ['charts/*.yaml'])).problems).toEqual(['No YAML or JSON file matches charts/*.yaml'])
  })

  test('leave out what is ignored', async () => {
    expect((await find(folder({ ...files, '.podlintignore': 'a.yaml' }), ['**/*.yaml'])).files).toEqual(['g.yaml'])
  })
})

describe('links', () => {
  test('in circles end, and nothing is found twice', async () => {
    const root = folder({ 'a/x.yaml': '', 'b/y.yaml': '' })
    symlinkSync('..', join(root, 'a/up'))
    symlinkSync('../a', join(root, 'b/a'))
    symlinkSync('self.yaml', join(root, 'self.yaml'))
    symlinkSync('y.yaml', join(root, 'b/z.yaml'))
    expect(await find(root)).toEqual({ files: ['a/x.yaml', 'b/y.yaml'], named: [], leftAlone: { 'self.yaml': 'broken link' }, problems: [], notes: [] })
  })

  test('are followed to files and folders elsewhere, as a mounted ConfigMap needs', async () => {
    const root = folder({ 'mount/..data_1/a.yaml': '' })
    symlinkSync('..data_1', join(root, 'mount/..data'))
    symlinkSync('..data/a.yaml', join(root, 'mount/a.yaml'))
    expect((await find(root)).files).toEqual(['mount/..data_1/a.yaml'])
    const other = folder({ '.git/': '', 'here/': '', 'there/b.yaml': '' })
    symlinkSync('../there', join(other, 'here/link'))
    expect((await find(join(other, 'here'))).files).toEqual(['link/b.yaml'])
  })

  test('are not followed out of the repository or, without one, of the folder, however they are named', async () => {
    const secret = folder({ 'a.yaml': '' })
    const root = folder({ '.git/': '', 'own.yaml': '' })
    symlinkSync(secret, join(root, 'folder'))
    symlinkSync(join(secret, 'a.yaml'), join(root, 'file.yaml'))
    const reason = 'link that leads out of the repository'
    expect(await find(root)).toMatchObject({ files: ['own.yaml'], leftAlone: { folder: reason, 'file.yaml': reason }, notes: [] })
    expect(await find(root, ['*.yaml'])).toMatchObject({ files: ['own.yaml'], leftAlone: { 'file.yaml': reason }, notes: [] })
    expect(await find(root, ['own.yaml', 'file.yaml', 'folder', 'folder/a.yaml'])).toMatchObject({
      files: ['own.yaml'],
      leftAlone: { 'file.yaml': reason, folder: reason, 'folder/a.yaml': reason },
      notes: [`file.yaml is left alone: ${reason}`, `folder is left alone: ${reason}`, `folder/a.yaml is left alone: ${reason}`],
    })
    const outside = folder({ 'here/': '', 'there/b.yaml': '' })
    symlinkSync('../there', join(outside, 'here/link'))
    expect(await find(join(outside, 'here'))).toMatchObject({ files: [], leftAlone: { link: reason } })
    // Outside of a repository, whoever names a link means what it leads to.
    expect((await find(join(outside, 'here'), ['link'])).files).toEqual(['link/b.yaml'])
  })

  test('that are broken are left alone, unless they are named', async () => {
    const root = folder({ 'a.yaml': '' })
    symlinkSync('gone', join(root, 'b.yaml'))
    symlinkSync('gone', join(root, 'c.txt'))
    expect(await find(root)).toMatchObject({ files: ['a.yaml'], leftAlone: { 'b.yaml': 'broken link' }, problems: [], notes: [] })
    expect((await find(root, ['b.yaml'])).problems).toEqual(['Cannot read b.yaml: no such file or folder'])
  })
})

test('a folder that cannot be read is a problem, and the others are still found', async (context) => {
  wantOrdinaryUser(context)
  const root = folder({ 'a.yaml': '', 'locked/b.yaml': '' })
  chmodSync(join(root, 'locked'), 0)
  const { files, problems } = await find(root)
  chmodSync(join(root, 'locked'), 0o755)
  expect({ files, problems }).toEqual({ files: ['a.yaml'], problems: ['Cannot read locked: permission denied'] })
})

describe('Helm', () => {
  const chart = { 'charts/web/Chart.yaml': '', 'charts/web/values.yaml': '', 'charts/web/values-prod.yaml': '', 'charts/web/crds/a.yaml': '', 'charts/web/templates/deploy.yaml': '', 'charts/web/templates/sub/svc.yaml': '', 'templates/own.yaml': '', 'values.yaml': '' }
  const leftAlone = { 'charts/web/values.yaml': 'helm values', 'charts/web/values-prod.yaml': 'helm values', 'charts/web/templates/deploy.yaml': 'helm template', 'charts/web/templates/sub/svc.yaml': 'helm template' }

  test('templates and values of a chart are no manifests, its metadata and its CRDs are linted', async () => {
    expect(await find(folder(chart))).toEqual({ files: ['charts/web/Chart.yaml', 'charts/web/crds/a.yaml', 'templates/own.yaml', 'values.yaml'], named: [], leftAlone, problems: [], notes: [] })
  })

  test('whichever way they are named', async () => {
    const root = folder(chart)
    expect(await find(join(root, 'charts/web/templates'))).toMatchObject({ files: [], leftAlone: { 'deploy.yaml': 'helm template', 'sub/svc.yaml': 'helm template' } })
    expect(await find(root, ['charts/web/templates/sub/svc.yaml'])).toMatchObject({ files: [], leftAlone: { 'charts/web/templates/sub/svc.yaml': 'helm template' } })
    expect(await find(root, ['charts/*/templates/*.yaml'])).toMatchObject({ files: [], leftAlone: { 'charts/web/templates/deploy.yaml': 'helm template' } })
  })
})

describe('Kustomize', () => {
  const tree = {
    'base/kustomization.yaml': 'resources: [deploy.yaml]\n',
    'base/deploy.yaml': '',
    'prod/kustomization.yml': 'resources: [../base]\ncomponents: [../component]\npatches:\n  - path: replicas.yaml\n  - patch: |-\n      - op: remove\n        path: /spec\n  - target: {kind: Deployment}\npatchesStrategicMerge:\n  - ../patches/memory.yaml\n  - |\n    kind: Deployment\npatchesJson6902:\n  - path: ./json.yaml\ntransformers: [label.yaml]\n',
    'prod/replicas.yaml': '',
    'prod/json.yaml': '',
    'prod/label.yaml': '',
    'patches/memory.yaml': '',
    'component/Kustomization': 'kind: Component\npatches: [{path: patch.yaml}]\n',
    'component/patch.yaml': '',
  }
  const leftAlone = {
    'prod/replicas.yaml': 'kustomize patch',
    'prod/json.yaml': 'kustomize patch',
    'prod/label.yaml': 'kustomize configuration',
    'patches/memory.yaml': 'kustomize patch',
    'component/patch.yaml': 'kustomize patch',
  }

  test('patches of kustomizations are left alone', async () => {
    expect(await find(folder(tree))).toEqual({ files: ['base/deploy.yaml', 'base/kustomization.yaml', 'component/Kustomization', 'prod/kustomization.yml'], named: [], leftAlone, problems: [], notes: [] })
  })

  test('a patch that is named is known by a kustomization above it', async () => {
    const root = folder({ 'app/kustomization.yaml': 'patches: [{path: patches/a.yaml}]\n', 'app/patches/a.yaml': '', 'app/b.yaml': '' })
    expect(await find(root, ['app/patches/a.yaml', 'app/b.yaml'])).toMatchObject({ files: ['app/b.yaml'], leftAlone: { 'app/patches/a.yaml': 'kustomize patch' } })
    expect(await find(join(root, 'app/patches'))).toMatchObject({ files: [], leftAlone: { 'a.yaml': 'kustomize patch' } })
  })

  test('a kustomization that cannot be read is linted, for the finding, and its patches are not', async () => {
    expect(await find(folder({ 'kustomization.yaml': 'patches: [{path: a.yaml}\n', 'a.yaml': '', 'b.yaml': '' }))).toMatchObject({ files: ['b.yaml', 'kustomization.yaml'], leftAlone: { 'a.yaml': 'kustomize patch' } })
  })
})

test('a tree of any depth', async () => {
  const root = folder({})
  const deep = Array.from({ length: 300 }, () => 'd').join('/')
  mkdirSync(join(root, deep), { recursive: true })
  expect((await find(root)).problems).toEqual([])
})

test('images that a kustomization pins are known', async () => {
  const root = folder({
    'base/web.yaml': '',
    'kustomization.yaml': 'images:\n- name: example.com/web\n  newTag: v1.2.3\n- name: example.com/moving\n  newTag: latest\n- name: example.com/exact\n  digest: sha256:0\n- name: example.com/renamed\n  newName: other\n',
  })
  const { pinnedImages } = await findFiles(['.'], { cwd: root, gitignore: true, excludes: [], forceExclude: false, includeMarkdown: false })
  expect([...pinnedImages]).toEqual(['example.com/web', 'example.com/exact'])
})
