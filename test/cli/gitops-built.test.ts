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
