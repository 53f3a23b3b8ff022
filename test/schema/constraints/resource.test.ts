/** What the examples of dynamic resource allocation do not show. */
import { expect, test } from 'vitest'
import { documentedRules } from '../../../src/rule-docs.ts'
import { lintText } from '../../lint-text.ts'

const rules = documentedRules().filter(({ presets }) => presets.includes('api-server')).map(({ id }) => id)

async function found(text: string, version = '1.37'): Promise<string[]> {
  const { diagnostics } = await lintText(text, { kubernetesVersions: [version], rules })
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ path, code }) => `${path} ${code}`).sort()
}

const object = (kind: string, spec: string, version = 'v1') => `{apiVersion: resource.k8s.io/${version}, kind: ${kind}, metadata: {name: a}, spec: {${spec}}}`
const claim = (devices: string, version = 'v1') => object('ResourceClaim', `devices: {${devices}}`, version)
const slice = (rest: string, nodes = 'allNodes: true', version = 'v1') => object('ResourceSlice', `driver: a, pool: {name: a, resourceSliceCount: 1}, ${nodes}, ${rest}`, version)
const device = (rest: string) => slice(`devices: [{name: d, ${rest}}]`)
const policy = (rest: string) => device(`allowMultipleAllocations: true, capacity: {a: {value: 8, requestPolicy: {${rest}}}}`)

test('requests of a claim', async () => {
  expect(await found(claim('requests: [{name: r, exactly: {deviceClassName: c, allocationMode: All, count: 1}}]'))).toEqual(['spec.devices.requests[0].exactly.count Invalid'])
  expect(await found(claim('requests: [{name: r}, {name: r, exactly: {deviceClassName: c}, firstAvailable: [{name: s, deviceClassName: c}]}]'))).toEqual(['spec.devices.requests[0] Required', 'spec.devices.requests[1] Duplicate', 'spec.devices.requests[1] Invalid'])
  // Of the two the server looks into the alternatives.
  expect(await found(claim('requests: [{name: r, exactly: {}, firstAvailable: [{name: s}]}]'))).toEqual(['spec.devices.requests[0] Invalid', 'spec.devices.requests[0].firstAvailable[0].deviceClassName Required'])
  const alternatives = 'requests: [{name: r, firstAvailable: [{name: s, deviceClassName: c}]}]'
  expect(await found(claim(`${alternatives}, constraints: [{requests: [r, r/s], matchAttribute: a.b/c}]`))).toEqual([])
  expect(await found(claim(`${alternatives}, constraints: [{requests: [s, s, r/s/t], matchAttribute: a}, {}]`))).toEqual([
    'spec.devices.constraints[0].matchAttribute Invalid', 'spec.devices.constraints[0].requests[0] Invalid', 'spec.devices.constraints[0].requests[1] Duplicate',
    'spec.devices.constraints[0].requests[1] Invalid', 'spec.devices.constraints[0].requests[2] Invalid', 'spec.devices.constraints[1] Required',
  ])
})

test('a request of v1beta1 is printed like those of later versions', async () => {
  expect(await found(claim('requests: [{name: r, deviceClassName: c}]', 'v1beta1'))).toEqual([])
  expect(await found(claim('requests: [{name: r, count: -1, selectors: [{}]}]', 'v1beta1'))).toEqual(['count Invalid', 'deviceClassName Required', 'selectors[0].cel Required'].map((text) => `spec.devices.requests[0].exactly.${text}`))
  expect(await found(claim('requests: [{name: r}]', 'v1beta1'))).toEqual(['spec.devices.requests[0] Required'])
  expect(await found(slice('devices: [{name: d, basic: {attributes: {a: {string: x, bool: true}}, taints: [{key: a}]}}]', undefined, 'v1beta1'))).toEqual(['spec.devices[0].attributes[a] Invalid', 'spec.devices[0].taints[0].effect Required'])
})

test('parameters can be anything for the decoder, and nothing of a status is looked at', async () => {
  expect(await found(claim('config: [{opaque: {driver: a, parameters: 1}}, {opaque: {driver: a}}]'))).toEqual(['spec.devices.config[0].opaque.parameters Invalid', 'spec.devices.config[1].opaque.parameters Required'])
  expect(await found('{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: a}, spec: {}, status: {allocation: {devices: {config: [{source: a}]}}}}')).toEqual([])
})

