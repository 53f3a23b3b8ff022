/** Why Kustomize cannot build a folder: at the place that it speaks of, and in fewer words than its own. */
import { posix } from 'node:path'
import { compareDiagnostics, tally, type Diagnostic, type Report } from '../diagnostic.ts'
import { ENGINE_FOLDER } from '../files/built-places.ts'
import type { Closure, Obstacle } from '../files/kustomization-closure.ts'
import { shownBelow } from '../files/shown-path.ts'
import { PATCH_FIELDS } from '../files/kustomize.ts'
import type { LintOptions } from '../lint-options.ts'
import type { FileTree } from '../model/file-tree.ts'
import { itemsOf, textAt, textOf } from '../model/node-values.ts'
import { Source } from '../model/source.ts'
import { lineOf } from '../parser/lines.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { ruleUrl } from '../project.ts'

export interface NotBuilt {
  folder: string
  obstacle: Obstacle
  /** Kustomize itself says so; else it was not asked. */
  isFailure: boolean
  /** It may be built without what an object of Argo CD or Flux does to it. */
  isOfWay?: boolean
  closure?: Closure
}

/** Part of a file of the closure. */
interface Spot {
  file: string
  start: number
  end: number
}

interface Reason {
  reason: string
  spot?: Spot | undefined
}

interface Patch extends Spot {
  content: string
  isFile: boolean
}

/** Kustomize wraps its errors in what it was doing, from folder to folder: the innermost one says what is wrong, and of which file. */
export async function obstacleOf(error: string, closure: Closure, top: string): Promise<Obstacle> {
  const text = error.replaceAll(/\s*\n\s*/g, ' ').replaceAll('\\"', '"')
  const folders = [...text.matchAll(/(?:recursed (?:accumulation|merging) (?:of|from) path|couldn't make target for path) '([^']*)': /g)]
  const innermost = folders.at(-1)
  const folder = shownBelow(top, posix.relative(`/${ENGINE_FOLDER}`, innermost?.[1] ?? `/${ENGINE_FOLDER}`))
  const rest = (innermost === undefined ? text : text.slice(innermost.index + innermost[0].length)).replace(/^(?:accumulating (?:resources|components): )+/, '').replace(/^accumulateDirectory: /, '')
  // A file is tried as a folder, too, and a folder as a file: what is said then is no news.
  const ofFile = /^accumulation err='(.*)': must build at directory: '[^']*': file is not directory/.exec(rest)?.[1] ?? rest.replace(/^accumulation err='.*?cannot read content from non-file '[^']*'': /, '')
  const [, file, why] = /^(?:merging|accumulating) resources from '([^']*)': (.*)$/.exec(ofFile) ?? []
  const said = (why ?? ofFile).replace(/"$/, (quote) => ((ofFile.split('"').length - 1) % 2 === 1 ? '' : quote)).replaceAll(`/${ENGINE_FOLDER}/`, '')
  const kustomization = closure.kustomizations.find((each) => posix.dirname(each.file) === folder) ?? closure.kustomizations[0]
  const { reason, spot } = await new Written(closure, kustomization.file, file === undefined ? undefined : posix.join(folder, file)).reasonOf(said)
  const shown = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason
  if (spot === undefined) return { file: file === undefined ? kustomization.file : posix.join(folder, file), line: 1, reason: shown }
  return { ...spot, line: lineOf(closure.texts.get(spot.file)!, spot.start), reason: shown }
}

const LONGEST_REASON = 300

/** What a build was made of, to find in it what Kustomize speaks of. */
class Written {
  private readonly closure: Closure
  private readonly kustomizations: Closure['kustomizations'][number][]
  private readonly file: string | undefined

  /** `innermost` is the kustomization that failed, `file` the resource. */
  constructor(closure: Closure, innermost: string, file: string | undefined) {
    this.closure = closure
    this.kustomizations = closure.kustomizations.toSorted((a, b) => Number(b.file === innermost) - Number(a.file === innermost))
    this.file = file
  }

