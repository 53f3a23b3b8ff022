/** Definitions of custom resources without their schemas: these are megabytes, over which Kustomize takes seconds, and nothing that is judged of a build is in them. */
import { itemsOf, textAt } from '../model/node-values.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { DEFINITION } from './built-places.ts'
import type { Closure } from './kustomization-closure.ts'

/** Where it is worth the while. */
const LARGE = 3000

/** The texts of a build. A patch for schemas, of which nothing is left to patch, does nothing then; one within a kustomization needs them as they are. */
export async function withoutSchemas({ texts, manifests, kustomizations, patches }: Closure): Promise<ReadonlyMap<string, string>> {
  if (kustomizations.some(({ file }) => texts.get(file)!.includes(SCHEMA))) return texts
  const stubs = new Map(texts)
  for (const file of patches) {
    const text = texts.get(file)!
    const stub = text.includes(SCHEMA) ? await idlePatch(text) : text
    if (stub === undefined) return texts
    stubs.set(file, stub)
  }
  for (const file of manifests) {
    const text = texts.get(file)!
    if (text.length > LARGE && text.includes(DEFINITION)) stubs.set(file, await withoutSchemasIn(text))
  }
  return stubs
}

const SCHEMA = 'openAPIV3Schema'

/** A patch for the same definition that changes nothing; undefined for any other. */
async function idlePatch(text: string): Promise<string | undefined> {
  const tape = new Tape()
  const documents = await parse(text, tape)
  const [document] = documents
  if (documents.length !== 1 || document!.root === -1 || document!.problems.length > 0) return undefined
  const { root } = document!
  if (tape.isSequence(root)) return JSON.stringify([{ op: 'test', path: '/kind', value: DEFINITION }])
  const name = textAt(tape, tape.find(root, 'metadata'), 'name')
  return textAt(tape, root, 'kind') === DEFINITION && name !== undefined ? JSON.stringify({ apiVersion: textAt(tape, root, 'apiVersion'), kind: DEFINITION, metadata: { name } }) : undefined
}

async function withoutSchemasIn(text: string): Promise<string> {
  const tape = new Tape()
  const documents = await parse(text, tape)
  // What cannot be read, Kustomize is to say.
  if (documents.some(({ problems }) => problems.length > 0)) return text
  let stub = ''
  let done = 0
  for (const { root } of documents) {
    const spec = root === -1 || textAt(tape, root, 'kind') !== DEFINITION ? -1 : tape.find(root, 'spec')
    const schemas = [tape.find(spec, 'validation'), ...itemsOf(tape, tape.find(spec, 'versions')).map((version) => tape.find(version, 'schema'))]
    for (const schema of schemas.filter((node) => node !== -1 && tape.isMap(node)).sort((a, b) => a - b)) {
      stub += `${text.slice(done, tape.start(schema - 1))}${tape.key(schema - 1)}: {}\n`
      done = tape.end(schema)
    }
  }
  return stub + text.slice(done)
}
