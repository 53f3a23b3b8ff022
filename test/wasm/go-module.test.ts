/** The modules of Go as they are published: made by engine/build.mjs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { idOf } from '../../src/wasm/go-files.cjs'
import { goModule } from '../../src/wasm/go-module.ts'
import { GoThread } from '../../src/wasm/go-thread.ts'
import { MODULE_IDS } from '../../src/wasm/module-ids.ts'

declare const WebAssembly: { Module: { exports: (module: unknown) => { name: string }[] } }

const NAMES = ['cel', 'render'] as const

describe.each(NAMES)('%s', (name) => {
  test('is known by its content', () => {
    const idAsPublished = (ending: string) => idOf(readFileSync(join(import.meta.dirname, `../../dist/parts/${name}.${ending}.br`)))
    expect({ code: idAsPublished('wasm'), memory: idAsPublished('memory') }).toEqual(MODULE_IDS[name])
  })

  test('begins where it is initialized', () => {
    expect(WebAssembly.Module.exports(goModule(name, undefined, {})()).map((each) => each.name).sort()).toEqual(['answer', 'memory', 'reserve', 'result'])
  })
})

test('files of the charts that were rendered while the module was made are not in it', async () => {
  const thread = new GoThread('render', undefined, 60)
  expect(await thread.ask({ chart: { folder: 'web', again: true, renderings: [] } })).toEqual({ lost: true })
  await thread.end()
})
