import { painter } from '../reporters/color.ts'

/** A patch for the eyes, as git colors it. */
export function colorDiff(patch: string): string {
  const paint = painter(true)
  // Only what says how many lines follow tells a line of the file that begins with `--` from a name.
  let left = 0
  const styled = (line: string): string => {
    const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line)
    if (hunk !== null) {
      left = Number(hunk[1] ?? 1) + Number(hunk[2] ?? 1)
      return paint('info', line)
    }
    if (left === 0) return line.startsWith('\\') ? paint('dim', line) : paint('bold', line)
    if (line.startsWith('\\')) return paint('dim', line)
    left -= line.startsWith(' ') ? 2 : 1
    return line.startsWith('-') ? paint('error', line) : line.startsWith('+') ? paint('added', line) : line
  }
  return patch.replace(/[^\n]+/g, styled)
}
