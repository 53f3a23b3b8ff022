/** What a chart is told of the cluster. */
import type { Rendering } from '../../render/engine.ts'
import { loadTable } from '../../schema/table.ts'
import type { ValuesSet } from './values-sets.ts'

const tables = new Map<string, string[]>()

/** As `.Capabilities.APIVersions` has them: groups with versions, and kinds in them. */
function apiVersionsOf(minor: string): string[] {
  let known = tables.get(minor)
  if (known === undefined) {
    const kinds = loadTable(minor).kinds()
    tables.set(minor, (known = [...new Set(kinds.flatMap(({ apiVersion, kind }) => [apiVersion, `${apiVersion}/${kind}`]))].sort()))
  }
  return known
}

export const renderingOf = ({ layers, release, namespace, apiVersions = [] }: ValuesSet, minor: string): Rendering => ({ values: layers.map(({ text }) => text), release, namespace, kubeVersion: `${minor}.0`, apiVersions: [...apiVersionsOf(minor), ...apiVersions] })
