/** ESLint formatters, installed for real in a folder of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadReporter } from '../../src/reporters/index.ts'
import { UsageError } from '../../src/usage-error.ts'
import { ATTACKS, everyday, hostile } from './reports.ts'

let cwd: string

function install(file: string, text: string): void {
  mkdirSync(dirname(join(cwd, file)), { recursive: true })
  writeFileSync(join(cwd, file), text)
}

const ECHO = 'module.exports = (results, context) => JSON.stringify({ results, context })'

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'podlint-formatter-'))
  install('node_modules/eslint-formatter-echo/index.js', ECHO)
  install('node_modules/@acme/eslint-formatter-echo/index.js', ECHO)
  install('node_modules/@acme/printer/index.js', ECHO)
  install('node_modules/eslint-formatter-module/package.json', '{"type":"module","exports":{"default":"./main.js"}}')
  install('node_modules/eslint-formatter-module/main.js', 'export default async (results) => `${results.length} files`')
  install('node_modules/eslint-formatter-import/package.json', '{"type":"module","exports":{"import":"./main.js"}}')
  install('node_modules/eslint-formatter-import/main.js', 'export default () => ""')
  install('formatters/local.cjs', 'exports.__esModule = true; exports.default = (results) => results.map((result) => result.messages.length).join()')
  install('formatters/throws.mjs', 'export default () => { throw new Error("out of ink\\nsecond line") }')
  install('formatters/number.mjs', 'export default () => 1')
  install('formatters/nothing.mjs', 'export const other = 1')
  install('formatters/broken.mjs', 'export default (')
})

afterAll(() => rmSync(cwd, { recursive: true }))

async function print(name: string, report = everyday()): Promise<string> {
  const reporter = await loadReporter(name, cwd)
  return reporter!(report, { color: false, cwd, quiet: false })
}

test('gets results and rules in the shape of ESLint', async () => {
  const { results, context } = JSON.parse(await print('eslint-formatter-echo')) as { results: Record<string, unknown>[]; context: object }
  expect(results).toMatchObject([
    { filePath: join(cwd, 'shop/deployment.yaml'), errorCount: 2, warningCount: 2, fixableErrorCount: 1, fixableWarningCount: 1 },
    { filePath: join(cwd, 'shop/service.yaml'), errorCount: 0, warningCount: 1, fixableErrorCount: 0, fixableWarningCount: 0 },
  ])
  const messages = results[0]!.messages as object[]
  const place = { line: 7, column: 18, endLine: 7, endColumn: 20 }
  expect(messages[0]).toEqual({ ruleId: 'ambiguous-scalar', severity: 1, message: 'info: Annotation "team" holds more than ASCII', ...place })
  expect(messages[3]).toMatchObject({ severity: 2, fix: { range: [413, 421], text: 'resources' } })
  const docs = { description: 'Disallow fields that the API does not have.', url: 'https://example.com/rules/no-unknown-field.md' }
  expect(context).toMatchObject({ cwd, rulesMeta: { 'no-unknown-field': { docs } } })
})

test('is found by its package, the rest of that name, a scope, or a path', async () => {
  const output = await print('eslint-formatter-echo')
  const names = ['echo', '@acme/echo', '@acme/eslint-formatter-echo', '@acme/printer', './node_modules/eslint-formatter-echo/index.js']
  for (const name of names) expect(await print(name)).toBe(output)
  expect(await print('module')).toBe('2 files\n')
  expect(await print('./formatters/local.cjs')).toBe('4,1\n')
  expect(await print(join(cwd, 'formatters/local.cjs'))).toBe('4,1\n')
})

test('gets no control characters and workflow commands of manifests', async () => {
  const { results } = JSON.parse(await print('echo', hostile())) as { results: { filePath: string; messages: { message: string }[] }[] }
  expect(results).toHaveLength(ATTACKS.length)
  const texts = results.flatMap((result) => [result.filePath.slice(cwd.length + 1), result.messages[0]!.message])
  for (const text of texts) expect(text).not.toMatch(/^\s*::|##\w*\[|\p{Cc}/u)
})

test.each([
  ['eslint-formatter-absent', 'The formatter "eslint-formatter-absent" is not installed here'],
  ['@acme/absent', 'The formatter "@acme/absent" is not installed here'],
  ['./absent.js', /^The formatter "\.\/absent\.js" failed: /],
  ['./formatters/broken.mjs', /^The formatter "\.\/formatters\/broken\.mjs" failed: /],
  ['./formatters/nothing.mjs', 'The formatter "./formatters/nothing.mjs" does not export a function'],
  ['./formatters/number.mjs', 'The formatter "./formatters/number.mjs" did not return text'],
  ['./formatters/throws.mjs', 'The formatter "./formatters/throws.mjs" failed: out of ink'],
  ['import', /^The formatter "import" cannot be loaded: /],
])('%s: a usage error, in one line', async (name, message) => {
  const error: unknown = await print(name).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(UsageError)
  expect((error as Error).message).toMatch(message)
  expect((error as Error).message).not.toContain('\n')
})

test('a bare name that is not installed is unknown', async () => {
  expect(await loadReporter('absent', cwd)).toBeUndefined()
})
