/** Short ways to look at what the parser makes of a text. */
import { parse, type Document } from '../../src/parser/parse.ts'
import type { ScalarValue } from '../../src/parser/scalar.ts'
import { Tape } from '../../src/parser/tape.ts'

export type Value = ScalarValue | Value[] | { [key: string]: Value }

export interface Reading {
  tape: Tape
  documents: Document[]
  /** One for each document; undefined where it has no root. */
  values: (Value | undefined)[]
  /** Of all documents. */
  messages: string[]
}

export async function read(text: string): Promise<Reading> {
  const tape = new Tape()
  const documents = await parse(text, tape)
  const values = documents.map(({ root }) => (root === -1 ? undefined : valueOf(tape, root)))
  return { tape, documents, values, messages: documents.flatMap(({ problems }) => problems.map(({ message }) => message)) }
}

/** The value of the first document. */
export const readValue = async (text: string): Promise<Value | undefined> => (await read(text)).values[0]

/** The text under the first problem, with its message: `"x" message`. */
export async function readProblem(text: string): Promise<string | undefined> {
  const { documents } = await read(text)
  const problem = documents.flatMap(({ problems }) => problems)[0]
  return problem && `${JSON.stringify(text.slice(problem.start, problem.end))} ${problem.message}`
}

/** With nulls, unlike `toJS`; of a key that is there twice the last value counts. */
function valueOf(tape: Tape, node: number): Value {
  if (tape.isMap(node)) {
    const object: Record<string, Value> = {}
    for (let key = node + 1; key < tape.next(node); key = tape.next(key + 1)) object[tape.key(key)] = valueOf(tape, key + 1)
    return object
  }
  if (tape.isSequence(node)) {
    const list: Value[] = []
    for (let item = node + 1; item < tape.next(node); item = tape.next(item)) list.push(valueOf(tape, item))
    return list
  }
  return tape.scalar(node)
}
