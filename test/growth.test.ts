/** Twice the input is twice the work, for every kind of text that is hard on a linter. Counted, not timed: `bench/worst.mjs` has the times. */
import { workOf } from './work.ts'
import { expect, test } from 'vitest'
import { WORST_INPUTS } from '../bench/worst-inputs.ts'
import { BaselineKeys } from '../src/cli/baseline-keys.ts'
import { TemplateComments } from '../src/cli/charts/template-comments.ts'
import { applyGuarded } from '../src/cli/fix-guard.ts'
import type { Input } from '../src/cli/inputs.ts'
import { matchBaseline } from '../src/engine/baseline.ts'
import grouped from '../src/reporters/grouped.ts'
import { NO_LIMITS, SuppressionRun } from '../src/suppression-run.ts'
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

test.each([
  ['above one field', (n: number) => '# podlint-ignore valid-type\n'.repeat(n) + 'a:\n' + '  b: 1\n'.repeat(n)],
  ['for the whole file', (n: number) => '# podlint-ignore-file valid-type\n'.repeat(n) + 'a: 1\n'.repeat(n)],
  ['that nothing ends', (n: number) => 'a: 1 # podlint-ignore-start valid-type\n'.repeat(n) + 'b: 1 # podlint-ignore-end no-host-path\n'.repeat(n)],
])('comments of a template %s', async (_, make) => {
  const run = new SuppressionRun([{ id: 'valid-type', category: 'validity', severity: 'error', presets: [] }, { id: 'no-host-path', category: 'security', severity: 'error', presets: [] }], false, NO_LIMITS)
  const read = (n: number) =>
    workOf(async () => {
      const comments = await TemplateComments.read(make(n), run)
      for (let line = 1; line <= 2 * n; line++) comments.silences(line, 'valid-type')
      comments.mistakes(() => true)
    })
  await read(400)
  const [once, twice, fourTimes] = [await read(100), await read(200), await read(400)]
  expect((fourTimes - twice) / (twice - once)).toBeLessThan(2.3)
})

const envOf = (n: number) => Array.from({ length: n }, (_, i) => `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${i}, namespace: shop}\nspec: {containers: [{name: a, image: "a:1", env: [{name: B, value: 1}]}]}\n`).join('')

test('fixes in each of many documents', async () => {
  const fix = async (n: number) => {
    const text = envOf(n)
    const findings = (await lintText(text, { rules: ['valid-type'] })).diagnostics
    expect(findings).toHaveLength(n)
    return workOf(async () => expect((await applyGuarded('a.yaml', text, findings)).fixed).toHaveLength(n))
  }
  await fix(400)
  const [once, twice, fourTimes] = [await fix(100), await fix(200), await fix(400)]
  expect((fourTimes - twice) / (twice - once)).toBeLessThan(2.3)
})

test('a baseline of many objects', async () => {
  const match = async (n: number) => {
    const text = envOf(n)
    const { diagnostics } = await lintText(text, { rules: ['valid-type'] })
    const { file } = diagnostics[0]!
    const keys = new BaselineKeys('/podlint-baseline.json', [{ file, path: `/${file}`, named: true, read: () => ({ text, encoding: 'utf8' }) } as unknown as Input], '/')
    return workOf(async () => {
      const found = await keys.of(diagnostics, new Map())
      expect(found[1]?.path).toBe('spec.containers[a].env[B].value')
      // As if each lay in a file of its own, and all had moved here.
      const elsewhere = found.map((key, index) => ({ ...key, object: 'Pod p', file: `${index}.yaml`, count: 1 }))
      expect((await matchBaseline(found.map((key) => ({ ...key, object: 'Pod p' })), elsewhere, async () => true)).known.size).toBe(n)
    })
  }
  await match(400)
  const [once, twice, fourTimes] = [await match(100), await match(200), await match(400)]
  expect((fourTimes - twice) / (twice - once)).toBeLessThan(2.3)
})

test('more properties than a call has room for arguments', { timeout: 60_000 }, async () => {
  const properties = Array.from({ length: 150_000 }, (_, index) => `a${index}: {type: text}`).join(', ')
  const { diagnostics } = await lintText(`apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: foos.example.com}\nspec: {group: example.com, scope: Namespaced, names: {kind: Foo, plural: foos}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {${properties}}}}}]}\n`)
  expect(diagnostics).toHaveLength(150_000)
  const report = { diagnostics, summary: { files: 1, documents: 1, resources: 1 } } as unknown as Parameters<typeof grouped>[0]
  expect(grouped(report, { color: false, links: false, cwd: '/', quiet: true, isComplete: true }).split('\n')).toHaveLength(150_003)
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
