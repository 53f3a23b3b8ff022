/** Where a line does not tell of which object a finding is, the object is named. */
import { expect, test } from 'vitest'
import { folder, podlint } from '../cli/run-cli.ts'

const BAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\ndat: {}\n'

const lines = (stdout: string) => stdout.split('\n').filter((line) => line.includes('[no-unknown-field]')).map((line) => line.replace(/^[^ ]+ /, ''))

test.each(['text', 'concise'])('%s: of standard input, and of a file with several objects', async (format) => {
  const message = 'error ConfigMap has no field "dat", did you mean "data"? [no-unknown-field]'
  const named = message.replace('error ', 'error ConfigMap shop/settings: ')
  expect(lines((await podlint(['-f', format, '-'], { stdin: BAD })).stdout)).toEqual([named])
  expect(lines((await podlint(['-f', format], { cwd: folder({ 'a.yaml': BAD }) })).stdout)).toEqual([message])
  expect(lines((await podlint(['-f', format], { cwd: folder({ 'a.yaml': `${BAD}---\n${BAD}` }) })).stdout)).toEqual([named, named])
})

test('of what is rendered the template is named, too', async () => {
  const rendered = `---\n# Source: web/templates/a.yaml\n${BAD}---\n# Source: web/templates/b.yaml\n${BAD}---\n${BAD}`
  expect(lines((await podlint(['-f', 'concise', '-'], { stdin: rendered })).stdout).map((line) => line.slice(0, line.indexOf(': ')))).toEqual([
    'error ConfigMap shop/settings (web/templates/a.yaml)',
    'error ConfigMap shop/settings (web/templates/b.yaml)',
    'error ConfigMap shop/settings',
  ])
})
