/** ValidatingAdmissionPolicies are evaluated as the API server does. */
import { afterAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { Engine } from '../../src/cel/engine.ts'
import { policyViolations } from '../../src/cel/policies/violations.ts'
import { objectsIn } from './objects-in.ts'

interface PolicyParts {
  validations?: object[]
  spec?: { match?: object; [field: string]: unknown }
  rules?: object[]
  /** Null for none. */
  binding?: object | null
  objects: object[]
}

const ANY = { operations: ['CREATE'], apiGroups: ['*'], apiVersions: ['*'], resources: ['*'] }
const said = (expression: string) => [{ expression, message: 'refused' }]
const object = (kind: string, metadata: object, more: object = {}, apiVersion = 'v1') => ({ apiVersion, kind, metadata, ...more })
const config = (name: string, more: object = {}) => object('ConfigMap', { name, ...more })

const engine = new Engine(undefined)
afterAll(() => engine.end())

/** `severity object path: message` of each finding. */
async function found({ validations = said('false'), spec = {}, rules = [ANY], binding = {}, objects }: PolicyParts): Promise<string[]> {
  const { match = {}, ...rest } = spec
  const policy = object('ValidatingAdmissionPolicy', { name: 'p' }, { spec: { matchConstraints: { resourceRules: rules, ...match }, validations, ...rest } }, 'admissionregistration.k8s.io/v1')
  const bound = object('ValidatingAdmissionPolicyBinding', { name: 'b' }, { spec: { policyName: 'p', validationActions: ['Deny'], ...binding } }, 'admissionregistration.k8s.io/v1')
  const text = [policy, ...(binding === null ? [] : [bound]), ...objects].map((each) => stringify(each, { aliasDuplicateObjects: false, version: '1.1' })).join('---\n')
  const set = { objects: await objectsIn(text), isGiven: () => false, isContext: () => false, isChecked: true, customValue: () => undefined }
  const findings = await policyViolations(engine, ['1.37'], set)
  return findings.map(({ object: of, finding: { severity, path, message } }) => `${severity} ${of.label} ${path}: ${message.replace(/^.*? (?:breaks policy|cannot be judged by policy) "p"(?:, which refuses what it cannot judge)?: /, '')}`).sort()
}

describe('matching', () => {
  const names = async (parts: Omit<PolicyParts, 'objects'>, objects: object[]) => (await found({ ...parts, objects })).map((each) => each.split(' ').slice(0, 3).join(' '))

  test('by group, version, resource, operation and scope', async () => {
    const objects = [config('a'), object('Namespace', { name: 'space' }), object('ClusterRole', { name: 'r' }, { rules: [] }, 'rbac.authorization.k8s.io/v1')]
    expect(await names({ rules: [{ ...ANY, apiGroups: [''], resources: ['configmaps'] }] }, objects)).toEqual(['error ConfigMap a'])
    expect(await names({ rules: [{ ...ANY, scope: 'Cluster' }] }, objects)).toEqual(['error ClusterRole r', 'error Namespace space'])
    expect(await names({ rules: [{ ...ANY, scope: 'Namespaced' }] }, objects)).toEqual(['error ConfigMap a'])
    expect(await names({ rules: [{ ...ANY, operations: ['UPDATE'] }] }, objects)).toEqual([])
    expect(await names({ rules: [{ ...ANY, resources: ['configmaps/status'] }] }, objects)).toEqual([])
    expect(await names({ rules: [{ ...ANY, resources: ['configmaps/*', 'clusterroles'] }] }, objects)).toEqual(['error ClusterRole r', 'error ConfigMap a'])
    expect(await names({ rules: [{ ...ANY, resourceNames: ['a', 'b'] }] }, objects)).toEqual(['error ConfigMap a'])
  })

  test('by labels of the object and of its namespace', async () => {
    const objects = [object('Namespace', { name: 'shop', labels: { env: 'prod' } }), config('a', { namespace: 'shop', labels: { app: 'web' } }), config('b', { namespace: 'shop' })]
    expect(await names({ spec: { match: { objectSelector: { matchLabels: { app: 'web' } } } } }, objects)).toEqual(['error ConfigMap shop/a'])
    expect(await names({ spec: { match: { namespaceSelector: { matchLabels: { env: 'prod' } } } } }, objects)).toEqual(['error ConfigMap shop/a', 'error ConfigMap shop/b', 'error Namespace shop'])
    expect(await names({ spec: { match: { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['shop'] }] } } } }, objects)).toEqual([])
    expect(await names({ binding: { matchResources: { objectSelector: { matchLabels: { app: 'web' } } } } }, objects)).toEqual(['error ConfigMap shop/a'])
  })

  test('exclusions win, and a condition that is false is the end of it', async () => {
    const objects = [config('a'), config('b')]
    expect(await names({ spec: { match: { excludeResourceRules: [{ ...ANY, resourceNames: ['a'] }] } } }, objects)).toEqual(['error ConfigMap b'])
    expect(await names({ spec: { matchConditions: [{ name: 'c', expression: 'object.metadata.name == "a"' }, { name: 'u', expression: 'request.userInfo.username == "x" || object.metadata.name == "a"' }] } }, objects)).toEqual(['error ConfigMap a'])
  })

  test('policies are not asked about themselves', async () => {
    expect(await found({ objects: [] })).toEqual([])
  })

  test('equivalent versions of a custom kind are the same object', async () => {
    const version = (name: string) => ({ name, served: true, storage: name === 'v1', schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } } })
    const definition = object('CustomResourceDefinition', { name: 'mice.example.com' }, { spec: { group: 'example.com', scope: 'Namespaced', names: { kind: 'Mouse', plural: 'mice', singular: 'mouse', listKind: 'MouseList' }, versions: [version('v1'), version('v2')] } }, 'apiextensions.k8s.io/v1')
    const rules = [{ ...ANY, apiGroups: ['example.com'], apiVersions: ['v1'], resources: ['mice'] }]
    const objects = [definition, object('Mouse', { name: 'm' }, {}, 'example.com/v2')]
    const validations = [{ expression: 'false', messageExpression: "object.apiVersion + ' ' + request.resource.version + ' ' + request.requestResource.version" }]
    expect(await found({ rules, validations, objects })).toEqual(['error Mouse m metadata.name: example.com/v1 v1 v2'])
    expect(await found({ rules, validations, objects, spec: { match: { matchPolicy: 'Exact' } } })).toEqual([])
  })
})

