/** One custom resource against one version of its definition: what the API server would refuse, at its place. */
import { fixer, type OffsetEdit } from '../../engine/fixer.ts'
import { generatedName } from '../../formats/names.ts'
import type { Step } from '../../model/field-path.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { placeAt, type Place } from '../../model/place.ts'
import { Flag } from '../../parser/tape.ts'
import { rewritten } from '../decode.ts'
import { fieldName, sameButCase, sentence } from '../sentence.ts'
import { Levels } from '../levels.ts'
import { fieldSuggestion } from '../suggest.ts'
import type { WalkFinding } from '../walk-finding.ts'
import { MISSING_FIELD, UNKNOWN_FIELD, WRONG_TYPE } from '../walk.ts'
import { ValueCheck, type ValueFault } from './check-value.ts'
import { UNREADABLE, type CustomSchema, type JsonMap } from './custom-schema.ts'
import type { DefinedVersion } from './definition.ts'
import { embeddedFaults } from './embedded-object.ts'
import { ValueReader } from './read-value.ts'
import { scaleFaults } from './scale-paths.ts'
import { typeFault } from './type-fault.ts'

/** What the schema asks of values; it has its file in `rules/validity/`. */
export const WRONG_VALUE = 'valid-custom-resource'

export interface Judged {
  findings: WalkFinding[]
  /** Metadata of objects within the object, as far as they are maps. */
  embedded: readonly { metadata: number; steps: readonly Step[] }[]
  /** As the API server would have it, defaults and all; undefined where it cannot be known, or is wrong anyway. */
  value: JsonMap | undefined
}

const GENERATE_NAME = ['metadata', 'generateName']

/** The server makes the name before it looks. */
function withName(object: JsonMap): { value: JsonMap; isNamed: boolean } {
  const { metadata } = object
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata) || metadata === UNREADABLE) return { value: object, isNamed: false }
  const { name = '', generateName } = metadata as JsonMap
  if ((name !== '' && name !== null) || typeof generateName !== 'string' || generateName === '') return { value: object, isNamed: false }
  return { value: { ...object, metadata: { ...(metadata as JsonMap), name: generatedName(generateName) } }, isNamed: true }
}

export class CustomWalk {
  private readonly object: KubernetesObject
  private readonly version: DefinedVersion
  private readonly minor: number
  private readonly findings: WalkFinding[] = []
  /** The names that fixes give to unknown fields, by map. */
  private readonly renamed = new Map<number, Set<string>>()
  private readonly lists = new Map<number, string | undefined>()

  constructor(object: KubernetesObject, version: DefinedVersion, minor: number) {
    this.object = object
    this.version = version
    this.minor = minor
  }

  judge(schema: CustomSchema): Judged {
    const { object, version, minor } = this
    const { tape, root } = object
    const levels = new Levels(tape, root, schema)
    const reader = new ValueReader(tape, (node, key, steps) => this.unknownField(levels, node, key, steps))
    const { value: whole, isNamed } = withName(reader.value(root, schema, true) as JsonMap)
    const { status: _, ...created } = whole
    // What is dropped is not looked at.
    const value = version.hasStatus ? created : whole
    const check = new ValueCheck({ minor })
    const faults = check.check(value, schema)
    for (const fault of faults) {
      if (isNamed && fault.steps.join('.') === 'metadata.name') this.fault({ ...fault, steps: GENERATE_NAME }, 'metadata.name')
      else this.fault(fault)
    }
    const embedded = check.embedded.filter(({ steps }) => steps.length > 0)
    for (const { steps, value: inner } of embedded) {
      for (const { steps: below, code, message, options } of embeddedFaults(inner, minor)) {
        const path = options?.path === undefined ? undefined : `${printed([...steps], object.prefix)}.${options.path}`
        this.fault({ steps: [...steps, ...below], code, message }, path)
      }
    }
    if (version.scale !== undefined) for (const { path, ...fault } of scaleFaults(whole, version.scale, version.hasStatus)) if (!faults.some(({ steps }) => steps.join('.') === fault.steps.join('.'))) this.fault(fault, path)
    return {
      findings: this.findings,
      embedded: embedded.flatMap(({ steps }) => {
        const metadata = this.nodeAt([...steps, 'metadata'])
        return metadata === -1 || tape.isNull(metadata) || tape.has(metadata, Flag.hidden) ? [] : [{ metadata, steps }]
      }),
      value: reader.isUnclear || this.findings.length > 0 ? undefined : value,
    }
  }

