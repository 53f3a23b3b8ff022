/** The namespace that Argo CD gives to objects that name none: that of the destination. */
import { textAt } from '../model/node-values.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { objectsOf } from '../schema/identify.ts'
import { loadTable } from '../schema/table.ts'

export interface GivenNamespace {
  name: string
  /** Of the version of Kubernetes that has the objects: kinds that it does not know may belong into no namespace. */
  minor: string
}

/** In what Kustomize has built, which is in block style, with a field for each line. */
export async function withNamespace(built: string, { name, minor }: GivenNamespace): Promise<string> {
  const tape = new Tape()
  let text = ''
  let done = 0
  for (const { root } of await parse(built, tape)) {
    if (root === -1 || !lacksNamespace(tape, root, minor)) continue
    const first = tape.start(tape.find(root, 'metadata') + 1)
    text += `${built.slice(done, first)}namespace: ${JSON.stringify(name)}\n${' '.repeat(first - built.lastIndexOf('\n', first - 1) - 1)}`
    done = first
  }
  return text + built.slice(done)
}

/** Whether any object of a document belongs into a namespace, and names none. */
export const needsNamespace = (tape: Tape, root: number, minor: string): boolean => objectsOf(tape, root).some((object) => lacksNamespace(tape, object.root, minor))

function lacksNamespace(tape: Tape, root: number, minor: string): boolean {
  const metadata = tape.find(root, 'metadata')
  if (metadata === -1 || !tape.isMap(metadata) || tape.count(metadata) === 0 || tape.find(metadata, 'namespace') !== -1) return false
  return loadTable(minor).kind(textAt(tape, root, 'apiVersion') ?? '', textAt(tape, root, 'kind') ?? '')?.namespaced === true
}
