import { describe, expect, test } from 'vitest'
import { Linter } from '../../../src/lint.ts'
import { allRules } from '../../../src/rules.ts'

const severities = new Map(allRules().filter(({ presets }) => presets.includes('api-server')).map(({ id, severity }) => [id, severity]))

/** Lints files by name, in this order. */
async function lint(files: Readonly<Record<string, string>>, context: Readonly<Record<string, string>> = {}) {
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities })
  for (const [file, text] of Object.entries(files)) await linter.add({ file, text, named: true })
  for (const [file, text] of Object.entries(context)) await linter.addContext(file, text)
  const report = await linter.finish()
  return { ...report, found: report.diagnostics.filter(({ file }) => file !== 'crd.yaml').map(({ start, severity, path, code, message }) => `${start.line} ${severity} ${path} ${code ?? '-'}: ${message}`) }
}

/** A definition of Widgets: its fields in JSON, and what else its only version has. */
const definition = (spec: string, version = '', { name = 'v1', scope = 'Namespaced' } = {}): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: ${scope}
  names: {plural: widgets, kind: Widget}
  versions:
    - name: ${name}
      served: true
      storage: true
      ${version}
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: ${spec}
            status: {type: object, properties: {ready: {type: boolean}}}
`

const widget = (spec: string, more = ''): string => `apiVersion: example.com/v1
kind: Widget
metadata:
  name: w
