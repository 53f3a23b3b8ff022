/** How long the name of a signer may be: a domain and, after the "/", a name. */
import { longerThan } from '../formats/format.ts'
import type { Check } from './constraints.ts'

const LONGEST_DOMAIN = 253
const LONGEST = 571

export const signerNameLength: Check = {
  describes: `at most ${LONGEST} bytes, of which ${LONGEST_DOMAIN} before the "/"`,
  test(value) {
    if (typeof value !== 'string' || value.split('/').length !== 2) return undefined
    if (longerThan(LONGEST_DOMAIN, value.slice(0, value.indexOf('/')))) return { code: 'TooLong', message: `must be at most ${LONGEST_DOMAIN} bytes before the "/"` }
    return longerThan(LONGEST, value) ? { code: 'TooLong', message: `must be at most ${LONGEST} bytes` } : undefined
  },
}
