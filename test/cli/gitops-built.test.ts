/** Kustomizations are judged as objects of Argo CD and Flux in the same repository deploy them. */
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const GIT = { '.git/HEAD': '', '.git/config': '[remote "origin"]\n\turl = git@git.example.com:org/deploy.git\n' }
const WEB = `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n        - name: web\n          image: example.com/web:latest\n`
const APP = { ...GIT, 'apps/web/kustomization.yaml': 'resources: [web.yaml]\n', 'apps/web/web.yaml': WEB }
const kustomization = (more: string, name = 'web') => `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}, namespace: flux-system}\nspec:\n  interval: 1h\n  prune: true\n  path: ./apps/web\n  sourceRef: {kind: GitRepository, name: home}\n${more.replace(/^(?=.)/gm, '  ')}`
const application = (more: string) => `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\nspec:\n  project: default\n  source:\n    repoURL: https://git.example.com/org/deploy\n    path: apps/web\n    kustomize:\n${more.replace(/^(?=.)/gm, '      ')}  destination: {server: https://kubernetes.default.svc, namespace: shop}\n`

async function lint(files: Readonly<Record<string, string>>) {
  const { stdout, stderr } = await podlint(['-v', '-f', 'json', '--select', 'no-privileged-container,no-floating-image-tag'], { cwd: folder({ ...APP, ...files }) })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; start: { line: number; column: number }; message: string; related: { file: string; message: string }[] }[] }
  return { stderr, places: diagnostics.map(({ file, start, message, related }) => [`${file}:${start.line}:${start.column}`, message, ...related.map((each) => `${each.file} ${each.message}`)]) }
}

const PATCH = 'patches:\n  - target: {kind: Deployment}\n    patch: |-\n      - op: add\n        path: /spec/template/spec/containers/0/securityContext\n        value:\n          privileged: true\n'

test.each([
  ['Flux', kustomization(`${PATCH}images:\n  - {name: example.com/web, newTag: "1"}\n`), 'ks.yaml:15:25'],
  ['Argo CD', application(`${PATCH}images: [example.com/web:1]\n`), 'ks.yaml:16:29'],
])('patches and images of %s', async (_, text, place) => {
  expect((await lint({ 'ks.yaml': text })).places).toEqual([[place, 'Container "web" is privileged', 'apps/web/kustomization.yaml builds this']])
})

test.each([
  ['Flux', kustomization('images:\n  - name: example.com/web\n    newTag: edge\n'), 'ks.yaml:11:15'],
  ['Argo CD', application('images:\n  - example.com/web=example.com/web:edge\n'), 'ks.yaml:11:11'],
])('an image that %s changes is found where it says so', async (_, text, place) => {
  expect((await lint({ 'ks.yaml': text })).places).toEqual([[place, 'Image "example.com/web:edge" has the moving tag "edge"', 'apps/web/kustomization.yaml builds this']])
})

test('a component, in the folder that it is in', async () => {
  const files = { 'parts/open/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{path: patch.yaml}]\n', 'parts/open/patch.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: example.com/web:1\n          securityContext: {privileged: true}\n' }
  expect((await lint({ ...files, 'ks.yaml': kustomization('components: [../../parts/open]\n') })).places).toEqual([['parts/open/patch.yaml:10:41', 'Container "web" is privileged', 'apps/web/kustomization.yaml builds this', 'ks.yaml deploys this']])
})

const VARIABLE = { 'apps/web/web.yaml': WEB.replace('latest', '${TAG}') }

test('each cluster has its variables, and what a ConfigMap here says counts', async () => {
  const found = ['apps/web/web.yaml:12:18', 'Image "example.com/web:latest" has the moving tag "latest"', 'apps/web/kustomization.yaml builds this', 'b.yaml deploys this']
  const good = kustomization('postBuild: {substitute: {TAG: "1"}}\n')
  expect((await lint({ ...VARIABLE, 'a.yaml': good, 'b.yaml': kustomization('postBuild: {substitute: {TAG: latest}}\n', 'b') })).places).toEqual([found])
  const from = kustomization('postBuild:\n  substituteFrom: [{kind: ConfigMap, name: settings}]\n', 'b')
  const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {TAG: latest}\n'
  expect((await lint({ ...VARIABLE, 'a.yaml': good, 'b.yaml': from, 'settings.yaml': settings })).places).toEqual([found])
  expect((await lint({ ...VARIABLE, 'a.yaml': good, 'b.yaml': from })).places).toEqual([])
})

