/** Every type of Kubernetes that the newest version has, for a page each. */
import { explain, type Explanation } from '../../src/explain/explanation.ts'
import { fieldDocs } from '../../src/explain/field-docs.ts'
import { objectOf, type Step } from '../../src/explain/find-field.ts'
import { loadTable, type KindInfo, type Type } from '../../src/schema/table.ts'
import { LATEST } from '../../src/versions.ts'

export interface TypePage {
  /** `apps/v1 DeploymentSpec` */
  name: string
  /** Whether objects can be of this type. */
  isKind: boolean
  /** What is said of it where it was met first. */
  explanation: Explanation
  /** The type of each field that has fields of its own, by name of the field. */
  fieldTypes: ReadonlyMap<string, string>
  /** Types that have a field of this one, with the field. */
  usedBy: { name: string; field: string }[]
}

/** In the order in which they are met from the kinds, which are sorted. */
export async function everyType(): Promise<TypePage[]> {
  const docs = await fieldDocs()
  const pages = new Map<string, TypePage>()
  const add = (type: Type, kind: KindInfo, steps: readonly Step[]) => {
    const fields = [...type.fields.values()].flatMap((field) => {
      const below = objectOf(field.type)
      return below === undefined ? [] : [{ field, below }]
    })
    const explanation = explain({ minor: LATEST, kind, others: [], steps }, docs)
    pages.set(type.name, { name: type.name, isKind: steps.length === 0, explanation, fieldTypes: new Map(fields.map(({ field, below }) => [field.name, below.name])), usedBy: [] })
    for (const { field, below } of fields) {
      if (!pages.has(below.name)) add(below, kind, [...steps, { owner: type, field }])
      pages.get(below.name)!.usedBy.push({ name: type.name, field: field.name })
    }
  }
  // A type is explained by the field that people know it from: of a Pod rather than of a DaemonSet.
  const rank = ({ group, version, kind }: KindInfo) => [group, version, kind].join(' ')
  const kinds = [...loadTable(LATEST).kinds()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  for (const kind of kinds) if (!pages.has(kind.type.name)) add(kind.type, kind, [])
  return [...pages.values()]
}
