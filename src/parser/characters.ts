/** Characters that kubectl's reader treats in its own way. */

/** Not allowed anywhere, not even in comments. */
export const CONTROL_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/
const PECULIAR = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/
const LONE_RETURN = /\r(?!\n)/
const EVERY_CONTROL_CHARACTER = new RegExp(CONTROL_CHARACTER, 'g')

/**
 * The text as the parser goes through it, with the same offsets: every line break that is not CRLF is LF, and control characters, which are refused later, are letters.
 * Nearly always that is the text itself.
 */
export function plainSource(text: string): string {
  // Two passes, of which the second hardly ever runs, take less time than one that looks for both.
  if (!PECULIAR.test(text) && !(text.includes('\r') && LONE_RETURN.test(text))) return text
  return text.replace(/\r(?!\n)|[\x85\u2028\u2029]/g, '\n').replace(EVERY_CONTROL_CHARACTER, 'x')
}