test('a folder that another kustomization uses is built as it is deployed, too', async () => {
  const files = { 'prod/kustomization.yaml': 'resources: [../apps/web]\nimages: [{name: example.com/web, newTag: "1"}]\n' }
  expect((await lint(files)).places).toEqual([])
  expect((await lint({ ...files, 'ks.yaml': kustomization('') })).places).toEqual([['apps/web/web.yaml:12:18', 'Image "example.com/web:latest" has the moving tag "latest"', 'apps/web/kustomization.yaml builds this', 'ks.yaml deploys this']])
})

test('a patch that hits nothing leaves the folder as it is, which --verbose says', async () => {
  const { places, stderr } = await lint({ 'ks.yaml': kustomization('patches:\n  - patch: |\n      apiVersion: v1\n      kind: Service\n      metadata: {name: web}\n') })
  expect(places).toHaveLength(1)
  expect(stderr).toContain('podlint: apps/web: not built, no resource matches strategic merge patch "Service.v1.[noGrp]/web.[noNs]": no matches for Id Service.v1.[noGrp]/web.[noNs]; failed to find unique target for patch Service.v1.[noGrp]/web.[noNs] (ks.yaml:1)\n')
})

test('a placeholder that Flux fills in is no finding', async () => {
  const files = { 'apps/web/web.yaml': WEB.replace('name: web\nspec', 'name: ${NAME:=web}\nspec') }
  const placeholders = async (more: string) => JSON.parse((await podlint(['-f', 'json', '--select', 'no-placeholder'], { cwd: folder({ ...APP, ...files, 'ks.yaml': kustomization(more) }) })).stdout).diagnostics.length
  expect(await placeholders('')).toBe(1)
  expect(await placeholders('postBuild: {substituteFrom: [{kind: ConfigMap, name: settings}]}\n')).toBe(0)
  const above = kustomization('postBuild: {substituteFrom: [{kind: ConfigMap, name: settings}]}\n').replace('./apps/web', './apps')
  expect(JSON.parse((await podlint(['-f', 'json', '--select', 'no-placeholder'], { cwd: folder({ ...APP, ...files, 'ks.yaml': above }) })).stdout).diagnostics).toEqual([])
})

const PLAIN = { 'apps/web/web.yaml': WEB.replace('latest', '1'), 'home/apps/web.yaml': WEB, 'home/apps/db/kustomization.yaml': 'resources: [db.yaml]\n', 'home/apps/db/db.yaml': WEB.replaceAll('web', 'db') }
const ofHome = (more: string) => kustomization(more).replace('./apps/web', './home/apps')

test('Flux makes a kustomization of a folder without one: of all YAML below, and of folders that have one', async () => {
  const found = (name: string) => [`home/apps/${name}.yaml:12:18`, `Image "example.com/${name.replace(/.*\//, '')}:latest" has the moving tag "latest"`]
  // With nothing that changes it, it is what its files are.
  expect((await lint({ ...PLAIN, 'ks.yaml': ofHome('') })).places).toEqual([found('db/db'), found('web')])
  const { places, stderr } = await lint({ ...PLAIN, 'ks.yaml': ofHome('images: [{name: example.com/web, newTag: "1"}]\n') })
  expect(places).toEqual([found('db/db')])
  expect(stderr).toContain('podlint: home/apps: built with Kustomize from 3 files as Kustomization web in ks.yaml has it in ')
  expect(stderr).not.toContain('home/apps/db: ')
  const patched = await lint({ ...PLAIN, 'ks.yaml': ofHome(`${PATCH}images: [{name: example.com/web, newTag: "1"}, {name: example.com/db, newTag: edge}]\n`) })
  expect(patched.places).toEqual([
    ['ks.yaml:15:25', 'Container "db" is privileged'],
    ['ks.yaml:15:25', 'Container "web" is privileged'],
    ['ks.yaml:16:81', 'Image "example.com/db:edge" has the moving tag "edge"'],
  ])
})

