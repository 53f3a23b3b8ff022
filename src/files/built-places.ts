/**
 * Where what Kustomize has built was written: each object says which file it stems from, in which the same path has the same value. What is not there was put in by a patch, or by a field of a
 * kustomization; else the place is the name of the object in its file.
 */
import { posix } from 'node:path'
import { itemsOf, textAt } from '../model/node-values.ts'
import { Source } from '../model/source.ts'
import { stepsTo } from '../model/way.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { objectsOf } from '../schema/identify.ts'
import { linesOfBlock } from './block-lines.ts'
import { withVariables, type Variables } from './flux-variables.ts'
import { withNamespace, type GivenNamespace } from './given-namespace.ts'
import type { Closure } from './kustomization-closure.ts'
import { shownBelow } from './shown-path.ts'

export interface WrittenPlace {
  source: Source
  tape: Tape
  /** The node with the value, and what is to be underlined of it. */
  node: number
  start: number
  end: number
  /** The path and the value are those of the file: a finding may be fixed there. */
  isExact: boolean
}

type Step = string | number

interface Parsed {
  source: Source
  tape: Tape
  objects: readonly { root: number; kind: string; name: string }[]
  /** Of every document, also of lists of JSON patches. */
  roots: readonly number[]
}

/** A patch that is a text of a kustomization. */
interface Inline {
  parsed: Parsed
  source: Source
  tape: Tape
  inline: number
  /** Where an offset in it stands in the file. */
  at: ((offset: number) => number) | undefined
}

interface Origin {
  /** The file with the object, as it is shown. */
  file?: string
  /** The kustomization that generates it. */
  generator?: string
}

interface BuiltObject {
  root: number
  kind: string
  name: string
  origin: Origin
}

export const DEFINITION = 'CustomResourceDefinition'
const ORIGIN = 'config.kubernetes.io/origin'
/** What the engine is given lies in a folder, beside which it has one of its own: paths of origins begin there. */
export const ENGINE_FOLDER = 'files'

/** What is written about a folder elsewhere, in an object of Argo CD or Flux: much the same fields as those of a kustomization. */
export interface Outer {
  /** As it is shown. */
  file: string
  tape: Tape
  /** The map with the fields. */
  root: number
  /** The scalar with the namespace that objects get which name none, or -1. */
  namespace?: number
  /** What is on the tape is rendered, and written in this template. */
  written?: { text: string; placeOf: (range: { start: number; end: number }) => { start: number; end: number } }
}

/** What is to be known beside the files. */
interface Around {
  variables?: Variables | undefined
  namespace?: GivenNamespace | undefined
  outer?: Outer | undefined
  made?: ReadonlyMap<string, MadeText>
  /** What paths are called, where the engine has other names for them. */
  original?: ReadonlyMap<string, string>
}

/** What a chart gives for a kustomization, which Kustomize takes for a file beside it. */
export interface MadeText {
  text: string
  /** The entry of `helmCharts` that makes it. */
  kustomization: string
  entry: number
  /** Where a part of the text is written in the chart. */
  placeOf(start: number, end: number): Promise<{ file: string; text: string; start: number; end: number } | undefined>
}

/** What one folder gives, to be linted. */
export class BuiltText {
  readonly text: string
  private readonly tape: Tape
  private readonly objects: readonly BuiltObject[]
  private readonly closure: Closure
  private readonly parsed = new Map<string, Promise<Parsed | undefined>>()
  private inline: Promise<Inline[]> | undefined
  private readonly outer: Outer | undefined
  /** By the names of the files that they stand in for. */
  private readonly made: ReadonlyMap<string, MadeText>

  private constructor(closure: Closure, { outer, made = new Map() }: Around, text: string, tape: Tape, objects: readonly BuiltObject[]) {
    this.closure = closure
    this.outer = outer
    this.made = made
    this.text = text
    this.tape = tape
    this.objects = objects
  }

