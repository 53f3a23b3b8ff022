/** Charts are rendered with the values that objects of Argo CD and Flux in the same repository deploy them with. */
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const GIT = { '.git/HEAD': '', '.git/config': '[remote "origin"]\n\turl = git@git.example.com:org/deploy.git\n' }
const TEMPLATE = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n  namespace: {{ .Release.Namespace }}\nspec:\n  containers:\n    - name: web\n      image: {{ .Values.image.tag }}\n'
const CHART = { ...GIT, 'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n', 'charts/web/values.yaml': 'image:\n  name: example.com/web\n  tag: example.com/web:1\n', 'charts/web/templates/pod.yaml': TEMPLATE }
const source = (helm: string, more = '') => `repoURL: https://git.example.com/org/deploy\n${more}path: charts/web\nhelm:\n${helm.replace(/^(?=.)/gm, '  ')}`
const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by))
const application = (text: string) => `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop, namespace: argocd}\nspec:\n  project: default\n  source:\n${indented(text, 4)}  destination: {server: https://kubernetes.default.svc, namespace: shop}\n`
const applicationSet = (generators: string, text: string, isGo = false) => `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: all, namespace: argocd}\nspec:\n${isGo ? '  goTemplate: true\n' : ''}  generators:\n${indented(generators, 4)}  template:\n    metadata:\n      name: ${isGo ? "'{{.env}}'" : "'{{env}}'"}\n    spec:\n      project: default\n      source:\n${indented(text, 8)}      destination: {server: https://kubernetes.default.svc, namespace: shop}\n`

async function lint(files: Readonly<Record<string, string>>) {
  const { stdout, stderr } = await podlint(['-v', '-f', 'json', '--select', 'no-floating-image-tag'], { cwd: folder({ ...CHART, ...files }) })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; message: string; start: { line: number; column: number }; related: { file: string; start: { line: number; column: number } }[] }[] }
  return { places: diagnostics.map(({ file, start, message, related }) => `${file}:${start.line} ${message}${related.map((other) => ` → ${other.file}:${other.start.line}:${other.start.column}`).join('')}`), stderr }
}

const found = (tag: string, object: string, ...places: readonly string[]) => `charts/web/templates/pod.yaml:9 Image "example.com/web:${tag}" has the moving tag "${tag}" (with ${object})${places.map((place) => ` → ${place}`).join('')}`

test.each([
  ['valuesObject', 'valuesObject:\n  image:\n    tag: example.com/web:latest\n', 'app.yaml:12:16'],
  ['values', 'values: |\n  # Of this cluster.\n  image:\n    tag: example.com/web:latest\n', 'app.yaml:13:16'],
  ['values in quotes', 'values: "image: {tag: example.com/web:latest}"\n', 'app.yaml:10:15'],
  ['parameters', 'parameters:\n  - name: image.name\n    value: example.com/web\n  - name: image.tag\n    value: example.com/web:latest\n', 'app.yaml:14:18'],
  ['valueFiles', 'valueFiles: [prod.yaml]\n', 'charts/web/prod.yaml:2:8'],
  ['valueFiles from the top', 'valueFiles: [/prod.yaml]\n', 'prod.yaml:2:8'],
  ['parameters over values over files', 'valueFiles: [other.yaml]\nvalues: "image: {tag: example.com/web:next}"\nparameters: [{name: image.tag, value: example.com/web:latest}]\n', 'app.yaml:12:45'],
])('%s of an Application', async (_, helm, place) => {
  const prod = 'image:\n  tag: example.com/web:latest\n'
  const { places } = await lint({ 'app.yaml': application(source(helm)), 'charts/web/prod.yaml': prod, 'prod.yaml': prod, 'charts/web/other.yaml': 'image: {tag: example.com/web:2}\n' })
  expect(places).toEqual([found('latest', 'Application shop in app.yaml', place)])
})

test('values that are good are no finding, and the release and namespace are those of the application', async () => {
  expect((await lint({ 'app.yaml': application(source('values: "image: {tag: example.com/web:v2}"\n')) })).places).toEqual([])
  const files = { 'app.yaml': application(source('releaseName: latest\n')), 'charts/web/templates/pod.yaml': TEMPLATE.replace('{{ .Values.image.tag }}', 'example.com/web:{{ .Release.Name }}') }
  expect((await lint(files)).places).toEqual([found('latest', 'Application shop in app.yaml')])
})