test('variables are filled in below such a folder, and what its source leaves out is not there', async () => {
  const files = { ...PLAIN, 'home/apps/web.yaml': WEB.replace('latest', '${TAG}'), 'ks.yaml': ofHome('postBuild: {substitute: {TAG: edge}}\n') }
  expect((await lint(files)).places).toContainEqual(['home/apps/web.yaml:12:18', 'Image "example.com/web:edge" has the moving tag "edge"', 'ks.yaml deploys this'])
  expect((await lint({ ...files, '.sourceignore': '/home/apps/web.yaml\n' })).places).toEqual([['home/apps/db/db.yaml:12:18', 'Image "example.com/db:latest" has the moving tag "latest"']])
})

test.each([
  ['of a folder', { 'home/apps/.sourceignore': 'web.yaml\n' }, undefined],
  ['of a folder above, where a folder below takes it back', { '.sourceignore': '/home/*\n', 'home/apps/.sourceignore': '!db.yaml\n!kustomization.yaml\n' }, undefined],
  ['of the source', {}, '/*\n!/home/apps/db\n'],
  ['of the source, over those of a folder', { 'home/apps/.sourceignore': '!web.yaml\n' }, '/home/apps/*.yaml\n'],
])('Flux leaves out what is ignored: %s', async (_, ignores, ignore) => {
  const source = `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: home, namespace: flux-system}\nspec:\n  interval: 1h\n  url: https://git.example.com/org/deploy\n${ignore === undefined ? '' : `  ignore: ${JSON.stringify(ignore)}\n`}`
  const { places, stderr } = await lint({ ...PLAIN, ...ignores, 'source.yaml': source, 'ks.yaml': ofHome('images: [{name: example.com/web, newTag: edge}, {name: example.com/db, newTag: edge}]\n') })
  expect(places).toContainEqual(['ks.yaml:9:82', 'Image "example.com/db:edge" has the moving tag "edge"'])
  expect(places).not.toContainEqual(expect.arrayContaining(['Image "example.com/web:edge" has the moving tag "edge"']))
  expect(stderr).toContain('podlint: home/apps: built with Kustomize from 2 files ')
})

test('what Flux leaves out by itself counts unless something else is said', async () => {
  const files = { ...PLAIN, 'home/apps/cloudbuild.yaml': 'steps: []\n', 'ks.yaml': ofHome('images: [{name: example.com/web, newTag: "1"}]\n') }
  expect((await lint(files)).stderr).toContain('podlint: home/apps: built with Kustomize')
  expect((await lint({ ...files, '.sourceignore': '*.md\n' })).stderr).toContain('Flux takes home/apps/cloudbuild.yaml for an object, which it is not')
})

test('a folder with a file that Flux cannot read is judged as its files stand, which --verbose says', async () => {
  const { places, stderr } = await lint({ ...PLAIN, 'home/apps/values.yaml': 'a: 1\n', 'ks.yaml': ofHome('images: [{name: example.com/web, newTag: "1"}]\n') })
  expect(places).toHaveLength(2)
  expect(stderr).toMatch(/podlint: home\/apps: not built, Flux takes home\/apps\/values\.yaml for an object, which it is not \(ks\.yaml:1\)\n/)
})

test('what an application that a chart makes does to a folder stands in its template', async () => {
  const chart = { 'apps/Chart.yaml': 'apiVersion: v2\nname: apps\nversion: 1.0.0\n', 'apps/values.yaml': 'tag: edge\n' }
  expect((await lint({ ...chart, 'apps/templates/web.yaml': application('images:\n  - example.com/web=example.com/web:{{ .Values.tag }}\n') })).places).toEqual([['apps/templates/web.yaml:11:11', 'Image "example.com/web:edge" has the moving tag "edge"', 'apps/web/kustomization.yaml builds this']])
})

