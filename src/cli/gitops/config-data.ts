/** What a ConfigMap or Secret of the run holds: of an object, or of what a kustomization generates. */
import { posix, resolve } from 'node:path'
import { itemsOf, textAt, textOf } from '../../model/node-values.ts'
import { parse } from '../../parser/parse.ts'
import { Tape } from '../../parser/tape.ts'
import { objectsOf } from '../../schema/identify.ts'
import type { Surroundings } from './objects.ts'
import type { ReadFile } from './part-of-file.ts'

export interface Entry {
  file: ReadFile
  /** The scalar with the text, or -1 where the text is a file of its own. */
  node: number
  text: string
}

export type DataKind = 'ConfigMap' | 'Secret'

type Known = ReadonlyMap<string, readonly ReadonlyMap<string, Entry>[]>
const known = new WeakMap<Surroundings, Promise<Known>>()

/** By key; undefined when there is no such object, or several. */
export async function dataOf(kind: DataKind, name: string, around: Surroundings): Promise<ReadonlyMap<string, Entry> | undefined> {
  let all = known.get(around)
  if (all === undefined) known.set(around, (all = readAll(around)))
  const found = (await all).get(`${kind} ${name}`) ?? []
  return found.length === 1 ? found[0] : undefined
}

async function readAll({ files, kustomizations, tree, cwd }: Surroundings): Promise<Known> {
  const all = new Map<string, Map<string, Entry>[]>()
  const add = (key: string, data: Map<string, Entry>) => void all.set(key, [...(all.get(key) ?? []), data])
  for (const file of files) {
    const read = /\.(?:ya?ml|json)$/i.test(file) ? await readFile(file, /\b(?:ConfigMap|Secret)\b/) : undefined
    for (const { root, identity } of read?.roots.flatMap((each) => objectsOf(read.tape, each)) ?? []) {
      const name = textAt(read!.tape, read!.tape.find(root, 'metadata'), 'name')
      if (identity?.apiVersion === 'v1' && (identity.kind === 'ConfigMap' || identity.kind === 'Secret') && name !== undefined) add(`${identity.kind} ${name}`, objectData(read!, root))
    }
  }
  for (const { file, generated } of kustomizations) {
    const read = generated.length === 0 ? undefined : await readFile(file, /Generator/)
    for (const root of read?.roots ?? []) {
      for (const [field, kind] of [['configMapGenerator', 'ConfigMap'], ['secretGenerator', 'Secret']] as const) {
        for (const generator of itemsOf(read!.tape, read!.tape.find(root, field))) add(`${kind} ${textAt(read!.tape, generator, 'name') ?? ''}`, generatedData(read!, generator, posix.dirname(file)))
      }
    }
  }
  return all

  /** Undefined for one that does not have what is looked for. */
  async function readFile(file: string, wanted: RegExp): Promise<(ReadFile & { roots: number[] }) | undefined> {
    const text = tree.read(file)
    if (text === undefined || !wanted.test(text)) return undefined
    const tape = new Tape()
    const documents = await parse(text, tape, file.endsWith('.json'))
    return { path: resolve(cwd, file), tape, roots: documents.flatMap(({ root }) => (root === -1 ? [] : [root])) }
  }

  function generatedData(file: ReadFile, generator: number, folder: string): Map<string, Entry> {
    const { tape } = file
    const data = new Map<string, Entry>()
    for (const node of itemsOf(tape, tape.find(generator, 'literals'))) {
      const [, key, text] = /^([^=]+)=(.*)$/s.exec(textOf(tape, node) ?? '') ?? []
      if (key !== undefined) data.set(key, { file, node, text: text!.replace(/^(["'])(.*)\1$/s, '$2') })
    }
    for (const node of itemsOf(tape, tape.find(generator, 'files'))) {
      const [, key, named] = /^(?:([^=]+)=)?(.+)$/.exec(textOf(tape, node) ?? '') ?? []
      const path = named === undefined ? undefined : posix.join(folder, named)
      const text = path === undefined ? undefined : tree.read(path)
      if (text !== undefined) data.set(key ?? posix.basename(named!), { file: { path: resolve(cwd, path!), tape }, node: -1, text })
    }
    for (const named of [...itemsOf(tape, tape.find(generator, 'envs')).map((node) => textOf(tape, node)), textAt(tape, generator, 'env')]) {
      const text = named === undefined ? undefined : tree.read(posix.join(folder, named))
      for (const line of text?.split(/\r?\n/) ?? []) {
        const [, key, value] = /^\s*([\w.-]+)=(.*)$/.exec(line) ?? []
        if (key !== undefined) data.set(key, { file: { path: resolve(cwd, folder, named!), tape }, node: -1, text: value! })
      }
    }
    return data
  }
}

function objectData(file: ReadFile, root: number): Map<string, Entry> {
  const { tape } = file
  const data = new Map<string, Entry>()
  for (const field of ['data', 'stringData']) {
    const map = tape.find(root, field)
    if (map === -1 || !tape.isMap(map)) continue
    for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) {
      const written = textOf(tape, key + 1)
      if (written === undefined) continue
      const isEncoded = field === 'data' && textAt(tape, root, 'kind') === 'Secret'
      // What SOPS has encrypted nobody can read here.
      if (!written.startsWith('ENC[')) data.set(tape.key(key), { file, node: key + 1, text: isEncoded ? Buffer.from(written, 'base64').toString() : written })
    }
  }
  return data
}
