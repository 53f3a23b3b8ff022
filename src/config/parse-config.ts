/** Checks the text of a settings file. Loaded only when there is one. */
import { relative, resolve, sep } from 'node:path'
import { externalProblem } from '../model/external.ts'
import { LineIndex } from '../parser/lines.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { placeholderProblem } from '../model/own-placeholders.ts'
import { rangeOf } from '../model/place.ts'
import { CATEGORIES } from '../engine/define-rule.ts'
import { isDate } from '../formats/date.ts'
import { FLAG_KEYS, flagOf, keyOf } from './flag-keys.ts'
import { FORMATS } from '../reporters/index.ts'
import { inOrder, parseVersion } from '../versions.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { ruleErrors } from './check-rules.ts'
import type { Config } from './config.ts'
import { KnownRules } from './known-rules.ts'
import type { Mistake } from './mistake.ts'
import { parsePolicyVersion, unknownPolicyVersion } from './pod-security.ts'
import { baseOf, isNoRule, MOST_STRANGERS, ruleMistakes, strangersAmongRules, unknownRule } from './own-rules.ts'
import { readPlugins, type PluginSource } from './settings-plugins.ts'
import { unknownVersion } from './unknown-version.ts'
import isValid, { type ValidationError } from './validate.generated.js'

/** More are only counted: a list of thousands helps nobody, and takes minutes. */
const MOST_MISTAKES = 20

export interface Span {
  start: number
  end: number
}

export interface ParsedConfig {
  config: Config
  lines: LineIndex
  /** Where each key and item stands: `exclude.0`, `rules.no-host-path`. */
  places: ReadonlyMap<string, Span>
}

/** Without a source, plugins are named in vain. Throws a UsageError with a line `FILE:LINE:COLUMN: message` for each mistake. */
export const parseConfig = async (text: string, file: string, source?: PluginSource): Promise<Config> => (await parseSettings(text, file, source)).config

/** `within`: the key of the file that has the settings. */
export async function parseSettings(text: string, file: string, source: PluginSource = { folder: '', said: { 'no-plugins': true }, env: {} }, within?: string): Promise<ParsedConfig> {
  const tape = new Tape()
  const documents = await parse(text, tape, file.endsWith('.json'))
  let mistakes: Mistake[] = documents.flatMap(({ problems }) => problems.map(({ start, message }) => ({ offset: start, message })))
  const roots = documents.filter(({ root }) => root !== -1).map(({ root }) => root)
  if (roots.length > 1) mistakes.push({ offset: tape.start(roots[1]!), message: 'A settings file has one document only' })
  let left = 0
  const whole = roots[0]
  const root = within === undefined || whole === undefined ? whole : tape.find(whole, within)
  const isEmpty = root === undefined || root === -1 || tape.isNull(root)
  const value = isEmpty ? {} : tape.toJS(root)
  const plugins = isEmpty || mistakes.length > 0 ? NO_PLUGINS : await readPlugins(tape, root, source)
  mistakes.push(...plugins.mistakes)
  const known = new KnownRules(plugins.rules, plugins.skipped.length > 0)
  const strangers = isEmpty ? [] : strangersAmongRules(tape, root, known)
  if (mistakes.length === 0 && strangers.length > MOST_STRANGERS) {
    left = strangers.length - MOST_MISTAKES
    mistakes = strangers.slice(0, MOST_MISTAKES).map((key) => ({ offset: tape.start(key), message: unknownRule(tape.key(key), known) }))
  } else if (mistakes.length === 0 && !isEmpty) {
    const isSound = isValid(value)
    const errors = [...(isValid.errors ?? []).filter(isTelling), ...ruleErrors((value as { rules?: unknown } | null)?.rules, known), ...overrideErrors(value, known)]
    if (isSound && errors.length === 0) mistakes = [...versionMistakes(tape, root), ...policyMistakes(tape, root), ...externalMistakes(tape, root), ...formatMistakes(tape, root), ...baselineMistakes(tape, root), ...nameMistakes(tape, root, value as Config, known), ...suppressionMistakes(tape, root), ...placeholderMistakes(tape, root), ...ruleMistakes(tape, root, known)]
    else {
      left = Math.max(0, errors.length - MOST_MISTAKES)
      mistakes = errors.slice(0, MOST_MISTAKES).map((error) => mistakeOf(error, tape, root, known))
    }
  }
  if (mistakes.length > 0) {
    const lines = new LineIndex(text)
    const shown = mistakes
      .sort((a, b) => a.offset - b.offset)
      .slice(0, MOST_MISTAKES)
      .map(({ offset, message }) => {
        const { line, column } = lines.position(offset)
        return `${file}:${line}:${column}: ${message}`
      })
    left = Math.max(left, mistakes.length - MOST_MISTAKES)
    throw new UsageError([...new Set(shown), ...(left > 0 ? [`${file}: and ${left} more`] : [])])
  }
  const lines = new LineIndex(text)
  return isEmpty ? { config: {}, lines, places: new Map() } : { config: { ...toConfig(value as Config, tape, root, known), ...(plugins.rules.length > 0 && { pluginRules: plugins.rules }), ...(plugins.skipped.length > 0 && { skippedPlugins: plugins.skipped }) }, lines, places: placesIn(tape, root) }
}

