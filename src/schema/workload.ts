/** What workloads have in common: a selector that must match the labels of the pod template, and pods that always run. */
import type { TypeCheckContext } from './constraints.ts'
import { labelValue, qualifiedName } from '../formats/names.ts'
import { isEmptySelector, selectorMatches, type Labels, type LabelSelector } from '../formats/selector.ts'

export interface Workload {
  readonly selector?: LabelSelector | undefined
  readonly template?:
    | {
        readonly metadata?: { readonly labels?: Labels | undefined } | undefined
        readonly spec?: { readonly restartPolicy?: string | undefined; readonly activeDeadlineSeconds?: number | undefined } | undefined
      }
    | undefined
}

export const templateLabels = ({ template }: Workload): Labels => template?.metadata?.labels ?? {}

/** Whatever of the template's labels exists is underlined. */
export function reportMismatch({ report }: Pick<TypeCheckContext, 'report'>): void {
  report(['template', 'metadata', 'labels'], 'Invalid', 'must match "selector", or the workload cannot own its pods')
}

/** Its pods are replaced when they end, so they must neither end nor be ended. */
export function checkAlwaysRuns({ template }: Workload, { report }: Pick<TypeCheckContext, 'report'>): void {
  const { restartPolicy = '', activeDeadlineSeconds } = template?.spec ?? {}
  if (restartPolicy !== '' && restartPolicy !== 'Always') report(['template', 'spec', 'restartPolicy'], 'NotSupported', 'must be "Always" in this kind of workload')
  if (activeDeadlineSeconds !== undefined) report(['template', 'spec', 'activeDeadlineSeconds'], 'Forbidden', 'may not be set in this kind of workload')
}

/** Checked on the spec of a Deployment, ReplicaSet or StatefulSet, whose selector must select something. */
export function checkSelector(spec: Workload, context: Pick<TypeCheckContext, 'report' | 'skip'>): void {
  const { selector } = spec
  const matches = selectorMatches(selector, templateLabels(spec))
  if (selector === undefined) context.report(['selector'], 'Required', 'is required')
  else if (isEmptySelector(selector)) context.report(['selector'], 'Invalid', 'must not be empty, since it would select every pod')
  // One error more than those for its parts.
  if (matches === undefined) {
    context.report(['selector'], 'Invalid', 'must be a selector that can be read')
    // The labels of the template are often as malformed, and the server does not get to them.
    context.skip('template', 'metadata')
  }
  if (matches === false) reportMismatch(context)
}

/**
 * An object of these kinds without labels gets those of its template, and what is wrong with them is then wrong there as well:
 * one error more of the server, at the place where they are written.
 */
export function reportLabelsOfObject(own: Labels | undefined, template: Labels, steps: readonly string[], { report }: Pick<TypeCheckContext, 'report'>): void {
  if (Object.keys(own ?? {}).length > 0) return
  for (const [key, value] of Object.entries(template)) {
    for (const reason of [...(qualifiedName(key) ?? []), ...(labelValue(value) ?? [])]) report([...steps, key], 'Invalid', `Label "${key}" is given to the object as well, where it ${reason}`, { path: 'metadata.labels' })
  }
}