  /** `top` is where the paths of the engine begin, as it is shown. */
  static async of(closure: Closure, built: string, top: string, around: Around = {}): Promise<BuiltText> {
    const { variables, namespace, original } = around
    const origins: Origin[] = []
    const clean = await withoutOrigins(built, top, origins, original)
    const filled = variables === undefined ? clean : withVariables(clean, variables)
    const text = namespace === undefined ? filled : await withNamespace(filled, namespace)
    const tape = new Tape()
    const documents = await parse(text, tape)
    const objects = documents.flatMap(({ root }, index) => (root === -1 ? [] : [{ root, ...identityOf(tape, root), origin: origins[index] ?? {} }]))
    return new BuiltText(closure, around, text, tape, objects)
  }

  /** What is judged. Definitions of custom resources are the largest objects of all, and hardly an overlay changes them: they are left to their files. */
  get judged(): string {
    const { text, tape, objects } = this
    let judged = ''
    let done = 0
    for (const { kind, root } of objects) {
      if (kind !== DEFINITION) continue
      // All else keeps its offsets.
      judged += text.slice(done, tape.start(root)) + text.slice(tape.start(root), tape.end(root)).replaceAll(/[^\n]+/g, (line) => ' '.repeat(line.length))
      done = tape.end(root)
    }
    return judged + text.slice(done)
  }

  /** Where each line begins that has a key or a value, and the offsets of the last of these in it. */
  *lines(): Iterable<{ start: number; end: number }> {
    const { tape, objects } = this
    let last: { start: number; end: number } | undefined
    for (const { root } of objects) {
      for (let node = root; node < tape.next(root); node++) {
        if (!tape.isScalar(node)) continue
        const at = { start: tape.start(node), end: tape.end(node) }
        if (last !== undefined && tape.text.slice(last.start, at.start).includes('\n')) yield last
        last = at
      }
    }
    if (last !== undefined) yield last
  }

  /** Each object that is written in a file, as it is shown. */
  *documents(): Iterable<{ file: string; start: number; end: number }> {
    for (const { root, origin } of this.objects) if (origin.file !== undefined && !this.made.has(origin.file)) yield { file: origin.file, start: this.tape.start(root), end: this.tape.end(root) }
  }

  /** The file that an object stems from, or the kustomization that makes it, as it is shown. */
  originOf(kind: string, name: string): string | undefined {
    const origin = this.objects.find((object) => object.kind === kind && object.name === name)?.origin
    return origin?.file ?? origin?.generator
  }

  /** Where what stands at these offsets was written. */
  async placeOf(start: number, end: number): Promise<WrittenPlace | undefined> {
    const { tape } = this
    const object = this.objects.findLast(({ root }) => tape.start(root) <= start)
    if (object === undefined) return undefined
    const at = nodeAt(tape, object.root, start, end)
    if (at === undefined) return undefined
    const { node, isKey } = at
    const steps = stepsTo(tape, object.root, node)
    const place = (await this.inFile(object, steps, node, isKey)) ?? (await this.inPatch(object, steps, node, isKey)) ?? (await this.inKustomization(object, steps, node)) ?? (await this.atObject(object))
    const { outer } = this
    if (outer?.written === undefined || place?.tape !== outer.tape) return place
    return { source: new Source(outer.file, outer.written.text), tape: new Tape(), node: 0, ...outer.written.placeOf(place), isExact: false }
  }

  private async inFile(object: BuiltObject, steps: readonly Step[], node: number, isKey: boolean): Promise<WrittenPlace | undefined> {
    const written = await this.written(object)
    if (written === undefined) return undefined
    const found = follow(this.tape, object.root, written.tape, written.root, steps)
    if (found === -1 || !sayTheSame(this.tape, node, written.tape, found, isKey)) return undefined
    const place = placeIn(written, found, isKey, true)
    const made = this.made.get(object.origin.file ?? '')
    return made === undefined ? place : this.inChart(made, place)
  }

