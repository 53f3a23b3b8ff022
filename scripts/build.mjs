#!/usr/bin/env node
// Bundles src/ into dist/: podlint.cjs loads the program, parts/cli.cjs; the other parts have what is loaded when it is needed (each `import()` of the sources), by require.
// parts/library.cjs is the package as a library, types/ its declarations.
// usage: node scripts/build.mjs [FOLDER]     FOLDER instead of dist; the same sources give the same bytes
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { build } from 'esbuild'
import { declarations } from './build-types.mjs'
import { askOnce, late, lean } from './lean-program.mjs'
import { loadTypeScript } from './load-typescript.mjs'
import { manPage } from './man-page.mjs'

const root = join(import.meta.dirname, '..')
const out = resolve(process.argv[2] ?? join(root, 'dist'))

const MAIN = 'podlint.cjs'
const PROGRAM = 'parts/cli.cjs'
const ENTRY = 'src/cli.ts'
const LIBRARY = 'parts/library.cjs'

/** The module with the documentation and examples of rules; in the rules themselves they would only be in the way. */
const RULE_DOCS = /src[\\/]rule-docs\.ts$/
const FIELD_DOCS = /src[\\/]explain[\\/]field-docs\.ts$/
const IS_RULE = /src[\\/](rules|schema[\\/]constraints)[\\/].+[\\/].+\.ts$/
const DEFINITION = 'export default defineRule({\n'
const EXAMPLES = /^( +)(bad|good): \[\n[^]*?^\1\],\n/gm
const TEXTS = /^( +)(since|summary|why|howToFix): .*,\n/gm
const LINKS = /^( +)(references|peers): (\[[^\]]*\]|\{[^{}]*\}),\n/gm
/** What src/parts/rule-heads.ts has as well. */
const HEAD = /^  (severity|presets): .*,\n/gm

/** Only these parts have what flags and formats are for: they have those modules once more, and of the program's that is taken away. */
const HELP = new Set(['parts/cli-help.cjs', 'parts/cli-completion.cjs'])
const WITH_SUMMARIES = /src[\\/](cli[\\/]flags|reporters[\\/]index)\.ts$/
const SUMMARIES = /(?<=[{,] |^ +)summary: '(?:[^'\\]|\\.)*'(, |,?(?= \}|\n))/gm

/** What most runs never call: loaded when it is first called, from a part of its own. Nothing of these may be used while a module is evaluated. */
const LATE = new Set(['cli/help', 'engine/fixer', 'engine/one-mistake', 'engine/scoped-runners', 'files/built-places', 'files/disk-tree', 'files/git-excludes', 'files/write', 'formats/re2', 'formats/re2-search', 'model/bindings', 'model/known-objects', 'model/labelled-objects', 'model/network-policies', 'model/pod-security/checks', 'model/rbac', 'model/slip', 'render/engine', 'reporters/code-frame', 'schema/field-defaults', 'schema/suggest', 'schema/unknown-kind', 'wasm/go-thread'].map((name) => join(root, `src/${name}.ts`)))

/** Modules (absolute paths) of the program. The other parts use those instead of having their own, so that state such as interned keys exists once. */
const ofProgram = new Set()
/** Those of them that another part uses → the name among the exports of the program. */
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

