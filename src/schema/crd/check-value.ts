/**
 * Holds a value against a schema as the API server does: all keywords speak, whatever the others say, each of them of the kind of value that it is about.
 * https://github.com/kubernetes/kube-openapi/tree/master/pkg/validation/validate
 */
import type { Step } from '../../model/field-path.ts'
import type { ErrorType } from '../constraints.ts'
import { anyOf, mustBe, shorten } from '../sentence.ts'
import { repeatedItems } from './list-items.ts'
import { needOf, ruledOut } from './junctor-words.ts'
import { asText, UNREADABLE, type CustomSchema, type Json, type JsonMap } from './custom-schema.ts'

export interface ValueFault {
  steps: readonly Step[]
  code: ErrorType
  /** Goes on after the field, as in a constraint. Empty where `mistyped` says it. */
  message: string
  /** The schema whose type the value does not have: that is put into words with what is written there. */
  mistyped?: CustomSchema
  /** The server takes it all the same. */
  isTaken?: boolean
  /** The server names no field. */
  nowhere?: true
  /** What the server says only because of another fault. */
  echo?: true
  related?: { steps: readonly Step[]; message: string }
}

/** A whole object in a field of another one. */
export interface Embedded {
  steps: readonly Step[]
  value: JsonMap
}

export interface CheckOptions {
  minor: number
  /** A value that a schema has as a default: there, x-kubernetes-int-or-string says nothing, and nobody looks for repeated items. */
  isDefault?: boolean
}

const NOWHERE = { nowhere: true } as const
const ECHO = { nowhere: true, echo: true } as const

export class ValueCheck {
  private readonly minor: number
  private readonly isDefault: boolean
  private faults: ValueFault[] = []
  private readonly way: Step[] = []
  /** How often something was looked at that nobody knows. */
  private unknown = 0
  /** Schemas that were looked at: of several that fail, that one was meant with which most was looked at. */
  private visits = 0
  readonly embedded: Embedded[] = []

  constructor({ minor, isDefault = false }: CheckOptions) {
    this.minor = minor
    this.isDefault = isDefault
  }

  check(value: Json, schema: CustomSchema): readonly ValueFault[] {
    this.visit(value, schema)
    return this.faults
  }

  private fault(code: ErrorType, message: string, more: Partial<ValueFault> = {}): void {
    this.faults.push({ steps: [...this.way], code, message, ...more })
  }

  private visit(value: Json, schema: CustomSchema): void {
    if (value === UNREADABLE) {
      this.unknown++
      return
    }
    this.visits++
    const fits = this.hasType(value, schema)
    // Where a string has a format that it knows, the server takes any list.
    const isTaken = !fits && Array.isArray(value) && schema.type === 'string' && schema.format(this.minor) !== undefined
    if (!fits && !(isTaken && this.isDefault)) this.fault('TypeInvalid', '', { mistyped: schema, ...(isTaken && { isTaken }) })
    if (value === null) return
    if (schema.hasJunctors) this.junctors(value, schema)
    if (typeof value === 'string') this.text(value, schema)
    else if (typeof value === 'number' || typeof value === 'bigint') this.number(value, schema, fits)
    else if (Array.isArray(value)) this.list(value as readonly Json[], schema)
    else if (typeof value === 'object') this.map(value as JsonMap, schema)
    if (schema.allowed !== undefined && !schema.allowed.has(asText(value)) && this.isKnown(value)) this.fault('NotSupported', wordsOf(schema.raw.enum!, value))
  }

  private hasType(value: Json, { type, isIntOrString, isNullable }: CustomSchema): boolean {
    if (value === null) return isNullable || (type === '' && !isIntOrString)
    if (isIntOrString && (type === '' || !this.isDefault)) return this.isDefault || typeof value === 'string' || isInteger(value)
    switch (type) {
      case 'string':
        return typeof value === 'string'
      case 'boolean':
        return typeof value === 'boolean'
      case 'integer':
        return isInteger(value)
      case 'number':
        return typeof value === 'number' || typeof value === 'bigint'
      case 'array':
        return Array.isArray(value)
      case 'object':
        return typeof value === 'object' && !Array.isArray(value)
      default:
        return true
    }
  }