test('files of another source of the same repository', async () => {
  const app = application('').replace(/ {2}source:\n/, `  sources:\n    - repoURL: https://git.example.com/org/deploy\n      path: charts/web\n      helm: {valueFiles: [$values/env/prod.yaml]}\n    - {repoURL: https://git.example.com/org/deploy.git, targetRevision: main, ref: values}\n`)
  expect((await lint({ 'app.yaml': app, 'env/prod.yaml': 'image: {tag: example.com/web:latest}\n' })).places).toEqual([found('latest', 'Application shop in app.yaml', 'env/prod.yaml:1:14')])
})

test('what is in another repository is not followed, which --verbose says where the chart is here', async () => {
  expect((await lint({ 'app.yaml': application(source('values: "image: {tag: example.com/web:latest}"\n').replace('org/deploy', 'org/other')) })).places).toEqual([])
  const { places, stderr } = await lint({ 'app.yaml': application(source('valueFiles: [https://example.com/values.yaml]\n')) })
  expect(places).toEqual([])
  expect(stderr).toContain('podlint: Application shop in app.yaml:8: charts/web is not followed, its values are in https://example.com/values.yaml\n')
})

const LIST = '- list:\n    elements:\n      - {env: test, tag: example.com/web:v1}\n      - {env: prod, tag: example.com/web:latest}\n'
const GIT_FILES = '- git:\n    repoURL: https://git.example.com/org/deploy.git\n    revision: HEAD\n    files: [{path: "env/**/config.json"}]\n'
const GIT_FOLDERS = '- git:\n    repoURL: https://git.example.com/org/deploy.git\n    directories: [{path: env/*}, {path: env/old, exclude: true}]\n'
const ENV = { 'env/prod/config.json': '{"env": "prod", "tag": "example.com/web:latest"}', 'env/prod/values.yaml': 'image: {tag: example.com/web:latest}\n', 'env/test/config.json': '{"env": "test", "tag": "example.com/web:v1"}', 'env/test/values.yaml': '', 'env/old/values.yaml': 'image: {tag: example.com/web:edge}\n' }
const BY_NAME = 'parameters:\n  - {name: image.tag, value: "{{tag}}"}\n'

test.each([
  ['a list', LIST, source(BY_NAME), false, ['set.yaml:20:40']],
  ['a list, in templates of Go', LIST, source('parameters:\n  - {name: image.tag, value: "{{ .tag | lower }}"}\n'), true, ['set.yaml:21:40']],
  ['files', GIT_FILES, source(BY_NAME), false, ['set.yaml:20:40']],
  ['folders', GIT_FOLDERS, source('valueFiles: ["/{{path}}/values.yaml"]\n'), false, ['env/prod/values.yaml:1:14']],
  ['folders, in templates of Go', GIT_FOLDERS, source('valueFiles: ["/env/{{.path.basename}}/values.yaml"]\n'), true, ['env/prod/values.yaml:1:14']],
  ['a matrix', `- matrix:\n    generators:\n      - list: {elements: [{tag: example.com/web:v1}, {tag: example.com/web:latest}]}\n      - list: {elements: [{env: a}]}\n`, source(BY_NAME), false, ['set.yaml:20:40']],
  ['a merge', `- merge:\n    mergeKeys: [env]\n    generators:\n      - list: {elements: [{env: a, tag: example.com/web:v1}, {env: b, tag: example.com/web:v1}]}\n      - list: {elements: [{env: b, tag: example.com/web:latest}]}\n`, source(BY_NAME), false, ['set.yaml:21:40']],
  ['clusters with values', '- clusters:\n    selector: {}\n    values: {tag: example.com/web:latest}\n', source(BY_NAME.replace('{{tag}}', '{{values.tag}}')), false, ['set.yaml:19:40']],
])('an ApplicationSet of %s', async (_, generators, text, isGo, places) => {
  expect((await lint({ ...ENV, 'set.yaml': applicationSet(generators, text, isGo) })).places).toEqual([found('latest', 'ApplicationSet all in set.yaml', ...places)])
})

