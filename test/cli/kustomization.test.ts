/** `kustomization.yaml` itself, with the files around it on the disk. */
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const WEB = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers: [{name: web, image: "example.com/web:1"}]\n'
const RULES = ['--select', 'valid-kustomization,no-missing-kustomization-file,no-patch-without-target,no-unused-kustomization-entry,no-duplicate-kustomization-resource,no-deprecated-kustomization-field']

async function findings(files: Readonly<Record<string, string>>, argv: readonly string[] = []) {
  const { stdout } = await podlint(['-f', 'json', ...RULES, ...argv], { cwd: folder({ '.git/HEAD': '', ...files }) })
  return (JSON.parse(stdout) as { diagnostics: { file: string; message: string; start: { line: number } }[] }).diagnostics.map(({ file, message, start }) => `${file}:${start.line} ${message}`)
}

test('a kustomization is found by its name, whatever its ending, and by its version', async () => {
  const files = { 'a/kustomization.yaml': 'resource: []\n', 'b/Kustomization': 'resource: []\n', 'c/kustomization.yml': 'resource: []\n', 'd/other.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresource: []\n' }
  expect(await findings(files)).toEqual(['a/kustomization.yaml:1', 'b/Kustomization:1', 'c/kustomization.yml:1', 'd/other.yaml:3'].map((place) => `${place} Unknown field "resource", did you mean "resources"?`))
})

test('a Kustomization of Flux is another thing, whatever its file is called', async () => {
  expect(await findings({ 'kustomization.yaml': 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: {path: ./x}\n' })).toEqual([])
})

test('one that is named alone is something to lint', async () => {
  expect(await podlint(['kustomization.yaml'], { cwd: folder({ 'kustomization.yaml': 'namespace: shop\n' }) })).toMatchObject({ code: 0 })
})

test('files that are missing, and those that git ignores', async () => {
  const generator = 'secretGenerator:\n  - name: a\n    envs: [secret.env]\n    files: [key=tls.key, other.key]\n'
  expect(await findings({ 'kustomization.yaml': generator, '.gitignore': '*.env\n', 'tls.key': '' })).toEqual(['kustomization.yaml:4 secretGenerator[0].files[1] is "other.key", which does not exist'])
})

test('a name of another ending is what was meant', async () => {
  expect(await findings({ 'kustomization.yaml': 'resources:\n  - web.yaml\n', 'web.yml': WEB })).toEqual(['kustomization.yaml:2 resources[0] is "web.yaml", which does not exist; did you mean "web.yml"?'])
})

test('a patch whose name is wrong is one mistake', async () => {
  const files = { 'kustomization.yaml': 'resources: [web.yaml]\npatches:\n  - path: replica.yaml\n', 'web.yaml': WEB, 'replicas.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: two}\n' }
  expect(await findings(files, ['--select', 'valid-type'])).toEqual(['kustomization.yaml:3 patches[0].path is "replica.yaml", which does not exist; did you mean "replicas.yaml"?'])
  // One that is a resource is linted as that.
  expect(await findings({ ...files, 'kustomization.yaml': 'resources: [replicas.yaml]\npatches:\n  - path: replica.yaml\n' }, ['--select', 'valid-type'])).toEqual(['kustomization.yaml:3 patches[0].path is "replica.yaml", which does not exist; did you mean "replicas.yaml"?', 'replicas.yaml:4 replicas is the string "two", must be an integer'])
})

test('one that is no YAML is one mistake, and its patches are still patches', async () => {
  const patched = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: two}\n'
  const files = { 'kustomization.yaml': 'resources: [web.yaml]\npatches:\n- path: replicas.yaml\n# of all\n- path: more.yaml\nimages:\n- name: [\n', 'web.yaml': WEB, 'replicas.yaml': patched, 'more.yaml': patched, 'other.yaml': patched }
  expect(await findings(files, ['--select', 'valid-type'])).toEqual(['kustomization.yaml:7 The "[" is never closed', 'other.yaml:4 replicas is the string "two", must be an integer'])
})

test('objects of bases and components are there, under all of their names', async () => {
  const patch = (name: string) => `patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: {name: ${name}}\n      spec: {replicas: 2}\n`
  const files = (name: string) => ({ 'base/kustomization.yaml': 'namePrefix: shop-\nresources: [web.yaml]\n', 'base/web.yaml': WEB, 'part/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [job.yaml]\n', 'part/job.yaml': WEB.replace('name: web', 'name: job'), 'over/kustomization.yaml': `resources: [../base]\ncomponents: [../part]\n${patch(name)}` })
  for (const name of ['web', 'shop-web', 'job']) expect(await findings(files(name))).toEqual([])
  expect(await findings(files('api'))).toEqual(['over/kustomization.yaml:4 This patch is for Deployment "api", which is not among the resources'])
})

test('folders that are made of folders take no more time than there are files', async () => {
  const chain = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`b${index}/kustomization.yaml`, `namePrefix: a-\nresources: [../b${index + 1}]\n`]))
  const patch = `patches: [{patch: '{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "${'a-'.repeat(61)}web"}}'}]\n`
  expect(await findings({ ...chain, 'b60/kustomization.yaml': 'namePrefix: a-\nresources: [web.yaml]\n', 'b60/web.yaml': WEB, 'kustomization.yaml': `resources: [b0]\n${patch}` }, ['--render', 'off'])).toEqual([])
  const pairs = Object.fromEntries(Array.from({ length: 30 }, (_, index) => ['d', 'e'].map((name) => [`${name}${index}/kustomization.yaml`, `nameSuffix: -${name}\nresources: [../d${index + 1}, ../e${index + 1}]\n`])).flat())
  const ends = Object.fromEntries(['d30', 'e30'].flatMap((name) => [[`${name}/kustomization.yaml`, 'resources: [web.yaml]\n'], [`${name}/web.yaml`, WEB]]))
  expect(await findings({ ...pairs, ...ends }, ['--render', 'off'])).toEqual([])
})

