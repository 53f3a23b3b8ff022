/** Webhooks and policies of admission can come from files of the API server; their names end in a suffix that no object may have. */
import type { Loose, ObjectMeta } from '../model/kinds.ts'
import type { TypeCheckContext } from './constraints.ts'

const SUFFIX = '.static.k8s.io'

export function refuseStaticName({ metadata }: { readonly metadata?: Loose<ObjectMeta> | undefined }, { minor, report, warn }: TypeCheckContext): void {
  if (metadata?.name?.endsWith(SUFFIX) !== true) return
  const message = `must not end in "${SUFFIX}", which is reserved for manifests of the API server itself`
  if (minor >= 37) report(['metadata', 'name'], 'Invalid', message)
  else if (minor === 36) warn(['metadata', 'name'], message)
}
