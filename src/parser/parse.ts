/** Text in, documents out. */
import { plainSource } from './characters.ts'
import type { Document } from './document.ts'
import { Fault } from './fault.ts'
import { scanDocument, scanJson, type Scanned } from './scan.ts'
import type { Tape } from './tape.ts'

export type { Document, Problem } from './document.ts'

/**
 * Reads `text` into `tape` (which is reset). Never throws for bad input: that is a problem of its document. A text has at least one document.
 * With `isJson` it is JSON and nothing else.
 */
export async function parse(text: string, tape: Tape, isJson = false): Promise<Document[]> {
  tape.reset(text)
  const documents: Document[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  if (isJson || JSON_START.test(text)) {
    at = await parseJson(text, at, tape, isJson, documents)
    if (at === text.length && documents.length > 0) return documents
  }
  const source = plainSource(text)
  do {
    const scanned = scanDocument(tape, source, at)
    let document: Document
    // What most runs do not need is loaded only now: the slow way, and words for errors.
    if (scanned === undefined) document = (await import('./fallback.ts')).readDocument(tape, source, at)
    else if (scanned instanceof Fault) document = (await import('./syntax-errors.ts')).refusedDocument(source, at, scanned)
    else document = await readDocument(tape, at, scanned)
    if (source !== text) (await import('./syntax-errors.ts')).refuseControlCharacters(text, document)
    documents.push(document)
    at = document.end
  } while (at < text.length)
  return documents
}

/** What kubectl takes for JSON, until it meets something else. */
const JSON_START = /^[ \t\r\n]*\{/

/**
 * Reads values of JSON as long as there are any; where it came to. kubectl goes on with YAML when the first is none, or what follows it on a line of its own: `{a: b}` is
 * read as YAML, also where JSON has a comma too many. After two values all has to be JSON.
 */
async function parseJson(text: string, start: number, tape: Tape, isJson: boolean, documents: Document[]): Promise<number> {
  let at = start
  do {
    const scanned = scanJson(tape, text, at)
    if (scanned instanceof Fault) {
      if (!isJson && (documents.length === 0 || (documents.length === 1 && mayBeYaml(text, at)))) return at
      const { refusedJson } = await import('./syntax-errors.ts')
      documents.push(refusedJson(text, at, scanned))
      return text.length
    }
    documents.push(await readDocument(tape, at, scanned))
    at = scanned.end
  } while (at < text.length)
  return at
}

/** Whether what follows a value of JSON begins a line, a map or a document. */
const mayBeYaml = (text: string, at: number): boolean => text[at - 1] === '\n' || text[at] === '{' || text.startsWith('---', at)

async function readDocument(tape: Tape, start: number, { root, end, hasDuplicates }: Scanned): Promise<Document> {
  const document: Document = { root, start, end, problems: [] }
  if (hasDuplicates) {
    document.problems = (await import('./duplicate-keys.ts')).findDuplicateKeys(tape, root)
    ;(await import('./missing-separator.ts')).reportMissingSeparators(tape, document)
  }
  return document
}
