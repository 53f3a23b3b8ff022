/** The settings that docs/rules/peers.md gives for checks of other tools: each finds what the check finds, and nothing else of the kind. */
import { expect, test } from 'vitest'
import { PEER_SETTINGS } from '../../scripts/peer-settings.mjs'
import { PEER_CHECKS } from '../../src/parts/peer-checks.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { lintText } from '../lint-text.ts'

type Manifest = Readonly<Record<string, unknown>>
const pod = (spec: object, annotations?: object, labels?: object): Manifest => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', ...(annotations && { annotations }), ...(labels && { labels }) }, spec: { containers: [{ name: 'app', image: 'ghcr.io/acme/app:1.0' }], ...spec } })
const container = (more: object): Manifest => pod({ containers: [{ name: 'app', image: 'ghcr.io/acme/app:1.0', ...more }] })
const object = (apiVersion: string, kind: string, spec: object, metadata: object = {}): Manifest => ({ apiVersion, kind, metadata: { name: 'web', ...metadata }, spec })
const namespace = (metadata: object): Manifest => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'web', ...metadata } })
const service = (port: number): Manifest => object('v1', 'Service', { selector: { app: 'web' }, ports: [{ port }] })
const role = (resourceNames: string[]): Manifest => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'web' }, rules: [{ apiGroups: ['security.openshift.io'], resources: ['securitycontextconstraints'], resourceNames, verbs: ['use'] }] })
const binding = (name: string): Manifest => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'web' }, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name }, subjects: [] })
const policy = (podSelector: object): Manifest => object('networking.k8s.io/v1', 'NetworkPolicy', { podSelector, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'proxy' } } }] }] })
const volume = (path: string): Manifest => object('v1', 'PersistentVolume', { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path } })
const kubecost = { owner: 'a', team: 'b', department: 'c', app: 'd', env: 'e' }

