import { expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

// A text that begins with a line break: what stands above the first line is nothing, not that line break again.
test.each(['\n', '\n\n', '\r\n', '# TODO\n\n', '\n# TODO\n'])('comments above an object, after %j', async (above) => {
  const { diagnostics } = await lintText(`${above}apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n`, { rules: ['no-todo-comment'] })
  expect(diagnostics.map(({ start }) => start.line)).toEqual(above.includes('TODO') ? [above.indexOf('#') + 1] : [])
})