describe('equivalent versions of a built-in kind', () => {
  const target = { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'w' }, maxReplicas: 5 }
  const scaler = (version: string, spec: object, metadata: object = {}) => object('HorizontalPodAutoscaler', { name: 'h', ...metadata }, { spec: { ...target, ...spec } }, `autoscaling/${version}`)
  const rules = (version: string) => [{ ...ANY, apiGroups: ['autoscaling'], apiVersions: [version], resources: ['horizontalpodautoscalers'] }]
  const metric = (name: string, type: object) => ({ type: 'Resource', resource: { name, target: type } })
  const memory = metric('memory', { type: 'AverageValue', averageValue: '1Gi' })
  const cpu = metric('cpu', { type: 'Utilization', averageUtilization: 90 })

  test('the first version of an autoscaler is seen as the second one, with findings where it is written', async () => {
    const validations = [{ expression: 'object.spec.metrics.all(m, m.resource.target.averageUtilization <= 70)', messageExpression: "object.apiVersion + ' ' + object.spec.metrics[0].resource.name + ' ' + string(object.spec.metrics[0].resource.target.averageUtilization)" }]
    expect(await found({ rules: rules('v2'), validations, objects: [scaler('v1', { targetCPUUtilizationPercentage: 85 })] })).toEqual(['error HorizontalPodAutoscaler h spec.targetCPUUtilizationPercentage: autoscaling/v2 cpu 85'])
    expect(await found({ rules: rules('v2'), validations, objects: [scaler('v1', {})] })).toEqual(['error HorizontalPodAutoscaler h spec.targetCPUUtilizationPercentage: autoscaling/v2 cpu 80'])
    expect(await found({ rules: rules('v2'), validations, objects: [scaler('v1', { targetCPUUtilizationPercentage: 70 })] })).toEqual([])
    expect(await found({ rules: rules('v2'), validations, objects: [scaler('v1', { targetCPUUtilizationPercentage: 85 })], spec: { match: { matchPolicy: 'Exact' } } })).toEqual([])
  })

  test('and the second as the first, whose annotations have the rest', async () => {
    const validations = [{ expression: 'object.spec.?targetCPUUtilizationPercentage.orValue(0) < 90', messageExpression: "object.apiVersion + ' ' + string(has(object.spec.metrics)) + ' ' + string(object.metadata.?annotations.orValue({}).size())" }]
    expect(await found({ rules: rules('v1'), validations, objects: [scaler('v2', { metrics: [memory, cpu], behavior: { scaleDown: { stabilizationWindowSeconds: 0 } } })] })).toEqual(['error HorizontalPodAutoscaler h spec.metrics[1].resource.target.averageUtilization: autoscaling/v1 false 2'])
    expect(await found({ rules: rules('v1'), validations, objects: [scaler('v2', { metrics: [cpu] })] })).toEqual(['error HorizontalPodAutoscaler h spec.metrics[0].resource.target.averageUtilization: autoscaling/v1 false 0'])
    expect(await found({ rules: rules('v1'), validations, objects: [scaler('v2', { metrics: [memory] })] })).toEqual([])
  })

  test('what cannot be converted is said', async () => {
    const annotations = { 'autoscaling.alpha.kubernetes.io/metrics': '[]' }
    expect(await found({ rules: rules('v2'), objects: [scaler('v1', {}, { annotations })] })).toEqual(['info ValidatingAdmissionPolicy p metadata.name: Policy "p" is undecided for an object: without a cluster, nobody knows the object in version v2'])
    const claim = object('DeviceClass', { name: 'c' }, { spec: {} }, 'resource.k8s.io/v1beta2')
    const ofClaims = (version: string) => [{ ...ANY, apiGroups: ['resource.k8s.io'], apiVersions: [version], resources: ['deviceclasses'] }]
    expect(await found({ rules: ofClaims('v1'), objects: [claim], validations: [{ expression: 'false', messageExpression: 'string(object.apiVersion)' }] })).toEqual(['error DeviceClass c metadata.name: resource.k8s.io/v1'])
  })
})

