/** Indexes of a Job: numbers and ranges of them in ascending order, such as `1,3-5,7`. */

const NUMBER = /^[+-]?\d+$/

/** How many indexes there are below `completions`, or why the text is wrong. */
export function countIndexes(text: string, completions: number): number | string {
  if (text === '') return 0
  let last = -1
  let total = 0
  for (const part of text.split(',')) {
    const ends = part.split('-')
    if (ends.length > 2 || !ends.every((end) => NUMBER.test(end) && Number(end) <= Number.MAX_SAFE_INTEGER)) return 'must be numbers and ranges separated by commas, such as 1,3-5,7'
    const [from, to] = [Number(ends[0]), Number(ends.at(-1))]
    if (from >= completions || to >= completions) return `must have only indexes below the ${completions} completions`
    if (from <= last || (ends.length === 2 && to <= from)) return 'must be in ascending order'
    total += to - from + 1
    last = to
  }
  return total
}
