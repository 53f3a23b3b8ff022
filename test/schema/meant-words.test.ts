/** What was meant by a wrong word, and where: the message says it, for somebody who does not know the right one. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

const head = (apiVersion: string, kind: string, metadata = '{name: web}') => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: ${metadata}\n`
const pod = (rest: string) => `${head('v1', 'Pod')}spec:\n  restartPolicy: Never\n${rest}`
const limits = (amounts: string) => pod(`  containers: [{name: a, image: "example.com/a:1.0", resources: {limits: {${amounts}}}}]\n`)

test.each([
  ['a unit', limits('memory: 2GB'), 'memory is "2GB", has the unknown unit "GB", did you mean "G"?'],
  ['a resource', limits('memory: 1Gi, mem: 1Gi'), 'Resource "mem" is not a resource of Kubernetes; did you mean "memory"?'],
  ['a resource in camel case', limits('memory: 1Gi, ephemeralStorage: 1Gi'), 'Resource "ephemeralStorage" is not a resource of Kubernetes; did you mean "ephemeral-storage"?'],
  ['a resource that nobody knows', limits('memory: 1Gi, gpu: 1'), 'Resource "gpu" is not a resource of Kubernetes, and has no prefix such as example.com/'],
  ['a volume', pod('  containers: [{name: a, image: "example.com/a:1.0", resources: {limits: {memory: 1Gi}}, volumeMounts: [{name: confg, mountPath: /a}]}]\n  volumes: [{name: config, emptyDir: {}}]\n'), 'name "confg" is not a volume of this pod; did you mean "config"?'],
  ['a time zone', `${head('batch/v1', 'CronJob')}spec:\n  schedule: 0 3 * * *\n  timeZone: America/New_Yrok\n  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "example.com/a:1.0", resources: {limits: {memory: 1Gi}}}]}}}}\n`, 'timeZone is "America/New_Yrok", must be a time zone of the tz database; did you mean "America/New_York"?'],
  ['a scope', `${head('v1', 'ResourceQuota')}spec: {hard: {pods: "10"}, scopes: [NotBestEfort]}\n`, 'scopes[0] is "NotBestEfort", must be one of Terminating, NotTerminating, BestEffort, NotBestEffort, PriorityClass, CrossNamespacePodAffinity, VolumeAttributesClass; did you mean "NotBestEffort"?'],
  ['no cluster IP', `${head('v1', 'Service')}spec: {clusterIP: none, selector: {app: web}, ports: [{port: 80}]}\n`, 'clusterIP is "none", must be an IP address or "None"'],
  ['a namespace with capitals', head('v1', 'ConfigMap', '{name: web, namespace: Team_A}'), 'namespace is "Team_A", must consist of lower case letters, digits and "-"'],
  ['a number without an end', `${head('v1', 'ConfigMap')}data: {most: .inf}\n`, '".inf" is not a number that JSON can carry: put it in quotes'],
  ['the items of a List as a map', 'apiVersion: v1\nkind: List\nitems:\n  apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n', 'items of a List must be a list of objects'],
  ['a list of objects', '- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n', 'A Kubernetes object must be a map, not a list: remove the dash, or put the items below "items" of a List'],
])('%s', async (_, text, message) => {
  const { diagnostics } = await lintText(text)
  expect(diagnostics.filter(({ severity }) => severity !== 'info').map((found) => found.message)).toEqual([message])
})

const deployment = (rest: string) => `${head('apps/v1', 'Deployment')}spec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n        - name: app\n          image: example.com/app:1.0\n          livenessProbe: {tcpSocket: {port: 80}}\n${rest}`
const LIMITS = '          resources: {limits: {memory: 64Mi}}\n'

describe('lines that are not indented further than the key that they belong to', () => {
  test.each([
    ['limits', deployment('          resources:\n            limits:\n            memory: 64Mi\n'), ['ResourceRequirements has no field "memory": it belongs in "limits"']],
    ['a reference', deployment(`${LIMITS}          envFrom:\n            - configMapRef:\n              name: a\n`), ['EnvFromSource has no field "name": it belongs in "configMapRef"']],
    ['a key of a Secret', deployment(`${LIMITS}          env:\n            - name: A\n              valueFrom:\n                secretKeyRef:\n                name: a\n                key: b\n`), ['EnvVarSource has no field "name": it belongs in "secretKeyRef"', 'EnvVarSource has no field "key": it belongs in "secretKeyRef"']],
    ['a source of a volume', deployment(`${LIMITS}      volumes:\n        - name: a\n          configMap:\n          name: b\n`), ['Key "name" is set twice in the same map: indent it further if it belongs in "configMap"']],
    ['labels', deployment(LIMITS).replace('    metadata: {labels: {app: web}}\n', '    metadata:\n      labels:\n      app: web\n'), ['ObjectMeta has no field "app": it belongs in "labels"']],
    ['a name', deployment(LIMITS).replace('metadata: {name: web}\n', 'metadata:\nname: web\n'), ['Deployment has no field "name": it belongs in "metadata"']],
    ['a backend', `${head('networking.k8s.io/v1', 'Ingress')}spec:\n  defaultBackend:\n    service:\n    name: a\n    port: {number: 80}\n`, ['IngressBackend has no field "name": it belongs in "service"', 'IngressBackend has no field "port": it belongs in "service"']],
    ['an image beside the list of containers', deployment(LIMITS).replace('          image: example.com/app:1.0\n', '').concat('      image: example.com/app:1.0\n'), ['PodSpec has no field "image": it belongs in "containers[]"']],
  ])('%s', async (_, text, expected) => {
    const { diagnostics } = await lintText(text)
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(expected)
  })

  test('nor a template that is a level too far out', async () => {
    const cronJob = `${head('batch/v1', 'CronJob')}spec:\n  schedule: 0 * * * *\n  jobTemplate:\n    template:\n      spec: {restartPolicy: Never, containers: [{name: a, image: "example.com/a:1.0"}]}\n`
    expect((await lintText(cronJob)).diagnostics.map(({ message }) => message)).toEqual(['JobTemplateSpec has no field "template": it belongs in "spec"'])
  })
})

test.each([
  ['template', `${head('apps/v1', 'Deployment')}spec:\n  selector: {matchLabels: {app: web}}\n`, ['template.spec.containers is required but missing']],
  ['spec', head('apps/v1', 'Deployment'), ['spec.template.spec.containers is required but missing', 'spec.selector is required but missing']],
])('what a missing %s lacks is named from there on', async (_, text, expected) => {
  expect((await lintText(text)).diagnostics.map(({ message }) => message)).toEqual(expected)
})

describe('a dash too many', () => {
  test.each([
    ['before the image', '        - name: app\n        - image: example.com/app:1.0\n', ['containers[1].name is required but missing; is the dash of containers[1] too many?']],
    ['before the ports', '        - name: app\n          image: example.com/app:1.0\n        - ports: [{containerPort: 80}]\n', ['containers[1].name is required but missing; is the dash of containers[1] too many?']],
    ['before a number', '        - name: app\n          image: example.com/app:1.0\n          ports:\n            - name: http\n            - containerPort: 80\n', ['ports[0].containerPort is required but missing; is the dash of ports[1] too many?']],
    ['not before another container', '        - name: app\n          image: example.com/app:1.0\n        - name: proxy\n', ['containers[1].image is required but missing']],
  ])('%s', async (_, containers, expected) => {
    const text = `${head('apps/v1', 'Deployment')}spec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n${containers}`
    expect((await lintText(text)).diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(expected)
  })
})

test('a namespace of an object that has none is ignored', async () => {
  const { diagnostics } = await lintText(`${head('rbac.authorization.k8s.io/v1', 'ClusterRole', '{name: web, namespace: Team_A}')}rules: []\n`)
  expect(diagnostics).toEqual([])
})