test('podlint render prints charts and folders as objects of Argo CD and Flux have them', async () => {
  const chart = { 'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n', 'charts/web/templates/map.yaml': 'release: {{ .Release.Name }}\nin: {{ .Release.Namespace }}\ntag: {{ .Values.tag }}\n' }
  const app = 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop, namespace: argocd}\nspec:\n  project: default\n  source: {repoURL: "https://git.example.com/org/deploy", path: charts/web, helm: {values: "tag: 7"}}\n  destination: {namespace: eu}\n'
  const files = { ...APP, ...chart, 'home/apps/web.yaml': WEB.replace('latest', '${TAG}'), 'app.yaml': app, 'ks.yaml': ofHome('targetNamespace: shop\npostBuild: {substitute: {TAG: "3"}}\n') }
  const { code, stdout, stderr } = await podlint(['render'], { cwd: folder(files) })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('# web/templates/map.yaml: rendered by Helm with Application shop in app.yaml\nrelease: shop # charts/web/templates/map.yaml:1\nin: eu # charts/web/templates/map.yaml:2\ntag: 7 # charts/web/templates/map.yaml:3\n')
  expect(stdout).toContain('# home/apps: built by Kustomize from 1 file as Kustomization web in ks.yaml has it\n')
  expect(stdout).toContain('  namespace: shop # ks.yaml:9\n')
  expect(stdout).toContain('image: example.com/web:3 # home/apps/web.yaml:12\n')
})

/** An application of plain manifests; `directory` is what it says of them. */
const directoryApplication = (directory: string, namespace = 'shop') => `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: plain, namespace: argocd}\nspec:\n  project: default\n  source:\n    repoURL: https://git.example.com/org/deploy\n    path: plain\n${directory.replace(/^(?=.)/gm, '    ')}  destination: {server: https://kubernetes.default.svc, namespace: ${namespace}}\n`
const map = (name: string, more = '') => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`
const DIRECTORY = { 'plain/a.yaml': map('a'), 'plain/b.json': '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "b"}}', 'plain/other.yaml': map('other', '  namespace: other\n'), 'plain/values.yaml': 'tag: 1\n', 'plain/below/c.yaml': map('c'), 'plain/below/deep/d.yml': map('d') }

async function without(files: Readonly<Record<string, string>>) {
  const { stdout, stderr } = await podlint(['-v', '-f', 'json', '--warn', 'require-namespace', '--select', 'require-namespace,no-default-namespace'], { cwd: folder({ ...GIT, ...DIRECTORY, ...files }) })
  return { stderr, files: (JSON.parse(stdout) as { diagnostics: { file: string; start: { line: number } }[] }).diagnostics.map(({ file, start }) => `${file}:${start.line}`) }
}

test.each([
  ['the folder alone', '', ['plain/below/c.yaml:4', 'plain/below/deep/d.yml:4']],
  ['all below', 'directory: {recurse: true}\n', []],
  ['a star that goes over slashes', "directory: {recurse: true, include: '*c.yaml'}\n", ['plain/a.yaml:4', 'plain/b.json:1', 'plain/below/deep/d.yml:4']],
  ['one of several', "directory: {recurse: true, include: '{a.yaml,below/deep/*}'}\n", ['plain/b.json:1', 'plain/below/c.yaml:4']],
  ['all but some', "directory: {recurse: true, exclude: '{*.json,below/?.yaml}'}\n", ['plain/b.json:1', 'plain/below/c.yaml:4']],
  ['what both say', "directory: {recurse: true, include: 'below/*', exclude: '**/d.*'}\n", ['plain/a.yaml:4', 'plain/b.json:1', 'plain/below/deep/d.yml:4']],
  ['nothing, where the braces are not closed', "directory: {include: '{a.yaml'}\n", ['plain/a.yaml:4', 'plain/b.json:1', 'plain/below/c.yaml:4', 'plain/below/deep/d.yml:4']],
])('Argo CD gives a namespace to what it applies of a folder: %s', async (_, directory, files) => {
  expect((await without({ 'app.yaml': directoryApplication(directory) })).files).toEqual(files)
})

test('the namespace that Argo CD gives is shown where the application names it, and not given to what has one', async () => {
  expect((await without({ 'app.yaml': directoryApplication('directory: {recurse: true}\n', 'default') })).files).toEqual(Array.from({ length: 4 }, () => 'app.yaml:10'))
  const kustomized = { 'plain/kustomization.yaml': 'resources: [a.yaml, other.yaml, role.yaml]\n', 'plain/role.yaml': 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\n' }
  expect((await without({ ...kustomized, 'app.yaml': directoryApplication('') })).files).not.toContain('plain/a.yaml:4')
  const { stdout } = await podlint(['render'], { cwd: folder({ ...GIT, ...DIRECTORY, ...kustomized, 'app.yaml': directoryApplication('') }) })
  expect(stdout).toContain('kind: ConfigMap # plain/a.yaml:2\nmetadata: # plain/a.yaml:3\n  namespace: "shop" # app.yaml:9\n  name: a # plain/a.yaml:4\n')
  expect(stdout).toContain('  namespace: other # plain/other.yaml:5\n')
  expect(stdout).toContain('kind: ClusterRole # plain/role.yaml:2\nmetadata: # plain/role.yaml:3\n  name: a # plain/role.yaml:3\n')
})

test('a folder that Jsonnet or Argo CD itself cannot make objects of is judged as its files stand, which --verbose says', async () => {
  const jsonnet = await without({ 'plain/x.jsonnet': '{}', 'app.yaml': directoryApplication('') })
  expect(jsonnet.files).toContain('plain/a.yaml:4')
  expect(jsonnet.stderr).toContain('podlint: Application plain in app.yaml:8: plain is not followed, Jsonnet makes a part of it: x.jsonnet\n')
  expect((await without({ 'plain/x.jsonnet': '{}', 'app.yaml': directoryApplication("directory: {exclude: '*.jsonnet'}\n") })).files).not.toContain('plain/a.yaml:4')
  expect((await without({ 'plain/x.yaml': `${map('x')}---\nvalues: 1\n`, 'app.yaml': directoryApplication('') })).stderr).toContain('plain is not followed, it takes all of x.yaml for objects, which it is not\n')
  expect((await without({ 'plain/x.yaml': map('x').replace('name:', 'generateName:'), 'app.yaml': directoryApplication('') })).stderr).toContain('plain is not followed, an object in x.yaml gets its name only in a cluster\n')
  expect((await without({ 'plain/a.yaml': `# +argocd:skip-file-rendering\n${map('a')}`, 'app.yaml': directoryApplication('') })).files).toContain('plain/a.yaml:5')
})