const release = (more: string) => `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: shop, namespace: shop}\nspec:\n  interval: 1h\n  chart:\n    spec:\n      chart: ./charts/web\n      sourceRef: {kind: GitRepository, name: home, namespace: flux-system}\n${indented(more, 2)}`
const REPOSITORY = 'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: home, namespace: flux-system}\nspec: {interval: 1h, url: "https://git.example.com/org/deploy"}\n'

test.each([
  ['values', 'values:\n  image:\n    tag: example.com/web:latest\n', 'release.yaml:12:12'],
  ['a ConfigMap', 'valuesFrom: [{kind: ConfigMap, name: web-values}]\n', 'data.yaml:7:12'],
  ['a key', 'valuesFrom: [{kind: ConfigMap, name: web-values, valuesKey: tag, targetPath: image.tag}]\n', 'data.yaml:8:8'],
  ['what a kustomization generates', 'valuesFrom: [{kind: ConfigMap, name: made}]\n', 'made/web.yaml:1:14'],
])('%s of a HelmRelease', async (_, more, place) => {
  const data = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web-values}\ndata:\n  values.yaml: |\n    image:\n      tag: example.com/web:latest\n  tag: example.com/web:latest\n'
  const files = { 'release.yaml': release(more), 'source.yaml': REPOSITORY, 'data.yaml': data, 'made/kustomization.yaml': 'configMapGenerator:\n  - name: made\n    files: [values.yaml=web.yaml]\n', 'made/web.yaml': 'image: {tag: example.com/web:latest}\n' }
  expect((await lint(files)).places).toEqual([found('latest', 'HelmRelease shop in release.yaml', place)])
})

test('what is not here is left out, which --verbose says', async () => {
  const { places, stderr } = await lint({ 'release.yaml': release('valuesFrom: [{kind: Secret, name: web-values}]\n'), 'source.yaml': REPOSITORY })
  expect(places).toEqual([])
  expect(stderr).toContain('podlint: HelmRelease shop in release.yaml:8: ./charts/web is not followed, its values are in Secret web-values, which is not here\n')
})

test('of many applications the first ones are looked at, which --verbose says', async () => {
  const many = (name: string) => `  - list: {elements: [${Array.from({ length: 40 }, (_, index) => `{${name}: "v${index}"}`).join(', ')}]}\n`
  const generators = `- matrix:\n    generators:\n    ${many('env')}    ${many('tag')}`
  const { stderr } = await lint({ 'set.yaml': applicationSet(generators, source('releaseName: web\n')) })
  expect(stderr).toContain('podlint: ApplicationSet all in set.yaml:6: not followed, beyond the first 100 of its applications\n')
})

test.each([
  ['a chart of a registry', application('repoURL: ghcr.io/org\nchart: web\ntargetRevision: 1.0.0\n'), 'Application shop in o.yaml:8: the chart web is not followed, it is in ghcr.io/org'],
  ['a registry', application(source('values: "a: 1"\n').replace('https://git', 'oci://git')), 'Application shop in o.yaml:8: charts/web is not followed, it is in a registry'],
  ['another repository', application(source('values: "a: 1"\n').replace('deploy', 'other')), 'Application shop in o.yaml:8: charts/web is not followed, it is in another repository'],
  ['a tag', application(source('values: "a: 1"\n', 'targetRevision: v1\n')), 'Application shop in o.yaml:9: charts/web is not followed, it is in another repository, or at another revision'],
  ['a plugin', application(source('values: "a: 1"\n').replace('helm:', 'plugin:')), 'Application shop in o.yaml:8: charts/web is not followed, a plugin makes of it what is deployed'],
  ['an OCIRepository', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: shop}\nspec:\n  path: ./charts\n  sourceRef:\n    kind: OCIRepository\n    name: deploy\n', 'Kustomization shop in o.yaml:7: ./charts is not followed, it is in OCIRepository deploy'],
  ['a chart of an OCIRepository', 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: shop}\nspec:\n  chartRef:\n    kind: OCIRepository\n    name: web\n', 'HelmRelease shop in o.yaml:6: not followed, its chart is in OCIRepository web'],
  ['a chart of a HelmRepository', 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: shop}\nspec:\n  chart:\n    spec:\n      chart: web\n      sourceRef: {kind: HelmRepository, name: charts}\n', 'HelmRelease shop in o.yaml:7: the chart web is not followed, it is in HelmRepository charts'],
])('what is in %s is one line for --verbose', async (_, text, line) => {
  const { stderr } = await lint({ 'o.yaml': text })
  expect(stderr.split('\n').filter((each) => each.includes('not followed'))).toEqual([`podlint: ${line}`])
})

