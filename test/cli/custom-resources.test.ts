/** `--crd`, `--unknown-kinds` and `podlint kinds`. */
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: widgets, kind: Widget}
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}
`
const WIDGET = `apiVersion: example.com/v1
kind: Widget
metadata: {name: w}
spec: {size: big}
`
const FILES = { 'w.yaml': WIDGET, 'crds/widget.yaml': CRD, 'crds/notes.yaml': 'just: notes\n' }
const FOUND = 'w.yaml:4:14-4:17: error size is the string "big", must be an integer [valid-type]'

const lint = async (files: Readonly<Record<string, string>>, ...args: string[]) => {
  const { code, stdout, stderr } = await podlint(['w.yaml', '--format', 'concise', '--quiet', ...args], { cwd: folder(files) })
  return { code, found: stdout.split('\n').filter((line) => line.startsWith('w.yaml')), stderr }
}

test('definitions of a file or a folder count, and are not linted', async () => {
  expect(await lint(FILES, '--crd', 'crds')).toEqual({ code: 1, found: [FOUND], stderr: '' })
  expect(await lint(FILES, '--crd', 'crds/widget.yaml')).toEqual({ code: 1, found: [FOUND], stderr: '' })
  expect(await lint({ ...FILES, 'podlint.yaml': 'crds: [crds]\n' })).toEqual({ code: 1, found: [FOUND], stderr: '' })
  expect(await lint({ ...FILES, 'crds/widget.yaml': CRD.replace('widgets.example.com}', 'gadgets.example.com}') }, '--crd', 'crds')).toEqual({ code: 1, found: [FOUND], stderr: '' })
})

test('what has no definition, or is not there, is said', async () => {
  expect(await lint(FILES, '--crd', 'crds/notes.yaml')).toEqual({ code: 2, found: [], stderr: expect.stringContaining('crds/notes.yaml has no CustomResourceDefinition') })
  expect(await lint(FILES, '--crd', 'nowhere')).toEqual({ code: 2, found: [], stderr: expect.stringContaining('nowhere') })
  expect(await lint({ ...FILES, 'crds/widget.yaml': `${CRD}  names: [` }, '--crd', 'crds/widget.yaml')).toMatchObject({ code: 2 })
})

test('a custom resource without a definition is what --unknown-kinds says', async () => {
  const message = 'No definition of example.com/v1 Widget is known, so nothing in it was checked [no-unknown-kind]'
  expect(await lint({ 'w.yaml': WIDGET })).toEqual({ code: 0, found: [], stderr: '' })
  expect(await lint({ 'w.yaml': WIDGET }, '--unknown-kinds', 'error')).toEqual({ code: 1, found: [`w.yaml:2:7-2:13: error ${message}`], stderr: '' })
  expect(await lint({ 'w.yaml': WIDGET }, '--unknown-kinds', 'error,example.com=skip')).toEqual({ code: 0, found: [], stderr: '' })
  expect(await lint({ 'w.yaml': WIDGET, 'podlint.yaml': 'unknownKinds:\n  example.com: error\n  "*": skip\n' })).toMatchObject({ code: 1 })
  expect(await lint({ 'w.yaml': WIDGET }, '--unknown-kinds', 'never')).toEqual({ code: 2, found: [], stderr: 'podlint: --unknown-kinds is error, warning or skip, or that of a group: example.com=error, not "never"\n' })
  expect((await lint({ 'w.yaml': WIDGET, 'podlint.yaml': 'unknownKinds: warn\n' })).stderr).toBe('podlint: podlint.yaml:1:15: "unknownKinds" is error, warning or skip, not "warn", did you mean "warning"?\n')
})

test('--verbose names all that was skipped', async () => {
  expect((await lint({ 'w.yaml': WIDGET }, '--verbose')).stderr).toContain('example.com/v1/Widget: 1 resource skipped, no definition is known\n')
  // What policies of others say is not for podlint to say.
  const policies = 'apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: p}\n---\napiVersion: constraints.gatekeeper.sh/v1beta1\nkind: Labels\nmetadata: {name: l}\n'
  const { stderr } = await lint({ 'w.yaml': policies }, '--verbose')
  expect(stderr).toContain('kyverno.io/v1/ClusterPolicy: 1 resource skipped, no definition is known; what policies of this kind say of objects, kyverno apply evaluates\n')
  expect(stderr).toContain('constraints.gatekeeper.sh/v1beta1/Labels: 1 resource skipped, no definition is known; what policies of this kind say of objects, gator test evaluates\n')
})

test('podlint kinds lists what is known, and from where', async () => {
  const cwd = folder(FILES)
  expect((await podlint(['kinds', 'example.com', '--crd', 'crds'], { cwd })).stdout).toBe('example.com/v1  Widget  Namespaced  crds/widget.yaml\n')
  expect((await podlint(['kinds', 'batch'], { cwd })).stdout).toBe('batch/v1  CronJob  Namespaced  Kubernetes 1.37\nbatch/v1  Job      Namespaced  Kubernetes 1.37\n')
  expect(JSON.parse((await podlint(['kinds', '--json', '--crd', 'crds'], { cwd })).stdout)).toContainEqual({ apiVersion: 'example.com/v1', kind: 'Widget', scope: 'Namespaced', source: 'crds/widget.yaml' })
  expect(await podlint(['kinds', 'nope'], { cwd })).toMatchObject({ code: 2, stderr: 'podlint: No kind of nope is known\n' })
})
