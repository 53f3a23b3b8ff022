import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Code, loadTable, type FieldType } from '../../src/schema/table.ts'
import { LATEST, MINORS, parseVersion } from '../../src/versions.ts'

const folder = join(import.meta.dirname, '../../src/schema/tables')
const latest = loadTable(LATEST)
const fieldType = (type: string, field: string) => latest.type(type)!.fields.get(field)!.type

describe('every table', () => {
  it('belongs to a minor, and every minor has one of at most 60 KB', () => {
    expect(readdirSync(folder).sort()).toEqual(MINORS.map((minor) => `${minor}.txt`))
    for (const minor of MINORS) expect(statSync(join(folder, `${minor}.txt`)).size).toBeLessThanOrEqual(60 * 1024)
  })

  it('but that of the newest release is written as what differs from its neighbor', () => {
    for (const minor of MINORS.filter((each) => each !== LATEST)) expect(statSync(join(folder, `${minor}.txt`)).size).toBeLessThanOrEqual(12 * 1024)
  })

  it.each(MINORS)('%s: every type can be read, and every kind is found by its name', (minor) => {
    const table = loadTable(minor)
    const visit = (type: FieldType): void => {
      if (type.item !== undefined) visit(type.item)
      if (type.object !== undefined) expect(table.type(type.object.name)).toBe(type.object)
    }
    for (const type of table.types()) for (const field of type.fields.values()) visit(field.type)
    expect(table.kinds().length).toBeGreaterThan(70)
    for (const kind of table.kinds()) {
      expect(table.kind(kind.apiVersion, kind.kind)).toBe(kind)
      expect([...kind.type.fields.keys()]).toEqual(expect.arrayContaining(['apiVersion', 'kind', 'metadata']))
    }
  })

  it.each(MINORS)('%s: the items of a keyed list have its keys', (minor) => {
    for (const type of loadTable(minor).types()) {
      for (const { type: list } of type.fields.values()) {
        for (const key of list.listKeys) expect(list.item!.object!.fields.has(key), `${type.name} ${key}`).toBe(true)
      }
    }
  })
})

describe('a kind', () => {
  it('has a scope, a group and a plural', () => {
    expect(latest.kind('v1', 'Pod')).toMatchObject({ apiVersion: 'v1', group: '', version: 'v1', plural: 'pods', namespaced: true })
    expect(latest.kind('networking.k8s.io/v1', 'NetworkPolicy')).toMatchObject({ group: 'networking.k8s.io', version: 'v1', plural: 'networkpolicies', namespaced: true })
    expect(latest.kind('rbac.authorization.k8s.io/v1', 'ClusterRole')).toMatchObject({ plural: 'clusterroles', namespaced: false })
    expect(latest.kind('rbac.authorization.k8s.io/v1', 'ClusterRole')!.type).toBe(latest.type('rbac/v1 ClusterRole'))
  })

  it('is unknown in another group, in another case, and when it is only a type', () => {
    expect(latest.kind('v1', 'Deployment')).toBeUndefined()
    expect(latest.kind('apps/v1', 'deployment')).toBeUndefined()
    expect(latest.kind('v1', 'Container')).toBeUndefined()
    expect(latest.kind('extensions/v1beta1', 'Deployment')).toBeUndefined()
    expect(latest.type('core/v1 Nothing')).toBeUndefined()
    expect(latest.type('Pod')).toBeUndefined()
  })
})

