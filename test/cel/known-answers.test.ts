import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Engine } from '../../src/cel/engine.ts'
import { KnownAnswers } from '../../src/cel/known-answers.ts'
import type { Answer, Task } from '../../src/schema/expressions.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'podlint-answers-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files = () => readdirSync(folder).filter((name) => name.endsWith('.podlint-answers')).map((name) => join(folder, name))

const schema = { type: 'object', properties: { size: { type: 'integer', 'x-kubernetes-validations': [{ rule: 'self < 3', message: 'too large' }] } } }
const resources = (...sizes: number[]): Task => ({ resources: { schema, objects: sizes.map((size) => ({ size })) } })
const wrong: Task = { schema: { type: 'object', 'x-kubernetes-validations': [{ rule: 'self.nothing' }] } }
const policy = (...names: string[]): Task => ({
  policy: { params: false, expressions: [{ role: 'validation', text: "object.metadata.name != 'b'" }], inputs: names.map((name) => ({ object: { apiVersion: 'example.com/v1', kind: 'A', metadata: { name } }, unknown: [], params: null, request: {}, namespace: null })) },
})

describe('the engine', () => {
  /** So little that none that is asked survives it. */
  const NO_TIME = 0.001
  async function ask(tasks: readonly Task[], patience?: number, minor = 37): Promise<Answer[]> {
    const engine = new Engine(folder, patience)
    try {
      return await engine.answers({ minor, tasks })
    } finally {
      await engine.end()
    }
  }

  test('is not asked what an earlier run has asked', async () => {
    const tasks = [wrong, resources(1, 5, 2, 7), policy('a', 'b')]
    const first = await ask(tasks)
    expect(first.map(({ faults = [], outcomes = [] }) => [...faults.map(({ index }) => index), ...outcomes.map(({ input }) => input)])).toEqual([[0], [1, 3], [1]])
    expect(await ask(tasks, NO_TIME)).toEqual(first)
    expect((await ask([resources(7, 2)], NO_TIME))[0]!.faults).toMatchObject([{ index: 0, detail: 'too large' }])
    expect((await ask([policy('b')], NO_TIME))[0]!.outcomes).toMatchObject([{ input: 0 }])
  })

  test('is asked only about what has changed, for each minor', async () => {
    await ask([resources(1, 5)])
    const failure = 'it took more than 0.001 seconds'
    expect(await ask([resources(1, 5, 6)], NO_TIME)).toEqual([{ failure }])
    expect(await ask([resources(1, 5)], NO_TIME, 36)).toEqual([{ failure }])
    expect((await ask([resources(6, 1, 5)]))[0]!.faults!.map(({ index }) => index)).toEqual([0, 2])
  })
})

/** Answers itself, in place of the engine. */
async function run(tasks: readonly Task[], answer: (task: Task) => Answer = () => ({})): Promise<{ answers: Answer[]; asked: Task[] }> {
  const asked: Task[] = []
  const known = new KnownAnswers(folder, 'one')
  const answers = await known.answers(37, tasks, async (all) => {
    asked.push(...all)
    return all.map(answer)
  })
  known.save()
  return { answers, asked }
}

const device = (text: string): Task => ({ devices: [text] })
const faultOf = (detail: string): Answer => ({ faults: [{ index: 0, type: 'Invalid', detail }] })

describe('answers', () => {
  test('to the same question are asked for once in a run', async () => {
    const known = new KnownAnswers(undefined, 'one')
    let count = 0
    const ask = async (all: readonly Task[]) => {
      count += all.length
      return all.map(() => faultOf('no'))
    }
    expect(await Promise.all([known.answers(37, [device('a'), device('a')], ask), known.answers(37, [device('a')], ask)])).toEqual([[faultOf('no'), faultOf('no')], [faultOf('no')]])
    expect(count).toBe(1)
  })

  test('that failed are asked for again', async () => {
    await run([device('a')], () => ({ failure: 'no memory' }))
    expect((await run([device('a')])).asked).toEqual([device('a')])
  })

  test('to integers and strings that look alike differ', async () => {
    await run([{ schema: { maximum: 9223372036854775807n } }])
    expect((await run([{ schema: { maximum: '9223372036854775807' } }])).asked).toHaveLength(1)
    expect((await run([{ schema: { maximum: 9223372036854775807n } }])).asked).toHaveLength(0)
  })

  test('of several runs at a time are kept', async () => {
    const [one, other] = [new KnownAnswers(folder, 'one'), new KnownAnswers(folder, 'one')]
    await one.answers(37, [device('a')], async () => [{}])
    await other.answers(37, [device('b')], async () => [faultOf('no')])
    one.save()
    other.save()
    expect(await run([device('a'), device('b')])).toEqual({ answers: [{}, faultOf('no')], asked: [] })
  })

  test('are of one engine', async () => {
    await run([device('a')])
    const other = new KnownAnswers(folder, 'other')
    let count = 0
    await other.answers(37, [device('a')], async (all) => all.map(() => (count++, {})))
    expect(count).toBe(1)
  })

  test('are not trusted when a single byte of them is wrong, or when others may have written them', async () => {
    await run([device('a')], () => faultOf('no'))
    const [file = ''] = files()
    const sound = readFileSync(file)
    expect(statSync(file).mode & 0o077).toBe(0)
    for (const spoil of [() => writeFileSync(file, sound.map((byte, at) => (at === 60 ? byte ^ 1 : byte))), () => writeFileSync(file, 'short'), () => writeFileSync(file, ''), () => chmodSync(file, 0o666)]) {
      writeFileSync(file, sound)
      spoil()
      expect((await run([device('a')], () => faultOf('no'))).asked).toHaveLength(1)
      expect(readFileSync(file).equals(sound)).toBe(true)
    }
  })

  test('take two megabytes, and those that were not used last are forgotten', async () => {
    const long = 'x'.repeat(400_000)
    for (let i = 0; i < 8; i++) await run([device('always'), device(String(i))], () => faultOf(long))
    expect(files()).toHaveLength(1)
    expect(statSync(files()[0]!).size).toBeLessThan(2 * 2 ** 20 + 100)
    expect((await run([device('always'), device('7'), device('6')])).asked).toEqual([])
    expect((await run([device('0')])).asked).toEqual([device('0')])
  })
})
