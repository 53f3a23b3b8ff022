/** Objects as the API server stores them. What is expected was read from a cluster. */
import { expect, test } from 'vitest'
import { storedObject, type StoredObject } from '../../src/schema/stored-object.ts'
import { loadTable } from '../../src/schema/table.ts'
import { objectsIn } from '../cel/objects-in.ts'

async function stored(text: string): Promise<StoredObject> {
  const [object] = await objectsIn(text)
  return storedObject(object!, loadTable('1.37').kind(object!.apiVersion, object!.kind)!.type)
}

const CONTAINER = { terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' }
const POD = { dnsPolicy: 'ClusterFirst', restartPolicy: 'Always', schedulerName: 'default-scheduler', securityContext: {}, terminationGracePeriodSeconds: 30 }

test('a Deployment', async () => {
  const { value } = await stored('{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {selector: {}, template: {spec: {containers: [{name: c, image: "a@sha256:b", ports: [{containerPort: 80}], livenessProbe: {httpGet: {port: 80}}}], volumes: [{name: v}, {name: s, secret: {}}]}}}}')
  expect(value['spec']).toEqual({
    replicas: 1,
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    selector: {},
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
    template: {
      spec: {
        ...POD,
        containers: [
          {
            ...CONTAINER,
            name: 'c',
            image: 'a@sha256:b',
            imagePullPolicy: 'IfNotPresent',
            ports: [{ containerPort: 80, protocol: 'TCP' }],
            livenessProbe: { httpGet: { port: 80, path: '/', scheme: 'HTTP' }, failureThreshold: 3, initialDelaySeconds: 0, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 },
          },
        ],
        volumes: [{ name: 'v', emptyDir: {} }, { name: 's', secret: { defaultMode: 420 } }],
      },
    },
  })
})

test('a Pod has what admission plugins add, and requests for its limits', async () => {
  const { value, unknown } = await stored('{apiVersion: v1, kind: Pod, metadata: {generateName: a-}, spec: {automountServiceAccountToken: false, containers: [{name: c, image: a, resources: {limits: {cpu: 1}}}]}}')
  const exists = { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }
  expect(value['spec']).toEqual({
    ...POD,
    automountServiceAccountToken: false,
    containers: [{ ...CONTAINER, name: 'c', image: 'a', imagePullPolicy: 'Always', resources: { limits: { cpu: 1 }, requests: { cpu: 1 } } }],
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
    priority: 0,
    serviceAccount: 'default',
    serviceAccountName: 'default',
    tolerations: [{ key: 'node.kubernetes.io/not-ready', ...exists }, { key: 'node.kubernetes.io/unreachable', ...exists }],
  })
  expect(unknown.map(({ name }) => name)).toEqual(expect.arrayContaining(['object.metadata.name', 'object.metadata.uid']))
})

test('a Pod with a token has its volume', async () => {
  const { value } = await stored('{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, image: a}]}}')
  expect(value['spec']).toMatchObject({ volumes: [{ name: 'kube-api-access-00000', projected: {} }], containers: [{ volumeMounts: [{ name: 'kube-api-access-00000', readOnly: true }] }] })
})

test('the template of a CronJob has less than a Job', async () => {
  const template = '{spec: {restartPolicy: Never, containers: []}}'
  expect((await stored(`{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {template: ${template}}}`)).value['spec']).toMatchObject({ backoffLimit: 6, completionMode: 'NonIndexed', completions: 1, parallelism: 1, suspend: false })
  const { spec } = (await stored(`{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {schedule: "* * * * *", jobTemplate: {spec: {template: ${template}}}}}`)).value as { spec: { jobTemplate: { spec: object } } }
  expect(spec).toMatchObject({ concurrencyPolicy: 'Allow', failedJobsHistoryLimit: 1, successfulJobsHistoryLimit: 3, suspend: false })
  expect(Object.keys(spec.jobTemplate.spec)).toEqual(['template'])
})

test.each([
  ['{}', { type: 'ClusterIP', internalTrafficPolicy: 'Cluster', sessionAffinity: 'None' }],
  ['{type: LoadBalancer, ports: [{port: 80}]}', { type: 'LoadBalancer', internalTrafficPolicy: 'Cluster', externalTrafficPolicy: 'Cluster', allocateLoadBalancerNodePorts: true, sessionAffinity: 'None', ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] }],
  ['{type: ExternalName, externalName: a.b}', { type: 'ExternalName', externalName: 'a.b', sessionAffinity: 'None' }],
  ['{sessionAffinity: ClientIP}', { type: 'ClusterIP', internalTrafficPolicy: 'Cluster', sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 10_800 } } }],
])('a Service %s', async (spec, expected) => {
  expect((await stored(`{apiVersion: v1, kind: Service, metadata: {name: a}, spec: ${spec}}`)).value['spec']).toEqual(expected)
})

test('others', async () => {
  const of = async (text: string) => (await stored(text)).value
  expect(await of('{apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {b: c}}')).toMatchObject({ type: 'Opaque', data: { b: 'Yw==' } })
  expect(await of('{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {b: c}}}')).toMatchObject({ metadata: { labels: { b: 'c', 'kubernetes.io/metadata.name': 'a' } } })
  expect(await of('{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {}, egress: [{}]}}')).toMatchObject({ spec: { policyTypes: ['Ingress', 'Egress'] } })
  expect(await of('{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleTargetRef: {}, behavior: {}}}')).toMatchObject({ spec: { minReplicas: 1, metrics: [{ type: 'Resource' }], behavior: { scaleUp: { selectPolicy: 'Max' }, scaleDown: { policies: [{ value: 100 }] } } } })
  expect(await of('{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: a}, roleRef: {kind: Role, name: r}, subjects: [{kind: User, name: u}, {kind: ServiceAccount, name: s}]}')).toMatchObject({ roleRef: { apiGroup: 'rbac.authorization.k8s.io' }, subjects: [{ apiGroup: 'rbac.authorization.k8s.io' }, { kind: 'ServiceAccount', name: 's' }] })
})
