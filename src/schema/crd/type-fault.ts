import type { Tape } from '../../parser/tape.ts'
import { describeType, misfit } from '../decode.ts'
import type { CustomSchema } from './custom-schema.ts'

/** `is the string "3", must be an integer: remove the quotes`. `node` is -1 for what a default has brought. */
export function typeFault(tape: Tape, node: number, { shape }: CustomSchema): string {
  if (node === -1 || tape.isNull(node)) return `${node === -1 ? 'has a default that is wrong' : 'is null'}, must be ${describeType(shape)}`
  const number = tape.isScalar(node) ? tape.scalar(node) : undefined
  if (typeof number === 'bigint' && describeType(shape) === 'an integer') return `is ${number}, must be at most 9223372036854775807`
  return misfit(tape, node, shape)
}
