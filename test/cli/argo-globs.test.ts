/** Patterns of `directory.include` and `exclude`, as gobwas/glob reads them. */
import { expect, test } from 'vitest'
import { argoGlob } from '../../src/cli/gitops/argo-globs.ts'

test.each([
  ['*.yaml', ['a.yaml', 'a/b.yaml'], ['a.yml', 'a.yaml.txt']],
  ['**/*.yaml', ['a/b.yaml', 'a/b/c.yaml'], ['a.yaml']],
  ['some/*', ['some/a', 'some/a/b'], ['some', 'other/some/a']],
  ['?.yaml', ['a.yaml', '/.yaml'], ['ab.yaml']],
  ['[ab].yaml', ['a.yaml', 'b.yaml'], ['c.yaml']],
  ['[!ab].yaml', ['c.yaml'], ['a.yaml']],
  ['[a-c]/x', ['b/x'], ['d/x']],
  ['{*.yml,*.yaml}', ['a.yml', 'b/a.yaml'], ['a.json']],
  ['{a,{b,c}/*}.yaml', ['a.yaml', 'b/x.yaml', 'c/x.yaml'], ['b.yaml']],
  ['a{,b}c', ['ac', 'abc'], ['abbc', 'a']],
  [String.raw`\{a,b\}`, ['{a,b}'], ['a', 'b']],
  ['{a', [], ['a', '{a']],
  ['a}', [], ['a', 'a}']],
])('%s', (pattern, those, others) => {
  const isLike = argoGlob(pattern)
  expect(those.filter((path) => !isLike(path))).toEqual([])
  expect(others.filter(isLike)).toEqual([])
})

test('a pattern with more alternatives than anybody means matches nothing, and takes no time', () => {
  for (const pattern of ['{a,b}'.repeat(5000), '{'.repeat(20_000) + '}'.repeat(20_000), '{'.repeat(100_000), `{${'a,'.repeat(50_000)}}`]) expect(argoGlob(pattern)('a')).toBe(false)
})
