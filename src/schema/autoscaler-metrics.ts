/** Metrics and behavior of a HorizontalPodAutoscaler, which autoscaling/v2 has as fields and autoscaling/v1 in annotations: hence functions of plain values. */
import type { ContainerResourceMetricSource, CrossVersionObjectReference, ExternalMetricSource, HPAScalingRules, MetricIdentifier, MetricSpec, MetricTarget, ObjectMetricSource, PodsMetricSource, ResourceMetricSource } from 'kubernetes-types/autoscaling/v2'
import { dnsLabel, pathSegmentName } from '../formats/names.ts'
import { parseQuantity } from '../formats/quantity.ts'
import type { Step } from '../model/field-path.ts'
import type { Loose } from '../model/kinds.ts'
import type { ErrorType } from './constraints.ts'
import { containerResourceReasons } from './resource-amounts.ts'
import { mustBe } from './sentence.ts'

export type Report = (steps: readonly Step[], code: ErrorType, message: string) => void

/** By the type of a metric; in the order in which the server looks for them. */
const SOURCES = { Object: 'object', External: 'external', Pods: 'pods', Resource: 'resource', ContainerResource: 'containerResource' } as const
const TYPES = Object.keys(SOURCES).toSorted()
const TARGET_TYPES = ['Utilization', 'Value', 'AverageValue'] as const
const LONGEST_WINDOW = 3600
const LONGEST_PERIOD = 1800

const below = (report: Report, ...steps: readonly Step[]): Report => (rest, code, message) => report([...steps, ...rest], code, message)

/** A text that is required, and that stands in a URL. */
function checkSegment(field: string, value: string, report: Report): void {
  if (value === '') report([field], 'Required', 'is required')
  else for (const reason of pathSegmentName(value) ?? []) report([field], 'Invalid', reason)
}

export function checkReference({ apiVersion = '', kind = '', name = '' }: Loose<CrossVersionObjectReference>, minor: number, needsGroup: boolean, report: Report): void {
  checkSegment('kind', kind, report)
  checkSegment('name', name, report)
  if (minor < 34) return
  const slashes = apiVersion.split('/').length - 1
  if (slashes > 1) report(['apiVersion'], 'Invalid', 'must be a group and a version: apps/v1')
  else if (needsGroup && kind !== 'ReplicationController' && (slashes === 0 || apiVersion.startsWith('/'))) report(['apiVersion'], 'Invalid', 'must have an API group: apps/v1')
}

const checkIdentifier = ({ name = '' }: Loose<MetricIdentifier>, report: Report): void => checkSegment('name', name, report)

function checkTarget({ type = '', value, averageValue, averageUtilization }: Loose<MetricTarget>, report: Report): void {
  if (type === '') report(['type'], 'Required', 'is required')
  if (!TARGET_TYPES.some((each) => each === type)) report(['type'], 'Invalid', mustBe(TARGET_TYPES, type))
  for (const [field, amount] of Object.entries({ value, averageValue })) {
    const quantity = amount === undefined ? undefined : parseQuantity(amount)
    if (quantity !== undefined && quantity.nanos <= 0n) report([field], 'Invalid', 'must be more than 0')
  }
  if (averageUtilization !== undefined && averageUtilization < 1) report(['averageUtilization'], 'Invalid', 'must be at least 1')
}

function checkResourceTarget({ averageValue, averageUtilization }: Loose<MetricTarget>, report: Report): void {
  if (averageValue === undefined && averageUtilization === undefined) report(['averageUtilization'], 'Required', 'Target must have an averageUtilization or an averageValue')
  if (averageValue !== undefined && averageUtilization !== undefined) report(['averageValue'], 'Forbidden', 'cannot be set together with averageUtilization')
}

function checkValueTarget({ value, averageValue }: Loose<MetricTarget>, allowsBoth: boolean, report: Report): void {
  if (value === undefined && averageValue === undefined) report(['averageValue'], 'Required', 'Target must have a value or an averageValue')
  if (!allowsBoth && value !== undefined && averageValue !== undefined) report(['value'], 'Forbidden', 'cannot be set together with averageValue')
}

function checkObject({ describedObject = {}, metric = {}, target = {} }: Loose<ObjectMetricSource>, minor: number, report: Report): void {
  checkReference(describedObject, minor, false, below(report, 'describedObject'))
  checkIdentifier(metric, below(report, 'metric'))
  checkTarget(target, below(report, 'target'))
  checkValueTarget(target, true, below(report, 'target'))
}

function checkExternal({ metric = {}, target = {} }: Loose<ExternalMetricSource>, report: Report): void {
  checkIdentifier(metric, below(report, 'metric'))
  checkTarget(target, below(report, 'target'))
  checkValueTarget(target, false, below(report, 'target'))
}

