/** Twice the input is twice the work, for every kind of text that is hard on a linter. Counted, not timed: `bench/worst.mjs` has the times. */
import { workOf } from './work.ts'
import { expect, test } from 'vitest'
import { WORST_INPUTS } from '../bench/worst-inputs.ts'
import { lintText } from './lint-text.ts'

test.each(WORST_INPUTS)('$name', { timeout: 60_000 }, async ({ size, make }) => {
  const least = Math.ceil(size / 8)
  const lint = (times: number) => workOf(() => lintText(make(times * least)))
  // What is kept of names from text to text is then there for all three.
  await lint(4)
  const [once, twice, fourTimes] = [await lint(1), await lint(2), await lint(4)]
  // What more input costs, so that what every text costs does not count.
  const growth = (fourTimes - twice) / (twice - once)
  expect(growth).toBeLessThan(2.3)
})

test('the depth of a schema with a mistake at each level', { timeout: 60_000 }, async () => {
  const schema = (levels: number) => `${'{type: object, nullable: true, not: '.repeat(levels)}{}${'}'.repeat(levels)}`
  const definition = (levels: number) =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: foos.example.com}\nspec: {group: example.com, scope: Namespaced, names: {kind: Foo, plural: foos}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ${schema(levels)}}}]}\n`
  const lint = (levels: number) => workOf(() => lintText(definition(levels)))
  await lint(800)
  const [once, twice, fourTimes] = [await lint(200), await lint(400), await lint(800)]
  expect((fourTimes - twice) / (twice - once)).toBeLessThan(2.3)
})
