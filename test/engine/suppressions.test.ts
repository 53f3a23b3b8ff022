import { describe, expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${spec}  containers:\n    - name: app\n      image: example.com/app:1.0\n`
const RULE = 'no-host-namespace'

async function lint(text: string, file = 'a.yaml'): Promise<{ suppressed: number; found: string[] }> {
  const { diagnostics, summary } = await lintText(text, { rules: [RULE, 'valid-suppression'], file })
  return { suppressed: summary.suppressed, found: diagnostics.map(({ rule, start, end, message }) => (rule === RULE ? `${start.line}` : `${start.line}:${start.column}-${end.column} ${message}`)) }
}

describe('silences', () => {
  test.each([
    ['at the end of the line', '  hostPID: true # podlint-ignore no-host-namespace\n'],
    ['on the line above', '  # podlint-ignore no-host-namespace\n  hostPID: true\n'],
    ['above, at another column, with tabs', '# \tpodlint-ignore\tno-host-namespace\t\n  hostPID: true\n'],
    ['with a reason', '  hostPID: true # podlint-ignore no-host-namespace: it looks at processes, all of them\n'],
    ['among others', '  hostPID: true # podlint-ignore no-naked-pod,no-host-namespace , no-default-namespace\n'],
    ['behind another comment', '  hostPID: true # needed # podlint-ignore no-host-namespace\n'],
    ['behind the mark of a block of text', '  hostname: | # podlint-ignore no-host-namespace\n    a\n  hostPID: true # podlint-ignore no-host-namespace\n'],
  ])('%s', async (_, spec) => {
    expect(await lint(pod(spec))).toEqual({ suppressed: 1, found: [] })
    expect(await lint(pod(spec).replaceAll('\n', '\r\n'))).toEqual({ suppressed: 1, found: [] })
  })

  test('in a fence of Markdown, and in one of many documents', async () => {
    const text = pod('  hostPID: true # podlint-ignore no-host-namespace\n')
    expect(await lint(`# T\n\n\`\`\`yaml\n${text}\`\`\`\n\n\`\`\`yaml\n${pod('  hostPID: true\n')}\`\`\`\n`, 'a.md')).toEqual({ suppressed: 1, found: ['21'] })
    expect(await lint([text, pod('  hostPID: true\n'), text].join('---\n'))).toEqual({ suppressed: 2, found: ['16'] })
  })
})

describe('does not silence', () => {
  test.each([
    ['from a block of text', '  hostname: |\n    # podlint-ignore no-host-namespace\n  hostPID: true\n', 8],
    ['from a quoted string', '  hostPID: true\n  hostname: "a # podlint-ignore no-host-namespace"\n', 6],
    ['from two lines above', '  # podlint-ignore no-host-namespace\n\n  hostPID: true\n', 8],
    ['from the end of the line above', '  hostname: a # podlint-ignore no-host-namespace\n  hostPID: true\n', 7],
  ])('%s', async (_, spec, line) => {
    expect(await lint(pod(spec))).toEqual({ suppressed: 0, found: [String(line)] })
  })

  test('from a string on the same line, as in minified JSON', async () => {
    const text = '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web # podlint-ignore no-host-namespace"},"spec":{"hostPID":true,"containers":[]}}'
    expect(await lint(text)).toEqual({ suppressed: 0, found: ['1'] })
  })
})

describe('a comment that ignores nothing is told', () => {
  test.each([
    ['no-host-namespaces', '20-38 There is no rule "no-host-namespaces", did you mean "no-host-namespace"?'],
    ['no-naked-pod, , xyzzy-plugh', '36-47 There is no rule "xyzzy-plugh"'],
    ['security', '20-28 "security" is a category: name each rule to ignore'],
    ['all: really', '20-23 "all" is not a rule: name each rule to ignore'],
    ['no-naked-pod no-host-namespace', '20-50 "no-naked-pod no-host-namespace" is not a rule: put commas between rules, and a colon before the reason'],
    [': because', '5-19 "podlint-ignore" names no rule, so it ignores nothing'],
    ['', '5-19 "podlint-ignore" names no rule, so it ignores nothing'],
  ])('%s', async (names, message) => {
    expect(await lint(pod(`  # podlint-ignore ${names}\n`))).toEqual({ suppressed: 0, found: [`6:${message}`] })
  })

  test('podlint-ignore-file', async () => {
    expect((await lint(pod('  # podlint-ignore-file no-naked-pod\n'))).found).toEqual(['6:5-24 There is no comment "podlint-ignore-file", only "podlint-ignore"'])
  })

  test('but not in strings, in text about it, or in what is not a manifest', async () => {
    expect(await lint(pod('  hostname: "# podlint-ignore nothing"\n  # see podlint-ignore in its README\n  # podlint-ignored\n'))).toEqual({ suppressed: 0, found: [] })
    expect((await lintText('# podlint-ignore nothing\nimage: a\n', { rules: ['valid-suppression'], file: 'values.yaml' })).diagnostics).toEqual([])
  })
})

test('many comments, real and not, take time as their number', async () => {
  const lines = (count: number) => pod(`  hostname: "${'# podlint-ignore x '.repeat(count)}"\n${'  # podlint-ignore no-naked-pod    x\n'.repeat(count)}  hostPID: true # podlint-ignore a${' '.repeat(count)}b\n`)
  expect((await lint(lines(20_000))).found.length).toBe(20_002)
})
