/** `podlint explain` of kinds that definitions bring. */
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const schema = {
  type: 'object',
  properties: {
    apiVersion: { type: 'string' },
    metadata: { type: 'object' },
    spec: {
      type: 'object',
      description: 'What is\n  wanted.',
      required: ['max'],
      'x-kubernetes-validations': [{ rule: 'self.min <= self.max', message: 'min must be at most max' }],
      properties: {
        min: { type: 'integer', minimum: 0, default: 1 },
        max: { type: 'integer' },
        size: { type: 'string', enum: ['small', 'large'] },
        parts: { type: 'array', maxItems: 5, items: { type: 'object', properties: { name: { type: 'string', pattern: '^[a-z]+$', maxLength: 10, nullable: true } } } },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        port: { 'x-kubernetes-int-or-string': true },
      },
    },
  },
}
const version = (name: string) => ({ name, served: true, storage: name === 'v1', schema: { openAPIV3Schema: schema } })
const definition = (kind: string) => JSON.stringify({ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: `${kind.toLowerCase()}s.example.com` }, spec: { group: 'example.com', scope: 'Namespaced', names: { kind, plural: `${kind.toLowerCase()}s` }, versions: [version('v1beta1'), version('v1')] } })
const files = { 'crds/widget.json': definition('Widget'), 'crds/service.json': definition('Service'), 'podlint.yaml': 'crds: [crds]\n' }
const explain = (...args: string[]) => podlint(['explain', ...args], { cwd: folder(files) })

test('a kind and its fields, from where, and what is checked', async () => {
  expect(await explain('widget.spec')).toEqual({
    code: 0,
    stderr: '',
    stdout: `Widget.spec (example.com/v1, crds/widget.json)

  What is wanted.

  type      object
  required  no
  checks    min must be at most max: self.min <= self.max  [valid-custom-resource]
  rules     valid-custom-resource

Fields:
  min     integer; default 1; at least 0
  max     integer; required
  size    string; "small" or "large"
  parts   list of object; at most 5 items
  labels  map of string
  port    integer or string

Also in example.com/v1beta1: --api-version example.com/v1beta1
`,
  })
  expect((await explain('Widget.spec.parts[0].name')).stdout).toContain('  type      string or null\n  required  no\n  checks    must match ^[a-z]+$  [valid-custom-resource]\n            at most 10 characters  [valid-custom-resource]\n')
  expect((await explain('widget', '--api-version', 'example.com/v1beta1')).stdout).toContain('Fields:\n  spec  object; min must be at most max')
  expect(JSON.parse((await explain('widget.spec.size', '--json')).stdout)).toMatchObject({ path: 'Widget.spec.size', source: 'crds/widget.json', values: ['small', 'large'], required: 'no' })
})

test('a kind of Kubernetes is meant first, unless the API version is another', async () => {
  expect((await explain('service.spec')).stdout).toContain('Service.spec (v1, Kubernetes')
  expect((await explain('service.spec', '--api-version', 'example.com/v1')).stdout).toContain('Service.spec (example.com/v1, crds/service.json)')
})

test.each([
  [['widget.spec.sizes'], 'Widget.spec has no field "sizes", did you mean "size"?'],
  [['widget.spec.labels.a'], 'Widget.spec.labels has no fields that its definition names'],
  [['widget.metadata.name', '--crd', 'crds/none.json'], 'crds/none.json'],
  [['widget', '--api-version', 'example.com/v2'], 'example.com/v2 has no kind Widget; its API version is example.com/v1 or example.com/v1beta1'],
  [['gadget'], 'Unknown kind or rule "gadget"'],
])('%s', async (args, message) => {
  expect(await explain(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) as string })
})
