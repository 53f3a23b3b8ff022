/** What several rules would say of one mistake is said once. */
import { describe, expect, test } from 'vitest'
import { Linter } from '../../src/lint.ts'
import { allRules } from '../../src/rules.ts'
import { lintText } from '../lint-text.ts'

const pod = (container: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  containers:\n    - name: app\n      image: example.com/app:1.0\n      livenessProbe: {tcpSocket: {port: 80}}\n      resources: {limits: {memory: 64Mi}}\n${container}`
const deployment = (rest: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n${rest}`
const cronJob = (name: string) => `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  schedule: 0 * * * *\n  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "example.com/app:1.0", resources: {limits: {memory: 64Mi}}}]}}}}\n`
const rules = async (text: string) => (await lintText(text)).diagnostics.filter(({ severity }) => severity !== 'info').map(({ rule, path }) => `${rule} ${path}`)

describe('one finding for', () => {
  test.each([
    ['an amount in thousandths of a byte', pod('').replace('64Mi', '128m'), ['no-implausible-quantity spec.containers[0].resources.limits.memory']],
    ['a resource that does not exist', pod('').replace('memory: 64Mi', 'memory: 64Mi, gpus: 1'), ['valid-resources spec.containers[0].resources.limits[gpus]']],
    ['a policy in lower case', deployment('  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec: {restartPolicy: never, containers: [{name: a, image: "example.com/app:1.0"}]}\n'), ['valid-deployment spec.template.spec.restartPolicy']],
    ['a long name', cronJob('a'.repeat(64)), ['valid-job metadata.name']],
    ['a Namespace with a bad name', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: _}\n', ['valid-metadata metadata.name']],
    ['a Pod with a bad name', pod('').replace('name: web', 'name: WEB'), ['valid-metadata metadata.name']],
    ['a port with a bad name', pod('      ports: [{name: HTTP_X, containerPort: 80}]\n'), ['valid-container-port spec.containers[0].ports[0].name']],
    ['a field under another name', 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec:\n  poarts: [{port: 80}]\n  selector: {app: web}\n', ['no-unknown-field spec.poarts']],
    ['the containers under another name', deployment('  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec: {contianers: [{name: a, image: "example.com/app:1.0"}]}\n'), ['no-unknown-field spec.template.spec.contianers']],
    ['a missing selector', deployment('  template:\n    metadata: {labels: {app: web}}\n    spec: {containers: [{name: a, image: "example.com/app:1.0"}]}\n'), ['valid-deployment spec.selector']],
    ['an object with neither apiVersion nor kind', 'metadata: {name: web}\nspec: {}\n', ['require-kind apiVersion']],
    ['an apiVersion that is empty', 'apiVersion:\nkind: Pod\nmetadata: {name: web}\n', ['require-kind apiVersion']],
    ['a role that allows everything', 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: web}\nrules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]\n', ['no-full-control-role rules[0].resources[0]']],
    ['a spread over no pods', pod('').replace('spec:\n', 'spec:\n  topologySpreadConstraints: [{maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway}]\n'), ['valid-topology-spread spec.topologySpreadConstraints[0].labelSelector']],
    ['a selector with a bad expression', deployment('  selector: {matchLabels: {app: web}, matchExpressions: [{key: app, operator: Exists, values: [web]}]}\n  template:\n    metadata: {labels: {app: web}}\n    spec: {containers: [{name: a, image: "example.com/app:1.0", livenessProbe: {tcpSocket: {port: 80}}, resources: {limits: {memory: 64Mi}}}]}\n'), ['valid-label-selector spec.selector.matchExpressions[0].values']],
    ['the metadata within the spec', 'apiVersion: v1\nkind: Service\nspec:\n  ports: [{port: 80}]\n  selector: {app: web}\n  metadata: {name: web}\n', ['no-unknown-field spec.metadata']],
    ['a spec under a longer name', deployment('').replace('spec:', 'specification: {replicas: 2}'), ['no-unknown-field specification']],
    ['a least amount above the greatest', 'apiVersion: v1\nkind: LimitRange\nmetadata: {name: web, namespace: shop}\nspec: {limits: [{type: Container, min: {cpu: 2}, max: {cpu: 1}}]}\n', ['valid-limit-range spec.limits[0].min[cpu]']],
    ['a seccomp profile in lower case', pod('      securityContext: {seccompProfile: {type: runtimeDefault}}\n'), ['valid-security-profile spec.containers[0].securityContext.seccompProfile.type']],
    ['a Role for the whole cluster', 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: web}\nsubjects: [{kind: User, name: jane}]\nroleRef: {kind: Role, name: reader}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: writer, namespace: shop}\nrules: [{apiGroups: [""], resources: [pods], verbs: [get]}]\n', ['valid-role-binding roleRef.kind']],
    ['a kind under another name', 'apiVersion: v1\nKind: Pod\nmetadata: {name: web}\n', ['require-kind Kind']],
  ])('%s', async (_, text, expected) => {
    expect(await rules(text)).toEqual(expected)
  })
})

test('two mistakes at one place are two', async () => {
  const text = pod('').replace('    - name: app\n', '    - name: app\n      env: [{valueFrom: {}}]\n')
  expect((await rules(text)).length).toBeGreaterThan(1)
})

const MOUNT = '      volumeMounts: [{name: data, mountPath: /data}]\n  volumes: [{name: data, secret: {}}]\n'

test('a mount of a volume that is refused', async () => {
  expect(await rules(pod(MOUNT))).toEqual(['valid-volume spec.volumes[0].secret.secretName'])
})

test.each([
  ['apiVersion: v1\nkind: Namespace\nmetadata: {name: _}\n', ['metadata.labels', 'metadata.name']],
  [pod(MOUNT), ['spec.containers[0].volumeMounts[0].name', 'spec.volumes[0].secret.secretName']],
])('the server alone is heard in full', async (text, expected) => {
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities: new Map(allRules().filter(({ presets }) => presets.includes('api-server')).map((rule) => [rule.id, rule.severity])) })
  await linter.add({ file: 'a.yaml', text, named: true })
  expect((await linter.finish()).diagnostics.map(({ path }) => path)).toEqual(expected)
})

test('the fix of what is said no more stays', async () => {
  const text = pod('  volumes: [{name: keys, secret: {secretName: keys, defaultMode: 644}}]\n')
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities: new Map([['no-decimal-file-mode', 'warning'], ['valid-volume', 'error']]) })
  await linter.add({ file: 'a.yaml', text, named: true })
  expect((await linter.finish()).diagnostics.map(({ rule, fix, edits }) => ({ rule, fix, texts: edits.map((edit) => edit.text) }))).toEqual([{ rule: 'valid-volume', fix: 'unsafe', texts: ['0644'] }])
})
