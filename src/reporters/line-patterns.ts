/**
 * The regular expressions that problem matchers read our lines with: VS Code's for `text` and `concise`, GitHub's for either (it has no ranges, and no
 * word of ours for a notice, so infos stay plain lines). A blank at the start is how they tell code frames, which may hold anything, from findings.
 */
export const LINE_PATTERNS = {
  /** Groups: file, line, column, severity, message, rule. */
  text: '^(\\S.*?):(\\d+):(\\d+): (error|warning|info) (.+) \\[([A-Za-z0-9/_.-]+)\\]$',
  /** Groups: file, line, column, end line, end column, severity, message, rule. The end column is exclusive. */
  concise: '^(\\S.*?):(\\d+):(\\d+)-(\\d+):(\\d+): (error|warning|info) (.+) \\[(\\S+)\\]$',
  /** Groups: file, line, column, severity, message, rule. */
  github: '^(\\S.*?):(\\d+):(\\d+)(?:-\\d+:\\d+)?: (error|warning) (.+) \\[([A-Za-z0-9/_.-]+)\\]$',
} as const
