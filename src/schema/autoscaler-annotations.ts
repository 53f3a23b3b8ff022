/** What autoscaling/v1 has no fields for: the server reads it out of annotations, in JSON, and drops what is not of the type. */
import type { HPAScalingRules, MetricSpec } from 'kubernetes-types/autoscaling/v2'
import { quantity } from '../formats/quantity.ts'
import type { Loose } from '../model/kinds.ts'

export const METRICS_ANNOTATION = 'autoscaling.alpha.kubernetes.io/metrics'
export const BEHAVIOR_ANNOTATION = 'autoscaling.alpha.kubernetes.io/behavior'

export interface Annotated {
  metrics: readonly Loose<MetricSpec>[]
  behavior: Readonly<Record<'scaleUp' | 'scaleDown', Loose<HPAScalingRules> | undefined>>
}

type Shape = 'text' | 'integer' | 'quantity' | { readonly [field: string]: Shape } | readonly [Shape]

const REFERENCE = { kind: 'text', name: 'text', apiVersion: 'text' } as const
const RULES = { stabilizationWindowSeconds: 'integer', selectPolicy: 'text', policies: [{ type: 'text', value: 'integer', periodSeconds: 'integer' }], tolerance: 'quantity' } as const
const METRICS_SHAPE = [
  {
    type: 'text',
    object: { target: REFERENCE, metricName: 'text', targetValue: 'quantity', averageValue: 'quantity' },
    pods: { metricName: 'text', targetAverageValue: 'quantity' },
    resource: { name: 'text', targetAverageUtilization: 'integer', targetAverageValue: 'quantity' },
    containerResource: { name: 'text', container: 'text', targetAverageUtilization: 'integer', targetAverageValue: 'quantity' },
    external: { metricName: 'text', targetValue: 'quantity', targetAverageValue: 'quantity' },
  },
] as const
const BEHAVIOR_SHAPE = { scaleUp: RULES, scaleDown: RULES } as const

const NOT_OF_THE_SHAPE = Symbol('not of the shape')

/** Go finds the name of a field in any case, drops what it does not know, and takes null for a missing value. */
function fit(value: unknown, shape: Shape): unknown {
  if (value === null) return undefined
  if (shape === 'text') return typeof value === 'string' ? value : NOT_OF_THE_SHAPE
  if (shape === 'integer') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31 ? value : NOT_OF_THE_SHAPE
  if (shape === 'quantity') return (typeof value === 'string' || typeof value === 'number') && quantity(value) === undefined ? value : NOT_OF_THE_SHAPE
  if (isListShape(shape)) {
    if (!Array.isArray(value)) return NOT_OF_THE_SHAPE
    const items = value.map((item) => fit(item, shape[0]) ?? {})
    return items.includes(NOT_OF_THE_SHAPE) ? NOT_OF_THE_SHAPE : items
  }
  if (typeof value !== 'object' || Array.isArray(value)) return NOT_OF_THE_SHAPE
  const made: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(value as object)) {
    const name = Object.keys(shape).find((each) => each.toLowerCase() === key.toLowerCase())
    const fitted = name === undefined ? undefined : fit(field, shape[name]!)
    if (fitted === NOT_OF_THE_SHAPE) return NOT_OF_THE_SHAPE
    if (fitted !== undefined) made[name!] = fitted
  }
  return made
}

const isListShape = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)

function read<T>(text: string | undefined, shape: Shape, otherwise: T): T {
  let value: unknown
  try {
    value = text === undefined ? undefined : JSON.parse(text)
  } catch {
    return otherwise
  }
  const fitted = value === undefined ? undefined : fit(value, shape)
  return fitted === undefined || fitted === NOT_OF_THE_SHAPE ? otherwise : (fitted as T)
}

type Quantity = string | undefined

interface OlderMetric {
  type?: string
  object?: { target?: { kind?: string; name?: string; apiVersion?: string }; metricName?: string; targetValue?: Quantity; averageValue?: Quantity }
  pods?: { metricName?: string; targetAverageValue?: Quantity }
  resource?: OlderResource
  containerResource?: OlderResource & { container?: string }
  external?: { metricName?: string; targetValue?: Quantity; targetAverageValue?: Quantity }
}
interface OlderResource {
  name?: string
  targetAverageUtilization?: number
  targetAverageValue?: Quantity
}

/** The values that the older form holds by value are 0 where they are missing. */
const ZERO = '0'

const resourceTarget = ({ targetAverageUtilization, targetAverageValue }: OlderResource) => ({
  type: targetAverageUtilization === undefined ? 'AverageValue' : 'Utilization',
  averageUtilization: targetAverageUtilization,
  averageValue: targetAverageValue,
})

/** As autoscaling/v2 has it. */
function convert({ type, object, pods, resource, containerResource, external }: OlderMetric): Loose<MetricSpec> {
  return {
    type,
    object: object && {
      describedObject: object.target ?? {},
      metric: { name: object.metricName },
      target: { type: object.averageValue === undefined ? 'Value' : 'AverageValue', value: object.targetValue ?? ZERO, averageValue: object.averageValue },
    },
    pods: pods && { metric: { name: pods.metricName }, target: { type: 'AverageValue', averageValue: pods.targetAverageValue ?? ZERO } },
    resource: resource && { name: resource.name, target: resourceTarget(resource) },
    containerResource: containerResource && { name: containerResource.name, container: containerResource.container, target: resourceTarget(containerResource) },
    external: external && {
      metric: { name: external.metricName },
      target: { type: external.targetValue === undefined ? 'AverageValue' : 'Value', value: external.targetValue, averageValue: external.targetAverageValue },
    },
  } as Loose<MetricSpec>
}


export function readAnnotations(annotations: Readonly<Record<string, string | undefined>>): Annotated {
  const metrics = read<readonly OlderMetric[]>(annotations[METRICS_ANNOTATION], METRICS_SHAPE, [])
  return { metrics: metrics.map(convert), behavior: { scaleUp: undefined, scaleDown: undefined, ...read<object>(annotations[BEHAVIOR_ANNOTATION], BEHAVIOR_SHAPE, {}) } }
}
