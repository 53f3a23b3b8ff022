/** What is asked in another tool's words, or finds nothing, is answered with what to type. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { didYouMean, UsageError } from '../usage-error.ts'
import { COMMANDS } from './arguments.ts'

/** Names that others have for the command `check`. */
const OTHER_COMMANDS: ReadonlySet<string> = new Set(['lint', 'validate', 'verify', 'test', 'scan', 'score', 'run', 'analyze', 'audit'])
/** How many operands are repeated. */
const MOST_NAMED = 5

/** Throws a UsageError for a word in the place of a command that neither is one nor names a file. */
export function refuseCommand([first = '', ...rest]: readonly string[], cwd: string): void {
  if (!/^[a-z]+$/.test(first) || existsSync(resolve(cwd, first))) return
  const answer = OTHER_COMMANDS.has(first) ? `; to lint files and folders: podlint ${rest.length === 0 ? 'PATH' : rest.join(' ')}` : didYouMean(first, COMMANDS)
  if (answer !== '') throw new UsageError(`Unknown command, file or folder "${first}"${answer}`)
}

/** Who does not know the repository decides whether its code runs. */
export const skippedNote = (file: string, plugins: readonly string[]): string => `${file} names plugins, which are not run: ${plugins.join(', ')}`

export function nothingFound(operands: readonly string[]): string {
  const more = operands.length - MOST_NAMED
  const place = operands.length === 0 ? 'here' : `in ${operands.slice(0, MOST_NAMED).join(' ')}${more > 0 ? ` and ${more} more` : ''}`
  return `Nothing to lint: ${operands[0] === '-' ? 'standard input holds no manifest' : `no Kubernetes manifest ${place}`} (fine with --allow-empty)`
}
