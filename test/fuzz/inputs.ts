/** Everything that users write: settings, baselines, comments and annotations, Markdown, manifests. Whatever it is, podlint says what is wrong, at a place, soon, and with the same exit code in each format. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBaseline } from '../../src/cli/baseline-file.ts'
import { main } from '../../src/cli/main.ts'
import type { Host } from '../../src/cli/host.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { exampleText } from '../../src/engine/define-rule.ts'
import { Linter } from '../../src/lint.ts'
import { FORMATS } from '../../src/reporters/index.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { allRules } from '../../src/rules.ts'
import { UsageError } from '../../src/usage-error.ts'
import { mutateText } from './mutate-text.ts'
import { unsound } from './properties.ts'
import { Random } from './random.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Microseconds of the processor, its engines for expressions among them: nothing that a mutation makes is worth more. */
const PATIENCE = 15_000_000
/** Of so many texts, one is printed in every format. */
const PRINTED = 25

const MANIFESTS = [...readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.yaml')).map((name) => read(`examples/${name}`)), ...documentedRules().flatMap(({ bad, good }) => [...bad, ...good].map(({ yaml }) => exampleText(yaml)))]
const MARKDOWN = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => read(`docs/${name}`).slice(0, 20_000))
const SETTINGS = [
  ...MARKDOWN.flatMap((page) => [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].flatMap(([, text]) => (/^(rules|presets|exclude|kubernetesVersions|plugins|overrides|external)\b/m.test(text!) ? text! : []))),
  'presets: [strict, pss-baseline]\nrules:\n  no-host-path: off\n  no-single-replica: {severity: warning, options: {min: 3}}\n  owner-label:\n    rule: require-label\n    severity: error\n    message: "Ask us: {message}"\n    options: {key: owner, pattern: "[a-z]+", kinds: [Deployment]}\nkubernetesVersions: [1.31, "1.37"]\npssVersion: latest\nexclude: [vendor/, "*.gen.yaml"]\ncrds: [crds]\nunknownKinds: {example.com: error, "*": skip}\nexternal: [Secret/*-tls]\nfailOn: warning\nformat: [text, "sarif:out.sarif"]\n',
]
const MARKS = ['# podlint-ignore no-host-path: why', '# podlint-ignore no-host-path, no-privileged-container', '# podlint-ignore-next-line no-floating-image-tag: why', '# podlint-ignore-start security: why', '# podlint-ignore-end', '# podlint-ignore-file no-host-path: why until=2030-01-01']
const ANNOTATIONS = ['podlint.dev/ignore: "no-host-path, no-floating-image-tag: why"', 'podlint.dev/ignore.app: no-privileged-container', 'ignore-check.kube-linter.io/privileged-container: "why"', 'checkov.io/skip1: CKV_K8S_16=why']

type Kind = 'settings' | 'baseline' | 'manifest' | 'markdown' | 'marks'
const KINDS: readonly Kind[] = ['settings', 'baseline', 'manifest', 'marks', 'markdown', 'manifest', 'marks']

const BASELINE = JSON.stringify({ about: 'Written by: podlint baseline write', files: { 'a.yaml': { 'Pod shop/web': { 'no-host-path': { 'spec.volumes[0].hostPath': 1 }, 'require-memory-limit': { 'spec.containers[app]': 2, 'spec.containers[log]': 1 } }, '': { 'valid-yaml': { '': 1 } } }, 'charts/b.yaml': {} } }, null, 2)

const severities = new Map(allRules().map(({ id, severity }) => [id, severity]))

export interface Fault {
  input: number
  kind: Kind
  fault: string
  text: string
}

export interface Fuzzed {
  count: number
  printed: number
  faults: Fault[]
}

