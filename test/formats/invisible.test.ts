import { expect, test } from 'vitest'
import { spellOut } from '../../src/formats/invisible.ts'
import { lintText } from '../lint-text.ts'

test.each([
  ['plain ASCII "x"', 'plain ASCII "x"'],
  ['grüße, 日本', 'grüße, 日本'],
  ['web\u200b', 'web<U+200B>'],
  ['\u00a0name', '<U+00A0>name'],
  ['\ufeffa\u202eb\u2066', '<U+FEFF>a<U+202E>b<U+2066>'],
  ['a\u{e0041}', 'a<U+E0041>'],
])('%j', (text, shown) => {
  expect(spellOut(text)).toBe(shown)
})

test('messages name what nobody sees', async () => {
  const { diagnostics } = await lintText('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: shop\n  labels:\n    app: "web\u200b"\n')
  expect(diagnostics.map(({ message }) => message)).toEqual(['Label "app" is "web<U+200B>", must consist of letters, digits, "-", "_" and "."'])
})