  private text(value: string, schema: CustomSchema): void {
    const { minLength, maxLength, pattern } = schema.raw
    // A character outside of the basic plane counts once, and is two in JavaScript.
    if (minLength !== undefined && value.length < Number(minLength) * 2 && characters(value) < minLength) this.fault('Invalid', `must be at least ${minLength} ${minLength === 1 ? 'character' : 'characters'} long`)
    if (maxLength !== undefined && value.length > maxLength && characters(value) > maxLength) this.fault('TooLong', `must be at most ${maxLength} ${maxLength === 1 ? 'character' : 'characters'} long`)
    if (schema.pattern !== undefined && !schema.pattern(value)) this.fault('Invalid', `must match ${shownPattern(pattern!)}`)
    const reason = schema.format(this.minor)?.(value)
    if (reason !== undefined) this.fault('TypeInvalid', [reason].flat().join(', '))
  }

  private number(value: number | bigint, { raw, type }: CustomSchema, fits: boolean): void {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = raw
    const isWhole = isInteger(value)
    // Of whole numbers the server compares only the whole part of a limit.
    const limit = (of: number | bigint) => (isWhole && typeof of === 'number' ? Math.trunc(of) : of)
    if (this.minor < INT32_SINCE || type !== 'integer') {
      // Nothing more is asked.
    } else if (!fits) this.fault('Invalid', 'must be an integer', ECHO)
    else if (raw.format === 'int32' && (value < -(2 ** 31) || value >= 2 ** 31)) this.fault('Invalid', 'must be between -2147483648 and 2147483647', NOWHERE)
    if (minimum !== undefined && (exclusiveMinimum === true ? value <= limit(minimum) : value < limit(minimum))) this.fault('Invalid', `must be ${exclusiveMinimum === true ? 'more than' : 'at least'} ${minimum}`)
    if (maximum !== undefined && (exclusiveMaximum === true ? value >= limit(maximum) : value > limit(maximum))) this.fault('Invalid', `must be ${exclusiveMaximum === true ? 'less than' : 'at most'} ${maximum}`)
    if (multipleOf === undefined) return
    const factor = Number(limit(multipleOf))
    if (factor <= 0) this.fault('Invalid', `cannot be a whole number: the schema wants a multiple of ${multipleOf}, which is ${factor} for the API server`)
    else if (!isMultiple(value, factor)) this.fault('Invalid', `must be a multiple of ${multipleOf}`)
  }

  private list(value: readonly Json[], schema: CustomSchema): void {
    const { minItems, maxItems } = schema.raw
    if (minItems !== undefined && value.length < minItems) this.fault('Invalid', `must have at least ${minItems} ${minItems === 1 ? 'item' : 'items'}`)
    if (maxItems !== undefined && value.length > maxItems) this.fault('TooMany', `must have at most ${maxItems} ${maxItems === 1 ? 'item' : 'items'}`)
    const { items } = schema
    if (items === undefined) return
    for (const [index, item] of value.entries()) this.below(index, item, items)
    if (!this.isDefault) for (const { index, ...fault } of repeatedItems(value, schema)) this.faults.push({ ...fault, steps: [...this.way, index], ...(fault.first === undefined ? {} : { related: { steps: [...this.way, fault.first], message: 'first here' } }) })
  }

  private map(value: JsonMap, schema: CustomSchema): void {
    const { minProperties, maxProperties, required } = schema.raw
    const names = Object.keys(value)
    if (minProperties !== undefined && names.length < minProperties) this.fault('Invalid', `must have at least ${minProperties} ${minProperties === 1 ? 'entry' : 'entries'}`)
    if (maxProperties !== undefined && names.length > maxProperties) this.fault('TooMany', `must have at most ${maxProperties} ${maxProperties === 1 ? 'entry' : 'entries'}`)
    if (Array.isArray(required)) for (const name of required as readonly string[]) if (!Object.hasOwn(value, name)) this.faults.push({ steps: [...this.way, name], code: 'Required', message: 'is required' })
    if (schema.isEmbedded) this.embedded.push({ steps: [...this.way], value })
    for (const name of names) {
      const below = schema.properties.get(name) ?? schema.values
      if (below !== undefined && below !== 'anything') this.below(name, value[name]!, below)
      else if (value[name] === UNREADABLE) this.unknown++
    }
  }

  private below(step: Step, value: Json, schema: CustomSchema): void {
    this.way.push(step)
    this.visit(value, schema)
    this.way.pop()
  }

  /** Whether all of a value is known. */
  private isKnown(value: Json): boolean {
    if (value === UNREADABLE) this.unknown++
    if (typeof value !== 'object' || value === null) return true
    return value !== UNREADABLE && Object.values(value).every((each) => this.isKnown(each as Json))
  }

