/** The constraints of one minor, by type name, in the shape that the walk reads. */
import { constraintSets } from './constraints/index.ts'
import type { Check, TypeConstraints } from './constraints.ts'

export interface CompiledField {
  rule: string
  check: Check
  /** From the field down to the checked value: `['successThreshold']` for `livenessProbe: { successThreshold: … }`. */
  steps: readonly string[]
}

export class CompiledType {
  /** By the name of the type's own field. */
  readonly fields = new Map<string, CompiledField[]>()
  readonly required: { rule: string; steps: readonly string[] }[] = []
  readonly sets: { rule: string; constraints: TypeConstraints<never> }[] = []
  private readonly decided = new Set<string>()

  /** Whether constraints say if this field is needed, rather than OpenAPI. */
  covers(field: string): boolean {
    return this.decided.has(field)
  }

  add(rule: string, constraints: TypeConstraints<never>, minor: number): void {
    for (const [name, checks] of Object.entries(constraints.fields ?? {})) this.addField(rule, [name], checks, minor)
    if (constraints.exactlyOneOf !== undefined || constraints.atMostOneOf !== undefined || constraints.unique !== undefined || constraints.check !== undefined) this.sets.push({ rule, constraints })
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
    if (checks.required === true) this.required.push({ rule, steps })
    if (checks.test === undefined) return
    const [field, ...below] = steps
    const list = this.fields.get(field!)
    if (list === undefined) this.fields.set(field!, [{ rule, check: checks, steps: below }])
    else list.push({ rule, check: checks, steps: below })
  }
}

export type ConstraintTable = ReadonlyMap<string, CompiledType>

/** Only the constraints of the rules that are switched on. */
export function compileConstraints(minor: number, isOn: (rule: string) => boolean): ConstraintTable {
  const table = new Map<string, CompiledType>()
  for (const { rule, types } of constraintSets) {
    for (const constraints of types) {
      let compiled = table.get(constraints.type)
      if (compiled === undefined) table.set(constraints.type, (compiled = new CompiledType()))
      if (isOn(rule.id)) compiled.add(rule.id, constraints, minor)
    }
  }
  return table
}

const isCheck = (checks: unknown): checks is Check => typeof checks === 'object' && checks !== null && 'describes' in checks
