// Bundles a TypeScript file and gives its exports: Node 20 cannot run TypeScript.
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const require = createRequire(import.meta.url)

/** Modules that read files beside them. */
const readsFiles = {
  name: 'dirname',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({ loader: 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))) }))
    onLoad({ filter: /[\\/]src[\\/].*\.cjs$/ }, ({ path }) => ({ loader: 'js', contents: `const __dirname = ${JSON.stringify(dirname(path))};${readFileSync(path, 'utf8')}` }))
  },
}

/** The exports of `file`, a path relative to the root of the project. Packages of node_modules stay outside of the bundle. */
export async function loadTypeScript(file) {
  const { outputFiles } = await build({ absWorkingDir: root, entryPoints: [file], bundle: true, platform: 'node', format: 'cjs', packages: 'external', write: false, plugins: [readsFiles] })
  const module = { exports: {} }
  new Function('require', 'module', 'exports', outputFiles[0].text)(require, module, module.exports)
  return module.exports
}
