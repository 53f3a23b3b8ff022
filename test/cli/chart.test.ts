/** Helm charts, linted as they are deployed, with findings in their templates. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const CHART = 'apiVersion: v2\nname: web\nversion: 1.0.0\n'
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels: {{- include "labels" . | nindent 4 }}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: {{ .Values.image }}
          {{- with .Values.livenessProbe }}
          livenessProbe: {{ toYaml . | nindent 12 }}
          {{- end }}
          resources: {{ toYaml .Values.resources | nindent 12 }}
`
const THING = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: things.example.com}\nspec:\n  group: example.com\n  scope: Namespaced\n  names: {kind: Thing, plural: things, singular: thing, listKind: ThingList}\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema: {openAPIV3Schema: {type: object}}\n'
const GOOD = { 'web/Chart.yaml': CHART, 'web/values.yaml': 'image: example.com/web:1\nresources: {}\n', 'web/templates/_helpers.tpl': '{{ define "labels" }}\nteam: web\n{{- end }}', 'web/templates/deployment.yaml': DEPLOYMENT }

async function lint(files: Readonly<Record<string, string>>, argv: readonly string[] = [], within = '') {
  const cwd = join(folder({ '.git/HEAD': '', ...files }), within)
  const { code, stdout, stderr } = await podlint(['-f', 'json', ...argv], { cwd })
  const { diagnostics, summary } = JSON.parse(stdout) as { diagnostics: { rule: string; file: string; message: string; start: { line: number; column: number }; related: { file: string; start: { line: number } }[]; kubernetesVersions: string[] | null }[]; summary: Record<string, unknown> }
  const places = diagnostics.map(({ rule, file, start, message, related }) => `${file}:${start.line}:${start.column} ${rule}: ${message}${related.map((other) => ` → ${other.file}:${other.start.line}`).join('')}`)
  return { code, stderr, places, diagnostics, summary }
}

/** What a chart's users decide. */
const OPTIONAL = ['--warn', 'require-liveness-probe,require-memory-limit']

test('a good chart has no findings: what its users decide is theirs', async () => {
  expect(await lint(GOOD, OPTIONAL)).toMatchObject({ code: 0, stderr: '', places: [], summary: { resources: 2, leftAlone: {} } })
})

