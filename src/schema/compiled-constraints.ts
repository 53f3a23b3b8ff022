/** The constraints of one minor, by type name, in the shape that the checker reads. */
import { addTo } from '../parser/grouped-by.ts'
import { internKey } from '../parser/keys.ts'
import { minorNumber, type Check, type ConstraintSet, type OfType, type TypeCheckContext, type TypeConstraints, type UncheckedFields } from './constraints.ts'

export interface CompiledField {
  rule: string
  check: Check
  /** From the field down to the checked value: `['successThreshold']` for `livenessProbe: { successThreshold: … }`. */
  steps: readonly string[]
}

export interface UniqueItems {
  list: string
  key: string
  of(item: unknown): string | undefined
}

/** What one file says of a type beyond its fields. */
export interface CompiledSet {
  rule: string
  oneOf: readonly string[]
  isOneNeeded: boolean
  unique: readonly UniqueItems[]
  check: ((value: never, context: TypeCheckContext) => void) | undefined
  checkTape: TypeConstraints<never>['checkTape']
}

export class CompiledType {
  /** By the id of the interned key of the type's own field. */
  readonly fields = new Map<number, CompiledField[]>()
  readonly required: { rule: string; key: number; steps: readonly string[] }[] = []
  /** Fields that are checked as this value when they are missing. */
  readonly missing: { rule: string; key: number; steps: readonly string[]; check: Check }[] = []
  readonly embedded: { key: number; name: string; type: string }[] = []
  readonly sets: CompiledSet[] = []
  readonly afterwards: { rule: string; check: NonNullable<CompiledSet['check']> }[] = []
  /** Ids of the interned keys of fields that the server forgets. */
  readonly dropped: number[] = []
  printed: TypeConstraints<never>['printed']
  private readonly decided = new Set<string>()

  /** Whether an object of this type without fields may be wrong. */
  get checksEmpty(): boolean {
    return this.required.length + this.missing.length + this.embedded.length + this.sets.length > 0
  }

  /** What there is to say of items that share their key is said by others. */
  ownDuplicates = false

  /** Whether constraints say if this field is needed, rather than OpenAPI. */
  covers(field: string): boolean {
    return this.decided.has(field)
  }

  add(rule: string, { fields, exactlyOneOf, atMostOneOf, unique, ownDuplicates, dropped, printed, check, checkTape, afterwards }: TypeConstraints<never>, minor: number): void {
    if (ownDuplicates === true) this.ownDuplicates = true
    for (const [name, last] of Object.entries(dropped ?? {})) if (last === 'always' || minor <= minorNumber(last)) this.dropped.push(internKey(name))
    this.printed = printed ?? this.printed
    for (const [name, checks] of Object.entries(fields ?? {})) this.addField(rule, [name], checks, minor)
    const oneOf = (exactlyOneOf ?? atMostOneOf ?? []) as readonly string[]
    const lists = Object.entries((unique ?? {}) as Record<string, Omit<UniqueItems, 'list'>>).map(([list, { key, of }]) => ({ list, key, of }))
    const [first, ...others] = [check].flat() as readonly CompiledSet['check'][]
    if (oneOf.length > 0 || lists.length > 0 || first !== undefined || checkTape !== undefined) this.sets.push({ rule, oneOf, isOneNeeded: exactlyOneOf !== undefined, unique: lists, check: first, checkTape })
    if (afterwards !== undefined) this.afterwards.push({ rule, check: afterwards })
    for (const other of others) this.sets.push({ rule, oneOf: [], isOneNeeded: false, unique: [], check: other, checkTape: undefined })
  }

  private addField(rule: string, steps: readonly string[], checks: unknown, minor: number): void {
    if (Array.isArray(checks)) {
      if (steps.length === 1) this.decided.add(steps[0]!)
      for (const each of checks) this.addField(rule, steps, each, minor)
      return
    }
    if (!isCheck(checks)) {
      for (const [name, below] of Object.entries(checks as object)) this.addField(rule, [...steps, name], below, minor)
      return
    }
    if (steps.length === 1) this.decided.add(steps[0]!)
    if (minor < (checks.since ?? 0) || minor > (checks.until ?? Infinity)) return
    const key = internKey(steps[0]!)
    if (checks.required === true) this.required.push({ rule, key, steps })
    if (checks.missing !== undefined) this.missing.push({ rule, key, steps, check: checks })
    if (checks.embedded !== undefined) this.embedded.push({ key, name: steps[0]!, type: checks.embedded })
    if (checks.test === undefined) return
    const compiled = { rule, check: checks, steps: steps.slice(1) }
    addTo(this.fields, key, compiled)
  }
}

/** What is configured, by rule. */
export type RuleOptions = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/** Only the constraints of the rules that are switched on; those of a type are compiled when it is first met. */
export class ConstraintTable {
  private readonly minor: number
  private readonly isOn: (rule: string) => boolean
  private readonly sources = new Map<string, { rule: string; of: OfType }[]>()
  private readonly compiled = new Map<string, CompiledType>()
  private readonly unchecked: UncheckedFields[] = []
  private readonly configured: RuleOptions
  private readonly fixable = new Set<string>()
  private readonly options = new Map<string, Readonly<Record<string, unknown>>>()

  constructor(minor: number, isOn: (rule: string) => boolean, configured: RuleOptions = new Map()) {
    this.minor = minor
    this.isOn = isOn
    this.configured = configured
  }

  add(sets: readonly ConstraintSet[]): void {
    this.compiled.clear()
    for (const { rule, types, unchecked } of sets) {
      if (unchecked !== undefined && this.minor <= minorNumber(unchecked.until)) this.unchecked.push(unchecked)
      if (!this.isOn(rule.id)) continue
      if (rule.fixable !== undefined) this.fixable.add(rule.id)
      if (rule.options !== undefined) this.options.set(rule.id, { ...Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default])), ...this.configured.get(rule.id) })
      for (const of of types) addTo(this.sources, of.type, { rule: rule.id, of })
    }
  }

  optionsOf(rule: string): Readonly<Record<string, unknown>> {
    return this.options.get(rule) ?? {}
  }

  isFixable(rule: string): boolean {
    return this.fixable.has(rule)
  }

  /** Whether the server takes whatever is at this path of the object. */
  isUnchecked(kind: string, path: string): boolean {
    return this.unchecked.some((fields) => fields.kind === kind && fields.path.test(path))
  }

  get(type: string): CompiledType | undefined {
    const known = this.compiled.get(type)
    if (known !== undefined) return known
    const sources = this.sources.get(type)
    if (sources === undefined) return undefined
    const made = new CompiledType()
    for (const { rule, of } of sources) made.add(rule, of.constraints(), this.minor)
    this.compiled.set(type, made)
    return made
  }
}

const isCheck = (checks: unknown): checks is Check => typeof checks === 'object' && checks !== null && 'describes' in checks
