/** What the examples of the constraints on workloads do not show: defaults, versions, and what hides what. */
import { expect, test } from 'vitest'
import { countIndexes } from '../../../src/formats/index-ranges.ts'
import { lintText } from '../../lint-text.ts'

const RULES = ['valid-deployment', 'valid-daemon-set', 'valid-stateful-set', 'valid-replica-set', 'valid-replication-controller', 'valid-controller-revision', 'valid-job-spec', 'valid-pod-failure-policy', 'valid-success-policy', 'valid-cron-job', 'valid-volume', 'valid-metadata', 'valid-label-selector', 'valid-type', 'require-field']
async function found(text: string, version = '1.37'): Promise<string[]> {
  const { diagnostics } = await lintText(text, { kubernetesVersions: [version], rules: RULES })
  return diagnostics.map(({ path, code, severity }) => `${path} ${code ?? severity}`).sort()
}

const template = '{metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: a}]}}'
const workload = (kind: string, spec: string) => `{apiVersion: apps/v1, kind: ${kind}, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: ${template}${spec === '' ? '' : `, ${spec}`}}}`
const job = (spec: string, policy = 'Never') => `{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {spec: {restartPolicy: ${policy}, containers: [{name: app, image: a}]}}${spec === '' ? '' : `, ${spec}`}}}`
const cronJob = (spec: string) => `{apiVersion: batch/v1, kind: CronJob, metadata: {name: web}, spec: {schedule: "@daily", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: app, image: a}]}}, ${spec}}}}}`

test('a Deployment has a deadline though it sets none', async () => {
  expect(await found(workload('Deployment', 'minReadySeconds: 600'))).toEqual(['spec.progressDeadlineSeconds Invalid'])
  expect(await found(workload('Deployment', 'minReadySeconds: 599'))).toEqual([])
})

test('nobody looks at what is set for another strategy', async () => {
  expect(await found(workload('Deployment', 'strategy: {type: Recreate, rollingUpdate: {maxSurge: -1}}'))).toEqual(['spec.strategy.rollingUpdate Forbidden'])
  expect(await found(workload('DaemonSet', 'updateStrategy: {type: OnDelete, rollingUpdate: {maxSurge: x}}'))).toEqual([])
  expect(await found(workload('StatefulSet', 'updateStrategy: {type: OnDelete, rollingUpdate: {partition: -1}}'))).toEqual(['spec.updateStrategy.rollingUpdate Invalid'])
})

test('a DaemonSet takes one pod away unless it is told not to', async () => {
  expect(await found(workload('DaemonSet', 'updateStrategy: {rollingUpdate: {maxSurge: 1}}'))).toEqual(['spec.updateStrategy.rollingUpdate.maxSurge Invalid'])
  expect(await found(workload('DaemonSet', 'updateStrategy: {rollingUpdate: {maxSurge: 10%, maxUnavailable: 0}}'))).toEqual([])
  expect(await found(workload('DaemonSet', 'updateStrategy: {rollingUpdate: {maxUnavailable: "1"}}'))).toEqual(['spec.updateStrategy.rollingUpdate.maxUnavailable Invalid'])
  expect(await found(workload('DaemonSet', 'updateStrategy: {rollingUpdate: {maxSurge: x}}'))).toEqual(['spec.updateStrategy.rollingUpdate.maxSurge Invalid'])
  expect(await found(workload('DaemonSet', 'updateStrategy: {rollingUpdate: {maxUnavailable: 0%}}'))).toEqual(['spec.updateStrategy.rollingUpdate.maxUnavailable Required'])
})

test('a StatefulSet by versions', async () => {
  expect(await found(workload('StatefulSet', 'updateStrategy: {rollingUpdate: {maxUnavailable: 0}}'))).toEqual(['spec.updateStrategy.rollingUpdate.maxUnavailable Invalid'])
  expect(await found(workload('StatefulSet', 'updateStrategy: {rollingUpdate: {maxUnavailable: 0}}'), '1.36')).toEqual([])
  expect(await found(workload('StatefulSet', 'serviceName: a.b'), '1.32')).toEqual([])
  expect(await found(workload('StatefulSet', 'serviceName: a.b'))).toEqual(['spec.serviceName Invalid'])
  expect(await found(workload('StatefulSet', 'volumeClaimTemplates: [{metadata: {name: A_b}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1}}}}]'))).toEqual(['spec.template.spec.volumes[0].name Invalid'])
})

test('a claim takes the place of a volume of its name', async () => {
  const text = `{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {volumes: [{name: data, secret: {}}], containers: [{name: app, image: a}]}}
    , volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1}}}}]}}`
  expect(await found(text)).toEqual([])
  expect(await found(text.replace('[{metadata: {name: data}', '[{metadata: {name: other}'))).toEqual(['spec.template.spec.volumes[0].secret.secretName Required'])
})

