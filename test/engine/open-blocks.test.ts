import { expect, test } from 'vitest'
import { OpenBlocks } from '../../src/engine/open-blocks.ts'
import { randomFrom } from '../random.ts'

const block = (...names: string[]) => ({ names: names.map((text) => ({ text })) })

test('the last one that has all the names is ended, once', () => {
  const [a, ab, b] = [block('a'), block('a', 'b'), block('b')]
  const blocks = new OpenBlocks()
  for (const each of [a, ab, b]) blocks.add(each)
  expect(blocks.end(['a'])).toBe(ab)
  expect(blocks.end(['a', 'b'])).toBe(undefined)
  expect(blocks.end([])).toBe(b)
  expect(blocks.left).toEqual([a])
  const again = block('b', 'a')
  blocks.add(again)
  expect(blocks.end(['b', 'a', 'b'])).toBe(again)
  expect(blocks.end(['c'])).toBe(undefined)
  expect(blocks.end([])).toBe(a)
  expect(blocks.end([])).toBe(undefined)
})

test('a name that was missing before one had it', () => {
  const blocks = new OpenBlocks()
  expect(blocks.end(['a'])).toBe(undefined)
  const a = block('a')
  blocks.add(a)
  expect(blocks.end(['a'])).toBe(a)
})

test('as when all were gone through', () => {
  const random = randomFrom(1)
  const some = () => ['a', 'b', 'c'].filter(() => random.once(2))
  for (let round = 0; round < 100; round++) {
    const [blocks, open] = [new OpenBlocks(), [] as ReturnType<typeof block>[]]
    for (let step = 0; step < 30; step++) {
      if (random.once(2)) {
        const added = block(...some(), 'd')
        blocks.add(added)
        open.push(added)
      } else {
        const wanted = some()
        const at = open.findLastIndex(({ names }) => wanted.every((name) => names.some(({ text }) => text === name)))
        expect(blocks.end(wanted)).toBe(at === -1 ? undefined : open.splice(at, 1)[0])
      }
    }
    expect(blocks.left).toEqual(open)
  }
})
