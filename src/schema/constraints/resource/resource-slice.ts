import type { NodeSelector } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel, dnsSubdomain, qualifiedName } from '../../../formats/names.ts'
import { semver } from '../../../formats/semver.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkCapacityPolicy, type CapacityPolicy } from '../../capacity-policy.ts'
import { atLeast, atMostBytes, atMostItems, checkedElsewhere, constraints, embedded, format, keys, missingAs, on, required, type Check, type TypeCheckContext } from '../../constraints.ts'
import { csiDriverName } from '../../csi.ts'
import { attributeFaults, poolName, reportRepeated, VERSIONS, withoutBasic } from '../../devices.ts'
import { anyOf } from '../../sentence.ts'
import { Seen } from '../../seen.ts'

interface NodeFields {
  nodeName: string
  nodeSelector: NodeSelector
  allNodes: boolean
}
interface DeviceFields extends NodeFields {
  attributes: Record<string, object>
  capacity: Record<string, { value: string; requestPolicy: CapacityPolicy }>
  taints: object[]
  consumesCounters: { counterSet: string }[]
  bindingConditions: string[]
  bindingFailureConditions: string[]
  allowMultipleAllocations: boolean
}
interface Named {
  name: string
}
interface CounterSet extends Named {
  counters: object
}
interface SliceFields extends NodeFields {
  driver: string
  pool: Pool
  perDeviceNodeSelection: boolean
  sharedCounters: Named[]
  devices: (DeviceFields & Named & { basic: DeviceFields })[]
}
interface Pool extends Named {
  resourceSliceCount: number
  generation: number
}
interface AttributeFields {
  bool: boolean
  int: number
  string: string
  version: string
}

type Spec = Loose<SliceFields>
type Device = Loose<DeviceFields>

const MOST_DEVICES = 128
/** Beside taints and counters. */
const MOST_ADVANCED = 64
const MOST_PROPERTIES = 32
const LONGEST_VALUE = 64
const VALUES = ['bool', 'int', 'string', 'version'] as const
/** Partitions, taints, binding conditions and shares of devices: what belongs to them is forgotten before. */
const ADVANCED = 36

function checkSpec(spec: Spec, context: TypeCheckContext): void {
  const { minor, report, skip, warn } = context
  const { driver = '', devices, sharedCounters } = spec
  if (minor >= 35 && driver !== driver.toLowerCase()) warn(['driver'], 'should be in lower case')
  const all = devices ?? []
  if (minor >= ADVANCED) {
    if (sharedCounters !== undefined && devices !== undefined) report([], 'Invalid', 'must not have both sharedCounters and devices')
    if (sharedCounters !== undefined) reportRepeated('sharedCounters', 'name', sharedCounters, context)
  }
  const isAdvanced = minor >= ADVANCED && all.some((device) => [device, device.basic ?? {}].some(({ taints = [], consumesCounters = [] }) => taints.length + consumesCounters.length > 0))
  const most = isAdvanced ? MOST_ADVANCED : MOST_DEVICES
  if (all.length > most) {
    report(['devices'], 'TooMany', `has ${all.length} items, and may have ${most}${isAdvanced ? ' when they have taints or counters' : ''}`)
    skip('devices')
  } else reportRepeated('devices', 'name', all, context)
}

function checkNodes(spec: Spec, context: TypeCheckContext): void {
  const { apiVersion, minor, report } = context
  const { nodeName, allNodes } = spec
  // In the first version an empty name is none, and false is what is not set.
  const chosen = chosenNodes(apiVersion.endsWith('/v1beta1') ? { ...spec, nodeName: nodeName === '' ? undefined : nodeName, allNodes: allNodes === false ? undefined : allNodes } : spec, context)
  const terms = spec.nodeSelector?.nodeSelectorTerms ?? []
  if (spec.nodeSelector !== undefined && terms.length !== 1) report(['nodeSelector', 'nodeSelectorTerms'], 'Invalid', 'must have exactly one term')
  if (minor >= ADVANCED && spec.perDeviceNodeSelection === true) chosen.push('perDeviceNodeSelection')
  else if (minor >= ADVANCED && spec.perDeviceNodeSelection === false) report(['perDeviceNodeSelection'], 'Invalid', 'must be true where it is set')
  if (chosen.length === 0) report([], 'Required', 'must have nodeName, nodeSelector, allNodes or perDeviceNodeSelection')
  else if (chosen.length > 1) report([], 'Invalid', `must have only one of ${chosen.join(', ')}`)
}

