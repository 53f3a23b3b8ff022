/** Finds the settings file. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repositoryRoot } from '../files/repository.ts'
import { SETTINGS_NAMES } from '../files/settings-names.ts'


/** Absolute path of the settings file in a folder or one above it, up to the root of the repository; undefined without one. */
export function findConfig(folder: string): string | undefined {
  const top = repositoryRoot(folder)
  for (let at = folder; ; at = dirname(at)) {
    for (const name of SETTINGS_NAMES) if (existsSync(join(at, name))) return join(at, name)
    const manifest = join(at, 'package.json')
    if (existsSync(manifest) && hasSettings(manifest)) return manifest
    if (at === top || at === dirname(at)) return undefined
  }
}

/** Whether a package.json has a map `podlint`. */
function hasSettings(path: string): boolean {
  try {
    const text = readFileSync(path, 'utf8')
    return text.includes('"podlint"') && typeof (JSON.parse(text) as { podlint?: unknown } | null)?.podlint === 'object'
  } catch {
    // Whoever uses it will say what is wrong with it.
    return false
  }
}
