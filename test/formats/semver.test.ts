import { expect, test } from 'vitest'
import { semver } from '../../src/formats/semver.ts'

test('versions of semver.org', () => {
  for (const right of ['0.0.0', '1.2.3', '1.0.0-rc.1', '1.0.0-0a.-', '1.0.0+01', '1.0.0-a+b.c']) expect(semver(right), right).toBeUndefined()
  for (const wrong of ['', '1', '1.2', '1.2.3.4', 'v1.2.3', '01.2.3', '1.0.0-', '1.0.0+', '1.0.0-01', '1.0.0-a..b', '1.0.0-a+b+c', '1.0.0-é', '1.2.3\n']) expect(semver(wrong), wrong).toBeDefined()
})