test('labels of a template are not looked at behind a broken selector', async () => {
  expect(await found(workload('ReplicaSet', '').replaceAll('app: web', 'app: "a b"'))).toEqual(['spec.selector Invalid', 'spec.selector.matchLabels Invalid'])
})

test('a label of null is an empty one', async () => {
  expect(await found(workload('Deployment', '').replace('matchLabels: {app: web}', 'matchLabels: {app: null}'))).toEqual(['spec.template.metadata.labels Invalid'])
  expect(await found(workload('Deployment', '').replaceAll('app: web', 'app: null'))).toEqual([])
})

test('data of a revision', async () => {
  const revision = (data: string) => `{apiVersion: apps/v1, kind: ControllerRevision, metadata: {name: web}, revision: 1, data: ${data}}`
  expect(await found(revision('null'))).toEqual(['data Required'])
  expect(await found(revision('[1]'))).toEqual(['data Required'])
  expect(await found(revision('[1]'), '1.30')).toEqual([])
  expect(await found(revision('{}'))).toEqual([])
})

test('a Job has one completion unless it says otherwise, the template of a CronJob has none', async () => {
  expect(await found(job('completionMode: Indexed'))).toEqual([])
  expect(await found(job('completionMode: Indexed, parallelism: 2'))).toEqual(['spec.completions Required'])
  expect(await found(cronJob('completionMode: Indexed'))).toEqual(['spec.jobTemplate.spec.completions Required'])
  // The server breaks off here.
  expect(await found(cronJob('completionMode: Indexed, successPolicy: {rules: [{succeededCount: 1}]}'))).toEqual(['spec.jobTemplate.spec.completions Required', 'spec.jobTemplate.spec.successPolicy.rules[0] Invalid'])
})

test('fields behind a gate are forgotten by a Job, and not by a CronJob', async () => {
  expect(await found(job('managedBy: x'), '1.31')).toEqual([])
  expect(await found(job('managedBy: x'), '1.32')).toEqual(['spec.managedBy Invalid'])
  expect(await found(cronJob('managedBy: x'), '1.30')).toEqual(['spec.jobTemplate.spec.managedBy Invalid'])
  expect(await found(job('successPolicy: {}'), '1.30')).toEqual([])
  expect(await found(job('successPolicy: {}'), '1.31')).toEqual(['spec.successPolicy Invalid'])
})

test('limits by index', async () => {
  expect(await found(job('maxFailedIndexes: 5, completionMode: Indexed, completions: 3'))).toEqual(['spec.backoffLimitPerIndex Required', 'spec.maxFailedIndexes Invalid'])
  expect(await found(job('backoffLimitPerIndex: 0'))).toEqual(['spec.backoffLimitPerIndex Invalid'])
  expect(await found(job('backoffLimitPerIndex: 0'), '1.28')).toEqual([])
  expect(await found(job('completionMode: Indexed, completions: 100001, parallelism: 10001, backoffLimitPerIndex: 1'))).toEqual(['spec warning', 'spec.maxFailedIndexes Required', 'spec.parallelism Invalid'])
})

test('policies', async () => {
  expect(await found(job('podReplacementPolicy: TerminatingOrFailed, podFailurePolicy: {}', 'OnFailure'))).toEqual(['spec.podReplacementPolicy NotSupported', 'spec.template.spec.restartPolicy Invalid'])
  expect(await found(job('podFailurePolicy: {rules: [{action: FailIndex, onPodConditions: [{type: "a b"}]}, null]}'))).toEqual([
    'spec.podFailurePolicy.rules[0].action Invalid', 'spec.podFailurePolicy.rules[0].onPodConditions[0].type Invalid', 'spec.podFailurePolicy.rules[1] Invalid', 'spec.podFailurePolicy.rules[1].action Required',
  ])
  expect(await found(job('podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: In, values: [3, 0, 3]}}]}'))).toEqual([
    'spec.podFailurePolicy.rules[0].onExitCodes.values Invalid', 'spec.podFailurePolicy.rules[0].onExitCodes.values[1] Invalid', 'spec.podFailurePolicy.rules[0].onExitCodes.values[2] Duplicate',
  ])
})

test.each([
  ['', 0],
  ['0,2-4', 4],
  ['+1', 1],
  ['01', 1],
  ['0-9', 10],
])('%j are so many indexes', (text, count) => expect(countIndexes(text, 10)).toBe(count))

test.each([',', '0,', '-1', '1-', '0-1-2', '0..3', '1_0', ' 0', '0x1', '10', '0-10', '1-1', '2-1', '0-3,3', '3,1', '99999999999999999999'])('%j are not indexes', (text) => expect(countIndexes(text, 10)).toEqual(expect.any(String)))
