#!/usr/bin/env node
// Renders charts and builds kustomizations with dist/parts/render.wasm.br and with the same code natively, in which the libraries are as their authors made them, and compares the answers byte for byte.
// Needs Go. usage: node engine/compare.mjs [--native PROGRAM] [FOLDER...]     those of fixtures/render unless named
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { loadTypeScript } from '../scripts/load-typescript.mjs'

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({ options: { native: { type: 'string' } }, allowPositionals: true })
const fixtures = join(root, 'fixtures/render')
const folders = positionals.length > 0 ? positionals : readdirSync(fixtures).map((name) => join(fixtures, name))

const scratch = mkdtempSync(join(tmpdir(), 'podlint-native-'))
const program = values.native ?? join(scratch, 'native')
if (values.native === undefined) execFileSync('go', ['build', '-o', program, '.'], { cwd: join(root, 'engine/render'), env: { ...process.env, GOFLAGS: '-mod=readonly -modcacherw -buildvcs=false', GOTOOLCHAIN: 'local', CGO_ENABLED: '0' }, stdio: 'inherit' })
const native = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
const lines = createInterface({ input: native.stdout })[Symbol.asyncIterator]()
const { RenderEngine } = await loadTypeScript('src/render/engine.ts')
const engine = new RenderEngine(undefined)

let equal = 0
const different = []
for (const [folder, request] of folders.flatMap((each) => requestsOf(each).map((request) => [each, request]))) {
  native.stdin.write(`${JSON.stringify(request)}\n`)
  const expected = JSON.parse((await lines.next()).value)
  const answer = request.chart === undefined ? await engine.buildKustomizations(request.kustomization) : await engine.renderChart(request.chart)
  const files = answer.results?.[0].files ?? answer.built
  // What places are called depends on the order of Go's maps; that of the texts does not.
  if (JSON.stringify(plain(answer)) === JSON.stringify(plain(expected)) && isUnmarked(answer)) equal += files?.length ?? 1
  else different.push(folder)
}
native.stdin.end()
await engine.end()
rmSync(scratch, { recursive: true, force: true })
console.log(`${folders.length} folders, ${equal} texts equal, ${different.length} folders differ`)
for (const folder of different) console.log(`  ${folder}`)
process.exitCode = different.length === 0 && equal > 0 ? 0 : 1

function plain({ results, milliseconds, ...answer }) {
  return { ...answer, results: results?.map(({ files, fault, invalid, incompatible }) => ({ fault, invalid, incompatible, files: files?.map(({ segments, ...file }) => file) })) }
}

/** Whether the texts are the same with places as without: of the files of which these were asked for. */
function isUnmarked({ results }) {
  const [without, placed] = results ?? []
  const texts = new Map(without?.files?.map(({ name, text }) => [name, text]))
  return (placed?.files ?? []).every(({ name, text }) => texts.get(name) === text)
}

function requestsOf(folder) {
  const [texts, binaries] = [{}, {}]
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    const bytes = readFileSync(path)
    const text = bytes.toString('utf8')
    if (Buffer.from(text).equals(bytes)) texts[relative(folder, path)] = text
    else binaries[relative(folder, path)] = bytes.toString('base64')
  }
  if (!existsSync(join(folder, 'Chart.yaml'))) {
    const roots = Object.keys(texts).filter((name) => /(^|\/)kustomization\.yaml$/.test(name)).map((name) => join(name, '..'))
    return [true, false].map((origins) => ({ kustomization: { texts, binaries, roots, origins } }))
  }
  const rendering = { release: 'release', namespace: 'default', kubeVersion: '1.37.0', apiVersions: ['v1', 'apps/v1', 'batch/v1', 'networking.k8s.io/v1', 'policy/v1'] }
  const templates = Object.keys(texts).filter((name) => name.includes('templates/'))
  const name = /^name:\s*["']?([^\s"'#]+)/m.exec(texts['Chart.yaml'])?.[1]
  const sets = Object.keys(texts).filter((each) => /^ci\/.*values\.yaml$/.test(each)).map((each) => ({ ...rendering, values: [texts[each]] }))
  return [{ chart: { texts, binaries, folder: '.', renderings: [rendering, { ...rendering, places: templates.flatMap((each) => [`${name}/${each}`, each]) }, ...sets] } }]
}
