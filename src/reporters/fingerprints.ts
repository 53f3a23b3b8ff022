import { createHash } from 'node:crypto'
import type { Diagnostic } from '../diagnostic.ts'

/**
 * What tells each finding from the others and stays when lines move or a message is reworded: a SHA-256 of rule, file, object and field, and for the
 * second finding with all these equal, and so on, of its number too.
 */
export function fingerprints(diagnostics: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>()
  return diagnostics.map(({ rule, file, object, path }) => {
    const identity = [rule, file, object, path].join('\0')
    const number = seen.get(identity) ?? 0
    seen.set(identity, number + 1)
    return createHash('sha256').update(number === 0 ? identity : `${identity}\0${number}`).digest('hex')
  })
}
