/** The formats for machines against what their readers document, and against the limits of those. */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Diagnostic, Report, Severity } from '../../src/diagnostic.ts'
import { loadReporter } from '../../src/reporters/index.ts'
import type { ReporterOptions } from '../../src/reporters/reporter.ts'
import { ATTACKS, clean, everyday, hostile } from './reports.ts'
import { readXml, type XmlElement } from './read-xml.ts'

const REPORTS = [everyday, clean, hostile]

async function print(name: string, report: Report, changed: Partial<ReporterOptions> = {}): Promise<string> {
  const reporter = await loadReporter(name, process.cwd())
  return reporter!(report, { color: false, cwd: process.cwd(), quiet: false, ...changed })
}

const read = async <T>(name: string, report: Report, changed?: Partial<ReporterOptions>) => JSON.parse(await print(name, report, changed)) as T

/** So many findings of each severity, one a line. */
function many(counts: Record<Severity, number>): Report {
  const [pattern] = everyday().diagnostics
  const at = (line: number) => ({ line, column: 1, offset: line * 80 })
  const finding = (severity: Severity, index: number): Diagnostic => ({ ...pattern!, severity, start: at(index + 1), end: at(index + 1) })
  const severities = ['info', 'warning', 'error'] as const
  return { ...everyday(), diagnostics: severities.flatMap((severity) => Array.from({ length: counts[severity] }, (_, index) => finding(severity, index))) }
}

describe('sarif', () => {
  interface Region {
    startLine: number
    startColumn: number
    endLine: number
    endColumn: number
  }
  interface Sarif {
    runs: [
      {
        tool: { driver: { rules: { id: string; fullDescription: { text: string }; help: { text: string; markdown: string }; properties: { tags: string[] } }[] } }
        results: {
          ruleId: string
          ruleIndex: number
          level: string
          message: { text: string }
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: Region } }[]
          partialFingerprints: Record<string, string>
        }[]
        invocations: { toolExecutionNotifications?: { message: { text: string } }[] }[]
      },
    ]
  }
  const validate: ValidateFunction = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(
    JSON.parse(readFileSync(new URL('../../fixtures/reporters/schemas/sarif-2.1.0.json', import.meta.url), 'utf8')) as object,
  )

  test.each(REPORTS)('%o passes the schema of OASIS', async (report) => {
    validate(await read('sarif', report()))
    expect(validate.errors).toBeNull()
  })

  test('the schema does refuse', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false)
  })

  test.each(REPORTS)('%o has all that GitHub requires', async (report) => {
    const [run] = (await read<Sarif>('sarif', report())).runs
    for (const { ruleId, ruleIndex, message, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex]!.id).toBe(ruleId)
      expect(message.text).not.toBe('')
      const [{ physicalLocation }] = locations as [(typeof locations)[0]]
      expect(physicalLocation.artifactLocation.uri).toMatch(/^(?!\/)(?!\.\/)[\w./%!~*'()-]+$/)
      expect(Object.values(physicalLocation.region).filter((value) => typeof value === 'number' && value >= 1)).toHaveLength(4)
    }
    for (const { fullDescription, help, properties } of run.tool.driver.rules) {
      expect(fullDescription.text.length).toBeLessThanOrEqual(1024)
      expect([help.text, help.markdown]).not.toContain('')
      expect(properties.tags.length).toBeLessThanOrEqual(10)
    }
  })

  test('file names survive in the URI, and paths are seen from the root of the repository', async () => {
    const report = everyday()
    const awkward = '100% #1/ä b?:c.yaml'
    report.diagnostics = [{ ...report.diagnostics[0]!, file: awkward }]
    const [run] = (await read<Sarif>('sarif', report, { cwd: '/repository/apps', root: '/repository' })).runs
    const { uri } = run.results[0]!.locations[0]!.physicalLocation.artifactLocation
    expect(uri).toBe('apps/100%25%20%231/%C3%A4%20b%3F%3Ac.yaml')
    expect(decodeURIComponent(uri)).toBe(`apps/${awkward}`)
  })

  test('a link in a message is escaped', async () => {
    const [run] = (await read<Sarif>('sarif', hostile())).runs
    expect(run.results.map((result) => result.message.text).filter((text) => /(?<!\\)\](?=\()/.test(text))).toEqual([])
  })

  test('no more results than GitHub takes, the most severe, with a note of what is missing', async () => {
    const [run] = (await read<Sarif>('sarif', many({ error: 10, warning: 24_980, info: 15 }))).runs
    expect(run.results).toHaveLength(25_000)
    expect(run.results.filter((result) => result.level === 'note')).toHaveLength(10)
    expect(run.invocations[0]!.toolExecutionNotifications![0]!.message.text).toMatch(/^5 findings/)
  })

  test('fingerprints differ, and stay when lines move or messages change', async () => {
    const prints = async (report: Report) => (await read<Sarif>('sarif', report)).runs[0].results.map((result) => result.partialFingerprints['podlintFinding/v1'])
    const [first, ...rest] = everyday().diagnostics
    const before = { ...everyday(), diagnostics: [first!, first!, ...rest] }
    const moved = { line: 99, column: 1, offset: 999 }
    const after = { ...before, diagnostics: before.diagnostics.map((each) => ({ ...each, message: 'other', start: moved, end: moved })) }
    expect(await prints(after)).toEqual(await prints(before))
    expect(new Set(await prints(before)).size).toBe(before.diagnostics.length)
  })
})

