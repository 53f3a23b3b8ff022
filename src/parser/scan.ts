/** The fast way to read a document, which is `src/assembly/scan.ts`, and what that cannot do itself. */
import { core, coreHost, loadText, OutOfMemory, words } from './core.ts'
import { Fault, type FaultCode } from './fault.ts'
import { internKey } from './keys.ts'
import { scalarText } from './scalar.ts'
import type { Kind, Tape } from './tape.ts'

export interface Scanned {
  /** Node of the root, -1 for an empty document. */
  root: number
  end: number
  /** Whether some map has a key twice. */
  hasDuplicates: boolean
}

/** Thrown for everything that is read the other way. */
const DECLINED = Symbol('declined')

let text = ''

/**
 * Reads the document that begins at `start`, where a line begins, and appends its nodes to the tape; `source` is the text of the tape with no other line breaks than LF
 * and CRLF. Undefined when it has to be read the other way: the tape is then as it was.
 */
export function scanDocument(tape: Tape, source: string, start: number): Scanned | Fault | undefined {
  return run(tape, source, start, () => {
    core.scan(start, tape.size)
    const scanned = { root: core.root.value, end: core.end.value, hasDuplicates: core.hasDuplicates.value !== 0 }
    if (core.hasReinterpreted.value !== 0) tape.hasReinterpreted = true
    return scanned
  })
}

/** Reads the value of JSON at `start`, or after white space there. `source` is the text of the tape as it is. */
export function scanJson(tape: Tape, source: string, start: number): Scanned | Fault {
  return run(tape, source, start, () => {
    core.scanJson(start, tape.size)
    return { root: tape.size, end: core.jsonEnd.value, hasDuplicates: core.hasDuplicates.value !== 0 }
  })!
}

function run(tape: Tape, source: string, start: number, scan: () => Scanned): Scanned | Fault | undefined {
  text = tape.text
  try {
    loadText(source)
    const scanned = scan()
    tape.append(words(), core.nodesAddress() >>> 2, core.size.value)
    return scanned
  } catch (error) {
    if (error instanceof Fault) return error
    if (error === DECLINED) return undefined
    // A RangeError: the tape has no memory.
    if (error instanceof OutOfMemory || error instanceof RangeError) return new Fault('too-large', start, start)
    throw error
  }
}

coreHost.fail = (code, start, end) => {
  throw new Fault(code as FaultCode, start, end)
}

coreHost.decline = () => {
  throw DECLINED
}

coreHost.encodedKey = (kind, start, end, header) => internKey(scalarText(text, kind as Kind, true, start, end, header))