test('the namespace of a release is not that of the chart', async () => {
  const template = (namespace: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: ${namespace}\n`
  const files = { ...GOOD, 'web/templates/a.yaml': template('{{ .Release.Namespace }}'), 'web/templates/b.yaml': template('default') }
  expect((await lint(files, ['--warn', 'no-default-namespace'])).places).toEqual(['web/templates/b.yaml:5:14 no-default-namespace: ConfigMap "web" is in the namespace "default"'])
})

test('a document begins where Helm has it begin', async () => {
  const template = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n---\n{{- if true -}}\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\nDATA: 1\n{{- end }}\n'
  expect((await lint({ ...GOOD, 'web/templates/a.yaml': template })).places).toEqual(['web/templates/a.yaml:11:1 no-unknown-field: ConfigMap has no field "DATA"'])
})

test('a certificate that a chart makes is one', async () => {
  const template = '{{ $cert := genSelfSignedCert "web" nil nil 365 }}apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\ntype: kubernetes.io/tls\ndata:\n  tls.crt: {{ $cert.Cert | b64enc }}\n  tls.key: {{ $cert.Key | b64enc }}\n'
  expect((await lint({ ...GOOD, 'web/templates/a.yaml': template })).places).toEqual([])
})

test('a finding stands in the template, with the value that is printed there', async () => {
  const files = { ...GOOD, 'web/values.yaml': 'resources: {}\n# The program.\nimage: example.com/web:latest\n', 'web/templates/deployment.yaml': DEPLOYMENT.replace('spec:\n', 'spec:\n  replica: 2\n') }
  expect((await lint(files, ['--warn', 'no-floating-image-tag'])).places).toEqual(['web/templates/deployment.yaml:7:3 no-unknown-field: DeploymentSpec has no field "replica", did you mean "replicas"?', 'web/templates/deployment.yaml:14:18 no-floating-image-tag: Image "example.com/web:latest" has the moving tag "latest" → web/values.yaml:3'])
})

test('a value in quotes, or of several parts, is underlined as a whole', async () => {
  const image = '"{{ .Values.name }}:{{ .Values.tag }}"'
  const files = { ...GOOD, 'web/values.yaml': 'resources: {}\nname: example.com/web\ntag: latest\n', 'web/templates/deployment.yaml': DEPLOYMENT.replace('{{ .Values.image }}', image) }
  const { places, diagnostics } = await lint(files, ['--warn', 'no-floating-image-tag'])
  expect(places).toEqual(['web/templates/deployment.yaml:13:18 no-floating-image-tag: Image "example.com/web:latest" has the moving tag "latest" → web/values.yaml:2 → web/values.yaml:3'])
  expect(diagnostics[0]).toMatchObject({ end: { line: 13, column: 18 + image.length } })
})

test('a name in quotes that values give is that of the values', async () => {
  const template = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: "{{ .Release.Namespace }}"\n'
  expect((await lint({ ...GOOD, 'web/templates/a.yaml': template }, ['--warn', 'no-default-namespace'])).places).toEqual([])
})

test('a finding in a helper stands there, once for all files that call it, and one below toYaml names the very value', async () => {
  const files = { ...GOOD, 'web/templates/_helpers.tpl': '{{ define "labels" }}\nteam: {{ .Values.team }}\n{{- end }}', 'web/values.yaml': 'image: example.com/web:1\nteam: "not valid!"\nresources:\n  limits:\n    memory: 1 GB\n', 'web/templates/other.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n  labels: {{- include "labels" . | nindent 4 }}\n' }
  const { places } = await lint(files)
  expect(places.map((place) => place.replace(/ .*?( →|$)/, '$1'))).toEqual(['web/templates/_helpers.tpl:2:7 → web/values.yaml:2', 'web/templates/deployment.yaml:17:22 → web/values.yaml:5'])
})

test('each set of values of the chart is tried, and those of the settings', async () => {
  const template = '{{ if .Values.extra }}\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Namespace }}\nDATA: 1\n{{ end }}'
  const files = { ...GOOD, 'web/templates/extra.yaml': template }
  expect((await lint({ ...files, 'web/ci/extra-values.yaml': 'extra: true\n' })).places).toEqual(['web/templates/extra.yaml:6:1 no-unknown-field: ConfigMap has no field "DATA" (with ci/extra-values.yaml)'])
  const settings = 'charts:\n  - path: web\n    values: [prod.yaml]\n    namespace: "not valid"\n'
  expect((await lint({ ...files, 'podlint.yaml': settings, 'prod.yaml': 'extra: true\n' }, OPTIONAL)).places).toEqual([
    // With values that are deployed, what they leave out is missing.
    'web/templates/deployment.yaml:12:17 require-liveness-probe: Container "web" has no liveness probe (with prod.yaml)',
    'web/templates/deployment.yaml:17:11 require-memory-limit: Container "web" sets no memory limit (with prod.yaml)',
    expect.stringMatching(/^web\/templates\/extra.yaml:5:9 valid-metadata: .*not valid.* \(with prod.yaml\)$/),
    'web/templates/extra.yaml:6:1 no-unknown-field: ConfigMap has no field "DATA" (with prod.yaml)',
  ])
  expect(await podlint([], { cwd: folder({ ...files, 'podlint.yaml': settings }) })).toMatchObject({ code: 2, stderr: expect.stringContaining('Cannot read prod.yaml, which the settings name for a chart') as string })
})

test('values are held against values.schema.json', async () => {
  const schema = '{"type": "object", "properties": {"image": {"type": "string", "pattern": ":"}, "team": {"type": "string"}}, "required": ["team"]}'
  expect((await lint({ ...GOOD, 'web/values.schema.json': schema, 'web/values.yaml': 'image: 5\nresources: {}\n' })).places).toContain('web/values.yaml:1:8 valid-chart: Value image does not fit values.schema.json: got number, want string')
  const withValues = async (rest: object) => (await lint({ ...GOOD, 'web/values.schema.json': JSON.stringify({ type: 'object', ...rest }), 'web/values.yaml': '# ours\nimage: a:1\nresources: {}\n' })).places
  expect(await withValues({ maxProperties: 1 })).toContain('web/values.yaml:2:1 valid-chart: The values do not fit values.schema.json: maxProperties: got 2, want 1')
  expect(await withValues({ additionalProperties: false, properties: { image: {} } })).toContain("web/values.yaml:3:1 valid-chart: The values do not fit values.schema.json: additional properties 'resources' not allowed")
})

test('what cannot be rendered is one finding at its place', async () => {
  expect((await lint({ ...GOOD, 'web/templates/x.yaml': 'a: 1\nb: {{ .Values.a.b.c }}\n' })).places).toEqual(['web/templates/x.yaml:2:4 valid-chart: The chart cannot be rendered: b is read of something that is not set'])
  expect((await lint({ ...GOOD, 'web/templates/x.yaml': 'a: 1\n{{ if .Values.a }}\n' })).places).toEqual(['web/templates/x.yaml:2:1 valid-chart: The chart cannot be rendered: this if has no {{ end }}'])
  expect((await lint({ ...GOOD, 'web/Chart.yaml': 'apiVersion: v2\nname: web\n' })).places).toEqual([expect.stringMatching(/^web\/Chart.yaml:\d:\d valid-chart: version is required but missing/)])
  expect((await lint({ ...GOOD, 'web/Chart.yaml': '- web\n' })).places).toEqual(['web/Chart.yaml:1:1 valid-yaml: Chart.yaml must be a map'])
  expect((await lint({ ...GOOD, 'web/.helmignore': '**/*.md\n' })).places).toEqual(['web/.helmignore:1:1 valid-chart: The chart cannot be rendered: double-star (**) syntax is not supported'])
  const bomb = `a: &a [${'x, '.repeat(100)}]\nb: &b [${'*a, '.repeat(100)}]\nc: &c [${'*b, '.repeat(100)}]\nd: [${'*c, '.repeat(100)}]\n`
  expect((await lint({ ...GOOD, 'web/values.yaml': bomb })).places).toEqual([expect.stringMatching(/^web\/values.yaml:1:\d+ valid-chart: The chart cannot be rendered: .*alias/i)])
})

test.each([
  ['an action that is not closed', 'a: {{ .Values.image\nb: {{ .Values.image }}\n', '1:4 valid-chart: The chart cannot be rendered: this action is never closed with }}'],
  ['one brace in place of two', 'a: {{ .Values.image }\nb: 1\n', '1:4 valid-chart: The chart cannot be rendered: this action is never closed with }}'],
  ['a string that is not closed', 'a: {{ .Values.image | default "x }}\n', '1:4 valid-chart: The chart cannot be rendered: a string in this action is never closed'],
  ['a block that is not closed', '{{ if .Values.image }}\n  {{ with .Values.image }}\n  a: b\n{{ end }}\n', '2:3 valid-chart: The chart cannot be rendered: this with has no {{ end }}'],
  ['the last block that is not closed', '{{ if .Values.image }}\na: b\n{{ end }}\n{{ range .Values.image }}\n', '4:1 valid-chart: The chart cannot be rendered: this range has no {{ end }}'],
  ['an end too many', 'a: b\n{{ if .Values.image }}{{ end }}\n{{ end }}\n', '3:1 valid-chart: The chart cannot be rendered: {{ end }} belongs to no block'],
  ['braces in strings and comments', '{{/* {{ */}}{{ "{{" }}\n{{ .Values.image | nothing }}\n', '2:1 valid-chart: The chart cannot be rendered: function "nothing" not defined'],
])('a template with %s is one finding where the mistake is', async (_, template, finding) => {
  expect((await lint({ ...GOOD, 'web/templates/broken.yaml': template })).places).toEqual([`web/templates/broken.yaml:${finding}`])
})

test('a Chart.yaml that is no YAML is one finding', async () => {
  expect((await lint({ ...GOOD, 'web/Chart.yaml': `${CHART}keywords: [\n` })).places).toEqual(['web/Chart.yaml:4:11 valid-yaml: The "[" is never closed'])
})

test('keys that values set twice are told, in the files that settings name, too', async () => {
  const settings = 'charts:\n  - path: web\n    values: [prod.yaml]\n'
  expect((await lint({ ...GOOD, 'web/values.yaml': 'image: example.com/web:1\nresources: {}\nimage: example.com/web:2\n', 'podlint.yaml': settings, 'prod.yaml': 'a: {b: 1, b: 2}\n' }, OPTIONAL.map((each) => each.replace('require-liveness-probe,', '')))).places.filter((place) => place.includes('duplicate'))).toEqual([
    'prod.yaml:1:11 no-duplicate-key: Key "b" is set twice in the same map → prod.yaml:1',
    'web/values.yaml:3:1 no-duplicate-key: Key "image" is set twice in the same map → web/values.yaml:1',
  ])
})

test('a chart that wants values of its users says so, unless some are there to try it with', async () => {
  const files = { ...GOOD, 'web/templates/x.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  a: {{ required "Give a password" .Values.password }}\n' }
  const { code, places, diagnostics } = await lint(files)
  expect({ code, places, severity: diagnostics[0] }).toMatchObject({ code: 0, places: ['web/templates/x.yaml:5:6 valid-chart: The chart refuses its own values: Give a password'], severity: { severity: 'info' } })
  expect((await lint({ ...files, 'web/ci/test-values.yaml': 'password: x\n' })).places).toEqual([])
  expect((await lint({ ...files, 'web/ci/test-values.yaml': 'a: x\n' })).places).toContain('web/templates/x.yaml:5:6 valid-chart: The chart refuses these values: Give a password (with ci/test-values.yaml)')
})

test('dependencies are taken from the checkout; what is missing is named', async () => {
  const library = { 'common/Chart.yaml': 'apiVersion: v2\nname: common\nversion: 2.1.0\ntype: library\n', 'common/templates/_x.tpl': '{{ define "common.labels" }}\nteam: "not valid!"\n{{- end }}' }
  const files = { ...GOOD, 'web/Chart.yaml': `${CHART}dependencies:\n  - {name: common, version: 2.x.x, repository: "https://charts.example.com"}\n`, 'web/templates/deployment.yaml': DEPLOYMENT.replace('"labels"', '"common.labels"') }
  expect((await lint({ ...files, ...library })).places).toEqual([expect.stringMatching(/^web\/templates\/deployment.yaml:5:11 valid-metadata: .* → common\/templates\/_x.tpl:2$/)])
  const { code, stderr, places } = await lint(files)
  expect({ code, places }).toEqual({ code: 0, places: [] })
  expect(stderr).toBe('podlint: web/Chart.yaml:5: web is linted without common, which is not in its charts folder; to have it there: helm dependency build web\npodlint: web cannot be rendered without it\n')
})

const DATABASE = { 'db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 17.1.0\n', 'db/values.yaml': 'port: 5432\n', 'db/templates/x.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\nDATA: 1\n' }
const needing = (version: string, more = '') => ({ ...GOOD, 'web/Chart.yaml': `${CHART}dependencies:\n  - name: db\n    version: ${version}\n    repository: https://charts.example.com\n${more}` })
const READING = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: port}\ndata: {port: "{{ .Values.db.port }}"}\nDATA: 1\n'

test('a chart is linted without what is missing, and nothing is said of what that might bring', async () => {
  const there = { ...GOOD, 'web/templates/y.yaml': 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec: {ingressClassName: nginx, defaultBackend: {service: {name: db, port: {number: 1}}}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 1}]}\n' }
  expect((await lint(there)).places).toEqual([expect.stringContaining('web/templates/y.yaml:4:66 no-unknown-service')])
  const { places, stderr } = await lint({ ...there, ...needing('16.x.x'), 'web/templates/z.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: z}\nDATA: 1\n' }, ['--warn', 'no-unused-chart-value'])
  expect(places).toEqual([expect.stringContaining('web/templates/z.yaml:4:1 no-unknown-field')])
  expect(stderr).toBe('podlint: web/Chart.yaml:5: web is linted without db, which is not in its charts folder; to have it there: helm dependency build web\n')
})

test('another version of the checkout stands in where nothing comes of the chart without one', async () => {
  for (const version of ['16.x.x', '"16.x.x" # the last', '~16']) {
    const { places, stderr } = await lint({ ...DATABASE, ...needing(version), 'web/templates/y.yaml': READING }, ['web'])
    expect(places, version).toEqual([expect.stringContaining('web/templates/y.yaml:5:1 no-unknown-field')])
    expect(stderr).toBe('podlint: web/Chart.yaml:5: web is linted with another version of db that is in this checkout, for it is not in its charts folder; to have it there: helm dependency build web\n')
  }
  const { places, stderr } = await lint({ ...DATABASE, ...needing('16.x.x') }, ['web'])
  expect({ places, stderr }).toEqual({ places: [], stderr: expect.stringContaining('web is linted without db') as string })
  const { stdout } = await podlint(['render', 'web'], { cwd: folder({ '.git/HEAD': '', ...DATABASE, ...needing('16.x.x'), 'web/templates/y.yaml': READING }) })
  expect(stdout).toContain('data: {port: "5432"} # web/templates/y.yaml:4\n')
})

test('Helm takes what lies in the charts folder, whatever its version is', async () => {
  const packed = Object.fromEntries(Object.entries(DATABASE).map(([name, text]) => [`web/charts/${name}`, text]))
  const better = { ...DATABASE, 'db/Chart.yaml': DATABASE['db/Chart.yaml'].replace('17', '16') }
  const { places, stderr } = await lint({ ...better, ...packed, ...needing('16.x.x'), 'web/templates/y.yaml': READING.replace('DATA: 1\n', '') }, ['web'])
  expect(places).toEqual([expect.stringContaining('web/charts/db/templates/x.yaml:4:1 no-unknown-field')])
  expect(stderr).toBe('podlint: web/Chart.yaml:5: web is linted with db 17.1.0 of its charts folder, as Helm would have it, though 16.x.x is wanted; to have that there: helm dependency build web\n')
})

test('what values turn off is not missed by what is rendered', async () => {
  const off = { ...needing('16.x.x', '    condition: db.enabled\n    tags: [data]\n'), 'web/values.yaml': `${GOOD['web/values.yaml']}db: {enabled: false}\ntags: {data: true}\n` }
  const { stderr } = await lint(off)
  expect(stderr).toBe('podlint: web/Chart.yaml:5: web is linted without db, which its values turn off; Helm wants it in its charts folder all the same: helm dependency build web\n')
  const broken = { ...off, 'web/templates/y.yaml': READING.replace('db.port', 'a.b.c') }
  expect((await lint(broken)).places).toEqual(['web/templates/y.yaml:4:15 valid-chart: The chart cannot be rendered: b is read of something that is not set'])
  const on = await lint({ ...broken, 'web/ci/on-values.yaml': 'db: {enabled: true}\na: {b: {c: 1}}\n' })
  expect(on.stderr).toContain('web is linted without db, which is not in its charts folder')
  const byTag = { ...needing('16.x.x', '    tags: [data]\n'), 'web/values.yaml': `${GOOD['web/values.yaml']}tags: {data: false}\n` }
  expect((await lint(byTag)).stderr).toContain('which its values turn off')
})

test('comments in templates silence rules, those of Go too', async () => {
  const wrong = DEPLOYMENT.replace('spec:\n', 'spec:\n  replica: 2\n')
  for (const comment of ['  # podlint-ignore no-unknown-field: later\n', '  {{- /* podlint-ignore no-unknown-field: later */}}\n']) {
    expect(await lint({ ...GOOD, 'web/templates/deployment.yaml': wrong.replace('  replica', `${comment}  replica`) })).toMatchObject({ places: [], summary: { suppressed: 1 } })
  }
})

test('capabilities are those of the version', async () => {
  const template = '{{ if semverCompare ">=1.32-0" .Capabilities.KubeVersion.Version }}\n{{ if .Capabilities.APIVersions.Has "policy/v1/PodDisruptionBudget" }}\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\nDATA: 1\n{{ end }}{{ end }}'
  const { diagnostics } = await lint({ ...GOOD, 'web/templates/x.yaml': template }, ['-k', '1.30,1.33,1.37'])
  expect(diagnostics).toMatchObject([{ rule: 'no-unknown-field', kubernetesVersions: ['1.33', '1.37'] }])
  expect((await lint({ ...GOOD, 'web/Chart.yaml': `${CHART}kubeVersion: "<1.30"\n` })).stderr).toBe('podlint: web is not for Kubernetes 1.37: its kubeVersion is <1.30\n')
})

test('a file of a chart that is named has the chart linted, whichever it is; other charts are not', async () => {
  const files = { ...GOOD, 'web/templates/deployment.yaml': DEPLOYMENT.replace('spec:\n', 'spec:\n  replica: 2\n'), 'other/Chart.yaml': CHART, 'other/templates/x.yaml': 'a: {{ .Values.a.b }}' }
  for (const file of ['web', 'web/templates/deployment.yaml', 'web/values.yaml', 'web/templates/_helpers.tpl', 'web/Chart.yaml']) expect((await lint(files, [file])).places, file).toEqual([expect.stringContaining('web/templates/deployment.yaml:7:3')])
  expect((await lint(files, ['templates'], 'web')).places).toEqual([expect.stringContaining('templates/deployment.yaml:7:3')])
})

test('custom resources are held against the definitions of the run, and of --crd', async () => {
  const definition = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: mice.example.com}\nspec:\n  group: example.com\n  scope: Namespaced\n  names: {kind: Mouse, plural: mice}\n  versions:\n  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {legs: {type: integer}}}}}}}\n'
  const files = { ...GOOD, 'web/templates/mouse.yaml': 'apiVersion: example.com/v1\nkind: Mouse\nmetadata:\n  name: m\nspec:\n  legs: four\n', 'crds/mice.yaml': definition }
  const found = ['web/templates/mouse.yaml:6:9 valid-type: legs is the string "four", must be an integer']
  expect((await lint(files, ['web'])).places).toEqual([])
  expect((await lint(files, ['--crd', 'crds', 'web'])).places).toEqual(found)
  expect((await lint(files, ['crds', 'web'])).places.filter((place) => place.startsWith('web'))).toEqual(found)
})

