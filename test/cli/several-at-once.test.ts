import { expect, test } from 'vitest'
import { severalAtOnce } from '../../src/cli/several-at-once.ts'

test('gives results in the order of the items, and never works on more than it may', async () => {
  let working = 0
  let most = 0
  const work = async (item: number) => {
    most = Math.max(most, ++working)
    // The first takes longest.
    for (let turn = item; turn < 6; turn++) await Promise.resolve()
    working--
    return item * 2
  }
  expect(await severalAtOnce([1, 2, 3, 4, 5], 2, work)).toEqual([2, 4, 6, 8, 10])
  expect(most).toBe(2)
  expect(await severalAtOnce([], 2, work)).toEqual([])
})
