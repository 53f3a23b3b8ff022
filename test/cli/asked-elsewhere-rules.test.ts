/** What users of other linters asked their rules to find, or to leave alone, by the issues in which they did. Rules have examples of their own; here whole runs are looked at. */
import { describe, expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

type Files = Readonly<Record<string, string>>

async function rulesOf(files: Files, argv: readonly string[] = []): Promise<string[]> {
  const { code, stdout, stderr } = await podlint(['-f', 'json', ...argv], { cwd: folder(files) })
  expect(code, stderr).not.toBe(2)
  return (JSON.parse(stdout) as { diagnostics: { rule: string }[] }).diagnostics.map(({ rule }) => rule)
}

const object = (kind: string, name: string, more = '', apiVersion = 'v1') => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: shop\n${more}`
const workload = (kind: string, container = '', pod = '', metadata = '') =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: web\n  namespace: shop\n${metadata}spec:\n${kind === 'StatefulSet' ? '  serviceName: web\n' : ''}  selector:\n    matchLabels: {app: web}\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n${pod}      containers:\n        - name: app\n          image: example.com/app:1.0\n${container}`
const deployment = (container = '', pod = '') => workload('Deployment', container, pod)
const service = object('Service', 'web', 'spec:\n  selector: {app: web}\n  ports: [{name: http, port: 80}]\n')

const definition = (schema: string) =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: gadgets.example.com\nspec:\n  group: example.com\n  scope: Namespaced\n  names: {kind: Gadget, plural: gadgets, singular: gadget, listKind: GadgetList}\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec: ${schema}\n`
const gadget = (spec: string) => object('Gadget', 'one', `spec: ${spec}\n`, 'example.com/v1')

describe('is found', () => {
  test.each<[issues: string, rule: string, text: string, argv?: string[]]>([
    ['yannh/kubeconform#313, #341, #286, #148: unknown fields', 'no-unknown-field', deployment('          resource: {}\n')],
    ['yannh/kubeconform#82: a name in upper case', 'valid-metadata', object('ConfigMap', 'My_Settings')],
    ['yannh/kubeconform#259: a CronJob with a name of 53 characters', 'valid-job', object('CronJob', 'c'.repeat(53), 'spec:\n  schedule: "0 0 * * *"\n  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "example.com/a:1.0"}]}}}}\n', 'batch/v1')],
    ['yannh/kubeconform#235: a Service with a name that begins with a digit', 'valid-metadata', service.replace('name: web\n', 'name: 1web\n'), ['-k', '1.30']],
    ['yannh/kubeconform#122: an object without a name', 'valid-metadata', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  namespace: shop\n'],
    ['yannh/kubeconform#315: a value of a label', 'valid-metadata', object('ConfigMap', 'a').replace('namespace: shop\n', 'namespace: shop\n  labels: {app: a b}\n')],
    ['instrumenta/kubeval#185: an amount with a unit that there is not', 'valid-type', deployment('          resources: {limits: {memory: 1Gi, cpu: 1000ms}}\n')],
    ['stackrox/kube-linter#947: a request above the limit', 'valid-resources', deployment('          resources: {requests: {memory: 2Gi}, limits: {memory: 1Gi}}\n')],
    ['yannh/kubeconform#166: data of a Secret that are not base64', 'valid-type', object('Secret', 'a', 'data:\n  password: "not base64!"\n')],
    ['yannh/kubeconform#188: a variable that is there twice', 'no-duplicate-env', deployment('          env: [{name: A, value: "1"}, {name: A, value: "2"}]\n')],
    ['yannh/kubeconform#214: a ConfigMap of more than 1 MiB', 'valid-config-map', object('ConfigMap', 'a', `data:\n  a: ${'x'.repeat(1_100_000)}\n`)],
    ['JiRaska/open-bank-oss#3474: the same object twice', 'no-duplicate-object', `${object('ConfigMap', 'a')}---\n${object('ConfigMap', 'a')}`],
    ['yannh/kubeconform#248, stackrox/kube-linter#132: an API that was removed', 'no-removed-api', object('CronJob', 'a', '', 'batch/v1beta1')],
    ['yannh/kubeconform#100: a definition that is wrong itself', 'valid-custom-resource-definition', definition('{type: object, properties: {a: {}}}')],
    ['yannh/kubeconform#236: a rule in a definition', 'valid-custom-resource', `${definition('{type: object, properties: {a: {type: integer}}, x-kubernetes-validations: [{rule: self.a > 1}]}')}---\n${gadget('{a: 1}')}`],
    ['kubernetes/kubernetes#34146, cdk8s-core#1230, dmake#402: yes where a string is meant', 'valid-type', object('ConfigMap', 'a', 'data:\n  A: yes\n')],
    ['longkai/kubernetes-yaml-formatter#25, bitnami/charts#30512: a file mode in decimal', 'no-decimal-file-mode', deployment('          volumeMounts: [{name: a, mountPath: /a}]\n', '      volumes: [{name: a, configMap: {name: a, optional: true, defaultMode: 444}}]\n')],
    ['kubernetes-sigs/kubectl-validate#148, stackrox/kube-linter#596: what is wrong in an item of a List', 'no-unknown-field', `apiVersion: v1\nkind: List\nitems:\n- ${object('ConfigMap', 'a', 'dat: {}\n').trimEnd().replaceAll('\n', '\n  ')}\n`],
  ])('%s', async (_, rule, text, argv) => {
    expect(await rulesOf({ 'a.yaml': text }, argv)).toContain(rule)
  })

  test('yannh/kubeconform#248: an API that an upgrade removes', async () => {
    const text = object('FlowSchema', 'a', 'spec: {priorityLevelConfiguration: {name: a}}\n', 'flowcontrol.apiserver.k8s.io/v1beta3').replace('  namespace: shop\n', '')
    expect(await rulesOf({ 'a.yaml': text }, ['-k', '1.31', '--upgrade-to', '1.33'])).toContain('no-removed-api')
  })

  test.each(['1.31', 'v1.31', '1.31.4', 'latest', '1.31,1.34'])('yannh/kubeconform#119: the version %s is understood', async (version) => {
    expect(await rulesOf({ 'a.yaml': object('ConfigMap', 'a') }, ['-k', version])).toEqual([])
  })

  test('aquasecurity/trivy#1187, #8210, #5679, #9329: one container that overrides its pod, among others that do not', async () => {
    const pod = '      securityContext: {runAsNonRoot: true}\n'
    const text = deployment('        - name: other\n          image: example.com/other:1.0\n          securityContext: {runAsNonRoot: false}\n', pod)
    const { stdout } = await podlint(['-f', 'json', '--select', 'require-run-as-non-root'], { cwd: folder({ 'a.yaml': text }) })
    expect((JSON.parse(stdout) as { diagnostics: { path: string }[] }).diagnostics.map(({ path }) => path)).toEqual([expect.stringContaining('containers[1]')])
  })

  test('nodeca/js-yaml#738: aliases without end are an error, and no crash', async () => {
    const lines = Array.from({ length: 30 }, (_, at) => `  a${at}: &a${at} [${at === 0 ? '"x"' : `*a${at - 1}, *a${at - 1}, *a${at - 1}, *a${at - 1}`}]`)
    expect(await rulesOf({ 'a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: shop\ndata:\n${lines.join('\n')}\n` })).toContain('valid-yaml')
  })
})

