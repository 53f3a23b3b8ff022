/** What the examples of the constraints do not show: versions, defaults, and the paths that the server prints. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../lint-text.ts'

const indent = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by))
const dedent = (text: string) => {
  const lines = text.replace(/^\n/, '').split('\n')
  const by = /^ */.exec(lines[0]!)![0].length
  return lines.map((line) => line.slice(by)).join('\n').trimEnd()
}

/** A Pod, or a Deployment, with this pod spec. */
const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${indent(dedent(spec), 2)}\n`
const workload = (kind: string, spec: string) =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n${indent(dedent(spec), 6)}\n`

async function found(text: string, version = '1.37'): Promise<string[]> {
  const { diagnostics } = await lintText(text, {
    kubernetesVersions: [version],
    // The server's warnings of ports that two lasting containers share are a rule of their own.
    rules: ['no-port-collision', 'valid-metadata', 'valid-container', 'valid-container-port', 'valid-probe', 'valid-lifecycle-hook', 'valid-resources', 'valid-job', 'valid-stateful-set', 'valid-deployment', 'valid-daemon-set', 'valid-replication-controller', 'valid-label-selector'],
  })
  return diagnostics.map(({ path, code, severity }) => `${path} ${code ?? severity}`).sort()
}

const container = (more: string) => `
  containers:
    - name: app
      image: nginx:1.27
${indent(dedent(more), 6)}
`

describe('resources', () => {
  const both = (limits: string, requests: string) => container(`
    resources:
      limits: {${limits}}
      requests: {${requests}}
  `)

  test('amounts are compared by value', async () => {
    expect(await found(pod(both('cpu: 1', 'cpu: 1000m')))).toEqual([])
    expect(await found(pod(both('memory: 1G', 'memory: 1Gi')))).toEqual(['spec.containers[0].resources.requests Invalid'])
    expect(await found(pod(both('cpu: "0.5"', 'cpu: 501m')))).toEqual(['spec.containers[0].resources.requests Invalid'])
  })

  test('a Pod requests what it limits, a template does not', async () => {
    expect(await found(pod(both('nvidia.com/gpu: 1', '')))).toEqual([])
    expect(await found(pod(both('', 'nvidia.com/gpu: 1')))).toEqual(['spec.containers[0].resources.limits Required'])
    expect(await found(pod(both('gpu: 1', '')))).toEqual([
      'spec.containers[0].resources.limits[gpu] Invalid', 'spec.containers[0].resources.limits[gpu] Invalid', 'spec.containers[0].resources.requests[gpu] Invalid', 'spec.containers[0].resources.requests[gpu] Invalid',
    ])
    expect(await found(workload('Deployment', both('storage: 1', '')))).toEqual(['spec.template.spec.containers[0].resources.limits[storage] Invalid'])
  })

  test('huge pages', async () => {
    expect(await found(pod(both('hugepages-2Mi: 4Mi, cpu: 1', '')))).toEqual([])
    expect(await found(pod(both('hugepages-2Mi: 4Mi', '')))).toEqual(['spec.containers[0].resources Forbidden'])
    expect(await found(workload('Deployment', both('hugepages-2Mi: 3Mi, cpu: 1', '')))).toEqual(['spec.template.spec.containers[0].resources.limits[hugepages-2Mi] Invalid'])
  })

  test('half a byte is only warned of', async () => expect(await found(pod(both('memory: 100m', '')))).toEqual(['spec.containers[0].resources.limits.memory warning']))

  test('those of the whole pod hold the containers together, since 1.34', async () => {
    const spec = `
      resources:
        requests: {cpu: 1}
        limits: {cpu: 2}
      initContainers:
        - name: side
          image: nginx:1.27
          restartPolicy: Always
          resources: {requests: {cpu: 600m}}
      containers:
        - name: app
          image: nginx:1.27
          resources: {requests: {cpu: 600m}, limits: {cpu: 3}}
    `
    expect(await found(pod(spec))).toEqual(['spec.resources.containers[0][cpu].limits Invalid', 'spec.resources.requests[cpu] Invalid'])
    expect(await found(pod(spec), '1.33')).toEqual([])
  })
})

