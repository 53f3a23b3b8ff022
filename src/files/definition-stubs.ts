/** Definitions of custom resources without their schemas: these are megabytes, over which Kustomize takes seconds, and nothing that is judged of a build is in them. */
import { textAt } from '../model/node-values.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { DEFINITION } from './built-places.ts'
import type { Closure } from './kustomization-closure.ts'

/** Where it is worth the while. */
const LARGE = 20_000

/** The texts of a build. A patch that is for definitions needs them as they are. */
export async function withoutSchemas({ texts, manifests, kustomizations, patches }: Closure): Promise<ReadonlyMap<string, string>> {
  const isPatched = [...patches, ...kustomizations.map(({ file }) => file)].some((file) => texts.get(file)!.includes(DEFINITION))
  if (isPatched) return texts
  const stubs = new Map(texts)
  for (const file of manifests) {
    const text = texts.get(file)!
    if (text.length > LARGE && text.includes(DEFINITION)) stubs.set(file, await withoutSchemasIn(text))
  }
  return stubs
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
    if (spec === -1 || !tape.isMap(spec)) continue
    stub += `${text.slice(done, tape.start(spec - 1))}spec: {}\n`
    done = tape.end(spec)
  }
  return stub + text.slice(done)
}