describe('is left alone', () => {
  test.each<[issues: string, rules: RegExp, files: Files, argv?: string[]]>([
    ['yannh/kubeconform#122: generateName', /valid-metadata/, { 'a.yaml': object('Job', 'a', 'spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "example.com/a:1.0"}]}}}\n', 'batch/v1').replace('name: a\n', 'generateName: a-\n') }],
    ['yannh/kubeconform#224: fields that a definition keeps', /no-unknown-field|valid-custom/, { 'a.yaml': definition('{type: object, x-kubernetes-preserve-unknown-fields: true}'), 'b.yaml': gadget('{any: {thing: [1]}}') }],
    ['yannh/kubeconform#98, datree#855: values that SOPS has encrypted', /valid-type|no-unknown-field/, { 'a.yaml': object('Secret', 'a', 'data:\n  password: ENC[AES256_GCM,data:abc=,iv:a=,tag:b=,type:str]\nsops:\n  mac: ENC[AES256_GCM,data:abc=,iv:a=,tag:b=,type:str]\n  version: 3.8.1\n'), 'b.yaml': object('ConfigMap', 'b') }],
    // eslint-disable-next-line no-template-curly-in-string
    ['yannh/kubeconform#226, #366, fluxcd/flux-schema#85, #87: a placeholder for a number', /valid-type/, { 'a.yaml': deployment().replace('spec:\n', 'spec:\n  replicas: ${REPLICAS}\n') }],
    ...(['Deployment', 'StatefulSet', 'DaemonSet'] as const).map((kind): [string, RegExp, Files] => [`stackrox/kube-linter#179, #82: a Service for a ${kind}`, /no-service-without-pod/, { 'a.yaml': service, 'b.yaml': workload(kind) }]),
    ['stackrox/kube-linter#746: a Service without a selector', /no-service-without-pod/, { 'a.yaml': object('Service', 'web', 'spec:\n  ports: [{port: 80}]\n') }],
    ['stackrox/kube-linter#465: labels that a controller sets', /no-service-without-pod/, { 'a.yaml': service.replace('{app: web}', '{app: web, statefulset.kubernetes.io/pod-name: web-0}'), 'b.yaml': workload('StatefulSet') }],
    ['aquasecurity/trivy#4922, defsec#1131: what the pod sets for all containers', /require-run-as-non-root/, { 'a.yaml': deployment('', '      securityContext: {runAsNonRoot: true}\n') }, ['--preset', 'strict']],
    ['aquasecurity/trivy#8198: a key that only sounds like a password', /password|secret/, { 'a.yaml': object('ConfigMap', 'a', 'data:\n  password_validation.py: |\n    def check(): pass\n') }],
    ['zegl/kube-score#548: probes of a Job', /require-(liveness|readiness)-probe/, { 'a.yaml': object('Job', 'a', 'spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "example.com/a:1.0"}]}}}\n', 'batch/v1') }],
    ['stackrox/kube-linter#459, #694, checkov#7226, kubescape#1268: a CPU limit is not asked for', /require-cpu-limit/, { 'a.yaml': deployment() }],
    ['bitnami/charts#30512: a file mode in octal', /no-decimal-file-mode|valid/, { 'a.yaml': deployment('          volumeMounts: [{name: a, mountPath: /a}]\n', '      volumes: [{name: a, configMap: {name: a, optional: true, defaultMode: 0444}}]\n') }],
    ['yannh/kubeconform#46: a kustomization', /require-kind|valid/, { 'kustomization.yaml': 'resources: [a.yaml]\n', 'a.yaml': object('ConfigMap', 'a') }],
    ['metal3#149, FairwindsOps/polaris#667: a patch of a kustomization', /valid-(deployment|container|pod)|require-/, { 'kustomization.yaml': 'resources: [a.yaml]\npatches: [{path: patch.yaml}]\n', 'a.yaml': object('ConfigMap', 'a'), 'patch.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n' }],
    ['stackrox/kube-linter#211, checkov#2515: a Helm template', /./, { 'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'chart/templates/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n  namespace: shop\n', 'a.yaml': object('ConfigMap', 'a') }],
    ['super-linter#4375: YAML that is no manifest', /./, { 'values.yaml': 'replicas: [\n', '.github/workflows/a.yml': 'on: push\njobs: {}\n', 'a.yaml': object('ConfigMap', 'a') }],
    ['yannh/kubeconform#350, #131: a definition needs no conversion', /./, { 'crds/a.yaml': definition('{type: object, properties: {size: {type: integer}}}'), 'a.yaml': gadget('{size: 1}') }],
  ])('%s', async (_, rules, files, argv) => {
    expect((await rulesOf(files, argv)).filter((rule) => rules.test(rule))).toEqual([])
  })

  test('yannh/kubeconform#350, #131: and what does not fit the definition is found', async () => {
    expect(await rulesOf({ 'crds/a.yaml': definition('{type: object, properties: {size: {type: integer}}}'), 'a.yaml': gadget('{size: large}') })).not.toEqual([])
  })
})
