/** Checks the text of a settings file. Loaded only when there is one. */
import { LineIndex } from '../parser/lines.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { allRules } from '../rules.ts'
import { parseVersion } from '../versions.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { Config } from './config.ts'
import { unknownVersion } from './unknown-version.ts'
import isValid, { type ValidationError } from './validate.generated.js'

interface Mistake {
  offset: number
  message: string
}

/** Throws a UsageError with a line `FILE:LINE:COLUMN: message` for each mistake. */
export async function parseConfig(text: string, file: string): Promise<Config> {
  const tape = new Tape()
  const documents = await parse(text, tape)
  const mistakes: Mistake[] = documents.flatMap(({ problems }) => problems.map(({ start, message }) => ({ offset: start, message })))
  const roots = documents.filter(({ root }) => root !== -1).map(({ root }) => root)
  if (roots.length > 1) mistakes.push({ offset: tape.start(roots[1]!), message: 'A settings file has one document only' })
  const root = roots[0]
  const isEmpty = root === undefined || tape.isNull(root)
  const value = isEmpty ? {} : tape.toJS(root)
  if (mistakes.length === 0 && !isEmpty) {
    if (!isValid(value)) mistakes.push(...(isValid.errors ?? []).flatMap((error) => mistakeOf(error, tape, root) ?? []))
    else mistakes.push(...versionMistakes(tape, root))
  }
  if (mistakes.length > 0) {
    const lines = new LineIndex(text)
    const shown = mistakes
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, message }) => {
        const { line, column } = lines.position(offset)
        return `${file}:${line}:${column}: ${message}`
      })
    throw new UsageError([...new Set(shown)].join('\n'))
  }
  return isEmpty ? {} : toConfig(value as Config, tape, root)
}

function mistakeOf(error: ValidationError, tape: Tape, root: number): Mistake | undefined {
  const { keyword, params, instancePath } = error
  const steps = instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const [node, key] = follow(tape, root, steps)
  const offset = tape.start(key === -1 ? node : key)
  const subject = steps.length === 0 ? 'A settings file' : `"${steps.filter((step) => !/^\d+$/.test(step)).at(-1)}"`
  switch (keyword) {
    case 'additionalProperties': {
      const name = params.additionalProperty!
      const [what, known] = namesAt(steps)
      return { offset: tape.start(tape.find(node, name) - 1), message: `There is no ${what} "${name}"${didYouMean(name, known)}` }
    }
    case 'enum': {
      const written = tape.isScalar(node) ? tape.source(node).replace(/^(["'])(.*)\1$/, '$2') : 'a map or list'
      const known = params.allowedValues!.filter((each) => typeof each === 'string')
      return { offset: tape.start(node), message: `${subject} is ${known.slice(0, -1).join(', ')} or ${known.at(-1)}, not "${written}"${didYouMean(written, known)}` }
    }
    case 'type':
      return { offset, message: `${subject} must be ${[params.type!].flat().map((type) => TYPE_NAMES[type] ?? type).join(' or ')}` }
    case 'pattern':
      return { offset: tape.start(node), message: `${subject} must not be empty` }
    // Says only that the branch it chose has failed, which has errors of its own.
    case 'if':
      return undefined
    default:
      return { offset, message: `${subject} ${error.message ?? 'is wrong'}` }
  }
}

/** What the keys of the map at this path are called, and which there are. */
function namesAt(steps: readonly string[]): [what: string, known: readonly string[]] {
  const [, rule] = steps
  switch (steps.length) {
    case 0:
      return ['setting', SETTINGS]
    case 1:
      return ['rule', allRules().map(({ id }) => id)]
    case 2:
      return [`setting of the rule "${rule}"`, ['severity', 'options']]
    default:
      return [`option of the rule "${rule}"`, Object.keys(allRules().find(({ id }) => id === rule)?.options ?? {})]
  }
}

const SETTINGS = ['presets', 'rules', 'kubernetesVersions', 'exclude', 'failOn', 'format'] as const satisfies readonly (keyof Config)[]

const TYPE_NAMES: Readonly<Record<string, string>> = { array: 'a list', object: 'a map', string: 'text', boolean: 'true or false', integer: 'a whole number', number: 'a number' }

function follow(tape: Tape, root: number, steps: readonly string[]): [node: number, key: number] {
  let node = root
  let key = -1
  for (const step of steps) {
    const child = tape.isSequence(node) ? tape.item(node, Number(step)) : tape.find(node, step)
    if (child === -1) break
    key = tape.isMap(node) ? child - 1 : -1
    node = child
  }
  return [node, key]
}

/** As they are written: `1.30` without quotes would be the number 1.3. */
function versionNodes(tape: Tape, root: number): { node: number; text: string }[] {
  const list = tape.find(root, 'kubernetesVersions')
  if (list === -1) return []
  const nodes = tape.isSequence(list) ? Array.from({ length: tape.count(list) }, (_, index) => tape.item(list, index)) : [list]
  return nodes.map((node) => {
    const value = tape.scalar(node)
    return { node, text: typeof value === 'string' ? value : tape.source(node) }
  })
}

const versionMistakes = (tape: Tape, root: number): Mistake[] =>
  versionNodes(tape, root)
    .filter(({ text }) => parseVersion(text) === undefined)
    .map(({ node, text }) => ({ offset: tape.start(node), message: unknownVersion(text) }))

function toConfig(value: Config, tape: Tape, root: number): Config {
  const versions = versionNodes(tape, root).flatMap(({ text }) => parseVersion(text) ?? [])
  const { kubernetesVersions: _, presets, format, ...rest } = value
  return {
    ...rest,
    ...(presets === undefined ? {} : { presets: [presets].flat() }),
    ...(format === undefined ? {} : { format: [format].flat() }),
    ...(versions.length === 0 ? {} : { kubernetesVersions: [...new Set(versions)] }),
  }
}