test('a template of claims has labels and annotations alone', async () => {
  expect(await found(object('ResourceClaimTemplate', 'metadata: {name: a, uid: b, generation: 0, finalizers: [], labels: {a b: c}}, spec: {}'))).toEqual([
    'spec.metadata.finalizers Forbidden', 'spec.metadata.labels Invalid', 'spec.metadata.name Forbidden', 'spec.metadata.uID Forbidden',
  ])
})

test('nodes of a slice and of its devices', async () => {
  expect(await found(slice('devices: []', 'allNodes: false'))).toEqual(['spec Required', 'spec.allNodes Invalid'])
  expect(await found(slice('devices: [{name: d}, {name: e, allNodes: true, nodeName: A}]', 'perDeviceNodeSelection: true'))).toEqual(['spec.devices[0] Required', 'spec.devices[1] Invalid', 'spec.devices[1].nodeName Invalid'])
  expect(await found(device('nodeName: n1'))).toEqual(['spec.devices[0] Invalid'])
  expect(await found(device('nodeName: n1'), '1.35')).toEqual([])
})

test('devices, their attributes and conditions', async () => {
  expect(await found(device('attributes: {a-b: {string: x}, "/c": {version: v1}, a/b/c: {int: 1}}'))).toEqual(['spec.devices[0].attributes Invalid', 'spec.devices[0].attributes Invalid', 'spec.devices[0].attributes[/c].version Invalid'])
  expect(await found(device('attributes: {a: {strings: [x]}}'))).toEqual(['spec.devices[0].attributes[a] Invalid'])
  expect(await found(device('bindingConditions: [a, a], bindingFailureConditions: [a]'))).toEqual(['spec.devices[0].bindingConditions[1] Duplicate', 'spec.devices[0].bindingFailureConditions[0] Invalid'])
  const many = (count: number, rest: string) => slice(`devices: [${Array.from({ length: count }, (_, index) => `{name: d${index}${rest}}`).join(', ')}]`)
  expect(await found(many(128, ''))).toEqual([])
  expect(await found(many(65, ', taints: [{key: a, effect: None}]'))).toEqual(['spec.devices TooMany'])
  expect(await found(many(65, ', taints: [{key: a, effect: None}]'), '1.35')).toEqual([])
})

test('amounts of a capacity that can be requested', async () => {
  const at = 'spec.devices[0].capacity[a].requestPolicy'
  expect(await found(device('capacity: {a: {value: 8, requestPolicy: {}}}'))).toEqual([`${at} Forbidden`])
  expect(await found(policy('default: 1, validValues: [1, 2]'))).toEqual([])
  expect(await found(policy('default: 3, validValues: [2, 1, 9]'))).toEqual([`${at}.validValues Invalid`, `${at}.validValues[1] Invalid`, `${at}.validValues[2] Invalid`])
  const fractions = policy('default: 100m, validValues: [100m, 200m]')
  expect(await found(fractions, '1.36')).toEqual([`${at}.validValues[1] Duplicate`])
  expect(await found(fractions, '1.37')).toEqual([])
  const below = policy('default: 1, validRange: {min: 2, step: 2}')
  expect(await found(below, '1.36')).toEqual([`${at}.validRange.min Invalid`, `${at}.validRange.step Invalid`])
  expect(await found(below, '1.37')).toEqual([`${at}.validRange.default Invalid`, `${at}.validRange.step Invalid`])
  expect(await found(policy('default: 500m, validRange: {min: 500m, step: 250m, max: 1}'))).toEqual([])
  expect(await found(policy('default: 1, validRange: {min: 1, step: 0}'))).toEqual([`${at}.validRange.step Invalid`])
  expect(await found(policy('default: 1u, validRange: {min: 1u}'))).toEqual([`${at}.validRange.default Invalid`, `${at}.validRange.min Invalid`])
  expect(await found(policy('validRange: {}'))).toEqual([`${at}.default Required`])
})
