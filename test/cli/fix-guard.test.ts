import { describe, expect, test } from 'vitest'
import { applyGuarded, FixGuard } from '../../src/cli/fix-guard.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'

const TEXT = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  hostPID: &on true
  hostIPC: *on
  containers:
    - name: app
      env:
        - {name: A, value: b}
        - {name: A, value: b}
    - name: other # , {
`

/** A finding at `path` that has `before` replaced by `after`. */
function finding(path: string, before: string, after: string, text = TEXT): Diagnostic {
  const offset = text.lastIndexOf(before)
  const at = (where: number) => ({ line: 1, column: 1, offset: where })
  const edits = [{ start: at(offset), end: at(offset + before.length), text: after }]
  return { rule: 'no-test', severity: 'error', message: path, file: 'a.yaml', start: at(offset), end: at(offset + before.length), object: '', path, edits, fix: 'safe', url: '', sourceLine: '' }
}

const harm = (fix: Diagnostic, text = TEXT, file = 'a.yaml') => {
  const [{ start, end, text: after }] = fix.edits as [Diagnostic['edits'][number]]
  return new FixGuard(file, text).harmOf(text.slice(0, start.offset) + after + text.slice(end.offset), [fix])
}

describe('nothing is wrong with', () => {
  test.each([
    ['another value', 'spec.containers[1].name', 'other', 'another'],
    ['another name', 'spec.containers[1].name', 'name: other', 'nam: other'],
    ['a new field', 'spec.containers[1].securityContext.privileged', 'other # , {\n', 'other # , {\n      securityContext: {privileged: false}\n'],
    ['a field less', 'spec.hostIPC', '  hostIPC: *on\n', ''],
    ['an item less, told by its name', 'spec.containers[0].env[1].name', '        - {name: A, value: b}\n', ''],
  ])('%s', async (_, path, before, after) => {
    expect(await harm(finding(path, before, after))).toBeUndefined()
  })
})

describe('it is noticed when', () => {
  test.each([
    ['another value changes', 'spec.containers[0].name', 'other', 'another', 'it would change spec.containers[1].name as well'],
    ['the type of another value changes', 'metadata', 'other', '"1"', 'it would change spec.containers[1].name as well'],
    ['a value changes through an alias', 'spec.hostPID', 'true', 'false', 'it would change spec.hostIPC as well'],
    ['an anchor goes', 'spec.hostPID', '  hostPID: &on true\n', '', 'it would bring a new error: "*on" is read as an alias, but no anchor "&on" comes before it'],
    ['another field goes', 'spec.hostPID', 'kind: Pod\n', '', 'it would change kind as well'],
    ['another field is added', 'spec.hostPID', '    - name: other # , {\n', '    - name: other # , {\nextra: 1\n', 'it would change extra as well'],
    ['another item goes', 'spec.containers[0].name', '    - name: other # , {\n', '', 'it would change spec.containers[1] as well'],
    ['another item is added', 'spec.containers[0].name', '    - name: other # , {\n', '    - name: other # , {\n    - name: third\n', 'it would change spec.containers[2] as well'],
    ['a key is there twice', 'spec.hostIPC', 'hostIPC: *on', 'hostPID: *on', 'it would bring a new error: Key "hostPID" is set twice in the same map'],
    ['a renamed field gets another value', 'spec.containers', 'containers:\n    - name: app', 'container:\n    - name: ape', 'it would change spec.containers[0].name as well'],
    ['a document is cut in two', 'spec.containers[1].name', 'other', 'other\n---\n', 'it would change where documents end'],
  ])('%s', async (_, path, before, after, expected) => {
    expect(await harm(finding(path, before, after))).toBe(expected)
  })

  test('a file becomes unreadable', async () => {
    expect(await harm(finding('metadata.name', '{name: web}', '{name: web'))).toMatch(/^it would bring a new error: /)
  })

  test('JSON is no JSON any more', async () => {
    const json = '{"a": {"b": 1}}'
    expect(await harm(finding('a.b', '1', '1Mi', json), json, 'a.json')).toBe('the file would no longer be JSON')
  })

  test('a fence of Markdown ends elsewhere', async () => {
    const text = `\`\`\`yaml\n${TEXT}\`\`\`\n`
    expect(await harm(finding('spec.containers[1].name', 'other # , {', 'another', text), text, 'a.md')).toBeUndefined()
    expect(await harm(finding('spec.containers[1].name', 'other # , {', 'x\n```\n```yaml\n', text), text, 'a.md')).toBe('it would change which parts of the file are manifests')
  })
})

test('a document may be split where a separator is missing, but not through an alias', async () => {
  const object = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`
  const split = (text: string, before: string) => {
    const found = finding('', before, '', text)
    const [edit] = found.edits as [Diagnostic['edits'][number]]
    return { ...found, edits: [{ ...edit, end: edit.start, text: '---\n' }] }
  }
  const check = async (text: string, before = 'apiVersion') => (await applyGuarded('a.yaml', text, [split(text, before)])).refused.map(({ harm }) => harm)
  expect(await check(object('a') + object('b'))).toEqual([])
  expect(await check(object('a') + object('{a: 1, a: 2}'))).toEqual([])
  expect(await check(object('&a a') + object('*a'))).toEqual(['it would bring a new error: "*a" is read as an alias, but no anchor "&a" comes before it'])
  expect(await check(object('a'), 'metadata')).toEqual(['it would change where documents end'])
})

test('of several fixes those without harm are applied, and the others are told', async () => {
  const good = finding('spec.containers[1].name', 'other', 'another')
  const bad = finding('spec.hostPID', 'true', 'false')
  const overlapping = finding('spec.containers[1].name', 'other #', 'late #')
  const { text, fixed, refused } = await applyGuarded('a.yaml', TEXT, [bad, good, overlapping])
  expect(text).toBe(TEXT.replace('other', 'another'))
  expect(fixed).toEqual([good])
  expect(refused).toEqual([{ finding: bad, harm: 'it would change spec.hostIPC as well' }])
})

test('of two fixes that are fine one by one, but not together, one is applied', async () => {
  const text = 'a: 1\nb: 2\n'
  const { text: after, fixed, refused } = await applyGuarded('a.yaml', text, [finding('a', 'a', 'c', text), finding('b', 'b', 'c', text)])
  expect([after, fixed.length, refused]).toEqual(['c: 1\nb: 2\n', 1, []])
})
