/** Who gets what by the roles and bindings of a run. */
import { expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

const pod = (account: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {serviceAccountName: ${account}, containers: [{name: app, image: "example.com/app:1.0"}]}\n`
const binding = (kind: string, subject: string, role: string) => `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: {name: b, namespace: shop}\nsubjects: [${subject}]\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}\n`
const role = (name: string, more: string) => `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ${name}, labels: {part: "${name}"}}\n${more}\n`
const SECRETS = 'rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]'
const found = async (text: string) => (await lintText(text, { rules: ['no-privileged-service-account'] })).diagnostics.map(({ message }) => message)

test.each([
  ['the account', binding('RoleBinding', '{kind: ServiceAccount, name: web, namespace: shop}', 'reader')],
  ['the account, in the namespace of the binding', binding('RoleBinding', '{kind: ServiceAccount, name: web}', 'reader')],
  ['all accounts of the namespace', binding('ClusterRoleBinding', '{kind: Group, name: "system:serviceaccounts:shop", apiGroup: rbac.authorization.k8s.io}', 'reader')],
  ['all accounts', binding('ClusterRoleBinding', '{kind: Group, name: "system:serviceaccounts", apiGroup: rbac.authorization.k8s.io}', 'reader')],
])('a role for %s', async (_, text) => {
  expect(await found(pod('web') + text + role('reader', SECRETS))).toEqual([expect.stringMatching(/^Service account "web" can read all Secrets, by ClusterRole "reader"/)])
})

test.each([
  ['another account', binding('RoleBinding', '{kind: ServiceAccount, name: api, namespace: shop}', 'reader')],
  ['an account of another namespace', binding('RoleBinding', '{kind: ServiceAccount, name: web, namespace: tools}', 'reader')],
  ['a user of that name', binding('RoleBinding', '{kind: User, name: web, apiGroup: rbac.authorization.k8s.io}', 'reader')],
])('not a role for %s', async (_, text) => {
  expect(await found(pod('web') + text + role('reader', SECRETS))).toEqual([])
})

const OWN = binding('ClusterRoleBinding', '{kind: ServiceAccount, name: web, namespace: shop}', 'all')

test('what a role is made of', async () => {
  const parts = role('reader', SECRETS)
  expect(await found(pod('web') + OWN + role('all', 'aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: reader}}]}\nrules: []') + parts)).toHaveLength(1)
  // What stands in the role itself is overwritten.
  expect(await found(pod('web') + OWN + role('all', `aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: none}}]}\n${SECRETS}`) + parts)).toEqual([])
})

test('roles of Kubernetes', async () => {
  expect(await found(pod('web') + OWN.replace('name: all', 'name: cluster-admin'))).toEqual([expect.stringContaining('can do everything')])
  expect(await found(pod('web') + OWN.replace('name: all', 'name: edit'))).toHaveLength(1)
  expect(await found(pod('web') + OWN.replace('name: all', 'name: view'))).toEqual([])
})

const namespaced = (namespace: string, rules: string) => `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: reader, namespace: ${namespace}}\n${rules}\n`
const NOTHING = 'rules: []'
const OF_ROLE = binding('RoleBinding', '{kind: ServiceAccount, name: web}', 'reader').replace('kind: ClusterRole,', 'kind: Role,')

test.each([
  ['its own namespace', namespaced('shop', SECRETS), 1],
  ['another namespace', namespaced('tools', SECRETS), 0],
  ['a namespace that is not known', namespaced('""', SECRETS), 1],
  ['its own namespace, rather than one that is not known', namespaced('""', SECRETS) + namespaced('shop', NOTHING), 0],
  ['its own namespace, whatever comes first', namespaced('""', NOTHING) + namespaced('tools', NOTHING) + namespaced('shop', SECRETS), 1],
])('a RoleBinding means the Role of %s', async (_, roles, findings) => {
  expect(await found(pod('web') + OF_ROLE + roles)).toHaveLength(findings)
})

test('a role of many parts', async () => {
  const parts = (count: number) => Array.from({ length: count }, (_, i) => role(`p${i}`, NOTHING).replace('labels: {', 'labels: {in: "yes", ')).join('')
  const all = (selector: string) => role('all', `aggregationRule: {clusterRoleSelectors: [{matchLabels: {${selector}}}]}\nrules: []`)
  const last = role('last', SECRETS).replace('labels: {', 'labels: {in: "yes", ')
  expect(await found(pod('web') + OWN + all('in: "yes"') + parts(600) + last)).toHaveLength(1)
  // The label that few have leads to it, however many have the other.
  expect(await found(pod('web') + OWN + all('in: "yes", part: last') + parts(1100) + last)).toHaveLength(1)
  expect(await found(pod('web') + OWN + all('in: "yes", part: other') + parts(10) + last)).toEqual([])
})

test('roles that are made of one with many rules', async () => {
  const selected = (name: string) => role(name, 'aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: reader}}]}\nrules: []')
  const two = OWN + OWN.replace('name: b', 'name: c').replace('name: all', 'name: more')
  expect(await found(pod('web') + two + selected('all') + selected('more') + role('reader', SECRETS))).toEqual([expect.stringContaining('by ClusterRole "all"')])
})
