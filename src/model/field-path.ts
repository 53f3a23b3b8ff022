/** Field paths as the API server prints them: `spec.containers[0].image`, `metadata.annotations[example.com/owner]`. */

export type Step = string | number

/** Letters, digits, `_`, `$` and `-`, not beginning with a digit. */
const NAME = /^[A-Za-z_$][\w$-]*$/
const names = new Map<string, boolean>()

/** Paths are made all the time, out of few different fields. */
export function isName(step: string): boolean {
  let result = names.get(step)
  if (result === undefined) names.set(step, (result = NAME.test(step)))
  return result
}

export function appendStep(path: string, step: Step): string {
  if (typeof step === 'number') return `${path}[${step}]`
  if (!isName(step)) return `${path}[${step}]`
  return path === '' ? step : `${path}.${step}`
}
