/** Where nothing is built: what a kustomization may add to an object is not missing there; all else is judged as it stands. */
import { describe, expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

/** The rules and paths of the errors in objects: what is said of the kustomizations themselves, whose patches are in no file here, belongs to other tests. */
async function errors(files: Readonly<Record<string, string>>, argv: readonly string[] = []) {
  const { stdout } = await podlint(['-f', 'json', '--render', 'off', '--ignore', 'no-missing-kustomization-file,no-patch-without-target', ...argv], { cwd: folder({ '.git/HEAD': '', ...files }) })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string; rule: string; path: string }[] }
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ rule, path }) => `${rule} ${path}`)
}

const base = (name: string, text: string) => ({ 'base/kustomization.yaml': `resources: [${name}]\n`, [`base/${name}`]: text })
const over = (more: string) => ({ 'over/kustomization.yaml': `resources: [../base]\n${more}` })

const BINDING = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: a}\nsubjects: [{kind: ServiceAccount, name: a}]\n'
const POD = 'spec:\n  containers:\n    - name: a\n      image: example.com/a:1\n      resources: {limits: {memory: 1Gi}}\n'
const pod = (more = '') => `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\n${POD}${more}`
const DEPLOYMENT = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: shop}\nspec:\n  template:\n    ${POD.replace(/\n(?=.)/g, '\n    ')}`
const MOUNT = pod('      volumeMounts: [{name: data, mountPath: /data}]\n')
const CLAIM = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a, namespace: shop}\nspec: {accessModes: [ReadWriteOnce]}\n'

const INCOMPLETE: readonly (readonly [what: string, text: string, work: string, unmended: readonly string[]])[] = [
  ['the namespace of a subject', BINDING, 'namespace: shop\n', ['valid-role-binding subjects[0].namespace']],
  ['the name of a Namespace', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: _}\n', 'namespace: shop\n', ['valid-metadata metadata.name']],
  ['the volume of a mount', MOUNT, 'patches: [{path: volume.yaml, target: {kind: Pod}}]\n', ['valid-volume-mount spec.containers[0].volumeMounts[0].name']],
  ['a required field', CLAIM, 'patches: [{path: storage.yaml, target: {kind: PersistentVolumeClaim, name: a|b}}]\n', ['valid-volume-claim spec.resources[storage]']],
  ['the image of a container', pod().replace('      image: example.com/a:1\n', ''), 'patchesStrategicMerge: ["kind: Pod\\nmetadata: {name: a}\\n"]\n', ['valid-container spec.containers[0].image']],
  ['a selector and its labels', DEPLOYMENT, 'commonLabels: {app: a}\n', ['valid-deployment spec.selector', 'valid-deployment spec.template.metadata.labels']],
  ['the same by a list of labels', DEPLOYMENT, 'labels: [{pairs: {app: a}, includeSelectors: true}]\n', ['valid-deployment spec.selector', 'valid-deployment spec.template.metadata.labels']],
  ['labels that a selector wants', DEPLOYMENT.replace('  template:', '  selector: {matchLabels: {app: a}}\n  template:'), 'labels: [{pairs: {app: a}, includeTemplates: true}]\n', ['valid-deployment spec.template.metadata.labels']],
  ['a variable', BINDING.replace('name: a}]', 'name: $(account), namespace: shop}]'), 'vars: []\n', ['valid-role-binding subjects[0].name']],
  ['a stand-in for a name', 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: _, namespace: shop}\n', 'replacements: [{source: {kind: ConfigMap}, targets: [{select: {kind: ServiceAccount}}]}]\n', ['valid-metadata metadata.name']],
  ['whatever a transformer does', CLAIM, 'transformers: [own.yaml]\n', ['valid-volume-claim spec.resources[storage]']],
]

describe('what is not missing', () => {
  test.each(INCOMPLETE)('%s', async (_, text, work, unmended) => {
    expect(await errors(base('object.yaml', text))).toEqual(unmended)
    expect(await errors({ ...base('object.yaml', text), ...over(work) })).toEqual([])
    // By the kustomization that names the file, by a component, and from two steps away.
    expect(await errors({ 'kustomization.yaml': `resources: [object.yaml]\n${work}`, 'object.yaml': text })).toEqual([])
    expect(await errors({ ...base('object.yaml', text), ...over('components: [../part]\n'), 'part/kustomization.yaml': `kind: Component\n${work}` })).toEqual([])
    expect(await errors({ ...base('object.yaml', text), ...over(''), 'top/kustomization.yaml': `resources: [../over]\n${work}` })).toEqual([])
    // Not by a kustomization of something else.
    expect(await errors({ ...base('object.yaml', text), 'other/kustomization.yaml': work })).toEqual(unmended)
  })

  test('a port of another object', async () => {
    const service = `${pod().replace('namespace: shop', 'namespace: shop, labels: {app: a}')}---\napiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec: {selector: {app: a}, ports: [{port: 80, targetPort: web}]}\n`
    expect(await errors(base('object.yaml', service))).toEqual(['no-unknown-target-port spec.ports[0].targetPort'])
    expect(await errors({ ...base('object.yaml', service), ...over('patches: [{path: port.yaml, target: {kind: Pod}}]\n') })).toEqual([])
  })

  test('a field of a custom resource', async () => {
    const definition = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.example.com}\nspec:\n  group: example.com\n  names: {plural: widgets, kind: Widget}\n  scope: Namespaced\n  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, required: [size], properties: {size: {type: integer}}}}}}}]\n'
    const files = { 'crd.yaml': definition, ...base('object.yaml', 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a, namespace: shop}\nspec: {}\n') }
    expect(await errors(files)).toEqual(['require-field spec.size'])
    expect(await errors({ ...files, ...over('patches: [{path: size.yaml, target: {kind: Widget}}]\n') })).toEqual([])
  })

  test('the name of what a component brings', async () => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: _}\n'
    expect(await errors({ 'a/kustomization.yaml': 'kind: Component\nresources: [namespace.yaml]\n', 'a/namespace.yaml': namespace })).toEqual([])
    expect(await errors({ 'a/kustomization.yaml': 'resources: [namespace.yaml]\n', 'a/namespace.yaml': namespace })).toEqual(['valid-metadata metadata.name'])
  })
})

test('a base by itself is what its overlays make of it', async () => {
  const files = { ...base('object.yaml', BINDING), ...over('namespace: shop\n') }
  expect(await errors(files, ['base'])).toEqual([])
  expect(await errors(files, ['base/object.yaml'])).toEqual([])
  expect(await errors({ ...files, 'base/.git/HEAD': '' }, ['base/object.yaml'])).toEqual(['valid-role-binding subjects[0].namespace'])
})

describe('what is judged', () => {
  test.each([
    ['an object that the patch is not for', MOUNT, 'patches: [{path: volume.yaml, target: {kind: Pod, name: b.*}}]\n'],
    ['one of another kind', MOUNT, 'patchesStrategicMerge: ["kind: Deployment\\nmetadata: {name: a}\\n"]\n'],
    ['what a namespace does not bring', MOUNT, 'namespace: shop\ncommonLabels: {app: a}\n'],
  ])('%s', async (_, text, work) => {
    expect(await errors({ ...base('object.yaml', text), ...over(work) })).toEqual(['valid-volume-mount spec.containers[0].volumeMounts[0].name'])
  })

  test('a field that there is not, a wrong value, and a name in capitals', async () => {
    const text = `${pod('  restartPolicy: always\n  hostname: A\n')}`.replace('name: a,', 'name: Web,')
    expect(await errors({ ...base('object.yaml', text), ...over('patches: [{path: a.yaml, target: {}}]\nnamespace: shop\nnamePrefix: b-\n') })).toEqual(['valid-metadata metadata.name', 'valid-pod-spec spec.restartPolicy', 'valid-pod-spec spec.hostname'])
  })

  test('the base of a component is not a component', async () => {
    const files = { ...base('object.yaml', 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: _, namespace: shop}\n'), ...over('components: [../part]\n'), 'part/kustomization.yaml': 'kind: Component\n' }
    expect(await errors(files)).toEqual(['valid-metadata metadata.name'])
  })
})

test('kustomizations that use each other come to an end', async () => {
  expect(await errors({ 'a/kustomization.yaml': 'resources: [../b, pod.yaml]\n', 'b/kustomization.yaml': 'resources: [../a]\ncomponents: [../b]\n', 'a/pod.yaml': MOUNT })).toHaveLength(1)
})

test('an expression takes no longer than its length', async () => {
  const name = 'a'.repeat(60)
  const began = process.cpuUsage().user
  await errors({ ...base('object.yaml', MOUNT.replace('name: a,', `name: ${name},`)), ...over(`patches: [{path: a.yaml, target: {kind: Pod, name: "(a+)+$b"}}, {path: a.yaml, target: {kind: Pod, name: "${'a.*'.repeat(60)}b"}}]\n`) })
  expect(process.cpuUsage(undefined).user - began).toBeLessThan(5e6)
})

test('Flux gives a folder a namespace', async () => {
  const kustomization = 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a, namespace: flux-system}\nspec: {path: ./apps/a, targetNamespace: shop}\n'
  expect(await errors({ 'flux/a.yaml': kustomization, 'apps/a/binding.yaml': BINDING })).toEqual([])
  expect(await errors({ 'flux/a.yaml': kustomization, 'apps/b/binding.yaml': BINDING })).toEqual(['valid-role-binding subjects[0].namespace'])
})
