/** What a rule of a role allows, as the authorizer of the API server reads it. */
import { describe, expect, test } from 'vitest'
import { allowingResource, coversResource, isFullControl, PERMISSIONS, type PolicyRule } from '../../src/model/rbac.ts'

test.each([
  ['*', 'pods/exec', true],
  ['pods/exec', 'pods/exec', true],
  ['*/exec', 'pods/exec', true],
  ['pods', 'pods/exec', false],
  ['pods/*', 'pods/exec', false],
  ['*/exec', 'pods', false],
  ['userextras/scopes', 'userextras', true],
])('"%s" covers %s: %s', (written, wanted, covers) => {
  expect(coversResource(written, wanted)).toBe(covers)
})

describe('reading Secrets', () => {
  const rule = (more: Partial<PolicyRule>): PolicyRule => ({ apiGroups: [''], resources: ['configmaps', 'secrets'], verbs: ['list'], ...more })
  test.each<[string, Partial<PolicyRule>, number | undefined]>([
    ['by its name', {}, 1],
    ['by stars', { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }, 0],
    ['in another group', { apiGroups: ['apps'] }, undefined],
    ['with another verb', { verbs: ['create'] }, undefined],
    ['one by its name alone', { resourceNames: ['database'] }, undefined],
    ['with nothing that can be read', { apiGroups: undefined, resources: undefined, verbs: undefined }, undefined],
  ])('%s', (_, more, at) => {
    expect(allowingResource(rule(more), PERMISSIONS.readSecrets)).toBe(at)
  })
})

test('every verb by its name is everything, and one less is not', () => {
  const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']
  expect(isFullControl({ apiGroups: ['*'], resources: ['*'], verbs })).toBe(true)
  expect(isFullControl({ apiGroups: ['*'], resources: ['*'], verbs: verbs.slice(1) })).toBe(false)
  expect(isFullControl({ apiGroups: [''], resources: ['*'], verbs: ['*'] })).toBe(false)
})
