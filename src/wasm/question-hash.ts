/** Names of questions to a module, for answers that are kept: of what says the same, and nothing else, they are the same. */
import { createHash } from 'node:crypto'

export function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(`${part.length} `).update(part)
  return sum.digest('base64url')
}