/** The ways in which nodes are chosen, as far as they choose any. */
function chosenNodes({ nodeName, nodeSelector, allNodes }: Loose<NodeFields>, { report }: TypeCheckContext): string[] {
  const chosen: string[] = []
  if (nodeName === '') report(['nodeName'], 'Invalid', 'must not be empty')
  else if (nodeName !== undefined) {
    chosen.push('nodeName')
    for (const reason of dnsSubdomain(nodeName) ?? []) report(['nodeName'], 'Invalid', reason)
  }
  if (nodeSelector !== undefined) chosen.push('nodeSelector')
  if (allNodes === true) chosen.push('allNodes')
  else if (allNodes === false) report(['allNodes'], 'Invalid', 'must be true where it is set')
  return chosen
}

function checkProperties({ attributes = {}, capacity = {} }: Device, { path, report }: TypeCheckContext): void {
  const count = Object.keys(attributes).length + Object.keys(capacity).length
  if (count > MOST_PROPERTIES) report([], 'Invalid', `Device has ${count} attributes and capacities, and may have ${MOST_PROPERTIES}`)
  for (const [field, properties] of Object.entries({ attributes, capacity })) {
    for (const key of Object.keys(properties)) {
      for (const { code, message } of attributeFaults(key)) report([field, key], code, `Key "${key}" of ${field} ${message}`, { atKey: true, path: `${path}.${field}` })
    }
  }
}

function checkPolicies({ capacity = {}, allowMultipleAllocations }: Device, context: TypeCheckContext): void {
  if (context.minor < ADVANCED) return
  for (const [key, written] of Object.entries(capacity)) {
    const { value, requestPolicy } = written ?? {}
    const at = ['capacity', key, 'requestPolicy']
    if (requestPolicy === undefined) continue
    if (allowMultipleAllocations === true) checkCapacityPolicy(requestPolicy, value, at, context)
    else context.report(at, 'Forbidden', 'can be set only together with allowMultipleAllocations: true', { path: `${context.path}.capacity[${key}].requestPolicy` })
  }
}

function checkDeviceNodes(device: Device, context: TypeCheckContext): void {
  if (context.minor < ADVANCED) return
  const { nodeName, nodeSelector, allNodes } = device
  if ((context.object.spec as Spec | undefined)?.perDeviceNodeSelection !== true) {
    if (nodeName !== undefined || nodeSelector !== undefined || allNodes !== undefined) context.report([], 'Invalid', 'Device can choose nodes only when the ResourceSlice has perDeviceNodeSelection: true')
    return
  }
  const chosen = chosenNodes(device, context)
  if (chosen.length === 0) context.report([], 'Required', 'Device must have nodeName, nodeSelector or allNodes')
  else if (chosen.length > 1) context.report([], 'Invalid', `Device must have only one of ${chosen.join(', ')}`)
}

function checkConditions({ bindingConditions = [], bindingFailureConditions = [] }: Device, { minor, report }: TypeCheckContext): void {
  if (minor < ADVANCED) return
  for (const [field, conditions] of Object.entries({ bindingConditions, bindingFailureConditions })) {
    const seen = new Seen()
    for (const [index, condition] of conditions.entries()) {
      if (conditions.length <= 4) for (const reason of qualifiedName(condition) ?? []) report([field, index], 'Invalid', reason)
      const earlier = seen.before(condition, [field, index])
      if (earlier !== undefined) report([field, index], 'Duplicate', earlier.message, earlier)
      if (conditions === bindingFailureConditions && bindingConditions.includes(condition)) report([field, index], 'Invalid', 'cannot be one of bindingConditions too')
    }
  }
  if (bindingConditions.length === 0 && bindingFailureConditions.length > 0) report(['bindingConditions'], 'Invalid', 'must not be empty when bindingFailureConditions is set')
  if (bindingFailureConditions.length === 0 && bindingConditions.length > 0) report(['bindingFailureConditions'], 'Invalid', 'must not be empty when bindingConditions is set')
}

function checkCounters({ consumesCounters = [] }: Device, context: TypeCheckContext): void {
  if (context.minor >= ADVANCED) reportRepeated('consumesCounters', 'counterSet', consumesCounters, context)
}

/** Lists of values are forgotten. */
function checkAttribute(attribute: Loose<AttributeFields>, { report }: TypeCheckContext): void {
  const set = VALUES.filter((value) => attribute[value] !== undefined)
  if (set.length === 0) report([], 'Invalid', `Attribute must have ${anyOf(VALUES)}`)
  else if (set.length > 1) report([], 'Invalid', `Attribute must have only one of ${set.join(', ')}`)
}

const atMostKeys = (most: number): Check => ({
  describes: `at most ${most} keys`,
  test: (value) => (Object.keys(value as object).length > most ? { code: 'TooMany', message: `has ${Object.keys(value as object).length} keys, and may have ${most}` } : undefined),
})

