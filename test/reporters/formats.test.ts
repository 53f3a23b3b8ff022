/** Every format on every report: the exact bytes, and what holds for all of them. */
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/diagnostic.ts'
import { FORMATS, loadReporter } from '../../src/reporters/index.ts'
import type { ReporterOptions } from '../../src/reporters/reporter.ts'
import { ATTACKS, clean, everyday, hostile } from './reports.ts'
import { readXml } from './read-xml.ts'

const options: ReporterOptions = { color: false, cwd: process.cwd(), quiet: false }
const EXTENSIONS: Record<string, string> = { json: 'json', gitlab: 'json', rdjson: 'json', sarif: 'json', junit: 'xml', checkstyle: 'xml' }
const REPORTS = { everyday, clean, hostile }
const names = Object.keys(FORMATS)

async function print(name: string, report: Report, changed: Partial<ReporterOptions> = {}): Promise<string> {
  const reporter = await loadReporter(name, options.cwd)
  return reporter!(report, { ...options, ...changed })
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

describe.each(names)('%s', (name) => {
  test.each(Object.entries(REPORTS))('prints the %s report as committed, and the same twice', async (title, report) => {
    const output = await print(name, freeze(report()))
    expect(await print(name, report())).toBe(output)
    await expect(output).toMatchFileSnapshot(`../../fixtures/reporters/${title}/${name}.${EXTENSIONS[name] ?? 'txt'}`)
  })

  test('ends with a line break, or is empty', async () => {
    for (const report of Object.values(REPORTS)) expect(await print(name, report())).toMatch(/^$|[^\n]\n$/)
  })

  test('can be parsed', async () => {
    for (const report of Object.values(REPORTS)) {
      const output = await print(name, report())
      if (EXTENSIONS[name] === 'json') JSON.parse(output)
      if (EXTENSIONS[name] === 'xml') readXml(output)
    }
  })

  test('lets no control character, change of direction or workflow command of a manifest through', async () => {
    const output = await print(name, hostile())
    expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u)
    expect(output).not.toMatch(/##\w*\[/)
    const commands = output.split('\n').filter((line) => line.trimStart().startsWith('::'))
    expect(commands.map((line) => line.slice(0, 30))).toEqual(name === 'github' ? Array(10).fill('::error title=no-unknown-field') : [])
  })

  test('has the absolute path of the working directory nowhere', async () => {
    expect(await print(name, everyday())).not.toContain(options.cwd)
  })

  test('has a summary of one line', () => {
    expect(FORMATS[name]!.summary).toMatch(/^[A-Z][^\n]+\.$/)
  })
})

test.each(['text', 'concise', 'pretty'])('%s has no summary when it is to be quiet', async (name) => {
  expect(await print(name, clean(), { quiet: true })).toBe('')
  const loud = await print(name, everyday())
  const quiet = await print(name, everyday(), { quiet: true })
  expect(loud.startsWith(quiet)).toBe(true)
  expect(loud.slice(quiet.length).trimStart()).toMatch(/^Left alone: .+\nSkipped, no schema: .+\n12 files, 31 resources \(3 skipped\): 2 errors/)
})

test('text is coloured only when asked to', async () => {
  const colored = await print('text', everyday(), { color: true })
  expect(colored).toContain('\u001b[31merror\u001b[0m')
  expect(stripVTControlCharacters(colored)).toBe(await print('text', everyday()))
})

test('concise prints one line for each finding, whatever is in it', async () => {
  expect((await print('concise', hostile(), { quiet: true })).trimEnd().split('\n')).toHaveLength(ATTACKS.length)
})

test('json holds edits exactly, whatever is in them', async () => {
  const { diagnostics } = JSON.parse(await print('json', hostile())) as Report
  expect(diagnostics.map((diagnostic) => diagnostic.edits[0]!.text)).toEqual(hostile().diagnostics.map((diagnostic) => diagnostic.edits[0]!.text))
})

test('json has the documented keys, always all of them', async () => {
  const { version, diagnostics, summary } = JSON.parse(await print('json', everyday())) as Report
  const keys = ['rule', 'severity', 'code', 'message', 'file', 'origin', 'start', 'end', 'object', 'path', 'kubernetesVersions', 'related', 'edits', 'fix', 'url']
  for (const diagnostic of diagnostics) expect(Object.keys(diagnostic)).toEqual(keys)
  expect({ version, summary }).toEqual({ version: '1.2.3', summary: everyday().summary })
})

test('a name that is no format and no formatter is unknown', async () => {
  for (const name of ['sarf', 'Text', '', 'constructor', '__proto__', 'yaml', 'vitest']) expect(await loadReporter(name, options.cwd)).toBeUndefined()
})
