/** What V8 has compiled is taken from a cache only with the flags that it was compiled with. */
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { asUsual, optimiseLate, stayUsual } from '../../src/wasm/v8-flags.ts'

let number = 0
/** Of the same length each time, and nothing that V8 remembers. */
const source = () => `(function () { return ${10_000 + number++} })`
const cachedData = new Script(source()).createCachedData()
const isTaken = () => new Script(source(), { cachedData }).cachedDataRejected === false

// Only this V8 has these flags.
test.runIf(process.versions.v8.startsWith('11.'))('what loads code that is compiled already, and threads that begin, find the flags as usual', () => {
  expect(isTaken()).toBe(true)
  optimiseLate(setFlagsFromString)
  expect(isTaken()).toBe(false)
  expect(asUsual(isTaken)).toBe(true)
  expect(isTaken()).toBe(false)
  const [first, second] = [stayUsual(), stayUsual()]
  expect(isTaken()).toBe(true)
  first()
  first()
  expect(asUsual(isTaken)).toBe(true)
  expect(isTaken()).toBe(true)
  second()
  expect(isTaken()).toBe(false)
  // For the other tests of this process.
  stayUsual()
})
