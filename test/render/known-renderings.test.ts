/** Answers of the engine are kept from run to run. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { KnownRenderings } from '../../src/render/known-renderings.ts'
import { keep } from '../../src/wasm/kept-file.cjs'
import { folder } from '../cli/run-cli.ts'

const CACHE = { 'cache/': '' }

function knownIn(root: string, engine = 'one') {
  const asked: object[] = []
  const known = new KnownRenderings(join(root, 'cache'), engine)
  const ask = async (question: object, answer: object = { text: 'a' }) => {
    const given = await known.answer(question, async () => (asked.push(question), answer))
    known.end()
    return given
  }
  return { asked, ask }
}

test('a later run has the answer without asking, of the same question to the same engine', async () => {
  const root = folder(CACHE)
  expect(await knownIn(root).ask({ a: 1 })).toEqual({ text: 'a' })
  const later = knownIn(root)
  expect(await later.ask({ a: 1 }, { text: 'b' })).toEqual({ text: 'a' })
  expect(later.asked).toEqual([])
  expect(await later.ask({ a: 2 }, { text: 'b' })).toEqual({ text: 'b' })
  expect(await knownIn(root, 'other').ask({ a: 1 }, { text: 'c' })).toEqual({ text: 'c' })
})

test('what the engine did not survive is asked again', async () => {
  const root = folder(CACHE)
  await knownIn(root).ask({ a: 1 }, { failure: 'it took more than 60 seconds' })
  expect(await knownIn(root).ask({ a: 1 }, { text: 'b' })).toEqual({ text: 'b' })
})

test('a file that was changed does not count, and the newest stay', async () => {
  const root = folder(CACHE)
  await knownIn(root).ask({ a: 1 })
  const [name] = readdirSync(join(root, 'cache/rendered'))
  const file = join(root, 'cache/rendered', name!)
  writeFileSync(file, Buffer.concat([gzipSync('{"text":"evil"}'), readFileSync(file).subarray(-32)]))
  expect(await knownIn(root).ask({ a: 1 }, { text: 'b' })).toEqual({ text: 'b' })
  for (let i = 0; i < 17; i++) keep(join(root, 'cache/rendered'), `${i}.podlint-rendered`, Buffer.alloc(2 ** 22), Infinity)
  await knownIn(root).ask({ a: 2 })
  expect(readdirSync(join(root, 'cache/rendered')).length).toBeLessThan(18)
})

test('without a folder nothing is kept', async () => {
  const asked: string[] = []
  const known = new KnownRenderings(undefined, 'nothing')
  for (const name of ['a', 'b']) await known.answer({}, async () => (asked.push(name), {}))
  known.end()
  expect(asked).toEqual(['a', 'b'])
})

test('what was answered in the same run is known, also without a folder', async () => {
  const [inRun, asked] = [new Map<string, object>(), [] as string[]]
  for (const name of ['a', 'b']) expect(await new KnownRenderings(undefined, 'one').answer({}, async () => (asked.push(name), { text: name }), inRun)).toEqual({ text: 'a' })
  expect(asked).toEqual(['a'])
})
