/** `podlint policy test`: holds policies against cases that lie beside them, each an object and what is expected of it. */
import { dirname, posix } from 'node:path'
import type { Engine } from '../cel/engine.ts'
import type { Judgment } from '../cel/policies/judgments.ts'
import { Linter } from '../lint.ts'
import type { KubernetesObject } from '../model/object.ts'
import { appendStep, type Step } from '../model/field-path.ts'
import { Source } from '../model/source.ts'
import { TapeObject } from '../model/tape-object.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { plural } from '../reporters/plural.ts'
import { objectsOf } from '../schema/identify.ts'
import type { Fields } from '../schema/stored-object.ts'
import { loadTable } from '../schema/table.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { minorNumber } from '../versions.ts'
import { cacheFolder } from './cache-folder.ts'
import type { ExitCode } from './exit-code.ts'
import type { FlagValues } from './flags.ts'
import type { Host } from './host.ts'
import { findGiven, InputError, type Input } from './inputs.ts'
import { readSettings } from './settings.ts'
import { tell } from './tell.ts'

const VERDICTS = ['allow', 'deny', 'warn', 'audit'] as const
type Verdict = (typeof VERDICTS)[number]
const VERDICT_OF = { error: 'deny', warning: 'warn', info: 'audit' } as const

const FIELDS = ['name', 'object', 'expect', 'message', 'path', 'with'] as const

interface Case {
  file: string
  line: number
  name: string
  expect: Verdict
  /** Part of a message. */
  message: string | undefined
  /** Of the field that the expression reads last. */
  path: string | undefined
  object: KubernetesObject
  with: readonly KubernetesObject[]
}

interface Result {
  file: string
  line: number
  name: string
  expected: Verdict
  verdict: Verdict | 'undecided'
  reasons: readonly string[]
  ok: boolean
}

/** Throws a UsageError. */
export async function policyTest(operands: readonly string[], flags: FlagValues, host: Host): Promise<ExitCode> {
  const settings = await readSettings(flags, host)
  const { kubernetesVersions: [minor = '', ...others] } = settings
  if (others.length > 0) throw new UsageError('Policies are tested for one version: --kubernetes-version 1.37')
  const { inputs, problems } = await findGiven(operands.length === 0 ? ['.'] : operands, settings)
  const reader = new Reader(minor)
  for (const input of inputs) problems.push(...(await reader.add(input)))
  const crds = await findGiven(settings.crds, settings)
  const definitions = new Reader(minor)
  for (const input of crds.inputs) problems.push(...(await definitions.add(input)))
  problems.push(...crds.problems)
  // What the server would refuse of a policy makes every verdict worthless.
  const linter = new Linter({ kubernetesVersions: [minor], severities: settings.rules.severities, policyFiles: new Set(), cacheFolder })
  for (const { file, text } of reader.manifests) {
    const mistakes = await linter.addPolicies(file, text)
    problems.push(...mistakes.map(({ source, start, message }) => `${file}:${source.position(start).line}:${source.position(start).column}: ${message}`))
  }
  await linter.finish()
  if (reader.cases.length === 0 && problems.length === 0) problems.push('No cases found: a file with cases has a list "cases", see docs/policies.md')
  if (problems.length > 0) {
    tell(host.stderr, problems[0]!, ...problems.slice(1))
    return 2
  }
  const { Engine } = await import('../cel/check.ts')
  const { CustomResources } = await import('../schema/crd/custom-resources.ts')
  const engine = new Engine(cacheFolder())
  const results: Result[] = []
  try {
    for (const each of reader.cases) {
      const around = [...each.with, ...reader.beside(each.file)]
      const custom = new CustomResources([...around, ...definitions.manifests.flatMap(({ objects }) => objects)], { catalogue: settings.catalogue })
      results.push(await run(engine, minor, each, around, (object) => custom.valueIn(object, minorNumber(minor))))
    }
  } finally {
    engine.end()
  }
  host.stdout.write(flags.json === true ? `${JSON.stringify(results, null, 2)}\n` : text(results))
  return results.every(({ ok }) => ok) ? 0 : 1
}

async function run(engine: Engine, minor: string, { file, line, name, expect, message, path, object }: Case, objects: readonly KubernetesObject[], customValue: (object: KubernetesObject) => Fields | undefined): Promise<Result> {
  const { judge, policiesOf, Surroundings } = await import('../cel/policies/violations.ts')
  const around = new Surroundings([object, ...objects], minor, customValue)
  const subject = around.subject(object)
  const { bound } = policiesOf({ objects, isGiven: () => true })
  const { judgments, failures } = subject === undefined ? { judgments: [], failures: new Map<never, string>() } : await judge(engine, minor, bound, [subject], around, true)
  const found = judgments.filter(({ kind }) => kind !== 'open')
  const worst = (['error', 'warning', 'info'] as const).find((severity) => found.some(({ binding }) => binding.severity === severity))
  const open = [...judgments.filter(({ kind }) => kind === 'open').map(({ policy, reasons }) => `policy "${policy.name}" needs ${reasons.join(', ')}`), ...failures.values()]
  const verdict = worst !== undefined ? VERDICT_OF[worst] : open.length > 0 ? 'undecided' : 'allow'
  const reasons = worst === undefined ? open : found.map(({ policy, reasons: own }) => `policy "${policy.name}": ${own.join('; ')}`)
  const isMeant = (each: Judgment): boolean => (message === undefined || each.reasons.some((reason) => reason.includes(message))) && (path === undefined || pathOf(each) === path)
  const ok = verdict === expect && (worst === undefined || found.some(isMeant))
  const paths = path === undefined || ok ? [] : [...new Set(found.map((each) => `at ${pathOf(each)}`))]
  return { file, line, name, expected: expect, verdict, reasons: [...new Set(reasons), ...paths], ok }
}