  private junctors(value: Json, schema: CustomSchema): void {
    const allOf = schema.allOf.map((each) => this.attempt(value, each))
    for (const { faults } of allOf) for (const fault of faults) this.faults.push(fault)
    if (allOf.some(({ isWrong }) => isWrong)) this.fault('Invalid', 'must match all of allOf', ECHO)
    this.oneMember(value, schema.anyOf, 'anyOf')
    this.oneMember(value, schema.oneOf, 'oneOf')
    const not = schema.not === undefined ? undefined : this.attempt(value, schema.not)
    if (not !== undefined && !not.isWrong && !not.isUnclear) this.fault('Invalid', ruledOut(schema.not!), NOWHERE)
  }

  private oneMember(value: Json, members: readonly CustomSchema[], keyword: 'anyOf' | 'oneOf'): void {
    if (members.length === 0) return
    const results = members.map((member) => this.attempt(value, member))
    if (results.some(({ isUnclear }) => isUnclear)) return
    const right = results.filter(({ isWrong }) => !isWrong).length
    if (keyword === 'anyOf' ? right > 0 : right === 1) return
    let best = results[0]!
    for (const result of results) if (result.visits > best.visits) best = result
    const words = needOf(members, keyword, right) ?? (right > 1 ? `must match only one of the ${members.length} schemas in oneOf, and matches ${right}` : this.alternatives(results))
    // Where all that is wanted can be said at once, it is; else what was most likely meant speaks for itself.
    this.fault('Invalid', words ?? `must match one of the ${members.length} schemas in ${keyword}`, words === undefined && best.faults.length > 0 ? ECHO : NOWHERE)
    if (right === 0) for (const fault of best.faults) this.faults.push(words === undefined ? fault : { ...fault, echo: true })
  }

  /** What each of some schemas wants of the value itself, when that is one thing. */
  private alternatives(results: readonly { faults: readonly ValueFault[] }[]): string | undefined {
    const wanted = results.map(({ faults: [first, ...others] }) => (first !== undefined && others.length === 0 && first.steps.length === this.way.length && first.message.startsWith('must ') ? first.message : undefined))
    return wanted.every((message) => message !== undefined) ? anyOf(wanted.map((message, index) => (index === 0 ? message : message.slice('must '.length)))) : undefined
  }

  private attempt(value: Json, schema: CustomSchema): { faults: readonly ValueFault[]; isWrong: boolean; isUnclear: boolean; visits: number } {
    const { faults: outer, unknown, visits } = this
    this.faults = []
    this.visit(value, schema)
    const { faults } = this
    this.faults = outer
    return { faults, isWrong: faults.length > 0, isUnclear: this.unknown !== unknown, visits: this.visits - visits }
  }
}

/** The formats of integers are known since then. */
const INT32_SINCE = 36

const isInteger = (value: Json): boolean => (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 63) || (typeof value === 'bigint' && value >= -(2n ** 63n) && value < 2n ** 63n)

function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

function isMultiple(value: number | bigint, factor: number): boolean {
  if (typeof value === 'bigint') return value % BigInt(Math.trunc(factor)) === 0n
  if (Number.isInteger(value) && Number.isInteger(factor)) return value % factor === 0
  const times = factor < 1 ? (1 / factor) * value : value / factor
  // As much as the server forgives.
  return Number.isInteger(times) || Math.abs(times - Math.trunc(times)) / (Math.abs(times) + Math.abs(Math.trunc(times))) < 1e-9
}

/** As it is written in the schema, unless it is long. */
const shownPattern = (pattern: string): string => (pattern.length > LONGEST_PATTERN ? `the pattern ${pattern.slice(0, LONGEST_PATTERN)}…` : pattern)
const LONGEST_PATTERN = 80

/** What is allowed, in words, with the nearest of strings. */
function wordsOf(values: readonly Json[], found: Json): string {
  if (values.length <= MOST_COMPARED && values.every((value) => typeof value === 'string')) return mustBe(values, typeof found === 'string' ? found : '', shorten)
  return `must be ${anyOf(values, shownValue)}`
}

/** A value that is not among so many is not looked at together with each of them. */
const MOST_COMPARED = 200

const shownValue = (value: Json): string => (typeof value === 'string' ? shorten(value) : shorten(asText(value)).slice(1, -1).replaceAll('\\"', '"'))
