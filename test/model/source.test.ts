import { expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80, targetPort: htpp}]}\n'
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {containers: [{name: web, image: "a:1", ports: [{name: http, containerPort: 80}]}]}\n'

test.each(['\n', '\r', '\r\n', '\u2028', '\u2029', '\x85'])('findings about several objects have the columns of the file, also in a document that begins after %j', async (lineBreak) => {
  // The one in question is before each `---`.
  const text = [pod, pod.replace('name: web,', 'name: other,'), service].map((each) => each.replace(/\n$/, lineBreak)).join('---\n')
  const { diagnostics } = await lintText(text, { rules: ['no-unknown-target-port'] })
  expect(diagnostics.length).toBe(1)
  const [{ start, sourceLine }] = diagnostics as [(typeof diagnostics)[number]]
  expect(start.offset).toBe(text.indexOf('htpp'))
  const before = text.slice(0, start.offset).split(/\r\n|\n|\r/)
  expect([start.line, start.column]).toEqual([before.length, before.at(-1)!.length + 1])
  expect(sourceLine).toBe(text.split(/\r\n|\n|\r/)[start.line - 1])
})

test('a document that begins within a line of the file', async () => {
  const text = `${pod}# a\u2028---\u2028${service.replaceAll('\n', '\u2028')}`
  const { diagnostics } = await lintText(text, { rules: ['no-unknown-target-port'] })
  expect(diagnostics.map(({ start }) => [start.line, start.offset])).toEqual([[5, text.indexOf('htpp')]])
  expect(diagnostics[0]!.start.column).toBe(text.indexOf('htpp') - text.indexOf('# a') + 1)
})

test('the line of a finding in one of several documents is whole, even where YAML breaks lines that files do not', async () => {
  const service = 'apiVersion: v1\u0085kind: Service\u0085metadata: {name: web}\u0085spec: {selector: {app: web}, ports: [{port: 80}]}'
  const text = `${service}\u0085---\u0085apiVersion: v1\u0085kind: Pod\u0085metadata: {name: web, labels: {app: other}}\u0085spec: {containers: [{name: a, image: "b:1"}]}\n`
  const { diagnostics } = await lintText(text, { rules: ['no-service-without-pod'] })
  expect(diagnostics.map(({ sourceLine }) => sourceLine)).toEqual([text.slice(0, -1)])
})
