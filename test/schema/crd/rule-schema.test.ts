import { expect, test } from 'vitest'
import { ruleSchema, ruleValue } from '../../../src/schema/crd/rule-schema.ts'

const rule = { 'x-kubernetes-validations': [{ rule: 'self.a == self.b' }] }
const large = { type: 'object', description: 'long', properties: { inner: { type: 'string' } } }

test('what no rule sees is left out, and what one sees is not', () => {
  const seen = { type: 'object', properties: { a: large, b: { type: 'array', items: large } }, ...rule }
  const schema = { type: 'object', title: 'T', properties: { spec: { type: 'object', properties: { seen, unseen: large, name: { type: 'string', description: 'a key of a list' } } }, status: large } }
  const inner = { type: 'object', properties: { inner: { type: 'string' } } }
  expect(ruleSchema(schema)).toEqual({
    type: 'object',
    properties: { spec: { type: 'object', properties: { seen: { type: 'object', properties: { a: inner, b: { type: 'array', items: inner } }, ...rule }, name: { type: 'string' } } } },
  })
})

test('a default is held against the rules below it with all that it may have', () => {
  const spec = { type: 'object', default: { unseen: { inner: 'a' } }, properties: { seen: { type: 'object', ...rule }, unseen: { type: 'object', properties: { inner: { type: 'string' } } } } }
  expect(ruleSchema({ type: 'object', properties: { spec } })).toEqual({ type: 'object', properties: { spec } })
})

test('a field may have the name of a keyword', () => {
  const schema = { type: 'object', properties: { description: { type: 'string', ...rule } } }
  expect(ruleSchema(schema)).toEqual(schema)
})

test('of a value what the schema knows is kept, and what every object has', () => {
  const schema = { type: 'object', properties: { spec: { type: 'object', properties: { list: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } }, map: { type: 'object', additionalProperties: { type: 'string' } }, free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } } } } }
  const value = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' }, status: { long: 1 }, spec: { list: [{ a: 'x', b: 'y' }], map: { any: 'z' }, free: { b: [1] }, unseen: { c: 1 } } }
  const { status: _, spec: { unseen: __, ...spec }, ...rest } = value
  expect(ruleValue(value, schema)).toEqual({ ...rest, spec: { ...spec, list: [{ a: 'x' }] } })
})
