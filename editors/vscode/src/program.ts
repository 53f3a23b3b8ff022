import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The program to run in the workspace folder `folder` (absolute): its own podlint, else that of the setting `podlint.path`, else what `PATH` has. */
export function findProgram(folder: string, setting: string): string {
  const own = join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'podlint.cmd' : 'podlint')
  return existsSync(own) ? own : setting || 'podlint'
}