/** No setting is as deep, and a file of a million nodes is no settings file. */
const DEEPEST = 6
const MOST_PLACES = 20_000

function placesIn(tape: Tape, root: number): Map<string, Span> {
  const places = new Map<string, Span>()
  const visit = (node: number, path: string, depth: number): void => {
    if (depth > DEEPEST) return
    let index = 0
    for (let child = node + 1; !tape.isScalar(node) && child < tape.next(node) && places.size < MOST_PLACES; index++) {
      const isMap = tape.isMap(node)
      const below = `${path}${path === '' ? '' : '.'}${isMap ? tape.key(child) : index}`
      const [start, end] = isMap ? [tape.start(child), tape.end(child)] : rangeOf(tape, child, -1)
      places.set(below, { start, end })
      visit(isMap ? child + 1 : child, below, depth + 1)
      child = tape.next(isMap ? child + 1 : child)
    }
  }
  visit(root, '', 0)
  return places
}

/** Rules within overrides, whose place is further down. */
function overrideErrors(value: unknown, known: KnownRules): ValidationError[] {
  const overrides: unknown = (value as { overrides?: unknown } | null)?.overrides
  if (!Array.isArray(overrides)) return []
  return overrides.flatMap((override: { rules?: unknown } | null, index) => ruleErrors(override?.rules, known).map((error) => ({ ...error, instancePath: `/overrides/${index}${error.instancePath}` })))
}

const NO_PLUGINS = { rules: [], skipped: [], mistakes: [] }

/** `if` says only that the branch it chose has failed, which has errors of its own. */
const isTelling = ({ keyword }: ValidationError): boolean => keyword !== 'if'