describe('expressions see', () => {
  const value = async (expression: string, one: object = config('a', { namespace: 'shop' }), more: object[] = []) =>
    (await found({ rules: [{ ...ANY, resources: [`${(one as { kind: string }).kind.toLowerCase()}s`] }], validations: [{ expression: 'false', messageExpression: `string(${expression})` }], objects: [one, ...more] }))[0]!.replace(/^.*?: /, '')

  test('the request', async () => {
    expect(await value("request.operation + ' ' + request.name + ' ' + request.namespace + ' ' + request.kind.kind + ' ' + request.resource.resource")).toBe('CREATE a shop ConfigMap configmaps')
    expect(await value('oldObject == null && !request.dryRun')).toBe('true')
  })

  test('the namespace, but nothing of it outside of one', async () => {
    expect(await value("namespaceObject.metadata.labels['env']", undefined, [object('Namespace', { name: 'shop', labels: { env: 'prod' } })])).toBe('prod')
    expect(await value('namespaceObject == null', object('Node', { name: 'n' }))).toBe('true')
    expect(await value('object.metadata.namespace', config('a'))).toBe('default')
  })

  test('what the server fills in, in its form', async () => {
    const deployment = object('Deployment', { name: 'd' }, { spec: { selector: { matchLabels: { app: 'a' } }, template: { metadata: { labels: { app: 'a' } }, spec: { hostNetwork: false, containers: [{ name: 'c', image: 'a', resources: { limits: { cpu: 0.5, memory: '1024Mi' } } }] } } } }, 'apps/v1')
    expect(await value('object.spec.strategy.rollingUpdate.maxSurge', deployment)).toBe('25%')
    expect(await value("object.spec.template.spec.containers[0].resources.limits['cpu'] + object.spec.template.spec.containers[0].resources.limits['memory']", deployment)).toBe('500m1Gi')
    // Only a Pod has them filled in.
    expect(await value('has(object.spec.template.spec.containers[0].resources.requests)', deployment)).toBe('false')
    expect(await value('has(object.spec.template.spec.hostNetwork)', deployment)).toBe('false')
    expect(await value("object.data['k']", object('Secret', { name: 's' }, { stringData: { k: 'v' } }))).toBe('dg==')
  })

  test('variables, and parameters', async () => {
    const parts = {
      spec: { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, variables: [{ name: 'most', expression: 'int(params.data.most)' }, { name: 'more', expression: 'variables.most + 1' }] },
      rules: [{ ...ANY, resources: ['services'] }],
      validations: [{ expression: 'object.spec.ports.size() > variables.more', messageExpression: "'more than ' + string(variables.more)" }],
    }
    const objects = [object('Service', { name: 's' }, { spec: { ports: [{ port: 80 }] } }), { ...config('limits', { labels: { of: 'p' } }), data: { most: '2' } }, { ...config('others', { labels: { of: 'p' } }), data: { most: '3' } }]
    const paramRef = { name: 'limits', parameterNotFoundAction: 'Deny' }
    expect(await found({ ...parts, objects, binding: { paramRef } })).toEqual(['error Service s spec.ports: more than 3'])
    expect(await found({ ...parts, objects, binding: { paramRef: { selector: { matchLabels: { of: 'p' } }, parameterNotFoundAction: 'Allow' } } })).toEqual(['error Service s spec.ports: more than 3', 'error Service s spec.ports: more than 4'])
    expect(await found({ ...parts, objects: objects.slice(0, 1), binding: { paramRef } })).toEqual(['info ValidatingAdmissionPolicy p metadata.name: Policy "p" is undecided for an object: without a cluster, nobody knows ConfigMap "limits"'])
  })
})