spec:
${spec.replaceAll(/^/gm, '  ')}
${more}`

const judge = async (schema: string, spec: string, more = '') => (await lint({ 'crd.yaml': definition(schema), 'w.yaml': widget(spec, more) })).found

describe('a custom resource beside its definition', () => {
  test.each([
    ['a limit of all 64 bits', '{type: object, properties: {size: {type: integer, format: int64, maximum: 9223372036854775807, multipleOf: 9223372036854775807}, name: {type: string, minLength: 9223372036854775807}}}', 'size: 3\nname: a', ['6 error spec.size Invalid: size is 3, must be a multiple of 9223372036854775807', '7 error spec.name Invalid: name is "a", must be at least 9223372036854775807 characters long']],
    ['an unknown field, with the one that was meant', '{type: object, properties: {replicas: {type: integer}}}', 'replica: 3', ['6 error spec.replica Decode: spec has no field "replica", did you mean "replicas"?']],
    ['an unknown field that belongs elsewhere', '{type: object, properties: {a: {type: object, properties: {size: {type: string}}}}}', 'size: big', ['6 error spec.size Decode: spec has no field "size": it belongs in "a"']],
    ['an unknown field of an item', '{type: object, properties: {l: {type: array, items: {type: object, properties: {a: {type: string}}}}}}', 'l:\n- zzzz: 1', ['7 error spec.l[0].zzzz Decode: l[0] has no field "zzzz"']],
    ['a value of a wrong type', '{type: object, properties: {size: {type: integer}}}', 'size: "3"', ['6 error spec.size TypeInvalid: size is the string "3", must be an integer: remove the quotes']],
    ['a map in place of a list', '{type: object, properties: {l: {type: array, items: {type: object, properties: {a: {type: string}}}}}}', 'l: {b: 1}', ['6 error spec.l TypeInvalid: l is a map, must be a list of maps: put it in brackets']],
    ['a missing field', '{type: object, required: [a], properties: {a: {type: string}}}', '{}', ['5 error spec.a Required: a is required but missing']],
    ['a missing field of a field', '{type: object, properties: {o: {type: object, required: [a], properties: {a: {type: string}}}}}', 'o: {}', ['6 error spec.o.a Required: a is required but missing']],
    ['a null where a value is wanted', '{type: object, properties: {a: {type: string, minLength: 1}}}', 'a: null', []],
    ['a null item', '{type: object, properties: {l: {type: array, items: {type: string}}}}', 'l: [null]', ['6 error spec.l[0] TypeInvalid: l[0] is null, must be a string']],
    ['a repeated key of a list after defaults', '{type: object, properties: {l: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [p, q], items: {type: object, required: [p], properties: {p: {type: integer}, q: {type: string, default: TCP}}}}}}', 'l: [{p: 1}, {p: 1, q: TCP}]', ['6 error spec.l[1] Duplicate: l[1] has the same p 1 and q "TCP" as item 0']],
    ['a choice of fields', '{type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}', 'a: x\nb: y', ['5 error <nil> Invalid: spec must have only one of a and b']],
    ['no choice of fields', '{type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}', 'c: null', ['5 error <nil> Invalid: spec must have a or b', '6 error spec.c Decode: spec has no field "c"']],
    ['fields that must not go together', '{type: object, properties: {a: {type: string}, b: {type: string}}, not: {required: [a, b]}}', 'a: x\nb: y', ['5 error <nil> Invalid: spec cannot have a and b together']],
    ['an integer or string', '{type: object, properties: {p: {x-kubernetes-int-or-string: true}}}', 'p: 1.5', ['6 error spec.p TypeInvalid: p is the number 1.5, must be an integer or a string']],
    ['what preserves unknown fields', '{type: object, x-kubernetes-preserve-unknown-fields: true, properties: {k: {type: string}}}', 'any: {thing: [1]}\nk: x', []],
    ['an embedded object', '{type: object, properties: {o: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}}}', 'o: {kind: Pod, metadata: {labels: {a: 1}, nope: 1}}', ['6 error spec.o.apiVersion Required: apiVersion is required but missing', '6 error spec.o.metadata.labels.a Decode: a is the number 1, must be a string: put it in quotes', '6 error spec.o.metadata.nope Decode: ObjectMeta has no field "nope", did you mean "name"?']],
  ])('%s', async (_, schema, spec, expected) => {
    const found = await judge(schema, spec)
    expect(found).toEqual(expect.arrayContaining(expected))
    if (expected.length === 0) expect(found).toEqual([])
  })

  test('what is wrong with its metadata, as strictly as with those of other objects', async () => {
    const { found } = await lint({ 'crd.yaml': definition('{type: object}'), 'w.yaml': 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: W_x\n  lables: {a: b}\n' })
    expect(found).toEqual(['4 error metadata.name Invalid: name is "W_x", must consist of lower case letters, digits, "-" and "."', '5 error metadata.lables Decode: ObjectMeta has no field "lables", did you mean "labels"?'])
  })

  test('the status is dropped where it has a subresource, but must have known fields', async () => {
    const more = 'status:\n  ready: 5\n  nope: 1\n'
    expect((await lint({ 'crd.yaml': definition('{type: object}'), 'w.yaml': widget('{}', more) })).found).toHaveLength(2)
    expect((await lint({ 'crd.yaml': definition('{type: object}', 'subresources: {status: {}}'), 'w.yaml': widget('{}', more) })).found).toEqual(['9 error status.nope Decode: status has no field "nope"'])
  })

  test('a number of replicas that is none', async () => {
    const crd = definition('{type: object, x-kubernetes-preserve-unknown-fields: true}', 'subresources: {scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas}}')
    expect((await lint({ 'crd.yaml': crd, 'w.yaml': widget('replicas: -1') })).found).toEqual(['6 error .spec.replicas Invalid: replicas is -1, must be at least 0'])
  })

  test('placeholders fit everywhere, and nothing follows from them', async () => {
    const schema = '{type: object, required: [size], properties: {size: {type: integer}, e: {type: string, enum: [A]}, o: {type: object, properties: {a: {type: string}}, anyOf: [{required: [b]}, {properties: {a: {pattern: "^x"}}}]}}}'
    expect(await judge(schema, 'size: ${N}\ne: ${E}\no: {a: "${A}"}')).toEqual([])
  })

  test('its definition may come later, from another file, or from the context', async () => {
    const files = { 'a.yaml': widget('size: x') }
    const crd = definition('{type: object, properties: {size: {type: integer}}}')
    expect((await lint({ ...files, 'crd.yaml': crd })).found).toHaveLength(1)
    expect((await lint(files, { 'crd.yaml': crd })).found).toHaveLength(1)
    expect((await lint({ 'w.yaml': `${widget('size: x')}---\n${crd}` })).found).toHaveLength(1)
    expect((await lint({ 'list.yaml': `apiVersion: v1\nkind: List\nitems:\n- ${JSON.stringify({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' }, spec: { size: 'x' } })}\n`, 'crd.yaml': crd })).found).toEqual([expect.stringContaining('items[0].spec.size TypeInvalid')])
  })

  test('of several definitions the one that fits best counts', async () => {
    const other = definition('{type: object, properties: {m: {type: integer}}}')
    expect((await lint({ 'crd.yaml': definition('{type: object, properties: {size: {type: integer}}}'), 'w.yaml': widget('m: 1'), 'z.yaml': other })).found).toEqual([])
  })

  test('a definition that cannot be read as a whole says nothing', async () => {
    expect(await judge('{type: object, properties: {size: {type: 5}, m: {type: string}}}', 'm: 1\nk: 2')).toEqual([])
  })

  test('versions that are not served, lists, and kinds that are misspelt', async () => {
    const crd = definition('{type: object}', '', { name: 'v2' })
    expect((await lint({ 'crd.yaml': crd, 'w.yaml': widget('{}') })).found).toEqual(['1 error apiVersion Decode: example.com/v1 Widget is not served, only example.com/v2'])
    const at = (kind: string) => `apiVersion: example.com/v2\nkind: ${kind}\nmetadata: {name: w}\n`
    expect((await lint({ 'crd.yaml': crd, 'w.yaml': at('WidgetList') })).found).toEqual(['2 error kind Decode: WidgetList is the list of Widget, and cannot be created'])
    const report = await lint({ 'crd.yaml': crd, 'w.yaml': at('Wigdet') })
    expect(report.found).toEqual(['2 warning kind Decode: example.com has no kind "Wigdet" that is known, did you mean "Widget"?'])
    expect(report.summary.unknownKinds).toEqual({ 'example.com/v2/Wigdet': 1 })
  })

  test('a deprecated version', async () => {
    const crd = definition('{type: object}', 'deprecated: true')
    expect((await lint({ 'crd.yaml': crd, 'w.yaml': widget('{}') })).found).toEqual(['1 warning apiVersion -: example.com/v1 Widget is deprecated'])
    expect((await lint({ 'crd.yaml': crd.replace('deprecated: true', 'deprecated: true\n      deprecationWarning: Widgets go away'), 'w.yaml': widget('{}') })).found).toEqual(['1 warning apiVersion -: Widgets go away'])
  })
})