function mistakeOf(error: ValidationError, tape: Tape, top: number, known: KnownRules): Mistake {
  const { keyword, params, instancePath } = error
  const way = instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const [node, key] = follow(tape, top, way)
  // What overrides say of rules is said as elsewhere.
  const isOverride = way[0] === 'overrides' && way[2] === 'rules'
  const steps = isOverride ? way.slice(2) : way
  const root = isOverride ? follow(tape, top, way.slice(0, 2))[0] : top
  const offset = tape.start(key === -1 ? node : key)
  if (isNoRule(known, steps, keyword, params.missingProperty)) return { offset, message: unknownRule(steps[1]!, known) }
  const subject = steps.length === 0 ? 'A settings file' : `"${steps.filter((step) => !/^\d+$/.test(step)).at(-1)}"`
  switch (keyword) {
    case 'additionalProperties': {
      const name = params.additionalProperty!
      return { offset: tape.start(tape.find(node, name) - 1), message: unknownName(name, steps, baseOf(tape, root, steps[1]), known) }
    }
    case 'enum': {
      const written = tape.isScalar(node) ? tape.source(node).replace(/^(["'])(.*)\1$/, '$2') : 'a map or list'
      if (steps[0] === 'rules' && steps[2] === 'rule') return { offset: tape.start(node), message: known.isWalked(written) ? `The rule "${written}" cannot have another name` : unknownRule(written, known) }
      const allowed = params.allowedValues!.filter((each) => typeof each === 'string')
      return { offset: tape.start(node), message: `${subject} is ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}, not "${written}"${didYouMean(written, allowed)}` }
    }
    case 'type':
      return { offset, message: `${subject} must be ${[params.type!].flat().map((type) => TYPE_NAMES[type] ?? type).join(' or ')}` }
    case 'pattern':
      return { offset: tape.start(node), message: `${subject} must not be empty${steps.at(-1) === 'message' ? ', and has one line only' : ''}` }
    case 'minItems':
      return { offset, message: `${subject} must not be empty` }
    case 'minimum':
    case 'maximum':
      return { offset: tape.start(node), message: `${subject} must be at ${keyword === 'minimum' ? 'least' : 'most'} ${params.limit!}, not ${tape.source(node)}` }
    default:
      return { offset, message: `${subject} ${error.message ?? 'is wrong'}` }
  }
}

/** `base` is the rule that one with a name of the user's own is. */
function unknownName(name: string, steps: readonly string[], base: string, rules: KnownRules): string {
  const [, rule = ''] = steps
  const options = Object.keys(rules.optionsOf(base) ?? {})
  switch (steps.length) {
    case 0:
      return `Unknown setting "${name}"${didYouMean(name, SETTINGS)}`
    case 1:
      return steps[0] === 'rules' ? unknownRule(name, rules) : steps[0] === 'categories' ? `Unknown category "${name}"${didYouMean(name, CATEGORIES)}` : `"${steps[0]}" has no "${name}"`
    case 2: {
      if (steps[0] !== 'rules') return `An item of "${steps[0]}" has no "${name}"`
      if (name === 'options') return `The rule "${rule}" has no options`
      if (name === 'rule') return `"${rule}" is the name of a rule already: choose another one for yours`
      if (name === 'message') return `The rule "${rule}" has messages of its own only`
      const known = ['severity', 'suppressible', ...(base === rule ? [] : ['rule']), ...(rules.isWalked(rule) ? [] : ['message']), ...(options.length === 0 ? [] : ['options'])]
      return `A rule has ${known.map((each) => `"${each}"`).join(' and ')}, not "${name}"${didYouMean(name, known)}`
    }
    default:
      if (steps[0] !== 'rules') return `There is no "${name}" here`
      return `The rule "${rule}" has no option "${name}"${didYouMean(name, options) || `, only ${options.join(', ')}`}`
  }
}

const OWN_SETTINGS = ['extends', 'root', 'presets', 'plugins', 'categories', 'overrides', 'references', 'placeholders', 'rules', 'kubernetesVersions', 'pssVersion', 'exclude', 'crds', 'policies', 'catalogue', 'unknownKinds', 'external', 'baseline', 'suppressions', 'requireReason', 'compatIgnores', 'inlineConfig', 'failOn', 'format'] as const satisfies readonly (keyof Config)[]
const SETTINGS: readonly string[] = [...OWN_SETTINGS, ...Object.keys(FLAG_KEYS).map(keyOf)]

const TYPE_NAMES: Readonly<Record<string, string>> = { array: 'a list', object: 'a map', string: 'a string', boolean: 'true or false', integer: 'a whole number', number: 'a number' }

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

/** The values of a setting that may be one or several. Numbers as they are written: `1.30` without quotes would be the number 1.3. */
function valuesOf(tape: Tape, root: number, setting: string): { node: number; text: string }[] {
  const value = tape.find(root, setting)
  const values: { node: number; text: string }[] = []
  const add = (node: number) => {
    const scalar = tape.scalar(node)
    values.push({ node, text: typeof scalar === 'string' ? scalar : tape.source(node) })
  }
  if (value !== -1 && !tape.isSequence(value)) add(value)
  else if (value !== -1) for (let item = value + 1, end = tape.next(value); item < end; item = tape.next(item)) add(item)
  return values
}

const versionMistakes = (tape: Tape, root: number): Mistake[] =>
  valuesOf(tape, root, 'kubernetesVersions')
    .filter(({ text }) => parseVersion(text) === undefined)
    .map(({ node, text }) => ({ offset: tape.start(node), message: unknownVersion(text) }))

const policyMistakes = (tape: Tape, root: number): Mistake[] =>
  valuesOf(tape, root, 'pssVersion')
    .filter(({ text }) => parsePolicyVersion(text) === undefined)
    .map(({ node, text }) => ({ offset: tape.start(node), message: unknownPolicyVersion(text) }))

const externalMistakes = (tape: Tape, root: number): Mistake[] =>
  valuesOf(tape, root, 'external').flatMap(({ node, text }) => {
    const message = externalProblem(text)
    return message === undefined ? [] : [{ offset: tape.start(node), message }]
  })

/** What is committed with the manifests runs no code, and writes only where reports may be. */
const formatMistakes = (tape: Tape, root: number): Mistake[] =>
  valuesOf(tape, root, 'format').flatMap(({ node, text }) => {
    const colon = text.indexOf(':', 2)
    const [name, path] = colon === -1 ? [text] : [text.slice(0, colon), text.slice(colon + 1)]
    const message = Object.hasOwn(FORMATS, name!) ? path !== undefined && misplaced(path) : `Unknown format "${name}", only ${Object.keys(FORMATS).join(', ')}${didYouMean(name!, Object.keys(FORMATS))}; ESLint formatters have to be named on the command line`
    return message === false || message === undefined ? [] : [{ offset: tape.start(node), message }]
  })

const baselineMistakes = (tape: Tape, root: number): Mistake[] =>
  valuesOf(tape, root, 'baseline').flatMap(({ node, text }) => {
    const message = misplaced(text)
    return message === undefined ? [] : [{ offset: tape.start(node), message }]
  })

/** Names of rules and categories where the settings have lists of them. */
function nameMistakes(tape: Tape, root: number, { suppressions = [], rules = {} }: Config, { ids, areOpen }: KnownRules): Mistake[] {
  const known = new Set([...ids, ...Object.keys(rules), ...CATEGORIES])
  return suppressions.flatMap((_, index) => valuesOf(tape, tape.item(tape.find(root, 'suppressions'), index), 'rules').flatMap(({ node, text }) => (areOpen || known.has(text) ? [] : [{ offset: tape.start(node), message: `Unknown rule or category "${text}"${didYouMean(text, [...known])}` }])))
}

function suppressionMistakes(tape: Tape, root: number): Mistake[] {
  const list = tape.find(root, 'suppressions')
  const mistakes: Mistake[] = []
  if (list === -1) return mistakes
  for (let item = list + 1; item < tape.next(list); item = tape.next(item)) {
    for (const { node, text } of valuesOf(tape, item, 'objects')) {
      const message = externalProblem(text)
      if (message !== undefined) mistakes.push({ offset: tape.start(node), message })
    }
    for (const { node, text } of valuesOf(tape, item, 'until')) if (!isDate(text)) mistakes.push({ offset: tape.start(node), message: `"until" is a date such as 2027-01-31, not "${text}"` })
    if (valuesOf(tape, item, 'paths').length + valuesOf(tape, item, 'objects').length === 0) mistakes.push({ offset: tape.start(item), message: 'What is ignored needs "paths" or "objects"; to switch off a rule everywhere: "rules"' })
  }
  return mistakes
}

const placeholderMistakes = (tape: Tape, root: number): Mistake[] =>
  valuesOf(tape, root, 'placeholders').flatMap(({ node, text }) => {
    const message = placeholderProblem(text)
    return message === undefined ? [] : [{ offset: tape.start(node), message }]
  })

function misplaced(file: string): string | undefined {
  const folder = resolve(sep)
  const path = resolve(folder, 'settings', file)
  const steps = relative(folder, path).split(sep)
  if (steps[0] !== 'settings' || steps.length < 2) return `"${file}" must be a file below the folder of the settings; others have to be named on the command line`
  return steps.some((step) => /^\.git/i.test(step)) ? `"${file}" belongs to git` : undefined
}

function toConfig(value: Config, tape: Tape, root: number, known: KnownRules): Config {
  const versions = valuesOf(tape, root, 'kubernetesVersions').flatMap(({ text }) => parseVersion(text) ?? [])
  const [policy] = valuesOf(tape, root, 'pssVersion')
  const { kubernetesVersions: _, pssVersion: __, presets, format, rules, suppressions, overrides, placeholders, ...rest } = value
  const flags: Record<string, boolean | string | readonly string[]> = {}
  for (const [key, given] of Object.entries(rest)) {
    const flag = flagOf(key)
    if (flag === undefined) continue
    delete (rest as Record<string, unknown>)[key]
    const kind = FLAG_KEYS[flag]!
    const texts = valuesOf(tape, root, key).map(({ text }) => text)
    flags[flag] = kind === 'switch' ? (given as unknown as boolean) : kind === 'value' ? texts[0]! : texts
  }
  return {
    ...rest,
    // Others are of plugins that are not loaded.
    ...(rules === undefined ? {} : { rules: Object.fromEntries(Object.entries(rules).filter(([id, setting]) => known.ids.has((typeof setting === 'object' ? setting.rule : undefined) ?? id))) }),
    ...(rest.extends === undefined ? {} : { extends: [rest.extends].flat() }),
    ...(Object.keys(flags).length === 0 ? {} : { flags }),
    ...(placeholders === undefined ? {} : { placeholders: [placeholders].flat() }),
    ...(suppressions === undefined ? {} : { suppressions: suppressions.map((each) => withLists(each, ['rules', 'paths', 'objects'])) }),
    ...(overrides === undefined ? {} : { overrides: overrides.map((each) => withLists(each, ['files', 'kinds', 'namespaces', 'names', 'presets'])) }),
    ...(presets === undefined ? {} : { presets: [presets].flat() }),
    ...(format === undefined ? {} : { format: [format].flat() }),
    ...(policy === undefined ? {} : { pssVersion: policy.text }),
    ...(versions.length === 0 ? {} : { kubernetesVersions: inOrder(versions) }),
  }
}

/** One may stand for a list of one. */
function withLists<T extends object>(setting: T, lists: readonly (keyof T)[]): T {
  const read = { ...setting }
  for (const list of lists) if (setting[list] !== undefined) read[list] = [setting[list]].flat() as T[typeof list]
  return read
}
