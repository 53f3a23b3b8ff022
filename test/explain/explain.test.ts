import { describe, expect, test } from 'vitest'
import { CODE_CHECKS } from '../../src/explain/code-checks.ts'
import { defaultedFields } from '../../src/schema/field-defaults.ts'
import { describeConstraints } from '../../src/explain/describe.ts'
import { explain } from '../../src/explain/explanation.ts'
import { fieldDocs } from '../../src/explain/field-docs.ts'
import { findField, objectOf } from '../../src/explain/find-field.ts'
import { constraintSets } from '../../src/schema/constraints/index.ts'
import { loadTable, type Type } from '../../src/schema/table.ts'
import { LATEST, MINORS } from '../../src/versions.ts'
import { exampleText } from '../../src/engine/define-rule.ts'
import { lintText } from '../lint-text.ts'

const docs = await fieldDocs()
const explained = (text: string, minor: string = LATEST, apiVersion?: string) => explain(findField(text, minor, apiVersion)!, docs)
const typeNamed = (name: string): Type | undefined => [...MINORS].reverse().map((minor) => loadTable(minor).type(name)).find((type) => type !== undefined)

describe('a field is found', () => {
  test.each([
    ['pod.spec.containers.livenessProbe', 'v1', 'Pod.spec.containers.livenessProbe'],
    ['po.spec.containers[0].image', 'v1', 'Pod.spec.containers.image'],
    ['deploy.spec.strategy', 'apps/v1', 'Deployment.spec.strategy'],
    ['deployments.apps.spec.replicas', 'apps/v1', 'Deployment.spec.replicas'],
    ['deployments.v1.apps.spec', 'apps/v1', 'Deployment.spec'],
    ['Ingress.spec.ingressclassname', 'networking.k8s.io/v1', 'Ingress.spec.ingressClassName'],
    ['ingresses.networking.k8s.io.spec', 'networking.k8s.io/v1', 'Ingress.spec'],
    ['hpa.spec', 'autoscaling/v2', 'HorizontalPodAutoscaler.spec'],
    ['events', 'v1', 'Event'],
    ['events.events.k8s.io.note', 'events.k8s.io/v1', 'Event.note'],
  ])('%s', (text, apiVersion, path) => {
    expect(explained(text)).toMatchObject({ apiVersion, path, kubernetesVersion: LATEST })
  })

  test('in another API version, or another Kubernetes', () => {
    expect(explained('hpa.spec', LATEST, 'autoscaling/v1')).toMatchObject({ apiVersion: 'autoscaling/v1', otherApiVersions: ['autoscaling/v2'] })
    expect(explained('flowschemas', '1.31', 'flowcontrol.apiserver.k8s.io/v1beta3')).toMatchObject({ deprecated: '1.29', removed: '1.32', replacement: 'flowcontrol.apiserver.k8s.io/v1' })
  })

  test.each([
    ['pod.spec.containrs', 'Pod.spec has no field "containrs", did you mean "containers"?'],
    ['pod.spec.hostUsers.x', 'Pod.spec.hostUsers has no fields: boolean'],
    ['pod.spec.securityContext.seccompProfile.oci', 'Pod.spec.securityContext.seccompProfile has a field "oci" only in Kubernetes 1.38: --kubernetes-version 1.38'],
  ])('%s is not', (text, message) => {
    expect(() => findField(text, LATEST, undefined)).toThrow(message)
  })

  test('only when its kind is there', () => {
    expect(findField('no-port-collision', LATEST, undefined)).toBeUndefined()
    expect(findField('', LATEST, undefined)).toBeUndefined()
    expect(findField('constructor.spec', LATEST, undefined)).toBeUndefined()
  })
})