  /** In the template, else at the entry that names the chart. */
  private async inChart(made: MadeText, { start, end }: Pick<WrittenPlace, 'start' | 'end'>): Promise<WrittenPlace> {
    const template = await made.placeOf(start, end)
    // A template is no YAML.
    if (template !== undefined) return { source: new Source(template.file, template.text), tape: new Tape(), node: 0, start: template.start, end: template.end, isExact: false }
    const { file, tape } = this.closure.kustomizations.find((each) => each.file === made.kustomization)!
    const name = tape.find(made.entry, 'name')
    return placeIn({ source: this.sourceOf(file), tape }, name === -1 ? made.entry : name, false, false)
  }

  /** The object as its file has it. */
  private async written({ kind, name, origin }: BuiltObject): Promise<{ source: Source; tape: Tape; root: number } | undefined> {
    const file = origin.file === undefined ? undefined : await this.parse(origin.file)
    if (file === undefined) return undefined
    const ofKind = file.objects.filter((each) => each.kind === kind)
    const same = ofKind.find((each) => each.name === name) ?? ofKind.filter((each) => each.name !== '' && name.includes(each.name)).sort((a, b) => b.name.length - a.name.length)[0]
    return same === undefined ? undefined : { source: file.source, tape: file.tape, root: same.root }
  }

  private async inPatch(object: BuiltObject, steps: readonly Step[], node: number, isKey: boolean): Promise<WrittenPlace | undefined> {
    // The last one that says it is the one that counts.
    for (const patch of [...this.closure.patches].reverse()) {
      const parsed = await this.parse(patch)
      if (parsed === undefined) continue
      const found = inPatches(parsed, this.tape, object, steps, node, isKey)
      if (found !== undefined) return found
    }
    this.inline ??= this.readInline()
    for (const { parsed, source, tape, inline, at } of await this.inline) {
      const found = inPatches(parsed, this.tape, object, steps, node, isKey)
      if (found === undefined) continue
      // In quotes, it is the whole text that one can point at.
      return at === undefined ? placeIn({ source, tape }, inline, false, false) : { source, tape, node: inline, start: at(found.start), end: at(found.end), isExact: false }
    }
    return undefined
  }

  /** What says something about the whole, the outermost first. */
  private get around(): readonly Outer[] {
    return this.outer === undefined ? this.closure.kustomizations : [this.outer, ...this.closure.kustomizations]
  }

  private async readInline(): Promise<Inline[]> {
    const patches: Inline[] = []
    for (const { file, tape, root } of this.around) {
      for (const inline of inlinePatches(tape, root)) {
        const own = new Tape()
        const text = String(tape.scalar(inline))
        const documents = await parse(text, own)
        patches.push({ parsed: { source: new Source(file, own.text), tape: own, ...contentOf(own, documents.map((document) => document.root)) }, source: this.sourceOf(file), tape, inline, at: linesOfBlock(tape, inline, text) })
      }
    }
    return patches
  }

  /** The field that puts such a value there. */
  private async inKustomization(object: BuiltObject, steps: readonly Step[], node: number): Promise<WrittenPlace | undefined> {
    const { tape } = this
    const value = tape.isScalar(node) ? tape.scalar(node) : undefined
    const generator = object.origin.generator
    for (const { file, tape: own, root } of this.around) {
      const found = generator === file ? generatorOf(own, root, object, steps) : transformerOf(own, root, object, steps, value)
      if (found !== -1) return placeIn({ source: this.sourceOf(file), tape: own }, found, false, false)
    }
    const { file = '', tape: own, namespace = -1 } = this.outer ?? {}
    return namespace !== -1 && steps.join('.') === 'metadata.namespace' ? placeIn({ source: this.sourceOf(file), tape: own! }, namespace, false, false) : undefined
  }

  private async atObject(object: BuiltObject): Promise<WrittenPlace | undefined> {
    const written = await this.written(object)
    if (written !== undefined) {
      const name = written.tape.find(written.tape.find(written.root, 'metadata'), 'name')
      const place = placeIn(written, name === -1 ? written.root : name, false, false)
      const made = this.made.get(object.origin.file ?? '')
      return made === undefined ? place : this.inChart(made, place)
    }
    const { file, tape, root } = this.closure.kustomizations.find((each) => each.file === object.origin.generator) ?? this.closure.kustomizations[0]
    return placeIn({ source: this.sourceOf(file), tape }, root + 1, false, false)
  }

