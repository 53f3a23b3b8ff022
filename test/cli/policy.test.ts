/** `podlint policy`. */
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const POLICY = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: replicas}
spec:
  paramKind: {apiVersion: v1, kind: ConfigMap}
  matchConstraints:
    resourceRules:
    - {operations: [CREATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments]}
  validations:
  - expression: object.spec.replicas <= int(params.data.most)
    messageExpression: "'at most ' + params.data.most"
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: replicas}
spec:
  policyName: replicas
  validationActions: [Warn]
  paramRef: {name: limits, namespace: default, parameterNotFoundAction: Deny}
  matchResources: {namespaceSelector: {matchLabels: {env: prod}}}
`
const CASES = `cases:
- name: too many
  expect: warn
  message: at most 5
  path: spec.replicas
  object: &six {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {replicas: 6}}
  with: &around
  - {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {env: prod}}}
  - {apiVersion: v1, kind: ConfigMap, metadata: {name: limits}, data: {most: "5"}}
- name: not in production
  expect: allow
  object: *six
  with:
  - {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
- expect: allow
  object: {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {}}
`

const run = (files: Readonly<Record<string, string>>, ...args: string[]) => podlint(['policy', 'test', ...args], { cwd: folder(files) })

test('cases that are as expected', async () => {
  expect(await run({ 'p/policy.yaml': POLICY, 'p/cases.yaml': CASES }, 'p')).toEqual({
    code: 0,
    stdout: 'ok    p/cases.yaml:2 too many\nok    p/cases.yaml:10 not in production\nok    p/cases.yaml:15 Service web\n\n3 cases: all as expected\n',
    stderr: '',
  })
})

test('cases that are not', async () => {
  const cases = CASES.replace('expect: warn', 'expect: deny').replace('name: not in production\n  expect: allow\n  object: *six', 'name: no namespace known\n  expect: allow\n  object: {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: other}, spec: {replicas: 6}}')
  const { code, stdout } = await run({ 'policy.yaml': POLICY, 'cases.yaml': cases })
  expect(code).toBe(1)
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'FAIL  cases.yaml:2 too many: expected deny, got warn: policy "replicas": at most 5; at spec.replicas',
    'FAIL  cases.yaml:10 no namespace known: expected allow, got undecided: policy "replicas" needs the labels of the namespace "other"',
  ])
  expect(await run({ 'policy.yaml': POLICY, 'cases.yaml': CASES.replace('path: spec.replicas', 'path: spec') })).toMatchObject({ code: 1, stdout: expect.stringContaining('at spec.replicas') as string })
  expect(await run({ 'policy.yaml': POLICY, 'cases.yaml': CASES.replace('- {apiVersion: v1, kind: ConfigMap', '- {apiVersion: v1, kind: Secret') })).toMatchObject({ code: 1, stdout: expect.stringContaining('no params found') as string })
})

test.each([
  ['no cases', {}, 'No cases found'],
  ['a broken policy', { 'policy.yaml': POLICY.replace('params.data.most)', 'param.data.most)') }, 'policy.yaml:10:45: "param" is not declared'],
  ['a field that there is not', { 'cases.yaml': CASES.replace('message:', 'mesage:') }, 'cases.yaml:4:3: A case has no field "mesage", did you mean "message"?'],
  ['a verdict that there is not', { 'cases.yaml': CASES.replace('expect: warn', 'expect: refuse') }, 'cases.yaml:3:11: "expect" is allow, deny, warn or audit, not "refuse"'],
  ['no object', { 'cases.yaml': 'cases:\n- expect: deny\n' }, 'cases.yaml:2:3: A case needs one object'],
  ['no list', { 'cases.yaml': 'cases: {}\n' }, 'cases.yaml:1:1: A file with cases has one list, "cases"'],
])('%s', async (_, files, message) => {
  const { code, stdout, stderr } = await run({ 'policy.yaml': POLICY, ...files })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
})

test('a custom resource has the defaults of its definition: beside the policy, in a case, in the settings or with --crd', async () => {
  const policy = POLICY.replace(/  paramKind.*\n/, '').replace('[apps]', '[example.com]').replace('[deployments]', '[mouses]').replace('object.spec.replicas <= int(params.data.most)', 'object.spec.legs == 4').replace(/    messageExpression.*\n/, '').replace(/---[^]*/, '')
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: mouses.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Mouse, plural: mouses}
  versions:
  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {legs: {type: integer, default: 4}}}}}}}
`
  const cases = 'cases:\n- expect: allow\n  object: {apiVersion: example.com/v1, kind: Mouse, metadata: {name: m}, spec: {}}\n'
  const files = { 'p/policy.yaml': policy, 'p/cases.yaml': cases }
  const ok = { code: 0, stdout: expect.stringContaining('1 case: all as expected') as string, stderr: '' }
  expect(await run(files, 'p')).toMatchObject({ code: 1, stdout: expect.stringContaining('no such key: legs') as string })
  expect(await run({ ...files, 'p/mice.yaml': definition }, 'p')).toEqual(ok)
  expect(await run({ ...files, 'crds/mice.yaml': definition, 'podlint.yaml': 'crds: [crds]\n' }, 'p')).toEqual(ok)
  expect(await run({ ...files, 'crds/mice.yaml': definition }, 'p', '--crd', 'crds')).toEqual(ok)
  expect(await run({ ...files, 'p/cases.yaml': `${cases}  with:\n  -\n${definition.replaceAll(/^/gm, '    ').trimEnd()}\n` }, 'p')).toEqual(ok)
})

test('rules are written as policies, each with a binding for its severity', async () => {
  const { code, stdout } = await podlint(['policy', 'export', 'no-privileged-container', 'no-external-ip'])
  expect(code).toBe(0)
  expect(stdout).toContain('name: podlint-no-privileged-container')
  expect(stdout).toContain('validationActions: [Deny]')
  expect(stdout.match(/^kind: .*/gm)).toEqual(['kind: ValidatingAdmissionPolicy', 'kind: ValidatingAdmissionPolicyBinding', 'kind: ValidatingAdmissionPolicy', 'kind: ValidatingAdmissionPolicyBinding'])
})

test('what cannot be written is said', async () => {
  expect(await podlint(['policy', 'export', 'no-port-collision'])).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be written as a policy') as string })
  expect(await podlint(['policy', 'export', 'no-privileged-containr'])).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean "no-privileged-container"?') as string })
  expect(await podlint(['policy', 'export'])).toMatchObject({ code: 2, stderr: expect.stringContaining('no-root-user') as string })
  expect(await podlint(['policy', 'exprt'])).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean "export"?') as string })
})
