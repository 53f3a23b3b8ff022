/** `--context`: what is linted alone is judged as it is among the others. */
import { expect, test } from 'vitest'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web
        image: registry.example.com/web:1.2.3
        ports: [{name: metrics, containerPort: 9090}]
`
const BUDGET = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web, namespace: shop}
spec:
  minAvailable: 1
  selector: {matchLabels: {app: web}}
`
const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  selector: {app: web}
  ports: [{port: 80, targetPort: http}]
`
const OTHER = DEPLOYMENT.replace('name: web,', 'name: web-canary,').replace('metrics, containerPort: 9090', 'http, containerPort: 8080')

const flags = ['--select', 'no-unknown-target-port', '--error', 'require-pod-disruption-budget', '--format', 'concise', '--quiet']
const lint = async (files: Record<string, string>, ...args: string[]) => {
  const { code, stdout, stderr } = await podlint([...flags, ...args], { cwd: folder(files) })
  return { code, rules: [...stdout.matchAll(/^(.+?):.*\[(.+)\]$/gm)].map(([, file, rule]) => `${file} ${rule}`), stderr }
}

test('a budget in another file counts', async () => {
  const files = { 'web.yaml': DEPLOYMENT, 'budget.yaml': BUDGET }
  expect(await lint(files, 'web.yaml')).toMatchObject({ code: 1, rules: ['web.yaml require-pod-disruption-budget'] })
  expect(await lint(files, '--context', '.', 'web.yaml')).toEqual({ code: 0, rules: [], stderr: '' })
})

test('a port in another file counts, whichever file is named', async () => {
  const files = { 'service.yaml': SERVICE, 'web.yaml': DEPLOYMENT, 'canary.yaml': OTHER, 'budget.yaml': BUDGET }
  expect((await lint(files, 'service.yaml', 'web.yaml')).rules).toContain('service.yaml no-unknown-target-port')
  expect(await lint(files, '--context=.', 'service.yaml', 'web.yaml')).toEqual({ code: 0, rules: [], stderr: '' })
})

test('nothing is said about the context, and it is not counted', async () => {
  const files = { 'a.yaml': DEPLOYMENT, 'b.yaml': OTHER, 'broken.yaml': 'kind: [', 'latin.yaml': Buffer.from([0x6b, 0xe9]) }
  const { code, stdout, stderr } = await podlint(['--select', 'require-pod-disruption-budget', '--context', '.', 'a.yaml'], { cwd: folder(files) })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^a\.yaml:3:18: info/)
  expect(stdout).not.toContain('b.yaml')
  expect(stdout).toMatch(/\n1 file, 1 resource: 1 info\n$/)
})

test('ignored files are no context', async () => {
  const files = { 'web.yaml': DEPLOYMENT, 'budget.yaml': BUDGET, '.podlintignore': 'budget.yaml\n' }
  expect((await lint(files, '--context', '.', 'web.yaml')).rules).toEqual(['web.yaml require-pod-disruption-budget'])
})

test('standard input stands in place of the file of its name', async () => {
  const cwd = folder({ 'web.yaml': OTHER, 'service.yaml': SERVICE })
  const run = (name: string) => podlint([...flags, '--ignore', 'require-pod-disruption-budget', '--context', '.', '--stdin-filename', name, '-'], { cwd, stdin: SERVICE })
  expect((await run('service.yaml')).code).toBe(0)
  const { stdout } = await podlint([...flags, '--context', '.', '--stdin-filename', 'web.yaml', '-'], { cwd, stdin: GOOD })
  expect(stdout).toBe('')
})

test('a context that does not exist is a mistake', async () => {
  expect(await lint({ 'web.yaml': DEPLOYMENT, 'budget.yaml': BUDGET }, '--context', 'nowhere', 'web.yaml')).toMatchObject({ code: 2, stderr: 'podlint: Cannot read nowhere: no such file or folder\n' })
})

test('--force-exclude holds for the name of standard input', async () => {
  const cwd = folder({ '.podlintignore': 'vendor/\n' })
  const run = (name: string, stdin: string, ...args: string[]) => podlint(['--format', 'concise', '--allow-empty', '--stdin-filename', name, ...args, '-'], { cwd, stdin })
  expect((await run('vendor/a.yaml', BAD)).code).toBe(1)
  expect((await run('vendor/a.yaml', BAD, '--force-exclude')).code).toBe(0)
  expect((await run(`${cwd}/vendor/a.yaml`, BAD, '--force-exclude')).code).toBe(0)
  expect((await run('a.yaml', 'replicas: 1\n')).code).toBe(1)
  expect((await run('a.yaml', 'replicas: 1\n', '--force-exclude')).code).toBe(0)
})
