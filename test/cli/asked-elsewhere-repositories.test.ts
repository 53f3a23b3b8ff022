/** What users of other linters asked for where a repository is more than files: overlays and charts, objects that live elsewhere, settings, large inputs. By the issues in which they did; whole runs are looked at. */
import { join } from 'node:path'
import { Socket } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { folder, GOOD, podlint } from './run-cli.ts'

type Files = Readonly<Record<string, string>>

async function lint(files: Files, argv: readonly string[] = [], within = '') {
  const { code, stdout, stderr } = await podlint(['-f', 'json', ...argv], { cwd: join(folder({ '.git/HEAD': '', ...files }), within) })
  const { diagnostics } = stdout === '' ? { diagnostics: [] } : (JSON.parse(stdout) as { diagnostics: { rule: string; file: string; message: string; path: string; start: { line: number }; related: { file: string }[] }[] })
  return { code, stdout, stderr, diagnostics, found: diagnostics.map(({ rule, file }) => `${file} ${rule}`) }
}

const object = (apiVersion: string, kind: string, name: string, more: string, namespace = 'shop') => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n${more}`
const deployment = (pod = '', spec = '') =>
  object('apps/v1', 'Deployment', 'web', `spec:\n${spec}  selector:\n    matchLabels: {app: web}\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n${pod}      containers:\n        - name: app\n          image: example.com/app:1.0\n`)
const service = (more = '') => object('v1', 'Service', 'web', `spec:\n  selector: {app: web}\n  ports: [{name: http, port: 80}]\n`).replace('namespace: shop\n', `namespace: shop\n${more}`)
const bad = GOOD.replace('\ndata:', '\ndat:')

describe('overlays and charts', () => {
  test('bridgecrewio/checkov#6525: a kustomization that cannot be built is an error, with what Kustomize says', async () => {
    const { code, diagnostics } = await lint({ 'a.yaml': GOOD, 'kustomization.yaml': 'resources: [a.yaml]\nreplacements:\n  - source: {kind: ConfigMap, name: none}\n    targets: [{select: {kind: ConfigMap}, fieldPaths: [data.HOST]}]\n' })
    expect(code).toBe(1)
    expect(diagnostics).toMatchObject([{ rule: 'no-failed-kustomization', file: 'kustomization.yaml', message: expect.stringContaining('nothing selected by') }])
    expect(await lint({ 'a.yaml': GOOD, 'kustomization.yaml': 'resources: [a.yaml, b.yaml]\n' })).toMatchObject({ code: 1, found: ['kustomization.yaml no-missing-kustomization-file'] })
  })

  test('stackrox/kube-linter#113: what is wrong in a build is shown in the file to change', async () => {
    const patch = object('apps/v1', 'Deployment', 'web', 'spec: {template: {spec: {containers: [{name: app, securityContext: {privileged: true}}]}}}\n')
    const { diagnostics } = await lint({ 'base/kustomization.yaml': 'resources: [web.yaml]\n', 'base/web.yaml': deployment(), 'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n', 'prod/patch.yaml': patch })
    expect(diagnostics).toMatchObject([{ rule: 'no-privileged-container', file: 'prod/patch.yaml', start: { line: 6 }, related: [{ file: 'prod/kustomization.yaml' }] }])
  })

  test('Checkmarx/kics#6746, vscode-kubernetes-tools#1239: a base is not judged apart from its overlays, and no overlay for what its base sets', async () => {
    const files = { 'base/kustomization.yaml': 'resources: [web.yaml]\n', 'base/web.yaml': deployment(), 'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n' }
    const container = '{name: app, resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}}'
    const limits = { 'prod/patch.yaml': object('apps/v1', 'Deployment', 'web', `spec: {template: {spec: {containers: [${container}]}}}\n`) }
    const select = ['--select', 'require-memory-limit,require-cpu-request']
    expect((await lint({ ...files, ...limits }, select)).found).toEqual([])
    expect((await lint({ ...files, 'base/web.yaml': deployment().replace('- name: app', `- ${container.slice(1, -1).replace('name: app, ', 'name: app\n          ')}`), 'prod/patch.yaml': object('apps/v1', 'Deployment', 'web', 'spec: {replicas: 3}\n') }, select)).found).toEqual([])
    expect((await lint({ ...files, 'prod/patch.yaml': object('apps/v1', 'Deployment', 'web', 'spec: {replicas: 3}\n') }, select)).found).toEqual(['base/web.yaml require-cpu-request', 'base/web.yaml require-memory-limit'])
  })

  test('stackrox/kube-linter#1162, #1203: transformers that come with Kustomize work, and what is not built for want of a chart is linted as it stands, and named', async () => {
    const transformer = 'apiVersion: builtin\nkind: LabelTransformer\nmetadata: {name: x}\nlabels: {team: "not valid!"}\nfieldSpecs: [{path: metadata/labels, create: true}]\n'
    expect((await lint({ 'a.yaml': GOOD, 'kustomization.yaml': 'resources: [a.yaml]\ntransformers: [t.yaml]\n', 't.yaml': transformer })).found).toEqual([expect.stringContaining('valid-metadata')])
    const chart = { 'a.yaml': bad, 'kustomization.yaml': 'resources: [a.yaml]\nhelmCharts: [{name: redis, repo: "https://charts.example.com", version: 1.0.0}]\n' }
    expect((await lint(chart)).found).toEqual(['a.yaml no-unknown-field'])
    expect((await lint(chart, ['--verbose'])).stderr).toMatch(/not built, .*"redis".* \(kustomization\.yaml:2\)/)
  })
})

describe('values of a HelmRelease', () => {
  test("yannh/kubeconform#77: are held against the schema of the chart that it deploys", async () => {
    const files = {
      '.git/config': '[remote "origin"]\n\turl = https://github.com/acme/home.git\n',
      'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
      'charts/web/values.yaml': 'replicas: 1\n',
      'charts/web/values.schema.json': '{"type": "object", "properties": {"replicas": {"type": "integer"}}}',
      'charts/web/templates/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  replicas: {{ .Values.replicas | quote }}\n',
      'apps/source.yaml': object('source.toolkit.fluxcd.io/v1', 'GitRepository', 'home', 'spec: {interval: 5m, url: "https://github.com/acme/home"}\n'),
      'apps/web.yaml': object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'web', 'spec:\n  interval: 5m\n  chart:\n    spec: {chart: ./charts/web, sourceRef: {kind: GitRepository, name: home}}\n  values:\n    replicas: many\n'),
    }
    expect((await lint(files)).diagnostics).toMatchObject([{ rule: 'valid-chart', file: 'apps/web.yaml', start: { line: 11 }, message: expect.stringContaining('Value replicas does not fit values.schema.json: got string, want integer') }])
    for (const right of ['3', 'many # podlint-ignore valid-chart: the schema is wrong']) expect((await lint({ ...files, 'apps/web.yaml': files['apps/web.yaml'].replace('many', right) })).found).toEqual([])
  })
})

describe('objects that live elsewhere', () => {
  test('zegl/kube-score#377: a file that is linted alone is not blamed for what is in the others', async () => {
    const files = { 'web.yaml': deployment(), 'service.yaml': service() }
    expect((await lint(files, ['service.yaml'])).found).toEqual([])
    const slip = { ...files, 'service.yaml': service().replace('{app: web}', '{app: wep}') }
    expect((await lint(slip, ['service.yaml'])).found).toEqual([])
    expect((await lint(slip, ['service.yaml', '--context', '.'])).found).toEqual(['service.yaml no-service-without-pod'])
  })

  test('stackrox/kube-linter#76: what Terraform makes can be named, for every rule that looks for names', async () => {
    const pod = '      serviceAccountName: made-by-terraform\n      imagePullSecrets: [{name: made-by-terraform}]\n'
    const strict = 'categories: {references: {options: {references: strict}}}\n'
    expect((await lint({ 'a.yaml': deployment(pod), 'podlint.yaml': strict })).found).toEqual(['a.yaml no-unknown-namespace', 'a.yaml no-unknown-service-account', 'a.yaml no-unknown-secret'])
    expect((await lint({ 'a.yaml': deployment(pod), 'podlint.yaml': `${strict}external: [ServiceAccount/made-by-*, Secret/shop/made-by-*, Namespace/shop]\n` })).found).toEqual([])
  })

  test('stackrox/kube-linter#932, #24: an autoscaler of a custom resource', async () => {
    const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', 'spec:\n  maxReplicas: 4\n  minReplicas: 2\n  scaleTargetRef: {apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web}\n')
    const rollout = object('argoproj.io/v1alpha1', 'Rollout', 'web', 'spec: {replicas: 2}\n')
    const strict = 'rules: {no-unknown-scale-target: {severity: error, options: {references: strict}}}\n'
    expect((await lint({ 'a.yaml': scaler, 'b.yaml': rollout, 'podlint.yaml': strict })).found).toEqual([])
    expect((await lint({ 'a.yaml': scaler, 'b.yaml': GOOD })).found).toEqual([])
    expect((await lint({ 'a.yaml': scaler, 'podlint.yaml': strict })).found).toEqual(['a.yaml no-unknown-scale-target'])
  })

  test('stackrox/kube-linter#637, #711: a budget is held against the fewest replicas that an autoscaler keeps, not against those of the workload', async () => {
    const budget = object('policy/v1', 'PodDisruptionBudget', 'web', 'spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}\n')
    const scaler = (least: number) => object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', `spec:\n  maxReplicas: 4\n  minReplicas: ${least}\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n`)
    const keda = (least: number) => object('keda.sh/v1alpha1', 'ScaledObject', 'web', `spec: {minReplicaCount: ${least}, scaleTargetRef: {name: web}, triggers: [{type: cpu, metadata: {value: "80"}}]}\n`)
    const blocks = async (...more: string[]) => (await lint({ 'a.yaml': [deployment(), budget, ...more].join('---\n') }, ['--select', 'no-blocking-disruption-budget'])).found.length > 0
    expect([await blocks(), await blocks(scaler(2)), await blocks(scaler(1)), await blocks(keda(2)), await blocks(keda(1)), await blocks(keda(0))]).toEqual([true, false, true, false, true, false])
  })

  test('stackrox/kube-linter#1256: a ServiceMonitor without a namespaceSelector means its own namespace', async () => {
    const monitor = (namespace: string, more = '') => object('monitoring.coreos.com/v1', 'ServiceMonitor', 'web', `spec: {${more}selector: {matchLabels: {app: web}}, endpoints: [{port: http}]}\n`, namespace)
    const found = async (text: string) => (await lint({ 'a.yaml': deployment(), 'b.yaml': service('  labels: {app: web}\n'), 'c.yaml': text })).found
    expect(await found(monitor('shop'))).toEqual([])
    expect(await found(monitor('monitoring', 'namespaceSelector: {matchNames: [shop]}, '))).toEqual([])
    expect(await found(monitor('monitoring', 'namespaceSelector: {any: true}, '))).toEqual([])
    expect(await found(monitor('monitoring'))).toEqual(['c.yaml no-monitor-without-target'])
  })

  test.each([
    ['{}', []],
    ['{matchExpressions: [{key: app, operator: In, values: [web, api]}]}', []],
    ['{matchExpressions: [{key: app, operator: Exists}, {key: debug, operator: DoesNotExist}]}', []],
    ['{matchLabels: {app: web}, matchExpressions: [{key: app, operator: NotIn, values: [api]}]}', []],
    ['{matchExpressions: [{key: app, operator: NotIn, values: [web]}]}', ['a.yaml require-network-policy']],
    ['{matchExpressions: [{key: app, operator: DoesNotExist}]}', ['a.yaml require-network-policy']],
  ])('zegl/kube-score#293, #359, #653: a NetworkPolicy for the pods %s', async (selector, found) => {
    const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'web', `spec: {podSelector: ${selector}, policyTypes: [Ingress, Egress]}\n`)
    expect((await lint({ 'a.yaml': deployment(), 'b.yaml': policy }, ['--select', 'require-network-policy'])).found).toEqual(found)
  })

  test('stackrox/kube-linter#135: the default service account of a pod that does not carry its token', async () => {
    const found = async (files: Files) => (await lint(files, ['--select', 'no-default-service-account'])).found
    expect(await found({ 'a.yaml': deployment() })).toEqual(['a.yaml no-default-service-account'])
    expect(await found({ 'a.yaml': deployment('      automountServiceAccountToken: false\n') })).toEqual([])
    expect(await found({ 'a.yaml': deployment(), 'b.yaml': object('v1', 'ServiceAccount', 'default', 'automountServiceAccountToken: false\n') })).toEqual([])
  })

  test('datree --only-k8s-files: what is no manifest is left alone in a folder', async () => {
    expect(await lint({ 'a.yaml': GOOD, 'docker-compose.yml': 'services: {web: {image: a}}\n', 'values.yaml': 'a: [\n' })).toMatchObject({ code: 0, found: [] })
  })
})

describe('the network, and large inputs', () => {
  test('yannh/kubeconform#329, kubernetes-json-schema#34, yannh/kubeconform#21, #215, kubectl-validate#17, #22, kubeval#84, #276: nothing is asked of a network, whatever is linted', async () => {
    const connect = vi.spyOn(Socket.prototype, 'connect')
    const fetched = vi.spyOn(globalThis, 'fetch')
    const files = {
      'a.yaml': `${deployment()}---\n${object('example.com/v1', 'Widget', 'a', 'spec: {}\n')}`,
      'overlay/kustomization.yaml': 'resources: ["https://github.com/acme/base?ref=main"]\nhelmCharts: [{name: redis, repo: "https://charts.example.com"}]\n',
      'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies: [{name: redis, version: 1.x.x, repository: "https://charts.example.com"}]\n',
      'chart/values.schema.json': '{"$ref": "https://example.com/values.json"}',
      'chart/templates/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
    }
    for (const flags of [['--unknown-kinds', 'skip'], ['-k', '1.30,1.37', '--preset', 'strict']]) expect((await lint(files, flags)).stdout).not.toBe('')
    expect([connect.mock.calls, fetched.mock.calls]).toEqual([[], []])
    vi.restoreAllMocks()
  })

  test('cloudflare/pint#661, eemeli/yaml#537, mikefarah/yq#1215: 20,000 documents, and 50,000 lines', { timeout: 120_000 }, async () => {
    const documents = Array.from({ length: 20_000 }, (_, at) => GOOD.replace('name: settings', `name: settings-${at}`)).join('---\n')
    const lines = GOOD + Array.from({ length: 50_000 }, (_, at) => `  KEY_${at}: "${'x'.repeat(90)}"\n`).join('')
    const { found } = await lint({ 'a.yaml': `${documents}---\n${bad}`, 'b.yaml': `${lines.replace('name: settings', 'name: lines')}dat: {}\n` })
    expect(found).toEqual(['a.yaml no-unknown-field', 'b.yaml valid-config-map', 'b.yaml no-unknown-field'])
  })
})

describe('rules and settings', () => {
  test('vscode-kubernetes-tools#408, #399, #1322: each finding names its rule, whose page and settings switch it off', async () => {
    const cwd = folder({ 'a.yaml': deployment(), '.git/HEAD': '' })
    const flags = ['--preset', 'strict']
    expect((await podlint(flags, { cwd })).stdout).toContain('Container "app" has no liveness probe [require-liveness-probe]')
    expect((await podlint(['rule', 'require-liveness-probe'], { cwd })).stdout).toContain('require-liveness-probe: off')
    for (const off of [{ 'podlint.yaml': 'rules: {require-liveness-probe: off}\n' }, { 'a.yaml': deployment().replace('- name: app', '- name: app # podlint-ignore require-liveness-probe: is restarted by hand') }] as Files[]) {
      expect((await lint({ 'a.yaml': deployment(), ...off }, flags)).diagnostics.map(({ rule }) => rule)).not.toContain('require-liveness-probe')
    }
  })

  test('yaml-language-server#80, #319, #998, #869: each document is held against its own kind, and what is wrong is said in one sentence', async () => {
    const job = object('batch/v1', 'CronJob', 'a', 'spec: {schedule: 5, jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "example.com/a:1.0"}]}}}}}\n')
    const port = object('v1', 'Service', 'a', 'spec: {type: ClusterIP, ports: [{port: 80, targetPort: [http]}]}\n')
    const { diagnostics } = await lint({ 'a.yaml': [deployment(), job, GOOD, port].join('---\n') })
    expect(diagnostics.map(({ message }) => message)).toEqual(['schedule is the number 5, must be a string: put it in quotes', 'targetPort is a list, must be an integer or a string'])
  })

  test('yaml-language-server#211, #778, #1273, vscode-yaml#912: what an editor hands over is held against the version of the settings', async () => {
    const cwd = folder({ '.git/HEAD': '', 'podlint.yaml': 'kubernetesVersions: ["1.31"]\n', 'a.yaml': '' })
    const text = object('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 'a', 'spec: {priorityLevelConfiguration: {name: a}}\n').replace('  namespace: shop\n', '')
    const rules = async (argv: string[]) => ((JSON.parse((await podlint(['-f', 'json', '-', ...argv], { cwd, stdin: text })).stdout)) as { diagnostics: { rule: string }[] }).diagnostics.map(({ rule }) => rule)
    expect(await rules(['--stdin-filename', 'a.yaml'])).not.toContain('no-removed-api')
    expect(await rules(['--stdin-filename', 'a.yaml', '-k', '1.32'])).toContain('no-removed-api')
  })

  test('stackrox/kube-linter#575, #1165: paths to leave out are relative to the settings, from every folder, also for named files if they are to be', async () => {
    const files = { 'podlint.yaml': 'exclude: [vendor/, "*.gen.yaml", /top.yaml]\n', '.podlintignore': 'old/\n', '.gitignore': 'build/\n', 'a.yaml': GOOD, 'top.yaml': bad, 'x/vendor/a.yaml': bad, 'x/b.gen.yaml': bad, 'x/old/a.yaml': bad, 'x/build/a.yaml': bad, 'x/top.yaml': GOOD.replace('name: settings', 'name: other') }
    expect(await lint(files)).toMatchObject({ code: 0, found: [] })
    expect(await lint(files, [], 'x')).toMatchObject({ code: 0, found: [] })
    const cwd = folder({ '.git/HEAD': '', ...files })
    for (const path of ['x/vendor/a.yaml', join(cwd, 'x/vendor/a.yaml')]) {
      expect((await podlint([path], { cwd })).code).toBe(1)
      expect((await podlint(['--force-exclude', '--allow-empty', path], { cwd })).code).toBe(0)
    }
  })

  test('zegl/kube-score#231, #384, #70: settings in a file that editors complete, and rules that can be looked up', async () => {
    const cwd = folder({ '.git/HEAD': '', 'a.yaml': bad })
    await podlint(['init'], { cwd })
    expect((await podlint(['config'], { cwd })).code).toBe(0)
    expect((await lint({ 'podlint.yaml': 'ruels: {}\n', 'a.yaml': GOOD })).stderr).toBe('podlint: podlint.yaml:1:1: Unknown setting "ruels", did you mean "rules"?\n')
    const { stdout } = await podlint(['rules', '--json'], { cwd })
    for (const { id } of (JSON.parse(stdout) as { id: string }[])) expect(id).toMatch(/^[a-z][a-z-]+$/)
  })

  test('sighupio/module-aws#107: a rule can be silenced for one object without a word in it', async () => {
    const files = { 'a.yaml': `${bad}---\n${bad.replace('name: settings', 'name: other')}` }
    expect((await lint(files)).diagnostics).toHaveLength(2)
    expect((await lint({ ...files, 'podlint.yaml': 'suppressions: [{objects: [ConfigMap/shop/settings], rules: no-unknown-field, reason: somebody else has it}]\n' })).diagnostics.map(({ start }) => start.line)).toEqual([14])
  })
})
