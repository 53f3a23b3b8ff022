/** Some of what can be wrong with a manifest, the same every time; `npm run fuzz:objects` tries more, and other. */
import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

test('whatever is wrong: no crash, a sound place and message, the same for all ways to write it', { timeout: 240_000 }, async () => {
  expect(await fuzz(800, 7)).toEqual([])
})
