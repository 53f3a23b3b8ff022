/** Rules that others write: what they say is checked, and what they leave out is filled in, so that the rest of podlint sees rules like its own. */
import { SEVERITIES, type FixSafety, type Severity } from '../diagnostic.ts'
import { PRESETS, type BadExample, type Example, type OptionDefinition, type OptionDefinitions, type OptionValues, type Preset, type Rule } from '../engine/define-rule.ts'
import { PluginError } from '../engine/failure.ts'
import { SUBJECTS, type Context, type Visitors } from '../engine/visitors.ts'
import { isOfKind } from '../model/kind-pattern.ts'
import { THIRD_PARTY_KINDS } from '../model/kinds.ts'
import type { KubernetesObject } from '../model/object.ts'
import { INDEXED_KINDS } from '../model/run-index.ts'
import { isMap, type Fields } from '../model/untyped.ts'
import { loadTable } from '../schema/table.ts'
import { didYouMean } from '../usage-error.ts'
import { LATEST, MINORS } from '../versions.ts'

/** `Deployment` and its like, and any kind with its group: `cert-manager.io/Certificate`, `apps/v1/Deployment`, `batch/*`. */
export type PluginVisitors<Options = unknown> = Visitors<Options> & { readonly [K in `${string}/${string}`]?: (object: KubernetesObject, context: Context<Options>) => void }

type Untitled<E extends Example> = Omit<E, 'title'> & { title?: string }

/** A rule as a plugin has it: only the first three are needed. */
export interface PluginRule<D extends OptionDefinitions = OptionDefinitions> {
  /** Lower case letters, digits and single hyphens: `acme-owner-label`. */
  id: string
  severity: Severity
  visit: PluginVisitors<OptionValues<D>>
  /** Any word; `custom` without one. */
  category?: string
  /** Presets that switch it on. Without this it is on wherever its plugin is. */
  presets?: readonly Preset[]
  since?: string
  summary?: string
  why?: string
  howToFix?: string
  /** Its page, which reports link to. */
  url?: string
  references?: readonly string[]
  peers?: Readonly<Record<string, readonly string[]>>
  fixable?: FixSafety
  options?: D
  /** Options of which one has to be set. */
  needs?: readonly Extract<keyof D, string>[]
  bad?: readonly Untitled<BadExample>[]
  good?: readonly Untitled<Example>[]
  /** It looks at several objects, through `context.index`: it runs once all files are read. */
  crossObject?: boolean
  /** It looks only at pods that run for long: not at Jobs, pods that run to completion, Helm hooks and tests. */
  longRunningOnly?: boolean
}

const FIELDS = ['id', 'severity', 'visit', 'category', 'presets', 'since', 'summary', 'why', 'howToFix', 'url', 'references', 'peers', 'fixable', 'options', 'needs', 'bad', 'good', 'crossObject', 'longRunningOnly'] as const satisfies readonly (keyof PluginRule)[]
export const RULE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

