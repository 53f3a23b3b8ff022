/** Kustomize's files in memory have names of letters, digits, `-`, `_`, `.` and `:`. Others are given such names for it, also in the kustomizations that say them. */
import { posix } from 'node:path'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { namedPaths } from './kustomization-reader.ts'
import { KUSTOMIZATION_NAMES } from './kustomize.ts'

const ILLEGAL = /[^\w.:-]|(?<=\.)\./gu
const NAMES: ReadonlySet<string> = new Set(KUSTOMIZATION_NAMES)

/** `a+b/x.yaml` → `a-x2b-b/x.yaml` */
export const legalPath = (path: string): string =>
  path
    .split('/')
    .map((step) => (step === '..' ? step : step.replaceAll(ILLEGAL, (character) => `-x${character.codePointAt(0)!.toString(16)}-`)))
    .join('/')

/** The same texts with such names; undefined where all have them. `original` tells what a path was. */
export async function withLegalNames(texts: Readonly<Record<string, string>>): Promise<{ texts: Record<string, string>; original: ReadonlyMap<string, string> } | undefined> {
  if (Object.keys(texts).every((path) => legalPath(path) === path)) return undefined
  const legal: Record<string, string> = {}
  const original = new Map<string, string>()
  for (const [path, text] of Object.entries(texts)) {
    original.set(legalPath(path), path)
    legal[legalPath(path)] = NAMES.has(posix.basename(path)) ? await withLegalPaths(text) : text
  }
  return { texts: legal, original }
}

/** What the engine says, in the names that the files have. */
export function withOriginalNames(text: string, original: ReadonlyMap<string, string>): string {
  const steps = new Map<string, string>()
  for (const [legal, path] of original) {
    const own = path.split('/')
    for (const [index, step] of legal.split('/').entries()) if (step !== own[index]) steps.set(step, own[index]!)
  }
  return [...steps].reduce((said, [legal, own]) => said.replaceAll(legal, own), text)
}

async function withLegalPaths(text: string): Promise<string> {
  const tape = new Tape()
  const [document] = await parse(text, tape)
  if (document === undefined || document.root === -1) return text
  const found = [...namedPaths(tape, document.root)].filter(({ path }) => legalPath(path) !== path).sort((a, b) => tape.start(a.node) - tape.start(b.node))
  let changed = ''
  let done = 0
  for (const { node, path } of found) {
    const written = String(tape.scalar(node))
    // A file of a generator may have a key before its path, else it is called like the file.
    const key = written === path ? '' : written.slice(0, -path.length)
    changed += `${text.slice(done, tape.start(node))}${JSON.stringify(`${key}${legalPath(path)}`)}`
    done = tape.end(node)
  }
  return changed + text.slice(done)
}
