/** `podlint test-rules`, and the rules of docs/writing-rules.md. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { emptyFolder, run } from '../child-process.ts'
import { folder, podlint } from '../cli/run-cli.ts'
import { buildTo, write } from '../integrations/doors.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/writing-rules.md'), 'utf8')
const files = Object.fromEntries([...page.matchAll(/^```\w+\n(?:\/\/|#) (\S+)\n([^]*?)^```$/gm)].map(([, name, text]) => [name!, text!]))

const RULE = (fields: string) => `export default { id: 'acme-no-latest', severity: 'error', fixable: 'safe',
  visit: { container(c, { report }) { const place = c.at('image'); if (c.value.image?.endsWith(':latest')) report(place, 'Latest', (fix) => fix.replaceValue(place, 'a:1')) } },
  ${fields} }`
const POD = (image: string) => `apiVersion: v1\\nkind: Pod\\nmetadata: {name: a}\\nspec:\\n  containers:\\n  - name: a\\n    image: ${image}\\n`
const tried = (fields: string, args: readonly string[] = ['./a.mjs']) => podlint(['test-rules', ...args], { cwd: folder({ 'a.mjs': RULE(fields), 'podlint.yaml': 'plugins: [./a.mjs]\n' }) })

describe('examples', () => {
  test('that are as they say', async () => {
    expect(await tried(`bad: [{yaml: '${POD('a:latest # ✖ Latest')}', fixed: '${POD('a:1')}'}], good: [{title: 'one', yaml: '${POD('a:1')}'}]`)).toEqual({ code: 0, stdout: 'ok      acme-no-latest: 2 examples\n1 rule, 2 examples: all as they say\n', stderr: '' })
  })

  test.each([
    ['a finding that is missing', `bad: [{yaml: '${POD('a:1 # ✖ Latest')}'}]`, ['wrong: example 1', 'expected 7: Latest', 'in a CronJob, expected Latest']],
    ['a finding too many', `good: [{title: 'one', yaml: '${POD('a:latest')}'}]`, ['right: one', 'got      7: Latest']],
    ['another message', `bad: [{yaml: '${POD('a:latest # ✖ Last')}'}]`, ['expected 7: Last', 'got      7: Latest']],
    ['another fix', `bad: [{yaml: '${POD('a:latest # ✖ Latest')}', fixed: '${POD('a:2')}'}]`, ['fixed, expected 7:     image: a:2', 'fixed, got      7:     image: a:1']],
    ['no mark', `bad: [{yaml: '${POD('a:latest')}'}]`, ['no line has a mark such as `# ✖ message`']],
  ])('with %s', async (_, fields, lines) => {
    const { code, stdout } = await tried(fields)
    expect(code).toBe(1)
    expect(stdout).toContain('failed  acme-no-latest: 1 example\n')
    for (const line of lines) expect(stdout).toContain(`  ${line}\n`)
    expect(stdout).toContain('1 rule, 1 example: 1 failed\n')
  })

  test('that are not there, or not named', async () => {
    expect(await tried('')).toEqual({ code: 2, stdout: 'none    acme-no-latest: it has no examples\n1 rule, 0 examples: all as they say\n', stderr: 'podlint: There is nothing to try: no rule has an example\n' })
    expect((await tried('', [])).stderr).toBe('podlint: podlint.yaml names plugins, which are not run: ./a.mjs; --plugins runs them\n')
    expect((await tried('', ['--plugins'])).stderr).toContain('nothing to try')
    expect((await podlint(['test-rules'], { cwd: folder({}) })).stderr).toBe('podlint: There are no settings; to try one: podlint test-rules ./policies/*.mjs\n')
  })

  test('of a rule that throws', async () => {
    const cwd = folder({ 'a.mjs': `export default { id: 'acme', severity: 'info', visit: { object() { throw new Error('boom') } }, good: [{ yaml: '${POD('a:1')}' }] }` })
    expect((await podlint(['test-rules', './a.mjs'], { cwd })).stderr).toBe('podlint: acme: the plugin a.mjs failed to check this: boom\n')
  })
})

describe('the page', () => {
  const dist = join(emptyFolder(), 'dist')
  beforeAll(() => buildTo(dist))
  const program = join(dist, 'podlint.cjs')

  test('has rules that run as bundled, where podlint is installed nowhere', () => {
    const cwd = emptyFolder()
    write(cwd, { ...files, 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: b}\nspec:\n  containers:\n  - name: app\n    image: nginx:1.29.4\n    imagePullPolicy: Always\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: b}\ndata: {HOST: x}\n' })
    expect(Object.keys(files)).toEqual(['policies/own-registry.mjs', 'podlint.yaml', 'policies/no-always-pull.mjs', 'policies/no-host.mjs'])
    const { stdout } = run(process.execPath, [program, '--plugins', '--select', 'custom', '-f', 'concise'], { cwd, code: 1 })
    expect(stdout).toContain('a.yaml:7:12-7:24: error Pod b/a: Container "app" has the image "nginx:1.29.4", must be from registry.example.com [acme-own-registry]')
    expect(stdout).toContain('warning Pod b/a: Container "app" always pulls its image [acme-no-always-pull]')
    expect(stdout).toContain('error ConfigMap b/c: ConfigMap "c" has the key "HOST" [acme-no-host]')
    expect(run(process.execPath, [program, 'test-rules', './policies/*.mjs'], { cwd }).stdout).toContain('ok      acme-no-host: 2 examples\n')
  })

  test('and a module that is not JavaScript is refused in one line', () => {
    const cwd = emptyFolder()
    write(cwd, { 'podlint.yaml': 'plugins: [./a.mjs]\n', 'a.mjs': 'export default {' })
    expect(run(process.execPath, [program, '--plugins'], { cwd, code: 2 }).stderr).toMatch(/^podlint: podlint\.yaml:1:11: The plugin a\.mjs cannot be loaded: SyntaxError: [^\n]+\n$/)
  })
})
