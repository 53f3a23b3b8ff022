/** Text in, documents out. */
import { plainSource } from './characters.ts'
import type { Document } from './document.ts'
import { Fault } from './fault.ts'
import { scanDocument } from './scan.ts'
import type { Tape } from './tape.ts'

export type { Document, Problem } from './document.ts'

/** Reads `text` into `tape` (which is reset). Never throws for bad input: that is a problem of its document. A text has at least one document. */
export async function parse(text: string, tape: Tape): Promise<Document[]> {
  tape.reset(text)
  const source = plainSource(text)
  const documents: Document[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  do {
    const scanned = scanDocument(tape, source, at)
    let document: Document
    // What most runs do not need is loaded only now: the package `yaml`, and words for errors.
    if (scanned === undefined) document = (await import('./fallback.ts')).readDocument(tape, source, at)
    else if (scanned instanceof Fault) document = (await import('./syntax-errors.ts')).refusedDocument(source, at, scanned)
    else {
      document = { root: scanned.root, start: at, end: scanned.end, problems: [] }
      if (scanned.hasDuplicates) document.problems = (await import('./duplicate-keys.ts')).findDuplicateKeys(tape, scanned.root)
    }
    if (source !== text) (await import('./syntax-errors.ts')).refuseControlCharacters(text, document)
    documents.push(document)
    at = document.end
  } while (at < text.length)
  return documents
}
