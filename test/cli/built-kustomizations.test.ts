/** What Kustomize builds is judged in place of the files that it is built of, and shown where it was written. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const web = (more = '') => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n        - name: web\n          image: example.com/web:latest\n${more.replace(/^(?=.)/gm, '          ')}`
const patch = (more: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n${more.replace(/^(?=.)/gm, '          ')}`
const BASE = { '.git/HEAD': '', 'base/kustomization.yaml': 'resources: [web.yaml]\n', 'base/web.yaml': web() }

async function findings(files: Readonly<Record<string, string>>, select: string, argv: readonly string[] = ['.']) {
  const { stdout } = await podlint(['-f', 'json', '--select', select, ...argv], { cwd: folder(files) })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; start: { line: number }; message: string; object: string; related?: { file: string }[] }[] }
  return diagnostics.map(({ file, start, message, related = [] }) => [`${file}:${start.line}`, message, ...related.map((each) => each.file)])
}

test('what a patch brings is found in the patch, and what a field of the kustomization brings there', async () => {
  const files = {
    ...BASE,
    'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - path: patch.yaml\n  - target: {kind: Deployment}\n    patch: |-\n      - op: add\n        path: /spec/template/spec/hostNetwork\n        value: true\nimages:\n  - name: example.com/web\n    newName: example.com/other\n    newTag: latest\n',
    'prod/patch.yaml': patch('securityContext:\n  privileged: true\n'),
  }
  expect(await findings(files, 'no-privileged-container,no-floating-image-tag,no-host-namespace')).toEqual([
    ['prod/kustomization.yaml:8', '"hostNetwork" shares the node\'s network with the pod'],
    ['prod/kustomization.yaml:12', 'Image "example.com/other:latest" has the moving tag "latest"'],
    ['prod/patch.yaml:11', 'Container "web" is privileged', 'prod/kustomization.yaml'],
  ])
})

test('a patch that is named is no file that is left alone', async () => {
  const files = { ...BASE, 'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n', 'prod/patch.yaml': patch('securityContext:\n  privileged: true\n') }
  expect(await podlint(['-f', 'concise', 'prod/patch.yaml'], { cwd: folder(files) })).toMatchObject({ code: 1, stderr: '' })
  expect(await podlint(['-f', 'concise', '--render', 'off', 'prod/patch.yaml', 'base'], { cwd: folder(files) })).toMatchObject({ stderr: 'podlint: prod/patch.yaml is left alone: kustomize patch\n' })
})

test('from a folder of an overlay, a base has the place that is shown from there', async () => {
  const files = { ...BASE, 'prod/kustomization.yaml': 'resources: [../base]\n' }
  const { stdout } = await podlint(['-f', 'concise', '--select', 'no-floating-image-tag', '.'], { cwd: join(folder(files), 'prod') })
  expect(stdout).toContain('../base/web.yaml:12:')
})

test('what is linted from another repository is built, whether it is in one or not', async () => {
  const overlay = { 'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n', 'prod/patch.yaml': patch('securityContext:\n  privileged: true\n'), 'base/kustomization.yaml': 'resources: [web.yaml]\n', 'base/web.yaml': web() }
  const beside = (name: string) => Object.fromEntries(Object.entries(overlay).map(([path, text]) => [`${name}/${path}`, text]))
  const root = folder({ 'own/.git/HEAD': '', ...beside('repository'), 'repository/.git/HEAD': '', ...beside('plain') })
  for (const asked of ['../repository', '../plain', '../repository/prod', '../repository/prod/*.yaml', join(root, 'plain')]) {
    const { stdout } = await podlint(['-f', 'concise', '--select', 'no-privileged-container', asked], { cwd: join(root, 'own') })
    expect(stdout).toContain('/prod/patch.yaml:11:')
  }
})

test('the name of a Namespace that the kustomization gives is found there, and a top field of a patch in the patch', async () => {
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'
  const files = { '.git/HEAD': '', 'kustomization.yaml': 'namespace: Not_Valid\nresources: [ns.yaml, a.yaml]\npatches: [{path: patch.yaml}]\n', 'ns.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: _\n', 'a.yaml': map, 'patch.yaml': `${map}dat: {}\n` }
  expect((await findings(files, 'valid-metadata,no-unknown-field')).map(([place]) => place)).toEqual(['kustomization.yaml:1', 'patch.yaml:5'])
})

test('what an overlay puts right in a base is no finding, unless another overlay leaves it', async () => {
  const pinned = 'resources: [../base]\nimages: [{name: example.com/web, newTag: "1.2"}]\n'
  expect(await findings(BASE, 'no-floating-image-tag')).toHaveLength(1)
  expect(await findings({ ...BASE, 'prod/kustomization.yaml': pinned }, 'no-floating-image-tag')).toEqual([])
  expect(await findings({ ...BASE, 'prod/kustomization.yaml': pinned, 'dev/kustomization.yaml': 'resources: [../base]\n' }, 'no-floating-image-tag')).toEqual([['base/web.yaml:12', 'Image "example.com/web:latest" has the moving tag "latest"', 'dev/kustomization.yaml']])
  expect(await findings({ ...BASE, 'prod/kustomization.yaml': pinned.replace('1.2', 'latest') }, 'no-floating-image-tag')).toHaveLength(1)
})

test('the same finding of two overlays is one, which names both', async () => {
  const overlay = 'resources: [../base]\ncomponents: [../part]\n'
  const files = { ...BASE, 'part/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{path: patch.yaml}]\n', 'part/patch.yaml': patch('securityContext: {privileged: true}\n'), 'a/kustomization.yaml': overlay, 'b/kustomization.yaml': `namePrefix: b-\n${overlay}` }
  expect(await findings(files, 'no-privileged-container')).toEqual([['part/patch.yaml:10', 'Container "web" is privileged', 'a/kustomization.yaml', 'b/kustomization.yaml']])
})

test('a comment in a patch silences it', async () => {
  const files = { ...BASE, 'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n', 'prod/patch.yaml': patch('securityContext:\n  privileged: true # podlint-ignore no-privileged-container: it has to be\n') }
  expect(await findings(files, 'no-privileged-container')).toEqual([])
})

test('what a generator makes is found at its entry', async () => {
  const files = { '.git/HEAD': '', 'kustomization.yaml': `namespace: shop\nsecretGenerator:\n  - name: keys\n    type: kubernetes.io/tls\n    literals:\n      - tls.crt=nothing\n      - tls.key=nothing\n` }
  expect((await findings(files, 'valid-secret')).every(([place]) => place!.startsWith('kustomization.yaml:'))).toBe(true)
})

test('a finding that stays in what is built can be fixed in its file', async () => {
  const cwd = folder({ ...BASE, 'base/web.yaml': web('imagePullPolicy: always\n'), 'prod/kustomization.yaml': 'resources: [../base]\n' })
  await podlint(['--fix', '--unsafe-fixes', '--select', 'valid-container'], { cwd })
  expect(readFileSync(join(cwd, 'base/web.yaml'), 'utf8')).toContain('imagePullPolicy: Always')
})

test('one that cannot be built is one finding, and its files are judged as they stand', async () => {
  const files = { ...BASE, 'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - target: {kind: Deployment}\n    patch: |-\n      - op: remove\n        path: /spec/nothing\n' }
  expect(await findings(files, 'no-failed-kustomization,no-floating-image-tag')).toEqual([
    ['base/web.yaml:12', 'Image "example.com/web:latest" has the moving tag "latest"'],
    ['prod/kustomization.yaml:6', 'Kustomize cannot build prod: a patch has "remove" for /spec/nothing, which is not there'],
  ])
})

test('what is wrong is said once', async () => {
  const files = { ...BASE, 'prod/kustomization.yaml': 'resources: [../base, nothing.yaml]\n' }
  expect(await findings(files, 'no-failed-kustomization,no-missing-kustomization-file')).toEqual([['prod/kustomization.yaml:1', 'resources[1] is "nothing.yaml", which does not exist']])
})

test('what needs another repository is not built, which --verbose says', async () => {
  const { stderr } = await podlint(['-v', '.'], { cwd: folder({ ...BASE, 'prod/kustomization.yaml': 'resources:\n  - ../base\n  - https://example.com/all.yaml\n' }) })
  expect(stderr).toContain('podlint: prod: not built, "https://example.com/all.yaml" is in another repository (prod/kustomization.yaml:3)\n')
})

test('nothing is built with --render off, nor without a kustomization', async () => {
  const files = { ...BASE, 'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n', 'prod/patch.yaml': patch('securityContext: {privileged: true}\n') }
  expect(await findings(files, 'no-privileged-container', ['.', '--render', 'off'])).toEqual([])
  expect(await findings(files, 'no-privileged-container', ['.', '--render', 'kustomize'])).toHaveLength(1)
})

test('of what is not linted nothing is shown', async () => {
  const files = { ...BASE, 'base/web.yaml': web('securityContext: {privileged: true}\n'), 'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n', 'prod/patch.yaml': patch('securityContext: {privileged: true}\n') }
  expect(await findings(files, 'no-privileged-container', ['base/web.yaml'])).toHaveLength(1)
  expect(await findings(files, 'no-privileged-container', ['prod'])).toEqual([['base/web.yaml:13', 'Container "web" is privileged', 'prod/kustomization.yaml']])
})

test('podlint render prints what is built, with the place of each line', async () => {
  const files = { ...BASE, 'prod/kustomization.yaml': 'namePrefix: prod-\nresources: [../base]\npatches: [{path: patch.yaml}]\nconfigMapGenerator:\n  - name: settings\n    literals: [level=info]\n', 'prod/patch.yaml': patch('securityContext: {privileged: true}\n') }
  const { code, stdout } = await podlint(['render', '.'], { cwd: folder(files) })
  expect(code).toBe(0)
  const lines = stdout.split('\n')
  expect(lines[0]).toBe('# prod: built by Kustomize from 4 files')
  for (const line of ['  name: prod-web # prod/kustomization.yaml:1', '      - image: example.com/web:latest # base/web.yaml:12', '          privileged: true # prod/patch.yaml:10', '  level: info # prod/kustomization.yaml:6']) expect(lines).toContain(line)
})

test('podlint render says what cannot be built', async () => {
  const { code, stderr } = await podlint(['render', '.'], { cwd: folder({ 'kustomization.yaml': 'resources: [a.yaml]\n' }) })
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'podlint: . is not built: "a.yaml" does not exist (kustomization.yaml:1)\n' })
  expect((await podlint(['render', '.'], { cwd: folder({ 'a.yaml': '' }) })).stderr).toBe('podlint: Neither a chart nor a kustomization is here\n')
})

test('a patch that is named alone is judged in what is built with it', async () => {
  const files = { ...BASE, 'base/kustomization.yaml': 'resources: [web.yaml]\npatches: [{path: patch.yaml}]\n', 'base/patch.yaml': patch('securityContext: {privileged: true}\n') }
  expect(await findings(files, 'no-privileged-container', ['base/patch.yaml'])).toEqual([['base/patch.yaml:10', 'Container "web" is privileged', 'base/kustomization.yaml']])
})

test('what only another Kustomize can do is not taken for a mistake', async () => {
  const files = { ...BASE, 'prod/kustomization.yaml': 'resources: [../base]\ntransformers: [own.yaml]\n', 'prod/own.yaml': 'apiVersion: example.com/v1\nkind: Own\nmetadata: {name: own}\n' }
  expect(await findings(files, 'no-failed-kustomization')).toEqual([])
})

test('variables that Flux fills in are known, the others stay', async () => {
  const flux = (more: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps, namespace: flux-system}\nspec:\n  path: ./base\n  prune: true\n  interval: 1h\n  sourceRef: {kind: GitRepository, name: flux-system}\n  postBuild: {substitute: {${more}}}\n`
  const files = { ...BASE, 'base/web.yaml': web().replace('example.com/web:latest', 'example.com/web:${TAG:=1.0}'), 'clusters/apps.yaml': flux('TAG: latest') }
  expect(await findings(files, 'no-floating-image-tag')).toEqual([['base/web.yaml:12', 'Image "example.com/web:latest" has the moving tag "latest"', 'base/kustomization.yaml', 'clusters/apps.yaml']])
  expect(await findings({ ...files, 'clusters/apps.yaml': flux('TAG: "1.2"') }, 'no-floating-image-tag')).toEqual([])
  expect(await findings({ ...files, 'clusters/apps.yaml': flux('OTHER: latest') }, 'no-floating-image-tag')).toEqual([])
})

test('definitions of custom resources are judged in their files, and custom resources by them', async () => {
  const definition = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: apps.example.com}\nspec:\n  group: example.com\n  names: {kind: App, plural: apps, singular: app, listKind: AppList}\n  scope: Namespaced\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}\n'
  const app = 'apiVersion: example.com/v1\nkind: App\nmetadata: {name: a}\nspec: {size: 1}\n'
  const files = { '.git/HEAD': '', 'base/kustomization.yaml': 'resources: [crd.yaml, app.yaml]\n', 'base/crd.yaml': definition.replace('plural: apps', 'plural: Apps'), 'base/app.yaml': app, 'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: size.yaml}]\n', 'prod/size.yaml': app.replace('size: 1', 'size: many') }
  const found = await findings(files, 'valid-custom-resource,valid-custom-resource-definition,valid-type')
  expect(found.filter(([place]) => place!.startsWith('base/crd.yaml')).length).toBeGreaterThan(0)
  expect(found.filter(([place]) => place!.startsWith('prod/size.yaml'))).toHaveLength(1)
})

test.each([
  ['a component among the resources', { 'part/kustomization.yaml': 'kind: Component\nnamespace: shop\n', 'prod/kustomization.yaml': 'resources: [../base, ../part]\n' }, 'prod/kustomization.yaml:1', "Kustomize cannot build prod: expected kind != 'Component' for path 'part'"],
  ['an object that is there twice', { 'base/kustomization.yaml': 'resources: [web.yaml, more.yaml]\n', 'base/more.yaml': web() }, 'base/more.yaml:4', 'Kustomize cannot build base: Deployment "web" is already among the resources'],
  ['kustomizations that are made of each other', { 'base/kustomization.yaml': 'resources:\n  - web.yaml\n  - ../prod\n', 'prod/kustomization.yaml': 'resources: [../base]\n' }, 'base/kustomization.yaml:3', 'Kustomize cannot build prod: prod is among its own resources'],
  ['one that is made of itself', { 'base/kustomization.yaml': 'resources:\n  - web.yaml\n  - .\n' }, 'base/kustomization.yaml:3', 'Kustomize cannot build base: base is among its own resources'],
  ['a patch that is no YAML', { 'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - path: patch.yaml\n', 'prod/patch.yaml': `${patch('tty: true\n')}a: [\n` }, 'prod/patch.yaml:11', 'Kustomize cannot build prod: a patch cannot be read: The "[" is never closed'],
  ['a text that is no patch', { 'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - target: {kind: Deployment}\n    patch: |\n      - op: replace\n       path: /spec\n' }, 'prod/kustomization.yaml:6', 'Kustomize cannot build prod: a patch cannot be read: This line is indented by 1 space, but what is above by 0 or 2'],
  ['an operation that JSON patches do not have', { 'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - target: {kind: Deployment}\n    patch: |\n      - op: replce\n        path: /spec/paused\n        value: true\n' }, 'prod/kustomization.yaml:5', 'Kustomize cannot build prod: a patch has the operation "replce", must be add, remove, replace, move, copy or test'],
  ['a patch in a file that adds below nothing', { 'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - target: {kind: Deployment}\n    path: patch.yaml\n', 'prod/patch.yaml': '- op: add\n  path: /spec/nothing/a\n  value: b\n' }, 'prod/patch.yaml:2', 'Kustomize cannot build prod: a patch adds /spec/nothing/a, and /spec/nothing is not there'],
  ['a replacement of nothing', { 'prod/kustomization.yaml': 'resources: [../base]\nreplacements:\n  - source: {kind: Deployment, name: web, fieldPath: metadata.name}\n    targets:\n      - select: {kind: Deployment}\n        fieldPaths: [spec.nothing.name]\n' }, 'prod/kustomization.yaml:6', 'Kustomize cannot build prod: unable to find field "spec.nothing.name" in replacement target'],
  ['a ConfigMap that is made twice', { 'prod/kustomization.yaml': 'resources: [../base]\nconfigMapGenerator:\n  - name: a\n    literals: [a=b]\n  - name: a\n    literals: [a=c]\n' }, 'prod/kustomization.yaml:5', 'Kustomize cannot build prod: ConfigMap "a" is already there, so behavior must be merge or replace'],
  ['a Secret that is not there to be changed', { 'prod/kustomization.yaml': 'resources: [../base]\nsecretGenerator:\n  - name: a\n    behavior: merge\n    literals: [a=b]\n' }, 'prod/kustomization.yaml:3', 'Kustomize cannot build prod: Secret "a" is not there, so nothing can be merged into it and it cannot be replaced'],
  ['a literal without a value', { 'prod/kustomization.yaml': 'resources: [../base]\nconfigMapGenerator:\n  - name: a\n    literals:\n      - ab\n' }, 'prod/kustomization.yaml:5', 'Kustomize cannot build prod: the literal "ab" must be key=value'],
  ['a patch of a component', { 'part/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{path: patch.yaml}]\n', 'part/patch.yaml': patch('tty: true\n').replace('name: web', 'name: api'), 'prod/kustomization.yaml': 'resources: [../base]\ncomponents: [../part]\n' }, 'part/kustomization.yaml:1', 'Kustomize cannot build prod: no resource matches strategic merge patch "Deployment.v1.apps/api.[noNs]": no matches for Id Deployment.v1.apps/api.[noNs]; failed to find unique target for patch Deployment.v1.apps/api.[noNs]'],
])('an error of Kustomize is said without what it was doing: %s', async (_, files, place, message) => {
  expect(await findings({ ...BASE, ...files }, 'no-failed-kustomization')).toEqual([[place, message]])
})

test('large definitions are built without their schemas, unless a patch is for them', async () => {
  const schema = `        properties:\n${Array.from({ length: 600 }, (_, at) => `          field${at}: {type: string, maxLength: 10}\n`).join('')}`
  const definition = `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: apps.example.com\nspec:\n  group: example.com\n  names: {kind: App, plural: apps}\n  scope: Namespaced\n  versions:\n  - name: v1\n    served: true\n    storage: true\n    schema:\n      openAPIV3Schema:\n        type: object\n${schema}`
  const files = { '.git/HEAD': '', 'base/kustomization.yaml': 'resources: [crd.yaml, web.yaml]\n', 'base/crd.yaml': `---\n${definition}`, 'base/web.yaml': web() }
  const toDefinitions = (path: string) => `resources: [../base]\npatches:\n  - target: {kind: CustomResourceDefinition}\n    patch: |-\n      - op: remove\n        path: ${path}\n`
  expect(await findings(files, 'no-floating-image-tag,no-failed-kustomization')).toHaveLength(1)
  expect(await findings({ ...files, 'prod/kustomization.yaml': toDefinitions('/spec/versions/0/schema') }, 'no-floating-image-tag,no-failed-kustomization')).toHaveLength(1)
  expect(await findings({ ...files, 'prod/kustomization.yaml': toDefinitions('/spec/nothing') }, 'no-failed-kustomization')).toHaveLength(1)
})

test('folders and files have any names', async () => {
  const files = {
    '.git/HEAD': '',
    'c++ (old)/base/kustomization.yaml': 'resources: ["wéb..app.yaml"]\nconfigMapGenerator: [{name: a, files: ["a+b.txt", c.txt=a+b.txt]}]\n',
    'c++ (old)/base/wéb..app.yaml': web(),
    'c++ (old)/base/a+b.txt': 'hello\n',
    'prod@eu/kustomization.yaml': 'resources: ["../c++ (old)/base"]\npatches: [{path: "a patch.yaml"}]\n',
    'prod@eu/a patch.yaml': patch('securityContext:\n  privileged: true\n'),
  }
  expect(await findings(files, 'no-privileged-container,no-floating-image-tag,no-failed-kustomization')).toEqual([
    ['c++ (old)/base/wéb..app.yaml:12', 'Image "example.com/web:latest" has the moving tag "latest"'],
    ['prod@eu/a patch.yaml:11', 'Container "web" is privileged', 'prod@eu/kustomization.yaml'],
  ])
  const twice = await findings({ ...files, 'prod@eu/kustomization.yaml': 'resources: ["../c++ (old)/base", "../c++ (old)/base/wéb..app.yaml"]\n' }, 'no-failed-kustomization')
  expect(twice).toEqual([['c++ (old)/base/wéb..app.yaml:4', 'Kustomize cannot build prod@eu: Deployment "web" is already among the resources']])
  expect(JSON.stringify(twice)).not.toContain('-x2b-')
})
