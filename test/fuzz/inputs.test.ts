import { expect, test } from 'vitest'
import { fuzzInputs } from './inputs.ts'

// More of it: npm run fuzz:inputs
test('a few hundred texts with mistakes are said to be wrong at a place, or taken', async () => {
  const { faults, printed } = await fuzzInputs(400, 7)
  expect(faults).toEqual([])
  expect(printed).toBeGreaterThan(5)
}, 240_000)
