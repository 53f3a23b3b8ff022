/**
 * The GitHub Action: turns its inputs into flags, runs the bundle beside it, and writes outputs and the job summary.
 * Inputs arrive as variables: `INPUT_` and the name in capitals, hyphens kept.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Report, Summary } from './diagnostic.ts'
import { systemReason } from './files/system-error.ts'
import { UsageError } from './usage-error.ts'

/** Inputs that are handed on as the flag of the same name. */
const VALUES = ['preset', 'select', 'ignore', 'kubernetes-version', 'pss-version', 'upgrade-to', 'config', 'baseline', 'fail-on', 'max-warnings']
const LISTS = ['exclude', 'context']

const { env } = process
const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd()

try {
  process.exitCode = run()
} catch (error) {
  process.exitCode = 2
  annotate(error instanceof UsageError ? error.message : `an error in the action itself: ${error instanceof Error ? error.message : String(error)}`)
}
output('exit-code', process.exitCode)

/** Returns the exit code of podlint. Throws a UsageError. */
function run(): number {
  const folder = resolve(workspace, input('working-directory'))
  if (!isFolder(folder)) throw new UsageError(`The working-directory "${input('working-directory')}" is not a folder`)
  const wanted = { github: isOn('annotations'), markdown: isOn('summary'), sarif: input('sarif-file') !== '', patch: isOn('fix') }

  const temporary = mkdtempSync(join(env['RUNNER_TEMP'] ?? tmpdir(), 'podlint-'))
  try {
    // Into files of our own, so that none of an earlier run can be taken for one of this run.
    const json = join(temporary, 'report.json')
    const table = join(temporary, 'summary.md')
    const sarif = join(temporary, 'report.sarif')
    const patch = join(temporary, 'fixes.patch')
    const formats = ['text', `json:${json}`, ...(wanted.github ? ['github'] : []), ...(wanted.markdown ? [`markdown:${table}`] : []), ...(wanted.sarif ? [`sarif:${sarif}`] : [])]
    const flags = [...VALUES.flatMap((name) => (input(name) === '' ? [] : [`--${name}=${input(name)}`])), ...LISTS.flatMap((name) => lines(name).map((line) => `--${name}=${line}`)), ...plugins(), ...changes()]
    const code = runPodlint([...flags, ...formats.map((format) => `--format=${format}`), '--', ...lines('paths')], folder)

    const summary: Partial<Summary> = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as Report).summary : {}
    output('errors', summary.errors ?? '')
    output('warnings', summary.warnings ?? '')
    output('infos', summary.infos ?? '')
    output('sarif-file', existsSync(sarif) ? placeSarif(sarif, resolve(folder, input('sarif-file'))) : '')
    if (existsSync(table)) append('GITHUB_STEP_SUMMARY', readFileSync(table, 'utf8'))
    if (wanted.patch && code < 2) append('GITHUB_STEP_SUMMARY', patchOf([...flags, `--output-file=${patch}`], folder, patch))
    return code
  } finally {
    rmSync(temporary, { recursive: true })
  }
}

/** The flags for code that the settings name. Whoever opens a pull request from a fork must not have theirs run. */
function plugins(): string[] {
  const isWanted = input('plugins') !== '' && isOn('plugins')
  if (!isFromFork()) return input('plugins') === '' ? [] : [isWanted ? '--plugins' : '--no-plugins']
  if (isWanted) annotate('this is a pull request from a fork: plugins are not run', 'warning')
  return ['--no-plugins']
}

/** What is reported: with a base, what has changed since the work branched off; after a push, what was pushed. */
function changes(): string[] {
  if (!isOn('changed-only')) return []
  const base = env['GITHUB_BASE_REF'] ?? ''
  if (base !== '') return [`--since=origin/${base}`]
  const { before = '' } = event() ?? {}
  // A new branch has none, and a scheduled run is not about a change.
  return /^[0-9a-f]{40,}$/.test(before) && !/^0+$/.test(before) ? [`--since=${before}`] : []
}

