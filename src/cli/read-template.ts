import { resolve } from 'node:path'
import { readOwnText, UnreadableText } from '../files/read.ts'
import { systemReason } from '../files/system-error.ts'
import { UsageError } from '../usage-error.ts'

/** The file of `--template`. Throws a UsageError. */
export function readTemplate(file: string, cwd: string): { file: string; text: string } {
  try {
    return { file, text: readOwnText(resolve(cwd, file)).replace(/^\ufeff/, '') }
  } catch (error) {
    throw new UsageError(`Cannot read the template ${file}: ${error instanceof UnreadableText ? `it ${error.message}` : systemReason(error)}`)
  }
}
