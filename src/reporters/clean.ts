/**
 * Makes text of manifests and file names safe to print: it cannot move the cursor, colour, reorder or break a line, or give orders to a CI runner
 * that reads the log. What is unsafe is shown as a visible sign in its place, one for one, so that columns stay right.
 */
import type { Diagnostic, Report } from '../diagnostic.ts'

// Controls, line separators, lone surrogates, what XML has no place for, all that turns or marks the direction of writing, and what takes no place and so can hide: the byte order
// mark, the zero width space, tag characters. Not the joiners, without which some languages and emoji fall apart.
// Made only when it is needed: what knows Unicode takes long to make.
const unsafe = (): RegExp => /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}]/gu
const SAFE = /^[ -~]*$/
// GitHub's runner takes `##[error]` anywhere in a line, and so do Azure's `##vso[…]` and TeamCity's `##teamcity[…]`.
const COMMAND = /##(?=[a-z]*\[)/gi
// GitHub's runner takes `::error::` at the start of a line, after blanks too.
const COMMAND_AT_START = /^(\s*:):/
/** Most UTF-16 code units of a message; well below the 4,096 characters that GitHub keeps. */
const LONGEST = 2000

/** The text with control characters as their pictures (`␛`), other unsafe ones as `�`, tabs as blanks. As long as before. */
export function visible(text: string): string {
  return (SAFE.test(text) ? text : text.replace(unsafe(), sign)).replace(COMMAND, '#\ufffd')
}

function sign(character: string): string {
  const code = character.charCodeAt(0)
  return code === 9 ? ' ' : code < 32 ? String.fromCharCode(0x2400 + code) : code === 127 ? '\u2421' : '\ufffd'.repeat(character.length)
}

/** A text that stands at the start of a line. */
export const cleanLine = (text: string): string => visible(text).replace(COMMAND_AT_START, '$1\ufffd')
/** A name that begins with a blank would make a line look like one of those below a finding, or like another tool's. */
const cleanFile = (text: string): string => cleanLine(text).replace(/^\s/, '\u2420')
const cleanMessage = (text: string): string => cleanLine(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** A copy in which everything that a reporter prints is safe, except `sourceLine`, which must be exact where columns are counted, and the text of `edits`. */
export function cleanReport(report: Report): Report {
  const { diagnostics, summary } = report
  const unknownKinds = Object.fromEntries(Object.entries(summary.unknownKinds).map(([kind, count]) => [cleanMessage(kind), count]))
  const severalObjects = new Set([...(report.severalObjects ?? [])].map(cleanFile))
  return { ...report, diagnostics: diagnostics.map(cleanDiagnostic), summary: { ...summary, unknownKinds }, severalObjects }
}

function cleanDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const { message, file, object, origin, path, related } = diagnostic
  return {
    ...diagnostic,
    message: cleanMessage(message),
    file: cleanFile(file),
    object: cleanMessage(object),
    path: cleanMessage(path),
    ...(origin !== undefined && { origin: cleanFile(origin) }),
    ...(related && { related: related.map((each) => ({ ...each, message: cleanMessage(each.message), file: cleanFile(each.file) })) }),
  }
}

/** JSON in which unsafe characters of strings are escaped, so that they survive exactly and still cannot act in a log. */
export function toJson(value: unknown, indent?: number): string {
  const escape = (character: string) => (character === '\n' ? character : character.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''))
  return JSON.stringify(value, undefined, indent).replace(unsafe(), escape).replace(COMMAND, '#\\u0023')
}
