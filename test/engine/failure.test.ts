/** A rule or constraint that throws costs what it would have said, and nothing else. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Tape } from '../../src/parser/tape.ts'
import { ConstraintChecker } from '../../src/schema/checker.ts'
import { Walk } from '../../src/schema/walk.ts'
import noFloatingImageTag from '../../src/rules/reliability/no-floating-image-tag.ts'
import { defineRule, lint, type PluginRule } from '../../src/index.ts'
import { BAD, folder, GOOD, podlint } from '../cli/run-cli.ts'

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  containers:\n  - {name: app, image: "a:latest", privileged: true}\n'

afterEach(() => vi.restoreAllMocks())

const throwing = (more: Partial<PluginRule>) => defineRule({ id: 'no-thing', severity: 'info', visit: { object() { throw new TypeError('boom') } }, ...more })

describe.each([{}, { crossObject: true as const }])('a rule that throws: %j', (more) => {
  test('is an error finding of its own, and all others are still there', async () => {
    const plugins = [throwing(more)]
    const texts = [{ file: 'a.yaml', text: POD }, { file: 'b.yaml', text: POD.replace('web', 'api') }]
    const { diagnostics: before } = await lint(texts)
    const { diagnostics: after } = await lint(texts, { plugins })
    expect(after.filter(({ rule }) => rule !== 'no-thing')).toEqual(before)
    expect(after.filter(({ rule }) => rule === 'no-thing').map(({ file, severity, start, object, message }) => [file, severity, start.line, object, message])).toEqual([
      ['a.yaml', 'error', 2, 'Pod shop/web', 'the plugin failed to check this: boom'],
      ['b.yaml', 'error', 2, 'Pod shop/api', 'the plugin failed to check this: boom'],
    ])
  })
})

test('the command line says so, and is 2', async () => {
  vi.spyOn(noFloatingImageTag.visit!, 'container').mockImplementation(() => {
    throw new TypeError('boom')
  })
  const cwd = folder({ 'a.yaml': POD, 'b.yaml': BAD, 'c.yaml': POD })
  const { code, stdout, stderr } = await podlint(['-f', 'concise', '--warn', 'no-floating-image-tag'], { cwd })
  expect(code).toBe(2)
  expect(stdout).toContain('a.yaml:2:7-2:10: error podlint itself failed to check this: boom [no-floating-image-tag]')
  expect(stdout).toContain('b.yaml:6:1-6:4: error')
  expect(stderr).toMatch(/^podlint: an error in podlint itself: the rule no-floating-image-tag failed at a\.yaml:2:7 \(Pod shop\/web\), and 1 more time\nPlease report it at .* with what --verbose prints\.\n$/)
  expect((await podlint(['-v', '--warn', 'no-floating-image-tag'], { cwd })).stderr).toMatch(/\n {4}at /)
})

test('a constraint that throws costs its node', async () => {
  const checkSets = vi.spyOn(ConstraintChecker.prototype as unknown as { checkSets(): void }, 'checkSets')
  checkSets.mockImplementation(() => {
    throw new TypeError('boom')
  })
  const { diagnostics } = await lint([{ file: 'a.yaml', text: POD }, { file: 'b.yaml', text: BAD }, { file: 'c.yaml', text: GOOD }], { preset: 'api-server' })
  expect(diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual(expect.arrayContaining(['a.yaml no-unknown-field', 'b.yaml no-unknown-field']))
  expect(diagnostics.filter(({ message }) => message.includes('boom')).length).toBeGreaterThan(2)
})

test('a walk that throws costs its object', async () => {
  const run = vi.spyOn(Walk.prototype as unknown as { run(): void }, 'run')
  run.mockImplementationOnce(() => {
    throw new RangeError('Maximum call stack size exceeded')
  })
  const { diagnostics } = await lint([{ file: 'a.yaml', text: POD }, { file: 'b.yaml', text: BAD }], { preset: 'api-server' })
  expect(diagnostics.map(({ file, rule, message }) => `${file} ${rule} ${message}`)).toEqual(['a.yaml valid-type podlint itself failed to check this: Maximum call stack size exceeded', expect.stringContaining('b.yaml no-unknown-field')])
})

test('a reader that throws costs its file', async () => {
  vi.spyOn(Tape.prototype, 'detach').mockImplementationOnce(() => {
    throw new RangeError('boom')
  })
  const cwd = folder({ 'a.yaml': POD, 'b.yaml': BAD })
  const { code, stdout, stderr } = await podlint(['-f', 'concise', '--warn', 'no-floating-image-tag'], { cwd })
  expect(code).toBe(2)
  expect(stdout).toMatch(/^a\.yaml:1:1-1:15: error podlint itself failed to check this: boom \[valid-yaml\]$/m)
  expect(stdout).toContain('b.yaml:6:1-6:4: error')
  expect(stderr).toContain('the rule valid-yaml failed at a.yaml:1:1\n')
})

test('a file around the linted ones at which the reader throws costs nothing else, and is told', async () => {
  const detach = vi.spyOn(Tape.prototype, 'detach')
  const cwd = folder({ 'a.yaml': POD, 'b.yaml': POD })
  let calls = 0
  detach.mockImplementation(function (this: Tape) {
    if (++calls === 2) throw new RangeError('boom')
    return this.detachPart(0, this.text, 0)
  })
  const { code, stdout, stderr } = await podlint(['-f', 'concise', 'a.yaml', '--context', '.'], { cwd })
  expect(code).toBe(2)
  expect(stdout).toContain('a.yaml:6:')
  expect(stderr).toContain('the rule valid-yaml failed at b.yaml:1:1\n')
})
