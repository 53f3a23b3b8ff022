/** What claims of volumes and volumes themselves have in common. */
import { parseQuantity } from '../formats/quantity.ts'
import type { Check, TypeCheckContext } from './constraints.ts'
import { mustBe } from './sentence.ts'

const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod']

export const accessModes: Check = {
  describes: `of ${ACCESS_MODES.join(', ')}, the last one alone`,
  test(value) {
    const modes = value as readonly string[]
    const faults = modes.flatMap((mode, index) => (ACCESS_MODES.includes(mode) ? [] : { code: 'NotSupported' as const, message: mustBe(ACCESS_MODES, mode), steps: [index] }))
    if (modes.includes('ReadWriteOncePod') && modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode))) return [...faults, { code: 'Forbidden', message: 'cannot have "ReadWriteOncePod" together with another mode' }]
    return faults
  },
}

/** An amount of storage, of which the server wants whole bytes but only warns of others. */
export function warnOfFraction(steps: readonly string[], amount: string | undefined, { warn }: TypeCheckContext): void {
  const quantity = amount === undefined ? undefined : parseQuantity(amount)
  if (quantity !== undefined && quantity.nanos % 1_000_000_000n !== 0n) warn(steps, `Storage of ${amount} is not a whole number of bytes`)
}
