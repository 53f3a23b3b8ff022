import { expect, test } from 'vitest'
import { ByNamespace } from '../../src/model/by-namespace.ts'
import { noteUnreadable, unreadableReads } from '../../src/parser/unreadable.ts'

const ITEMS = ['shop', 'tools', '', 'shop'].map((namespace, index) => ({ namespace, index }))

test('those of a namespace, those that may be in any, and without a namespace all', () => {
  const facts = new ByNamespace(ITEMS, (items) => items.map(({ index }) => index))
  expect(facts.of('shop')).toEqual([[0, 3], [2]])
  expect(facts.of('other')).toEqual([[], [2]])
  expect(facts.of('')).toEqual([[0, 1, 2, 3]])
})

test('a fact is found once, and everyone who asks learns that it is unclear', () => {
  const asked: number[] = []
  const facts = new ByNamespace(ITEMS, (items) => {
    asked.push(items.length)
    if (items.some(({ index }) => index === 1)) noteUnreadable()
  })
  const isUnclear = (namespace: string) => {
    const before = unreadableReads()
    facts.of(namespace)
    return unreadableReads() !== before
  }
  expect(['tools', 'shop', 'tools', 'shop'].map(isUnclear)).toEqual([true, false, true, false])
  expect(asked).toEqual([1, 1, 2])
})
