/** The objects of a text, without linting it. */
import type { KubernetesObject } from '../../src/model/object.ts'
import { Source } from '../../src/model/source.ts'
import { TapeObject } from '../../src/model/tape-object.ts'
import { parse } from '../../src/parser/parse.ts'
import { Tape } from '../../src/parser/tape.ts'
import { objectsOf } from '../../src/schema/identify.ts'
import { loadTable } from '../../src/schema/table.ts'

export async function objectsIn(text: string, file = 'test.yaml'): Promise<KubernetesObject[]> {
  const table = loadTable('1.37')
  const tape = new Tape()
  const source = new Source(file, text)
  const located = (await parse(text, tape)).flatMap(({ root }) => (root === -1 ? [] : objectsOf(tape, root)))
  return located.flatMap(({ root, prefix, identity }) => {
    if (identity === undefined) return []
    const { apiVersion, kind } = identity
    const known = table.kind(apiVersion, kind)
    return new TapeObject(source, tape, root, { apiVersion, kind, prefix, builtin: known !== undefined, namespaced: known?.namespaced ?? true }) as KubernetesObject
  })
}
