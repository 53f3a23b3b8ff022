/** Node's cryptography, loaded when it is first needed: that takes longer than the whole of a small run. */
import { createRequire } from 'node:module'
import { join } from 'node:path'

type Crypto = typeof import('node:crypto')

let loaded: Crypto | undefined

export const crypto = (): Crypto => (loaded ??= createRequire(join(import.meta.dirname, 'crypto.ts'))('node:crypto') as Crypto)
