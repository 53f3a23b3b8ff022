import { describe, expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

const definition = (schema: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names: {plural: widgets, kind: Widget}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
${schema.replaceAll(/^/gm, ' '.repeat(14))}
---
`
const widget = (spec: string) => `apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: a\nspec: ${spec}\n`

const SCHEMA = `type: object
x-kubernetes-validations:
  - rule: self.min <= self.max
    message: min must be at most max
  - rule: '!has(self.name) || self.name != "no"'
    messageExpression: '"not the name " + self.name'
    fieldPath: .name
    reason: FieldValueForbidden
  - rule: self.max == oldSelf.max
    message: max cannot be changed
  - rule: self.ports.all(p, p.number > 0)
properties:
  min: {type: integer}
  max: {type: integer, default: 10}
  name: {type: string, nullable: false, maxLength: 100}
  ports:
    type: array
    maxItems: 10
    default: []
    items:
      type: object
      x-kubernetes-validations:
        - {rule: self.number < 100}
      properties:
        number: {type: integer, default: 1}
  named:
    type: object
    additionalProperties:
      type: string
      maxLength: 10
      x-kubernetes-validations:
        - {rule: self != "bad"}`

async function found(spec: string, schema = SCHEMA) {
  const text = definition(schema) + widget(spec)
  const { diagnostics } = await lintText(text)
  return diagnostics.filter(({ rule }) => rule.startsWith('valid-')).map(({ code, path, message, start, end }) => `${code} ${path} <${text.slice(start.offset, end.offset)}> ${message}`)
}

const AT = 'breaks a rule of its definition'

describe('rules of a definition are evaluated on its custom resources', () => {
  test('with defaults, without nulls, and not those about changes', async () => {
    expect(await found('{min: 1, name: null, ports: [{}]}')).toEqual([])
  })

  test('and what breaks one is reported at its value, or where the rule says', async () => {
    expect(await found('{min: 11, name: "no"}')).toEqual([`Invalid spec <spec> spec ${AT}: min must be at most max`, `Forbidden spec.name <"no"> name ${AT}: not the name no`])
    expect(await found('{min: 1, ports: [{number: 5}, {number: 100}]}')).toEqual([`Invalid spec.ports[1] <number> ports[1] ${AT}: self.number < 100`])
    expect(await found('{min: 1, named: {a.b/c: bad}}')).toEqual([`Invalid spec.named[a.b/c] <bad> named[a.b/c] ${AT}: self != "bad"`])
  })

  test('each of several that one object breaks', async () => {
    expect(await found('{min: 11, ports: [{number: -1}]}')).toEqual([`Invalid spec <spec> spec ${AT}: min must be at most max`, `Invalid spec <spec> spec ${AT}: self.ports.all(p, p.number > 0)`])
  })

  test('but not on one that its schema refuses already', async () => {
    expect(await found('{min: eleven}')).toEqual([expect.stringContaining('min is the string "eleven"')])
  })

  test('an error of the evaluation is one of the object', async () => {
    expect(await found('{max: 1}')).toEqual([`Invalid spec <spec> spec ${AT}: no such key: min evaluating rule: min must be at most max`])
  })

  test('a rule that does not compile is a mistake of the definition alone', async () => {
    expect(await found('{min: 1}', SCHEMA.replace('self.min <= self.max', 'self.least <= self.max'))).toEqual([expect.stringContaining('Field "least" does not exist')])
  })
})

test('a default that breaks a rule is a mistake of the definition', async () => {
  const schema = SCHEMA.replace('  named:\n', '  least:\n    type: integer\n    default: 5\n    x-kubernetes-validations: [{rule: self > 5}]\n  named:\n')
  expect(await found('{min: 1, least: 6}', schema)).toEqual(['Invalid spec.validation.openAPIV3Schema.properties[spec].properties[least].default <5> The default breaks a rule of the schema: self > 5'])
})
