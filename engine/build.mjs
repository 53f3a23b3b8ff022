#!/usr/bin/env node
// Builds dist/parts/cel.wasm.br from the sources beside it: the same bytes everywhere with the Go of go.mod.
// usage: node engine/build.mjs [FILE]
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const here = import.meta.dirname
const out = resolve(process.argv[2] ?? join(here, '../dist/parts/cel.wasm.br'))

/** Packages that our own stand in for as a whole, with the files of theirs that stay. */
const REPLACED = {
  'k8s.io/component-base/featuregate': [],
  'k8s.io/apiserver/pkg/util/feature': [],
  'k8s.io/apiserver/pkg/util/webhook': [],
  'k8s.io/apiserver/pkg/util/compatibility': [],
  'k8s.io/apiserver/pkg/features': [],
  'k8s.io/apiextensions-apiserver/pkg/features': [],
  'k8s.io/apiserver/pkg/cel/metrics': [],
  'k8s.io/apiserver/pkg/admission': ['conversion.go'],
  'k8s.io/apiserver/pkg/authentication/serviceaccount': [],
  'k8s.io/apimachinery/pkg/util/net': [],
  'k8s.io/apimachinery/pkg/runtime/serializer/cbor/direct': [],
}

/** Files that nothing here needs, and that bring much with them: text/template alone makes the linker keep every method. */
const LEFT_OUT = [
  'github.com/google/cel-go/cel/prompt.go',
  'k8s.io/apimachinery/pkg/runtime/swagger_doc_generator.go',
  'k8s.io/apimachinery/pkg/runtime/zz_generated.model_name.go',
  'k8s.io/kube-openapi/pkg/validation/spec/gnostic.go',
]

/** Made of the types by generators, for Protocol Buffers and documentation: a third of the module. */
const GENERATED = /^k8s\.io\/(api|apiextensions-apiserver)\/.*\/(generated\.pb|generated\.protomessage\.pb|types_swagger_doc_generated|zz_generated\.model_name)\.go$/

const ENVIRONMENT = 'k8s.io/apiserver/pkg/cel/environment/environment.go'