/** Ends the bundle `file` at each `import()`, and at each module of the program. */
const split = (file) => ({
  name: 'split',
  setup({ onResolve, onLoad, resolve: find }) {
    onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'found' || kind === 'entry-point') return undefined
      if (kind !== 'dynamic-import' && !path.startsWith('.')) return undefined
      const found = await find(path, { kind, importer, resolveDir, pluginData: 'found' })
      if (found.errors.length > 0 || found.external) return found
      if (kind === 'dynamic-import') {
        parts.set(partOf(found.path), found.path)
        return { path: partOf(found.path), external: true }
      }
      if (LATE.has(found.path) && parts.get(file) !== found.path) {
        parts.set(partOf(found.path), found.path)
        return { path: `${partOf(found.path)}?late`, external: true }
      }
      // What another part begins with is loaded from there.
      if (file !== PROGRAM && parts.get(partOf(found.path)) === found.path && parts.get(file) !== found.path) return { path: pathFrom(file, partOf(found.path)), external: true }
      if (file === PROGRAM || !ofProgram.has(found.path) || (HELP.has(file) && WITH_SUMMARIES.test(found.path))) return found
      shared.set(found.path, inSources(found.path).replace(/\W+(\w)/g, (_, letter) => letter.toUpperCase()))
      return { path: `${pathFrom(file, PROGRAM)}#${shared.get(found.path)}`, external: true }
    })
    if (!HELP.has(file)) onLoad({ filter: WITH_SUMMARIES }, ({ path }) => ({ loader: 'ts', contents: readFileSync(path, 'utf8').replace(SUMMARIES, '') }))
    onLoad({ filter: FIELD_DOCS }, async () => ({ contents: `export const fieldDocs = async () => (${JSON.stringify(await (await loadTypeScript('src/explain/field-docs.ts')).fieldDocs())})\n` }))
    onLoad({ filter: RULE_DOCS }, async () => ({ resolveDir: join(root, 'src'), contents: await ruleDocs() }))
    onLoad({ filter: IS_RULE }, ({ path }) => {
      const [id, category] = slashed(path).replace(/\.ts$/, '').split('/').reverse()
      // To add them to an object that is there already takes V8 as long as to make it.
      const text = readFileSync(path, 'utf8').replace(DEFINITION, `${DEFINITION}  id: '${id}',\n  category: '${category}',\n`)
      return { loader: 'ts', contents: text.replace(EXAMPLES, '').replace(TEXTS, '').replace(LINKS, '').replace(HEAD, '') }
    })
  },
})

function pathFrom(file, other) {
  const path = posix.relative(posix.dirname(file), other)
  return path.startsWith('.') ? path : `./${path}`
}

/** Bundles an entry; from the program, what others share of it can be had as well. */
async function bundle(file, entry) {
  const exports = [...shared].map(([path, name]) => `export * as ${name} from './src/${inSources(path)}.ts'\n`)
  const contents = `${exports.sort().join('')}export * from './${entry}'\n`
  const { outputFiles, metafile } = await build({
    ...options,
    ...(file === PROGRAM ? { stdin: { contents, resolveDir: root, loader: 'ts' } } : { entryPoints: [entry] }),
    plugins: [split(file)],
  })
  const text = outputFiles[0].text
    // Native `import()` of a file costs milliseconds that `require` does not.
    .replaceAll(/\bimport\("(parts\/[\w-]+\.cjs)"\)/g, (_, part) => `Promise.resolve().then(()=>require("${pathFrom(file, part)}"))`)
    .replaceAll(/\brequire\("([^"]+\?late)"\)/g, (_, part) => `require("${pathFrom(file, part)}")`)
  const modules = Object.keys(metafile.inputs).filter((path) => path !== '<stdin>')
  return { text: file === PROGRAM ? lean(late(text)) : askOnce(late(text), pathFrom(file, PROGRAM)), modules: modules.map((path) => join(root, path)) }
}

/**
 * A part as a function that the launcher calls, and that Node calls where the library requires it. V8 compiles a function in parentheses at once instead of passing over it first.
 * The hash of the content names what the launcher keeps of it.
 */
