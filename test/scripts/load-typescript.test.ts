/** Scripts use the sources as they are: those that find files beside them, too. */
import { expect, test } from 'vitest'
import type * as Engine from '../../src/render/engine.ts'
import { loadTypeScript } from '../../scripts/load-typescript.mjs'

test('a module of CommonJS knows its folder', async () => {
  const { RenderEngine } = await loadTypeScript<typeof Engine>('src/render/engine.ts')
  const engine = new RenderEngine(undefined)
  const answer = await engine.buildKustomizations({ texts: { 'a/kustomization.yaml': 'configMapGenerator: [{name: x, options: {disableNameSuffixHash: true}}]\n' }, roots: ['a'] })
  engine.end()
  expect(answer).toMatchObject({ built: [{ text: expect.stringContaining('name: x\n') }] })
})
