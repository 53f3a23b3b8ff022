#!/usr/bin/env node
// Builds dist/parts/cel.wasm.br from the sources beside it and dist/parts/render.wasm.br from those in render, each with the memory that it begins with (.memory.br): the same bytes everywhere with the Go of go.mod.
// Says in src/wasm/module-ids.ts which ones they are.
// usage: node engine/build.mjs [--out FOLDER] [cel] [render]
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { BEHIND, SAMPLES } from './samples.mjs'
import { snapshot } from './snapshot.mjs'

const here = import.meta.dirname
const { values, positionals } = parseArgs({ options: { out: { type: 'string', default: join(here, '../dist/parts') } }, allowPositionals: true })

/** Module → where its sources lie, with the changes to its libraries beside them in changes.mjs and overlay. */
const SOURCES = { cel: here, render: join(here, 'render') }

const IDS = join(here, '../src/wasm/module-ids.ts')
const ids = Object.fromEntries([...readFileSync(IDS, 'utf8').matchAll(/(\w+): (\{ code: '\w*', memory: '\w*' \})/g)].map(([, name, both]) => [name, both]))

for (const name of positionals.length > 0 ? positionals : Object.keys(SOURCES)) {
  const scratch = mkdtempSync(join(tmpdir(), 'podlint-engine-'))
  try {
    const { code, memory } = snapshot(await build(SOURCES[name], scratch), Object.values(SAMPLES[name]).map(asSent))
    ids[name] = `{ code: '${publish(`${name}.wasm.br`, code)}', memory: '${publish(`${name}.memory.br`, memory)}' }`
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
writeFileSync(IDS, readFileSync(IDS, 'utf8').replace(/\{.*\}/, `{ ${Object.keys(SOURCES).map((name) => `${name}: ${ids[name]}`).join(', ')} }`))

async function build(sources, scratch) {
  const { REPLACED = {}, LEFT_OUT = [], GENERATED, EDITS } = await import(join(sources, 'changes.mjs'))
  const module = join(scratch, 'engine')
  cpSync(sources, module, { recursive: true, filter: (path) => path === sources || !/^(?:vendor|overlay|render)$/.test(basename(path)) })
  const env = { ...process.env, GOFLAGS: '-mod=mod -modcacherw', GOTOOLCHAIN: 'local' }
  const go = (args, more) => execFileSync('go', args, { cwd: module, env: { ...env, ...more }, stdio: ['ignore', 'inherit', 'inherit'] })
  go(['mod', 'vendor'])
  const vendor = join(module, 'vendor')
  const replace = {}
  for (const [name, kept] of Object.entries(REPLACED)) {
    for (const file of readdirSync(join(vendor, name))) if (file.endsWith('.go') && !kept.includes(file)) replace[join(vendor, name, file)] = ''
  }
  for (const file of [...LEFT_OUT, ...readdirSync(vendor, { recursive: true }).filter((each) => GENERATED?.test(each))]) replace[join(vendor, file)] = ''
  const overlay = join(sources, 'overlay')
  for (const file of readdirSync(overlay, { recursive: true })) if (file.endsWith('.go')) replace[join(vendor, file)] = join(overlay, file)
  for (const [file, pattern, text] of EDITS) {
    const edited = join(scratch, file)
    mkdirSync(dirname(edited), { recursive: true })
    const before = readFileSync(existsSync(edited) ? edited : join(vendor, file), 'utf8')
    if (!pattern.test(before)) throw new Error(`${file} has no ${pattern}`)
    writeFileSync(edited, before.replace(pattern, text))
    replace[join(vendor, file)] = edited
  }
  const overlayFile = join(scratch, 'overlay.json')
  writeFileSync(overlayFile, JSON.stringify({ Replace: replace }))
  const target = { GOOS: 'wasip1', GOARCH: 'wasm', CGO_ENABLED: '0', GOFLAGS: '-mod=vendor', GOWASM: '', GOEXPERIMENT: '' }
  const wasm = join(scratch, 'module.wasm')
  go(['build', '-overlay', overlayFile, '-trimpath', '-buildvcs=false', '-buildmode=c-shared', '-ldflags=-s -w -buildid=', '-o', wasm, '.'], target)
  writeFileSync(join(sources, 'licenses.txt'), licenses(vendor, execFileSync('go', ['list', '-deps', '-overlay', overlayFile, '-f', '{{with .Module}}{{.Path}} {{.Version}}{{end}}', '.'], { cwd: module, env: { ...env, ...target }, encoding: 'utf8' })))
  return readFileSync(wasm)
}

/** As src/wasm/go-worker.cjs does. */
function asSent(request) {
  return Buffer.from('chart' in request ? `${JSON.stringify(request)}\0${BEHIND}` : JSON.stringify(request))
}

/** Gives the id of the file. */
function publish(name, bytes) {
  const out = resolve(values.out, name)
  const compressed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  console.log(`${out}: ${compressed.length} bytes, ${bytes.length} decompressed`)
  writeFileSync(out, compressed)
  return createHash('sha256').update(compressed).digest('hex').slice(0, 16)
}

/** The licenses of Go and of the modules that are in it. Those with the same words share them. */
function licenses(vendor, listed) {
  const modules = [...new Set(listed.trim().split('\n'))].filter((line) => line.includes(' v')).sort()
  const goRoot = execFileSync('go', ['env', 'GOROOT', 'GOVERSION'], { encoding: 'utf8' }).trim().split('\n')
  const holders = [[`Go ${goRoot[1].slice(2)}`, goRoot[0]], ...modules.map((line) => [line, join(vendor, line.split(' ')[0])])]
  const byWords = new Map()
  for (const [name, folder] of holders) {
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)(\.\w+)?$/i.test(file)).sort()
    if (files.length === 0) throw new Error(`${name} has no license`)
    const words = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
    byWords.set(words, [...(byWords.get(words) ?? []), name])
  }
  return [...byWords].map(([words, names]) => `${names.join('\n')}\n\n${words}\n`).join(`\n${'-'.repeat(80)}\n\n`)
}
