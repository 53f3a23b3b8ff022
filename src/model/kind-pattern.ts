/** Kinds as settings name them: `Deployment`, `apps/Deployment`, `apps/v1/Deployment`, `batch/*`. */
import type { KubernetesObject } from './object.ts'

/** Whether an object is of one of these kinds; without any, it is. */
export const isOfKinds = (object: Pick<KubernetesObject, 'apiVersion' | 'kind'>, kinds: readonly string[]): boolean => kinds.length === 0 || kinds.some((pattern) => isOfKind(object, pattern))

/** The core group has no name: its kinds are `v1/Pod`. */
export function isOfKind({ apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>, pattern: string): boolean {
  const slash = apiVersion.indexOf('/')
  const [group, version] = slash === -1 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)]
  const steps = pattern.split('/')
  const wanted = steps.pop()!
  if (wanted !== '*' && wanted !== kind) return false
  if (steps.length === 0) return true
  const [first, second] = steps
  if (second !== undefined) return isSame(first!, group) && isSame(second, version)
  return isSame(first!, group) || (group === '' && isSame(first!, version))
}

const isSame = (wanted: string, name: string): boolean => wanted === '*' || wanted === name
