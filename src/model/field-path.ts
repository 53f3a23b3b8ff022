/** Field paths as the API server prints them: `spec.containers[0].image`, `metadata.annotations[example.com/owner]`. */

export type Step = string | number

/** Letters, digits, `_`, `$` and `-`, not beginning with a digit. */
const NAME = /^[A-Za-z_$][\w$-]*$/
const names = new Map<string, boolean>()
const MOST_NAMES = 10_000

/** No path that anybody needs is longer. What is nested ten thousand levels deep, with something wrong on each of them, would fill the memory with paths. */
const LONGEST_PATH = 1024

/** Paths are made all the time, out of few different fields. */
export function isName(step: string): boolean {
  let result = names.get(step)
  if (result === undefined) {
    // A long run meets names without end.
    if (names.size === MOST_NAMES) names.clear()
    names.set(step, (result = NAME.test(step)))
  }
  return result
}

/** A path below which nothing is told apart any more; undefined while there is room. */
export const cutPath = (path: string): string | undefined => (path.length <= LONGEST_PATH ? undefined : path.endsWith('…') ? path : `${path}…`)

export function appendStep(path: string, step: Step): string {
  const cut = cutPath(path)
  if (cut !== undefined) return cut
  if (typeof step === 'number') return `${path}[${step}]`
  if (!isName(step)) return `${path}[${step}]`
  return path === '' ? step : `${path}.${step}`
}