test('charts are left alone when they are to be', async () => {
  for (const render of ['off', 'kustomize']) expect(await lint({ ...GOOD, 'web/templates/x.yaml': '{{ if }}' }, ['--render', render])).toMatchObject({ code: 0, places: [], summary: { leftAlone: { 'helm template': 2, 'helm values': 1 } } })
  expect((await lint({ ...GOOD, 'web/templates/x.yaml': '{{ if }}' }, ['--exclude', 'x.yaml'])).places).toEqual([])
})

test('a chart in the folder of another is part of it', async () => {
  const files = { ...GOOD, 'web/Chart.yaml': `${CHART}dependencies: [{name: sub, version: 1.0.0}]\n`, 'web/charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n', 'web/charts/sub/templates/x.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\nDATA: {{ .Values.data }}\n', 'web/values.yaml': `${GOOD['web/values.yaml']}sub:\n  data: 1\n` }
  const { places, summary } = await lint(files)
  expect(places).toEqual([expect.stringMatching(/^web\/charts\/sub\/templates\/x.yaml:4:1 no-unknown-field/)])
  expect(summary).toMatchObject({ resources: 4 })
})

test('podlint render prints what a chart becomes, with the place of each line', async () => {
  const cwd = folder({ ...GOOD, 'web/templates/deployment.yaml': 'a: 1\nlabels:\n  {{- include "labels" . | nindent 2 }}\nimage: {{ .Values.image }}\n', 'web/ci/bad-values.yaml': 'image: [\n', 'plain.yaml': 'a: 1\n' })
  const { code, stdout, stderr } = await podlint(['render'], { cwd })
  expect(stdout).toBe('# web/templates/deployment.yaml: rendered by Helm with its own values\na: 1 # web/templates/deployment.yaml:1\nlabels: # web/templates/deployment.yaml:2\n  team: web # web/templates/_helpers.tpl:2\nimage: example.com/web:1 # web/templates/deployment.yaml:4\n---\n')
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('web cannot be rendered with ci/bad-values.yaml: ') as string })
  expect(await podlint(['render', 'plain.yaml'], { cwd })).toMatchObject({ code: 2, stderr: 'podlint: Neither a chart nor a kustomization is here\n' })
})

