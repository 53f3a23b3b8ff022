// Bundles a TypeScript file and gives its exports: Node 20 cannot run TypeScript.
import { build } from 'esbuild'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The exports of `file`, a path relative to the root of the project. Packages of node_modules stay outside of the bundle. */
export async function loadTypeScript(file) {
  const absWorkingDir = new URL('..', import.meta.url).pathname
  const { outputFiles } = await build({ absWorkingDir, entryPoints: [file], bundle: true, platform: 'node', format: 'cjs', packages: 'external', write: false })
  const module = { exports: {} }
  new Function('require', 'module', 'exports', outputFiles[0].text)(require, module, module.exports)
  return module.exports
}