describe('github', () => {
  /** Reads a line as GitHub's runner does: first the command, then the properties, each unescaped. */
  function parse(line: string) {
    const [, command, properties, data] = /^::(\w+) (.*?)::(.*)$/.exec(line)!
    const unescape = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')
    const pairs = properties!.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))])
    return { command, properties: Object.fromEntries(pairs) as Record<string, string>, message: unescape(data!) }
  }

  test('the runner reads every annotation as it was meant', async () => {
    const { diagnostics } = hostile()
    for (const [at, attack] of ATTACKS.entries()) {
      const output = await print('github', { ...hostile(), diagnostics: [diagnostics[at]!] })
      const { command, properties, message } = parse(output.trimEnd())
      expect({ command, ...properties }).toMatchObject({ command: 'error', title: 'no-unknown-field', line: '3', endLine: '3', col: '5', endColumn: '9' })
      expect(Object.keys(properties)).toHaveLength(6)
      // What is safe comes through as it is.
      const safe = attack.slice(0, 200).match(/[!-~][ -~]{4,}$/)?.[0] ?? ''
      if (!/##|::/.test(safe)) expect(properties.file!.endsWith(safe) && message.includes(safe)).toBe(true)
      expect(message.length).toBeLessThanOrEqual(4096)
    }
  })

  test('ten of each severity, errors first, and how many more there are', async () => {
    const lines = (await print('github', many({ error: 11, warning: 3, info: 25 }))).trimEnd().split('\n')
    const commands = lines.slice(0, -1).map((line) => parse(line).command)
    expect(commands).toEqual([...Array<string>(10).fill('error'), ...Array<string>(3).fill('warning'), ...Array<string>(10).fill('notice')])
    expect(lines.at(-1)).toBe('podlint: 1 more error, 15 more notices not annotated: GitHub shows 10 of each per step.')
  })

  test('columns only where the runner keeps them', async () => {
    const annotations = (await print('github', everyday())).trimEnd().split('\n').map(parse)
    for (const { properties } of annotations) expect('col' in properties).toBe(properties.line === properties.endLine)
    expect(annotations.filter(({ properties }) => !('col' in properties))).toHaveLength(1)
  })

  test('paths are seen from the root of the repository', async () => {
    const output = await print('github', everyday(), { cwd: '/repository/apps', root: '/repository' })
    expect(parse(output.split('\n')[0]!).properties.file).toBe('apps/shop/deployment.yaml')
  })
})

describe('gitlab', () => {
  interface Issue {
    description: string
    check_name: string
    fingerprint: string
    severity: string
    location: { path: string; lines: { begin: number } }
  }

  test.each(REPORTS)('%o has every field that GitLab reads', async (report) => {
    const issues = await read<Issue[]>('gitlab', report())
    expect(issues).toHaveLength(report().diagnostics.length)
    for (const { description, check_name, fingerprint, severity, location } of issues) {
      expect([description, check_name].map((text) => typeof text)).toEqual(['string', 'string'])
      expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity)
      expect(location.path).toMatch(/^(?!\.?\/)./)
      expect(location.lines.begin).toBeGreaterThanOrEqual(1)
    }
    // GitLab shows findings with the same fingerprint as one.
    expect(new Set(issues.map((issue) => issue.fingerprint)).size).toBe(issues.length)
  })

  test('paths are seen from the root of the repository', async () => {
    const [issue] = await read<Issue[]>('gitlab', everyday(), { cwd: '/repository/apps', root: '/repository' })
    expect(issue!.location.path).toBe('apps/shop/deployment.yaml')
  })
})

