import { expect, test } from 'vitest'
import { lean } from '../../scripts/lean-program.mjs'

test.each(['a', '$', 'a$', '$a', '$$'])('short names of esbuild, which may have a dollar sign: %s', (name) => {
  const exports = `${name}0`
  const text = `var ${exports}={};${name}(${exports},{both:()=>both});module.exports=${name}(${exports});var b=require("node:fs"),c=require("node:fs"),both=[b,c];`
  const module = { exports: {} as { both?: unknown } }
  const required: string[] = []
  new Function('module', 'require', lean(text))(module, (built: string) => required.push(built))
  expect(module.exports.both).toEqual([1, 1])
  expect(required).toEqual(['node:fs'])
})

test('another ending of the program is an error', () => {
  expect(() => lean('exports.a=1')).toThrow('module.exports')
})
