import { describe, expect, test } from 'vitest'
import { Linter } from '../../src/lint.ts'
import { allRules } from '../../src/rules.ts'

const deployment = (name: string, labels: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels: ${labels}
  template:
    metadata:
      labels: ${labels}
    spec:
      containers:
        - name: app
          image: example.com/app:1.0
          ports:
            - name: http
              containerPort: 8080
`
const service = (name: string, selector: string, targetPort: string) => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: ${selector}
  ports:
    - port: 80
      targetPort: ${targetPort}
`

async function lint(files: Record<string, string>, ...ids: string[]): Promise<string[]> {
  const severities = new Map(allRules().filter(({ id }) => ids.includes(id)).map(({ id, severity }) => [id, severity]))
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities })
  for (const [file, text] of Object.entries(files)) await linter.add({ file, text, named: true })
  return (await linter.finish()).diagnostics.map(({ file, message }) => `${file}: ${message}`)
}

describe('the pods of a Service', () => {
  test('are looked for in its file, then in its folder', async () => {
    const files = { 'a/service.yaml': service('web', '{app: web}', 'htpp'), 'a/web.yaml': deployment('web', '{app: web}') }
    expect(await lint(files, 'no-unknown-target-port')).toEqual(['a/service.yaml: Target port "htpp" of Service "web" is not a TCP port of Deployment "web"; did you mean "http"?'])
  })

  test('of another folder may be another application, or a base that is patched: enough to keep silent', async () => {
    const files = { 'a/service.yaml': service('web', '{app: web}', 'htpp'), 'b/web.yaml': deployment('web', '{app: web}') }
    expect(await lint(files, 'no-unknown-target-port', 'no-service-without-pod', 'require-readiness-probe')).toEqual([])
  })

  test('are near misses only when somebody may have meant them', async () => {
    const missed = (name: string, selector: string, labels: string) => lint({ 'web.yaml': `${service('web', selector, '80')}---\n${deployment(name, labels)}` }, 'no-service-without-pod')
    expect(await missed('web', '{app: web}', '{app: shop}')).toEqual(['web.yaml: Service "web" selects no pod: Deployment "web" has "app: shop"'])
    // The one pod of its file.
    expect(await missed('shop', '{app: web}', '{app: shop}')).toEqual(['web.yaml: Service "web" selects no pod: Deployment "shop" has "app: shop"'])
    expect(await missed('shop', '{app: web, tier: front}', '{app: web}')).toEqual(['web.yaml: Service "web" selects no pod: Deployment "shop" has no label "tier"'])
    expect(await missed('shop', '{app: web, tier: frnot}', '{app: web, tier: front}')).toEqual(['web.yaml: Service "web" selects no pod: Deployment "shop" has "tier: front"'])
    expect(await missed('shop', '{app: web, version: v2}', '{app: web, version: v1}')).toEqual([])
    expect(await missed('shop', '{app: web, role: primary}', '{app: web}')).toEqual([])
  })
})

test('KEDA scales a workload, too', async () => {
  const scaled = 'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata:\n  name: web\nspec:\n  scaleTargetRef:\n    name: web\n'
  const files = { 'web.yaml': `${service('web', '{app: web}', '80')}---\n${deployment('web', '{app: web}')}` }
  expect(await lint(files, 'no-single-replica')).toEqual(['web.yaml: Deployment "web" has one replica behind Service "web"'])
  expect(await lint({ ...files, 'scale.yaml': scaled }, 'no-single-replica')).toEqual([])
})

test('what has a wrong type in a later document is hidden from rules that run at the end', async () => {
  const text = `${deployment('web', '{app: web}')}---\n${service('web', '{app: web}', 'http').replace(/ports:[^]*/, 'ports: all\n')}`
  expect(await lint({ 'web.yaml': text }, 'valid-type', 'no-unknown-target-port')).toEqual(['web.yaml: ports is the string "all", must be a list of maps'])
})

test('the values of a kept object are its own, also when the next file comes', async () => {
  const files = { 'a/web.yaml': `${service('web', '{app: web}', 'http')}---\n${deployment('web', '{app: web}')}`, 'b/other.yaml': service('other', '{app: other}', '80') }
  expect(await lint(files, 'no-unknown-target-port', 'no-service-without-pod')).toEqual([])
})

test('an autoscaler without a namespace is for the workload of that name nearby, not for one of another part of the repository', async () => {
  const scaled = deployment('web', '{app: web}').replace('spec:\n', 'spec:\n  replicas: 2\n')
  const autoscaler = 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n  maxReplicas: 4\n'
  const found = (file: string, other: string) => lint({ [file]: scaled, [other]: autoscaler }, 'no-replicas-under-autoscaler')
  for (const [file, other] of [['a.yaml', 'b.yaml'], ['web/base/a.yaml', 'web/overlays/prod/b.yaml'], ['web/a.yaml', 'web/scaling/b.yaml']] as const) expect(await found(file, other)).toHaveLength(1)
  expect(await found('manifests/install/a.yaml', 'docs/examples/scaling/b.yaml')).toEqual([])
  const inNamespace = (text: string) => text.replace('  name: web', '  name: web\n  namespace: shop')
  expect(await lint({ 'manifests/install/a.yaml': inNamespace(scaled), 'docs/examples/scaling/b.yaml': inNamespace(autoscaler) }, 'no-replicas-under-autoscaler')).toHaveLength(1)
})

test('a grant that lives elsewhere can be named', async () => {
  const text = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: front}
spec: {rules: [{backendRefs: [{name: shop, namespace: back, port: 80}]}]}
---
${service('shop', '{app: shop}', 'http').replace('  name: shop', '  name: shop\n  namespace: back')}`
  const found = async (...external: string[]) => {
    const linter = new Linter({ kubernetesVersions: ['1.37'], severities: new Map([['no-ungranted-reference', 'warning']]), external })
    await linter.add({ file: 'a.yaml', text, named: true })
    return (await linter.finish()).diagnostics
  }
  expect(await found()).toHaveLength(1)
  expect(await found('ReferenceGrant/back/*')).toEqual([])
})