const pathOf = ({ outcome }: Judgment): string => (outcome?.read ?? []).reduce<string>((path, step: Step) => appendStep(path, step), '')

function text(results: readonly Result[]): string {
  const lines = results.map(({ file, line, name, expected, verdict, reasons, ok }) => {
    const why = reasons.length === 0 ? '' : `: ${reasons.join('; ')}`
    return ok ? `ok    ${file}:${line} ${name}` : `FAIL  ${file}:${line} ${name}: expected ${expected}, got ${verdict}${why}`
  })
  const failed = results.filter(({ ok }) => !ok).length
  return `${lines.join('\n')}\n\n${plural(results.length, 'case')}: ${failed === 0 ? 'all as expected' : `${failed} not as expected`}\n`
}

/** Tells files with cases from manifests. */
class Reader {
  readonly cases: Case[] = []
  readonly manifests: { file: string; text: string; objects: readonly KubernetesObject[] }[] = []
  private readonly minor: string

  constructor(minor: string) {
    this.minor = minor
  }

  /** What is wrong with it. */
  async add({ file, read }: Input): Promise<string[]> {
    let content: string
    try {
      content = read().text
    } catch (error) {
      if (error instanceof InputError) return [error.message]
      throw error
    }
    const tape = new Tape()
    const documents = await parse(content, tape, file.endsWith('.json'))
    const source = new Source(file, content)
    const at = (offset: number, message: string) => `${file}:${source.position(offset).line}:${source.position(offset).column}: ${message}`
    const broken = documents.flatMap(({ problems }) => problems.map(({ start, message }) => at(start, message)))
    if (broken.length > 0) return broken
    const roots = documents.flatMap(({ root }) => (root === -1 ? [] : root))
    const hasCases = roots.some((root) => tape.isMap(root) && tape.find(root, 'cases') !== -1 && tape.find(root, 'kind') === -1)
    if (!hasCases) {
      this.manifests.push({ file, text: content, objects: roots.flatMap((root) => this.objects(source, tape, root)) })
      return []
    }
    return roots.flatMap((root) => this.addCases(source, tape, root, at))
  }

  /** The manifests of the folder with the cases, and of those below. */
  beside(file: string): KubernetesObject[] {
    const folder = posix.dirname(file)
    return this.manifests.flatMap((each) => (folder === '.' || each.file.startsWith(`${folder}/`) || dirname(each.file) === folder ? each.objects : []))
  }

  private addCases(source: Source, tape: Tape, root: number, at: (offset: number, message: string) => string): string[] {
    const cases = tape.isMap(root) ? tape.find(root, 'cases') : -1
    if (cases === -1 || !tape.isSequence(cases)) return [at(tape.start(root), 'A file with cases has one list, "cases"')]
    const problems: string[] = []
    for (let item = cases + 1, end = tape.next(cases); item < end; item = tape.next(item)) {
      const problem = this.addCase(source, tape, item)
      if (problem !== undefined) problems.push(at(tape.start(problem.node), problem.message))
    }
    return problems
  }

  private addCase(source: Source, tape: Tape, item: number): { node: number; message: string } | undefined {
    if (!tape.isMap(item)) return { node: item, message: 'A case is a map with "object" and "expect"' }
    for (let key = item + 1, end = tape.next(item); key < end; key = tape.next(key + 1)) {
      const name = tape.key(key)
      if (!(FIELDS as readonly string[]).includes(name)) return { node: key, message: `A case has no field "${name}"${didYouMean(name, FIELDS)}` }
    }
    const textOf = (field: string): string | undefined => {
      const node = tape.find(item, field)
      return node === -1 || !tape.isScalar(node) || tape.isNull(node) ? undefined : String(tape.scalar(node))
    }
    const expect = textOf('expect') ?? ''
    if (!(VERDICTS as readonly string[]).includes(expect)) return { node: Math.max(tape.find(item, 'expect'), item), message: `"expect" is ${VERDICTS.slice(0, -1).join(', ')} or ${VERDICTS.at(-1)}${expect === '' ? '' : `, not "${expect}"${didYouMean(expect, VERDICTS)}`}` }
    const node = tape.find(item, 'object')
    const [object, ...more] = node === -1 ? [] : this.objects(source, tape, node)
    if (object === undefined || more.length > 0) return { node: Math.max(node, item), message: 'A case needs one object, with apiVersion and kind' }
    const given = tape.find(item, 'with')
    const around: KubernetesObject[] = []
    if (given !== -1) for (let each = given + 1, end = tape.next(given); tape.isSequence(given) && each < end; each = tape.next(each)) around.push(...this.objects(source, tape, each))
    if (given !== -1 && (!tape.isSequence(given) || around.length < tape.count(given))) return { node: given, message: '"with" is a list of objects, with apiVersion and kind' }
    this.cases.push({ file: source.file, line: source.position(tape.start(item)).line, name: textOf('name') ?? object.label, expect: expect as Verdict, message: textOf('message'), path: textOf('path'), object, with: around })
    return undefined
  }

  private objects(source: Source, tape: Tape, root: number): KubernetesObject[] {
    const table = loadTable(this.minor)
    return objectsOf(tape, root).flatMap(({ root: own, prefix, identity }) => {
      if (identity === undefined) return []
      const { apiVersion, kind } = identity
      const known = table.kind(apiVersion, kind)
      return new TapeObject(source, tape, own, { apiVersion, kind, prefix, builtin: known !== undefined, namespaced: known?.namespaced ?? true }) as KubernetesObject
    })
  }
}
