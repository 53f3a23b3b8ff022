/** What the examples of webhooks and admission policies do not show. */
import { expect, test } from 'vitest'
import { documentedRules } from '../../../src/rule-docs.ts'
import { lintText } from '../../lint-text.ts'

const rules = documentedRules().filter(({ presets }) => presets.includes('api-server')).map(({ id }) => id)

async function found(text: string, version = '1.37'): Promise<string[]> {
  const { diagnostics } = await lintText(text, { kubernetesVersions: [version], rules })
  return diagnostics.map(({ path, code, severity }) => `${path} ${severity === 'warning' ? severity : code}`).sort()
}

const group = 'apiVersion: admissionregistration.k8s.io/v1'
const RULE = 'operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]'
const webhook = (rest: string, client = 'url: https://a.example', name = 'a') =>
  `{${group}, kind: ValidatingWebhookConfiguration, metadata: {name: ${name}}, webhooks: [{name: a.b.c, admissionReviewVersions: [v1], sideEffects: None, clientConfig: {${client}}, ${rest}}]}`
const validating = (rest: string, metadata = 'name: a') => `{${group}, kind: ValidatingAdmissionPolicy, metadata: {${metadata}}, spec: {matchConstraints: {resourceRules: [{${RULE}}]}, ${rest}}}`
const mutating = (mutation: string, rule = RULE) => `{${group}, kind: MutatingAdmissionPolicy, metadata: {name: a}, spec: {reinvocationPolicy: Never, matchConstraints: {resourceRules: [{${rule}}]}, mutations: [${mutation}]}}`

test('addresses of webhooks', async () => {
  const at = 'webhooks[0].clientConfig'
  expect(await found(webhook('', 'url: https://a.example/b c'))).toEqual([])
  expect(await found(webhook('', 'url: https://a b'))).toEqual([`${at}.url Required`])
  expect(await found(webhook('', 'url: "https://[::1"'))).toEqual([`${at}.url Required`])
  expect(await found(webhook('', 'url: "https://u@a.example?b#c"'))).toEqual(Array(3).fill(`${at}.url Invalid`))
  expect(await found(webhook('', 'url: https://a.example, service: {name: a, namespace: b}'))).toEqual([`${at} Required`])
  expect(await found(webhook('', 'service: {path: a, port: 0}'))).toEqual([`${at}.service.name Required`, `${at}.service.namespace Required`, `${at}.service.path Invalid`, `${at}.service.path Invalid`, `${at}.service.port Invalid`])
  expect(await found(`{${group}, kind: MutatingWebhookConfiguration, metadata: {name: a}, webhooks: [{}]}`)).toEqual(['admissionReviewVersions', 'clientConfig', 'name', 'sideEffects'].map((field) => `webhooks[0].${field} Required`))
})

test('resources that cover each other', async () => {
  const rule = (resources: string) => webhook(`rules: [{operations: ["*"], apiGroups: ["*"], apiVersions: [v1], resources: [${resources}]}]`)
  const at = 'webhooks[0].rules[0].resources'
  for (const right of ['pods/log, "pods/*"', 'pods, "*"', '"*", pods/log', '"*/*"']) expect(await found(rule(right))).toEqual([])
  expect(await found(rule('"*/log", pods/log'))).toEqual([`${at}[1] Invalid`])
  expect(await found(rule('"*", pods'))).toEqual([`${at} Invalid`])
  expect(await found(rule('"*/*", pods'))).toEqual([`${at} Invalid`])
  expect(await found(rule('""'))).toEqual([`${at}[0] Required`])
})

test('names of manifests of the API server, and resources that no webhook sees, by minor', async () => {
  const named = webhook('', undefined, 'a.static.k8s.io')
  expect(await found(named, '1.35')).toEqual([])
  expect(await found(named, '1.36')).toEqual(['metadata.name warning'])
  expect(await found(named, '1.37')).toEqual(['metadata.name Invalid'])
  const virtual = webhook('rules: [{operations: [CREATE], apiGroups: [authentication.k8s.io], apiVersions: [v1], resources: [tokenreviews]}]')
  expect(await found(virtual, '1.36')).toEqual([])
  expect(await found(virtual, '1.37')).toEqual(['webhooks[0].rules[0].resources[0] warning'])
})

test('what a policy checks', async () => {
  expect(await found(validating(''))).toEqual(['spec.auditAnnotations Required', 'spec.validations Required'])
  expect(await found(validating('paramKind: {apiVersion: a/b/c, kind: A.b}, validations: [{expression: "true", message: "a\\nb", messageExpression: " "}]'))).toEqual([
    'spec.paramKind.apiVersion Invalid', 'spec.paramKind.kind Invalid', 'spec.validations[0].message Invalid', 'spec.validations[0].messageExpression Invalid',
  ])
  expect(await found(validating('auditAnnotations: [{key: a/b, valueExpression: "string(1)"}, {key: c, valueExpression: ""}, {key: c, valueExpression: "string(1)"}]'))).toEqual([
    'spec.auditAnnotations[0].key Invalid', 'spec.auditAnnotations[1].valueExpression Required', 'spec.auditAnnotations[2].key Duplicate',
  ])
  expect(await found(validating('auditAnnotations: [{key: a, valueExpression: "string(1)"}]', 'generateName: a-'))).toEqual([])
})

test('what a policy changes', async () => {
  const patch = 'patchType: JSONPatch, jsonPatch: {expression: "[JSONPatch{}]"}'
  expect(await found(mutating(`{${patch}}`))).toEqual([])
  expect(await found(mutating('{patchType: JSONPatch, applyConfiguration: {expression: "Object{}"}}'))).toEqual(['spec.mutations[0].applyConfiguration Invalid', 'spec.mutations[0].jsonPatch Required'])
  expect(await found(mutating('{patchType: Merge}, {}'))).toEqual(['spec.mutations[0].patchType NotSupported', 'spec.mutations[1].patchType Required'])
  expect(await found(mutating(`{${patch}}`, RULE.replace('CREATE', 'DELETE')))).toEqual(['spec.matchConstraints.resourceRules.operations NotSupported'])
})

test('parameters of a binding', async () => {
  const binding = (paramRef: string) => `{${group}, kind: ValidatingAdmissionPolicyBinding, metadata: {name: a}, spec: {policyName: a, validationActions: [Deny, Deny], paramRef: {${paramRef}}}}`
  expect(await found(binding('parameterNotFoundAction: Deny'))).toEqual(['spec.paramRef Required', 'spec.validationActions[1] Duplicate'])
  expect(await found(binding('parameterNotFoundAction: deny, name: a, selector: {}'))).toEqual(['spec.paramRef.name Forbidden', 'spec.paramRef.parameterNotFoundAction NotSupported', 'spec.paramRef.selector Forbidden', 'spec.validationActions[1] Duplicate'])
})
