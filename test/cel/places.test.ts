/** Where findings are within expressions. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

const RULES = { rules: ['valid-device-expression'] }
const selector = (written: string) => `apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata:\n  name: a\nspec:\n  selectors:\n    - cel:\n        expression: ${written}\n`

async function underlined(text: string, file = 'test.yaml') {
  const { diagnostics } = await lintText(text, { ...RULES, file })
  return diagnostics.map(({ start, end, message }) => `${start.line}:${start.column} ${text.slice(start.offset, end.offset)}: ${message}`)
}

const NAME = 'Field "name" does not exist'

describe('the field that a mistake is about is underlined', () => {
  test.each([
    ['in a plain scalar', 'device.driver == "a" || device.name == "b"', `8:52 name: ${NAME}`],
    ['in a plain scalar over lines', 'device.driver == "a" ||\n          device.name == "b"', `9:18 name: ${NAME}`],
    ['in single quotes', "'device.driver == ''a'' || device.name == ''b'''", `8:55 name: ${NAME}`],
    ['in double quotes', '"device.driver == \\"a\\" || device.\\u006Eame == \\"b\\""', `8:55 \\u006Eame: ${NAME}`],
    ['in a literal block', '|\n          device.driver == "a" ||\n\n            device.name == "b"\n', `11:20 name: ${NAME}`],
    ['in a folded block with a comment at its head', '>- # why\n          device.driver == "a" ||\n          device.name == "b"\n', `10:18 name: ${NAME}`],
    ['after characters beyond the first plane', '"device.driver == \'😀😀\' || device.name == \'b\'"', `8:56 name: ${NAME}`],
    ['at the end, where something is missing', 'device.driver ==', '8:36 =: Syntax error: the expression ends too early'],
    ['that is a function', 'device.driver.size(1) == 1', '8:35 size: Function "size" of string cannot take int'],
    ['that is an operator', 'device.driver == 1', '8:35 ==: Operator "==" cannot be applied to string and int'],
    ['that has no place of its own', 'device.driver', '8:21 device.driver: The result must be bool or an attribute, not string'],
  ])('%s', async (_, written, expected) => {
    expect(await underlined(selector(written))).toEqual([expected])
  })

  test('in JSON', async () => {
    const text = JSON.stringify({ apiVersion: 'resource.k8s.io/v1', kind: 'DeviceClass', metadata: { name: 'a' }, spec: { selectors: [{ cel: { expression: 'device.driver == "a" ||\n device.name == "b"' } }] } })
    expect(await underlined(text, 'test.json')).toEqual([`1:${text.indexOf('name == ') + 1} name: ${NAME}`])
  })
})

test('of what is too large as a whole, all of it', async () => {
  const nested = `${'('.repeat(300)}true${')'.repeat(300)}`
  expect(await underlined(selector(nested))).toEqual([`8:21 ${nested}: The expression is nested too deep, or has too many operators in a row: at most 250`])
  expect(await underlined(selector(`device.${'a'.repeat(1000)} == 1`))).toEqual([expect.stringMatching(/: Field "a{292}…$/)])
})

test('what several minors say alike is one finding, and names those of which it is not all', async () => {
  const options = { ...RULES, kubernetesVersions: ['1.35', '1.36'] }
  const found = async (text: string) => (await lintText(selector(text), options)).diagnostics.map(({ message, kubernetesVersions }) => ({ message, kubernetesVersions }))
  expect(await found('device.name == "a"')).toEqual([{ message: NAME, kubernetesVersions: ['1.35', '1.36'] }])
  expect(await found('device.allowMultipleAllocations')).toEqual([{ message: 'Field "allowMultipleAllocations" does not exist (in 1.35)', kubernetesVersions: ['1.35'] }])
})

test('a definition whose schema cannot be read is not judged, and one is judged once for all versions that share it', async () => {
  const definition = (type: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Cluster
  names: {plural: widgets, kind: Widget}
  versions:
${['v1', 'v2']
  .map(
    (name) => `    - name: ${name}
      served: true
      storage: ${name === 'v1'}
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: ${type}
              x-kubernetes-validations:
                - rule: self.nothing
`,
  )
  .join('')}`
  const found = async (type: string) => (await lintText(definition(type), { rules: ['valid-validation-rule', 'valid-type'] })).diagnostics.map(({ rule, path }) => `${rule} ${path}`)
  expect(await found('object')).toEqual(['valid-validation-rule spec.validation.openAPIV3Schema.properties[spec].x-kubernetes-validations[0].rule'])
  expect(await found('[object]')).toEqual(['valid-type spec.versions[0].schema.openAPIV3Schema.properties.spec.type', 'valid-type spec.versions[1].schema.openAPIV3Schema.properties.spec.type'])
})
