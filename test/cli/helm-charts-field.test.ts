/** `helmCharts` of a kustomization: charts of the same checkout are rendered and built, others are not fetched. */
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const TEMPLATE = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n  namespace: {{ .Release.Namespace }}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n        - name: web\n          image: {{ .Values.image }}\n'
const chart = (at: string) => ({ [`${at}/Chart.yaml`]: 'apiVersion: v2\nname: web\nversion: 1.0.0\n', [`${at}/values.yaml`]: 'image: example.com/web:1\n', [`${at}/templates/web.yaml`]: TEMPLATE })

async function lint(files: Readonly<Record<string, string>>, argv: readonly string[] = []) {
  const { stdout, stderr } = await podlint(['-f', 'json', '--select', 'no-floating-image-tag,no-privileged-container', ...argv], { cwd: folder({ '.git/HEAD': '', ...files }) })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; start: { line: number }; message: string; object: string }[] }
  return { stderr, places: diagnostics.map(({ file, start, message, object }) => `${file}:${start.line} ${object}: ${message}`) }
}

const ENTRY = 'helmCharts:\n  - name: web\n    releaseName: shop\n    namespace: shop\n'
const LATEST = 'Deployment shop/shop: Image "example.com/web:latest" has the moving tag "latest"'

test.each([
  ['in the folder charts, with values in the kustomization', chart('prod/charts/web'), `${ENTRY}    valuesInline: {image: example.com/web:latest}\n`, [`prod/charts/web/templates/web.yaml:13 ${LATEST}`]],
  ['of another folder, with a file of values', { ...chart('charts/web'), 'prod/values.yaml': 'image: example.com/web:latest\n' }, `helmGlobals: {chartHome: ../charts}\n${ENTRY}    valuesFile: values.yaml\n`, [`charts/web/templates/web.yaml:13 ${LATEST}`]],
  ['that a patch and an image of the kustomization change', chart('prod/charts/web'), `${ENTRY}    valuesInline: {image: example.com/web:latest}\nimages: [{name: example.com/web, newTag: "2"}]\npatches:\n  - patch: |\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: {name: shop, namespace: shop}\n      spec:\n        template:\n          spec:\n            containers:\n              - name: web\n                securityContext: {privileged: true}\n`, ['prod/kustomization.yaml:17 Deployment shop/shop: Container "web" is privileged']],
])('a chart %s', async (_, files, text, expected) => {
  const { places, stderr } = await lint({ ...files, 'prod/kustomization.yaml': text })
  expect([places, stderr]).toEqual([expected, ''])
})

test('a chart of a registry is not fetched, which is said once for all', async () => {
  const remote = `${ENTRY}    repo: https://charts.example.com\n`
  const one = { 'prod/kustomization.yaml': `resources: [pod.yaml]\n${remote}`, 'prod/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: example.com/web:latest}]}\n' }
  expect(await lint(one)).toEqual({ places: ['prod/pod.yaml:4 Pod web: Image "example.com/web:latest" has the moving tag "latest"'], stderr: 'podlint: prod is not built, for it needs a chart from elsewhere (prod/kustomization.yaml:3): its files are judged as they stand\n' })
  expect((await lint({ ...one, 'dev/kustomization.yaml': 'resources: ["https://example.com/all.yaml"]\n' })).stderr).toMatch(/^podlint: 2 kustomizations are not built, and their files judged as they stand: (?:dev \(another repository\)|prod \(a chart from elsewhere\)|, ){3}\n$/)
  expect((await lint(one, ['-q'])).stderr).toBe('')
})

test('a chart that cannot be rendered is not built', async () => {
  const { stderr } = await lint({ ...chart('prod/charts/web'), 'prod/charts/web/templates/x.yaml': '{{ fail "no" }}', 'prod/kustomization.yaml': ENTRY }, ['-v'])
  expect(stderr).toContain('podlint: prod: not built, its chart prod/charts/web cannot be rendered: no (prod/kustomization.yaml:2)\n')
})

test.each([['of YAML', '# podlint-ignore no-floating-image-tag: pinned later'], ['of Go', '{{- /* podlint-ignore no-floating-image-tag: pinned later */}}']])('comments %s in templates silence what a kustomization makes of them', async (_, comment) => {
  const files = { ...chart('charts/web'), 'charts/web/templates/web.yaml': TEMPLATE.replace('          image', `          ${comment}\n          image`), 'prod/kustomization.yaml': `helmGlobals: {chartHome: ../charts}\n${ENTRY}    valuesInline: {image: example.com/web:latest}\n` }
  const { stdout } = await podlint(['-f', 'json', '--select', 'no-floating-image-tag,valid-suppression'], { cwd: folder({ '.git/HEAD': '', ...files }) })
  expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [], summary: { suppressed: 1 } })
})

test('a chart outside of the repository is not read', async () => {
  const { stderr } = await podlint(['-v'], { cwd: `${folder({ 'repository/.git/HEAD': '', ...chart('elsewhere/web'), 'repository/kustomization.yaml': `helmGlobals: {chartHome: ../elsewhere}\n${ENTRY}` })}/repository` })
  expect(stderr).toContain('podlint: .: not built, the chart "web" is not in ../elsewhere (kustomization.yaml:3)\n')
})
