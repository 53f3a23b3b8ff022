#!/usr/bin/env node
// Packs the package and uses it as a stranger would: installed from the tarball into an empty folder, run by npx and called from CommonJS and ES modules, on each
// supported Node; the examples of docs/api.md are compiled in both module modes and must print what the page says; publint and Are the Types Wrong find nothing.
// usage: node scripts/check-package.mjs [FOLDER]     where the tools are kept for the next run; by default among the caches of node_modules
// Takes dist/ as it is. Needs npm, and the registry or a warm cache.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')
const tools = resolve(process.argv[2] ?? join(root, 'node_modules/.cache/podlint-package'))
const toolsOf = (path) => join(tools, 'node_modules', path)

const NODES = ['20', '22', '24']
const PACKAGES = {
  ...Object.fromEntries(NODES.map((major) => [`node-${major}`, `npm:node-${process.platform}-${process.arch}@${major}`])),
  '@arethetypeswrong/cli': '0.18.5',
  publint: '0.3.25',
  // The last before the native compiler, which we use ourselves.
  typescript: '5.9.3',
}
const COMPILERS = [join(root, 'node_modules/typescript/bin/tsc'), toolsOf('typescript/bin/tsc')]
/** Each with the extension that makes a file a module of that kind. */
const MODULES = { cts: ['node16', 'nodenext'], mts: ['node16', 'nodenext', 'preserve'] }

const npm = (args, cwd, node) => run('npm', args, cwd, node)
const npmInstall = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']

mkdirSync(tools, { recursive: true })
writeFileSync(join(tools, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }))
npm(npmInstall, tools)

const scratch = mkdtempSync(join(tmpdir(), 'podlint-package-'))
try {
  const [{ filename, size, unpackedSize }] = JSON.parse(npm(['pack', '--json', '--pack-destination', scratch], root))
  const tarball = join(scratch, filename)
  console.log(`${filename}: ${size} bytes, ${unpackedSize} unpacked`)

  run(process.execPath, [toolsOf('publint/src/cli.js'), 'run', tarball, '--strict'], scratch)
  // The old resolution of TypeScript, without `exports`, cannot find the schema by its short name; that Node can is checked below.
  run(process.execPath, [toolsOf('@arethetypeswrong/cli/dist/index.js'), tarball, '--exclude-entrypoints', 'schema.json'], scratch)
  console.log('publint, attw: nothing found')

  for (const major of NODES) {
    const node = toolsOf(`node-${major}/bin/node${process.platform === 'win32' ? '.exe' : ''}`)
    const folder = join(scratch, `node-${major}`)
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    npm([...npmInstall, tarball], folder, node)
    checkProgram(folder, node)
    if (major === NODES[0]) for (const [compiler, module, extension] of compilations()) compile(folder, compiler, module, extension)
    checkExamples(folder, node)
    console.log(`${run(node, ['--version'], folder).trim()}: npx podlint and the examples of docs/api.md, as CommonJS and as ES modules`)
  }
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(scratch, { recursive: true })
}

/** `npx podlint` finds the installed one and ends as it should. */
function checkProgram(folder, node) {
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  expectEqual('npx podlint --version', run('npx', ['--no', '--', 'podlint', '--version'], folder, node), `podlint ${version}\n`)
  for (const name of ['good.yaml', 'shop.yaml']) copyFileSync(join(root, 'examples', name), join(folder, name))
  run('npx', ['--no', '--', 'podlint', 'good.yaml'], folder, node)
  run(node, ['--print', 'require("podlint/schema.json").$id'], folder)
  const found = run('npx', ['--no', '--', 'podlint', '--format', 'concise', 'shop.yaml'], folder, node, 1)
  if (!/^shop\.yaml:\d+:\d+-\d+:\d+: error .+ \[[\w-]+\]$/m.test(found)) fail(`npx podlint shop.yaml printed no finding: ${found}`)
}

function compilations() {
  return Object.entries(MODULES).flatMap(([extension, modules]) => modules.flatMap((module) => COMPILERS.map((compiler) => [compiler, module, extension])))
}

/** Compiles the examples beside themselves; declarations of packages are checked as well. */
function compile(folder, compiler, module, extension) {
  const names = examples().map(({ code }, index) => {
    writeFileSync(join(folder, `example-${index}.${extension}`), code)
    return `example-${index}.${extension}`
  })
  // `console` is all that the examples need of an environment.
  writeFileSync(join(folder, 'console.d.ts'), 'declare const console: { log(text: unknown): void }\n')
  const resolution = module === 'preserve' ? 'bundler' : module
  const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, target: 'es2022', lib: ['es2023'], types: [], module, moduleResolution: resolution, noEmit: module === 'preserve' }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [...names, 'console.d.ts'] }))
  run(process.execPath, [compiler, '-p', folder], folder)
}

/** Runs what was compiled, in the first folder, against the package in this one. */
function checkExamples(folder, node) {
  for (const [index, { output }] of examples().entries()) {
    for (const extension of ['cjs', 'mjs']) {
      const name = `example-${index}.${extension}`
      const compiled = join(scratch, `node-${NODES[0]}`, name)
      if (compiled !== join(folder, name)) copyFileSync(compiled, join(folder, name))
      expectEqual(name, run(node, [name], folder), output)
    }
  }
}

/** Each TypeScript fence of the page, with the text that follows it. */
function examples() {
  const page = readFileSync(join(root, 'docs/api.md'), 'utf8')
  return [...page.matchAll(/^```ts\n([^]*?)^```\n\n```text\n([^]*?)^```$/gm)].map(([, code, output]) => ({ code, output }))
}

/** Standard output. With `node`, scripts such as npm and npx run by that one. */
function run(program, args, cwd, node, code = 0) {
  const PATH = node === undefined ? process.env.PATH : [resolve(node, '..'), process.env.PATH].join(delimiter)
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env: { ...process.env, PATH }, encoding: 'utf8', maxBuffer: 1 << 28, shell: process.platform === 'win32' })
  if (error !== undefined) throw error
  if (status !== code) fail(`${program} ${args.join(' ')} ended with ${status}, not ${code}\n${stdout}${stderr}`)
  return stdout
}

function expectEqual(what, found, expected) {
  if (found !== expected) fail(`${what} printed\n${found}and not\n${expected}`)
}

function fail(message) {
  throw new Error(message)
}
