/** Every format on every report: the exact bytes, and what holds for all of them. */
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/diagnostic.ts'
import { FORMATS, loadReporter } from '../../src/reporters/index.ts'
import type { ReporterOptions } from '../../src/reporters/reporter.ts'
import { ATTACKS, clean, everyday, hostile } from './reports.ts'
import { readXml } from './read-xml.ts'

const TEMPLATE = '{% for each in diagnostics %}{{ each.file }}:{{ each.start.line }} {{ each.kind }} {{ each.namespace }} {{ each.message }}\n{% endfor %}'
const options: ReporterOptions = { color: false, cwd: process.cwd(), quiet: false, template: { file: 'report.liquid', text: TEMPLATE } }
const EXTENSIONS: Record<string, string> = { json: 'json', 'statistics-json': 'json', jsonl: 'jsonl', gitlab: 'json', rdjson: 'json', sarif: 'json', junit: 'xml', checkstyle: 'xml', html: 'html' }
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
      if (EXTENSIONS[name] === 'jsonl') for (const line of output.split('\n').slice(0, -1)) JSON.parse(line)
      if (EXTENSIONS[name] === 'xml') readXml(output)
    }
  })

  test('lets no control character, change of direction or workflow command of a manifest through', async () => {
    const output = await print(name, hostile())
    expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u)
    expect(output.match(/##\w*\[/g) ?? []).toEqual({ azure: ATTACKS.map(() => '##vso['), teamcity: ['', ...ATTACKS].map(() => '##teamcity[') }[name] ?? [])
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

test.each(['text', 'concise', 'pretty', 'grouped', 'statistics'])('%s has no summary when it is to be quiet', async (name) => {
  expect(await print(name, clean(), { quiet: true })).toBe('')
  const loud = await print(name, everyday())
  const quiet = await print(name, everyday(), { quiet: true })
  expect(loud.startsWith(quiet)).toBe(true)
  expect(loud.slice(quiet.length).trimStart()).toMatch(/^Left alone: .+\nSkipped, no schema: .+\n12 files, 31 resources \(3 skipped\): 2 errors/)
})

test.each(['text', 'grouped', 'statistics'])('%s is coloured only when asked to', async (name) => {
  const colored = await print(name, everyday(), { color: true })
  expect(colored).toContain(name === 'statistics' ? '\u001b[31m2 errors\u001b[0m' : '\u001b[31merror')
  expect(stripVTControlCharacters(colored)).toBe(await print(name, everyday()))
})

test.each(['text', 'grouped'])('%s links the names of rules only when asked to', async (name) => {
  const linked = await print(name, everyday(), { links: true })
  expect(linked).toContain(`\u001b]8;;${everyday().diagnostics[0]!.url}\u001b\\ambiguous-scalar\u001b]8;;\u001b\\`)
  expect(linked.replaceAll(/\u001b\]8;;[^\u001b]*\u001b\\/g, '')).toBe(await print(name, everyday()))
})

test.each(['text', 'grouped'])('%s links no name of a rule without a page', async (name) => {
  for (const url of ['', 'ftp://a', 'https://a\u001b]0;title\u0007']) {
    const report = { ...everyday(), diagnostics: everyday().diagnostics.map((diagnostic) => ({ ...diagnostic, url })) }
    expect(await print(name, report, { links: true })).toBe(await print(name, report))
  }
})

test('statistics-json counts what json lists', async () => {
  const counted = JSON.parse(await print('statistics-json', everyday())) as Record<'rules' | 'kinds' | 'files', { name: string; findings: number; fixable: number; fixableUnsafe: number }[]>
  for (const list of [counted.rules, counted.kinds, counted.files]) {
    expect(list.reduce((sum, { findings }) => sum + findings, 0)).toBe(everyday().diagnostics.length)
    expect([list.reduce((sum, { fixable }) => sum + fixable, 0), list.reduce((sum, { fixableUnsafe }) => sum + fixableUnsafe, 0)]).toEqual([1, 1])
  }
  expect(counted.kinds.map(({ name, findings }) => [name, findings])).toEqual([['Deployment', 4], ['Service', 1]])
})

test('jsonl has the findings of json, in their order', async () => {
  const lines = (await print('jsonl', hostile())).split('\n').slice(0, -1)
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual((JSON.parse(await print('json', hostile())) as Report).diagnostics)
})

test.each([
  ['{{ gone }}', 'undefined variable: gone, line:1, col:4'],
  ['a\n{{ version | upcse }}', 'undefined filter: upcse, line:2, col:1'],
  ['{% for each in diagnostics %}', 'tag {% for each in diagnostics %} not closed, line:1, col:1'],
  ['{% render "/etc/hostname" %}', expect.stringContaining('ENOENT')],
])('the template %j is refused with the place', async (text, message) => {
  await expect(print('template', everyday(), { template: { file: 'a.liquid', text } })).rejects.toMatchObject({ name: 'Error', lines: [typeof message === 'string' ? `The template a.liquid cannot be used: ${message}` : message] })
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
