/** What the example of autoscalers does not show: minors, several sources, and the annotations of the older version. */
import { expect, test } from 'vitest'
import { lintText } from '../../lint-text.ts'

async function found(text: string, version = '1.37'): Promise<string[]> {
  const { diagnostics } = await lintText(text, { kubernetesVersions: [version], rules: ['valid-horizontal-pod-autoscaler', 'require-field', 'valid-type'] })
  return diagnostics.map(({ path, code }) => `${path} ${code}`).sort()
}

const target = 'scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}'
const autoscaler = (spec: string) => `{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {${target}, ${spec}}}`
const older = (annotations: string, spec = '') => `{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: web, annotations: {${annotations}}}, spec: {${target}, maxReplicas: 3${spec}}}`
const METRICS = 'autoscaling.alpha.kubernetes.io/metrics'
const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior'

test('numbers of pods by minor', async () => {
  expect(await found(autoscaler('minReplicas: 0, maxReplicas: 3'), '1.36')).toEqual(['spec.metrics Forbidden', 'spec.minReplicas Invalid'])
  expect(await found(autoscaler('minReplicas: 0, maxReplicas: 3'))).toEqual(['spec.metrics Forbidden'])
  expect(await found(autoscaler('minReplicas: 0, maxReplicas: 3, metrics: [{type: External, external: {metric: {name: a}, target: {type: Value, value: 1}}}]'))).toEqual([])
  expect(await found(autoscaler('minReplicas: 1'), '1.35')).toEqual(['spec.maxReplicas Invalid', 'spec.maxReplicas Invalid'])
  expect(await found(autoscaler('minReplicas: 1'))).toEqual(['spec.maxReplicas Invalid', 'spec.maxReplicas Required'])
})

test('the group of the target is asked for since 1.34', async () => {
  const text = '{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec: {scaleTargetRef: {kind: Deployment, name: web}, maxReplicas: 3}}'
  expect(await found(text, '1.33')).toEqual([])
  expect(await found(text, '1.34')).toEqual(['spec.scaleTargetRef.apiVersion Invalid'])
  expect(await found(text.replace('Deployment', 'ReplicationController'), '1.34')).toEqual([])
})

test('the server looks into the first of several sources', async () => {
  expect(await found(autoscaler('maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu}, pods: {}}]'))).toEqual([
    'spec.metrics[0].pods Forbidden', 'spec.metrics[0].pods.metric.name Required', 'spec.metrics[0].pods.target.averageValue Required', 'spec.metrics[0].pods.target.type Invalid', 'spec.metrics[0].pods.target.type Required',
  ])
})

test('missing policies have a default, an empty list has none', async () => {
  expect(await found(autoscaler('maxReplicas: 3, behavior: {scaleUp: {stabilizationWindowSeconds: 3601}}'))).toEqual(['spec.behavior.scaleUp.stabilizationWindowSeconds Invalid'])
  expect(await found(autoscaler('maxReplicas: 3, behavior: {scaleDown: {policies: [], tolerance: -1}}'))).toEqual(['spec.behavior.scaleDown.policies Required', 'spec.behavior.scaleDown.tolerance Invalid'])
  expect(await found(autoscaler('maxReplicas: 3, behavior: {scaleDown: {tolerance: -1}}'), '1.34')).toEqual([])
})

test('metrics in an annotation of the older version', async () => {
  expect(await found(older(`${METRICS}: '[{"type":"Resource","resource":{"name":"cpu","targetAverageUtilization":50}}]'`))).toEqual([])
  expect(await found(older(`${METRICS}: '[{"type":"Pods"}]'`))).toEqual(['spec.metrics[0].pods Required'])
  expect(await found(older(`${METRICS}: '[{"type":"Object","object":{"metricName":"a","targetValue":"1","target":{"name":"b"}}}]'`, ', targetCPUUtilizationPercentage: 0'))).toEqual([
    'spec.metrics[0].object.describedObject.kind Required', 'spec.metrics[1].resource.target.averageUtilization Invalid',
  ])
  expect(await found(older(`${BEHAVIOR}: '{"ScaleUp":{"selectPolicy":"Most"}}'`))).toEqual(['spec.behavior.scaleUp.policies Required', 'spec.behavior.scaleUp.selectPolicy NotSupported'])
})

test('what is not of the type in an annotation is dropped', async () => {
  for (const text of ['[', '{}', '[1]', '[{"type": 1}]', '[{"resource":{"targetAverageUtilization":0.5}}]', '[{"pods":{"targetAverageValue":"1 Gi"}}]', 'null', '""', '[[]]']) {
    expect(await found(older(`${METRICS}: '${text}', ${BEHAVIOR}: '${text}'`)), text).toEqual([])
  }
})