/** What is changed in files, and why. */
const EDITS = [
  // Each extension makes an environment for new expressions and one for stored ones. It takes milliseconds, and only one of the two is asked for here.
  [ENVIRONMENT, /(new|stored)Expressions \*cel\.Env/g, '$1Expressions func() (*cel.Env, error)'],
  [ENVIRONMENT, /newExpressions: base, storedExpressions: base/, 'newExpressions: made(base), storedExpressions: made(base)'],
  [ENVIRONMENT, /\t"math"\n/, ''],
  [ENVIRONMENT, /return e\.(new|stored)Expressions\n/g, 'return must(e.$1Expressions())\n'],
  [ENVIRONMENT, /return e\.(new|stored)Expressions, nil/g, 'return e.$1Expressions()'],
  [ENVIRONMENT, /\tif len\(options\) > 0 \{[^]*?\n\treturn e, nil\n/, '\treturn e.extend(options), nil\n'],
  // What first and last do with lists of optional values came with the cel-go of 1.34, whose new expressions are those of 1.33.
  ['k8s.io/apiserver/pkg/cel/environment/base.go', /\t\t\tcel\.OptionalTypes\(\),\n/, ''],
  ['k8s.io/apiserver/pkg/cel/environment/base.go', /(var baseOpts = \[\]VersionedOptions\{\n)/, '$1\tbefore(33, 28, cel.OptionalTypes(cel.OptionalTypesVersion(1))),\n\tfrom(33, cel.OptionalTypes()),\n'],
  // Which version is meant is said by whoever asks; nothing here speaks HTTP or serves anybody.
  ['k8s.io/apiserver/pkg/cel/environment/base.go', /\teffectiveVer := [^]*?MinCompatibilityVersion\(\)/, '\treturn compatibility.Version'],
  ['k8s.io/apiserver/pkg/cel/environment/base.go', /\tbasecompatibility .*\n/, ''],
  ['k8s.io/apiserver/pkg/authorization/authorizer/interfaces.go', /\t"net\/http"\n/, ''],
  ['k8s.io/apiserver/pkg/authorization/authorizer/interfaces.go', /\*http\.Request/, 'any'],
  ['k8s.io/apimachinery/pkg/util/runtime/runtime.go', /\t"net\/http"\n/, ''],
  ['k8s.io/apimachinery/pkg/util/runtime/runtime.go', /r == http\.ErrAbortHandler/, 'false'],
]

const MEMORY_SECTION = 5
/** Of 64 KiB: half a gigabyte. */
const MOST_PAGES = 8192

const scratch = mkdtempSync(join(tmpdir(), 'podlint-engine-'))
try {
  const module = join(scratch, 'engine')
  cpSync(here, module, { recursive: true, filter: (path) => !/\/(vendor|overlay)$/.test(path) })
  const env = { ...process.env, GOFLAGS: '-mod=mod -modcacherw', GOTOOLCHAIN: 'local' }
  const go = (args, more) => execFileSync('go', args, { cwd: module, env: { ...env, ...more }, stdio: ['ignore', 'inherit', 'inherit'] })
  go(['mod', 'vendor'])
  const vendor = join(module, 'vendor')
  const replace = {}
  for (const [name, kept] of Object.entries(REPLACED)) {
    for (const file of readdirSync(join(vendor, name))) if (file.endsWith('.go') && !kept.includes(file)) replace[join(vendor, name, file)] = ''
  }
  for (const file of [...LEFT_OUT, ...readdirSync(vendor, { recursive: true }).filter((each) => GENERATED.test(each))]) replace[join(vendor, file)] = ''
  const overlay = join(here, 'overlay')
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
  const wasm = join(scratch, 'cel.wasm')
  go(['build', '-overlay', overlayFile, '-trimpath', '-buildvcs=false', '-buildmode=c-shared', '-ldflags=-s -w -buildid=', '-o', wasm, '.'], target)
  writeFileSync(join(here, 'licenses.txt'), licenses(vendor, execFileSync('go', ['list', '-deps', '-overlay', overlayFile, '-f', '{{with .Module}}{{.Path}} {{.Version}}{{end}}', '.'], { cwd: module, env: { ...env, ...target }, encoding: 'utf8' })))
  const bytes = limitMemory(readFileSync(wasm))
  const compressed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  console.log(`${out}: ${compressed.length} bytes, ${bytes.length} decompressed`)
  writeFileSync(out, compressed)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** The licenses of Go and of the modules that are in it. Those with the same words share them. */
function licenses(vendor, listed) {
  const modules = [...new Set(listed.trim().split('\n'))].filter((line) => line.includes(' v')).sort()
  const goRoot = execFileSync('go', ['env', 'GOROOT', 'GOVERSION'], { encoding: 'utf8' }).trim().split('\n')
  const holders = [[`Go ${goRoot[1].slice(2)}`, goRoot[0]], ...modules.map((line) => [line, join(vendor, line.split(' ')[0])])]
  const byWords = new Map()
  for (const [name, folder] of holders) {
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)(\.\w+)?$/i.test(file)).sort()
    if (files.length === 0) throw new Error(`${name} has no license`)
    const words = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
    byWords.set(words, [...(byWords.get(words) ?? []), name])
  }
  return [...byWords].map(([words, names]) => `${names.join('\n')}\n\n${words}\n`).join(`\n${'-'.repeat(80)}\n\n`)
}

/** Writes into the module how much memory it may take: what wants more fails, in place of the machine. */
function limitMemory(bytes) {
  let at = 8
  const number = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }
  const encoded = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...encoded(value >>> 7)])
  while (at < bytes.length) {
    const start = at
    const section = bytes[at++]
    const size = number()
    if (section !== MEMORY_SECTION) {
      at += size
      continue
    }
    const end = at + size
    if (number() !== 1 || bytes[at++] !== 0) throw new Error('The module has another memory than one without a limit')
    const content = [1, 1, ...encoded(number()), ...encoded(MOST_PAGES)]
    return Buffer.concat([bytes.subarray(0, start), Buffer.from([MEMORY_SECTION, ...encoded(content.length), ...content]), bytes.subarray(end)])
  }
  throw new Error('The module has no memory')
}
