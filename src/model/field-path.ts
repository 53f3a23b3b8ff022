/** Field paths as the API server prints them: `spec.containers[0].image`, `metadata.annotations[example.com/owner]`. */

export type Step = string | number

export function appendStep(path: string, step: Step): string {
  if (typeof step === 'number') return `${path}[${step}]`
  if (!/^[A-Za-z_$][\w$-]*$/.test(step)) return `${path}[${step}]`
  return path === '' ? step : `${path}.${step}`
}