const label = format('a DNS label', dnsLabel)
const name = [missingAs('', format('a DNS label', dnsLabel, { empty: true }))]
const counters = required(atMostKeys(32), keys(format('a DNS label', dnsLabel, { empty: true })))
const short = atMostBytes(LONGEST_VALUE)
const ofDevice = {
  fields: { taints: atMostItems(16), consumesCounters: atMostItems(2), bindingConditions: atMostItems(4), bindingFailureConditions: atMostItems(4) },
  dropped: {
    taints: '1.35', consumesCounters: '1.35', bindingConditions: '1.35', bindingFailureConditions: '1.35', nodeName: '1.35', nodeSelector: '1.35', allNodes: '1.35',
    nodeAllocatableResources: 'always', nodeAllocatableResourceMappings: 'always',
  },
  check: [checkProperties, checkPolicies, checkDeviceNodes, checkConditions, checkCounters],
}

export default constraints(
  {
    id: 'valid-resource-slice',
    since: '0.1.0',
    summary: 'Require resource slices that say on which nodes their devices are, and describe each with well-formed names and values.',
    why: 'The API server refuses a slice without a driver, a pool or nodes, and devices whose attributes, capacities or counters it could not compare.',
    howToFix: 'Set `driver`, `pool` and exactly one of `nodeName`, `nodeSelector`, `allNodes` and `perDeviceNodeSelection`. Give each attribute exactly one value.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#resourceslice'],
    bad: [
      {
        title: 'two ways to choose nodes, an attribute with two values',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: ResourceSlice
          metadata:
            name: node-1-gpu
          spec: # ✖ spec must have only one of nodeName, allNodes
            driver: gpu.example.com
            pool:
              name: node-1
              generation: 1
              resourceSliceCount: 0 # ✖ resourceSliceCount is 0, must be at least 1
            nodeName: node-1
            allNodes: true
            devices:
              - name: gpu_0 # ✖ name is "gpu_0", must consist of lower case letters, digits and "-"
                attributes:
                  model: # ✖ Attribute must have only one of string, version
                    string: a100
                    version: 1.0.0
        `,
      },
    ],
    good: [
      {
        title: 'the devices of a node',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: ResourceSlice
          metadata:
            name: node-1-gpu
          spec:
            driver: gpu.example.com
            pool:
              name: node-1
              generation: 1
              resourceSliceCount: 1
            nodeName: node-1
            devices:
              - name: gpu-0
                attributes:
                  model:
                    string: a100
                  driverVersion:
                    version: 1.0.0
                capacity:
                  memory:
                    value: 40Gi
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => {
    const flat = version !== 'resource/v1beta1'
    return [
      on<SliceFields>(`${version} ResourceSliceSpec`, () => ({
        fields: { driver: csiDriverName, pool: embedded(`${version} ResourcePool`), sharedCounters: atMostItems(8) },
        dropped: { sharedCounters: '1.35', perDeviceNodeSelection: '1.35', partitionTypeAttribute: 'always', skipNodeOperations: 'always' },
        check: [checkSpec, checkNodes],
      })),
      on<Pool>(`${version} ResourcePool`, () => ({
        fields: { name: required(poolName), resourceSliceCount: [missingAs(0, atLeast(1))], generation: [atLeast(0)] },
      })),
      on<CounterSet>(`${version} CounterSet`, () => ({ fields: { name: required(label), counters } })),
      on<{ value: string }>(`${version} Counter`, () => ({ fields: { value: checkedElsewhere } })),
      on<DeviceFields & Named>(`${version} Device`, () => (flat ? { ...ofDevice, fields: { ...ofDevice.fields, name } } : { fields: { name } })),
      ...(flat ? [] : [on<DeviceFields>(`${version} BasicDevice`, () => ({ ...ofDevice, printed: withoutBasic }))]),
      on<AttributeFields>(`${version} DeviceAttribute`, () => ({
        printed: (path) => withoutBasic(path).replace(/(\.attributes)\.([^.]+)$/, '$1[$2]'),
        fields: { string: short, version: [format('a version', semver, { empty: true }), short] },
        dropped: { bools: 'always', ints: 'always', strings: 'always', versions: 'always' },
        check: checkAttribute,
      })),
      on<{ value: string }>(`${version} DeviceCapacity`, () => ({ fields: { value: checkedElsewhere } })),
      on<{ min: string }>(`${version} CapacityRequestPolicyRange`, () => ({ fields: { min: checkedElsewhere } })),
      on<{ counterSet: string; counters: object }>(`${version} DeviceCounterConsumption`, () => ({ printed: withoutBasic, fields: { counterSet: required(label), counters }, dropped: { compatibilityGroups: 'always' } })),
    ]
  }),
)