interface Event {
  /** Of a push: the commit that was there. */
  before?: string
  repository?: Repository
  pull_request?: { head?: { repo?: Repository | null } }
  workflow_run?: { event?: string; head_repository?: Repository | null }
  issue?: { pull_request?: unknown }
}
interface Repository {
  full_name?: string
}

/** Whether the code may be that of somebody who could not push here. A comment does not tell whose pull request it is on, and an event that cannot be read tells nothing. */
function isFromFork(): boolean {
  if (!existsSync(env['GITHUB_EVENT_PATH'] ?? '')) return false
  const { repository, pull_request: pull, workflow_run: run, issue } = event() ?? { issue: { pull_request: {} } }
  const here = repository?.full_name
  if (pull !== undefined) return here === undefined || pull.head?.repo?.full_name !== here
  if (run !== undefined) return here === undefined || run.head_repository?.full_name !== here
  return issue?.pull_request !== undefined
}

/** What the workflow runs for; undefined when nobody can tell. */
function event(): Event | undefined {
  try {
    return JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as Event
  } catch {
    return undefined
  }
}

/** What GitHub keeps of a summary is 1 MiB, for all of a step. */
const LARGEST_PATCH = 200_000

/** What `--fix` would change, for the job summary. */
function patchOf(flags: readonly string[], cwd: string, file: string): string {
  const { status } = spawnSync(process.execPath, [join(__dirname, 'podlint.cjs'), 'check', '--diff', ...flags, '--', ...lines('paths')], { cwd, stdio: 'ignore' })
  const text = status === 0 || status === 1 ? (existsSync(file) ? readFileSync(file, 'utf8') : '') : undefined
  if (text === undefined) return '\nThe patch could not be made.\n'
  if (text === '') return '\nNothing can be fixed safely.\n'
  if (Buffer.byteLength(text) > LARGEST_PATCH) return '\nThe patch is too large for a summary: `podlint --fix` makes it.\n'
  // The text must not end its fence.
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return `\n<details><summary>What podlint can fix safely: save as fixes.patch, then git apply fixes.patch</summary>\n\n${fence}diff\n${text}${fence}\n\n</details>\n`
}

/** The log has what podlint prints; an annotation says why it could not do its work. */
function runPodlint(flags: readonly string[], cwd: string): number {
  // The command is named, since a folder may be called like one.
  const { error, status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'podlint.cjs'), 'check', ...flags], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  if (error !== undefined) throw error
  // Before the findings, whose annotations may be as many as the runner takes.
  if (status === 0 || status === 1) process.stderr.write(stderr)
  else annotate(stderr.trim())
  process.stdout.write(stdout)
  return status ?? 2
}

/** Returns the path as other steps need it, from the workspace. Throws a UsageError. */
function placeSarif(from: string, to: string): string {
  try {
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to)
  } catch (error) {
    throw new UsageError(`Cannot write the sarif-file "${input('sarif-file')}": ${systemReason(error)}`)
  }
  return relative(workspace, to).split(sep).join('/')
}

function input(name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
}

function lines(name: string): string[] {
  return input(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What YAML 1.2 calls a boolean, as GitHub's own toolkit has it. */
function isOn(name: string): boolean {
  const text = input(name)
  if (/^(true|True|TRUE)$/.test(text)) return true
  if (/^(false|False|FALSE|)$/.test(text)) return false
  throw new UsageError(`The input "${name}" is true or false, not "${text}"`)
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function annotate(message: string, kind: 'error' | 'warning' = 'error'): void {
  process.stdout.write(`::${kind} title=podlint::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`)
}

/** In the form that takes any value; the delimiter cannot be guessed. */
function output(name: string, value: string | number): void {
  const delimiter = `podlint-${randomUUID()}`
  append('GITHUB_OUTPUT', `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
}

/** To the file that a variable of the runner names. */
function append(variable: 'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY', text: string): void {
  const file = env[variable]
  if (file !== undefined && file !== '') appendFileSync(file, text)
}
