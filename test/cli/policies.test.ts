/** Admission policies among the files, and with `--policy` or in the settings. */
import { expect, test, vi } from 'vitest'
import { GoThread } from '../../src/wasm/go-thread.ts'
import { folder, podlint } from './run-cli.ts'

const POLICY = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: replicas}
spec:
  matchConstraints:
    resourceRules:
    - {operations: [CREATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments]}
  validations:
  - expression: object.spec.replicas <= 5
    message: at most 5 replicas
`
const BINDING = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: replicas}
spec: {policyName: replicas, validationActions: [Warn]}
`
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 6
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: app, image: "nginx:1.27"}]
`

const lint = async (files: Readonly<Record<string, string>>, ...args: string[]) => {
  const { code, stdout, stderr } = await podlint(['--select', 'no-policy-violation,valid-admission-expression', '--format', 'concise', ...args], { cwd: folder(files) })
  return { code, found: stdout.split('\n').filter((line) => /: (?:error|warning|info) /.test(line)), stderr }
}
const FOUND = 'app/a.yaml:5:13-5:14: error replicas breaks policy "replicas": at most 5 replicas [no-policy-violation]'

test.each(['policy.yaml', 'm.yaml', 'z.yaml'])('objects before and behind the policy in %s are held against it, and what cannot be read is said once', async (name) => {
  const web = (at: string) => DEPLOYMENT.replace('name: web', `name: ${at}`)
  const files = { 'a.yaml': web('a'), [name]: `${POLICY}---\n${BINDING}`, 'n.yaml': web('n'), 'zz.yaml': web('zz') }
  const { found, stderr } = await lint(files, 'nothing.yaml', '.')
  expect(found.map((line) => line.slice(0, line.indexOf(':')))).toEqual(['a.yaml', 'n.yaml', 'zz.yaml'])
  expect(stderr.split('\n').filter((line) => line.includes('nothing.yaml'))).toHaveLength(1)
})

test('a policy that was given denies, whether something binds it or not', async () => {
  const files = { 'app/a.yaml': DEPLOYMENT, 'policies/p.yaml': POLICY }
  expect(await lint(files, '--policy', 'policies', 'app')).toEqual({ code: 1, found: [FOUND], stderr: '' })
  expect(await lint(files, '--policy', 'policies/p.yaml')).toEqual({ code: 1, found: [FOUND], stderr: '' })
  expect(await lint({ ...files, 'podlint.yaml': 'policies: [policies]\n' }, 'app')).toEqual({ code: 1, found: [FOUND], stderr: '' })
  expect(await lint({ ...files, 'policies/b.yaml': BINDING }, '--policy', 'policies', 'app')).toEqual({ code: 0, found: [FOUND.replace('error', 'warning')], stderr: '' })
})

test('one among the files needs a binding, which may come after the object', async () => {
  const files = { 'app/a.yaml': DEPLOYMENT, 'app/z.yaml': POLICY }
  expect(await lint(files, 'app')).toEqual({ code: 0, found: ['app/z.yaml:3:18-3:26: info Policy "replicas" has no binding among the files, so it has no effect [no-policy-violation]'], stderr: '' })
  expect(await lint({ ...files, 'app/zz.yaml': BINDING }, 'app')).toEqual({ code: 0, found: [FOUND.replace('error', 'warning')], stderr: '' })
  expect(await lint({ ...files, 'policies/b.yaml': BINDING }, 'app', '--context', 'policies')).toEqual({ code: 0, found: [FOUND.replace('error', 'warning')], stderr: '' })
})

test('a comment silences it, and a rule that is off evaluates nothing', async () => {
  const silenced = DEPLOYMENT.replace('replicas: 6', 'replicas: 6 # podlint-ignore no-policy-violation: only here')
  expect(await lint({ 'app/a.yaml': silenced, 'policies/p.yaml': POLICY }, '--policy', 'policies', 'app')).toEqual({ code: 0, found: [], stderr: '' })
  expect(await lint({ 'app/a.yaml': DEPLOYMENT, 'policies/p.yaml': POLICY }, '--policy', 'policies', '--off', 'no-policy-violation', 'app')).toMatchObject({ code: 0, found: [] })
})

test('a file without a policy, or with one that the server would refuse, is a problem', async () => {
  const files = { 'app/a.yaml': DEPLOYMENT, 'policies/p.yaml': POLICY.replace('object.spec.replicas <= 5', 'object.spec.replicas <= most') }
  expect(await lint(files, '--policy', 'app/a.yaml', 'app')).toMatchObject({ code: 2, stderr: expect.stringContaining('app/a.yaml has no ValidatingAdmissionPolicy') as string })
  expect(await lint(files, '--policy', 'policies', 'app')).toMatchObject({ code: 2, stderr: expect.stringContaining('policies/p.yaml:9:41: "most" is not declared') as string })
  expect(await lint(files, '--policy', 'nowhere', 'app')).toMatchObject({ code: 2, stderr: expect.stringContaining('nowhere') as string })
})

test('what Kustomize builds is held against them, where it was written', async () => {
  const files = {
    '.git/HEAD': '',
    'policies/p.yaml': POLICY,
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    'base/web.yaml': DEPLOYMENT,
    'prod/kustomization.yaml': 'resources: [../base]\nreplicas: [{name: web, count: 2}]\n',
  }
  expect(await lint(files, '--policy', 'policies', 'base', 'prod')).toMatchObject({ code: 0, found: [] })
  const more = { ...files, 'prod/kustomization.yaml': 'resources: [../base]\nreplicas:\n- name: web\n  count: 7\n' }
  expect(await lint(more, '--policy', 'policies', 'base', 'prod')).toMatchObject({ code: 1, found: [expect.stringMatching(/^prod\/kustomization\.yaml:4:10.*at most 5 replicas/) as string] })
})

test('what charts render is held against them, at the line of the template', async () => {
  const files = {
    'policies/p.yaml': `${POLICY}---\n${POLICY.replace('{name: replicas}', '{name: no-latest}').replace('[apps]', '[""]').replace('[deployments]', '[pods]').replace('object.spec.replicas <= 5', "object.spec.containers.all(c, !c.image.endsWith('latest'))").replace('at most 5 replicas', 'pin it')}`,
    'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
    'web/values.yaml': 'replicas: 6\nimage: nginx:latest\n',
    'web/templates/web.yaml': DEPLOYMENT.replace('replicas: 6', 'replicas: {{ .Values.replicas }}').replace('"nginx:1.27"', '{{ .Values.image | quote }}'),
  }
  const replicas = 'web/templates/web.yaml:5:13-5:35: error replicas breaks policy "replicas": at most 5 replicas [no-policy-violation]'
  const image = 'web/templates/web.yaml:10:39-10:66: warning image breaks policy "no-latest", so this Deployment gets no pods: pin it [no-policy-violation]'
  expect(await lint(files, '--policy', 'policies', 'web')).toEqual({ code: 1, found: [replicas, image], stderr: '' })
  // Bound among the files.
  expect(await lint({ ...files, 'policies/b.yaml': BINDING }, 'policies', 'web')).toMatchObject({ code: 0, found: [expect.stringContaining('Policy "no-latest" has no binding') as string, replicas.replace('error', 'warning')] })
  expect(await lint({ ...files, 'web/values.yaml': 'replicas: 2\nimage: nginx:1.27\n' }, '--policy', 'policies', 'web')).toMatchObject({ found: [] })
})

test('overlays and charts share one engine, which is asked once about what they have in common', async () => {
  // Nothing is kept of earlier runs.
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1')
  const ask = vi.spyOn(GoThread.prototype, 'ask')
  const end = vi.spyOn(GoThread.prototype, 'end')
  const files = {
    '.git/HEAD': '',
    'policies/p.yaml': POLICY,
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    'base/web.yaml': DEPLOYMENT,
    'one/kustomization.yaml': 'resources: [../base]\n',
    'two/kustomization.yaml': 'resources: [../base]\n',
    'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
    'web/templates/web.yaml': DEPLOYMENT,
  }
  expect(await lint(files, '--policy', 'policies')).toMatchObject({ code: 1 })
  const asked = ask.mock.contexts.flatMap((thread, at) => ('tasks' in ask.mock.calls[at]![0] ? [thread] : []))
  expect(new Set(asked).size).toBe(1)
  // The policy's expressions, the object, and the object with the order of fields that Kustomize gives it.
  expect(asked).toHaveLength(3)
  expect(end.mock.contexts).toContain(asked[0])
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})
