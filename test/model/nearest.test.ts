import { expect, test } from 'vitest'
import { editDistance, nearest } from '../../src/model/nearest.ts'

test('edits', () => {
  for (const [a, b, distance] of [['', '', 0], ['abc', 'abc', 0], ['abc', 'acb', 1], ['abc', 'ab', 1], ['abc', 'abcd', 1], ['abc', 'axc', 1], ['kitten', 'sitting', 3], ['', 'abc', 3]] as const) {
    expect(editDistance(a, b, 5)).toBe(distance)
    expect(editDistance(b, a, 5)).toBe(distance)
  }
  expect(editDistance('kitten', 'sitting', 2)).toBe(3)
  expect(editDistance('a', 'abcdefgh', 2)).toBe(3)
})

test.each([
  ['resource', 'resources'], ['livenessprobe', 'livenessProbe'], ['livenesProbe', 'livenessProbe'], ['prots', 'ports'], ['evn', 'env'], ['xyz', undefined], ['x', undefined], ['imagePullPolcy', 'imagePullPolicy'],
])('%s means %s', (word, meant) => expect(nearest(word, ['ports', 'env', 'livenessProbe', 'readinessProbe', 'resources', 'imagePullPolicy', 'tty'])).toBe(meant))
