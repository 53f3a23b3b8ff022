/** Expressions in the Common Expression Language, as far as they can be judged without being compiled. https://kubernetes.io/docs/reference/using-api/cel/ */
import { trimSpace } from '../formats/white-space.ts'
import { required, type Check } from './constraints.ts'

/** For the server a blank one is missing. */
const notBlank: Check = {
  describes: 'not only spaces',
  test: (value) => (isBlank(value) ? { code: 'Required', message: 'must not consist of spaces only' } : undefined),
}

export const requiredExpression: readonly Check[] = required(notBlank)

/** Something is written, and none of it can be seen. */
export const isBlank = (value: unknown): boolean => typeof value === 'string' && value !== '' && trimSpace(value) === ''

const RESERVED = new Set(['true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package', 'namespace', 'return', 'var', 'void', 'while'])

/** Why this is not a name that an expression can use. */
export function celIdentifier(name: string): string | undefined {
  if (RESERVED.has(name)) return 'must not be a reserved word of CEL'
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? undefined : 'must consist of letters, digits and "_", and not begin with a digit'
}