const fixed = async (files: Readonly<Record<string, string>>, argv: readonly string[] = []) => {
  const cwd = folder({ '.git/HEAD': '', ...files })
  const patch = await podlint(['--diff', '--unsafe-fixes', ...argv], { cwd })
  const { stderr } = await podlint(['--fix', '--unsafe-fixes', ...argv], { cwd })
  return { patch: patch.stdout.split('\n').filter((line) => /^[-+](?![-+])/.test(line)), stderr, texts: Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(cwd, name), 'utf8')])) }
}

test('what is plain text of a template is fixed there', async () => {
  const own = { ...GOOD, 'web/templates/deployment.yaml': DEPLOYMENT.replace('spec:\n', 'spec:\n  replica: 2\n') }
  const { patch, stderr, texts } = await fixed(own)
  expect({ patch, stderr }).toEqual({ patch: ['-  replica: 2', '+  replicas: 2'], stderr: 'podlint: fixed 1 finding in 1 file\n' })
  expect(texts).toEqual({ ...own, 'web/templates/deployment.yaml': DEPLOYMENT.replace('spec:\n', 'spec:\n  replicas: 2\n') })
})

test('what is printed at several places is fixed once, when it is the same mistake at each', async () => {
  const pod = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  {{- include "spec" . | nindent 2 }}\n`
  const helper = '{{ define "spec" }}\nserviceAccount: web\ncontainers:\n  - name: a\n    image: {{ .Values.image }}\n    imagePullPolice: Always\n{{- end }}'
  const { patch, stderr } = await fixed({ ...GOOD, 'web/templates/_spec.tpl': helper, 'web/templates/a.yaml': pod('a'), 'web/templates/b.yaml': `{{ range until 2 }}\n---\n${pod('b-{{ . }}').replace('"spec" .', '"spec" $')}{{ end }}` })
  expect(patch).toEqual(['-serviceAccount: web', '+serviceAccountName: web', '-    imagePullPolice: Always', '+    imagePullPolicy: Always'])
  expect(stderr).toBe('podlint: fixed 2 findings in 1 file\n')
})

test('a fix that would change more than its finding names is left out, and said', async () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, label: {{ `{a: b}` }}}\n'
  const sum = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: sum}\ndata:\n  sum: {{ include (print .Template.BasePath "/x.yaml") . | sha256sum }}\n'
  const { patch, stderr } = await fixed({ ...GOOD, 'web/templates/x.yaml': text, 'web/templates/y.yaml': sum })
  expect({ patch, stderr }).toEqual({ patch: [], stderr: 'podlint: web/templates/x.yaml:3:21: the fix of no-unknown-field is left out: it would change other things that the chart renders\n' })
  // What an action prints is not text of the template.
  expect((await fixed({ ...GOOD, 'web/templates/x.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n{{ "DATA" }}: {}\n' })).patch).toEqual([])
})

test('the files of a chart lie where Helm takes them for what they are', async () => {
  expect((await lint({ 'web/Chart.yaml': CHART, 'web/README.md': '' })).places).toEqual(['web/Chart.yaml:1:1 valid-chart: The chart has no templates, and deploys nothing'])
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n'
  const sub = { 'web/charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n', 'web/charts/sub/templates/x.yaml': map }
  const { code, places } = await lint({ 'web/Chart.yaml': CHART, 'web/templates/x.yaml': `${map}data: {{ .Values.name }}\n`, 'web/templates/x.json': '{}', 'web/crds/x.yaml': map.replace('x}', 'other}'), ...sub })
  expect({ code, places }).toEqual({
    code: 1,
    places: [
      'web/Chart.yaml:1:1 valid-chart: The chart has no values.yaml, which would say that there is a value name',
      'web/Chart.yaml:1:1 valid-chart: sub is in charts, but not among the dependencies',
      'web/crds/x.yaml:2:1 valid-chart: A ConfigMap in crds is created once, and neither upgraded nor deleted with the release: only definitions belong there',
      'web/templates/x.json:1:1 valid-chart: Helm takes every file in templates for a manifest, and wants it to end with .yaml, .yml, .tpl or .txt',
    ],
  })
})

test('what may be read or set in a way that is not followed is left alone', async () => {
  const places = async (values: string, more: Readonly<Record<string, string>> = {}) => (await lint({ 'web/Chart.yaml': CHART, 'web/values.yaml': values, 'web/templates/x.yaml': '# {{ .Values.a }} {{ if .Values.imagee.tag }} {{ end }}\n', ...more }, ['--allow-empty', '--warn', 'no-unused-chart-value'])).places.filter((place) => place.includes('chart-value'))
  expect(await places('a: 1\nimage: {tag: x}\nb: 1\n')).toEqual(['web/templates/x.yaml:1:19 no-unknown-chart-value: Value imagee is not set anywhere, did you mean image? → web/values.yaml:2', 'web/values.yaml:3:1 no-unused-chart-value: No template reads the value b'])
  expect(await places('a: 1\n# imagee: {}\n')).toEqual([])
  expect(await places('a: 1\nimage: x\n', { 'web/templates/y.yaml': '# {{ index .Values "imag(" }}\n' })).toEqual(['web/templates/y.yaml:1:3 no-unknown-chart-value: Value imag( is not set anywhere, did you mean image? → web/values.yaml:2'])
  expect(await places('a: 1\nb: 1\n', { 'web/Chart.yaml': `${CHART}dependencies: [{name: common, version: 1.0.0}]\n` })).toEqual([])
  expect(await places('a: "{{ .Values.b }}"\nb: 1\nc: &c {}\nd: *c\n', { 'web/files/x.txt': '{{ .Values.d }}' })).toEqual([])
})

test('capabilities have what the settings name, beside what Kubernetes has', async () => {
  const template = '{{ if .Capabilities.APIVersions.Has "example.com/v1/Thing" }}\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\nDATA: 1\n{{ end }}'
  const files = { ...GOOD, 'web/templates/x.yaml': template, 'web/crds/x.yaml': THING }
  // As helm template has it: the definitions of the chart are not among them.
  expect((await lint(files)).places).toEqual([])
  expect((await lint({ ...files, 'podlint.yaml': 'charts:\n  - path: web\n    apiVersions: [example.com/v1/Thing]\n' })).places).toContain('web/templates/x.yaml:5:1 no-unknown-field: ConfigMap has no field "DATA"')
})

test('what hangs on lookup says so', async () => {
  const template = '{{ $known := lookup "v1" "Secret" .Release.Namespace "x" }}\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n{{ if not $known }}\nDATA: 1\n{{ end }}\nDATA2: 1'
  const { places, diagnostics } = await lint({ ...GOOD, 'web/templates/x.yaml': template })
  expect(places).toEqual(['web/templates/x.yaml:6:1 no-unknown-field: ConfigMap has no field "DATA" → web/templates/x.yaml:1', 'web/templates/x.yaml:8:1 no-unknown-field: ConfigMap has no field "DATA2"'])
  expect(diagnostics[0]!.related).toMatchObject([{ message: 'it hangs on what the cluster answers here, which is nothing without one' }])
  const { stderr } = await podlint(['-v'], { cwd: folder({ '.git/HEAD': '', ...GOOD, 'web/templates/x.yaml': template }) })
  expect(stderr).toContain('web: lookup finds nothing, as in helm template; the first is in web/templates/x.yaml')
})

test('certificates that a chart makes are certificates', async () => {
  const template = '{{ $ca := genCA "ca" 30 }}{{ $cert := genSignedCert "x" nil nil 30 $ca }}\napiVersion: v1\nkind: Secret\nmetadata: {name: x}\ntype: kubernetes.io/tls\ndata:\n  tls.crt: {{ $cert.Cert | b64enc }}\n  tls.key: {{ $cert.Key | b64enc }}\n  ca.crt: {{ $ca.Cert | b64enc }}\n'
  expect((await lint({ ...GOOD, 'web/templates/x.yaml': template })).places).toEqual([])
})

test('a port that pods have with other values is there', async () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: web}\n  ports:\n    - port: 80\n      targetPort: metrics\n'
  const withPort = DEPLOYMENT.replace('          resources', '          {{- if .Values.metrics }}\n          ports:\n            - name: metrics\n              containerPort: 9000\n          {{- end }}\n          resources')
  expect((await lint({ ...GOOD, 'web/templates/deployment.yaml': withPort, 'web/templates/service.yaml': service })).places).toEqual([])
  expect((await lint({ ...GOOD, 'web/templates/service.yaml': service })).places).toEqual([expect.stringContaining('no-unknown-target-port')])
})

test('a Service that a StatefulSet has with more replicas is there', async () => {
  const set = `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec:\n  serviceName: {{ printf "%s-peers" .Release.Name }}\n  replicas: {{ .Values.replicas }}\n  selector: {matchLabels: {app: db}}\n  template:\n    metadata: {labels: {app: db}}\n    spec:\n      containers:\n        - name: db\n          image: example.com/db:1\n          resources: {}\n`
  const service = (name: string) => `{{- if gt (int .Values.replicas) 1 }}\napiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  clusterIP: None\n  selector: {app: db}\n  ports: [{port: 5432}]\n{{- end }}\n`
  const other = 'apiVersion: v1\nkind: Service\nmetadata: {name: front}\nspec:\n  selector: {app: db}\n  ports: [{port: 80}]\n'
  const chart = { 'web/Chart.yaml': CHART, 'web/values.yaml': 'replicas: 1\n', 'web/templates/set.yaml': set, 'web/templates/front.yaml': other }
  expect((await lint({ ...chart, 'web/templates/service.yaml': service('{{ printf "%s-peers" .Release.Name }}') }, ['--select', 'no-stateful-set-without-service'])).places).toEqual([])
  expect((await lint({ ...chart, 'web/templates/service.yaml': service('{{ .Release.Name }}-others') }, ['--select', 'no-stateful-set-without-service'])).places).toEqual([expect.stringContaining('web/templates/set.yaml:5:16')])
})

test('--verbose says with which values a chart could be rendered', async () => {
  const { stderr } = await podlint(['-v'], { cwd: folder({ '.git/HEAD': '', ...GOOD, 'web/templates/x.yaml': '{{ required "a host" .Values.host }}\n', 'web/ci/a-values.yaml': 'host: "# a"\n' }) })
  expect(stderr).toContain('podlint: web: rendered with ci/a-values.yaml in ')
})

test('what Helm does not see in a List is told', async () => {
  const list = 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: x, annotations: {helm.sh/resource-policy: keep}}\n'
  expect((await lint({ ...GOOD, 'web/templates/x.yaml': list })).places).toEqual(['web/templates/x.yaml:6:37 valid-chart: Helm does not see helm.sh/resource-policy of an object in a List'])
})

test('keys that values for trying a chart add twice are left to whoever adds them', async () => {
  const files = { ...GOOD, 'web/templates/x.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  a: x\n  {{- with .Values.more }}\n  {{- toYaml . | nindent 2 }}\n  {{- end }}\n' }
  expect((await lint({ ...files, 'web/ci/x-values.yaml': 'more: {a: other}\n' })).places).toEqual([])
  expect((await lint({ ...files, 'web/values.yaml': `${GOOD['web/values.yaml']}more: {a: other}\n` })).places).toEqual([expect.stringContaining('no-duplicate-key')])
})

test('values that cannot be read are one finding where they are wrong', async () => {
  expect((await lint({ ...GOOD, 'web/values.yaml': 'image: example.com/web:1\na: [\n' })).places).toEqual([expect.stringMatching(/^web\/values.yaml:\d:\d valid-chart: The chart cannot be rendered: /)])
  expect((await lint({ ...GOOD, 'web/values.yaml': '- a\n' })).places).toEqual(['web/values.yaml:1:1 valid-chart: The chart cannot be rendered: Values must be a map'])
  expect((await lint({ ...GOOD, 'web/ci/x-values.yaml': 'a: {{ b }}\n' })).places).toEqual([expect.stringMatching(/^web\/ci\/x-values.yaml:1:\d+ valid-chart: The chart cannot be rendered: .* \(with ci\/x-values.yaml\)$/)])
})