function asPart(text) {
  // One such character, and V8 holds all of the part in two bytes each. esbuild escapes them, but not in regular expressions.
  text = text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const parameters = '(exports,require,module,__filename,__dirname)'
  // `import()` of a formatter that a user has installed.
  text = text.replaceAll(/(?<![\w$.])import\((?!")/g, 'require.import(')
  const part = `(typeof module=="object"?part=>part${parameters}:part=>part)((function${parameters}{${text}}))\n`
  return `/*${createHash('sha256').update(part).digest('hex').slice(0, 16)}*/${part}`
}

for (const path of (await bundle(PROGRAM, ENTRY)).modules) ofProgram.add(path)
const texts = new Map()
const bundled = new Set()
const make = async (file, entry) => {
  const { text, modules } = await bundle(file, entry)
  texts.set(file, file === LIBRARY ? text : asPart(text))
  for (const module of modules) bundled.add(module)
}
parts.set(LIBRARY, join(root, 'src/index.ts'))
// Only once all are known, each can use the others.
for (const [file, path] of parts) await bundle(file, path)
// A part may have parts of its own, which the loop meets in turn. The program comes last: only then is it known what they share of it.
for (const [file, path] of parts) await make(file, path)
await make(PROGRAM, ENTRY)
texts.set(MAIN, `#!/usr/bin/env node\n${(await build({ ...options, entryPoints: ['src/cli/launch.ts'] })).outputFiles[0].text}`)
// The Action runs podlint.cjs as a process of its own.
texts.set('action.cjs', (await build({ ...options, entryPoints: ['src/action.ts'] })).outputFiles[0].text)
// What the compiler adds to the core.
bundled.add(join(root, 'node_modules/assemblyscript/std/assembly/memory.ts'))
const ofEngine = (title, file) => `\n${'-'.repeat(80)}\n\n${title} contains code of these Go modules.\n\n${readFileSync(join(root, 'engine', file), 'utf8')}`
texts.set('licenses.txt', licenses([...bundled]) + ofEngine('The engine for expressions, parts/cel.wasm.br,', 'licenses.txt') + ofEngine('The engine for charts and kustomizations, parts/render.wasm.br,', 'render/licenses.txt'))
texts.set('podlint.1', await manPage())
for (const [name, text] of declarations()) texts.set(`types/${name}`, text)

/** What engine/build.mjs makes: nothing of src changes it. */
const engines = ['cel.wasm', 'cel.memory', 'render.wasm', 'render.memory'].map((name) => `parts/${name}.br`).map((name) => [name, readFileSync(join(root, 'dist', name))])

rmSync(out, { recursive: true, force: true })
for (const [name, text] of texts) {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, name), text)
}
chmodSync(join(out, MAIN), 0o755)
copyFileSync(join(root, 'src/parser/core.wasm'), join(out, 'parts/core.wasm'))
for (const [name, bytes] of engines) writeFileSync(join(out, name), bytes)
for (const name of ['go-files.cjs', 'go-world.cjs', 'go-worker.cjs', 'kept-file.cjs']) copyFileSync(join(root, 'src/wasm', name), join(out, 'parts', name))
const tables = join(root, 'src/schema/tables')
const catalogue = join(root, 'src/schema/crd/catalogue')
if (existsSync(catalogue)) {
  mkdirSync(join(out, 'parts/catalogue'))
  for (const name of readdirSync(catalogue)) copyFileSync(join(catalogue, name), join(out, 'parts/catalogue', name))
}
mkdirSync(join(out, 'parts/tables'))
for (const name of readdirSync(tables)) copyFileSync(join(tables, name), join(out, 'parts/tables', name))

/** The rules of the linter, with what was taken from them. Of examples, the program shows the first. */
async function ruleDocs() {
  const { documentedRules } = await loadTypeScript('src/rule-docs.ts')
  const { exampleText } = await loadTypeScript('src/engine/define-rule.ts')
  const first = (examples) => examples.slice(0, 1).map(({ title, yaml }) => ({ title, yaml: exampleText(yaml) }))
  const docs = documentedRules().map(({ since, summary, why, howToFix, references, peers, fixable, options, longRunningOnly, bad, good }) => ({ since, summary, why, howToFix, references, peers, fixable, options, longRunningOnly, bad: first(bad), good: first(good) }))
  return `import { allRules } from './rules.ts'\nconst docs = ${JSON.stringify(docs)}\nexport const documentedRules = () => allRules().map((rule, index) => ({ ...rule, ...docs[index] }))\n`
}

/** The license of every package that a bundle holds code of. Packages with the same words share them; each has its own line of copyright. */
function licenses(modules) {
  const packages = new Set(modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(slashed(path))?.[0] ?? []))
  const byWords = new Map()
  for (const folder of [...packages].sort()) {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
    const lines = (file === undefined ? '' : readFileSync(join(folder, file), 'utf8')).split(/\r?\n/)
    const isCopyright = (line) => /^\s*copyright\b.*\d{4}/i.test(line)
    const isTitle = (line) => /^\s*(the )?\(?(MIT|ISC)\)? licen[cs]e( \(\w+\))?:?\s*$/i.test(line)
    const body = lines.filter((line) => !isCopyright(line) && !isTitle(line)).join('\n').trim()
    const named = lines.filter(isCopyright)
    const holders = named.length > 0 ? named : [`Copyright ${author?.name ?? author}`]
    const words = `${license} ${body.replaceAll(/\s+/g, ' ')}`
    const entry = `${name} ${version} (${license})\n${holders.map((line) => `    ${line.trim()}\n`).join('')}`
    byWords.set(words, { body, entries: [...(byWords.get(words)?.entries ?? []), entry] })
  }
  const sections = [...byWords.values()].map(({ body, entries }) => `${entries.join('')}\n${body}\n`)
  return `podlint contains code of these packages.\n\n${sections.sort().join(`\n${'-'.repeat(80)}\n\n`)}`
}
