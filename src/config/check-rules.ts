/**
 * What the JSON schema of the settings says of the rules, each with options of its own, in the terms of its validator. As code that ajv makes of it, it would be larger than the rest of podlint:
 * the validator sees only that rules have levels, messages and options.
 */
import type { OptionDefinition } from '../engine/define-rule.ts'
import { isMap } from '../model/untyped.ts'
import type { KnownRules } from './known-rules.ts'
import type { ValidationError } from './validate.generated.js'

const pathOf = (...steps: readonly string[]): string => steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
const unknown = (instancePath: string, additionalProperty: string): ValidationError => ({ keyword: 'additionalProperties', instancePath, params: { additionalProperty } })

/** `rules` as the settings file has it. */
export function ruleErrors(rules: unknown, known: KnownRules): ValidationError[] {
  if (!isMap(rules)) return []
  return Object.entries(rules).flatMap(([name, setting]) => {
    const path = pathOf('rules', name)
    if (!isMap(setting)) return known.ids.has(name) || known.areOpen ? [] : [{ keyword: 'type', instancePath: path, params: { type: 'object' } }]
    const { rule = name, options = {} } = setting
    const errors: ValidationError[] = []
    if (setting['suppressible'] !== undefined && typeof setting['suppressible'] !== 'boolean') errors.push({ keyword: 'type', instancePath: `${path}/suppressible`, params: { type: 'boolean' } })
    if (setting['message'] !== undefined) errors.push(...(known.isWalked(name) ? [unknown(path, 'message')] : messageErrors(`${path}/message`, setting['message'])))
    if (known.areOpen && !known.ids.has(String(rule))) return errors
    if (known.ids.has(name)) {
      if ('rule' in setting) errors.push(unknown(path, 'rule'))
    } else if (!('rule' in setting)) errors.push({ keyword: 'required', instancePath: path, params: { missingProperty: 'rule' } })
    else if (typeof rule !== 'string' || !known.ids.has(rule) || known.isWalked(rule)) return [{ keyword: 'enum', instancePath: `${path}/rule`, params: { allowedValues: [] } }]
    if (!isMap(options)) return errors
    const definitions = known.optionsOf(known.ids.has(name) ? name : String(rule))
    if (definitions === undefined) return 'options' in setting ? [...errors, unknown(path, 'options')] : errors
    return [...errors, ...Object.entries(options).flatMap(([option, value]) => (Object.hasOwn(definitions, option) ? valueErrors(pathOf('rules', name, 'options', option), definitions[option]!, value) : unknown(`${path}/options`, option)))]
  })
}

function messageErrors(instancePath: string, message: unknown): ValidationError[] {
  if (typeof message !== 'string') return [{ keyword: 'type', instancePath, params: { type: 'string' } }]
  return message.trim() !== '' && !/[\n\r]/.test(message) ? [] : [{ keyword: 'pattern', instancePath, params: {} }]
}

function valueErrors(instancePath: string, { default: usual, values }: OptionDefinition, value: unknown): ValidationError[] {
  const error = (keyword: string, params: ValidationError['params'], path = instancePath): ValidationError => ({ keyword, instancePath: path, params })
  if (values !== undefined) {
    // `off` without quotes is false for YAML.
    return values.includes(value as string) || (value === false && values.includes('off')) ? [] : [error('enum', { allowedValues: [...values] })]
  }
  if (Array.isArray(usual)) {
    if (!Array.isArray(value)) return [error('type', { type: 'array' })]
    return value.flatMap((item, at) => (typeof item === 'string' ? [] : error('type', { type: 'string' }, `${instancePath}/${at}`)))
  }
  if (typeof usual !== 'number') return typeof value === typeof usual ? [] : [error('type', { type: typeof usual })]
  const isWhole = Number.isInteger(usual)
  if (typeof value !== 'number' || (isWhole && !Number.isInteger(value))) return [error('type', { type: isWhole ? 'integer' : 'number' })]
  // Numbers are amounts: no rule counts below zero, or beyond what is counted exactly.
  if (value < 0) return [error('minimum', { limit: 0 })]
  return value > Number.MAX_SAFE_INTEGER ? [error('maximum', { limit: Number.MAX_SAFE_INTEGER })] : []
}
