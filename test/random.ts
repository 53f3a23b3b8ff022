/** Chance that can be had again: the same seed gives the same. */
export interface Random {
  /** A whole number below `limit`. */
  (limit: number): number
  /** True once in `times`. */
  once(times: number): boolean
  pick<T>(list: readonly T[]): T
}

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed
  const random = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % limit
  }
  return Object.assign(random, { once: (times: number) => random(times) === 0, pick: <T>(list: readonly T[]) => list[random(list.length)]! })
}
