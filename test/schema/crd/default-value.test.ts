import { describe, expect, test } from 'vitest'
import { lintText } from '../../lint-text.ts'

/** A definition whose field `x` has this schema, in JSON. */
const definition = (x: string, more = ''): string => `apiVersion: apiextensions.k8s.io/v1
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
              type: object
              properties:
                x: ${x}
${more}`

async function findings(x: string, kubernetesVersions = ['1.37']): Promise<string[]> {
  const { diagnostics } = await lintText(definition(x), { kubernetesVersions })
  return diagnostics.map(({ code, path, message, severity }) => `${code ?? severity} ${path.replace('spec.validation.openAPIV3Schema.properties[spec].properties[x]', '…').replace('spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.x', '…')}: ${message}`)
}

describe('a default must be a value of its schema', () => {
  test.each([
    ['{type: string, default: 5}', ['TypeInvalid ….default: Default is the number 5, must be a string: put it in quotes']],
    ['{type: integer, default: "5"}', ['TypeInvalid ….default: Default is the string "5", must be an integer: remove the quotes']],
    ['{type: integer, format: int32, default: 3000000000}', ['Invalid ….default: default is 3000000000, must be between -2147483648 and 2147483647']],
    ['{type: integer, minimum: 5, default: 4}', ['Invalid ….default: default is 4, must be at least 5']],
    ['{type: integer, multipleOf: 5, default: 6}', ['Invalid ….default: default is 6, must be a multiple of 5']],
    ['{type: string, maxLength: 1, default: ab}', ['TooLong ….default: default is "ab", must be at most 1 character long']],
    ['{type: string, enum: [Always, Never], default: always}', ['NotSupported ….default: default is "always", must be "Always" or "Never"; did you mean "Always"?']],
    ['{type: string, pattern: "^[a-z]+$", default: A}', ['Invalid ….default: default is "A", must match ^[a-z]+$']],
    ['{type: string, format: ipv4, default: 1.2.3}', ['TypeInvalid ….default: default is "1.2.3", must be an IPv4 address such as 10.9.8.7']],
    ['{type: object, properties: {a: {type: string}}, default: {b: x}}', ['Invalid ….default: Default has a field "b" that the schema does not have']],
    ['{type: object, properties: {a: {type: string}}, default: {a: 1}}', ['TypeInvalid ….default.a: Default a is the number 1, must be a string: put it in quotes']],
    ['{type: object, required: [a], properties: {a: {type: string, default: x}}, default: {}}', ['Required ….default.a: a is required but missing']],
    ['{type: array, items: {type: string}, default: [a, 1]}', ['TypeInvalid ….default.[1]: Default [1] is the number 1, must be a string: put it in quotes']],
    ['{type: string, anyOf: [{minLength: 2}, {pattern: "^b"}], default: c}', ['Invalid ….default: default is "c", must be at least 2 characters long or match ^b']],
    ['{type: string, not: {enum: [bad]}, default: bad}', ['Invalid ….default: default is "bad", must not be "bad"']],
    ['{type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true, default: {kind: 1Pod}}', ['Required ….default.apiVersion: apiVersion is required but missing', 'Invalid ….default.kind: kind is "1Pod", must begin with a letter, and consist of letters, digits and "-"']],
  ])('%s', async (x, expected) => {
    expect(await findings(x)).toEqual(expected)
  })

  test.each([
    '{type: string, default: a}',
    '{type: number, default: 5}',
    '{type: integer, default: 5.0}',
    '{type: string, default: null}',
    '{type: string, nullable: true, default: null}',
    '{x-kubernetes-int-or-string: true, default: true}',
    '{type: array, x-kubernetes-list-type: set, items: {type: string}, default: [a, a]}',
    '{type: object, x-kubernetes-preserve-unknown-fields: true, default: {b: x}}',
    '{type: object, additionalProperties: {type: string, default: 5}}',
    '{type: object, properties: {a: {type: string, enum: ["1"]}}, default: {a: "1"}}',
  ])('%s is one', async (x) => {
    expect(await findings(x)).toEqual([])
  })
})

describe('warnings of the API server', () => {
  test('a format that it does not know', async () => {
    expect(await findings('{type: string, format: UUID}')).toEqual(['warning ….format: format "UUID" is not a format that the API server knows for the type "string", so it checks nothing'])
    expect(await findings('{type: integer, format: uint32}')).toEqual(['warning ….format: format "uint32" is not a format that the API server knows for the type "integer", so it checks nothing'])
    expect(await findings('{type: integer, format: uint32}', ['1.35'])).toEqual([])
    expect(await findings('{type: string, format: UUID}', ['1.33'])).toEqual([])
    expect(await findings('{type: string, format: date-time}')).toEqual([])
  })

  test('a set of maps', async () => {
    const set = '{type: array, x-kubernetes-list-type: set, items: {type: object, x-kubernetes-map-type: atomic}}'
    expect(await findings(set)).toEqual(['warning ….x-kubernetes-list-type: x-kubernetes-list-type cannot be "set" for items of the type "object" with server-side apply and CEL rules'])
    expect(await findings(set, ['1.36'])).toEqual([])
  })
})
