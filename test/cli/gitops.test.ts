/** Objects of Argo CD and Flux that point into the repository they are in. */
import { expect, test } from 'vitest'
import { folder, podlint } from './run-cli.ts'

const GIT = { '.git/HEAD': '', '.git/config': '[remote "origin"]\n\turl = git@git.example.com:org/deploy.git\n' }
const application = (source: string, url = 'https://git.example.com/org/deploy') => `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop, namespace: argocd}\nspec:\n  project: default\n  source:\n    repoURL: ${url}\n${source.replace(/^(?=.)/gm, '    ')}  destination: {server: https://kubernetes.default.svc, namespace: shop}\n`

async function findings(files: Readonly<Record<string, string>>) {
  const { stdout } = await podlint(['-f', 'json', '--select', 'no-missing-source-path'], { cwd: folder(files) })
  return (JSON.parse(stdout) as { diagnostics: { file: string; message: string; start: { line: number } }[] }).diagnostics.map(({ file, message, start }) => `${file}:${start.line} ${message}`)
}

test('a path is looked for where git says that it is this repository, however its address is written', async () => {
  expect(await findings({ ...GIT, 'app.yaml': application('path: apps/shop\n') })).toEqual(['app.yaml:8 path is "apps/shop", which does not exist in this repository'])
  expect(await findings({ ...GIT, 'app.yaml': application('path: apps/shop\n'), 'apps/shop/values.yaml': '' })).toEqual([])
})

test.each([
  ['another repository', application('path: apps/shop\n', 'https://git.example.com/org/other')],
  ['a tag', application('targetRevision: v1.2.0\npath: apps/shop\n')],
  ['a placeholder', application('path: apps/${NAME}\n')],
  ['files that may be missing', application('path: .\nhelm: {valueFiles: [nothing.yaml], ignoreMissingValueFiles: true}\n')],
])('nothing is said of %s', async (_, text) => {
  expect(await findings({ ...GIT, 'app.yaml': text })).toEqual([])
})

test('files of values are looked for in the folder of the chart', async () => {
  const files = { ...GIT, 'charts/shop/values-prod.yaml': '', 'common.yaml': '' }
  expect(await findings({ ...files, 'app.yaml': application('path: charts/shop\nhelm: {valueFiles: [values-prod.yaml, ../../common.yaml, values-dev.yaml]}\n') })).toEqual(['app.yaml:9 valueFiles[2] is "values-dev.yaml", which does not exist in charts/shop'])
})

test('a chart of elsewhere may have its values here', async () => {
  const app = 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop, namespace: argocd}\nspec:\n  project: default\n  destination: {server: https://kubernetes.default.svc}\n  sources:\n    - {repoURL: https://charts.example.com, chart: web, targetRevision: 1.0.0, helm: {valueFiles: [$v/values/a.yaml, $v/values/b.yaml]}}\n    - {repoURL: https://git.example.com/org/deploy.git, targetRevision: HEAD, ref: v}\n'
  expect(await findings({ ...GIT, 'app.yaml': app, 'values/a.yaml': '' })).toEqual(['app.yaml:8 valueFiles[1] is "$v/values/b.yaml", which does not exist in this repository'])
})

test('Flux names its repository, which is this one where other paths of it exist', async () => {
  const kustomization = (name: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}, namespace: flux-system}\nspec:\n  interval: 1h\n  prune: true\n  path: ./apps/${name}\n  sourceRef: {kind: GitRepository, name: home}\n`
  const files = { '.git/HEAD': '', 'a.yaml': kustomization('a'), 'b.yaml': kustomization('b'), 'c.yaml': kustomization('c'), 'apps/a/x.yaml': '' }
  expect(await findings(files)).toEqual([])
  expect(await findings({ ...files, 'apps/b/x.yaml': '' })).toEqual(['c.yaml:7 path is "./apps/c", which does not exist in this repository'])
})
