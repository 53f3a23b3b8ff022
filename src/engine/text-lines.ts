/** Lines of a manifest, as YAML counts them: NEL and the separators of Unicode break a line too. */

export function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** Where the line break at or after `at` begins. */
export function lineEnd(text: string, at: number): number {
  while (at < text.length && !isLineBreak(text, at)) at++
  return at
}

/** Where the next line begins, when nothing but white space and a comment follows `at` on its line; else -1. A block of text ends where the next line begins already. */
export function nextLine(text: string, at: number): number {
  if (at > 0 && isLineBreak(text, at - 1)) return at
  let end = at
  while (text[end] === ' ' || text[end] === '\t') end++
  if (text[end] === '#') end = lineEnd(text, end)
  if (end === text.length) return end
  if (!isLineBreak(text, end)) return -1
  return text.startsWith('\r\n', end) ? end + 2 : end + 1
}

/** Where the line of `at` begins, when nothing but spaces and dashes is before `at` on it; else undefined. */
export function lineMargin(text: string, at: number): number | undefined {
  let margin = at
  while (margin > 0 && (text[margin - 1] === ' ' || text[margin - 1] === '-')) margin--
  if (margin === 0 || isLineBreak(text, margin - 1)) return margin
  return margin === 1 && text[0] === '\ufeff' ? margin : undefined
}