test('a custom resource without a definition is counted', async () => {
  const { found, summary } = await lint({ 'w.yaml': widget('any: 1') })
  expect(found).toEqual([])
  expect(summary.unknownKinds).toEqual({ 'example.com/v1/Widget': 1 })
  expect(summary.resources).toBe(1)
})

test('a patch of a custom resource is left alone', async () => {
  const { found, summary } = await lint({ 'crd.yaml': definition('{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}'), 'patches/w.yaml': widget('b: x') })
  expect(found).toEqual([])
  expect(summary.leftAlone).toEqual({ patch: 1 })
  expect(summary.resources).toBe(1)
})

test('a definition with values of wrong types is read as far as it can be', async () => {
  const spoiled = definition('{type: object, properties: {size: {type: integer}}}', 'deprecated: true\n      deprecationWarning: [soon]\n      subresources: {scale: none, status: 5}').replace('  versions:\n', '  versions:\n    - v0\n')
  const { found } = await lint({ 'w.yaml': widget('size: big') }, { 'crd.yaml': spoiled })
  expect(found).toEqual(['1 warning apiVersion -: example.com/v1 Widget is deprecated', '6 error spec.size TypeInvalid: size is the string "big", must be an integer'])
  for (const versions of ['soon', '5', '{name: v1}', 'null']) {
    const text = definition('{type: object}').replace(/ {2}versions:[^]*/, `  versions: ${versions}\n`)
    expect((await lint({ 'w.yaml': widget('size: big') }, { 'crd.yaml': text })).found).toEqual([])
  }
})
