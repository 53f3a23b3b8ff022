import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { unifiedDiff } from '../../src/cli/unified-diff.ts'
import { git, run } from '../child-process.ts'
import { want } from '../want.ts'
import { folder } from './run-cli.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`)

beforeEach((context) => want(context, 'git', 'patch'))

test('equal texts give nothing', () => {
  expect(unifiedDiff('a.yaml', 'a\n', 'a\n')).toBe('')
})

test('changes far apart are hunks of their own, with three lines around them', () => {
  const after = lines(30)
  after[4] = 'changed\n'
  after.splice(20, 1)
  expect(unifiedDiff('k8s/a.yaml', lines(30).join(''), after.join(''))).toBe(`--- a/k8s/a.yaml
+++ b/k8s/a.yaml
@@ -2,7 +2,7 @@
 line 1
 line 2
 line 3
-line 4
+changed
 line 5
 line 6
 line 7
@@ -18,7 +18,6 @@
 line 17
 line 18
 line 19
-line 20
 line 21
 line 22
 line 23
`)
})

test('lines that stay between two changes are not changed', () => {
  const diff = unifiedDiff('a', 'a\nb\nc\nd\ne\n', 'A\nb\nC\nd\nd2\ne\n')
  expect(diff).toBe('--- a/a\n+++ b/a\n@@ -1,5 +1,6 @@\n-a\n+A\n b\n-c\n+C\n d\n+d2\n e\n')
})

test('many small changes stay small, and take no time', () => {
  const before = Array.from({ length: 60_000 }, (_, index) => `${index % 3 === 0 ? 'privileged: true' : '- name: app'}\n`)
  const after = before.map((line) => line.replace('true', 'false'))
  const diff = unifiedDiff('a', before.join(''), after.join(''))
  expect(diff.match(/^-/gm)).toHaveLength(20_001)
})

test.each([
  ['my app.yaml', 'a/my app.yaml\t'],
  ['caf\u00e9.yaml', String.raw`"a/caf\303\251.yaml"`],
  ['a\n::error::b\x1b[31m".yaml', String.raw`"a/a\n::error::b\033[31m\".yaml"`],
  ['back\\slash.yaml', String.raw`"a/back\\slash.yaml"`],
])('the name %j is written as git does, which then applies it', (name, written) => {
  const diff = unifiedDiff(name, 'a\n', 'b\n')
  expect(diff.split('\n')[0]).toBe(`--- ${written}`)
  const cwd = folder({ [name]: 'a\n' })
  writeFileSync(join(cwd, 'fix.patch'), diff)
  git(cwd, 'apply', 'fix.patch')
  expect(readFileSync(join(cwd, name), 'utf8')).toBe('b\n')
})

test.each([
  ['', 'a\n'],
  ['a\n', ''],
  ['a', 'a\n'],
  ['a\n', 'a'],
  ['a\nb', 'a\nc'],
  ['a\r\nb\r\n', 'a\r\nc\r\nb\r\n'],
  ['a\n\n\n\nb\n', 'a\n\n\n\n\n\nb\n'],
  ['x\n'.repeat(20), 'x\n'.repeat(23)],
  ['a\nb\nc\nd\n', 'd\nc\nb\na\n'],
])('%j becomes %j by patch', (before, after) => {
  apply(before, after)
})

test('300 random edits are applied by patch', () => {
  let seed = 7
  const random = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit
  for (let round = 0; round < 300; round++) {
    const before = Array.from({ length: random(40) }, () => `${'abc'[random(3)]}\n`)
    const after = [...before]
    for (let edit = 0; edit < 1 + random(5); edit++) after.splice(random(after.length + 1), random(3), ...Array.from({ length: random(3) }, () => `${'abc'[random(3)]}\n`))
    apply(before.join(''), after.join(''))
  }
})

function apply(before: string, after: string): void {
  const diff = unifiedDiff('f', before, after)
  if (before === after) return expect(diff).toBe('')
  const cwd = folder({ f: before })
  writeFileSync(join(cwd, 'f.patch'), diff)
  run('patch', ['--binary', '-s', '-p1', '-i', 'f.patch'], { cwd })
  // patch removes what is empty afterwards.
  expect(after === '' ? '' : readFileSync(join(cwd, 'f'), 'utf8'), diff).toBe(after)
}
