/** What was meant by a wrong word, and where: the message says it, for somebody who does not know the right one. */
import { expect, test } from 'vitest'
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

test('a namespace of an object that has none is ignored', async () => {
  const { diagnostics } = await lintText(`${head('rbac.authorization.k8s.io/v1', 'ClusterRole', '{name: web, namespace: Team_A}')}rules: []\n`)
  expect(diagnostics).toEqual([])
})
