import { expect, test } from 'vitest'
import { Linter } from '../../src/lint.ts'
import { lintText } from '../lint-text.ts'

const messages = async (text: string) => (await lintText(text, { rules: ['require-kind', 'no-unknown-field'] })).diagnostics.map(({ start, path, message }) => `${start.line} ${path}: ${message}`)

test('what stands in a list of one kind is of that kind', async () => {
  const text = `apiVersion: v1
kind: ConfigMapList
items:
  - metadata: {name: a}
    dat: {}
  - apiVersion: v1
    kind: Secret
    metadata: {name: b}
    dat: {}
`
  expect(await messages(text)).toEqual(['5 items[0].dat: ConfigMap has no field "dat", did you mean "data"?', '9 items[1].dat: Secret has no field "dat", did you mean "data"?'])
})

test('a kind alone, or a list of any kind, is not enough', async () => {
  expect(await messages('apiVersion: v1\nkind: ConfigMapList\nitems:\n- kind: ConfigMap\n  metadata: {name: a}\n')).toHaveLength(1)
  expect(await messages('apiVersion: v1\nkind: List\nitems:\n- metadata: {name: a}\n')).toHaveLength(1)
})

test('lists in lists, however deep', async () => {
  const depth = 4_000
  const text = `${'{apiVersion: v1, kind: List, items: ['.repeat(depth)}{apiVersion: v1, kind: Pod, metadata: {name: a}, spek: 1, spec: {}}${']}'.repeat(depth)}`
  const { diagnostics } = await lintText(text, { rules: ['no-unknown-field'] })
  expect(diagnostics.map(({ message }) => message)).toEqual(['Pod has no field "spek"'])
  // No path that anybody needs is as long.
  expect(diagnostics[0]!.path).toMatch(/^(?:items\[0\]\.){100}.{1,200}…$/)
})

test('lists of many objects, in their order', async () => {
  const { summary, diagnostics } = await lintText(`apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items:\n${'  - {apiVersion: v1, kind: X}\n'.repeat(150_000)}`, { rules: ['require-kind'] })
  expect(diagnostics).toEqual([])
  expect(summary.documents).toBe(1)
})

test('fields nested deeper than calls can be', async () => {
  const deep = '['.repeat(9_000) + ']'.repeat(9_000)
  const pod = (field: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: a\n    image: b\n    ${field}: ${deep}\n`
  for (const field of ['args', 'unknown', 'securityContext']) expect((await lintText(pod(field))).diagnostics.length, field).toBeGreaterThan(0)
  expect((await lintText(`apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, managedFields: [{fieldsV1: ${deep}}]}\n`)).summary.resources).toBe(1)
})

test('blank lines and braces cost no more than their length', async () => {
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities: new Map() })
  await linter.add({ file: 'a.yaml', text: `a: "\n${'\n'.repeat(200_000)}`, named: false })
  expect((await linter.finish()).summary.leftAlone).toEqual({ 'not a Kubernetes manifest': 1 })
  const image = (text: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: a\n    image: "${text}"\n`
  expect((await lintText(image('{'.repeat(100_000)), { rules: ['valid-image-reference'] })).diagnostics).toHaveLength(1)
})

test('a file of JSON that cannot be read is a manifest when it has a version', async () => {
  const lint = async (text: string) => {
    const linter = new Linter({ kubernetesVersions: ['1.37'], severities: new Map([['valid-yaml', 'error']]) })
    await linter.add({ file: 'tasks.json', text, named: false })
    return (await linter.finish()).diagnostics.map(({ message }) => message)
  }
  expect(await lint('{\n  // Tasks of an editor.\n  "kind": "build"\n}')).toEqual([])
  expect(await lint('{\n  // A service.\n  "apiVersion": "v1", "kind": "Service"\n}')).toEqual(['JSON has no comments'])
})
