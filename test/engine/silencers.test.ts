import { expect, test } from 'vitest'
import { Silencers, type Silencing } from '../../src/engine/silencers.ts'
import { randomFrom } from '../random.ts'

const silencing = (from: number, to: number, ...rules: string[]): Silencing => ({ from, to, rules: new Set(rules), used: new Set() })

test('every one that covers an offset is of use, and no other', () => {
  const [whole, inner, behind, other] = [silencing(0, 100, 'a', 'b'), silencing(10, 20, 'a'), silencing(20, 30, 'a'), silencing(10, 20, 'b')]
  const silencers = new Silencers([behind, inner, whole, other])
  expect(silencers.silences(15, 'a')).toBe(true)
  expect([whole, inner, behind, other].map(({ used }) => [...used])).toEqual([['a'], ['a'], [], []])
  expect(silencers.silences(100, 'a')).toBe(false)
  expect(silencers.silences(15, 'c')).toBe(false)
  expect(silencers.silences(20, 'b')).toBe(true)
  expect([whole, inner, behind, other].map(({ used }) => [...used])).toEqual([['a', 'b'], ['a'], [], []])
})

test('in any order, as when each were held against each', () => {
  const random = randomFrom(1)
  for (let round = 0; round < 200; round++) {
    const all = Array.from({ length: random(12) }, () => {
      const from = random(20)
      return silencing(from, from + random(10), ...['a', 'b'].filter(() => !random.once(3)))
    })
    const wanted = all.map(() => new Set<string>())
    const silencers = new Silencers(all)
    for (let asked = 0; asked < 15; asked++) {
      const [offset, rule] = [random(30), random.pick(['a', 'b'])]
      const covering = all.flatMap(({ from, to, rules }, at) => (from <= offset && offset < to && rules.has(rule) ? [at] : []))
      for (const at of covering) wanted[at]!.add(rule)
      expect(silencers.silences(offset, rule)).toBe(covering.length > 0)
    }
    expect(all.map(({ used }) => [...used].sort())).toEqual(wanted.map((used) => [...used].sort()))
  }
})
