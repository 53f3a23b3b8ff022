/** Where podlint keeps what it would have to make anew in every run. */
import { isAbsolute, join } from 'node:path'

/** Undefined when nothing is to be kept. */
export function cacheFolder(): string | undefined {
  const { env, platform } = process
  if (env['NODE_DISABLE_COMPILE_CACHE']) return undefined
  if (env['PODLINT_CACHE_DIR']) return env['PODLINT_CACHE_DIR']
  const base = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'] || (env['HOME'] && join(env['HOME'], '.cache'))
  return base && isAbsolute(base) ? join(base, 'podlint') : undefined
}
