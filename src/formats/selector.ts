/** Label selectors (metav1.LabelSelector). https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
import { labelValue, qualifiedName } from './names.ts'

export interface LabelSelectorRequirement {
  readonly key?: string | undefined
  readonly operator?: string | undefined
  readonly values?: readonly string[] | undefined
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>> | undefined
  readonly matchExpressions?: readonly LabelSelectorRequirement[] | undefined
}

export type Labels = Readonly<Record<string, string>>

/** One broken part: the error type of Kubernetes, the way to it from the selector, what it is called, and what is wrong with that. */
export interface SelectorProblem {
  code: 'Required' | 'Invalid' | 'Forbidden'
  steps: readonly (string | number)[]
  /** The offending string; absent when something is missing or too much. */
  value?: string
  /** It is the key of a label that is wrong, not its value. */
  isKey?: boolean
  reason: string
}

export const SELECTOR_OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const

/** What the API server says about the selector itself, in its order. */
export function selectorProblems(selector: LabelSelector): SelectorProblem[] {
  const problems: SelectorProblem[] = []
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    for (const reason of qualifiedName(key) ?? []) problems.push({ code: 'Invalid', steps: ['matchLabels', key], value: key, isKey: true, reason })
    for (const reason of labelValue(value) ?? []) problems.push({ code: 'Invalid', steps: ['matchLabels', key], value, reason })
  }
  for (const [index, { key = '', operator = '', values = [] }] of (selector.matchExpressions ?? []).entries()) {
    const at = (...steps: (string | number)[]) => ['matchExpressions', index, ...steps]
    if (operator === 'In' || operator === 'NotIn') {
      if (values.length === 0) problems.push({ code: 'Required', steps: at('values'), reason: `must not be empty for the operator ${operator}` })
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (values.length > 0) problems.push({ code: 'Forbidden', steps: at('values'), reason: `must be absent for the operator ${operator}` })
    } else problems.push({ code: 'Invalid', steps: at('operator'), value: operator, reason: 'must be "In", "NotIn", "Exists" or "DoesNotExist"' })
    for (const reason of qualifiedName(key) ?? []) problems.push({ code: 'Invalid', steps: at('key'), value: key, reason })
    for (const [j, value] of values.entries()) for (const reason of labelValue(value) ?? []) problems.push({ code: 'Invalid', steps: at('values', j), value, reason })
  }
  return problems
}

/** The first thing that a readable selector wants and the labels lack; undefined when they match. `key`: the label that has another value. */
export function mismatch({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels): { key?: string; message: string } | undefined {
  for (const [key, value] of Object.entries(matchLabels)) {
    if (!Object.hasOwn(labels, key)) return { message: `Label "${key}" is missing, the selector wants "${value}"` }
    if (labels[key] !== value) return { key, message: `Label "${key}" is "${labels[key]}", the selector wants "${value}"` }
  }
  for (const expression of matchExpressions) {
    if (selectorMatches({ matchExpressions: [expression] }, labels) !== false) continue
    const { key = '', operator, values = [] } = expression
    const wanted = `${key} ${operator}${values.length > 0 ? ` (${values.join(', ')})` : ''}`
    return Object.hasOwn(labels, key) ? { key, message: `Label "${key}" is "${labels[key]}", the selector wants ${wanted}` } : { message: `Label "${key}" is missing, the selector wants ${wanted}` }
  }
  return undefined
}

/** Neither labels nor expressions: it selects everything. */
export const isEmptySelector = (selector: LabelSelector): boolean =>
  Object.keys(selector.matchLabels ?? {}).length === 0 && (selector.matchExpressions?.length ?? 0) === 0

/**
 * Whether the selector selects what has these labels. No selector selects nothing, an empty one everything.
 * Undefined when the selector is broken: the API server cannot convert it.
 */
export function selectorMatches(selector: LabelSelector | undefined, labels: Labels): boolean | undefined {
  if (selector === undefined) return false
  return selectorProblems(selector).length > 0 ? undefined : soundSelectorMatches(selector, labels)
}

/** The same for one that is not broken. */
export function soundSelectorMatches(selector: LabelSelector, labels: Labels): boolean {
  const has = (key: string) => Object.hasOwn(labels, key)
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) if (!has(key) || labels[key] !== value) return false
  for (const { key = '', operator, values = [] } of selector.matchExpressions ?? []) {
    const holds =
      operator === 'In' ? has(key) && values.includes(labels[key]!) : operator === 'NotIn' ? !has(key) || !values.includes(labels[key]!) : has(key) === (operator === 'Exists')
    if (!holds) return false
  }
  return true
}

/** Selectors of Services and ReplicationControllers: plain labels. An empty one selects nothing. */
export const labelsMatch = (wanted: Labels, labels: Labels): boolean => {
  const entries = Object.entries(wanted)
  return entries.length > 0 && entries.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value)
}
