import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/engine/fixes.ts'
import { lintText } from '../lint-text.ts'

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${spec}  containers:\n    - name: app\n      image: example.com/app:1.0\n`
const RULE = 'no-host-namespace'

/** Without what it says of comments that are not needed: that has its own tests. */
async function lint(text: string, file = 'a.yaml'): Promise<{ suppressed: number; found: string[] }> {
  const { diagnostics, summary } = await lintText(text, { rules: [RULE, 'valid-suppression'], file })
  return { suppressed: summary.suppressed, found: diagnostics.filter(({ message }) => !message.endsWith('the comment could ignore')).map(({ rule, start, end, message }) => (rule === RULE ? `${start.line}` : `${start.line}:${start.column}-${end.column} ${message}`)) }
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
    ['no-host-namespaces', '20-38 Unknown rule "no-host-namespaces", did you mean "no-host-namespace"?'],
    ['no-naked-pod, , xyzzy-plugh', '36-47 Unknown rule "xyzzy-plugh"'],
    ['all: really', '20-23 "all" is not a rule: name each rule or category to ignore'],
    ['no-naked-pod no-host-namespace', '20-50 "no-naked-pod no-host-namespace" is not a rule: put commas between rules, and a colon before the reason'],
    [': because', '5-19 "podlint-ignore" names no rule, so it ignores nothing'],
    ['', '5-19 "podlint-ignore" names no rule, so it ignores nothing'],
  ])('%s', async (names, message) => {
    expect(await lint(pod(`  # podlint-ignore ${names}\n`))).toEqual({ suppressed: 0, found: [`6:${message}`] })
  })

  test.each([
    ['podlint-ignore-lines', '6:5-25 Unknown comment "podlint-ignore-lines", did you mean "podlint-ignore-file"?'],
    ['podlint-ignore-next-lin no-naked-pod', '6:5-28 Unknown comment "podlint-ignore-next-lin", did you mean "podlint-ignore-next-line"?'],
    ['podlint-ignore-forever', '6:5-27 Unknown comment "podlint-ignore-forever", did you mean "podlint-ignore-file"?'],
    ['podlint-ignore-end', '6:5-23 There is nothing that "podlint-ignore-end" could end'],
    ['podlint-ignore-start no-naked-pod', '6:5-25 "podlint-ignore-start" has no "podlint-ignore-end"'],
  ])('%s', async (words, message) => {
    expect((await lint(pod(`  # ${words}\n`))).found).toEqual([message])
  })

  test('but not in strings, in text about it, or in what is not a manifest', async () => {
    expect(await lint(pod('  hostname: "# podlint-ignore nothing"\n  # see podlint-ignore in its README\n  # podlint-ignored\n'))).toEqual({ suppressed: 0, found: [] })
    expect((await lintText('# podlint-ignore nothing\nimage: a\n', { rules: ['valid-suppression'], file: 'values.yaml' })).diagnostics).toEqual([])
  })
})

describe('a comment of which there is no use', () => {
  async function unused(text: string, rules: readonly string[] = [RULE, 'no-naked-pod', 'valid-suppression'], file = 'a.yaml') {
    const { diagnostics } = await lintText(text, { rules, file })
    return diagnostics.filter(({ rule }) => rule === 'valid-suppression').map(({ start, end, message, fix, edits }) => ({ at: `${start.line}:${start.column}-${end.column}`, message, fix, fixed: applyFixes(text, [edits]).text }))
  }
  const nothing = (ids: string) => `${ids} nothing here that the comment could ignore`

  test.each([
    ['on a line of its own', '  # podlint-ignore no-host-namespace: why\n  hostPID: false\n', '  hostPID: false\n', '6:20-37'],
    ['at the end of a line', '  hostPID: false  # podlint-ignore no-host-namespace\n', '  hostPID: false\n', '6:36-53'],
    ['behind another comment', '  hostPID: false # a # podlint-ignore no-host-namespace\n', '  hostPID: false # a\n', '6:39-56'],
    ['beside one that is used', '  hostPID: true # podlint-ignore no-naked-pod , no-host-namespace: why\n', '  hostPID: true # podlint-ignore no-host-namespace: why\n', '6:34-46'],
  ])('%s', async (_, spec, fixed, at) => {
    const id = spec.includes('naked') ? 'no-naked-pod' : RULE
    expect(await unused(pod(spec))).toEqual([{ at, message: nothing(`${id} finds`), fix: 'safe', fixed: pod(fixed) }])
  })

  test('names several rules in vain', async () => {
    expect(await unused(pod('  # podlint-ignore no-host-namespace, no-naked-pod\n'))).toEqual([{ at: '6:20-51', message: nothing('no-host-namespace and no-naked-pod find'), fix: 'safe', fixed: pod('') }])
  })

  test('ends the text', async () => {
    for (const newline of ['\n', '\r\n']) {
      const text = pod('').replaceAll('\n', newline)
      expect((await unused(`${text}# podlint-ignore no-host-namespace`)).map(({ fixed }) => fixed)).toEqual([text.slice(0, -newline.length)])
    }
  })

  test('is not one of a rule that is off, or that looks at several objects and finds something', async () => {
    expect(await unused(pod('  # podlint-ignore no-naked-pod\n'), [RULE, 'valid-suppression'])).toEqual([])
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: web}\n  ports: [{port: 80, targetPort: web}] # podlint-ignore no-unknown-target-port\n'
    const target = pod('').replace('  name: web\n', '  name: web\n  labels: {app: web}\n')
    expect(await unused(`${service}---\n${target}`, ['no-unknown-target-port', 'valid-suppression'])).toEqual([])
    expect(await unused(service, ['no-unknown-target-port', 'valid-suppression'])).toHaveLength(1)
  })

  test('is in a fence of Markdown', async () => {
    const text = `# T\n\n\`\`\`yaml\n${pod('  # podlint-ignore no-host-namespace\n')}\`\`\`\n`
    expect((await unused(text, undefined, 'a.md')).map(({ at, fixed }) => [at, fixed])).toEqual([['9:20-37', text.replace('  # podlint-ignore no-host-namespace\n', '')]])
  })
})

test('many comments, real and not, take time as their number', async () => {
  const lines = (count: number) => pod(`  hostname: "${'# podlint-ignore x '.repeat(count)}"\n${'  # podlint-ignore no-naked-pod    x\n'.repeat(count)}  hostPID: true # podlint-ignore a${' '.repeat(count)}b\n`)
  expect((await lint(lines(20_000))).found.length).toBe(20_002)
})
