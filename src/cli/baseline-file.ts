/** The file of a baseline: JSON, with a line for each field, so that it merges well. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BaselineEntry } from '../engine/baseline.ts'
import { readOwnText, readText, UnreadableText } from '../files/read.ts'
import { systemReason } from '../files/system-error.ts'
import { writeReport } from '../files/write.ts'
import { LineIndex } from '../parser/lines.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { UsageError } from '../usage-error.ts'
import { objectsIn } from './baseline-keys.ts'

/** With the place of its count in the text. */
export interface PlacedEntry extends BaselineEntry {
  start: number
  end: number
}

export interface BaselineFile {
  text: string
  entries: PlacedEntry[]
}

const ABOUT = 'What podlint found before, and leaves out. Written by: podlint baseline write'

/** Throws a UsageError. */
export async function readBaseline(path: string, shown: string): Promise<BaselineFile> {
  let text: string
  try {
    text = readOwnText(path)
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new UsageError(isMissing ? `There is no baseline ${shown}; to make it: podlint baseline write` : `Cannot read the baseline ${shown}: ${error instanceof UnreadableText ? `it ${error.message}` : systemReason(error)}`)
  }
  const tape = new Tape()
  const documents = await parse(text, tape, true)
  const lines = new LineIndex(text)
  const fail = (offset: number, message: string): never => {
    const { line, column } = lines.position(offset)
    throw new UsageError(`${shown}:${line}:${column}: ${message}`)
  }
  const [problem] = documents.flatMap(({ problems }) => problems)
  if (problem !== undefined) fail(problem.start, /^(<<<<<<<|=======|>>>>>>>)/m.test(text) ? 'The baseline has the marks of a merge conflict' : problem.message)
  const root = documents[0]?.root ?? -1
  const files = tape.find(root, 'files')
  if (documents.length !== 1 || files === -1 || !tape.isMap(files)) fail(0, 'This is not a baseline, which has a map "files"')
  const entries: PlacedEntry[] = []
  const each = (map: number, visit: (name: string, value: number) => void) => {
    if (!tape.isMap(map)) fail(tape.start(map), 'A baseline has a map here')
    for (let key = map + 1, end = tape.next(map); key < end; key = tape.next(key + 1)) visit(tape.key(key), key + 1)
  }
  each(files, (file, objects) => each(objects, (object, rules) => each(rules, (rule, paths) => each(paths, (path, node) => {
    const count = tape.isScalar(node) ? tape.scalar(node) : undefined
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) fail(tape.start(node), 'A baseline has the number of findings here')
    entries.push({ file, object, rule, path, count: count as number, start: tape.start(node - 1), end: tape.end(node - 1) })
  }))))
  return { text, entries }
}

/** Throws a UsageError. */
export function writeBaseline(path: string, shown: string, entries: readonly BaselineEntry[]): void {
  const files: Record<string, Record<string, Record<string, Record<string, number>>>> = Object.create(null)
  for (const { file, object, rule, path: field, count } of [...entries].sort(byKey)) {
    const paths = (((files[file] ??= Object.create(null))[object] ??= Object.create(null))[rule] ??= Object.create(null))
    paths[field] = (paths[field] ?? 0) + count
  }
  try {
    writeReport(path, `${JSON.stringify({ about: ABOUT, files }, null, 2)}\n`)
  } catch (error) {
    throw new UsageError(`Cannot write the baseline ${shown}: ${systemReason(error)}`)
  }
}

const byKey = (a: BaselineEntry, b: BaselineEntry): number => compare(a.file, b.file) || compare(a.object, b.object) || compare(a.rule, b.rule) || compare(a.path, b.path)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether the file of an entry is gone, or does not hold the object any more. */
export class Movements {
  private readonly folder: string
  private readonly labels = new Map<string, ReadonlySet<string> | undefined>()

  constructor(baseline: string) {
    this.folder = dirname(baseline)
  }

  isGone(file: string): boolean {
    return !existsSync(join(this.folder, file))
  }

  async hasMoved({ file, object }: BaselineEntry): Promise<boolean> {
    if (!this.labels.has(file)) this.labels.set(file, await this.labelsIn(file))
    return this.labels.get(file)?.has(object) !== true
  }

  /** Undefined for a file that cannot be read. */
  private async labelsIn(file: string): Promise<ReadonlySet<string> | undefined> {
    const path = join(this.folder, file)
    if (!existsSync(path)) return undefined
    try {
      return new Set((await objectsIn(file, readText(path).text)).map(({ label }) => label))
    } catch {
      // The run itself says so of a file that it lints.
      return undefined
    }
  }
}