type Visit = (subject: unknown, context: Context) => unknown
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string')
const oneOf = (values: readonly string[]): string => `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

/** Types the rule, and checks it where it is written. Throws a TypeError. */
export function defineRule<const D extends OptionDefinitions = Record<never, never>>(rule: PluginRule<D>): PluginRule {
  readRule(rule, '')
  return rule as unknown as PluginRule
}

/** `plugin`: where it comes from, as it is shown. Throws a TypeError that names the rule. */
export function readRule(value: unknown, plugin: string): Rule {
  if (!isMap(value)) throw new TypeError('A rule is an object with id, severity and visit')
  const { id } = value
  if (typeof id !== 'string') throw new TypeError('A rule needs an id, a string')
  if (!RULE_NAME.test(id)) throw new TypeError(`The id of a rule has lower case letters, digits and single hyphens, not "${id}"`)
  try {
    return toRule(value, id, plugin)
  } catch (error) {
    throw error instanceof TypeError ? new TypeError(`The rule "${id}": ${error.message}`) : error
  }
}

function toRule(value: Fields, id: string, plugin: string): Rule {
  for (const name of Object.keys(value)) if (!(FIELDS as readonly string[]).includes(name)) throw new TypeError(`a rule has no "${name}"${didYouMean(name, FIELDS)}`)
  const { severity, category = 'custom', presets, fixable, needs, crossObject, longRunningOnly } = value
  if (!(SEVERITIES as readonly unknown[]).includes(severity)) throw new TypeError(`severity is ${oneOf(SEVERITIES)}, not ${JSON.stringify(severity)}`)
  if (typeof category !== 'string' || !RULE_NAME.test(category)) throw new TypeError(`category has lower case letters, digits and single hyphens, not ${JSON.stringify(category)}`)
  if (category === 'all' || category === id) throw new TypeError(`"${category}" cannot be its category`)
  if (presets !== undefined && !(isTexts(presets) && presets.every((each) => (PRESETS as readonly string[]).includes(each)))) throw new TypeError(`presets is a list of ${oneOf(PRESETS)}, not ${JSON.stringify(presets)}`)
  if (fixable !== undefined && fixable !== 'safe' && fixable !== 'unsafe') throw new TypeError(`fixable is "safe" or "unsafe", not ${JSON.stringify(fixable)}`)
  for (const name of ['since', 'summary', 'why', 'howToFix', 'url'] as const) if (value[name] !== undefined && typeof value[name] !== 'string') throw new TypeError(`${name} must be a string`)
  for (const [name, flag] of Object.entries({ crossObject, longRunningOnly })) if (flag !== undefined && typeof flag !== 'boolean') throw new TypeError(`${name} must be true or false`)
  if (value['references'] !== undefined && !isTexts(value['references'])) throw new TypeError('references must be a list of strings')
  if (value['peers'] !== undefined && !(isMap(value['peers']) && Object.values(value['peers']).every(isTexts))) throw new TypeError('peers must have lists of strings')
  if (typeof value['url'] === 'string' && !URL.canParse(value['url'])) throw new TypeError(`url must be a whole address, not "${value['url']}"`)
  const options = readOptions(value['options'])
  if (needs !== undefined && !(isTexts(needs) && needs.every((name) => Object.hasOwn(options ?? {}, name)))) throw new TypeError('needs names options of the rule')
  const [summary, why, howToFix] = [value['summary'] as string | undefined, value['why'] as string | undefined, value['howToFix'] as string | undefined]
  return {
    id,
    category,
    severity: severity as Severity,
    presets: (presets ?? []) as readonly Preset[],
    ...(presets === undefined && { isAlwaysOn: true }),
    plugin,
    since: (value['since'] as string | undefined) ?? '',
    summary: summary || id,
    why: why || summary || id,
    howToFix: howToFix ?? '',
    url: (value['url'] as string | undefined) ?? '',
    references: (value['references'] as readonly string[] | undefined) ?? [],
    peers: (value['peers'] as Rule['peers'] | undefined) ?? {},
    ...(fixable !== undefined && { fixable }),
    ...(options !== undefined && { options }),
    ...(needs !== undefined && { needs: needs as never }),
    bad: readExamples(value, 'bad'),
    good: readExamples(value, 'good'),
    ...(crossObject === true && { crossObject }),
    ...(longRunningOnly === true && { longRunningOnly }),
    visit: readVisitors(value['visit'], crossObject === true, plugin) as never,
  }
}

function readOptions(options: unknown): OptionDefinitions | undefined {
  if (options === undefined) return undefined
  if (!isMap(options)) throw new TypeError('options must be an object')
  const read = Object.entries(options).map(([name, option]): [string, OptionDefinition] => {
    const subject = `the option "${name}"`
    if (!isMap(option) || option['default'] === undefined) throw new TypeError(`${subject} needs a default`)
    for (const key of Object.keys(option)) if (!OPTION_FIELDS.includes(key)) throw new TypeError(`${subject} has no "${key}"${didYouMean(key, OPTION_FIELDS)}`)
    const { default: usual, values, format, description = '' } = option
    if (!['string', 'number', 'boolean'].includes(typeof usual) && !isTexts(usual)) throw new TypeError(`the default of ${subject} must be a string, a number, a boolean or a list of strings`)
    if (values !== undefined && !(isTexts(values) && values.includes(usual as string))) throw new TypeError(`the values of ${subject} must be strings, the default among them`)
    if (format !== undefined && !FORMATS.includes(format as string)) throw new TypeError(`the format of ${subject} is ${oneOf(FORMATS)}, not ${JSON.stringify(format)}`)
    if (typeof description !== 'string') throw new TypeError(`the description of ${subject} must be a string`)
    return [name, { ...option, description } as unknown as OptionDefinition]
  })
  return Object.fromEntries(read)
}
const OPTION_FIELDS = ['default', 'values', 'format', 'description']
const FORMATS = ['pattern', 'quantity', 'path']

function readExamples(value: Fields, name: 'bad' | 'good'): BadExample[] {
  const examples = value[name] ?? []
  if (!Array.isArray(examples)) throw new TypeError(`${name} must be a list of examples`)
  return examples.map((example: unknown, at) => {
    if (!isMap(example) || typeof example['yaml'] !== 'string') throw new TypeError(`${name}[${at}] needs yaml, a string`)
    const { title = `example ${at + 1}`, fixed } = example
    if (typeof title !== 'string') throw new TypeError(`the title of ${name}[${at}] must be a string`)
    if (fixed !== undefined && (name === 'good' || typeof fixed !== 'string')) throw new TypeError(name === 'good' ? `good[${at}] is right already, so it has nothing fixed` : `fixed of bad[${at}] must be a string`)
    return { ...example, title } as BadExample
  })
}

/** What is visited by the name of a kind with its group is looked for among all objects. */
function readVisitors(visit: unknown, crossObject: boolean, plugin: string): Visitors {
  if (!isMap(visit) || Object.keys(visit).length === 0) throw new TypeError('visit must have a function for object, podSpec, container or a kind such as Deployment')
  const own: Record<string, Visit> = {}
  const patterns: [pattern: string, visit: Visit][] = []
  for (const [name, given] of Object.entries(visit)) {
    if (typeof given !== 'function') throw new TypeError(`visit.${name} must be a function`)
    const guarded = guard(given as Visit, plugin)
    if (name.includes('/')) patterns.push([name, guarded])
    else own[name] = guarded
    if (name === 'definition' && !crossObject) throw new TypeError('visit.definition needs crossObject: true')
    if (!(SUBJECTS as readonly string[]).includes(name)) checkKind(name, crossObject)
  }
  if (patterns.length > 0) {
    const { object } = own
    own['object'] = (subject, context) => {
      object?.(subject, context)
      for (const [pattern, each] of patterns) if (isOfKind(subject as KubernetesObject, pattern)) each(subject, context)
    }
  }
  return own as Visitors
}

function checkKind(name: string, crossObject: boolean): void {
  const steps = name.split('/')
  const kind = steps.at(-1)!
  if (steps.length > 1) {
    if (steps.length > 3 || steps.includes('')) throw new TypeError(`"${name}" is not a kind; right are Deployment, apps/Deployment, apps/v1/Deployment and batch/*`)
    const ofGroup = kindsOf(LATEST).flatMap((known) => (known.apiVersion.split('/')[0] === steps[0] ? known.kind : []))
    // A group that is extended has kinds that are not Kubernetes' own.
    const hint = kind === '*' || ofGroup.includes(kind) ? '' : didYouMean(kind, ofGroup)
    if (hint !== '') throw new TypeError(`there is no kind "${name}"${hint}`)
    return
  }
  if (Object.hasOwn(THIRD_PARTY_KINDS, kind)) return
  if (![LATEST, ...MINORS].some((minor) => kindsOf(minor).some((known) => known.kind === kind))) {
    throw new TypeError(`Kubernetes has no kind "${kind}"${didYouMean(kind, [...SUBJECTS, ...kindsOf(LATEST).map((known) => known.kind)]) || `; a custom resource is named with its group: example.com/${kind}`}`)
  }
  if (crossObject && !INDEXED_KINDS.has(kind)) throw new TypeError(`with crossObject, objects of the kind "${kind}" are not kept until all files are read: visit definition, or one of ${[...INDEXED_KINDS].join(', ')}`)
}

const kindsOf = (minor: string) => loadTable(minor).kinds()

/** What a visitor does wrong is said in words, before it becomes a finding without a place. */
function guard(visit: Visit, plugin: string): Visit {
  return (subject, context) => {
    try {
      const result = visit(subject, new PluginContext(context))
      if (!(result instanceof Promise)) return
      result.catch(() => undefined)
      throw new TypeError('a visitor must not be async: what it finds later is lost')
    } catch (cause) {
      throw new PluginError(plugin, cause)
    }
  }
}

class PluginContext implements Context {
  private readonly context: Context
  readonly options: unknown
  readonly podSecurity: Context['podSecurity']
  readonly pinnedImages: Context['pinnedImages']
  readonly index: Context['index']
  readonly files: Context['files']

  constructor(context: Context) {
    this.context = context
    this.options = context.options
    this.podSecurity = context.podSecurity
    this.pinnedImages = context.pinnedImages
    this.index = context.index
    this.files = context.files
  }

  /** A rule that asks for it visits everything once for each. */
  get kubernetesVersion(): string {
    return this.context.kubernetesVersion
  }

  // A property, so that rules can take it out of the context.
  readonly report: Context['report'] = (place, message, fix, more) => {
    if (!isMap(place) || !isMap((place as Fields)['source']) || typeof (place as Fields)['start'] !== 'number') throw new TypeError('report needs a place first, such as object.at("spec")')
    if (typeof message !== 'string' || message === '') throw new TypeError('report needs a message after the place, a string')
    if (/[\n\r]/.test(message)) throw new TypeError('the message of a finding has one line')
    this.context.report(place, message, fix, more)
  }
}
