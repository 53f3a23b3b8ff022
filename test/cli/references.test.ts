/** What an object names is looked for where it may be: in its folder, in what a kustomization builds, and elsewhere if the settings say so. */
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const pod = (configMap: string, key = 'level') => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  restartPolicy: Never
  containers:
    - name: app
      image: registry.example.com/web:1.2.3
      env: [{name: LEVEL, valueFrom: {configMapKeyRef: {name: ${configMap}, key: ${key}}}}]
`
const configMap = (name: string, more = '') => `apiVersion: v1
kind: ConfigMap
metadata: {name: ${name}${more}}
data: {level: info}
`
const RULE = ['--select', 'no-unknown-config-map,no-duplicate-object', '-f', 'json', '--exit-zero']

async function findings(files: Readonly<Record<string, string>>, args: readonly string[] = ['.']): Promise<string[]> {
  const { stdout } = await podlint([...RULE, ...args], { cwd: folder(files) })
  return (JSON.parse(stdout) as { diagnostics: { file: string; message: string }[] }).diagnostics.map(({ file, message }) => `${file}: ${message}`)
}

const SLIP = 'ConfigMap "setings" is not in these manifests; did you mean "settings"?'

test('a slip is found within a folder, and within what a kustomization builds, but not from folder to folder', async () => {
  expect(await findings({ 'a/pod.yaml': pod('setings'), 'a/map.yaml': configMap('settings') })).toEqual([expect.stringContaining(SLIP)])
  expect(await findings({ 'a/pod.yaml': pod('setings'), 'b/map.yaml': configMap('settings') })).toEqual([])
  expect(await findings({ 'a/pod.yaml': pod('setings'), 'b/map.yaml': configMap('settings'), 'kustomization.yaml': 'resources: [a/pod.yaml, b/map.yaml]\n' })).toEqual([expect.stringContaining(SLIP)])
})

test('another object of the kind in the unit is reason enough, unless the unit builds what is not here', async () => {
  const files = { 'a/pod.yaml': pod('tuning'), 'a/map.yaml': configMap('settings') }
  expect(await findings(files)).toEqual([expect.stringContaining('ConfigMap "tuning" is not in these manifests')])
  for (const open of ['https://example.com/base.yaml', 'github.com/example/base?ref=v1', '../missing']) {
    expect(await findings({ ...files, 'a/kustomization.yaml': `resources: [pod.yaml, map.yaml, "${open}"]\n` })).toEqual([])
  }
  expect(await findings({ ...files, 'a/release.yaml': 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: shop}\nspec: {}\n' })).toEqual([])
})

test('what is in the run is there, wherever it is and whatever a kustomization puts around its name', async () => {
  expect(await findings({ 'a/pod.yaml': pod('tuning'), 'a/map.yaml': configMap('settings'), 'b/map.yaml': configMap('tuning') })).toEqual([])
  const prefixed = { 'base/kustomization.yaml': 'namePrefix: dev-\nresources: [map.yaml]\n', 'base/map.yaml': configMap('tuning'), 'a/map.yaml': configMap('settings') }
  expect(await findings({ ...prefixed, 'a/pod.yaml': pod('dev-tuning') })).toEqual([])
})

test('generators make objects, with the keys that are written there', async () => {
  const generator = (more: string) => `resources: [pod.yaml, map.yaml]\nconfigMapGenerator: [{name: tuning, ${more}}]\n`
  const files = { 'pod.yaml': pod('tuning'), 'map.yaml': configMap('settings') }
  expect(await findings({ ...files, 'kustomization.yaml': generator('literals: [level=1]') })).toEqual([])
  expect(await findings({ ...files, 'kustomization.yaml': generator('literals: [levle=1]') })).toEqual([expect.stringContaining('ConfigMap "tuning" has no key "level"; did you mean "levle"?')])
  expect(await findings({ ...files, 'kustomization.yaml': generator('files: [conf/app.ini]') })).toEqual([expect.stringContaining('ConfigMap "tuning" has no key "level", only "app.ini"')])
  expect(await findings({ ...files, 'kustomization.yaml': generator('envs: [app.env]') })).toEqual([])
})

test('what the settings call external is not missing', async () => {
  const files = { 'pod.yaml': pod('tuning'), 'map.yaml': configMap('settings') }
  expect(await findings({ ...files, 'podlint.yaml': 'external: [ConfigMap/tun*]\n' })).toEqual([])
  expect(await findings({ ...files, 'podlint.yaml': 'external: [ConfigMap/other/tun*]\n' })).toHaveLength(1)
  const { stderr, code } = await podlint(['.'], { cwd: folder({ ...files, 'podlint.yaml': 'external: [tuning, a/b/c/d]\n' }) })
  expect(code).toBe(2)
  expect(stderr).toContain('podlint.yaml:1:12: "tuning" is not KIND/NAME or KIND/NAMESPACE/NAME')
})

test('references can be off, only near, or strict', async () => {
  const files = { 'a/pod.yaml': pod('tuning'), 'a/map.yaml': configMap('settings'), 'b/pod.yaml': pod('setings') }
  const settings = (mode: string) => ({ ...files, 'podlint.yaml': `rules: {no-unknown-config-map: {options: {references: ${mode}}}}\n` })
  expect(await findings(settings('off'))).toEqual([])
  expect(await findings(settings('near'))).toEqual([])
  expect(await findings(settings('unit'))).toHaveLength(1)
  expect(await findings(settings('strict'))).toHaveLength(2)
  expect(await findings({ 'pod.yaml': pod('tuning'), 'podlint.yaml': settings('strict')['podlint.yaml'] })).toHaveLength(1)
})

test('one that is in another namespace of the unit is named', async () => {
  const inNamespace = pod('settings').replace('{name: web}', '{name: web, namespace: a}')
  expect(await findings({ 'pod.yaml': inNamespace, 'map.yaml': configMap('settings', ', namespace: b') })).toEqual([expect.stringContaining('ConfigMap "settings" is in namespace "b", not in "a"')])
})

test('two objects of one name are compared within a file, and where one kustomization lists both', async () => {
  const files = { 'a/x.yaml': configMap('settings'), 'a/y.yaml': configMap('settings'), 'b/z.yaml': configMap('settings') }
  expect(await findings(files)).toEqual([])
  expect(await findings({ ...files, 'kustomization.yaml': 'resources: [a/x.yaml, b/z.yaml]\n' })).toEqual([expect.stringContaining('b/z.yaml: ConfigMap "settings" is already in a/x.yaml')])
  expect(await findings({ ...files, 'podlint.yaml': 'rules: {no-duplicate-object: {options: {references: unit}}}\n' })).toEqual([expect.stringContaining('a/y.yaml')])
})
