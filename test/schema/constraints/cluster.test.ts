/** What the examples of cluster kinds do not show: minors, defaults and annotations. */
import { expect, test } from 'vitest'
import { documentedRules } from '../../../src/rule-docs.ts'
import { lintText } from '../../lint-text.ts'

const rules = documentedRules().filter(({ presets }) => presets.includes('api-server')).map(({ id }) => id)

async function found(text: string, version = '1.37'): Promise<string[]> {
  const { diagnostics } = await lintText(text, { kubernetesVersions: [version], rules })
  return diagnostics.map(({ path, code, severity }) => `${path} ${severity === 'warning' ? severity : code}`).sort()
}

const object = (apiVersion: string, kind: string, rest: string, metadata = 'name: a') => `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {${metadata}}, ${rest}}`

test('quotas and scopes by minor', async () => {
  const quota = object('v1', 'ResourceQuota', 'spec: {hard: {requests.storage: 1Gi}, scopes: [VolumeAttributesClass]}')
  expect(await found(quota, '1.33')).toEqual(['spec.scopes Invalid'])
  expect(await found(quota, '1.34')).toEqual([])
  const above = object('v1', 'ResourceQuota', 'spec: {hard: {cpu: 3, limits.cpu: 2}}')
  expect(await found(above, '1.34')).toEqual([])
  expect(await found(above, '1.35')).toEqual(['spec.hard.cpu warning'])
  expect(await found(object('v1', 'ResourceQuota', 'spec: {hard: {pods: 1.5, gpu: 1, requests.example.com/gpu: 1}}'))).toEqual(['spec.hard[gpu] Invalid', 'spec.hard[gpu] Invalid', 'spec.hard[pods] Invalid'])
})

test('a limit that the server makes of another is reported where that is', async () => {
  const range = (item: string) => object('v1', 'LimitRange', `spec: {limits: [{${item}}]}`)
  expect(await found(range('type: Container, max: {memory: 1Gi}, min: {memory: 2Gi}'))).toEqual(['spec.limits[0].defaultRequest[memory] Invalid', 'spec.limits[0].default[memory] Invalid', 'spec.limits[0].min[memory] Invalid'])
  expect(await found(range('type: Pod, max: {memory: 1Gi}, min: {memory: 1Gi}, default: {memory: 1Gi}'))).toEqual(['spec.limits[0].default Forbidden'])
  expect(await found(range('type: PersistentVolumeClaim, maxLimitRequestRatio: {storage: 0.5}'))).toEqual(['spec.limits[0].limits Required', 'spec.limits[0].maxLimitRequestRatio[storage] Invalid'])
})

test('annotations of a Node', async () => {
  const node = (name: string, text: string) => object('v1', 'Node', 'spec: {}', `name: a, annotations: {scheduler.alpha.kubernetes.io/${name}: '${text}'}`)
  expect(await found(node('taints', 'a'))).toEqual(['metadata.annotations.scheduler.alpha.kubernetes.io/taints Invalid'])
  expect(await found(node('taints', '[{"key":"a"}]'))).toEqual(['metadata.annotations.scheduler.alpha.kubernetes.io/taints[0].effect Required'])
  expect(await found(node('preferAvoidPods', '{"preferAvoidPods":[{"podSignature":{"podController":{"controller":true}}}]}'))).toEqual([])
  expect(await found(node('preferAvoidPods', '{"preferAvoidPods":[{"podSignature":{"podController":{}}}]}'))).toEqual(['metadata.annotations.scheduler.alpha.kubernetes.io/preferAvoidPods[0].PodSignature.PodController.Controller Invalid'])
  expect(await found(node('preferAvoidPods', '1'))).toEqual(['metadata.annotations.AvoidPods Invalid'])
})

test('ranges and features of a Node', async () => {
  expect(await found(object('v1', 'Node', 'spec: {podCIDRs: [10.0.0.0/24, 10.0.1.0/24]}'))).toEqual(['spec.podCIDRs Invalid'])
  // The older field stands for the whole list.
  expect(await found(object('v1', 'Node', 'spec: {podCIDR: 10.0.0.0/24, podCIDRs: [10.0.1.0/24, 10.0.2.0/24]}'))).toEqual([])
  expect(await found(object('v1', 'Node', 'status: {declaredFeatures: [B, A/b]}'))).toEqual(['status.declaredFeatures[1] Invalid'])
})

test('a handler of a RuntimeClass', async () => {
  expect(await found('{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}}', '1.35')).toEqual(['handler Invalid'])
  expect(await found('{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}}', '1.36')).toEqual(['handler Required'])
})

test('the namespace of an Event', async () => {
  const event = (namespace: string, its: string, rest = '') => object('v1', 'Event', `involvedObject: {kind: Pod${its}}${rest}`, `name: a, namespace: ${namespace}`)
  expect(await found(event('default', ''))).toEqual([])
  expect(await found(event('shop', ''))).toEqual(['involvedObject.namespace Invalid'])
  expect(await found(event('shop', ', namespace: bank'))).toEqual(['involvedObject.namespace Invalid'])
})

test('levels that the server makes itself', async () => {
  const level = (name: string, spec: string) => object('flowcontrol.apiserver.k8s.io/v1', 'PriorityLevelConfiguration', `spec: {${spec}}`, `name: ${name}`)
  expect(await found(level('exempt', 'type: Exempt'))).toEqual([])
  expect(await found(level('catch-all', 'type: Limited, limited: {nominalConcurrencyShares: 5, limitResponse: {type: Reject}}'))).toEqual([])
  expect(await found(level('catch-all', 'type: Limited, limited: {limitResponse: {type: Reject}}'))).toEqual(['spec Invalid'])
  expect(await found(level('a', 'type: Limited, limited: {limitResponse: {type: Queue, queuing: {queues: 16, handSize: 15}}}'))).toEqual([])
  expect(await found(level('a', 'type: Limited, limited: {limitResponse: {type: Queue, queuing: {queues: 16, handSize: 16}}}'))).toEqual(['spec.limited.limitResponse.queuing.handSize Invalid'])
  expect(await found('{apiVersion: flowcontrol.apiserver.k8s.io/v1, kind: PriorityLevelConfiguration, metadata: {name: a}}', '1.35')).toEqual(['spec.type NotSupported'])
})

test('flow schemas that the server makes itself', async () => {
  const all = (group: string) => `{subjects: [{kind: Group, group: {name: "system:${group}"}}], resourceRules: [{verbs: ["*"], apiGroups: ["*"], resources: ["*"], namespaces: ["*"], clusterScope: true}], nonResourceRules: [{verbs: ["*"], nonResourceURLs: ["*"]}]}`
  const exempt = (rules: string) => object('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', `spec: {priorityLevelConfiguration: {name: exempt}, matchingPrecedence: 1, rules: [${rules}]}`, 'name: exempt')
  expect(await found(exempt(all('masters')))).toEqual([])
  expect(await found(exempt(all('nodes')))).toEqual(['spec Invalid'])
})
