#!/usr/bin/env node
// Bundles src/ into dist/: podlint.cjs is small and all that --help needs; parts/ has what is loaded when it is needed (each `import()` of the sources), by require.
// usage: node scripts/build.mjs [FOLDER]     FOLDER instead of dist; the same sources give the same bytes
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const out = resolve(process.argv[2] ?? join(root, 'dist'))

const MAIN = 'podlint.cjs'
/** Bundles whose modules the others use instead of having their own, so that state such as interned keys exists once: file → entry. */
const OWNERS = { [MAIN]: 'src/cli.ts', 'parts/cli-check.cjs': 'src/cli/check.ts' }

/** The one bundle with the documentation and examples of rules; in the others they would only be in the way. */
const RULE_DOCS = 'parts/rule-docs.cjs'
const IS_RULE = /src[\\/](rules|schema[\\/]constraints)[\\/].+[\\/].+\.ts$/
const HOLDS_RULES = /src[\\/](rules|schema[\\/]constraints)\b/
const EXAMPLES = /^( +)(bad|good): \[\n[^]*?^\1\],\n/gm
const TEXTS = /^( +)(summary|why|howToFix): .*,\n/gm
const LINKS = /^( +)(references|peers): ([[{]).*([\]}]),\n/gm

/** Module (absolute path) → the bundle that has it. */
const owner = new Map()
/** Module → its name among the exports of that bundle, for those that another bundle uses. */
const shared = new Map()
/** Bundle → its entry (absolute path). */
const parts = new Map()

const slashed = (path) => path.split(sep).join('/')
const inSources = (path) => slashed(relative(join(root, 'src'), path)).replace(/\.ts$/, '')
const partOf = (path) => `parts/${path.includes('node_modules') ? slashed(path).split('/node_modules/').at(-1).split('/')[0] : inSources(path).replaceAll('/', '-')}.cjs`

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.12',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  define: { 'import.meta.dirname': '__dirname' },
  // 170 kB of addresses of ESLint's rules, which eslint-formatter-pretty looks at only for rules without an address of their own.
  alias: { 'eslint-rule-docs': './scripts/no-eslint-rules.mjs' },
  metafile: true,
  write: false,
  logLevel: 'warning',
}

/** Ends the bundle `file` at each `import()`, and at each module that another bundle owns. */
const split = (file) => ({
  name: 'split',
  setup({ onResolve, onLoad, resolve: find }) {
    onResolve({ filter: /\.cjs$/, namespace: 'shared' }, ({ path }) => ({ path, external: true }))
    onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'found' || kind === 'entry-point') return undefined
      if (kind !== 'dynamic-import' && !path.startsWith('.')) return undefined
      const found = await find(path, { kind, importer, resolveDir, pluginData: 'found' })
      if (found.errors.length > 0 || found.external) return found
      if (kind === 'dynamic-import') {
        parts.set(partOf(found.path), found.path)
        return { path: partOf(found.path), external: true }
      }
      if (file === RULE_DOCS && HOLDS_RULES.test(found.path)) return found
      if (importer === '<stdin>' || (owner.get(found.path) ?? file) === file) return found
      shared.set(found.path, inSources(found.path).replace(/\W+(\w)/g, (_, letter) => letter.toUpperCase()))
      return { path: found.path, namespace: 'shared' }
    })
    if (file !== RULE_DOCS) onLoad({ filter: IS_RULE }, ({ path }) => ({ loader: 'ts', contents: readFileSync(path, 'utf8').replace(EXAMPLES, '$1$2: [],\n').replace(TEXTS, "$1$2: '',\n").replace(LINKS, '$1$2: $3$4,\n') }))
    onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => ({ contents: `module.exports = require('${pathFrom(file, owner.get(path))}').${shared.get(path)}` }))
  },
})

function pathFrom(file, other) {
  const path = posix.relative(posix.dirname(file), other)
  return path.startsWith('.') ? path : `./${path}`
}

/** Bundles an entry; from an owner, what others share of it can be had as well. */
async function bundle(file, entry) {
  const exports = [...shared].filter(([path]) => owner.get(path) === file).map(([path, name]) => `export * as ${name} from './src/${inSources(path)}.ts'\n`)
  const contents = `${exports.sort().join('')}export * from './${entry}'\n`
  const { outputFiles, metafile } = await build({
    ...options,
    ...(file in OWNERS ? { stdin: { contents, resolveDir: root, loader: 'ts' } } : { entryPoints: [entry] }),
    ...(file === MAIN ? { banner: { js: '#!/usr/bin/env node' } } : {}),
    plugins: [split(file)],
  })
  // Native `import()` of a file costs milliseconds that `require` does not.
  const text = outputFiles[0].text.replaceAll(/\bimport\("(parts\/[\w-]+\.cjs)"\)/g, (_, part) => `Promise.resolve().then(()=>require("${pathFrom(file, part)}"))`)
  const modules = Object.keys(metafile.inputs).filter((path) => path !== '<stdin>' && !path.startsWith('shared:'))
  return { text, modules: modules.map((path) => join(root, path)) }
}

for (const [file, entry] of Object.entries(OWNERS)) {
  for (const path of (await bundle(file, entry)).modules) if (!owner.has(path)) owner.set(path, file)
}
const texts = new Map()
const bundled = new Set()
const make = async (file, entry) => {
  const { text, modules } = await bundle(file, entry)
  texts.set(file, text)
  for (const module of modules) bundled.add(module)
}
// Owners last, innermost first: only then is it known what others share of them. A part may have parts of its own, which the loop meets in turn.
for (const [file, path] of parts) if (!(file in OWNERS)) await make(file, path)
for (const [file, entry] of Object.entries(OWNERS).reverse()) await make(file, entry)
// The Action runs podlint.cjs as a process of its own. The library has everything in one file: who uses it does not care about milliseconds.
for (const [file, entry] of Object.entries({ 'action.cjs': 'src/action.ts', 'parts/library.cjs': 'src/index.ts' })) {
  const { outputFiles, metafile } = await build({ ...options, entryPoints: [entry] })
  texts.set(file, outputFiles[0].text)
  for (const module of Object.keys(metafile.inputs)) bundled.add(join(root, module))
}
texts.set('licenses.txt', licenses([...bundled]))

rmSync(out, { recursive: true, force: true })
for (const [name, text] of texts) {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, name), text)
}
chmodSync(join(out, MAIN), 0o755)
const tables = join(root, 'src/schema/tables')
mkdirSync(join(out, 'parts/tables'))
for (const name of readdirSync(tables)) copyFileSync(join(tables, name), join(out, 'parts/tables', name))

/** The licence of every package that a bundle holds code of. */
function licenses(modules) {
  const packages = new Set(modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(slashed(path))?.[0] ?? []))
  const entries = [...packages].map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
    const text = file === undefined ? `Copyright ${author?.name ?? author}` : readFileSync(join(folder, file), 'utf8')
    return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
  })
  return `podlint contains code of these packages.\n\n${entries.sort().join(`\n${'-'.repeat(80)}\n\n`)}`
}
