/** Comments in templates of charts say as much as those in manifests, with the same words. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const CHART = { '.git/HEAD': '', 'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n' }
/** An object of its own, with unknown fields. */
const object = (name: string, ...lines: string[]) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${lines.join('\n')}\n`
const go = (said: string) => `{{- /* ${said} */}}`

async function lint(files: Readonly<Record<string, string>>, argv: readonly string[] = []) {
  const cwd = folder({ ...CHART, ...files })
  const { stdout, stderr } = await podlint(['-f', 'json', '--today', '2027-01-01', ...argv], { cwd })
  const { diagnostics, summary } = JSON.parse(stdout) as { diagnostics: { rule: string; severity: string; file: string; message: string; start: { line: number } }[]; summary: Record<string, number> }
  return { cwd, stderr, summary, found: diagnostics.map(({ rule, severity, file, message, start }) => `${file.replace('web/templates/', '')}:${start.line} ${severity} ${rule === 'no-unknown-field' ? rule : message}`) }
}

test('all forms cover what they cover elsewhere', async () => {
  const pod = (...lines: string[]) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: example.com/a:1\n${lines.join('\n')}\n`
  const { found, summary } = await lint({
    'web/templates/alone.yaml': pod(`      ${go('podlint-ignore no-unknown-field: a')}`, '      securityContext:', '        {{- if true }}', '        bad: 1', '        {{- end }}', '        worse: 1', '      other: 1'),
    'web/templates/behind.yaml': pod(`      securityContext: ${go('podlint-ignore no-unknown-field')}`.replace('{{- ', '{{'), '        bad: 1', '      other: 1'),
    'web/templates/block.yaml': object('block', go('podlint-ignore-start no-unknown-field'), 'x: 1', 'w: 1', go('podlint-ignore-end'), 'z: 1'),
    'web/templates/category.yaml': object('category', `x: 1 ${go('podlint-ignore validity: all of it')}`),
    'web/templates/file.yaml': object('file', 'x: 1', 'w: 1', go('podlint-ignore-file no-unknown-field: generated')),
    'web/templates/next.yaml': object('next', go('podlint-ignore-next-line no-unknown-field'), 'x: 1', 'w: 1'),
    'web/templates/object.yaml': `${go('podlint-ignore no-unknown-field')}\n${object('object', 'x: 1')}---\n${object('second', 'x: 1')}`,
    'web/templates/peer.yaml': pod('      securityContext:', `        privileged: true ${go('podlint-ignore KSV-0017: x')}`),
  }, ['--ignore', 'no-naked-pod'])
  expect(found).toEqual(['alone.yaml:15 error no-unknown-field', 'behind.yaml:11 error no-unknown-field', 'block.yaml:9 error no-unknown-field', 'next.yaml:7 error no-unknown-field', 'object.yaml:12 error no-unknown-field'])
  expect(summary['suppressed']).toBe(11)
})

test('what is expired, unknown, forbidden or in vain is a finding; the last one can be fixed', async () => {
  const files = {
    'podlint.yaml': 'rules: {no-privileged-container: {suppressible: false}}\nrequireReason: true\n',
    'web/templates/a.yaml': object('a', go('podlint-ignore no-unknown-field until=2026-12-31: later'), 'x: 1'),
    'web/templates/b.yaml': object('b', go('podlint-ignore no-unknown-feild: x'), go('podlint-ignore-nextline no-unknown-field: x'), 'data: {}'),
    'web/templates/c.yaml': object('c', go('podlint-ignore no-privileged-container: x'), go('podlint-ignore no-unknown-field: x'), 'data: {}'),
    'web/templates/d.yaml': object('d', go('podlint-ignore no-unknown-field'), 'x: 1'),
  }
  const { cwd, found } = await lint(files)
  expect(found).toEqual([
    'a.yaml:5 error The comment has expired on 2026-12-31: fix what it ignores, or give a later date',
    'b.yaml:5 warning Unknown rule "no-unknown-feild", did you mean "no-unknown-field"?',
    'b.yaml:6 warning Unknown comment "podlint-ignore-nextline", did you mean "podlint-ignore-next-line"?',
    'c.yaml:5 warning The settings do not let "no-privileged-container" be ignored',
    'c.yaml:6 warning no-unknown-field finds nothing here that the comment could ignore',
    'd.yaml:5 warning The comment gives no reason: write it after a colon',
  ])
  await podlint(['--fix', '--fix-rule', 'valid-suppression'], { cwd })
  expect(readFileSync(join(cwd, 'web/templates/c.yaml'), 'utf8')).toBe(files['web/templates/c.yaml'].replace(`${go('podlint-ignore no-unknown-field: x')}\n`, ''))
})

test('one in Chart.yaml is of use for what rendering the chart finds', async () => {
  expect((await lint({ 'web/Chart.yaml': '# podlint-ignore-file valid-chart: is made whole by the build\napiVersion: v2\nname: web\nversion: 1.0.0\n', 'web/templates/a.yaml': object('a', '# {{ .Values.a }}') })).found).toEqual([])
})

test('--add-ignores writes them in templates, and comments of YAML in patches', async () => {
  const template = object('{{ .Release.Name }}', 'x: {{ .Values.x }}', '{{- with', '  .Values.x }}', 'w: 1', '{{- end }}')
  const files = {
    'web/values.yaml': 'x: 1\n',
    'web/templates/a.yaml': template,
    'prod/kustomization.yaml': 'resources: [a.yaml]\npatches: [{path: patch.yaml}]\n',
    'prod/a.yaml': object('b'),
    'prod/patch.yaml': object('b', 'z: 1'),
  }
  const { cwd } = await lint(files)
  expect((await podlint(['--add-ignores', '--reason', 'old'], { cwd })).stderr).toBe('podlint: ignored 3 findings in 2 files\n')
  expect(readFileSync(join(cwd, 'web/templates/a.yaml'), 'utf8')).toBe(template.replace('x: {{', `${go('podlint-ignore-next-line no-unknown-field: old')}\nx: {{`).replace('w: 1', `${go('podlint-ignore-next-line no-unknown-field: old')}\nw: 1`))
  expect(readFileSync(join(cwd, 'prod/patch.yaml'), 'utf8')).toBe(object('b', '# podlint-ignore-next-line no-unknown-field: old', 'z: 1'))
  expect((await podlint([], { cwd })).stdout).toContain('no findings; 3 suppressed')
  expect((await podlint(['--add-ignores', '--reason', 'a */ b'], { cwd })).stderr).toContain('--reason cannot have "*/"')
})

test('rules of plugins judge what is built, and comments in patches can name them', async () => {
  const plugin = "export default [{ id: 'acme-no-b', severity: 'error', visit: { ConfigMap(object, { report }) { if (object.value.data?.b !== undefined) report(object.at('data', 'b'), 'has b') } } }]"
  const files = { 'podlint.yaml': 'plugins: [./x.mjs]\n', 'x.mjs': plugin, 'prod/kustomization.yaml': 'resources: [a.yaml]\npatches: [{path: patch.yaml}]\n', 'prod/a.yaml': object('a'), 'prod/patch.yaml': object('a', 'data:', '  b: "1"') }
  const run = async (patch: string) => (await podlint(['-f', 'concise', '--plugins'], { cwd: folder({ '.git/HEAD': '', ...files, 'prod/patch.yaml': patch }) })).stdout
  expect(await run(files['prod/patch.yaml'])).toContain('prod/patch.yaml:6:6-6:9: error has b [acme-no-b]')
  expect(await run(object('a', 'data:', '  b: "1" # podlint-ignore acme-no-b: here'))).toContain('no findings; 1 suppressed')
})