  async reasonOf(said: string): Promise<Reason> {
    if (said.includes('unable to parse SM or JSON patch')) return this.unreadablePatch(said)
    const operation = /^Unexpected kind: (\S+)/.exec(said)?.[1]
    if (operation !== undefined) return { reason: `a patch has the operation "${operation}", must be add, remove, replace, move, copy or test`, spot: this.inPatches(operation) }
    const [, doing, path] = /^(\w+) operation does not apply: doc is missing path: "?([^":]*)"?: missing value/.exec(said) ?? /^error in (remove) for path: '([^']*)': Unable to remove nonexistent key/.exec(said) ?? []
    if (doing !== undefined) return { reason: doing === 'add' ? `a patch adds ${path}, and ${posix.dirname(path!)} is not there` : `a patch has "${doing}" for ${path}, which is not there`, spot: this.inPatches(path!) }
    const field = /^fieldPath `([^`]*)` is missing for replacement source|^unable to find field "([^"]*)" in replacement target/.exec(said)
    if (field !== null) return { reason: said, spot: this.inField(['replacements'], field[1] ?? field[2]!) }
    const literal = /invalid literal source (.*), expected key=value$/.exec(said)?.[1]
    if (literal !== undefined) return { reason: `the literal "${literal}" must be key=value`, spot: this.inField(Object.values(GENERATORS), literal) }
    const [, kind, name, isThere] = /^merging from generator .*Kind:"(\w+)".*\}, Name:"([^"]*)".*\} (exists|does not exist);/.exec(said) ?? []
    if (kind !== undefined) return this.generator(kind, name!, isThere === 'exists')
    const [, ownKind, ownName] = /^may not add resource with an already registered id: (\w+)\..*\/([^/]*)\.\[?[\w-]*\]?$/.exec(said) ?? []
    if (ownKind !== undefined) return { reason: `${ownKind} "${ownName}" is already among the resources`, spot: await this.object(ownKind, ownName!) }
    const [, inner, outer] = /^cycle detected: candidate root '([^']*)' contains visited root '([^']*)'/.exec(said) ?? []
    if (inner !== undefined) return { reason: inner === outer ? `${inner} is among its own resources` : `${inner} and ${outer} are made of each other`, spot: this.folder(inner, outer!) }
    return { reason: said }
  }

  private async unreadablePatch(said: string): Promise<Reason> {
    for (const { content, isFile, ...spot } of this.patches()) {
      const tape = new Tape()
      const [problem] = (await parse(content, tape)).flatMap(({ problems }) => problems)
      if (problem === undefined) continue
      const reason = `a patch cannot be read: ${problem.message}`
      if (isFile) return { reason, spot: { ...spot, start: problem.start, end: problem.end } }
      const line = content.slice(content.lastIndexOf('\n', problem.start - 1) + 1).split('\n', 1)[0]!.trim()
      return { reason, spot: this.within(spot, line) ?? spot }
    }
    return { reason: said.replace(/^trouble configuring builtin PatchTransformer with config: .*?: (?=unable to parse)/, '') }
  }

  /** A word of a patch, such as the path of an operation. */
  private inPatches(word: string): Spot | undefined {
    for (const patch of this.patches()) {
      const spot = this.within(patch, word)
      if (spot !== undefined) return spot
    }
    return undefined
  }

  private inField(fields: readonly string[], word: string): Spot | undefined {
    for (const { file, tape, root } of this.kustomizations) {
      for (const node of fields.map((field) => tape.find(root, field))) {
        const spot = node === -1 ? undefined : this.within({ file, start: tape.start(node), end: tape.end(node) }, word)
        if (spot !== undefined) return spot
      }
    }
    return undefined
  }

  private generator(kind: string, name: string, isThere: boolean): Reason {
    const reason = isThere ? `${kind} "${name}" is already there, so behavior must be merge or replace` : `${kind} "${name}" is not there, so nothing can be merged into it and it cannot be replaced`
    for (const { file, tape, root } of this.kustomizations) {
      const entries = itemsOf(tape, tape.find(root, GENERATORS[kind] ?? '')).filter((each) => textAt(tape, each, 'name') === name && /^(?:merge|replace)$/.test(textAt(tape, each, 'behavior') ?? '') !== isThere)
      const node = entries.length === 0 ? -1 : tape.find(entries.at(-1)!, 'name')
      if (node !== -1) return { reason, spot: { file, start: tape.start(node), end: tape.end(node) } }
    }
    return { reason }
  }

  private async object(kind: string, name: string): Promise<Spot | undefined> {
    const { file } = this
    const text = this.closure.texts.get(file ?? '')
    if (file === undefined || text === undefined) return undefined
    const tape = new Tape()
    for (const { root } of await parse(text, tape)) {
      const node = root === -1 ? -1 : tape.find(tape.find(root, 'metadata'), 'name')
      if (node !== -1 && textAt(tape, root, 'kind') === kind && textOf(tape, node) === name) return { file, start: tape.start(node), end: tape.end(node) }
    }
    return undefined
  }

  /** The entry of a kustomization that names a folder. */
  private folder(inner: string, outer: string): Spot | undefined {
    const within = (folder: string, end: string) => folder === end || folder.endsWith(`/${end}`)
    for (const { file, tape, root } of this.kustomizations) {
      for (const node of ['resources', 'bases', 'components'].flatMap((field) => itemsOf(tape, tape.find(root, field)))) {
        const folder = posix.join(posix.dirname(file), textOf(tape, node) ?? '')
        if (within(folder, inner) || within(folder, outer)) return { file, start: tape.start(node), end: tape.end(node) }
      }
    }
    return undefined
  }

  private *patches(): Iterable<Patch> {
    for (const { file, tape, root } of this.kustomizations) {
      for (const item of PATCH_FIELDS.flatMap((field) => itemsOf(tape, tape.find(root, field)))) {
        const [path, inline] = tape.isMap(item) ? [tape.find(item, 'path'), tape.find(item, 'patch')] : [item, item]
        const named = posix.join(posix.dirname(file), textOf(tape, path) ?? '')
        const text = this.closure.texts.get(named)
        const content = textOf(tape, inline)
        if (this.closure.patches.has(named) && text !== undefined) yield { file: named, start: 0, end: text.length, content: text, isFile: true }
        else if (content !== undefined) yield { file, start: tape.start(inline), end: tape.end(inline), content, isFile: false }
      }
    }
  }

  /** A text as a whole word. */
  private within({ file, start, end }: Spot, word: string): Spot | undefined {
    const text = this.closure.texts.get(file)!
    for (let at = text.indexOf(word, start); at !== -1 && at + word.length <= end; at = text.indexOf(word, at + 1)) {
      if (/^$|[^\w./~-]/.test(text[at - 1] ?? '') && /^$|[^\w/~-]/.test(text[at + word.length] ?? '')) return { file, start: at, end: at + word.length }
    }
    return undefined
  }
}

const GENERATORS: Readonly<Record<string, string>> = { ConfigMap: 'configMapGenerator', Secret: 'secretGenerator' }

/** With a finding for each kustomization that Kustomize itself could not build, unless something else is said of what it is made of. */
export function withFailures(report: Report, failed: readonly NotBuilt[], { severities }: LintOptions, tree: FileTree, files: ReadonlySet<string>): Report {
  const severity = severities.get(FAILED)
  const broken = new Set(report.diagnostics.filter((diagnostic) => CAUSES.has(diagnostic.rule)).map(({ file }) => file))
  const added = severity === undefined ? [] : failed.flatMap(({ folder, obstacle, isFailure, closure }): Diagnostic[] => {
    const text = tree.read(obstacle.file)
    if (!isFailure || text === undefined || !files.has(closure?.kustomizations[0].file ?? '') || [...(closure?.texts.keys() ?? [])].some((file) => broken.has(file))) return []
    const source = new Source(obstacle.file, text)
    const first = firstWord(text)
    const { start = first, end = first + (/^\S*/.exec(text.slice(first))![0].length || 1) } = obstacle
    const from = source.position(start)
    return [{ rule: FAILED, severity, message: `Kustomize cannot build ${folder === '.' ? 'this folder' : folder}: ${obstacle.reason}`, file: obstacle.file, start: from, end: source.position(end), object: '', path: '', edits: [], url: ruleUrl(FAILED), sourceLine: source.line(from.line) }]
  })
  if (added.length === 0) return report
  const diagnostics = [...report.diagnostics, ...added].sort(compareDiagnostics)
  return tally({ ...report, diagnostics })
}

const FAILED = 'no-failed-kustomization'
/** What is said of a file without which nothing can be built. */
const CAUSES: ReadonlySet<string> = new Set(['valid-yaml', 'valid-kustomization', 'no-missing-kustomization-file', 'no-patch-without-target', 'no-duplicate-kustomization-resource', 'no-unused-kustomization-entry', 'no-duplicate-key', 'require-kind'])

/** Where the first line with something other than a comment begins. */
const firstWord = (text: string): number => /^(?:\s*(?:#[^\n]*|---[^\n]*)?\n)*\s*/.exec(text)![0].length
