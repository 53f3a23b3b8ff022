/** What is known of fields beside their types. In the bundles this is made when they are: no rule and no constraint is loaded to explain a field. */
import { exampleText } from '../engine/define-rule.ts'
import { Linter } from '../lint.ts'
import { documentedRules } from '../rule-docs.ts'
import { constraintSets } from '../schema/constraints/index.ts'
import { loadTable, type Type } from '../schema/table.ts'
import { LATEST } from '../versions.ts'
import { describeConstraints, type Notes } from './describe.ts'
import { objectOf } from './find-field.ts'

export interface FieldDocs {
  notes: Notes
  /** Fields of which constraints say whether they are required, by type. */
  decided: Readonly<Record<string, readonly string[]>>
  /** Of the other rules, by type and field: those that report there, as far as their examples show. */
  rules: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

export const fieldDocs = async (): Promise<FieldDocs> => ({ notes: describeConstraints(constraintSets), decided: decidedFields(), rules: await reportingRules() })

function decidedFields(): FieldDocs['decided'] {
  const decided: Record<string, string[]> = {}
  for (const { types } of constraintSets) for (const { type, constraints } of types) for (const [name, checks] of Object.entries(constraints().fields ?? {})) if (isDecision(checks)) (decided[type] ??= []).push(name)
  return decided
}

const isDecision = (checks: unknown): boolean => Array.isArray(checks) || (typeof checks === 'object' && checks !== null && 'describes' in checks)

async function reportingRules(): Promise<FieldDocs['rules']> {
  const found: Record<string, Record<string, string[]>> = {}
  for (const rule of documentedRules()) {
    // What looks at any object says nothing of a single field.
    if (rule.visit === undefined || rule.visit.object !== undefined) continue
    for (const { yaml } of rule.bad) {
      const linter = new Linter({ kubernetesVersions: [LATEST], severities: new Map([[rule.id, rule.severity]]), describe: false })
      await linter.add({ file: 'example.yaml', text: exampleText(yaml), named: false })
      for (const { object, path } of (await linter.finish()).diagnostics) {
        const place = fieldAt(object.split(' ')[0]!, path)
        if (place === undefined) continue
        const rules = ((found[place.type] ??= {})[place.field] ??= [])
        if (!rules.includes(rule.id)) rules.push(rule.id)
      }
    }
  }
  return found
}

/** The type and field that a path of a finding leads to: the last field on it, whatever key or index comes after. */
function fieldAt(kind: string, path: string): { type: string; field: string } | undefined {
  for (const info of loadTable(LATEST).kinds()) {
    if (info.kind !== kind) continue
    let type: Type | undefined = info.type
    let place: { type: string; field: string } | undefined
    for (const [name] of path.matchAll(/[^.[\]]+(?![^[]*\])/g)) {
      const field: ReturnType<Type['fields']['get']> = type?.fields.get(name)
      if (field === undefined) break
      place = { type: type!.name, field: name }
      type = objectOf(field.type)
    }
    if (place !== undefined) return place
  }
  return undefined
}
