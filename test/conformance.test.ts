import { describe, expect, it } from 'vitest'
import { JUDGED_MINORS, areas, differencesOf, readKnownDifferences, runArea } from '../conformance/run.ts'

const known = readKnownDifferences()

describe.each(JUDGED_MINORS)('as Kubernetes %s judges', { timeout: 60_000 }, (minor) => {
  it.each(areas())('%s', async (area) => {
    const result = await runArea(area, minor)
    expect(result.figures.cases).toBeGreaterThan(0)
    expect(result.crashed).toEqual([])
    // A difference more or less: look at it, then run `node scripts/conformance.mjs --update`.
    expect(differencesOf(area, result)).toEqual(known[minor]?.[area] ?? { missed: [], falselyRefused: [] })
  })
})