  private nodeAt(steps: readonly Step[]): number {
    const { tape, root } = this.object
    let node = root
    for (const step of steps) node = typeof step === 'number' ? tape.item(node, step) : tape.find(node, step)
    return node
  }

  private fault({ steps, code, message, mistyped, isTaken, nowhere, echo, related }: ValueFault, path?: string): void {
    const { source, tape, root, prefix, kind } = this.object
    const place = placeAt(source, tape, root, -1, prefix, steps)
    if (place.node !== -1 && tape.has(place.node, Flag.hidden)) return
    const text = mistyped === undefined ? sentence(tape, place.node, steps.length === 0 ? [kind] : steps, message) : `${fieldName(steps)} ${typeFault(tape, place.node, mistyped)}`
    const rule = mistyped !== undefined ? WRONG_TYPE : code === 'Required' ? MISSING_FIELD : WRONG_VALUE
    const finding: WalkFinding = { rule, code, message: text, start: place.start, end: place.end, path: nowhere === true ? '<nil>' : (path ?? printed(steps, prefix)), about: place.path }
    if (isTaken === true) finding.severity = 'warning'
    if (echo === true) finding.echo = true
    else Object.assign(finding, this.fixOf(place, text, mistyped))
    if (related !== undefined) {
      const other = placeAt(source, tape, root, -1, prefix, related.steps)
      finding.related = { start: other.start, end: other.end, message: related.message }
    }
    this.findings.push(finding)
  }

  /** Quotes that are missing or in the way, and a word in another case. */
  private fixOf(place: Place, message: string, mistyped: CustomSchema | undefined): Pick<WalkFinding, 'edits' | 'fix'> | undefined {
    const { tape, node } = place
    if (node === -1 || !tape.isScalar(node) || tape.has(node, Flag.shared)) return undefined
    const value = tape.scalar(node)
    const text = mistyped === undefined ? undefined : rewritten(tape, node, mistyped.shape)
    const word = mistyped === undefined && typeof value === 'string' ? sameButCase(value, message.slice(message.indexOf('must be '))) : undefined
    const edit = text !== undefined ? fixer.replaceValue(place, text) : word !== undefined ? fixer.replaceText(place, word) : undefined
    return edit === undefined ? undefined : { edits: [edit], fix: 'safe' }
  }

  private unknownField(levels: Levels, node: number, key: number, steps: readonly Step[]): void {
    const { tape, prefix, kind } = this.object
    const way = [...steps]
    const name = tape.key(key)
    const suggestion = fieldSuggestion(tape, node, key, levels.of(node), this.lists)
    // One mistake: what misses the field that was meant is silent.
    for (const meant of suggestion?.meant ?? []) tape.misnameAt(node, meant)
    const finding: WalkFinding = { rule: UNKNOWN_FIELD, code: 'Decode', message: `${way.length === 0 ? kind : fieldName(way)} has no field "${name}"${suggestion?.hint ?? ''}`, start: tape.start(key), end: tape.end(key), path: printed([...way, name], prefix) }
    const edit = suggestion?.rename === undefined ? undefined : this.renameOnce(node, key, suggestion.rename)
    if (edit !== undefined) finding.edits = [edit]
    this.findings.push(finding)
  }

  /** Of two fields that are meant to have the same name, only the first gets it. */
  private renameOnce(node: number, key: number, name: string): OffsetEdit | undefined {
    const names = this.renamed.get(node) ?? new Set()
    if (names.has(name)) return undefined
    this.renamed.set(node, names.add(name))
    return fixer.renameKey({ tape: this.object.tape, key }, name)
  }
}

/** Of custom resources the API server prints every field after a dot. */
export function printed(steps: readonly Step[], prefix: string): string {
  let path = prefix
  for (const step of steps) path = typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`
  return path
}