function checkPods({ metric = {}, target = {} }: Loose<PodsMetricSource>, report: Report): void {
  checkIdentifier(metric, below(report, 'metric'))
  checkTarget(target, below(report, 'target'))
  if (target.averageValue === undefined) report(['target', 'averageValue'], 'Required', 'is required for a metric of pods')
}

function checkResource({ name = '', target = {} }: Loose<ResourceMetricSource>, report: Report): void {
  if (name === '') report(['name'], 'Required', 'is required')
  checkTarget(target, below(report, 'target'))
  checkResourceTarget(target, below(report, 'target'))
}

function checkContainerResource({ name = '', container = '', target = {} }: Loose<ContainerResourceMetricSource>, report: Report): void {
  if (name === '') report(['name'], 'Required', 'is required')
  else for (const reason of containerResourceReasons(name)) report(['name'], 'Invalid', reason)
  if (container === '') report(['container'], 'Required', 'is required')
  else for (const reason of dnsLabel(container) ?? []) report(['container'], 'Invalid', reason)
  checkTarget(target, below(report, 'target'))
  checkResourceTarget(target, below(report, 'target'))
}

function checkMetric(metric: Loose<MetricSpec>, minor: number, report: Report): void {
  const { type = '', object, external, pods, resource, containerResource } = metric
  const wanted = Object.hasOwn(SOURCES, type) ? SOURCES[type as keyof typeof SOURCES] : undefined
  const present = Object.values(SOURCES).filter((source) => metric[source] !== undefined)
  if (type === '') report(['type'], 'Required', 'is required')
  if (wanted === undefined) report(['type'], 'NotSupported', mustBe(TYPES, type))
  else if (metric[wanted] === undefined) report([wanted], 'Required', `is required for a metric of the type ${type}`)
  if (present.length > 1) for (const source of present) if (source !== wanted) report([source], 'Forbidden', `cannot be set for a metric of the type ${type}`)
  // The server looks only into the first that there is.
  const inside = below(report, ...present.slice(0, 1))
  if (object !== undefined) checkObject(object, minor, inside)
  else if (external !== undefined) checkExternal(external, inside)
  else if (pods !== undefined) checkPods(pods, inside)
  else if (resource !== undefined) checkResource(resource, inside)
  else if (containerResource !== undefined) checkContainerResource(containerResource, inside)
}

/** All metrics of an autoscaler: one that may go down to no pods needs a metric that there is without pods. */
export function checkMetrics(metrics: readonly Loose<MetricSpec>[], minReplicas: number, minor: number, report: Report): void {
  for (const [index, metric] of metrics.entries()) checkMetric(metric, minor, below(report, index))
  if (minReplicas === 0 && !metrics.some(({ type }) => type === 'Object' || type === 'External')) report([], 'Forbidden', 'must have a metric of the type Object or External to scale to 0 pods')
}

/** With `needsPolicies`, missing policies have no default. */
export function checkScaling({ stabilizationWindowSeconds, selectPolicy, policies, ...rules }: Loose<HPAScalingRules>, minor: number, needsPolicies: boolean, report: Report): void {
  if (stabilizationWindowSeconds !== undefined && (stabilizationWindowSeconds < 0 || stabilizationWindowSeconds > LONGEST_WINDOW)) {
    report(['stabilizationWindowSeconds'], 'Invalid', `must be between 0 and ${LONGEST_WINDOW}`)
  }
  if (selectPolicy !== undefined && !['Max', 'Min', 'Disabled'].includes(selectPolicy)) report(['selectPolicy'], 'NotSupported', 'must be "Max", "Min" or "Disabled"')
  if (policies === undefined ? needsPolicies : policies.length === 0) report(['policies'], 'Required', 'must have an item')
  for (const [index, { type = '', value = 0, periodSeconds = 0 }] of (policies ?? []).entries()) {
    const at = (field: string) => ['policies', index, field]
    if (type !== 'Pods' && type !== 'Percent') report(at('type'), 'NotSupported', 'must be "Pods" or "Percent"')
    if (value <= 0) report(at('value'), 'Invalid', 'must be at least 1')
    if (periodSeconds <= 0 || periodSeconds > LONGEST_PERIOD) report(at('periodSeconds'), 'Invalid', `must be between 1 and ${LONGEST_PERIOD}`)
  }
  const { tolerance } = rules as { tolerance?: string | number }
  if (tolerance !== undefined && minor >= 35 && (parseQuantity(tolerance)?.nanos ?? 0n) < 0n) report(['tolerance'], 'Invalid', 'must be at least 0')
}
