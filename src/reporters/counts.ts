/** How many findings there are of each rule, in each file, of each kind of object. */
import type { Diagnostic } from '../diagnostic.ts'

export interface Counts {
  name: string
  findings: number
  errors: number
  warnings: number
  infos: number
  /** What `--fix` would fix. */
  fixable: number
  /** What `--fix` would fix only with `--unsafe-fixes`. */
  fixableUnsafe: number
}

export const ruleOf = ({ rule }: Diagnostic): string => rule
export const fileOf = ({ file }: Diagnostic): string => file
/** Of `Deployment shop/web`: `Deployment`. Findings without an object count as such. */
export const kindOf = ({ object }: Diagnostic): string => object.split(' ')[0] || NO_OBJECT

const NO_OBJECT = '(no object)'

/** Of `Deployment shop/web`: `shop`; empty for an object without a namespace. */
export const namespaceOf = ({ object }: Diagnostic): string => /^\S+ ([^/]+)\//.exec(object)?.[1] ?? ''

/** Most findings first, then by name. */
export function countBy(diagnostics: readonly Diagnostic[], nameOf: (diagnostic: Diagnostic) => string): Counts[] {
  const byName = new Map<string, Counts>()
  for (const diagnostic of diagnostics) {
    const name = nameOf(diagnostic)
    const counts = byName.get(name) ?? { name, findings: 0, errors: 0, warnings: 0, infos: 0, fixable: 0, fixableUnsafe: 0 }
    byName.set(name, counts)
    counts.findings++
    counts[`${diagnostic.severity}s`]++
    if (diagnostic.fix === 'safe') counts.fixable++
    else if (diagnostic.fix === 'unsafe') counts.fixableUnsafe++
  }
  return [...byName.values()].sort((a, b) => b.findings - a.findings || (a.name < b.name ? -1 : 1))
}
