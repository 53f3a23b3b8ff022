#!/usr/bin/env node
// Bundles src/ into dist/: podlint.cjs, which every run loads, and in parts/ what only some runs need (each `import()` of the sources), loaded by require.
// usage: node scripts/build.mjs [FOLDER]     FOLDER instead of dist; the same sources give the same bytes
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const out = resolve(process.argv[2] ?? join(root, 'dist'))
const ENTRY = 'src/cli.ts'

/** Absolute path of a module → name of the part that it is the entry of. */
const parts = new Map()
/** Absolute paths of the modules in podlint.cjs. */
const core = new Set()
/** Modules in podlint.cjs that parts use as well, so that state such as interned keys exists once: absolute path → name of the export. */
const shared = new Map()

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.12',
  format: 'cjs',
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  define: { 'import.meta.dirname': '__dirname' },
  metafile: true,
  write: false,
  logLevel: 'warning',
}

const posix = (path) => path.replaceAll('\\', '/')
const inSources = (path) => posix(relative(join(root, 'src'), path))
const partName = (path) => (path.includes('node_modules') ? posix(path).split('/node_modules/').at(-1).split('/')[0] : inSources(path).replace(/\.ts$/, '').replaceAll('/', '-'))

/** Ends a bundle at each `import()`, and at each module that podlint.cjs has. */
const split = (isPart) => ({
  name: 'split',
  setup({ onResolve, onLoad, resolve: find }) {
    onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'found' || kind === 'entry-point' || importer === '') return undefined
      if (kind !== 'dynamic-import' && !path.startsWith('.')) return undefined
      const found = await find(path, { kind, importer, resolveDir, pluginData: 'found' })
      if (found.errors.length > 0 || found.external) return found
      if (kind === 'dynamic-import') {
        parts.set(found.path, partName(found.path))
        return { path: `./parts/${partName(found.path)}.cjs`, external: true }
      }
      if (!isPart || !core.has(found.path)) return found
      if (!shared.has(found.path)) shared.set(found.path, inSources(found.path).replace(/\.ts$/, '').replace(/\W+(\w)/g, (_, letter) => letter.toUpperCase()))
      return { path: found.path, namespace: 'core' }
    })
    onLoad({ filter: /./, namespace: 'core' }, ({ path }) => ({ contents: `module.exports = require('../podlint.cjs').${shared.get(path)}`, resolveDir: root }))
  },
})

/** Native `import()` of a file costs milliseconds that `require` does not. */
const requireParts = (text, from) => text.replaceAll(/\bimport\("\.\/parts\/([\w-]+\.cjs)"\)/g, (_, name) => `Promise.resolve().then(()=>require("${from}${name}"))`)

const modulesOf = ({ metafile }) => Object.keys(metafile.inputs).map((path) => join(root, path))

const draft = await build({ ...options, entryPoints: [ENTRY], plugins: [split(false)] })
for (const path of modulesOf(draft)) core.add(path)

const files = new Map()
const bundled = new Set()
for (const [path, name] of parts) {
  const part = await build({ ...options, entryPoints: [path], external: ['../podlint.cjs'], plugins: [split(true)] })
  files.set(`parts/${name}.cjs`, requireParts(part.outputFiles[0].text, './'))
  for (const module of modulesOf(part)) bundled.add(module)
}

const exports = [...shared].sort().map(([path, name]) => `export * as ${name} from './${posix(relative(root, path))}'\n`)
const main = await build({ ...options, stdin: { contents: `${exports.join('')}import './${ENTRY}'\n`, resolveDir: root, loader: 'ts' }, banner: { js: '#!/usr/bin/env node' }, plugins: [split(false)] })
files.set('podlint.cjs', requireParts(main.outputFiles[0].text, './parts/'))
for (const module of modulesOf(main)) bundled.add(module)

files.set('licenses.txt', licenses([...bundled]))

rmSync(out, { recursive: true, force: true })
for (const [name, text] of files) {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, name), text)
}
chmodSync(join(out, 'podlint.cjs'), 0o755)
const tables = join(root, 'src/schema/tables')
mkdirSync(join(out, 'tables'))
for (const name of readdirSync(tables)) copyFileSync(join(tables, name), join(out, 'tables', name))

/** The licence of every package that a bundle holds code of. */
function licenses(modules) {
  const packages = new Set(modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(posix(path))?.[0] ?? []))
  const entries = [...packages].map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
    const text = file === undefined ? `Copyright ${author?.name ?? author}` : readFileSync(join(folder, file), 'utf8')
    return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
  })
  return `podlint contains code of these packages.\n\n${entries.sort().join(`\n${'-'.repeat(80)}\n\n`)}`
}
