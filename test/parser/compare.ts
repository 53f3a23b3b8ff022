/** Reads a text both ways, with the scanner and step by step, and what both read with the package `yaml` as well, and tells where they differ. */
import { Composer, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml'
import { plainSource } from '../../src/parser/characters.ts'
import { findDuplicateKeys } from '../../src/parser/duplicate-keys.ts'
import { readDocument } from '../../src/parser/fallback.ts'
import { Fault } from '../../src/parser/fault.ts'
import type { Document } from '../../src/parser/document.ts'
import { scanDocument, type Scanned } from '../../src/parser/scan.ts'
import { scalarText } from '../../src/parser/scalar.ts'
import { Flag, Kind, Tape } from '../../src/parser/tape.ts'

export interface Comparison {
  /** Documents that both read, in all alike. */
  same: number
  /** Documents that the scanner left to the other way. */
  declined: number
  /** Documents in which the scanner found a fault. */
  faults: number
  differences: string[]
}

const TOLD_BY_THE_SCANNER = new Set(['after-end', 'byte-order-mark', 'directive', 'marker-content', 'nothing-to-end'])

const fast = new Tape()
const slow = new Tape()

export function compareBothWays(text: string): Comparison {
  const result: Comparison = { same: 0, declined: 0, faults: 0, differences: [] }
  const source = plainSource(text)
  fast.reset(text)
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  do {
    const from = fast.size
    const scanned = scanDocument(fast, source, at)
    slow.reset(text)
    const document = readDocument(slow, source, at)
    const problem = document.problems.find(({ kind }) => kind !== 'duplicate-key' && kind !== 'ambiguous-key')
    if (scanned === undefined) result.declined++
    else if (scanned instanceof Fault) {
      result.faults++
      // What kubectl drops, or reads in another way than its author thinks, is told by the scanner alone.
      if (problem === undefined && !TOLD_BY_THE_SCANNER.has(scanned.code)) result.differences.push(`${scanned.code} at ${scanned.start}, which can be read`)
    } else if (problem !== undefined) result.differences.push(`${problem.message}, which can be read`)
    else {
      const difference = scanned.end !== document.end ? `ends at ${scanned.end}, not ${document.end}` : (compareTapes(from) ?? compareDuplicates(scanned, document) ?? compareTexts(from, source.slice(0, document.end), at))
      if (difference === undefined) result.same++
      else result.differences.push(difference)
    }
    if (document.end <= at && at < text.length) throw new Error(`no progress at ${at}`)
    at = document.end
  } while (at < text.length)
  return result
}

/** Whether a quoted text goes on further left than it may for YAML 1.2, which `yaml` refuses or misreads; kubectl does not care. */
function hasLooseQuote(from: number): boolean {
  for (let node = from; node < fast.size; node++) {
    if (!fast.has(node, Flag.encoded) || fast.kind(node) === Kind.plain || !fast.isScalar(node)) continue
    const [, ...lines] = fast.source(node).split(/\r\n|[\n\r\x85\u2028\u2029]/)
    const firstLine = fast.text.slice(0, fast.start(node)).split(/[\n\r\x85\u2028\u2029]/).at(-1)!
    const column = /^(?:---)?[ \ufeff]*(?:[-?:][ \t]+)*/.exec(firstLine)![0].length
    if (lines.some((line) => /[^ \t]/.test(line) && line.search(/[^ ]/) <= column)) return true
  }
  return false
}

/** Kinds, flags, counts, spans, keys and links of every node; the scanner's document begins at the node `from`. */
function compareTapes(from: number): string | undefined {
  if (fast.size - from !== slow.size) return `${fast.size - from} nodes, not ${slow.size}`
  for (let node = 0; node < slow.size; node++) {
    const mine = [...fast.data.subarray((from + node) * 4, (from + node) * 4 + 4)]
    const theirs = [...slow.data.subarray(node * 4, node * 4 + 4)]
    if (!slow.isScalar(node)) mine[3]! -= from
    if (mine.some((word, index) => word !== theirs[index])) return `node ${node}: ${mine.join(' ')} ${fast.source(from + node)}, not ${theirs.join(' ')} ${slow.source(node)}`
  }
  return undefined
}

function compareDuplicates(scanned: Scanned, document: Document): string | undefined {
  const found = scanned.hasDuplicates ? findDuplicateKeys(fast, scanned.root) : []
  const [mine, theirs] = [found, document.problems].map((problems) => JSON.stringify(problems))
  return mine === theirs ? undefined : `${mine}, not ${theirs}`
}

/** The text of every scalar that is not shared, against what `yaml` makes of it, where that reads the document: YAML 1.2 is stricter here and there. */
function compareTexts(from: number, source: string, start: number): string | undefined {
  const texts: string[] = []
  const visit = (node: unknown): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        visit(key)
        if (value === null) texts.push('')
        else visit(value)
      }
    } else if (isSeq(node)) node.items.forEach(visit)
    else if (isScalar(node)) texts.push(node.source!)
    else if (!isAlias(node)) throw new Error('neither map, list, scalar nor alias')
  }
  // YAML 1.2 reads these differently in brackets.
  if (hasLooseQuote(from) || /:[,[\]{}]|[?\ufeff]/.test(source.slice(start))) return undefined
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true })
  for (const document of composer.compose(new Parser().parse(source.slice(start).replace(/^---#/gm, '--- #')))) {
    if (document.errors.length > 0) return undefined
    visit(document.contents)
    break
  }
  let index = 0
  for (let node = from; node < fast.size; node++) {
    if (!fast.isScalar(node) || fast.has(node, Flag.shared)) continue
    const kind = fast.kind(node)
    const isBlock = kind === Kind.literal || kind === Kind.folded
    const mine = scalarText(source, kind, fast.has(node, Flag.encoded), fast.start(node), fast.end(node), isBlock ? fast.data[node * 4 + 3]! : 0)
    let theirs = texts[index++]
    // Blanks in a last line: `yaml` drops them, or adds a line break, and kubectl does not. At the root only `yaml` takes lines without indentation.
    if (isBlock && (node === from || ((source.slice(fast.end(node)).trim() === '' || /(?:^|\n) +\n*$/.test(mine)) && theirs?.trimEnd() === mine.trimEnd()))) theirs = mine
    // For kubectl, an empty line after an escaped line break is a line break, and an apostrophe may be escaped.
    if (kind === Kind.doubleQuoted && /\\(?:'|\r?\n[ \t]*\r?\n)/.test(source.slice(fast.start(node), fast.end(node)))) continue
    if (mine !== theirs) return `${JSON.stringify(mine)}, not ${JSON.stringify(theirs)}`
  }
  return undefined
}
