/** What findings are known by in a baseline. */
import { dirname, resolve } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import type { BaselineKey } from '../engine/baseline.ts'
import { isMarkdown, markdownFences } from '../files/markdown.ts'
import { shownPath } from '../files/shown-path.ts'
import { namedPath } from '../model/named-path.ts'
import { Source } from '../model/source.ts'
import { TapeObject } from '../model/tape-object.ts'
import { groupedBy } from '../parser/grouped-by.ts'
import { parse } from '../parser/parse.ts'
import { countWhile } from '../parser/sorted.ts'
import { Tape } from '../parser/tape.ts'
import { objectsOf } from '../schema/identify.ts'
import { InputError, type Input } from './inputs.ts'

interface Found {
  label: string
  prefix: string
  tape: Tape
  root: number
  /** Offsets in the file. */
  start: number
  end: number
}

/** The objects of a text, as findings name them. */
export async function objectsIn(file: string, text: string): Promise<Found[]> {
  const found: Found[] = []
  const parts = isMarkdown(file) ? markdownFences(text) : [{ start: 0, end: text.length }]
  for (const { start: base, end } of parts) {
    const tape = new Tape()
    const source = new Source(file, text, base)
    for (const document of await parse(text.slice(base, end), tape, file.endsWith('.json'))) {
      if (document.root === -1) continue
      for (const { root, prefix, identity } of objectsOf(tape, document.root)) {
        if (identity === undefined) continue
        const { label } = new TapeObject(source, tape, root, { ...identity, prefix, builtin: false, namespaced: true })
        found.push({ label, prefix, tape, root, start: base + (prefix === '' ? document.start : tape.start(root)), end: base + (prefix === '' ? document.end : tape.end(root)) })
      }
    }
  }
  return found
}

export class BaselineKeys {
  private readonly folder: string
  private readonly cwd: string
  private readonly inputs: ReadonlyMap<string, Input>

  /** `baseline`: absolute. */
  constructor(baseline: string, inputs: readonly Input[], cwd: string) {
    this.folder = dirname(baseline)
    this.cwd = cwd
    this.inputs = new Map(inputs.map((input) => [input.file, input]))
  }

  /** The name in the baseline of a file as it is shown. */
  fileOf(file: string): string {
    const input = this.inputs.get(file)
    return input !== undefined && input.path === undefined ? file : shownPath(input?.path ?? resolve(this.cwd, file), this.folder)
  }

  /** In the order of the findings. `texts` stand in place of what is on the disk. */
  async of(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): Promise<BaselineKey[]> {
    const objects = new Map<string, ByLabel>()
    const withItems = new Set(diagnostics.filter(({ path }) => path.includes('[')).map(({ file }) => file))
    const keys: BaselineKey[] = []
    for (const { file, object, rule, path, start } of diagnostics) {
      const input = this.inputs.get(file)
      let known = objects.get(file)
      if (known === undefined) {
        const text = texts.get(file) ?? readable(input)
        objects.set(file, (known = groupedBy(text === undefined || !withItems.has(file) ? [] : await objectsIn(file, text), ({ label }) => label)))
      }
      keys.push({ file: this.fileOf(file), object, rule, path: pathIn(known, object, path, start.offset) })
    }
    return keys
  }
}

/** In the order of the text; no object is within another. */
type ByLabel = ReadonlyMap<string, readonly Found[]>

function pathIn(objects: ByLabel, label: string, path: string, offset: number): string {
  if (!path.includes('[')) return path
  const ofLabel = objects.get(label) ?? []
  const mayHave = ({ prefix }: Found) => prefix === '' || path === prefix || path.startsWith(`${prefix}.`)
  const around = ofLabel[countWhile(ofLabel, ({ start }) => start <= offset) - 1]
  const object = around !== undefined && offset < around.end && mayHave(around) ? around : ofLabel.find(mayHave)
  if (object === undefined) return path.replaceAll(/\[\d+\]/g, '[*]')
  // Where a List holds it is no part of what it is.
  return namedPath(object.tape, object.root, object.prefix === '' ? path : path.slice(object.prefix.length + 1))
}

/** Undefined for what cannot be read any more. */
function readable(input: Input | undefined): string | undefined {
  try {
    return input?.read().text
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}