describe('a field', () => {
  it('has the type that the API server decodes into', () => {
    expect(fieldType('core/v1 Container', 'image').code).toBe(Code.string)
    expect(fieldType('core/v1 Container', 'tty').code).toBe(Code.boolean)
    expect(fieldType('core/v1 ContainerPort', 'containerPort').code).toBe(Code.int32)
    expect(fieldType('core/v1 PodSecurityContext', 'runAsUser').code).toBe(Code.int64)
    expect(fieldType('apiextensions/v1 JSONSchemaProps', 'maximum').code).toBe(Code.number)
    expect(fieldType('core/v1 ServicePort', 'targetPort').code).toBe(Code.intOrString)
    expect(fieldType('core/v1 EmptyDirVolumeSource', 'sizeLimit').code).toBe(Code.quantity)
    expect(fieldType('meta/v1 ObjectMeta', 'creationTimestamp').code).toBe(Code.time)
    expect(fieldType('coordination/v1 LeaseSpec', 'renewTime').code).toBe(Code.microTime)
    expect(fieldType('apps/v1 ControllerRevision', 'data').code).toBe(Code.free)
    expect(fieldType('meta/v1 ManagedFieldsEntry', 'fieldsV1').code).toBe(Code.any)
    expect(fieldType('apiextensions/v1 JSONSchemaProps', 'default').code).toBe(Code.any)
    expect(fieldType('apps/v1 Deployment', 'apiVersion').code).toBe(Code.string)
    expect(fieldType('core/v1 Secret', 'data')).toMatchObject({ code: Code.map, item: { code: Code.bytes } })
    expect(fieldType('core/v1 ResourceRequirements', 'limits')).toMatchObject({ code: Code.map, item: { code: Code.quantity } })
  })

  it('refers to other types, its own included', () => {
    expect(fieldType('apps/v1 DeploymentSpec', 'template').object).toBe(latest.type('core/v1 PodTemplateSpec'))
    expect(fieldType('core/v1 Pod', 'metadata').object!.name).toBe('meta/v1 ObjectMeta')
    const schema = latest.type('apiextensions/v1 JSONSchemaProps')
    expect(fieldType('apiextensions/v1 JSONSchemaProps', 'properties').item!.object).toBe(schema)
    expect(fieldType('apiextensions/v1 JSONSchemaProps', 'items')).toMatchObject({ code: Code.objectOrList, object: schema })
    expect(fieldType('apiextensions/v1 JSONSchemaProps', 'additionalProperties')).toMatchObject({ code: Code.objectOrBoolean, object: schema })
    expect(fieldType('apiextensions/v1 JSONSchemaProps', 'dependencies').item).toMatchObject({ code: Code.objectOrStrings, object: schema })
  })

  it('of a list says what makes its items differ', () => {
    expect(fieldType('core/v1 Container', 'ports')).toMatchObject({ code: Code.list, listKeys: ['containerPort', 'protocol'], set: false })
    expect(fieldType('core/v1 Container', 'args')).toMatchObject({ code: Code.list, listKeys: [], set: false, item: { code: Code.string } })
    expect(fieldType('meta/v1 ObjectMeta', 'finalizers')).toMatchObject({ code: Code.list, set: true })
  })

  it('may be required', () => {
    expect(latest.type('apps/v1 DeploymentSpec')!.required.map((field) => field.name)).toEqual(['selector', 'template'])
    expect(latest.type('core/v1 Volume')!.required.map((field) => field.name)).toEqual(['name'])
    // OpenAPI of 1.30 says so, its API server does not.
    expect(loadTable('1.30').type('apps/v1 StatefulSetSpec')!.required.map((field) => field.name)).toEqual(['selector', 'template'])
  })

  it('exists from its minor on, and no longer than it does', () => {
    const has = (minor: string, type: string, field: string) => loadTable(minor).type(type)!.fields.has(field)
    expect(has('1.33', 'core/v1 Container', 'restartPolicyRules')).toBe(false)
    expect(has('1.34', 'core/v1 Container', 'restartPolicyRules')).toBe(true)
    expect(has('1.30', 'core/v1 PodResourceClaim', 'source')).toBe(true)
    expect(has('1.31', 'core/v1 PodResourceClaim', 'source')).toBe(false)
  })

  it('of a type that is written once for several versions of a group refers to its own version', () => {
    expect(fieldType('resource/v1beta2 Device', 'capacity').item!.object!.name).toBe('resource/v1beta2 DeviceCapacity')
    expect([...latest.type('resource/v1beta2 Device')!.fields.keys()]).toEqual([...latest.type('resource/v1 Device')!.fields.keys()])
  })
})

describe('parseVersion', () => {
  it.each(['1.31', 'v1.31', '1.31.4', 'v1.31.4', 'v1.31.4-gke.100', '1.31.14+k3s1', 'v1.31.4-eks-a1b2c3d'])('%s is 1.31', (text) => expect(parseVersion(text)).toBe('1.31'))
  it.each(['latest', 'master', LATEST])('%s is the newest', (text) => expect(parseVersion(text)).toBe(LATEST))
  it.each(['', '1', '1.27', '1.99', '2.31', 'v1.31.', '1.31.x', '1.031', ' 1.31', '31'])('"%s" is no version', (text) => expect(parseVersion(text)).toBeUndefined())
})
