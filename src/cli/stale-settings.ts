/** Settings that do nothing: patterns that match no file, what lives elsewhere and nobody asks for, kinds that there are not. */
import { dirname, join, resolve } from 'node:path'
import type { SettingsFile } from '../config/load-config.ts'
import { PathPatterns } from '../files/path-patterns.ts'
import { IgnoreTree } from '../files/ignore-tree.ts'
import { SKIPPED_FOLDERS } from '../files/read-folder.ts'
import { nearest } from '../model/nearest.ts'
import { apiResources } from '../schema/api-resources.ts'
import type { FlagValues } from './flags.ts'
import type { Inputs } from './inputs.ts'
import type { Settings } from './settings.ts'
import type { StaleSetting } from './stale.ts'

/** Whether a run sees all that the settings are about: else nobody can tell. */
export function isWhole(operands: readonly string[], { select, ignore, off, context }: FlagValues, { find: { cwd }, files }: Settings): boolean {
  const [file] = files
  if (file === undefined || select !== undefined || ignore !== undefined || off !== undefined || context !== undefined) return false
  return (operands.length === 0 ? ['.'] : operands).some((operand) => operand !== '-' && (resolve(cwd, operand) === file.folder || file.folder.startsWith(`${resolve(cwd, operand)}/`)))
}

/** `usedExternal`: the patterns of `external` that something was left out for. */
export async function staleSettings({ files, nested, find }: Settings, found: Inputs, usedExternal: ReadonlySet<string>): Promise<StaleSetting[]> {
  const paths = [...found.inputs.flatMap(({ path }) => path ?? []), ...[...found.leftAlone.keys(), ...found.recognized.keys(), ...found.builtFiles].map((file) => resolve(find.cwd, file))]
  const usedExcludes = new Set([...found.leftOut.values()].flatMap((detail) => (detail.startsWith('exclude ') ? [detail.slice('exclude '.length)] : [])))
  const ignored = new IgnoreTree({ ...find, excludes: [] })
  const kinds = new Set([...apiResources().values()].flatMap((resources) => [...resources.values()].map(({ kind }) => kind)).filter(Boolean))
  const stale: StaleSetting[] = []
  for (const file of [...files, ...nested]) {
    const { config, folder, shown } = file
    if (shown.includes('node_modules/')) continue
    const add = (key: string, message: string) => stale.push({ file, key, message })
    for (const [index, pattern] of (config.exclude ?? []).entries()) {
      if (!usedExcludes.has(pattern) && !pattern.startsWith('!') && !pattern.startsWith('#') && !(await isLeftOutAnyway(pattern, file, ignored))) add(`exclude.${index}`, `exclude "${pattern}" matches no file`)
    }
    for (const [index, pattern] of (config.external ?? []).entries()) {
      if (!usedExternal.has(pattern)) add(`external.${index}`, `external "${pattern}": nothing asks for it, or it is here`)
      unknownKind(pattern.split('/')[0]!, kinds, (message) => add(`external.${index}`, message))
    }
    for (const [index, override] of (config.overrides ?? []).entries()) {
      for (const [at, pattern] of (override.files ?? []).entries()) if (!pattern.startsWith('!') && !matchesAny(folder, pattern, paths)) add(placeOf(file, `overrides.${index}.files`, at), `files "${pattern}" matches no file`)
      for (const [at, kind] of (override.kinds ?? []).entries()) unknownKind(kind.split('/').at(-1)!, kinds, (message) => add(placeOf(file, `overrides.${index}.kinds`, at), message))
    }
    for (const [index, { paths: patterns = [] }] of (config.suppressions ?? []).entries()) {
      for (const [at, pattern] of patterns.entries()) if (!pattern.startsWith('!') && !matchesAny(folder, pattern, paths)) add(placeOf(file, `suppressions.${index}.paths`, at), `paths "${pattern}" matches no file`)
    }
  }
  return stale
}

/** Code is run only for the settings of the run itself. */
export function nestedPlugins({ nested }: Settings): StaleSetting[] {
  return nested.filter(({ config }) => config.skippedPlugins !== undefined).map((file) => ({ file, key: placeOf(file, 'plugins', 0), message: 'These plugins are not run: only those that are named by the settings where podlint runs, or above, are' }))
}

/** One may stand for a list of one. */
const placeOf = ({ places }: SettingsFile, list: string, at: number): string => (places.has(`${list}.${at}`) ? `${list}.${at}` : list)

function matchesAny(folder: string, pattern: string, paths: readonly string[]): boolean {
  const patterns = new PathPatterns(folder, [pattern])
  return paths.some((path) => patterns.match(path))
}

/** What a build makes is not there in a fresh clone, and nobody is wrong to name it. */
async function isLeftOutAnyway(pattern: string, { folder }: SettingsFile, ignored: IgnoreTree): Promise<boolean> {
  const literal = pattern.replace(/^\//, '').replace(/[*?[].*$/, '')
  if (literal.split('/').some((step) => SKIPPED_FOLDERS.has(step))) return true
  const path = join(folder, literal === '' ? '-' : literal)
  return (await ignored.reasonForPath(path.endsWith('/') ? dirname(`${path}-`) : path, pattern.includes('/'))) !== undefined
}

/** A custom kind may be one of a cluster, but a slip is none. */
function unknownKind(kind: string, kinds: ReadonlySet<string>, add: (message: string) => void): void {
  if (kind.includes('*') || kinds.has(kind)) return
  const meant = nearest(kind, kinds)
  if (meant !== undefined) add(`Unknown kind "${kind}", did you mean "${meant}"?`)
}
