/** Loads the code of plugins. Only for a run whose settings name some, and which allows it. */
import { existsSync, readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rule } from '../engine/define-rule.ts'
import { leavesRepository } from '../files/links.ts'
import { shownPath } from '../files/shown-path.ts'
import { UsageError } from '../usage-error.ts'
import { readRule } from './read-rule.ts'

const IS_GLOB = /[*?[\]{}]/

/** The rules of one entry of `plugins`: a path or pattern from `folder` (absolute), or the name of a package that is installed there. Throws a UsageError. */
export async function loadPlugin(name: string, folder: string): Promise<Rule[]> {
  const isPath = /^\.\.?[\\/]/.test(name) || isAbsolute(name)
  const files = isPath ? await filesOf(name, folder) : [findPackage(name, folder)]
  const rules: Rule[] = []
  for (const file of files) rules.push(...(await loadModule(file, isPath ? shownPath(file, folder) : name)))
  return rules
}

async function filesOf(name: string, folder: string): Promise<string[]> {
  const pattern = name.replaceAll('\\', '/')
  const path = resolve(folder, name)
  // A name of its own before a pattern, as everywhere.
  if (existsSync(path) || !IS_GLOB.test(pattern)) return [checked(path, name)]
  const { expandGlob } = await import('../files/globs.ts')
  const steps = pattern.split('/')
  const first = steps.findIndex((step) => IS_GLOB.test(step))
  const { paths, problems } = await expandGlob(steps.slice(first).join('/'), resolve(folder, steps.slice(0, first).join('/') || '/'), new Set(['.git', 'node_modules']), folder)
  if (problems.length > 0) throw new UsageError(problems)
  if (paths.length === 0) throw new UsageError(`No file matches ${name}`)
  return paths.map((each) => checked(each, shownPath(each, folder)))
}

function checked(path: string, name: string): string {
  if (!existsSync(path)) throw new UsageError(`There is no plugin ${name}`)
  if (leavesRepository(path)) throw new UsageError(`The plugin ${name} is a symbolic link that leaves the repository`)
  return path
}

function findPackage(name: string, folder: string): string {
  try {
    return nodeModule.createRequire(join(folder, 'package.json')).resolve(name)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'MODULE_NOT_FOUND') throw new UsageError(existsSync(resolve(folder, name)) ? `The package "${name}" is not installed here; a file is named with a path: ./${name}` : `The package "${name}" is not installed here`)
    // It is there, but only for `import`.
    if (code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') {
      const found = importOnly(name, folder)
      if (found !== undefined) return found
    }
    throw new UsageError(`The package "${name}" cannot be loaded: ${firstLine(message)}`)
  }
}

/** The main module of a package that has it under the condition `import` alone. */
function importOnly(name: string, folder: string): string | undefined {
  for (const place of nodeModule.createRequire(join(folder, 'package.json')).resolve.paths(name) ?? []) {
    const manifest = join(place, name, 'package.json')
    if (!existsSync(manifest)) continue
    const { exports } = nodeModule.createRequire(manifest)(manifest) as { exports?: unknown }
    const target = conditionOf(typeof exports === 'object' && exports !== null && '.' in exports ? exports['.'] : exports)
    return target === undefined ? undefined : join(place, name, target)
  }
  return undefined
}

function conditionOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target
  if (typeof target !== 'object' || target === null) return undefined
  const { import: imported, node, default: usual } = target as Record<string, unknown>
  return conditionOf(imported ?? node ?? usual)
}

async function loadModule(file: string, name: string): Promise<Rule[]> {
  let loaded: { default?: unknown }
  try {
    if (/['"]podlint['"]/.test(readFileSync(file, 'utf8'))) offerLibrary()
    loaded = (await import(pathToFileURL(file).href)) as { default?: unknown }
  } catch (error) {
    throw new UsageError(`The plugin ${name} cannot be loaded: ${firstLine(error instanceof Error ? `${error.name === 'Error' || error instanceof TypeError ? '' : `${error.name}: `}${error.message}` : String(error))}`, { cause: error })
  }
  // TypeScript and Babel put the default export of a CommonJS module one level down.
  const exported = isModule(loaded.default) ? loaded.default.default : loaded.default
  const rules: unknown[] = Array.isArray(exported) ? exported : exported === undefined ? [] : [exported]
  if (rules.length === 0) throw new UsageError(`The plugin ${name} exports no rule: export default { id, severity, visit }, or a list of such`)
  return rules.map((rule) => {
    try {
      return readRule(rule, name)
    } catch (error) {
      if (error instanceof TypeError) throw new UsageError(`The plugin ${name}: ${error.message}`, { cause: error })
      throw error
    }
  })
}

const isModule = (value: unknown): value is { default: unknown } => typeof value === 'object' && value !== null && '__esModule' in value && 'default' in value

const firstLine = (text: string): string => text.split('\n')[0]!

const LIBRARY = join(import.meta.dirname, 'library.cjs')
let isOffered = false

/** `import { defineRule } from 'podlint'` finds the podlint that runs, where none is installed beside the plugin: with an Action or a hook there is none. */
function offerLibrary(): void {
  if (isOffered || !existsSync(LIBRARY)) return
  isOffered = true
  const url = pathToFileURL(LIBRARY).href
  const found = { url, format: 'commonjs', shortCircuit: true }
  // Node has it from 22.15 on; before, hooks are code of a thread of its own.
  const { registerHooks, register } = nodeModule as { registerHooks?: (hooks: { resolve: Resolve }) => void; register?: (url: string) => void }
  const resolve: Resolve = (specifier, context, next) => {
    try {
      return next(specifier, context)
    } catch (error) {
      if (specifier !== 'podlint') throw error
      return found
    }
  }
  if (registerHooks !== undefined) registerHooks({ resolve })
  else register?.(`data:text/javascript,${encodeURIComponent(`export const resolve = (specifier, context, next) => next(specifier, context).catch((error) => { if (specifier === 'podlint') return ${JSON.stringify(found)}; throw error })`)}`)
}

type Resolve = (specifier: string, context: object, next: (specifier: string, context: object) => object) => object
