import { expect, test } from 'vitest'
import { withoutSchemas } from '../../src/files/definition-stubs.ts'
import type { Closure } from '../../src/files/kustomization-closure.ts'

const DEFINITION = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: apps.example.com
spec:
  group: example.com
  versions:
    - name: v1
      schema:
        openAPIV3Schema:
          type: object
          description: ${'long '.repeat(5000)}text
      served: true
  scope: Namespaced
---
apiVersion: v1
kind: Service
`
const STUB = DEFINITION.replace(/schema:\n.*?(?= {6}served)/s, 'schema: {}\n\n')

const closure = (patch: string): Closure => ({ folder: '.', texts: new Map([['crd.yaml', DEFINITION], ['patch.yaml', patch]]), kustomizations: [] as unknown as Closure['kustomizations'], manifests: new Set(['crd.yaml']), patches: new Set(['patch.yaml']), isComponent: false, charts: [] })

test('a definition goes without its schemas, also one that is patched elsewhere', async () => {
  expect((await withoutSchemas(closure('kind: CustomResourceDefinition\nspec: {conversion: {strategy: None}}\n'))).get('crd.yaml')).toBe(STUB)
})

test.each([
  ['- {op: remove, path: /spec/versions/0/schema/openAPIV3Schema/properties/x}\n', '[{"op":"test","path":"/kind","value":"CustomResourceDefinition"}]'],
  [`${DEFINITION.split('spec:')[0]}spec: {versions: [{name: v1, schema: {openAPIV3Schema: {}}}]}\n`, '{"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"apps.example.com"}}'],
])('a patch for a schema that is not there changes nothing', async (patch, idle) => {
  const texts = await withoutSchemas(closure(patch))
  expect([texts.get('crd.yaml'), texts.get('patch.yaml')]).toEqual([STUB, idle])
})

test('what is patched beside others needs its schema', async () => {
  expect((await withoutSchemas(closure('kind: Service\nmetadata: {name: web, annotations: {x: openAPIV3Schema}}\n'))).get('crd.yaml')).toBe(DEFINITION)
})
