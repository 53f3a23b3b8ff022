/**
 * The GitHub Action: turns its inputs into flags, runs the bundle beside it, and writes outputs.
 * Inputs arrive as variables: `INPUT_` and the name in capitals, hyphens kept.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import type { Summary } from './diagnostic.ts'

const { env } = process

const input = (name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()

const lines = (name: string): string[] =>
  input(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What YAML 1.2 calls a boolean, as GitHub's own toolkit has it. */
function isOn(name: string): boolean {
  const text = input(name)
  if (/^(true|True|TRUE)$/.test(text)) return true
  if (/^(false|False|FALSE|)$/.test(text)) return false
  return fail(`The input "${name}" must be true or false, not "${text}"`)
}

function fail(message: string): never {
  process.stdout.write(`::error title=podlint::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`)
  process.exit(2)
}

const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd()
const folder = resolve(workspace, input('working-directory'))
if (!existsSync(folder)) fail(`The working-directory "${input('working-directory')}" does not exist`)

const temporary = mkdtempSync(join(env['RUNNER_TEMP'] ?? tmpdir(), 'podlint-'))
const json = join(temporary, 'report.json')
const sarif = input('sarif-file')
const stepSummary = env['GITHUB_STEP_SUMMARY']

const flags = ['preset', 'kubernetes-version', 'config', 'fail-on', 'max-warnings'].flatMap((name) => (input(name) === '' ? [] : [`--${name}=${input(name)}`]))
const formats = [
  'text',
  ...(isOn('annotations') ? ['github'] : []),
  ...(isOn('summary') && stepSummary !== undefined && stepSummary !== '' ? [`markdown:${join(temporary, 'summary.md')}`] : []),
  ...(sarif === '' ? [] : [`sarif:${sarif}`]),
  `json:${json}`,
]
const run = spawnSync(
  process.execPath,
  [join(__dirname, 'podlint.cjs'), ...flags, ...lines('exclude').map((pattern) => `--exclude=${pattern}`), ...formats.map((format) => `--format=${format}`), '--', ...lines('paths')],
  { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
)
if (run.error !== undefined) throw run.error
const code = run.status ?? 2

const summary = (existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')).summary : undefined) as Summary | undefined
const table = join(temporary, 'summary.md')
if (stepSummary !== undefined && existsSync(table)) appendFileSync(stepSummary, readFileSync(table))
rmSync(temporary, { recursive: true })

const isSarifWritten = sarif !== '' && existsSync(resolve(folder, sarif))
output('errors', summary?.errors ?? '')
output('warnings', summary?.warnings ?? '')
output('infos', summary?.infos ?? '')
output('sarif-file', isSarifWritten ? relative(workspace, resolve(folder, sarif)).replaceAll('\\', '/') : '')
output('exit-code', code)
process.exitCode = code

/** In the form that takes any value; the delimiter cannot be guessed. */
function output(name: string, value: string | number): void {
  const file = env['GITHUB_OUTPUT']
  if (file === undefined || file === '') return
  const delimiter = `podlint-${randomUUID()}`
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
}
