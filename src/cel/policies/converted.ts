/** Objects in another version of their kind than they are written in, as the API server gives them to policies that ask for that version. */
import type { Step } from '../../model/field-path.ts'
import type { Fields, StoredObject, Unknown } from '../../schema/stored-object.ts'
import { Code, type FieldType, type Type } from '../../schema/table.ts'

export interface Converted extends StoredObject {
  /** The way to what a value of the converted object was made of. */
  back: (way: readonly Step[]) => readonly Step[]
}

/** Undefined where the versions differ in more than is known here. */
export function converted(stored: StoredObject, from: string, to: string, isSame: () => boolean): Converted | undefined {
  if (from === to) return { ...stored, back: (way) => way }
  const own = CONVERSIONS.get(`${from} ${to} ${String(stored.value['kind'])}`)
  if (own !== undefined) return own(stored)
  return isSame() ? { ...stored, value: { ...stored.value, apiVersion: to }, back: (way) => way } : undefined
}

/** Whether two versions of a type have the same fields. */
export function areSame(one: Type, other: Type, pending: ReadonlySet<Type> = new Set()): boolean {
  if (one === other || pending.has(one)) return true
  const within = new Set(pending).add(one)
  return one.fields.size === other.fields.size && [...one.fields].every(([name, { type }]) => haveSame(type, other.fields.get(name)?.type, within))
}

function haveSame(one: FieldType, other: FieldType | undefined, pending: ReadonlySet<Type>): boolean {
  if (one.code !== other?.code) return false
  if (one.code === Code.object && one.object !== undefined && other.object !== undefined) return areSame(one.object, other.object, pending)
  return one.item === undefined || haveSame(one.item, other.item, pending)
}

const ROUND_TRIP = 'autoscaling.alpha.kubernetes.io/'
const CPU_TARGET: readonly Step[] = ['spec', 'targetCPUUtilizationPercentage']

interface Metric {
  type?: unknown
  resource?: { name?: unknown; target?: { averageUtilization?: unknown } }
}

/** `FROM TO KIND`. See pkg/apis/autoscaling/v1/conversion.go of Kubernetes. */
const CONVERSIONS: ReadonlyMap<string, (stored: StoredObject) => Converted | undefined> = new Map<string, (stored: StoredObject) => Converted | undefined>([
  [
    'autoscaling/v1 autoscaling/v2 HorizontalPodAutoscaler',
    ({ value, unknown }) => {
      const { metadata, spec } = parts(value)
      // Other metrics are in annotations, as JSON of another version still.
      if (Object.keys((metadata['annotations'] ?? {}) as Fields).some((key) => key.startsWith(ROUND_TRIP))) return undefined
      const { targetCPUUtilizationPercentage: averageUtilization = 80, ...rest } = spec
      const metrics = [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } }]
      const target: readonly Step[] = ['spec', 'metrics', 0, 'resource', 'target', 'averageUtilization']
      return {
        value: { ...value, apiVersion: 'autoscaling/v2', spec: { ...rest, metrics } },
        unknown: unknown.map(({ way, name }) => ({ way: isSameWay(way, CPU_TARGET) ? target : way, name })),
        back: (way) => (way[1] === 'metrics' ? CPU_TARGET : way),
      }
    },
  ],
  [
    'autoscaling/v2 autoscaling/v1 HorizontalPodAutoscaler',
    ({ value, unknown }) => {
      const { metadata, spec } = parts(value)
      const { metrics = [], behavior, ...rest } = spec as { metrics?: readonly Metric[]; behavior?: unknown }
      const isCpu = ({ type, resource }: Metric): boolean => type === 'Resource' && resource?.name === 'cpu'
      const cpu = metrics.findIndex(isCpu)
      const utilization = metrics[cpu]?.resource?.target?.averageUtilization
      const others = metrics.some((metric) => !isCpu(metric) || metric.resource?.target?.averageUtilization === undefined)
      const kept = Object.entries((metadata['annotations'] ?? {}) as Fields).filter(([key]) => !key.startsWith(ROUND_TRIP))
      // What these say is JSON that nobody reads in an expression.
      const made = [...(others ? ['metrics'] : []), ...(behavior === undefined ? [] : ['behavior'])].map((name) => `${ROUND_TRIP}${name}`)
      const annotations = Object.fromEntries([...kept, ...made.map((key) => [key, ''])])
      return {
        value: {
          ...value,
          apiVersion: 'autoscaling/v1',
          metadata: { ...metadata, ...(Object.keys(annotations).length > 0 && { annotations }) },
          spec: { ...rest, ...(utilization !== undefined && { targetCPUUtilizationPercentage: utilization }) },
        },
        unknown: [...unknown.flatMap((each): Unknown[] => (each.way[1] === 'metrics' ? (utilization === undefined ? [] : [{ ...each, way: CPU_TARGET }]) : [each])), ...made.map((key) => ({ way: ['metadata', 'annotations', key], name: `object.metadata.annotations['${key}']` }))],
        back: (way) => (isSameWay(way, CPU_TARGET) ? ['spec', 'metrics', ...(cpu === -1 ? [] : [cpu, 'resource', 'target', 'averageUtilization'])] : way),
      }
    },
  ],
])

const parts = ({ metadata, spec }: Fields): { metadata: Fields; spec: Fields } => ({ metadata: (metadata ?? {}) as Fields, spec: (spec ?? {}) as Fields })

const isSameWay = (one: readonly Step[], other: readonly Step[]): boolean => one.length === other.length && one.every((step, at) => step === other[at])