test('what is not followed for the same reason is one line', async () => {
  const one = (name: string, chart: string, from: string) => `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: ${name}}\nspec:\n  chart:\n    spec:\n      chart: ${chart}\n      sourceRef: {kind: HelmRepository, name: ${from}}\n`
  const other = (path: string) => application(source('values: "a: 1"\n').replace('deploy', 'other').replace('charts/web', path))
  const { stderr } = await lint({ 'a.yaml': one('a', 'web', 'charts'), 'b.yaml': one('b', 'db', 'others'), 'c.yaml': one('c', 'web', 'charts'), 'd.yaml': other('a'), 'e.yaml': other('b') })
  expect(stderr.split('\n').filter((each) => each.includes('not followed'))).toEqual([
    'podlint: HelmRelease a in a.yaml:7: the chart web is not followed, it is in HelmRepository charts (and 2 more in objects of kind HelmRepository)',
    'podlint: Application shop in d.yaml:8: a is not followed, it is in another repository (and 1 more for the same reason)',
  ])
})

/** A chart that makes applications, as Argo CD's own example of an app of apps. */
const APPS = { 'apps/Chart.yaml': 'apiVersion: v2\nname: apps\nversion: 1.0.0\n', 'apps/values.yaml': 'tag: latest\nrepo: https://git.example.com/org/deploy\n' }
const OF_APPS = { ...APPS, 'apps/templates/shop.yaml': application(source('values: |\n  image:\n    tag: example.com/web:{{ .Values.tag }}\n')).replace('https://git.example.com/org/deploy', '{{ .Values.repo }}') }

test('applications that a chart makes are followed, and values stand in its template', async () => {
  const { places, stderr } = await lint(OF_APPS)
  expect(places).toEqual([found('latest', 'Application shop in apps/templates/shop.yaml', 'apps/templates/shop.yaml:12:16')])
  expect(stderr).toContain('charts/web: rendered with values.yaml, Application shop in apps/templates/shop.yaml in ')
  expect((await lint({ ...OF_APPS, 'apps/values.yaml': APPS['apps/values.yaml'].replace('latest', 'v1') })).places).toEqual([])
  expect((await lint({ ...OF_APPS, 'apps/values.yaml': APPS['apps/values.yaml'].replace('org/deploy', 'org/other') })).places).toEqual([])
})

test('a chart that makes applications is rendered as an application deploys it, and may make those of others', async () => {
  const root = application(source('values: "tag: edge"\n').replace('charts/web', 'apps'))
  expect((await lint({ ...OF_APPS, 'root.yaml': root })).places).toEqual([found('edge', 'Application shop in apps/templates/shop.yaml', 'apps/templates/shop.yaml:12:16')])
  const top = { 'top/Chart.yaml': APPS['apps/Chart.yaml'].replace('apps', 'top'), 'top/templates/apps.yaml': root }
  expect((await lint({ ...OF_APPS, ...top })).places).toEqual([found('edge', 'Application shop in apps/templates/shop.yaml', 'apps/templates/shop.yaml:12:16')])
  // One that deploys itself has an end.
  const own = { ...OF_APPS, 'apps/templates/own.yaml': application(source('values: "tag: x{{ .Values.tag }}"\n').replace('charts/web', 'apps')) }
  expect((await lint(own)).places.length).toBeLessThan(5)
})

test('objects of Flux that a chart makes are followed, too', async () => {
  const release = 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: shop, namespace: {{ .Release.Namespace }}}\nspec:\n  interval: 1h\n  chart: {spec: {chart: ./charts/web, sourceRef: {kind: GitRepository, name: flux-system}}}\n  values:\n    image:\n      tag: example.com/web:{{ .Values.tag }}\n'
  const repository = 'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: flux-system, namespace: default}\nspec: {interval: 1h, url: "https://git.example.com/org/deploy"}\n'
  expect((await lint({ ...APPS, 'apps/templates/shop.yaml': release, 'flux.yaml': repository })).places).toEqual([found('latest', 'HelmRelease shop in apps/templates/shop.yaml', 'apps/templates/shop.yaml:9:12')])
})
