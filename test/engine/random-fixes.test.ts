import { expect, test } from 'vitest'
import { documentedRules } from '../../src/rule-docs.ts'
import { tryFixes } from './try-fixes.ts'

// More of it, with other chances: npm run fuzz-fixes -- 50000 1
test('8,000 fixes in random manifests change what they are about, and nothing else', async () => {
  const { fixes, faults } = await tryFixes(8000, 1)
  expect(faults.slice(0, 3).join('\n\n')).toBe('')
  // The trees have no comments.
  expect([...fixes.keys()].sort()).toEqual(documentedRules().filter(({ id, fixable }) => fixable !== undefined && id !== 'valid-suppression').map(({ id }) => id).sort())
}, 180_000)