test('a null container is one without fields', async () => {
  expect(await found(pod('containers: [null]'))).toEqual(['spec.containers[0].image Required', 'spec.containers[0].name Required'])
})

describe('versions', () => {
  const sleep = container(`
    lifecycle:
      preStop:
        sleep:
          seconds: 0
  `)
  test.each<[string, string[]]>([['1.29', []], ['1.30', ['spec.containers[0].lifecycle.preStop.sleep Invalid']], ['1.32', ['spec.containers[0].lifecycle.preStop.sleep Invalid']], ['1.33', []]])('a sleep of 0 in %s', async (version, expected) =>
    expect(await found(pod(sleep), version)).toEqual(expected),
  )

  const restart = container('restartPolicy: Sometimes')
  test.each([['1.34', 'Forbidden'], ['1.35', 'NotSupported']])('restartPolicy of a container in %s', async (version, code) => expect(await found(pod(restart), version)).toEqual([`spec.containers[0].restartPolicy ${code}`]))

  test('a StatefulSet could be created with a broken pod until 1.33', async () => {
    const broken = workload('StatefulSet', 'containers: [{name: App}]')
    const [name, image] = ['spec.template.spec.containers[0].name Invalid', 'spec.template.spec.containers[0].image Required']
    expect(await found(broken, '1.34')).toEqual([image, name])
    const { diagnostics } = await lintText(broken, { kubernetesVersions: ['1.33'], rules: ['valid-container'] })
    expect(diagnostics.map((diagnostic) => diagnostic.severity)).toEqual(['warning', 'warning'])
  })

  const owned = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  ownerReferences:\n    - {apiVersion: v1, kind: Pod, name: b}\n'
  test.each([['1.36', 'metadata.ownerReferences.uid Invalid'], ['1.37', 'metadata.ownerReferences[0].uid Required']])('an owner without uid in %s', async (version, expected) => expect(await found(owned, version)).toEqual([expected]))

  const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: 1st\nspec:\n  ports: [{port: 80}]\n'
  test('the name of a Service may begin with a digit since 1.36', async () => {
    expect(await found(service, '1.35')).toEqual(['metadata.name Invalid'])
    expect(await found(service, '1.36')).toEqual([])
  })
})

describe('ports', () => {
  test('in the network of the node a port is a host port', async () => {
    const ports = `
      hostNetwork: true
      containers:
        - {name: a, image: nginx, ports: [{containerPort: 80}]}
        - {name: b, image: nginx, ports: [{containerPort: 80}]}
    `
    expect(await found(pod(ports))).toEqual(['spec.containers[1].ports[0] warning', 'spec.containers[1].ports[0].hostPort Duplicate'])
    expect(await found(workload('Deployment', ports))).toEqual(['spec.template.spec.containers[1].ports[0].containerPort warning'])
  })

  test('the same host port of another protocol or address is another', async () => {
    const ports = (second: string) => pod(container(`ports: [{containerPort: 1, hostPort: 9, hostIP: 10.0.0.1}, {containerPort: 2, hostPort: 9, ${second}}]`))
    expect(await found(ports('hostIP: 10.0.0.1'))).toEqual(['spec.containers[0].ports[1].hostPort Duplicate'])
    expect(await found(ports('hostIP: 10.0.0.2'))).toEqual([])
    expect(await found(ports('hostIP: 10.0.0.1, protocol: UDP'))).toEqual([])
  })
})

