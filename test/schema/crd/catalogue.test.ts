import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Linter } from '../../../src/lint.ts'
import { allRules } from '../../../src/rules.ts'
import { Catalogue } from '../../../src/schema/crd/catalogue.ts'
import { emptyFolder, runNode } from '../../child-process.ts'

const root = join(import.meta.dirname, '../../..')
const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Cluster
  names: {plural: widgets, kind: Widget}
  versions:
  - name: v1
    served: true
    storage: true
    subresources: {status: {}, scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas}}
    schema:
      openAPIV3Schema:
        description: A widget.
        type: object
        required: [spec]
        properties:
          apiVersion: {type: string}
          kind: {type: string}
          metadata: {type: object}
          spec:
            type: object
            properties:
              replicas: {type: integer, format: int32, default: 1, description: How many.}
              t: {type: string, enum: [a, b]}
              left: &side {type: object, additionalProperties: false, required: [x], properties: {x: {type: integer, minimum: 1}}}
              right: *side
              any: {x-kubernetes-preserve-unknown-fields: true}
              description: {type: string}
  - name: v1alpha1
    served: true
    storage: false
    deprecated: true
    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
`.replace(', additionalProperties: false', '')

/** A list with that definition, in a folder with it. */
function listed(license: string): string {
  const cwd = emptyFolder()
  mkdirSync(join(cwd, 'shop'))
  writeFileSync(join(cwd, 'shop/widget.yaml'), CRD)
  writeFileSync(join(cwd, 'list.json'), JSON.stringify([{ release: 'shop v1.2.3', license, source: 'https://example.com/shop', path: 'shop' }]))
  return cwd
}

const generate = (cwd: string, code: number) => runNode([join(root, 'scripts/generate-catalogue.mjs'), join(cwd, 'list.json'), join(cwd, 'made')], { cwd: root, code })

function catalogue(): string {
  const cwd = listed('Apache-2.0')
  generate(cwd, 0)
  return join(cwd, 'made')
}
const made = catalogue()

async function lint(text: string, files: Readonly<Record<string, string>> = {}, from: boolean | string = made) {
  const severities = new Map(allRules().filter(({ presets }) => presets.includes('api-server')).map(({ id, severity }) => [id, severity]))
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities, customResources: { catalogue: from } })
  for (const [file, each] of Object.entries({ 'w.yaml': text, ...files })) await linter.add({ file, text: each, named: true })
  const { diagnostics, summary } = await linter.finish()
  return { found: diagnostics.filter(({ file }) => file === 'w.yaml').map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`), summary }
}
const widget = (spec: string, version = 'v1') => `apiVersion: example.com/${version}\nkind: Widget\nmetadata: {name: w}\nspec: ${spec}\n`

test('a catalogue says the same as the definitions that it is made from, without their prose', () => {
  const [definition, ...others] = new Catalogue(made).ofGroup('example.com')
  expect(others).toEqual([])
  expect(definition).toMatchObject({ group: 'example.com', kind: 'Widget', listKind: 'WidgetList', isNamespaced: false, release: 'shop v1.2.3' })
  const [v1, alpha] = definition!.versions
  expect(v1).toMatchObject({ name: 'v1', isServed: true, deprecation: undefined, hasStatus: true, scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' } })
  const side = { type: 'object', required: ['x'], properties: { x: { type: 'integer', minimum: 1 } } }
  expect(v1!.schema!.raw).toEqual({
    type: 'object',
    required: ['spec'],
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: { type: 'object', properties: { replicas: { type: 'integer', format: 'int32', default: 1 }, t: { type: 'string', enum: ['a', 'b'] }, left: side, right: side, any: { 'x-kubernetes-preserve-unknown-fields': true }, description: { type: 'string' } } },
    },
  })
  expect(alpha).toMatchObject({ name: 'v1alpha1', deprecation: 'example.com/v1alpha1 Widget is deprecated; use example.com/v1' })
  expect(readFileSync(join(made, 'SOURCES.md'), 'utf8')).toContain('| shop v1.2.3 | Apache-2.0 | https://example.com/shop | 1 |')
})

test('of another release only a wrong type is sure', async () => {
  expect((await lint(widget('{replicas: "3", t: c, left: {}, wrong: 3}'))).found).toEqual([
    'error valid-type: replicas is the string "3", must be an integer: remove the quotes (shop v1.2.3)',
    'warning valid-custom-resource: t is "c", must be "a" or "b" (shop v1.2.3)',
    'warning require-field: x is required but missing (shop v1.2.3)',
    'warning no-unknown-field: spec has no field "wrong" in shop v1.2.3',
  ])
  expect((await lint(widget('{}', 'v1alpha1'))).found).toEqual(['warning no-deprecated-api: example.com/v1alpha1 Widget is deprecated; use example.com/v1 (shop v1.2.3)'])
})

test('a version that it does not have may be in the cluster all the same', async () => {
  const { found, summary } = await lint(widget('{any: 1}', 'v2'))
  expect(found).toEqual([])
  expect(summary.unknownKinds).toEqual({ 'example.com/v2/Widget': 1 })
})

test('a definition of the run wins, and --catalogue off asks nobody', async () => {
  const other = CRD.replace('left:', 'other: {type: integer}\n              left:')
  expect((await lint(widget('{other: x}'), { 'crd.yaml': other })).found).toEqual(['error valid-type: other is the string "x", must be an integer'])
  expect(await lint(widget('{replicas: x}'), {}, false)).toMatchObject({ found: [], summary: { unknownKinds: { 'example.com/v1/Widget': 1 } } })
  expect(new Catalogue(join(made, 'nowhere')).ofGroup('example.com')).toEqual([])
})

test('only free licenses get into it', () => {
  expect(generate(listed('AGPL-3.0'), 1).stderr).toContain('its license is AGPL-3.0')
})
