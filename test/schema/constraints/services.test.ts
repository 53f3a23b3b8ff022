/** What the examples of Services, Ingresses and their kin do not show: minors, defaults, and what the server warns of. */
import { expect, test } from 'vitest'
import { documentedRules } from '../../../src/rule-docs.ts'
import { lintText } from '../../lint-text.ts'

const rules = documentedRules().filter(({ presets }) => presets.includes('api-server')).map(({ id }) => id)

async function found(text: string, version = '1.37', options?: Record<string, unknown>): Promise<string[]> {
  const { diagnostics } = await lintText(text, { kubernetesVersions: [version], rules, ...(options === undefined ? {} : { options }) })
  return diagnostics.map(({ path, code, severity }) => `${path} ${severity === 'warning' ? severity : code}`).sort()
}

const service = (spec: string, metadata = '') => `{apiVersion: v1, kind: Service, metadata: {name: web${metadata}}, spec: {${spec}}}`
const ports = 'ports: [{port: 80}]'

test('a Service without anything', async () => {
  expect(await found('{apiVersion: v1, kind: Service, metadata: {name: web}}')).toEqual(['spec.ports Required'])
  expect(await found(service('clusterIP: None'))).toEqual([])
  expect(await found(service('type: ExternalName, externalName: a.example.'))).toEqual([])
  expect(await found(service('ports: [null]'))).toEqual(['spec.ports[0].port Invalid', 'spec.ports[0].targetPort Invalid'])
})

test('node ports are those of the range of the server', async () => {
  const text = service('type: NodePort, ports: [{port: 80, nodePort: 8080}]')
  expect(await found(text)).toEqual(['spec.ports[0].nodePort Invalid'])
  expect(await found(text, '1.37', { firstNodePort: 8000 })).toEqual([])
  expect(await found(service('ports: [{port: 80, nodePort: 30080}]'))).toEqual(['spec.ports[0].nodePort Forbidden'])
})

test('what another type of Service has', async () => {
  expect(await found(service(`${ports}, loadBalancerClass: a/b, healthCheckNodePort: 30000, externalTrafficPolicy: Local`))).toEqual([
    'spec.externalTrafficPolicy Invalid', 'spec.healthCheckNodePort Invalid', 'spec.loadBalancerClass Forbidden',
  ])
  expect(await found(service(`${ports}, type: ExternalName, externalName: a, clusterIP: 10.0.0.1`))).toEqual(['spec.clusterIPs Forbidden'])
  expect(await found(service('type: NodePort, clusterIP: None, ports: [{port: 80}]'))).toEqual(['spec.clusterIPs[0] Invalid'])
})

test('traffic distributions by minor', async () => {
  const text = (distribution: string) => service(`${ports}, trafficDistribution: ${distribution}`)
  expect(await found(text('Anywhere'), '1.30')).toEqual([])
  expect(await found(text('PreferSameZone'), '1.33')).toEqual(['spec.trafficDistribution NotSupported'])
  expect(await found(text('PreferSameZone'), '1.34')).toEqual([])
  expect(await found(text('PreferClose'), '1.34')).toEqual([])
  expect(await found(text('PreferClose'), '1.35')).toEqual(['spec.trafficDistribution warning'])
})

test('addresses are read strictly since 1.36, and warned of before', async () => {
  const text = service(`${ports}, clusterIP: 10.0.0.010`)
  expect(await found(text, '1.35')).toEqual(['spec.clusterIP warning'])
  expect(await found(text, '1.36')).toEqual(['spec.clusterIPs[0] Invalid'])
  const endpoints = '{apiVersion: v1, kind: Endpoints, metadata: {name: web}, subsets: [{addresses: [{ip: 10.0.0.010}], ports: [{port: 80}]}]}'
  expect(await found(endpoints, '1.32')).toEqual([])
  expect(await found(endpoints, '1.33')).toContain('subsets[0].addresses[0].ip warning')
})

test('the kubelet behind a load balancer', async () => {
  const text = service('type: LoadBalancer, ports: [{port: 10250}]')
  expect(await found(text, '1.32')).toEqual(['spec.ports[0] Invalid'])
  expect(await found(text, '1.33')).toEqual([])
})

test('one broken field silences only what rests on it', async () => {
  expect(await found(service('ports: [{port: "80"}], sessionAffinity: none, selector: {app: a b}'))).toEqual(['spec.ports[0].port Decode', 'spec.selector Invalid', 'spec.sessionAffinity NotSupported'])
})

test('a backend that is not there', async () => {
  const ingress = (rest: string) => `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web}, spec: {rules: [{http: {paths: [{path: /, pathType: Prefix${rest}}]}}]}}`
  expect(await found(ingress(''))).toEqual(['spec.rules[0].http.paths[0].backend Invalid'])
  expect(await found(ingress(', backend: {service: {name: "1a", port: {number: 80}}}'), '1.35')).toEqual(['spec.rules[0].http.paths[0].backend.service.name Invalid'])
  expect(await found(ingress(', backend: {service: {name: "1a", port: {number: 80}}}'), '1.36')).toEqual([])
})

test('the class of an Ingress in its annotation', async () => {
  const ingress = (spec: string) => `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web, annotations: {kubernetes.io/ingress.class: nginx}}, spec: {${spec}defaultBackend: {service: {name: web, port: {name: http}}}}}`
  expect(await found(ingress(''))).toEqual(['metadata.annotations[kubernetes.io/ingress.class] warning'])
  expect(await found(ingress('ingressClassName: nginx, '))).toEqual([])
  expect(await found(ingress('ingressClassName: other, '))).toEqual(['annotations.kubernetes.io/ingress.class Invalid'])
})
