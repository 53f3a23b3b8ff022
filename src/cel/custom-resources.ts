/** Evaluates the rules in CEL of definitions, `x-kubernetes-validations`, on custom resources that have passed the rest of their schema. */
import type { Step } from '../model/field-path.ts'
import type { KubernetesObject } from '../model/object.ts'
import { placeAt } from '../model/place.ts'
import type { RuleSubject } from '../schema/crd/custom-resources.ts'
import { WRONG_VALUE } from '../schema/crd/custom-walk.ts'
import { ruleSchema, ruleValue } from '../schema/crd/rule-schema.ts'
import type { ExpressionFault } from '../schema/expressions.ts'
import { fieldName } from '../schema/sentence.ts'
import type { WalkFinding } from '../schema/walk-finding.ts'
import type { Engine } from './engine.ts'

export interface RuleFinding {
  object: KubernetesObject
  minor: number
  finding: WalkFinding
}

export async function brokenRules(engine: Engine, subjects: readonly RuleSubject[]): Promise<RuleFinding[]> {
  const found: RuleFinding[] = []
  const groups = bySchema(subjects)
  const answers = await Promise.all(groups.map(({ minor, schema, of }) => {
    const seen = ruleSchema(schema)
    return engine.answers({ minor, tasks: [{ resources: { schema: seen, objects: of.map(({ value }) => ruleValue(value, seen)) } }] })
  }))
  for (const [index, { minor, of }] of groups.entries()) {
    const [answer] = answers[index]!
    if (answer!.failure !== undefined) {
      for (const { object } of of) found.push({ object, minor, finding: notEvaluated(object, answer!.failure) })
      continue
    }
    for (const fault of answer!.faults ?? []) {
      // Of what does not compile in the definition its own finding says.
      if (!fault.detail.startsWith('rule compile')) found.push({ object: of[fault.index]!.object, minor, finding: findingOf(of[fault.index]!, fault) })
    }
  }
  return found
}

/** Rules are compiled once for all objects of a version. */
function bySchema(subjects: readonly RuleSubject[]): { minor: number; schema: RuleSubject['schema']; of: RuleSubject[] }[] {
  const groups: ReturnType<typeof bySchema> = []
  const known = new Map<RuleSubject['schema'], Map<number, RuleSubject[]>>()
  for (const subject of subjects) {
    const { minor, schema } = subject
    const ofSchema = known.get(schema) ?? new Map<number, RuleSubject[]>()
    known.set(schema, ofSchema)
    const of = ofSchema.get(minor)
    if (of !== undefined) {
      of.push(subject)
      continue
    }
    ofSchema.set(minor, [subject])
    groups.push({ minor, schema, of: ofSchema.get(minor)! })
  }
  return groups
}

function notEvaluated(object: KubernetesObject, failure: string): WalkFinding {
  const { start, end, path } = object.at('kind')
  return { rule: WRONG_VALUE, message: `The rules of its definition were not evaluated: ${failure}`, start, end, path, severity: 'warning' }
}

function findingOf({ object, value, release }: RuleSubject, { path = '', type, detail }: ExpressionFault): WalkFinding {
  const { source, tape, root, prefix, kind } = object
  const steps = path === '<nil>' ? [] : stepsOf(path, value)
  const place = placeAt(source, tape, root, -1, prefix, steps)
  const printed = prefix === '' ? path : path === '<nil>' ? prefix : `${prefix}.${path}`
  const message = `${steps.length === 0 ? kind : fieldName(steps)} breaks a rule of its definition${words(detail)}${release === undefined ? '' : ` (${release})`}`
  // Two rules that one object breaks are two mistakes. What a rule misses may be added by a patch.
  const finding: WalkFinding = { rule: WRONG_VALUE, code: type, message, start: place.start, end: place.end, path: printed, about: `${place.path}: ${detail}`, lack: 'here' }
  if (release !== undefined) finding.severity = 'warning'
  return finding
}

function words(detail: string): string {
  if (detail === '') return ''
  const rule = /^failed rule: ([^]*)$/.exec(detail)?.[1]
  return `: ${(rule ?? detail).replaceAll(/\s+/g, ' ').trim()}`
}

/** The way that a path of the API server's goes in the value: names of fields may have dots in them, and keys of maps are in brackets. */
function stepsOf(path: string, value: unknown): readonly Step[] {
  if (path === '') return []
  if (Array.isArray(value)) {
    const [whole, index] = /^\[(\d+)\]/.exec(path) ?? []
    return whole === undefined ? [] : [Number(index), ...stepsOf(path.slice(whole.length), value[Number(index)])]
  }
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value).sort((a, b) => b.length - a.length)
    for (const name of names) {
      for (const written of [`.${name}`, name, `[${name}]`]) {
        const rest = path.slice(written.length)
        if (path.startsWith(written) && /^(?:[.[]|$)/.test(rest)) return [name, ...stepsOf(rest, (value as Record<string, unknown>)[name])]
      }
    }
  }
  // A field that is not there.
  return path.replace(/^\./, '').split('.')
}
