import type { Tape } from '../parser/tape.ts'

/** Whether SOPS has encrypted an object: it leaves a map `sops` at its root, and values `ENC[…]`. */
export function isEncrypted(tape: Tape, root: number): boolean {
  const sops = tape.find(root, 'sops')
  return tape.find(sops, 'mac') !== -1 && tape.find(sops, 'version') !== -1
}
