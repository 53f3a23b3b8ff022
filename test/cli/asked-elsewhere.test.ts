/** What users of other linters asked for, by the issues in which they did: a small run for each. What takes more than one has tests of its own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readXml } from '../reporters/read-xml.ts'
import { BAD, folder, GOOD, podlint, type Around } from './run-cli.ts'

interface Finding {
  rule: string
  severity: string
  message: string
  file: string
  start: { line: number; column: number }
  object: string
  path: string
  origin: string | null
}

/** The findings of a run over these files, and its exit code. */
async function lint(files: Record<string, string | Buffer>, argv: readonly string[] = [], around: Around = {}) {
  const { code, stdout, stderr } = await podlint(['-f', 'json', ...argv], { cwd: folder(files), ...around })
  const { diagnostics, summary } = stdout === '' ? { diagnostics: [], summary: {} } : (JSON.parse(stdout) as { diagnostics: Finding[]; summary: Record<string, number> })
  return { code, stderr, diagnostics, summary, rules: diagnostics.map(({ rule }) => rule) }
}

const deployment = (name: string, container = '', more = '') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  selector:\n    matchLabels: {app: ${name}}\n  template:\n    metadata:\n      labels: {app: ${name}}\n    spec:\n${more}      containers:\n        - name: app\n          image: example.com/app:1.0\n${container}`

describe('what passes silently elsewhere', () => {
  test('yannh/kubeconform#230: YAML that cannot be read is a finding, also on standard input', async () => {
    const { code, diagnostics } = await lint({}, ['-'], { stdin: 'apiVersion: v1\nkind: Pod\nmetadata: {\n' })
    expect([code, diagnostics[0]!.rule, diagnostics[0]!.severity]).toEqual([1, 'valid-yaml', 'error'])
  })

  test('yannh/kubeconform#228: empty input fails, and says which', async () => {
    expect(await lint({}, ['-'], { stdin: '' })).toMatchObject({ code: 2, stderr: expect.stringContaining('standard input holds no manifest') })
    expect((await lint({}, ['-', '--allow-empty'], { stdin: '' })).code).toBe(0)
  })

  test('yannh/kubeconform#27: standard input is read only when it is asked for', async () => {
    const { code, stderr, summary } = await lint({ 'a.yaml': GOOD }, [], { isStdinPiped: true, stdin: BAD })
    expect([code, summary['files']]).toEqual([0, 1])
    expect(stderr).toContain('standard input is not read; to lint it: podlint -')
  })

  test('yannh/kubeconform#32: an unknown version of Kubernetes is a usage error', async () => {
    expect(await lint({ 'a.yaml': GOOD }, ['-ignore-missing-schemas', '-kubernetes-version', '1.99.0'])).toMatchObject({ code: 2, diagnostics: [] })
  })

  test.each([['apps/v1', 'Deploymnet'], ['aps/v1', 'Deployment']])('opendatahub-io/odh-dashboard#9658, shepherdjerred/monorepo#2411: %s %s is a slip, whatever is done with unknown kinds', async (apiVersion, kind) => {
    const { code, diagnostics } = await lint({ 'a.yaml': `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\n  namespace: shop\n` }, ['-ignore-missing-schemas'])
    expect(code).toBe(1)
    expect(diagnostics[0]!.message).toContain('did you mean')
  })

  test('stackrox/kube-linter#272, #63, #51, #209, #1236: a quantity that cannot be read is an error at its line, and switches nothing else off', async () => {
    const { code, diagnostics } = await lint({ 'a.yaml': deployment('web', '          resources: {limits: {memory: 1GB}}\n          securityContext: {privileged: true}\n') })
    expect(code).toBe(1)
    expect(diagnostics.find(({ path }) => path.endsWith('limits.memory'))?.start.line).toBe(16)
    expect(diagnostics.map(({ rule }) => rule)).toContain('no-privileged-container')
  })

  test('stackrox/kube-linter#249: nothing is said of references to an object that could not be read', async () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  selector: {app: web}\n  ports: [{port: 80}]\n'
    const { rules } = await lint({ 'a.yaml': `${deployment('web', '', '      dnsPolicy: Bad\n')}---\n${service}` })
    expect(rules).not.toContain('no-service-without-pod')
    expect((await lint({ 'a.yaml': `${deployment('web').replace('labels: {app: web}', 'labels: {app: [')}\n---\n${service}` })).rules).not.toContain('no-service-without-pod')
  })

  test('bridgecrewio/checkov#824, #2660, #7453: one odd document leaves the others in', async () => {
    const { diagnostics, summary } = await lint({ 'a.yaml': `# only a comment\n---\n=\n---\n${BAD}---\n${GOOD}` })
    expect(diagnostics.map(({ start }) => start.line)).toContain(10)
    expect(summary['resources']).toBe(2)
  })

  test.each([
    ['no line break at the end', BAD.trimEnd()],
    ['a separator at both ends', `---\n${BAD}---\n`],
    ['an end mark', `${BAD}...\n`],
    ['CRLF', BAD.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${BAD}`],
    ['comments as documents', `# a\n---\n# b\n---\n${BAD}`],
  ])('open-policy-agent/conftest#95, #153: %s loses nothing', async (_, text) => {
    const { diagnostics, summary } = await lint({ 'a.yaml': text })
    expect([diagnostics.map(({ rule }) => rule), summary['resources']]).toEqual([['no-unknown-field'], 1])
  })

  test('opendatahub-io/odh-dashboard#9658: JSON says how many objects were checked, and of which nothing is known, whatever else is printed', async () => {
    const files = { 'a.yaml': GOOD, 'b.yaml': 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: a\n  namespace: shop\n' }
    for (const flags of [[], ['--quiet'], ['--min-severity', 'error'], ['--max-diagnostics', '0']]) expect((await lint(files, flags)).summary).toMatchObject({ files: 2, resources: 2, unknownKinds: { 'example.com/v1/Widget': 1 } })
  })

  test('zegl/kube-score#466, stackrox/kube-linter#46, daveshanley/vacuum#250: report only, and thresholds that mean "this or worse"', async () => {
    const codes = async (...argv: string[]) => (await lint({ 'a.yaml': BAD }, argv)).code
    expect([await codes(), await codes('--exit-zero'), await codes('--fail-on', 'never'), await codes('--fail-on', 'warning'), await codes('-W', 'no-unknown-field'), await codes('-W', 'no-unknown-field', '--fail-on', 'warning')]).toEqual([1, 0, 0, 1, 0, 1])
  })

  test('zegl/kube-score#163: files without findings are not listed', async () => {
    const { stdout } = await podlint([], { cwd: folder({ 'good.yaml': GOOD, 'bad.yaml': BAD }) })
    expect(stdout).not.toContain('good.yaml')
  })

  test('FairwindsOps/pluto#99: what was looked at is said when all is well', async () => {
    expect((await podlint([], { cwd: folder({ 'a.yaml': GOOD }) })).stdout).toBe('1 file, 1 resource: no findings\n')
  })
})