test('objects of two folders that go to one namespace find each other', async () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, image: "example.com/a:1", envFrom: [{configMapRef: {name: c}}, {configMapRef: {name: absent}}]}\n'
  const files = { ...GIT, 'plain/a.yaml': pod, 'plain/m.yaml': map('m'), 'more/c.yaml': map('c'), 'app.yaml': directoryApplication(''), 'other.yaml': directoryApplication('').replace('name: plain', 'name: more').replace('path: plain', 'path: more') }
  const { stdout } = await podlint(['-f', 'json', '--select', 'no-unknown-config-map'], { cwd: folder(files) })
  expect(JSON.parse(stdout).diagnostics.map(({ message }: { message: string }) => message)).toEqual([expect.stringContaining('"absent"')])
})

/** What Flux starts with: a kustomization that lists its objects, and may change them. */
const cluster = (more: string) => ({ 'cluster/kustomization.yaml': `resources: [web.yaml]\n${more}`, 'cluster/web.yaml': kustomization('images:\n  - {name: example.com/web, newTag: "1"}\n') })
const toEdge = 'patches:\n  - patch: |\n      apiVersion: kustomize.toolkit.fluxcd.io/v1\n      kind: Kustomization\n      metadata: {name: web, namespace: flux-system}\n      spec:\n        images:\n          - {name: example.com/web, newTag: edge}\n'
const EDGE = 'Image "example.com/web:edge" has the moving tag "edge"'

test('an object that a kustomization patches is followed as patched, and found in its file', async () => {
  expect((await lint(cluster(''))).places).toEqual([])
  expect((await lint(cluster(toEdge))).places).toEqual([['cluster/web.yaml:10:39', EDGE, 'apps/web/kustomization.yaml builds this']])
  expect((await lint(cluster('patches:\n  - target: {kind: Kustomization}\n    patch: |\n      - op: replace\n        path: /spec/path\n        value: ./apps/other\n'))).places).toEqual([['apps/web/web.yaml:12:18', 'Image "example.com/web:latest" has the moving tag "latest"']])
})

