/** Twice the input is twice the work, for every kind of text that is hard on a linter. Counted, not timed: `bench/worst.mjs` has the times. */
import { workOf } from './work.ts'
import { expect, test } from 'vitest'
import { WORST_INPUTS } from '../bench/worst-inputs.ts'
import { lintText } from './lint-text.ts'

const SIZE = 200

test.each(WORST_INPUTS)('$name', async ({ make }) => {
  const lint = (text: string) => workOf(() => lintText(text))
  // What is kept of names from text to text is then there for all three.
  await lint(make(4 * SIZE))
  const [once, twice, fourTimes] = [await lint(make(SIZE)), await lint(make(2 * SIZE)), await lint(make(4 * SIZE))]
  // What more input costs, so that what every text costs does not count.
  const growth = (fourTimes - twice) / (twice - once)
  expect(growth).toBeLessThan(2.3)
})