/** Until the count is reached, or the time in milliseconds is over. */
export async function fuzzInputs(count: number, seed: number, time = Number.POSITIVE_INFINITY, onProgress: (at: number) => void = () => undefined): Promise<Fuzzed> {
  const random = new Random(seed)
  const faults: Fault[] = []
  const end = Date.now() + time
  let printed = 0
  let input = 0
  for (; input < count && Date.now() < end; input++) {
    const kind = random.of(KINDS)
    const text = textOf(kind, random)
    const begin = process.cpuUsage()
    let fault: string | undefined
    try {
      const isManifest = kind !== 'settings' && kind !== 'baseline'
      fault = isManifest ? await faultOfManifest(kind, text) : await (kind === 'settings' ? faultOfMistakes('podlint.yaml', text, () => parseConfig(text, 'podlint.yaml')) : faultOfBaseline(text))
      if (fault === undefined && isManifest && input % PRINTED === 0) {
        printed++
        fault = await faultOfFormats(kind, text)
      }
    } catch (error) {
      fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
    const taken = process.cpuUsage(begin).user
    if (fault === undefined && taken > PATIENCE) fault = `it took ${Math.round(taken / 1000)} ms of the processor`
    if (fault !== undefined) faults.push({ input, kind, fault, text })
    if (input % 1000 === 999) onProgress(input + 1)
  }
  return { count: input, printed, faults }
}

function textOf(kind: Kind, random: Random): string {
  if (kind === 'baseline') return mutateText(BASELINE, [BASELINE], random)
  if (kind === 'settings') return mutateText(random.of(SETTINGS), SETTINGS, random)
  if (kind === 'markdown') return mutateText(random.of(MARKDOWN), MANIFESTS, random)
  const manifest = random.of(MANIFESTS)
  return mutateText(kind === 'marks' ? marked(manifest, random) : manifest, MANIFESTS, random)
}

/** With comments and annotations for podlint. */
function marked(manifest: string, random: Random): string {
  const lines = manifest.split('\n')
  for (let more = 1 + random.below(3); more > 0; more--) {
    const line = random.below(lines.length)
    const indent = /^ */.exec(lines[line]!)![0]
    if (random.below(3) === 0) lines[line] += ` ${random.of(MARKS)}`
    else lines.splice(line, 0, indent + random.of(MARKS))
  }
  return lines.join('\n').replace(/^( *)metadata:\n/m, (whole, indent: string) => (random.below(2) === 0 ? whole : `${whole}${indent}  annotations:\n${indent}    ${random.of(ANNOTATIONS)}\n`))
}

async function faultOfBaseline(text: string): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'podlint-fuzz-'))
  try {
    const path = join(folder, 'baseline.json')
    writeFileSync(path, text)
    return await faultOfMistakes('baseline.json', text, () => readBaseline(path, 'baseline.json'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** It is read, or there is a list of mistakes with their places. */
async function faultOfMistakes(file: string, text: string, read: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await read()
    return undefined
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length
    // That is said of the file as a whole.
    if (text.includes('\0') && error.lines.length === 1 && error.lines[0]!.endsWith(': it is a binary file')) return undefined
    const odd = error.lines.find((line) => {
      const [, number] = line.startsWith(file) ? (/^:(\d+):\d+: \S/.exec(line.slice(file.length)) ?? []) : []
      return number === undefined ? !/^[\w.]+: and \d+ more$/.test(line) : Number(number) > lines
    })
    return odd === undefined ? undefined : `a mistake without a place: ${odd}`
  }
}

async function faultOfManifest(kind: Kind, text: string): Promise<string | undefined> {
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities, describe: false })
  await linter.add({ file: kind === 'markdown' ? 'a.md' : 'a.yaml', text, named: true })
  const { diagnostics, summary } = await linter.finish()
  const [failure] = linter.failures
  if (failure !== undefined) return `${failure.diagnostic.message}\n${failure.cause instanceof Error ? failure.cause.stack : ''}`
  for (const diagnostic of diagnostics) {
    const fault = unsound(diagnostic, text)
    if (fault !== undefined) return `${fault}: ${JSON.stringify(diagnostic)}`
  }
  const counted = summary.errors + summary.warnings + summary.infos
  return counted === diagnostics.length ? undefined : `${counted} findings are counted, and there are ${diagnostics.length}`
}

/** The exit code is that of the findings, whatever they are printed as. */
async function faultOfFormats(kind: Kind, text: string): Promise<string | undefined> {
  let first: { format: string; code: number } | undefined
  for (const format of Object.keys(FORMATS)) {
    if (NEEDS_MORE.has(format)) continue
    let stderr = ''
    let stdout = ''
    const host: Host = {
      cwd: root,
      env: {},
      stdout: { isTerminal: false, write: (more) => void (stdout += more) },
      stderr: { isTerminal: false, write: (more) => void (stderr += more) },
      readStdin: () => Buffer.from(text),
      isStdinPiped: () => true,
    }
    const code = await main(['--no-config', '--format', format, '--stdin-filename', kind === 'markdown' ? 'a.md' : 'a.yaml', '-'], host)
    if (/an error in podlint itself/.test(stderr)) return `${format}: ${stderr}`
    if (code !== 2 && stdout === '' && FULL.has(format)) return `${format} printed nothing`
    first ??= { format, code }
    if (code !== first.code) return `${first.format} ends with ${first.code}, and ${format} with ${code}: ${stderr}`
  }
  return undefined
}

/** One takes the name of a template; the other is a package that scripts/fuzz-inputs.mjs cannot load. Both are among the formats of test/cli/exit-code.test.ts. */
const NEEDS_MORE: ReadonlySet<string> = new Set(['template', 'pretty'])
/** Formats that are a document of their own. */
const FULL: ReadonlySet<string> = new Set(['json', 'sarif', 'junit', 'checkstyle', 'gitlab', 'rdjson', 'html', 'tap'])