  private sourceOf(file: string): Source {
    return new Source(file, this.outer?.file === file ? this.outer.tape.text : this.closure.texts.get(file)!)
  }

  private parse(file: string): Promise<Parsed | undefined> {
    let parsed = this.parsed.get(file)
    if (parsed === undefined) this.parsed.set(file, (parsed = this.read(file)))
    return parsed
  }

  private async read(file: string): Promise<Parsed | undefined> {
    const text = this.made.get(file)?.text ?? this.closure.texts.get(file)
    if (text === undefined) return undefined
    const tape = new Tape()
    const documents = await parse(text, tape, file.endsWith('.json'))
    return { source: new Source(file, text), tape, ...contentOf(tape, documents.map(({ root }) => root)) }
  }
}

function contentOf(tape: Tape, all: readonly number[]): Pick<Parsed, 'objects' | 'roots'> {
  const roots = all.filter((root) => root !== -1)
  return { roots, objects: roots.flatMap((root) => objectsOf(tape, root).map((located) => ({ root: located.root, ...identityOf(tape, located.root) }))) }
}

function identityOf(tape: Tape, root: number): { kind: string; name: string } {
  return { kind: textAt(tape, root, 'kind') ?? '', name: textAt(tape, tape.find(root, 'metadata'), 'name') ?? '' }
}

/** Takes out what the engine was asked to put in. What Kustomize writes is in block style, with a field for each line. */
async function withoutOrigins(built: string, top: string, origins: Origin[], original?: Around['original']): Promise<string> {
  const tape = new Tape()
  const documents = await parse(built, tape)
  let text = ''
  let done = 0
  for (const { root } of documents) {
    const annotations = root === -1 ? -1 : tape.find(tape.find(root, 'metadata'), 'annotations')
    const node = tape.find(annotations, ORIGIN)
    if (node === -1) {
      origins.push({})
      continue
    }
    origins.push(originOf(String(tape.scalar(node)), top, original))
    const first = tape.count(annotations) === 1 ? annotations - 1 : node - 1
    text += built.slice(done, built.lastIndexOf('\n', tape.start(first)) + 1)
    done = tape.end(node)
    if (built[done - 1] !== '\n' && built[done] === '\n') done++
  }
  return text + built.slice(done)
}

function originOf(text: string, top: string, original?: Around['original']): Origin {
  const shown = (path: string) => {
    const inEngine = posix.join('/.own', path)
    return shownBelow(top, posix.relative(`/${ENGINE_FOLDER}`, original?.has(inEngine.slice(1)) === true ? `/${original.get(inEngine.slice(1))!}` : inEngine))
  }
  const file = /^path: (.+)$/m.exec(text)?.[1]
  const generator = /^configuredIn: (.+)$/m.exec(text)?.[1]
  return { ...(file !== undefined && { file: shown(file) }), ...(generator !== undefined && { generator: shown(generator) }) }
}

/** The innermost value at these offsets, or the one whose key is there. */
function nodeAt(tape: Tape, root: number, start: number, end: number): { node: number; isKey: boolean } | undefined {
  const parents = tape.parentsBelow(root)
  // Nodes are in the order in which they begin.
  let [low, high] = [root, tape.next(root)]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (tape.start(middle) <= start) low = middle
    else high = middle
  }
  if (tape.end(low) < end || !tape.isScalar(low)) return undefined
  return parents.isKey(low) ? { node: low + 1, isKey: true } : { node: low, isKey: false }
}

/** The node of an object that stands where another one has what begins at an offset; of what is there in more than one of them only, the nearest around it. Or -1. */
export function nodeLike(from: Tape, fromRoot: number, offset: number, to: Tape, toRoot: number): number {
  const at = nodeAt(from, fromRoot, offset, offset)
  for (const steps = at === undefined ? [] : stepsTo(from, fromRoot, at.node); steps.length > 0; steps.pop()) {
    const found = follow(from, fromRoot, to, toRoot, steps)
    if (found !== -1) return found
  }
  return -1
}