describe('names and labels', () => {
  const named = (kind: string, apiVersion: string, metadata: string, spec = '') => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {${metadata}}\n${spec}`
  test.each([
    ['ConfigMap', 'v1', 'name: a.b', []],
    ['ConfigMap', 'v1', 'name: A_B', ['metadata.name Invalid']],
    ['ConfigMap', 'v1', 'labels: {}', ['metadata.name Required']],
    ['ConfigMap', 'v1', 'name: 1', []],
    ['ConfigMap', 'v1', 'generateName: a-', []],
    ['ConfigMap', 'v1', 'generateName: A_b-', ['metadata.generateName Invalid', 'metadata.name Invalid']],
    // The server does not look at the last two characters of a prefix.
    ['ConfigMap', 'v1', 'generateName: A-', ['metadata.name Invalid']],
    ['ConfigMap', 'v1', 'generateName: a.', ['metadata.generateName Invalid']],
    ['Namespace', 'v1', 'name: a.b', ['metadata.name Invalid']],
    ['Namespace', 'v1', 'name: -a', ['metadata.labels Invalid', 'metadata.name Invalid']],
    ['Role', 'rbac.authorization.k8s.io/v1', 'name: "system:a_B"', []],
    ['Role', 'rbac.authorization.k8s.io/v1', 'name: a/b', ['metadata.name Invalid']],
    ['ConfigMap', 'v1', 'name: a, labels: {a/b/c: x, d: "-"}', ['metadata.labels Invalid', 'metadata.labels Invalid']],
    ['ConfigMap', 'v1', 'name: a, annotations: {Example.com/A: "any text"}', []],
    ['ConfigMap', 'v1', 'name: a, annotations: {"a b": ""}', ['metadata.annotations Invalid']],
    ['ConfigMap', 'v1', 'name: a, finalizers: [mine]', ['metadata.finalizers[0] Invalid']],
    ['ConfigMap', 'v1', 'name: a, finalizers: [orphan, foregroundDeletion]', ['metadata.finalizers Invalid']],
    ['ConfigMap', 'v1', 'name: a, generation: -1', ['metadata.generation Invalid']],
    ['LimitRange', 'v1', 'labels: {}', []],
  ])('%s %s {%s}', async (kind, apiVersion, metadata, expected) => expect(await found(named(kind, apiVersion, metadata))).toEqual(expected))

  test('annotations end at 256 KiB', async () => {
    expect(await found(named('ConfigMap', 'v1', `name: a, annotations: {a: "${'x'.repeat(262_143)}"}`))).toEqual([])
    expect(await found(named('ConfigMap', 'v1', `name: a, annotations: {a: "${'x'.repeat(262_144)}"}`))).toEqual(['metadata.annotations TooLong'])
  })

  test('those of a template are printed without "metadata"', async () => {
    const text = workload('DaemonSet', 'containers: [{name: a, image: nginx}]').replace('        app: web\n    spec', '        app: web\n        bad: " "\n    spec')
    expect(await found(text)).toEqual(['spec.template.labels Invalid'])
  })

  test('the name of a Job becomes a label', async () => {
    const job = (name: string) => `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ${name}\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers: [{name: a, image: nginx}]\n`
    expect(await found(job('a'.repeat(63)))).toEqual([])
    expect(await found(job('a'.repeat(64)))).toEqual(['metadata.name warning', 'spec.template.labels Invalid'])
  })
})

describe('selectors of workloads', () => {
  const spec = 'containers: [{name: a, image: nginx}]'
  test.each([
    ['Deployment', 'matchLabels: {}', ['spec.selector Invalid']],
    ['Deployment', 'matchExpressions: [{key: app, operator: Exists}]', []],
    ['Deployment', 'matchExpressions: [{key: app, operator: Equals}]', ['spec.selector Invalid', 'spec.selector.matchExpressions[0].operator Invalid']],
    ['Deployment', 'matchLabels: {app: api}', ['spec.template.metadata.labels Invalid']],
    ['DaemonSet', 'matchLabels: {}', ['spec.selector Invalid']],
    ['StatefulSet', 'matchLabels: {app: api}', ['spec.template.metadata.labels Invalid']],
  ])('%s {%s}', async (kind, selector, expected) => expect(await found(workload(kind, spec).replace('matchLabels:\n      app: web', selector))).toEqual(expected))

  test('one that is missing', async () => {
    const without = (kind: string) => workload(kind, spec).replace('  selector:\n    matchLabels:\n      app: web\n', '')
    expect(await found(without('Deployment'))).toEqual(['spec.selector Required', 'spec.template.metadata.labels Invalid'])
    expect(await found(without('DaemonSet'))).toEqual(['spec.template.metadata.labels Invalid'])
  })
})
