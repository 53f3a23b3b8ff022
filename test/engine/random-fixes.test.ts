import { expect, test } from 'vitest'
import { documentedRules } from '../../src/rule-docs.ts'
import { tryFixes } from './try-fixes.ts'

/** The trees have no comments, no charts, and no files beside them. */
const ELSEWHERE: ReadonlySet<string> = new Set(['valid-suppression', 'valid-chart', 'no-duplicate-kustomization-resource'])

// More of it, with other chances: npm run fuzz-fixes -- 50000 1
test('8,000 fixes in random manifests change what they are about, and nothing else', async () => {
  const { fixes, faults } = await tryFixes(8000, 1)
  expect(faults.slice(0, 3).join('\n\n')).toBe('')
  expect([...fixes.keys()].sort()).toEqual(documentedRules().filter(({ id, fixable }) => fixable !== undefined && !ELSEWHERE.has(id)).map(({ id }) => id).sort())
}, 180_000)
