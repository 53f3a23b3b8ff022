/** Whether a run may execute the code that settings name. Whoever sends a pull request can write settings, so only the user can say so: for a run, or for a folder once and for all. */
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, sep } from 'node:path'
import { systemReason } from '../files/system-error.ts'
import { UsageError } from '../usage-error.ts'

/** Flags or their variables. */
export interface Said {
  plugins?: boolean
  'no-plugins'?: boolean
}
type Environment = Readonly<Record<string, string | undefined>>

/** For settings in an absolute folder. */
export const isAllowed = (folder: string, said: Said, env: Environment): boolean => said['no-plugins'] !== true && (said.plugins === true || isTrusted(folder, env))

/** The user's own file: a folder on each line. Undefined where there is no place for it. */
export function trustFile(env: Environment): string | undefined {
  const base = env['XDG_CONFIG_HOME'] || env['APPDATA'] || (env['HOME'] && join(env['HOME'], '.config'))
  return base && isAbsolute(base) ? join(base, 'podlint', 'trusted') : undefined
}

function isTrusted(folder: string, env: Environment): boolean {
  const real = realpathSync(folder)
  return trustedFolders(env).some((trusted) => real === trusted || real.startsWith(trusted.endsWith(sep) ? trusted : trusted + sep))
}

function trustedFolders(env: Environment): string[] {
  const file = trustFile(env)
  if (file === undefined || !existsSync(file)) return []
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${systemReason(error)}`)
  }
}

/** Notes a folder (absolute), and returns what to tell. Throws a UsageError. */
export function trust(folder: string, env: Environment): string {
  const file = trustFile(env)
  if (file === undefined) throw new UsageError('There is no place to note trusted folders: neither XDG_CONFIG_HOME nor HOME is set')
  try {
    const real = realpathSync(folder)
    if (/[\n\r]/.test(real)) throw new UsageError('A folder with a line break in its name cannot be noted')
    const known = trustedFolders(env)
    if (known.includes(real)) return `${real} is trusted already, by ${file}`
    mkdirSync(dirname(file), { recursive: true })
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '# Folders in which podlint runs the plugins that settings name. Made by `podlint trust`.\n'
    writeFileSync(file, `${text.replace(/(?<!\n)$/, '\n').replace(/^\n$/, '')}${real}\n`)
    return `plugins that settings in ${real} name run from now on; noted in ${file}`
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`Cannot trust ${folder}: ${systemReason(error)}`)
  }
}
