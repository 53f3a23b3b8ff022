import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/warn-version: v1.31
`

const pod = (name: string, namespace: string | undefined, spec: object) => `${JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace }, spec: { containers: [{ name: 'app', image: 'example.com/app:1.0' }], ...spec } }, null, 1)}\n`
const RESTRICTED = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [{ name: 'app', image: 'example.com/app:1.0', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
}

test('says which level each namespace and workload meets, and what would lift it', async () => {
  const cwd = folder({ 'namespace.yaml': NAMESPACE, 'agent.json': pod('agent', 'shop', { ...RESTRICTED, hostPID: true }), 'web.json': pod('web', 'shop', RESTRICTED), 'old.json': pod('old', undefined, { ...RESTRICTED, securityContext: { runAsNonRoot: true } }) })
  const { code, stdout, stderr } = await podlint(['pss'], { cwd })
  expect(stdout).toBe(`No namespace: baseline; 1 change to restricted
  Pod old  baseline; 1 change to restricted
    old.json:22:3: Pod sets no seccomp profile (set spec.securityContext.seccompProfile.type to "RuntimeDefault")

Namespace shop: privileged (enforce baseline, warn restricted 1.31); 1 change to baseline
  Pod agent  privileged; 1 change to baseline
    agent.json:29:14: "hostPID" shares the node's processes with the pod (remove spec.hostPID)
  Pod web    restricted
`)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test('the same as JSON, by another version of the policy', async () => {
  const cwd = folder({ 'old.json': pod('old', undefined, { securityContext: { runAsNonRoot: true } }) })
  const { stdout } = await podlint(['pss', '--json', '--pss-version', '1.7', 'old.json'], { cwd })
  expect(JSON.parse(stdout)).toEqual({
    versions: ['1.7'],
    namespaces: [{ namespace: '', labels: {}, level: 'restricted', workloads: [{ kind: 'Pod', name: 'old', file: 'old.json', line: 5, column: 11, level: 'restricted' }] }],
  })
})

test('by several versions, a workload meets what it meets in all of them', async () => {
  const cwd = folder({ 'web.json': pod('web', undefined, { ...RESTRICTED, securityContext: { ...RESTRICTED.securityContext, sysctls: [{ name: 'net.ipv4.tcp_rmem', value: '1' }] } }) })
  expect((await podlint(['pss', '-k', '1.32,1.37'], { cwd })).stdout).toBe('No namespace: restricted\n  Pod web  restricted\n')
  expect((await podlint(['pss', '-k', '1.31,1.37'], { cwd })).stdout).toContain('Pod web  privileged; 1 change to baseline\n    web.json')
})

test('what cannot be read is said, and fails', async () => {
  const cwd = folder({ 'bad.yaml': 'kind: Pod\napiVersion: v1\nmetadata: {name: web}\nspec:\n  hostPID: "yes"\n  containers: [{name: app, image: a}]\n' })
  expect(await podlint(['pss', 'bad.yaml'], { cwd })).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^podlint: bad\.yaml:5:12: .*string.*\n$/) })
  expect(await podlint(['pss'], { cwd: folder({ 'namespace.yaml': NAMESPACE }) })).toMatchObject({ code: 2, stderr: 'podlint: Nothing to judge: no manifest runs a pod (fine with --allow-empty)\n' })
})
