import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { Engine } from '../../src/cel/engine.ts'
import type { Task } from '../../src/schema/expressions.ts'

const validation = (text: string): Task => ({ admission: { params: false, expressions: [{ role: 'validation', text }] } })

const folder = mkdtempSync(join(tmpdir(), 'podlint-engine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function ask(minor: number, tasks: readonly Task[], engine = new Engine(undefined)) {
  try {
    return await engine.answers({ minor, tasks })
  } finally {
    await engine.end()
  }
}

describe('answers', () => {
  test('each task has its own', async () => {
    const [good, bad] = await ask(37, [validation('object.spec.replicas > 1'), validation('object.spec.replicas > nothing')])
    expect(good).toEqual({})
    expect(bad!.faults).toEqual([{ index: 0, type: 'Invalid', detail: expect.stringContaining("1:24: undeclared reference to 'nothing'") as string }])
  })

  test('functions are those of the minor', async () => {
    const engine = new Engine(undefined)
    const isKnown = async (minor: number, text: string) => (await engine.answers({ minor, tasks: [validation(text)] }))[0]!.faults === undefined
    expect(await isKnown(30, 'isIP("1.2.3.4")')).toBe(false)
    expect(await isKnown(31, 'isIP("1.2.3.4")')).toBe(true)
    expect(await isKnown(33, '[1].first().hasValue()')).toBe(false)
    expect(await isKnown(37, '[1].first().hasValue()')).toBe(true)
    await engine.end()
  })

  test('integers may be larger than those of JavaScript', async () => {
    const schema = { type: 'object', properties: { spec: { type: 'object', 'x-kubernetes-validations': [{ rule: 'self.nothing' }], properties: { text: { type: 'string', maxLength: 9223372036854775807n } } } } }
    expect((await ask(37, [{ schema }]))[0]!.faults).toHaveLength(1)
  })
})

describe('an engine that gives no answer', () => {
  test('is ended when it takes too long, and costs only the tasks that it was asked', async () => {
    const engine = new Engine(undefined, 0.001)
    const answers = await engine.answers({ minor: 37, tasks: [validation('true'), validation('false')] })
    expect(answers).toEqual([1, 2].map(() => ({ failure: 'it took more than 0.001 seconds' })))
    await engine.end()
  })

  test('that fails at one task answers the others', async () => {
    // No such thing is ever asked: it stands for whatever makes the engine itself fail.
    const [first, second] = await ask(37, [{ devices: 1 } as unknown as Task, validation('nothing')])
    expect(first!.failure).toContain('cannot unmarshal number')
    expect(second!.faults).toHaveLength(1)
  })
})

const keptAs = (ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending))
let asked = 0
/** As in a process of its own, which has not compiled it yet. */
async function works() {
  vi.resetModules()
  const { Engine: NewEngine } = await import('../../src/cel/engine.ts')
  // Something else each time, for what it has answered is kept as well.
  return (await ask(37, [validation(`${asked++} >= 0`)], new NewEngine(folder)))[0]
}

describe.each(['code', 'memory'])('the decompressed %s', (what) => {
  const kept = () => keptAs(what === 'code' ? '.podlint-engine' : '.podlint-memory')

  test('is kept, and read again', async () => {
    expect(await works()).toEqual({})
    expect(kept()).toHaveLength(1)
    expect(await works()).toEqual({})
  })

  test('is not trusted when a single byte of it is wrong, or when others may have written it', async () => {
    const file = join(folder, kept()[0]!)
    const sound = readFileSync(file)
    for (const spoil of [() => writeFileSync(file, sound.map((byte, at) => (at === 1000 ? byte ^ 1 : byte))), () => writeFileSync(file, 'short'), () => writeFileSync(file, ''), () => chmodSync(file, 0o666)]) {
      writeFileSync(file, sound)
      spoil()
      expect(await works()).toEqual({})
      // It was replaced.
      expect(readFileSync(file).equals(sound)).toBe(true)
    }
  })
})

describe('the decompressed code', () => {
  const kept = () => keptAs('.podlint-engine')

  test('is read and compiled once in a process', async () => {
    expect(await works()).toEqual({})
    for (const name of kept()) rmSync(join(folder, name))
    const { Engine: SameEngine } = await import('../../src/cel/engine.ts')
    expect(await ask(37, [validation('1 > 0')], new SameEngine(folder))).toEqual([{}])
    expect(kept()).toEqual([])
  })

  test('is not kept in a folder that others can write to', async () => {
    chmodSync(folder, 0o777)
    for (const name of kept()) rmSync(join(folder, name))
    expect(await works()).toEqual({})
    expect(kept()).toEqual([])
  })
})
