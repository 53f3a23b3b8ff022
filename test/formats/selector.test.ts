import { expect, test } from 'vitest'
import { isEmptySelector, labelsMatch, selectorMatches, selectorProblems, type LabelSelector } from '../../src/formats/selector.ts'

const problems = (selector: LabelSelector) => selectorProblems(selector).map(({ code, steps }) => `${code} ${steps.join('.')}`)

test('what the API server says', () => {
  expect(problems({ matchLabels: { 'a/b/c': 'x', ok: 'not ok' } })).toEqual(['Invalid matchLabels.a/b/c', 'Invalid matchLabels.ok'])
  expect(problems({ matchExpressions: [{ key: 'a', operator: 'In' }, { key: 'a', operator: 'Exists', values: ['b'] }, { key: 'a', operator: 'in', values: ['b'] }, {}] })).toEqual([
    'Required matchExpressions.0.values',
    'Forbidden matchExpressions.1.values',
    'Invalid matchExpressions.2.operator',
    'Invalid matchExpressions.3.operator',
    'Invalid matchExpressions.3.key',
    'Invalid matchExpressions.3.key',
  ])
  const odd: LabelSelector = { matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['ok', '-'] }] }
  expect(problems(odd)).toEqual(['Invalid matchExpressions.0.values.1'])
})

test.each<[string, LabelSelector | undefined, boolean | undefined]>([
  ['nothing', undefined, false],
  ['empty', {}, true],
  ['labels', { matchLabels: { app: 'web' } }, true],
  ['another value', { matchLabels: { app: 'api' } }, false],
  ['a missing key', { matchLabels: { toString: 'x' } }, false],
  ['In', { matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] }, true],
  ['NotIn of a missing key', { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['web'] }] }, true],
  ['NotIn', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, false],
  ['Exists', { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
  ['DoesNotExist', { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
  ['both parts', { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, false],
  ['broken', { matchLabels: { 'a/b/c': '' } }, undefined],
])('%s', (_, selector, expected) => expect(selectorMatches(selector, { app: 'web' })).toBe(expected))

test('empty selectors and plain labels', () => {
  expect(isEmptySelector({ matchLabels: {}, matchExpressions: [] })).toBe(true)
  expect(isEmptySelector({ matchLabels: { a: '' } })).toBe(false)
  expect(labelsMatch({}, { a: 'b' })).toBe(false)
  expect(labelsMatch({ a: 'b' }, { a: 'b', c: 'd' })).toBe(true)
  expect(labelsMatch({ a: 'b' }, { a: 'c' })).toBe(false)
})