describe('places', () => {
  test('yannh/kubeconform#207, kubernetes/kubernetes#104607, aquasecurity/trivy#11207: lines count from the file, in every document', async () => {
    for (const lineBreak of ['\n', '\r\n']) {
      const text = `# one\n# two\n${GOOD}---\n# three\n${GOOD.replace('name: settings', 'name: others')}---\n${BAD.replace('name: settings', 'name: third')}`.replaceAll('\n', lineBreak)
      const { diagnostics } = await lint({ 'a.yaml': text })
      expect(diagnostics.map(({ start }) => start)).toMatchObject([{ line: text.split(lineBreak).indexOf('dat:') + 1, column: 1 }])
    }
  })

  test('yannh/kubeconform#156: a path is unambiguous where keys have dots', async () => {
    const { diagnostics } = await lint({ 'a.yaml': GOOD.replace('\ndata:\n', '\ndata:\n  app.kubernetes.io.a.b: 5\n') })
    expect(diagnostics.map(({ path }) => path)).toContain('data[app.kubernetes.io.a.b]')
  })

  test('stackrox/kube-linter#45, kubescape/kubescape#2393, #2698: SARIF has the range, for absolute paths too', async () => {
    const cwd = folder({ '.git/HEAD': '', 'k8s/a.yaml': BAD })
    for (const path of ['k8s/a.yaml', join(cwd, 'k8s/a.yaml')]) {
      const { runs } = JSON.parse((await podlint(['-f', 'sarif', path], { cwd })).stdout) as { runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[] }[] }[] }
      expect(runs[0]!.results[0]!.locations[0]!.physicalLocation).toMatchObject({ artifactLocation: { uri: 'k8s/a.yaml' }, region: { startLine: 6, startColumn: 1, endLine: 6, endColumn: 4 } })
    }
  })

  test('instrumenta/kubeval#56, #211: an object without a kind is pointed at', async () => {
    const { diagnostics } = await lint({ 'a.yaml': `${GOOD}---\napiVersion: v1\nmetadata: {name: a}\n` }, ['a.yaml'])
    expect(diagnostics[0]).toMatchObject({ start: { line: 9 }, message: expect.stringContaining('kind') })
  })

  test('FairwindsOps/polaris#1110: every line begins with its place', async () => {
    expect((await podlint([], { cwd: folder({ 'k8s/a.yaml': BAD }) })).stdout).toMatch(/^k8s\/a\.yaml:6:1: error /)
  })

  test('open-policy-agent/conftest#602, instrumenta/kubeval#139, bridgecrewio/checkov#2708: the template that Helm names', async () => {
    const { diagnostics } = await lint({}, ['-'], { stdin: `---\n# Source: shop/templates/settings.yaml\n${BAD}` })
    expect(diagnostics[0]).toMatchObject({ origin: 'shop/templates/settings.yaml', start: { line: 8 } })
  })
})

