import { expect, test } from 'vitest'
import { isSlip, SlipIndex } from '../../src/model/slip.ts'

test.each([
  ['settings', 'setings', true], ['web', 'wbe', true], ['web-1', 'web-2', false], ['a', 'b', false], ['http', 'https', false],
  // The same words, with another sign between or after them.
  ['my-app', 'my.app', true], ['a-', 'a.', true], ['-a', '.a', true], ['-', '.', true],
])('%s for %s: %j', (wanted, has, slip) => {
  expect(isSlip(wanted, has)).toBe(slip)
  expect(new SlipIndex([has], (name) => name).find(wanted)).toBe(slip ? has : undefined)
})
