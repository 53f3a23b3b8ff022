/** Selectors that are a map of labels: of Services, and of the nodes for a RuntimeClass. */
import { labelValue, qualifiedName } from '../formats/names.ts'
import type { Step } from '../model/field-path.ts'
import type { TypeCheckContext } from './constraints.ts'

/** The server prints the path of the map. */
export function checkPlainSelector(selector: Readonly<Record<string, string | undefined>>, steps: readonly Step[], path: string, report: TypeCheckContext['report']): void {
  for (const [key, value = ''] of Object.entries(selector)) {
    for (const reason of qualifiedName(key) ?? []) report([...steps, key], 'Invalid', `Key "${key}" of the selector ${reason}`, { path, atKey: true })
    for (const reason of labelValue(value) ?? []) report([...steps, key], 'Invalid', `Value "${value}" of the selector ${reason}`, { path })
  }
}