describe('a field is explained', () => {
  test('with its type, default and checks', () => {
    expect(explained('pod.spec.containers.livenessProbe.periodSeconds')).toMatchObject({ type: 'integer (32 bits)', required: 'no', default: '10', constraints: [{ text: 'at least 0', rule: 'valid-probe' }] })
    expect(explained('pod.spec.containers.livenessProbe').constraints).toContainEqual({ text: 'exactly one of exec, httpGet, tcpSocket and grpc', rule: 'valid-probe', when: '' })
    expect(explained('svc.spec.ports')).toMatchObject({ type: 'list of ServicePort', listKeys: ['port', 'protocol'], required: 'unless the Service is headless' })
    expect(explained('pod.spec.containers.imagePullPolicy').values).toEqual(['Always', 'IfNotPresent', 'Never'])
  })

  test('of the metadata, which all kinds share', () => {
    expect(explained('svc.metadata.finalizers').rules).toContain('valid-metadata')
  })

  test('required as the server enforces it', () => {
    expect(explained('deploy.spec.selector').required).toBe('yes')
    expect(explained('pod.spec.securityContext.seccompProfile.localhostProfile').required).toBe('for the type Localhost')
    expect(explained('csidriver.spec').required).toBe('no')
    expect(explained('job.spec.completions').required).toBe('where completionMode is Indexed')
  })

  test('with the minors that have it and those that heed it', () => {
    expect(explained('pod.spec.hostnameOverride')).toMatchObject({ since: '1.34', until: null })
    const forgotten = (minor: string) => explained('pod.spec.hostUsers', minor).constraints.filter(({ text }) => text.startsWith('forgotten'))
    expect([forgotten('1.32'), forgotten('1.33')]).toEqual([[{ text: 'forgotten by the API server', rule: 'valid-security-context', when: 'until 1.32' }], []])
  })

  test('with the rules that look at it', () => {
    expect(explained('deploy.spec.replicas').rules).toEqual(expect.arrayContaining(['no-single-replica', 'valid-deployment']))
    expect(explained('pod.spec.containers.securityContext.privileged').rules).toContain('no-privileged-container')
  })
})

describe('what is written by hand', () => {
  const rules = new Set(constraintSets.map(({ rule }) => rule.id))

  test('is of types and fields that are there', () => {
    let type: Type | undefined
    for (const line of CODE_CHECKS.trim().split('\n')) {
      if (!line.startsWith('  ')) {
        const blank = line.lastIndexOf(' ')
        expect(rules, line).toContain(line.slice(blank + 1))
        type = line.startsWith('meta/v1 Object ') ? undefined : typeNamed(line.slice(0, blank))
        expect(type !== undefined || line.startsWith('meta/v1 Object '), line).toBe(true)
      } else if (type !== undefined) {
        let owner: Type | undefined = type
        for (const name of line.slice(2, line.indexOf(': ')).replaceAll('[]', '').split('.').filter(Boolean)) {
          const field = owner?.fields.get(name)
          expect(field, `${type.name} ${line}`).toBeDefined()
          owner = objectOf(field!.type)
        }
      }
    }
    for (const [name, field] of defaultedFields()) expect(typeNamed(name)?.fields.has(field), `${name} ${field}`).toBe(true)
  })

  test('covers what the constraints say', async () => {
    const notes = describeConstraints(constraintSets)
    const without: string[] = []
    for (const { rule } of constraintSets) {
      for (const { yaml } of rule.bad) {
        for (const { object, path } of (await lintText(exampleText(yaml), { rules: [rule.id] })).diagnostics) {
          if (path.startsWith('metadata') || path.includes('annotations')) continue
          // The server calls this volume by a name that no field has.
          const names = path.replace('.persistentDisk', '.gcePersistentDisk').replaceAll(/\[[^\]]*\]/g, '').split('.').filter(Boolean)
          const kind = loadTable(LATEST).kinds().find((info) => info.kind === object.split(' ')[0])
          let type = kind?.type
          const types = type === undefined ? [] : [type.name]
          for (const name of names) {
            const field = type?.fields.get(name)
            type = field === undefined ? undefined : objectOf(field.type)
            if (type !== undefined) types.push(type.name)
          }
          const isCovered = types.some((name) => Object.values(notes[name] ?? {}).some((list) => list.some((note) => note.rule === rule.id)))
          if (!isCovered) without.push(`${rule.id}: ${object} ${path}`)
        }
      }
    }
    expect(without, 'need a line in src/explain/code-checks.ts').toEqual([])
  })
})
