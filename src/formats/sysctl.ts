/** Names of kernel parameters: `net.core.somaxconn`, `net/core/somaxconn`. */
import type { Format } from './format.ts'

const SHAPE = /^(?:[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/
const LONGEST = 253

export const sysctlName: Format = (value) => {
  if (value.length > LONGEST) return `must be at most ${LONGEST} characters`
  return SHAPE.test(value) ? undefined : 'must be parts of lower case letters, digits, "-" and "_" between "." or "/"'
}

/** With dots between its parts: where a slash comes first, the two have changed places. */
export function sysctlWithDots(name: string): string {
  const first = /[./]/.exec(name)?.[0]
  return first === '/' ? name.replace(/[./]/g, (each) => (each === '/' ? '.' : '/')) : name
}
