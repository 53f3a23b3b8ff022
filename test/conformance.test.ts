import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drops, readRecorded, toRecord } from '../conformance/figures.ts'
import { conformancePage, withSummary } from '../conformance/page.ts'
import { JUDGED_MINORS, areas, differencesOf, readKnownDifferences, runArea } from '../conformance/run.ts'

const known = readKnownDifferences()
const recorded = readRecorded()

describe.each(JUDGED_MINORS)('as Kubernetes %s judges', (minor) => {
  it.each(areas())('%s', async (area) => {
    const result = await runArea(area, minor)
    expect(result.figures.cases).toBeGreaterThan(0)
    expect(result.crashed).toEqual([])
    // A difference more or less: look at it, then run `node scripts/conformance.mjs --update`.
    expect(differencesOf(area, result)).toEqual(known[minor]?.[area] ?? { missed: [], falselyRefused: [] })
    // An area that is new: run `node scripts/conformance.mjs --write`.
    expect(recorded[minor]).toHaveProperty([area])
    expect(drops(toRecord(result), recorded[minor]![area]!)).toEqual([])
  })
})

describe('what users read of the figures is fresh: node scripts/conformance.mjs --write', () => {
  const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')

  it('docs/conformance.md', () => {
    expect(read('docs/conformance.md')).toBe(conformancePage(recorded))
  })

  it('the summary in the README', () => {
    expect(read('README.md')).toBe(withSummary(read('README.md'), recorded))
  })
})
