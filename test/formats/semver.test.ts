import { describe, expect, test } from 'vitest'
import { compareSemver, semver } from '../../src/formats/semver.ts'

test('versions of semver.org', () => {
  for (const right of ['0.0.0', '1.2.3', '1.0.0-rc.1', '1.0.0-0a.-', '1.0.0+01', '1.0.0-a+b.c']) expect(semver(right), right).toBeUndefined()
  for (const wrong of ['', '1', '1.2', '1.2.3.4', 'v1.2.3', '01.2.3', '1.0.0-', '1.0.0+', '1.0.0-01', '1.0.0-a..b', '1.0.0-a+b+c', '1.0.0-é', '1.2.3\n']) expect(semver(wrong), wrong).toBeDefined()
})

describe('which is older', () => {
  const ordered = ['0.0.0', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.0.1', '1.2.0', '1.10.0-0', '1.10.0', '2.0.0-a-b', '10.0.0']
  test.each(ordered.slice(1).map((newer, index) => [ordered[index]!, newer] as const))('%s before %s', (older, newer) => {
    expect(compareSemver(older, newer)).toBeLessThan(0)
    expect(compareSemver(newer, older)).toBeGreaterThan(0)
  })
  test('what it was built from does not count', () => expect(compareSemver('1.2.3-rc.1+a', '1.2.3-rc.1+b-1')).toBe(0))
})