/** By check: what it complains of, and what it does not. */
const SAMPLES: Readonly<Record<string, readonly [bad: Manifest, good: Manifest]>> = {
  'allowed-annotations': [pod({}, { 'fluxcd.io/bird': 'tweet' }), pod({}, { 'fluxcd.io/cow': 'moo' })],
  'application-prevent-default-project': [object('argoproj.io/v1alpha1', 'Application', { project: 'default' }), object('argoproj.io/v1alpha1', 'Application', { project: 'shop' })],
  'check-env-vars': [container({ env: [{ name: 'DISABLE_OPA', value: 'true' }] }), container({ env: [{ name: 'DISABLE_OPA', value: 'false' }, { name: 'DEBUG', value: 'true' }] })],
  'check-routes': [object('route.openshift.io/v1', 'Route', { host: 'a.example.com' }), object('route.openshift.io/v1', 'Route', { tls: { termination: 'edge' } })],
  'check-supplemental-groups': [pod({ securityContext: { supplementalGroups: [150, 201] } }), pod({ securityContext: { supplementalGroups: [150, 600] } })],
  'disallow-default-tlsoptions': [object('traefik.io/v1alpha1', 'TLSOption', {}, { name: 'default' }), object('traefik.io/v1alpha1', 'TLSOption', {})],
  'disallow-host-ports-range': [container({ ports: [{ containerPort: 80, hostPort: 8080 }] }), container({ ports: [{ containerPort: 80, hostPort: 5080 }, { containerPort: 81 }] })],
  'disallow-jenkins-pipeline-strategy': [object('build.openshift.io/v1', 'BuildConfig', { strategy: { jenkinsPipelineStrategy: {} } }), object('build.openshift.io/v1', 'BuildConfig', { strategy: { dockerStrategy: {} } })],
  'disallow-security-context-constraint-anyuid': [role(['anyuid']), role(['restricted'])],
  'disallow-self-provisioner-binding': [binding('self-provisioner'), binding('view')],
  'enforce-ambient-mode-namespace': [namespace({}), namespace({ labels: { 'istio.io/dataplane-mode': 'ambient' } })],
  'enforce-etcd-encryption': [object('config.openshift.io/v1', 'APIServer', {}), object('config.openshift.io/v1', 'APIServer', { encryption: { type: 'aescbc' } })],
  'enforce-instancetype': [object('kubevirt.io/v1', 'VirtualMachine', { instancetype: { name: 'small' } }), object('kubevirt.io/v1', 'VirtualMachine', { instancetype: { name: 'small' }, preference: { name: 'fedora' } })],
  'enforce-min-tls-version': [object('consul.hashicorp.com/v1alpha1', 'Mesh', { tls: { incoming: { tlsMinVersion: 'TLSv1_1' } } }), object('consul.hashicorp.com/v1alpha1', 'Mesh', { tls: { incoming: { tlsMinVersion: 'TLSv1_2' } } })],
  'enforce-pod-duration': [pod({}, { 'pod.kubernetes.io/lifetime': '8h1m' }), pod({}, { 'pod.kubernetes.io/lifetime': '8h' })],
  'enforce-sidecar-injection-namespace': [namespace({ labels: { 'istio-injection': 'disabled' } }), namespace({ labels: { 'istio-injection': 'enabled' } })],
  'enforce-strict-mtls': [object('security.istio.io/v1', 'PeerAuthentication', { mtls: { mode: 'PERMISSIVE' } }), object('security.istio.io/v1', 'PeerAuthentication', {})],
  'enforce-tls-hosts-host-subnets': [object('networking.istio.io/v1', 'DestinationRule', { trafficPolicy: { tls: { mode: 'DISABLE' } } }), object('networking.istio.io/v1', 'DestinationRule', { trafficPolicy: { tls: { mode: 'SIMPLE' } } })],
  'limit-hostpath-type-pv': [volume('/etc'), volume('/data/shop')],
  'limit-hostpath-vols': [pod({ volumes: [{ name: 'a', hostPath: { path: '/database' } }] }), pod({ volumes: [{ name: 'a', hostPath: { path: '/data/a' } }] })],
  'prevent-disabling-injection-pods': [pod({}, { 'sidecar.istio.io/inject': 'false' }), pod({}, { 'sidecar.istio.io/inject': 'true' })],
  'prevent-linkerd-pod-injection-override': [pod({}, { 'linkerd.io/inject': 'disabled' }), pod({}, { 'linkerd.io/inject': 'enabled' })],
  'prevent-linkerd-port-skipping': [pod({}, { 'config.linkerd.io/skip-inbound-ports': '25' }), pod({}, { 'config.linkerd.io/proxy-version': 'x' })],
  'require-imagepullsecrets': [container({ image: 'corp.example.com/app:1.0' }), container({ image: 'quay.io/acme/app:1.0' })],
  'require-kubecost-labels': [pod({}, undefined, { ...kubecost, env: '' }), pod({}, undefined, kubecost)],
  'require-linkerd-mesh-injection': [namespace({}), namespace({ annotations: { 'linkerd.io/inject': 'enabled' } })],
  'require-tekton-namespace-pipelinerun': [object('tekton.dev/v1', 'PipelineRun', {}, { namespace: 'default' }), object('tekton.dev/v1', 'PipelineRun', {}, { namespace: 'ci' })],
  'restrict-adding-capabilities': [container({ securityContext: { capabilities: { add: ['NET_RAW'] } } }), container({ securityContext: { capabilities: { add: ['NET_BIND_SERVICE'] } } })],
  'restrict-controlplane-scheduling': [pod({ tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }] }), pod({ tolerations: [{ key: 'gpu', operator: 'Exists' }] })],
  'restrict-networkpolicy-empty-podselector': [policy({}), policy({ matchLabels: { app: 'web' } })],
  'restrict-node-affinity': [pod({ affinity: { nodeAffinity: {} } }), pod({ affinity: { podAffinity: {} } })],
  'restrict-node-label-creation': [object('v1', 'Node', {}, { labels: { foo: 'bar' } }), object('v1', 'Node', {}, { labels: { bar: 'foo' } })],
  'restrict-runtimeClassName': [pod({ runtimeClassName: 'other' }), pod({})],
  'restrict-secrets-by-name': [container({ envFrom: [{ secretRef: { name: 'db' } }] }), container({ envFrom: [{ secretRef: { name: 'safe-db' } }, { configMapRef: { name: 'db' } }] })],
  'restrict-service-port-range': [service(80), service(32080)],
  'restrict-usergroup-fsgroup-id': [pod({ securityContext: { runAsUser: 1000, runAsGroup: 3000 } }), pod({ securityContext: { runAsUser: 1000, runAsGroup: 3000, fsGroup: 2000 } })],
  'restrict-virtual-service-wildcard': [object('networking.istio.io/v1', 'VirtualService', { hosts: ['*.example.com'] }), object('networking.istio.io/v1', 'VirtualService', { hosts: ['a.example.com'] })],
  'verify-git-repositories': [object('source.toolkit.fluxcd.io/v1', 'GitRepository', { url: 'https://github.com/other/repo' }), object('source.toolkit.fluxcd.io/v1', 'GitRepository', { url: 'https://github.com/fluxcd/flux2' })],
}

const entries = Object.entries(PEER_SETTINGS).flatMap(([tool, checks]) => Object.entries(checks).map(([check, uses]) => ({ tool, check, uses })))

test('every check with settings has samples', () => {
  expect(entries.map(({ check }) => check).sort()).toEqual(Object.keys(SAMPLES).sort())
})

test.each(entries)('the settings for $check of $tool find what it finds', async ({ tool, check, uses }) => {
  expect(PEER_CHECKS[tool]!.split('\n').map((line) => line.split('\t')[0])).toContain(check)
  for (const [rule] of uses) expect(documentedRules().find(({ id }) => id === rule)?.peers[tool]).toContain(check)
  const findings = async (manifest: Manifest) => {
    const reports = await Promise.all(uses.map(([rule, options]) => lintText(JSON.stringify(manifest, null, 2), { rules: [rule], options })))
    return reports.flatMap(({ diagnostics }) => diagnostics)
  }
  const [bad, good] = SAMPLES[check]!
  expect(await findings(good)).toEqual([])
  expect((await findings(bad)).length).toBeGreaterThan(0)
})