/** What tells the items of a list apart. */
const ITEM_KEYS = ['name', 'mountPath', 'devicePath', 'containerPort', 'port', 'host', 'ip', 'topologyKey', 'key', 'type', 'uid'] as const

/** The node at a path, where items of lists are found by what tells them apart; or -1. */
function follow(from: Tape, fromRoot: number, to: Tape, toRoot: number, steps: readonly Step[]): number {
  let [a, b] = [fromRoot, toRoot]
  for (const step of steps) {
    if (typeof step === 'string') [a, b] = [from.find(a, step), to.find(b, step)]
    else {
      a = from.item(a, step)
      b = itemLike(from, a, to, b, step)
    }
    if (a === -1 || b === -1) return -1
  }
  return b
}

function itemLike(from: Tape, item: number, to: Tape, list: number, index: number): number {
  const items = [...itemsOf(to, list)]
  if (from.isScalar(item)) return items.find((each) => to.isScalar(each) && String(to.scalar(each)) === String(from.scalar(item))) ?? -1
  for (const key of ITEM_KEYS) {
    const value = from.find(item, key)
    if (value === -1 || !from.isScalar(value)) continue
    const like = items.filter((each) => {
      const other = to.find(each, key)
      return other !== -1 && to.isScalar(other) && String(to.scalar(other)) === String(from.scalar(value))
    })
    if (like.length === 1) return like[0]!
    if (like.length > 1 && like.includes(items[index] ?? -1)) return items[index]!
    if (key === 'name') return like[0] ?? -1
  }
  return items[index] ?? -1
}

/** A variable of Flux is another value when it is filled in. */
const sayTheSame = (a: Tape, node: number, b: Tape, other: number, isKey: boolean): boolean =>
  isKey || (a.isScalar(node) ? b.isScalar(other) && (String(a.scalar(node)) === String(b.scalar(other)) || b.source(other).includes('${')) : a.kind(node) === b.kind(other) || (a.isMap(node) && b.isMap(other)))

/** What a patch has in order to say which object it is for. */
const OF_ALL: ReadonlySet<Step | undefined> = new Set(['apiVersion', 'kind', 'metadata'])

function inPatches(patch: Parsed, tape: Tape, object: BuiltObject, steps: readonly Step[], node: number, isKey: boolean): WrittenPlace | undefined {
  // One with a target may have another name than its object, or none.
  for (const { root, kind } of patch.objects) {
    if (kind !== '' && kind !== object.kind) continue
    const found = steps.length === 0 || OF_ALL.has(steps[0]) ? -1 : follow(tape, object.root, patch.tape, root, steps)
    if (found !== -1 && sayTheSame(tape, node, patch.tape, found, isKey)) return placeIn(patch, found, isKey, false)
  }
  // Operations on the same path, or above it.
  const pointer = steps.map((step) => (typeof step === 'string' ? step.replaceAll('~', '~0').replaceAll('/', '~1') : String(step)))
  for (const root of patch.roots) {
    for (const operation of itemsOf(patch.tape, root)) {
      const path = textAt(patch.tape, operation, 'path')?.split('/').slice(1)
      const value = patch.tape.find(operation, 'value')
      if (path === undefined || value === -1 || path.length > pointer.length || !path.every((step, index) => step === pointer[index] || step === '-')) continue
      const found = follow(tape, nodeOf(tape, object.root, steps.slice(0, path.length)), patch.tape, value, steps.slice(path.length))
      if (found !== -1 && sayTheSame(tape, node, patch.tape, found, isKey)) return placeIn(patch, found, isKey, false)
    }
  }
  return undefined
}

function nodeOf(tape: Tape, root: number, steps: readonly Step[]): number {
  return steps.reduce<number>((node, step) => (node === -1 ? -1 : typeof step === 'string' ? tape.find(node, step) : tape.item(node, step)), root)
}

