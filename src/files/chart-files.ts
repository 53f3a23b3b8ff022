/** A Helm chart on the disk: its files, and those of charts beside it that it may depend on. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import type { Files } from '../render/engine.ts'
import { leavesFolder } from './links.ts'
import { repositoryRoot } from './repository.ts'
import { systemReason } from './system-error.ts'

/** Larger ones are no chart: Helm takes 100 MiB. */
const MOST_BYTES = 100 * 2 ** 20
const SKIPPED = new Set(['.git', 'node_modules'])

export interface ChartFiles extends Required<Files> {
  /** Of the chart, by the names that its files have here. */
  folder: string
  /** Of charts that it may depend on. */
  local: readonly string[]
}

/** A path as the name of a file in a request: absolute, without the slash in front. */
export const requestName = (path: string): string => path.split(sep).join('/').replace(/^\//, '')
export const pathOfName = (name: string): string => (sep === '/' ? `/${name}` : name.replaceAll('/', sep))

/** Why a chart cannot be read, of what `readChart` throws. */
export const unreadable = (error: unknown): string => (error instanceof Error && 'code' in error ? systemReason(error) : (error as Error).message)

/** `folder` is absolute; `others` are folders of charts that are known beside it. Throws what the system reports. */
export async function readChart(folder: string, others: readonly string[]): Promise<ChartFiles> {
  const files: ChartFiles & { local: string[] } = { texts: {}, binaries: {}, folder: requestName(folder), local: [] }
  const read = new Set<string>()
  let size = 0
  const byName = new Map(others.map((other) => [other, basename(other)]))
  const add = async (chart: string): Promise<void> => {
    if (read.has(chart)) return
    read.add(chart)
    size += readFolder(chart, repositoryRoot(chart) ?? chart, files)
    if (size > MOST_BYTES) throw new Error(`${chart} has more than 100 MiB`)
    if (chart !== folder) files.local.push(requestName(chart))
    const packed = packedIn(files, requestName(chart))
    for (const { name, repository } of await dependenciesOf(files, requestName(chart))) {
      // Helm takes what lies in the chart's folder, whatever its version is.
      if (packed.has(name)) continue
      if (repository.startsWith('file://')) await addIfChart(resolve(chart, repository.slice('file://'.length)))
      else {
        await addIfChart(join(dirname(chart), name))
        for (const [other, called] of byName) if (called === name) await addIfChart(other)
      }
    }
  }
  const addIfChart = async (chart: string): Promise<void> => {
    const root = repositoryRoot(folder)
    if (existsSync(join(chart, 'Chart.yaml')) && !`${folder}${sep}`.startsWith(`${chart}${sep}`) && (root === undefined || !leavesFolder(chart, root))) await add(chart)
  }
  await add(folder)
  return files
}

/** Returns how many bytes there are. */
function readFolder(folder: string, top: string, files: Required<Files>): number {
  let size = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (SKIPPED.has(entry.name) || (entry.isSymbolicLink() && leavesFolder(path, top))) continue
    if (entry.isDirectory()) size += readFolder(path, top, files)
    // A link to a folder might lead to one above, and have no end.
    if (!(entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry)?.isFile()) continue
    const bytes = readFileSync(path)
    size += bytes.length
    const text = bytes.toString('utf8')
    if (bytes.includes(0) || !Buffer.from(text).equals(bytes)) files.binaries[requestName(path)] = bytes.toString('base64')
    else files.texts[requestName(path)] = text
    if (size > MOST_BYTES) break
  }
  return size
}

/** The charts in the folder `charts` of a chart, by name, with their versions. */
export function packedIn({ texts, binaries }: Pick<ChartFiles, 'texts' | 'binaries'>, folder: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const file of [...Object.keys(texts), ...Object.keys(binaries)]) {
    if (!file.startsWith(`${folder}/charts/`)) continue
    const [, name, packed, version] = /^charts\/(?:([^/]+)\/Chart\.yaml|([^/]+?)-v?(\d+\.\d[^/]*)\.tgz)$/.exec(file.slice(folder.length + 1)) ?? []
    const text = texts[file] ?? ''
    if (name !== undefined) found.set(/^name:[ \t]*["']?([\w.-]+)/m.exec(text)?.[1] ?? name, /^version:[ \t]*["']?([^\s"']+)/m.exec(text)?.[1] ?? '')
    else if (packed !== undefined) found.set(packed, version!)
  }
  return found
}

/** What the lists of dependencies hold. */
export async function dependencyEntries({ texts }: Files, folder: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  for (const name of ['Chart.yaml', 'requirements.yaml']) {
    const text = texts[`${folder}/${name}`]
    if (text === undefined) continue
    const tape = new Tape()
    const [document] = await parse(text, tape)
    const list = document === undefined || document.root === -1 ? -1 : tape.find(document.root, 'dependencies')
    if (list === -1 || !tape.isSequence(list)) continue
    for (const each of tape.toJS(list) as unknown[]) found.push((each ?? {}) as Record<string, unknown>)
  }
  return found
}

const dependenciesOf = async (files: Files, folder: string): Promise<{ name: string; repository: string }[]> =>
  (await dependencyEntries(files, folder)).flatMap(({ name, repository }) => (typeof name === 'string' && /^[\w.-]+$/.test(name) ? [{ name, repository: typeof repository === 'string' ? repository : '' }] : []))
