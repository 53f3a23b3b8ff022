/** The fast way to read a document, which is `src/assembly/scan.ts`, and what that cannot do itself. */
import { core, coreHost, loadedText, loadText, OutOfMemory, words } from './core.ts'
import { Fault, type FaultCode } from './fault.ts'
import { internKey } from './keys.ts'
import { scalarText } from './scalar.ts'
import type { Kind, Tape } from './tape.ts'

export interface Scanned {
  /** Node of the root, -1 for an empty document. */
  root: number
  end: number
  /** Whether some map seems to have a key twice; only their types tell whether kubectl sees one key in both. */
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
  text = tape.text
  try {
    loadText(source)
    core.scan(start, tape.size)
    tape.append(words(), core.nodesAddress() >>> 2, core.size.value)
  } catch (error) {
    if (error instanceof Fault) return error
    if (error === DECLINED) return undefined
    // A RangeError: the tape has no memory.
    if (error instanceof OutOfMemory || error instanceof RangeError) return new Fault('too-large', start, start)
    throw error
  }
  if (core.hasReinterpreted.value !== 0) tape.hasReinterpreted = true
  return { root: core.root.value, end: core.end.value, hasDuplicates: core.hasDuplicates.value !== 0 }
}

coreHost.fail = (code, start, end) => {
  throw new Fault(code as FaultCode, start, end)
}

coreHost.decline = () => {
  throw DECLINED
}

coreHost.encodedKey = (kind, start, end) => internKey(scalarText(text, kind as Kind, true, start, end, 0))

let json = { text: '', is: false }

/** A text that begins with a brace and is JSON is read as such by kubectl, with the two escapes that YAML 1.1 lacks: a slash, and surrogate pairs. */
coreHost.isJson = () => {
  if (json.text !== loadedText()) json = { text: loadedText(), is: isJson(loadedText()) }
  return json.is
}

function isJson(text: string): boolean {
  if (!/^\ufeff?\s*\{/.test(text)) return false
  try {
    JSON.parse(text.replace('\ufeff', ''))
    return true
  } catch {
    // Then it is YAML.
    return false
  }
}
