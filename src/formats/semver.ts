/** Versions as of https://semver.org/spec/v2.0.0.html: `1.2.3-rc.1+build`. */
import type { Format } from './format.ts'

const NUMBER = '(?:0|[1-9]\\d*)'
const PRE_RELEASE = `(?:${NUMBER}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`
const BUILD = '[0-9a-zA-Z-]+'
const VERSION = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRE_RELEASE}(?:\\.${PRE_RELEASE})*)?(?:\\+${BUILD}(?:\\.${BUILD})*)?$`)

export const semver: Format = (value) => (VERSION.test(value) ? undefined : 'must be a version such as 1.2.3 or 1.2.3-rc.1')

/** Below 0 when the first version is the older one. Both must be versions. */
export function compareSemver(one: string, other: string): number {
  const [[numbers, pre], [otherNumbers, otherPre]] = [partsOf(one), partsOf(other)]
  const byNumbers = compareParts(numbers, otherNumbers)
  if (byNumbers !== 0) return byNumbers
  // A release is newer than what came before it.
  if (pre.length === 0 || otherPre.length === 0) return otherPre.length - pre.length
  return compareParts(pre, otherPre)
}

function partsOf(version: string): [numbers: string[], pre: string[]] {
  const [numbers = '', ...pre] = version.replace(/\+.*/, '').split('-')
  return [numbers.split('.'), pre.length === 0 ? [] : pre.join('-').split('.')]
}

function compareParts(some: readonly string[], others: readonly string[]): number {
  for (const [index, part] of some.entries()) {
    const other = others[index]
    if (other === undefined) return 1
    const isNumber = /^\d+$/.test(part)
    if (isNumber !== /^\d+$/.test(other)) return isNumber ? -1 : 1
    // Numbers have no zeros in front, so that a longer one is larger.
    if (part !== other) return isNumber && part.length !== other.length ? part.length - other.length : part < other ? -1 : 1
  }
  return some.length - others.length
}