describe('documents', () => {
  test('yannh/kubeconform#45, #49: comments make no test case', async () => {
    const { stdout } = await podlint(['-f', 'junit'], { cwd: folder({ 'a.yaml': `# a\n---\n# b\n---\n${BAD}---\n# c\n` }) })
    expect(readXml(stdout)).toBeDefined()
    expect(stdout.match(/<testcase/g)).toHaveLength(1)
  })

  test('yannh/kubeconform#310, #123, #124, instrumenta/kubeval#168: null is as good as absent', async () => {
    expect((await lint({ 'a.yaml': GOOD.replace('name: settings\n', 'name: settings\n  creationTimestamp: null\n  labels: null\n') })).diagnostics).toEqual([])
  })

  test('instrumenta/kubeval#22: a plain number is a quantity', async () => {
    const { diagnostics } = await lint({ 'a.yaml': deployment('web', '          resources: {requests: {cpu: 2, memory: 1Gi}, limits: {cpu: 2.5, memory: 1Gi}}\n') })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('yannh/kubeconform#121, kubeshop/monokle#1385, helm/helm#5524: a key that is there twice is an error that names both lines', async () => {
    const { stdout } = await podlint([], { cwd: folder({ 'a.yaml': `${GOOD}data:\n  A: b\n` }) })
    expect(stdout).toMatch(/^a\.yaml:8:1: error .*\n[^]*= a\.yaml:6:1 /)
  })

  test('alphagov/govuk-infrastructure#2287, adrienverge/yamllint#88: a merge that is overridden is no duplicate', async () => {
    const { rules } = await lint({ 'a.yaml': GOOD.replace('  HOST: database\n', '  <<: {HOST: other}\n  HOST: database\n') }, ['--ignore', 'no-merge-override'])
    expect(rules).not.toContain('no-duplicate-key')
  })
})

describe('formats, fixes and speed', () => {
  test('yannh/kubeconform#362: a report for machines and text in one run', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    const { stdout } = await podlint(['-f', 'text', '-f', 'junit:report.xml', '-f', 'tap:report.tap'], { cwd })
    expect(stdout).toMatch(/^a\.yaml:6:1: error /)
    expect(readFileSync(join(cwd, 'report.xml'), 'utf8')).toContain('<testsuites')
    expect(readFileSync(join(cwd, 'report.tap'), 'utf8')).toMatch(/^TAP version 14\n1\.\.1\n/)
  })

  test('yannh/kubeconform#246: the counts of JUnit are those of its cases, in the same order every time', async () => {
    const cwd = folder({ 'b.yaml': BAD, 'a.yaml': `${BAD}---\n${deployment('web')}` })
    const { stdout } = await podlint(['-f', 'junit'], { cwd })
    expect((await podlint(['-f', 'junit', 'b.yaml', 'a.yaml'], { cwd })).stdout).toBe(stdout)
    const sum = (name: string) => [...stdout.matchAll(new RegExp(`<testsuite .*?${name}="(\\d+)"`, 'g'))].reduce((total, [, count]) => total + Number(count), 0)
    expect(sum('tests')).toBe(stdout.match(/<testcase/g)!.length)
    expect(sum('failures')).toBe(stdout.match(/<failure/g)!.length)
  })

  test('zegl/kube-score#698, #559, FairwindsOps/polaris#1201, dockle#197, mcp-migrate#262: every result of SARIF has a place, and none is empty', async () => {
    const { stdout } = await podlint(['-f', 'sarif', '--preset', 'strict'], { cwd: folder({ 'a.yaml': deployment('web'), 'b.yaml': 'kind: {\n' , 'c.yaml': BAD }) })
    const { runs } = JSON.parse(stdout) as { runs: [{ results: { message: { text: string }; locations: [{ physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }]; partialFingerprints: object }[] }] }
    expect(runs[0].results.length).toBeGreaterThan(5)
    for (const { message, locations, partialFingerprints } of runs[0].results) {
      expect(message.text).not.toBe('')
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[abc]\.yaml$/)
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0)
      expect(Object.keys(partialFingerprints)).toHaveLength(1)
    }
  })

  test('stackrox/kube-linter#532, fluxcd/flux-schema#101, FairwindsOps/polaris#857, kyverno/kyverno#6768: reports that others lack', async () => {
    for (const format of ['github', 'gitlab', 'sarif', 'junit', 'checkstyle', 'tap', 'json', 'jsonl', 'markdown', 'azure']) {
      const cwd = folder({ 'a.yaml': BAD })
      expect((await podlint(['-f', `${format}:report`], { cwd })).code).toBe(1)
      expect(readFileSync(join(cwd, 'report'), 'utf8')).toContain('a.yaml')
    }
  })

  test('stackrox/kube-linter#475, yannh/kubeconform#349: a file may be called as a command is', async () => {
    const cwd = folder({ 'rules': BAD, 'lint/a.yaml': BAD })
    expect((await podlint(['check', 'rules'], { cwd })).code).toBe(1)
    expect((await podlint(['lint'], { cwd })).code).toBe(1)
  })

  test('stackrox/kube-linter#34, FairwindsOps/polaris#821: a fix keeps comments, quotes and indentation', async () => {
    const text = `# first\n${BAD.replace('dat:', 'dat: # why').replace('name: settings', "name:   'settings'   # the name")}# last\n`
    const cwd = folder({ 'a.yaml': text })
    await podlint(['fix', '--unsafe-fixes'], { cwd })
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(text.replace('dat:', 'data:'))
  })

  test('stackrox/kube-linter#161: paths have forward slashes', async () => {
    expect((await lint({ 'deploy/prod/a.yaml': BAD })).diagnostics[0]!.file).toBe('deploy/prod/a.yaml')
  })

  test('kubernetes-sigs/kubectl-validate#152, datree#702, #727, #746, #830: no cluster and no network are asked', async () => {
    const { code } = await lint({ 'a.yaml': GOOD, 'kubeconfig': 'clusters: [' }, ['a.yaml'], { env: { KUBECONFIG: '/nowhere', HTTPS_PROXY: 'http://127.0.0.1:1' } })
    expect(code).toBe(0)
  })

  test('yannh/kubeconform, FromStream: standard input is read as files are, to its end', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => GOOD.replace('name: settings', `name: settings-${at}`)).join('---\n') + `---\n${BAD}`
    const [fromFile, fromInput] = [await lint({ 'a.yaml': many }), await lint({}, ['-'], { stdin: many })]
    expect(fromInput.diagnostics.map(({ start, rule }) => [start, rule])).toEqual(fromFile.diagnostics.map(({ start, rule }) => [start, rule]))
    expect([fromFile.summary['resources'], fromFile.rules]).toEqual([3001, ['no-unknown-field']])
  })
})
