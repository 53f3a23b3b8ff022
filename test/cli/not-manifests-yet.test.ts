/** Files that become manifests only when another tool has had them: left alone, counted, and never an error. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'
import { folder, GOOD, podlint } from './run-cli.ts'

async function run(files: Readonly<Record<string, string>>) {
  const { code, stdout } = await podlint(['-f', 'json'], { cwd: folder({ 'good.yaml': GOOD, ...files }) })
  const { diagnostics, summary } = JSON.parse(stdout) as { diagnostics: { message: string }[]; summary: { leftAlone: Record<string, number>; placeholders: number } }
  return { code, messages: diagnostics.map(({ message }) => message), ...summary }
}

const SOPS = 'apiVersion: v1\nkind: Secret\nmetadata: {name: c, namespace: shop}\ndata: {cloud: "ENC[AES256_GCM,data:VGVj]"}\nsops: {mac: "ENC[AES256_GCM,data:x]", version: 3.7.3}\n'
const YTT = '#@ load("@ytt:data", "data")\napiVersion: v1\nkind: Pod\nmetadata:\n  name: #@ data.values.name\nspec:\n  containers:\n    - name: c\n      image: #@ data.values.image\n'
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\n'
const PART = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent, namespace: shop}\nspec:\n  template: {spec: {containers: [{name: agent, env: [{name: T, value: "true"}]}]}}\n'
const ESTABLISHED = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.example.com}\nspec: {}\nstatus: {conditions: [{type: Established, status: "True"}]}\n'

test.each([
  ['encrypted with SOPS', 'secret.yaml', SOPS],
  ['ytt template', 'pod.yaml', YTT],
  ['ytt template', 'pod.yaml', `${POD}spec:\n  #@ for/end x in y:\n  nodeName:\n`],
  ['template', 'go.yaml', `${POD}spec:\n  nodeName: {{ index .Labels "nodeName" }}\n`],
  ['template', 'version.yaml', 'apiVersion: policy/v1{{if .Legacy}}beta1{{end}}\nkind: PodDisruptionBudget\nmetadata: {name: a}\n'],
  ['template', 'jinja.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  {% for c in list %}\n  {{ c }}: "1"\n  {% endfor %}\n'],
  ['patch', 'agent-patch.yaml', PART],
  // All that the server says of this one is that the selector is invalid.
  ['patch', 'agent-patch.yaml', PART.replace('{spec:', '{metadata: {labels: {app: agent}}, spec:').replace('env: [{name: T, value: "true"}]', 'image: a, imagePullPolicy: Always')],
  ['assert of a test', 'tests/01-assert.yaml', PART],
  ['assert of a test', 'crd.yaml', ESTABLISHED],
  ['assert of a test', 'tests/00-assert.yaml', 'apiVersion: v1\nkind: Secret\nmetadata: {name: c, namespace: shop}\ndata: {(token != null): true}\n'],
  ['template', 'charts/_common/patch.yaml', `${POD}spec:\n  containers:\n    {{- with .Values.containers }}\n    {{- end }}\n`],
])('%s (%s) is left alone', async (reason, file, text) => {
  expect(await run({ [file]: text })).toMatchObject({ code: 0, messages: [], leftAlone: { [reason]: 1 } })
})

test('an object that only looks like a part is not', async () => {
  expect((await run({ 'agent.yaml': PART })).code).toBe(1)
  // Nothing is missing in it.
  expect((await run({ 'patch.yaml': GOOD.replace('\ndata:', '\ndat:') })).code).toBe(1)
  // Exported: all that it has to have but one.
  expect((await run({ 'pod.yaml': `${POD}spec:\n  restartPolicy: Always\n  nodeName: a\n  containers: []\nstatus: {phase: Running}\n` })).code).toBe(1)
})

test('a mistake beside a quoted template expression is one', async () => {
  expect((await run({ 'a.yaml': `${GOOD}  b: "{{ x }}"\n  c: [1\nd: 1\n` })).code).toBe(1)
})

test('a file that is named has to be YAML', async () => {
  expect(await podlint(['a.yaml'], { cwd: folder({ 'a.yaml': 'kind: {{ .Kind }}\n' }) })).toMatchObject({ code: 1 })
})

test.each(['apiVersion: ""\nkind: ""\nport: 80\n', 'apiVersion: release-notes/v2\nkind:\narea: traffic\n'])('what has an empty kind and no metadata is no manifest (%j)', async (text) => {
  expect(await run({ 'a.yaml': text })).toMatchObject({ code: 0, messages: [] })
})

test('a kustomization in a file of another name says what is a patch', async () => {
  const base = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches: [{path: ../over/agent.yaml}]\n'
  expect(await run({ 'base/base.yaml': base, 'over/agent.yaml': PART })).toMatchObject({ code: 0, messages: [], resources: 2, leftAlone: { 'kustomize patch': 1 } })
})

describe('placeholders', () => {
  const CLAIM = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: "${APP}", namespace: "{{ space }}", labels: {"${KEY}": a, b: "${VALUE}"}}\nspec:\n  accessModes: ["${MODE}"]\n  resources: {requests: {storage: "${CAPACITY:=5Gi}"}}\n'

  test('fit any type and format, and are counted', async () => {
    const { code, messages, placeholders } = await run({ 'claim.yaml': CLAIM })
    expect({ code, placeholders }).toEqual({ code: 0, placeholders: 6 })
    expect(messages).toEqual(['${APP}', '{{ space }}', '${KEY}', '${VALUE}', '${MODE}', '${CAPACITY:=5Gi}'].map((text) => `"${text}" is a placeholder that is not filled in`))
  })

  test('may stand for a whole map, and may have a colon in them', async () => {
    const { code, placeholders } = await run({ 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: shop\n  annotations:\n    ${ROLE/#arn/eks.amazonaws.com/role-arn: arn}\ndata: ${ DATA }\n' })
    expect({ code, placeholders }).toEqual({ code: 0, placeholders: 2 })
  })

  test.each(['${', '${}', '${1}', '$(APP)', '{ {a} }', '}}'])('%j is not one', async (text) => {
    const { diagnostics, summary } = await lintText(`apiVersion: v1\nkind: Namespace\nmetadata: {name: ${JSON.stringify(text)}}\n`)
    expect(summary.placeholders).toBe(0)
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
  })
})

describe('expressions of Chainsaw', () => {
  test('are keys of their own, however long they are', async () => {
    const assert = (other: string) => `apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\nmetadata: {name: a}\nspec:\n  (length(a)): 1\n  ${other}: 2\n`
    expect(await run({ 'e2e/chainsaw-test.yaml': assert('(length(b))') })).toMatchObject({ code: 0, messages: [] })
    expect((await run({ 'e2e/chainsaw-test.yaml': assert('(length(a))') })).messages).toEqual([expect.stringContaining('is set twice in the same map')])
  })

  const CLAIM = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n  namespace: ($namespace)\n  labels:\n    "(join(\'-\', [$a, $b]))": a\nspec:\n  accessModes:\n    - ($mode)\n  volumeMode: "($volumes)" # either\n  resources: {requests: {storage: 5Gi}}\n'
  const TEST = 'apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\nmetadata: {name: a}\nspec: {steps: [{try: [{apply: {file: claim.yaml}}]}]}\n'

  test('are unknown in the folder of a test', async () => {
    expect(await run({ 'e2e/claim.yaml': CLAIM, 'e2e/chainsaw-test.yaml': TEST })).toMatchObject({ code: 0, messages: [] })
    expect(await run({ 'e2e/resources/claim.yaml': CLAIM, 'e2e/chainsaw-test.yaml': TEST })).toMatchObject({ code: 0, messages: [] })
  })

  test('are unknown beside a test in the same file', async () => {
    expect(await run({ 'e2e/all.yaml': `${CLAIM}---\n${TEST}` })).toMatchObject({ code: 0, messages: [] })
  })

  test('and text elsewhere', async () => {
    const { code, messages } = await run({ 'claim.yaml': CLAIM, 'e2e/chainsaw-test.yaml': TEST })
    expect(code).toBe(1)
    expect(messages.join('\n')).toContain('($mode)')
  })

  test('what is in parentheses only in part is not one', async () => {
    const { messages } = await run({ 'e2e/claim.yaml': CLAIM.replace('($mode)', 'a($mode)'), 'e2e/chainsaw-test.yaml': TEST })
    expect(messages.join('\n')).toContain('a($mode)')
  })
})

describe('kinds that OpenShift had in v1', () => {
  test.each([
    ['Route', 'route'],
    ['Template', 'template'],
    ['DeploymentConfig', 'apps'],
  ])('%s', async (kind, group) => {
    const { diagnostics } = await lintText(`apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\n`)
    expect(diagnostics.map(({ message }) => message)).toEqual([`${kind} is a kind of OpenShift: its API version is ${group}.openshift.io/v1`])
  })
})

describe('what the server does not ask for', () => {
  test('an Event without involvedObject', async () => {
    expect((await lintText('apiVersion: v1\nkind: Event\nmetadata: {name: hello.1, namespace: default}\nmessage: hi\n')).diagnostics).toEqual([])
  })

  test('ports without a number are not twice the same', async () => {
    const { diagnostics } = await lintText(`${POD}spec: {containers: [{name: a, image: "a:1", ports: [{name: a}, {name: b}]}]}\n`, { rules: ['valid-container-port'] })
    expect(diagnostics.map(({ path }) => path)).toEqual(['spec.containers[0].ports[0].containerPort', 'spec.containers[0].ports[1].containerPort'])
  })
})

test.each(['kind: Pod', 'apiVersion: v1', 'a'])('what stands in a List is meant to be an object, and in what only looks like one it is not: %s', async (item) => {
  const run = async (kind: string) => (await podlint(['--select', 'require-kind', '.'], { cwd: folder({ 'a.yaml': `apiVersion: v1\nkind: ${kind}\nitems:\n- ${item}\n`, 'good.yaml': GOOD }) })).code
  expect([await run('List'), await run('AllowList')]).toEqual([1, 0])
})