test.each([
  ['a component', { 'kustomization.yaml': 'kind: Component\nimages: [{name: nothing, newTag: "1"}]\n' }],
  ['resources of another repository', { 'kustomization.yaml': 'resources: ["https://example.com/all.yaml"]\nimages: [{name: nothing, newTag: "1"}]\n' }],
  ['a chart', { 'kustomization.yaml': 'helmCharts: [{name: web}]\nimages: [{name: nothing, newTag: "1"}]\n' }],
  ['a file that is yet to be written', { 'kustomization.yaml': 'resources: [made.yaml]\nimages: [{name: nothing, newTag: "1"}]\n', 'made.yaml': '# made by a tool\n' }],
  ['an image that a patch brings', { 'kustomization.yaml': 'resources: [web.yaml]\npatches: [{path: image.yaml}]\nimages: [{name: side, newTag: "1"}]\n', 'web.yaml': WEB, 'image.yaml': `${WEB.slice(0, WEB.indexOf('containers'))}containers: [{name: side, image: "side:1"}]\n` }],
])('nothing is unused in %s', async (_, files) => {
  expect(await findings(files)).toEqual([])
})

test('deprecated fields are rewritten in the file, and the rest of it stays', async () => {
  const before = '# ours\nbases:\n- ../base # the base\ncommonLabels:\n  # who\n  team: shop\n  app: web\npatchesStrategicMerge:\n# more of them\n- more.yaml\nnamespace: shop\n'
  const cwd = folder({ '.git/HEAD': '', 'base/kustomization.yaml': 'resources: [web.yaml]\n', 'base/web.yaml': WEB, 'over/more.yaml': WEB, 'over/kustomization.yaml': before })
  expect(await podlint(['--fix', ...RULES], { cwd })).toMatchObject({ code: 0 })
  expect(readFileSync(join(cwd, 'over/kustomization.yaml'), 'utf8')).toBe('# ours\nresources:\n- ../base # the base\nlabels:\n  - includeSelectors: true\n    pairs:\n      # who\n      team: shop\n      app: web\npatches:\n# more of them\n- path: more.yaml\nnamespace: shop\n')
})

test('nothing outside of the repository is read', async () => {
  const outside = folder({ 'web.yaml': WEB })
  const cwd = folder({ '.git/HEAD': '', 'kustomization.yaml': 'resources: [web.yaml]\nimages: [{name: nothing, newTag: "1"}]\n' })
  symlinkSync(join(outside, 'web.yaml'), join(cwd, 'web.yaml'))
  const { stdout } = await podlint(['-f', 'json', ...RULES], { cwd })
  expect((JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics).toEqual([])
})