describe('rdjson', () => {
  interface Place {
    line: number
    column?: number
  }
  interface Rdjson {
    source: { name: string; url: string }
    diagnostics: {
      message: string
      severity: string
      code: { value: string; url: string }
      location: { path: string; range: { start: Place; end: Place } }
      suggestions: { range: { start: Place; end: Place }; text: string }[]
    }[]
  }

  test.each(REPORTS)('%o has the shape of a DiagnosticResult', async (report) => {
    const { source, diagnostics } = await read<Rdjson>('rdjson', report())
    expect(source.name).toBe('podlint')
    expect(diagnostics).toHaveLength(report().diagnostics.length)
    for (const { message, severity, code, location } of diagnostics) {
      expect([message, code.value, code.url, location.path].map((text) => typeof text)).toEqual(Array(4).fill('string'))
      expect(['ERROR', 'WARNING', 'INFO']).toContain(severity)
      expect(location.range.start.line).toBeGreaterThanOrEqual(1)
      // With a column at one end only the range would have no meaning.
      expect(typeof location.range.end.column).toBe(typeof location.range.start.column)
    }
  })

  test('columns are bytes of UTF-8', async () => {
    const [diagnostic] = (await read<Rdjson>('rdjson', everyday())).diagnostics
    const line = readFileSync(new URL('../../fixtures/reporters/manifests/deployment.yaml', import.meta.url)).toString().split('\n')[6]!
    const { start, end } = diagnostic!.location.range
    expect(Buffer.from(line).subarray(start.column! - 1, end.column! - 1).toString()).toBe('🛒')
  })

  test('a suggestion is left out when a column of it cannot be known', async () => {
    const report = everyday()
    const [pattern] = report.diagnostics
    const below = (column: number) => ({ line: pattern!.start.line + 1, column, offset: 0 })
    const edits = (column: number) => [{ start: below(column), end: below(column), text: 'x' }]
    report.diagnostics = [1, 2].map((column) => ({ ...pattern!, edits: edits(column), fix: 'safe' as const }))
    const counts = (await read<Rdjson>('rdjson', report)).diagnostics.map((diagnostic) => diagnostic.suggestions.length)
    expect(counts).toEqual([1, 0])
  })
})

describe('junit', () => {
  const child = ({ children }: XmlElement, name: string) => children.filter((each) => each.name === name)
  const counts = (cases: XmlElement[]) => ({ tests: String(cases.length), failures: String(cases.filter((each) => child(each, 'failure').length > 0).length), errors: '0' })

  test.each(REPORTS)('%o has counts that agree with its test cases', async (report) => {
    const root = readXml(await print('junit', report()))
    const all = child(root, 'testsuite').flatMap((suite) => {
      const cases = child(suite, 'testcase')
      expect(suite.attributes).toMatchObject(counts(cases))
      return cases
    })
    expect(root.attributes).toMatchObject(counts(all))
    expect(all.length).toBe(Math.max(1, report().diagnostics.length))
  })

  test('errors and warnings fail, infos pass', async () => {
    const cases = child(readXml(await print('junit', everyday())), 'testsuite').flatMap((suite) => child(suite, 'testcase'))
    const verdicts = cases.map((each) => each.children[0]!.attributes.type ?? each.children[0]!.name)
    expect(verdicts).toEqual(everyday().diagnostics.map(({ severity }) => (severity === 'info' ? 'system-out' : severity)))
  })
})

test('checkstyle holds each finding at its place, exactly', async () => {
  const root = readXml(await print('checkstyle', everyday()))
  const found = root.children.flatMap((file) => file.children.map((error) => ({ file: file.attributes.name, ...error.attributes })))
  const expected = everyday().diagnostics.map(({ file, start, severity, message, rule }) => {
    return { file, line: String(start.line), column: String(start.column), severity, message, source: `podlint.${rule}` }
  })
  expect(found).toEqual(expected)
})

test('the blocks of tap are YAML that says what json says', async () => {
  for (const report of [everyday(), hostile()]) {
    const blocks = (await print('tap', report)).match(/^ {2}---\n[^]*?^ {2}\.\.\.$/gm) ?? []
    const found = blocks.map((block) => parse(block.replace(/^ {2}---\n/, '').replace(/ {2}\.\.\.$/, '')) as Record<string, unknown>)
    const { diagnostics } = JSON.parse(await print('json', report)) as Report
    expect(found.map(({ rule, message, line, endColumn }) => [rule, message, line, endColumn])).toEqual(diagnostics.map(({ rule, message, start, end }) => [rule, message, start.line, end.column]))
  }
})
