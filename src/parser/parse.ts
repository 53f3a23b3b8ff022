/** Text in, documents out. */
import { plainSource } from './characters.ts'
import { Fault } from './fault.ts'
import { scanDocument } from './scan.ts'
import type { Tape } from './tape.ts'

/** What is wrong with the text itself. */
export interface Problem {
  /** `duplicate-key` covers keys that a merge sets twice as well; everything else that kubectl's reader refuses is `syntax`. */
  kind: 'syntax' | 'duplicate-key' | 'alias-expansion' | 'too-deep'
  message: string
  start: number
  end: number
  related?: { message: string; start: number; end: number }
}

export interface Document {
  /**
   * The root node, or -1 when there is nothing to read: an empty document, or one whose structure cannot be told. A document of which only a value is wrong
   * (a NaN, a tag that does not fit) has a problem and a root: the value is then marked `Flag.hidden`.
   */
  root: number
  /** The documents of a text cover it without gaps: comments before `---` belong to the document after it. */
  start: number
  end: number
  problems: Problem[]
}

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
