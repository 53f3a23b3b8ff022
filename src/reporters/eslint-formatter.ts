import { createRequire } from 'node:module'
import { isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../usage-error.ts'
import { toEslintResults, toRulesMeta } from './eslint-results.ts'
import type { Reporter } from './reporter.ts'

/**
 * A reporter that hands the findings to an ESLint formatter: a path from `cwd`, a package name, or, as with ESLint, the rest of the name after
 * `eslint-formatter-`. Undefined when a name could be a slip and no such package is installed. Throws a UsageError when it cannot be loaded.
 */
export async function loadEslintFormatter(name: string, cwd: string): Promise<Reporter | undefined> {
  const isPath = name.startsWith('.') || isAbsolute(name)
  const isPackage = name.includes('/') || name.startsWith('eslint-formatter-')
  const found = isPath ? resolve(cwd, name) : findPackage(name, cwd)
  if (found === undefined) {
    if (isPackage) throw new UsageError(`The formatter "${name}" is not installed here`)
    return undefined
  }
  const format = await load(name, found)
  return async (report, { cwd, color }) => {
    const output = await attempt(name, () => format(toEslintResults(report, cwd), { cwd, color, rulesMeta: toRulesMeta(report) }))
    if (typeof output !== 'string') throw new UsageError(`The formatter "${name}" did not return text`)
    return output === '' || output.endsWith('\n') ? output : `${output}\n`
  }
}

type EslintFormatter = (results: unknown, context: unknown) => unknown

function findPackage(name: string, cwd: string): string | undefined {
  const slash = name.startsWith('@') ? name.indexOf('/') + 1 : 0
  const candidates = [`${name.slice(0, slash)}eslint-formatter-${name.slice(slash)}`]
  // A bare word is never taken for a package of just that name: it would run `yaml` for `--format yaml`.
  if (name.includes('/') || name.startsWith('eslint-formatter-')) candidates.unshift(name)
  const require = createRequire(join(cwd, 'package.json'))
  for (const candidate of candidates) {
    try {
      return require.resolve(candidate)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw new UsageError(`The formatter "${name}" cannot be loaded: ${reason(error)}`)
    }
  }
  return undefined
}

async function load(name: string, file: string): Promise<EslintFormatter> {
  const loaded = await attempt(name, async () => (await import(pathToFileURL(file).href)) as { default?: unknown })
  // TypeScript and Babel put the default export of a CommonJS module one level down.
  const format = typeof loaded.default === 'object' && loaded.default !== null && 'default' in loaded.default ? loaded.default.default : loaded.default
  if (typeof format !== 'function') throw new UsageError(`The formatter "${name}" does not export a function`)
  return format as EslintFormatter
}

/** Runs foreign code, and gives its failure without a stack trace. */
async function attempt<T>(name: string, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw new UsageError(`The formatter "${name}" failed: ${reason(error)}`, { cause: error })
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