test('an object is followed in each of the ways that overlays deploy it', async () => {
  const files = { ...cluster(''), 'a/kustomization.yaml': `resources: [../cluster]\n${toEdge}`, 'b/kustomization.yaml': `resources: [../cluster]\n${toEdge.replace('edge', 'next')}` }
  const { places, stderr } = await lint(files)
  expect(places.map(([, message]) => message)).toEqual([EDGE])
  expect(stderr.match(/apps\/web: built with Kustomize from 2 files as Kustomization web in cluster\/web\.yaml has it/g)).toHaveLength(2)
  expect((await lint({ ...files, 'b/kustomization.yaml': 'resources: [../cluster]\npatches: [{patch: "{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: web, namespace: flux-system}, $patch: delete}"}]\n' })).places.map(([, message]) => message)).toEqual([EDGE])
})

test('a Kustomization of Flux changes those that it applies', async () => {
  const files = { ...VARIABLE, 'cluster/web.yaml': kustomization(''), 'cluster/kustomization.yaml': 'resources: [web.yaml]\n' }
  const top = (tag: string) => kustomization(`patches:\n  - target: {kind: Kustomization}\n    patch: |\n      apiVersion: kustomize.toolkit.fluxcd.io/v1\n      kind: Kustomization\n      metadata: {name: all}\n      spec:\n        postBuild: {substitute: {TAG: ${tag}}}\n`, 'top').replace('./apps/web', './cluster')
  const found = async (tag: string) => (await lint({ ...files, 'flux/top.yaml': top(tag) })).places.map(([place, message]) => [place, message])
  expect(await found('edge')).toEqual([['apps/web/web.yaml:12:18', EDGE]])
  expect(await found('v1')).toEqual([])
})

test('the values of a release that a kustomization patches are those of the patch', async () => {
  const chart = { 'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n', 'charts/web/values.yaml': 'tag: "1"\n', 'charts/web/templates/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example.com/web:{{ .Values.tag }}\n' }
  const release = 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: web, namespace: flux-system}\nspec:\n  interval: 1h\n  chart: {spec: {chart: ./charts/web, sourceRef: {kind: GitRepository, name: home}}}\n  values:\n    tag: "2"\n'
  const source = 'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: home, namespace: flux-system}\nspec: {interval: 1h, url: "https://git.example.com/org/deploy"}\n'
  const patch = 'patches:\n  - patch: |\n      apiVersion: helm.toolkit.fluxcd.io/v2\n      kind: HelmRelease\n      metadata: {name: web, namespace: flux-system}\n      spec:\n        values: {tag: edge}\n'
  const files = { ...chart, 'apps/web/web.yaml': WEB.replace('latest', '1'), 'flux/release.yaml': release, 'flux/source.yaml': source }
  expect((await lint({ ...files, 'flux/kustomization.yaml': 'resources: [release.yaml, source.yaml]\n' })).places).toEqual([])
  expect((await lint({ ...files, 'flux/kustomization.yaml': `resources: [release.yaml, source.yaml]\n${patch}` })).places).toEqual([['charts/web/templates/pod.yaml:8:14', `${EDGE} (with HelmRelease web in flux/release.yaml)`, expect.stringMatching(/flux\/release\.yaml /)]])
})

test('the whole repository is built as it is deployed', async () => {
  const files = { 'kustomization.yaml': 'resources: [apps/web]\n', 'ks.yaml': kustomization('images:\n  - {name: example.com/web, newTag: edge}\n').replace('./apps/web', './') }
  expect((await lint(files)).places).toEqual([['ks.yaml:10:39', EDGE, 'kustomization.yaml builds this']])
})

test('of a folder that is deployed in many ways the first ones are judged, which --verbose says', async () => {
  const apps = Array.from({ length: 30 }, (_, index) => directoryApplication('', `shop-${index}`).replace('name: plain', `name: plain-${index}`)).join('---\n')
  const { stderr } = await without({ 'app.yaml': apps })
  expect(stderr.match(/plain: built with Kustomize/g)).toHaveLength(20)
  expect(stderr).toContain('podlint: plain: not built, it is built in 20 other ways (app.yaml:1)\n')
})