describe('pods that a workload makes', () => {
  const spec = { containers: [{ name: 'c', image: 'a' }] }
  const workload = (kind: string, more: object = {}, template: object = {}) => object(kind, { name: 'w' }, { spec: { template: { metadata: { labels: { app: 'w' } }, spec, ...template }, ...more } }, /Job/.test(kind) ? 'batch/v1' : 'apps/v1')
  const selector = { matchLabels: { app: 'w' } }
  const pods = [{ ...ANY, resources: ['pods'] }]
  const deployment = workload('Deployment', { selector })

  test('are judged where the template has the field, as a warning, for the workload itself is stored', async () => {
    const validations = said("object.spec.containers.all(c, c.image.contains(':'))")
    const cronJob = object('CronJob', { name: 'j' }, { spec: { schedule: '@daily', jobTemplate: { spec: { template: { spec } } } } }, 'batch/v1')
    const others = ['StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => workload(kind, { selector }))
    const rest = (kind: string, way: string) => `warning ${kind} ${way}.containers[0].image: image breaks policy "p", so this ${kind.split(' ')[0]} gets no pods: refused`
    expect(await found({ rules: pods, validations, objects: [deployment, ...others, workload('Job'), cronJob] })).toEqual(
      [rest('CronJob j', 'spec.jobTemplate.spec.template.spec'), ...['DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'StatefulSet'].map((kind) => rest(`${kind} w`, 'spec.template.spec'))],
    )
    expect(await found({ rules: pods, validations, objects: [deployment], binding: { validationActions: ['Audit'] } })).toEqual(['info Deployment w spec.template.spec.containers[0].image: image breaks policy "p" in the pods of this Deployment: refused'])
  })

  test('have the namespace of the workload, the labels of the template, an owner and the defaults of pods', async () => {
    const value = async (expression: string, one: object = deployment) => (await found({ rules: pods, validations: [{ expression: 'false', messageExpression: `string(${expression})` }], objects: [one] }))[0]!.replace(/^.*: /, '')
    expect(await value("object.kind + ' ' + object.metadata.namespace + ' ' + object.metadata.labels.app + ' ' + object.metadata.ownerReferences[0].kind + ' ' + object.spec.serviceAccountName")).toBe('Pod default w ReplicaSet default')
    expect(await value("'pod-template-hash' in object.metadata.labels && !has(request.name)")).toBe('true')
    expect(await value("object.spec.tolerations.exists(t, t.key == 'node.kubernetes.io/unschedulable')", workload('DaemonSet', { selector }))).toBe('true')
    expect(await found({ rules: pods, objects: [deployment], spec: { match: { objectSelector: { matchLabels: { app: 'x' } } } } })).toEqual([])
    expect(await found({ rules: pods, objects: [deployment], validations: said("object.metadata.labels['pod-template-hash'] == 'x'") })).toEqual(['info ValidatingAdmissionPolicy p spec.validations[0].expression: Policy "p" is undecided for an object: without a cluster, nobody knows object.metadata.labels.pod-template-hash'])
  })

  test('are not judged when the same policy says it of the workload', async () => {
    expect((await found({ objects: [deployment] })).map((each) => each.split(' ').slice(0, 4).join(' '))).toEqual(['error Deployment w metadata.name:'])
    expect((await found({ objects: [deployment], validations: said("object.kind == 'Deployment'") })).map((each) => each.split(' ').slice(0, 4).join(' '))).toEqual(['warning Deployment w spec.template:'])
  })

  test('are none without a template that is run', async () => {
    expect(await found({ rules: pods, objects: [object('PodTemplate', { name: 't' }, { template: { spec } }), workload('Deployment', { template: null })] })).toEqual([])
  })
})

describe('what follows', () => {
  const objects = [config('a')]

  test('is what the binding says, the worst of several actions', async () => {
    const severity = async (...validationActions: string[]) => (await found({ objects, binding: { validationActions } }))[0]!.split(' ')[0]
    expect([await severity('Deny'), await severity('Warn', 'Audit'), await severity('Audit'), await severity('Audit', 'Deny')]).toEqual(['error', 'warning', 'info', 'error'])
  })

  test('has the message of the policy, or its expression', async () => {
    const message = async (validation: object) => (await found({ objects, validations: [{ expression: 'object.metadata.name ==\n  "b"', ...validation }] }))[0]!.replace(/^.*?: /, '')
    expect(await message({ message: 'must be b', messageExpression: "'not ' + object.metadata.name" })).toBe('not a')
    expect(await message({ message: ' must be b ', messageExpression: 'object.nothing' })).toBe('must be b')
    expect(await message({})).toBe('object.metadata.name == "b"')
  })

  test('an error is a refusal, unless the policy ignores errors', async () => {
    const validations = [{ expression: 'object.data.nothing == "a"' }]
    expect(await found({ objects, validations })).toEqual(['error ConfigMap a metadata.name: no such key: data'])
    expect(await found({ objects, validations, spec: { failurePolicy: 'Ignore' } })).toEqual([])
    expect(await found({ objects, validations: said('true'), spec: { auditAnnotations: [{ key: 'k', valueExpression: "object.data.k + 'x'" }] } })).toEqual(['error ConfigMap a metadata.name: no such key: data'])
  })

  test('of an expression that does not compile its own finding says', async () => {
    expect(await found({ objects, validations: [{ expression: 'object.metadata.name == ' }] })).toEqual([])
  })

  test('what needs a cluster is said once', async () => {
    const two = [config('a', { namespace: 'space' }), config('b', { namespace: 'space' })]
    const note = (what: string) => [`info ValidatingAdmissionPolicy p ${what}`]
    expect(await found({ objects: two, validations: said('authorizer.group("").resource("pods").check("get").allowed()') })).toEqual(note('spec.validations[0].expression: Policy "p" is undecided for 2 objects: without a cluster, nobody knows authorizer'))
    expect(await found({ objects: two, spec: { match: { namespaceSelector: { matchLabels: { a: 'b' } } } } })).toEqual(note('metadata.name: Policy "p" is undecided for 2 objects: without a cluster, nobody knows the labels of the namespace "space"'))
    expect(await found({ objects: two, validations: said('object.metadata.name != "" || request.userInfo.username == "x"') })).toEqual([])
  })

  test('parameters of a policy that was given without a binding are unknown', async () => {
    const policy = object('ValidatingAdmissionPolicy', { name: 'p' }, { spec: { paramKind: { apiVersion: 'v1', kind: 'Secret' }, matchConstraints: { resourceRules: [{ ...ANY, resources: ['configmaps'] }] }, validations: said('params.a == 1') } }, 'admissionregistration.k8s.io/v1')
    const set = { objects: await objectsIn([policy, ...objects].map((each) => stringify(each)).join('---\n')), isGiven: () => true, isContext: () => false, isChecked: true, customValue: () => undefined }
    expect((await policyViolations(engine, ['1.37'], set)).map(({ finding: { message } }) => message)).toEqual(['Policy "p" is undecided for an object: without a cluster, nobody knows the Secret that a binding would name'])
  })

  test('without a binding nothing, which is said', async () => {
    expect(await found({ objects, binding: null })).toEqual(['info ValidatingAdmissionPolicy p metadata.name: Policy "p" has no binding among the files, so it has no effect'])
  })
})

describe('the place is what was read last', () => {
  const pod = (...images: string[]) => object('Pod', { name: 'p' }, { spec: { containers: images.map((image, index) => ({ name: `c${index}`, image })) } })
  const path = async (expression: string, one: object) => (await found({ rules: [{ ...ANY, resources: ['pods'] }], validations: said(expression), objects: [one] })).map((each) => each.split(' ')[3]!.replace(/:$/, ''))

  test.each([
    ["object.spec.containers.all(c, c.image.startsWith('a'))", 'spec.containers[1].image'],
    ["(object.spec.containers + object.spec.?initContainers.orValue([])).all(c, c.image != 'b')", 'spec.containers[1].image'],
    ["object.spec.containers.filter(c, c.image == 'b').size() == 0", 'spec.containers[2].image'],
    ['object.spec.containers.size() < 2', 'spec.containers'],
    ['object.spec.?hostNetwork.orValue(false) == true', 'spec.hostNetwork'],
    ["object.metadata.labels['app'] == 'x'", 'metadata.labels'],
    ['1 > 2', 'metadata.name'],
  ])('%s', async (expression, place) => {
    expect(await path(expression, pod('a', 'b', 'a'))).toEqual([place])
  })
})
