/** Finds, reads and checks the settings file. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { leavesRepository } from '../files/links.ts'
import { readOwnText, UnreadableText } from '../files/read.ts'
import { repositoryRoot } from '../files/repository.ts'
import { systemReason } from '../files/system-error.ts'
import { UsageError } from '../usage-error.ts'
import type { Said } from '../plugins/consent.ts'
import type { Config } from './config.ts'

const NAMES = ['podlint.yaml', 'podlint.yml'] as const

/** Absolute path of the settings file in a folder or one above it, up to the root of the repository; undefined without one. */
export function findConfig(folder: string): string | undefined {
  const top = repositoryRoot(folder)
  for (let at = folder; ; at = dirname(at)) {
    for (const name of NAMES) if (existsSync(join(at, name))) return join(at, name)
    if (at === top || at === dirname(at)) return undefined
  }
}

/** `shown` is the file's name in messages; `said` and the environment tell whether its plugins may run. Throws a UsageError that names each mistake with its line and column. */
export async function readConfig(path: string, shown: string, said: Said, env: Readonly<Record<string, string | undefined>>): Promise<Config> {
  let text: string
  try {
    if (leavesRepository(path)) throw new UnreadableText('is a symbolic link that leaves the repository')
    text = readOwnText(path)
  } catch (error) {
    throw new UsageError(`Cannot read ${shown}: ${error instanceof UnreadableText ? `it ${error.message}` : systemReason(error)}`)
  }
  const { parseConfig } = await import('./parse-config.ts')
  return parseConfig(text, shown, { folder: dirname(path), said, env })
}
