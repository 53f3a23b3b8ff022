// Checks of other tools that are rules here with options: by tool and check, what has to be set (each as often as it stands here).
const only = (path, more) => ['required-field', { path, onlyIfPresent: true, ...more }]
const forbidden = (path, more = {}) => ['forbidden-field', { path, ...more }]
const required = (path, more = {}) => ['required-field', { path, ...more }]
const label = (key, more = {}) => ['require-label', { key, ...more }]

export const PEER_SETTINGS = {
  kyverno: {
    'allowed-annotations': [['forbidden-annotation', { key: 'fluxcd\\.io/.*', allow: ['fluxcd.io/cow', 'fluxcd.io/dog'] }]],
    'application-prevent-default-project': [forbidden('spec.project', { values: ['default'], kinds: ['Application'] })],
    'check-env-vars': [forbidden('pod.spec.containers[*].env[name=DISABLE_OPA].value', { values: ['true'] })],
    'check-routes': [required('spec.tls', { kinds: ['route.openshift.io/Route'] })],
    'check-supplemental-groups': [only('pod.spec.securityContext.supplementalGroups[*]', { pattern: '1[0-9]{2}|200|5[0-9]{2}|600' })],
    'disallow-default-tlsoptions': [forbidden('metadata.name', { values: ['default'], kinds: ['TLSOption'] })],
    'disallow-host-ports-range': [only('pod.spec.containers[*].ports[*].hostPort', { pattern: '0|5[0-9]{3}|6000' }), only('pod.spec.initContainers[*].ports[*].hostPort', { pattern: '0|5[0-9]{3}|6000' })],
    'disallow-jenkins-pipeline-strategy': [forbidden('spec.strategy.jenkinsPipelineStrategy', { kinds: ['BuildConfig'] })],
    'disallow-security-context-constraint-anyuid': [forbidden('rules[*].resourceNames[*]', { values: ['anyuid'], kinds: ['Role', 'ClusterRole'] }), forbidden('roleRef.name', { values: ['system:openshift:scc:anyuid'] })],
    'disallow-self-provisioner-binding': [forbidden('roleRef.name', { values: ['self-provisioner'], kinds: ['ClusterRoleBinding'] })],
    'enforce-ambient-mode-namespace': [label('istio.io/dataplane-mode', { pattern: 'ambient', kinds: ['Namespace'] })],
    'enforce-etcd-encryption': [required('spec.encryption', { kinds: ['config.openshift.io/APIServer'] })],
    'enforce-instancetype': [required('spec.instancetype.name', { kinds: ['VirtualMachine'] }), required('spec.preference.name', { kinds: ['VirtualMachine'] })],
    'enforce-min-tls-version': [required('spec.tls.incoming.tlsMinVersion', { values: ['TLSv1_2'], kinds: ['Mesh'] })],
    'enforce-pod-duration': [['forbidden-annotation', { key: 'pod\\.kubernetes\\.io/lifetime', pattern: '(8h.*[1-9].*|(9|[1-9][0-9]+)h.*)' }]],
    'enforce-sidecar-injection-namespace': [label('istio-injection', { pattern: 'enabled', kinds: ['Namespace'] })],
    'enforce-strict-mtls': [only('spec.mtls.mode', { values: ['UNSET', 'STRICT'], kinds: ['PeerAuthentication'] })],
    'enforce-tls-hosts-host-subnets': [forbidden('spec.trafficPolicy.tls.mode', { values: ['DISABLE'], kinds: ['DestinationRule'] })],
    'limit-hostpath-type-pv': [['allowed-host-path', { allow: ['/data'] }]],
    'limit-hostpath-vols': [['allowed-host-path', { allow: ['/data'] }]],
    'prevent-disabling-injection-pods': [['forbidden-annotation', { key: 'sidecar\\.istio\\.io/inject', pattern: 'false' }]],
    'prevent-linkerd-pod-injection-override': [['forbidden-annotation', { key: 'linkerd\\.io/inject', pattern: 'disabled' }]],
    'prevent-linkerd-port-skipping': [['forbidden-annotation', { key: 'config\\.linkerd\\.io/skip-(in|out)bound-ports' }]],
    'require-imagepullsecrets': [['require-pull-secret', { public: ['ghcr.io', 'quay.io'] }]],
    'require-kubecost-labels': ['owner', 'team', 'department', 'app', 'env'].map((key) => label(key, { pattern: '.+', kinds: ['Pod'] })),
    'require-linkerd-mesh-injection': [['require-annotation', { key: 'linkerd.io/inject', pattern: 'enabled', kinds: ['Namespace'] }]],
    'require-tekton-namespace-pipelinerun': [forbidden('metadata.namespace', { values: ['default'], kinds: ['PipelineRun'] })],
    'restrict-adding-capabilities': [['allowed-capability', { allow: ['NET_BIND_SERVICE', 'CAP_CHOWN'] }]],
    'restrict-controlplane-scheduling': [forbidden('pod.spec.tolerations[*].key', { values: ['node-role.kubernetes.io/master', 'node-role.kubernetes.io/control-plane'] })],
    'restrict-networkpolicy-empty-podselector': [['require-policy-selector', { always: true }]],
    'restrict-node-affinity': [forbidden('pod.spec.affinity.nodeAffinity')],
    'restrict-node-label-creation': [forbidden('metadata.labels.foo', { kinds: ['Node'] })],
    'restrict-runtimeClassName': [only('pod.spec.runtimeClassName', { values: ['prodclass', 'expclass'] })],
    'restrict-secrets-by-name': ['volumes[*].secret.secretName', 'containers[*].env[*].valueFrom.secretKeyRef.name', 'containers[*].envFrom[*].secretRef.name', 'initContainers[*].env[*].valueFrom.secretKeyRef.name', 'initContainers[*].envFrom[*].secretRef.name'].map((path) => only(`pod.spec.${path}`, { pattern: 'safe-.*' })),
    'restrict-service-port-range': [required('spec.ports[*].port', { pattern: '32[0-9]{3}|33000', kinds: ['Service'] })],
    'restrict-usergroup-fsgroup-id': [['runAsUser', '1000'], ['runAsGroup', '3000'], ['fsGroup', '2000']].map(([field, value]) => required(`pod.spec.securityContext.${field}`, { values: [value] })),
    'restrict-virtual-service-wildcard': [forbidden('spec.hosts[*]', { pattern: '.*\\*.*', kinds: ['VirtualService'] })],
    'verify-git-repositories': [required('spec.url', { pattern: '(https://github\\.com/|ssh://git@github\\.com:)fluxcd/.+', kinds: ['GitRepository'] })],
  },
}

const plain = (text) => (/^[\w./-]+$/.test(text) && !/^(true|false|null|[\d.]+)$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`)
const shown = (value) => (Array.isArray(value) ? `[${value.map(plain).join(', ')}]` : typeof value === 'string' ? plain(value) : String(value))

/** The options of a use as in a settings file: `path: spec.replicas, kinds: [Deployment]`. */
export const optionsText = (options) => Object.entries(options).map(([name, value]) => `${name}: ${shown(value)}`).join(', ')

/** Undefined for a check that needs no settings. */
export function settingsText(tool, id) {
  const uses = PEER_SETTINGS[tool]?.[id]
  if (uses === undefined) return undefined
  const several = uses.length > 1
  return uses.map(([rule, options], index) => (several && index > 0 && uses[index - 1][0] === rule ? '' : `${rule}: `) + `{ ${optionsText(options)} }`).join(', ')
}