function* inlinePatches(tape: Tape, root: number): Iterable<number> {
  for (const field of ['patches', 'patchesJson6902', 'patchesStrategicMerge']) {
    for (const item of itemsOf(tape, tape.find(root, field))) {
      const node = tape.isMap(item) ? tape.find(item, 'patch') : item
      if (node !== -1 && tape.isScalar(node) && String(tape.scalar(node)).includes('\n')) yield node
    }
  }
}

/** The entry of a generator, or that of the key; or -1. */
function generatorOf(tape: Tape, root: number, { kind, name }: BuiltObject, steps: readonly Step[]): number {
  for (const item of itemsOf(tape, tape.find(root, kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator'))) {
    const own = tape.find(item, 'name')
    if (own === -1 || !tape.isScalar(own) || !name.includes(String(tape.scalar(own)))) continue
    const key = steps[1]
    for (const field of ['literals', 'files']) {
      for (const entry of itemsOf(tape, tape.find(item, field))) {
        const text = tape.isScalar(entry) ? String(tape.scalar(entry)) : ''
        if (key !== undefined && (text.startsWith(`${key}=`) || posix.basename(text) === key)) return entry
      }
    }
    return own
  }
  return -1
}

/** The field of a kustomization that puts a value at such a path; or -1. */
function transformerOf(tape: Tape, root: number, { kind }: BuiltObject, steps: readonly Step[], value: unknown): number {
  const last = steps.at(-1)
  const field = (name: string) => tape.find(root, name)
  const equals = (node: number) => node !== -1 && tape.isScalar(node) && String(tape.scalar(node)) === String(value)
  // A Namespace has it as its own name.
  if (last === 'namespace' || (kind === 'Namespace' && steps.join('.') === 'metadata.name' && equals(field('namespace')))) return ['namespace', 'targetNamespace'].map(field).find(equals) ?? -1
  if (last === 'replicas') return [...itemsOf(tape, field('replicas'))].map((item) => tape.find(item, 'count')).find(equals) ?? -1
  if (last === 'image') return [...itemsOf(tape, field('images'))].flatMap((item) => imageEntry(tape, item, String(value))).at(-1) ?? -1
  const above = steps.at(-2)
  if (typeof last === 'string' && (above === 'labels' || above === 'matchLabels' || above === 'selector' || above === 'annotations')) {
    const maps = above === 'annotations' ? [field('commonAnnotations')] : [field('commonLabels'), ...[...itemsOf(tape, field('labels'))].map((item) => tape.find(item, 'pairs'))]
    return maps.map((map) => tape.find(map, last)).find(equals) ?? -1
  }
  if (last === 'name') {
    for (const name of ['namePrefix', 'nameSuffix']) {
      const node = field(name)
      if (node === -1 || !tape.isScalar(node)) continue
      const text = String(tape.scalar(node))
      if (text !== '' && (name === 'namePrefix' ? String(value).startsWith(text) : String(value).endsWith(text))) return node
    }
  }
  return -1
}

/** The tag, the digest or the name that an image has now. */
function imageEntry(tape: Tape, item: number, image: string): number[] {
  // As Argo CD has them: `name=other:tag`.
  if (tape.isScalar(item)) return String(tape.scalar(item)).endsWith(image) ? [item] : []
  const text = (name: string) => textAt(tape, item, name)
  const name = text('newName') ?? text('name')
  if (name === undefined || !(image === name || image.startsWith(`${name}:`) || image.startsWith(`${name}@`))) return []
  const node = ['newTag', 'digest', 'newName'].map((each) => tape.find(item, each)).find((each) => each !== -1)
  return node === undefined ? [] : [node]
}

function placeIn({ source, tape }: { source: Source; tape: Tape }, node: number, isKey: boolean, isExact: boolean): WrittenPlace {
  const shown = isKey ? node - 1 : tape.isScalar(node) ? node : node + 1
  const start = tape.start(shown)
  const lineEnd = tape.text.indexOf('\n', start)
  return { source, tape, node, start, end: tape.isScalar(shown) && (lineEnd === -1 || tape.end(shown) <= lineEnd) ? tape.end(shown) : lineEnd === -1 ? tape.text.length : lineEnd, isExact }
}
