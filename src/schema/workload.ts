/** What workloads have in common: a selector that must match the labels of the pod template, and pods that always run. */
import type { TypeCheckContext } from './constraints.ts'
import { labelValue, qualifiedName } from '../formats/names.ts'
import { isEmptySelector, mismatch, selectorMatches, type Labels, type LabelSelector } from '../formats/selector.ts'

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

/** The label that differs is underlined, or the labels that lack it. `steps` lead from the node to the spec. */
export function reportMismatch(selector: LabelSelector, labels: Labels, { path, report }: Pick<TypeCheckContext, 'path' | 'report'>, steps: readonly string[] = [], echo = false): void {
  const found = mismatch(selector, labels)
  if (found === undefined) return
  const way = [...steps, 'template', 'metadata', 'labels']
  report(found.key === undefined ? way : [...way, found.key], 'Invalid', found.message, { path: [path, ...way].filter(Boolean).join('.'), lack: true, ...(echo && { echo }), related: { steps: [...steps, 'selector'], message: 'the selector' } })
}

/** Its pods are replaced when they end, so they must neither end nor be ended. */
export function checkAlwaysRuns({ template }: Workload, { report }: Pick<TypeCheckContext, 'report'>): void {
  const { restartPolicy = '', activeDeadlineSeconds } = template?.spec ?? {}
  if (restartPolicy !== '' && restartPolicy !== 'Always') report(['template', 'spec', 'restartPolicy'], 'NotSupported', 'must be "Always" in this kind of workload')
  if (activeDeadlineSeconds !== undefined) report(['template', 'spec', 'activeDeadlineSeconds'], 'Forbidden', 'cannot be set in this kind of workload')
}

/** Checked on the spec of a Deployment, ReplicaSet or StatefulSet, whose selector must select something. */
export function checkSelector(spec: Workload, context: Pick<TypeCheckContext, 'path' | 'report' | 'skip'>): void {
  const { selector } = spec
  const labels = templateLabels(spec)
  const matches = selectorMatches(selector, labels)
  if (selector === undefined) reportNoSelector(spec, context)
  else if (isEmptySelector(selector)) context.report(['selector'], 'Invalid', 'must not be empty, since it would select every pod')
  // One error more than those for its parts.
  if (matches === undefined) {
    context.report(['selector'], 'Invalid', 'must be a selector that can be read', { echo: true })
    // The labels of the template are often as malformed, and the server does not get to them.
    context.skip('template', 'metadata')
  }
  // Without a template, that is what is wrong.
  if (matches === false && selector !== undefined) reportMismatch(selector, labels, context, [], spec.template === undefined)
}

/** For the server it is two errors: no labels match what is not there. */
function reportNoSelector(spec: Workload, { path, report }: Pick<TypeCheckContext, 'path' | 'report'>): void {
  const labels = templateLabels(spec)
  const printed = { path: `${path}.template.metadata.labels` }
  report(['selector'], 'Required', 'is required')
  if (Object.keys(labels).length > 0) report(['selector'], 'Invalid', 'is missing, so that no labels match it', printed)
  else report(['template', 'metadata', 'labels'], 'Invalid', 'Pod template has no labels that a selector could match', { ...printed, ...(spec.template === undefined && { echo: true }) })
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
