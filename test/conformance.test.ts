import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JUDGED_MINORS, areas, runArea } from '../conformance/run.ts'

interface Differences {
  /** Refused by the server alone. */
  missed: string[]
  /** Refused by podlint alone. */
  falselyRefused: string[]
}

const known = JSON.parse(readFileSync(join(import.meta.dirname, '../conformance/known-differences.json'), 'utf8')) as {
  /** Areas in which a refusal may not be missed without being listed. */
  complete: string[]
  minors: Record<string, Differences>
}

describe.each(JUDGED_MINORS)('Kubernetes %s', (minor) => {
  it.each(areas())('%s', async (area) => {
    const { figures, missed, falselyRefused, crashed } = await runArea(area, minor)
    const ofArea = (ids: string[]) => ids.filter((id) => id.startsWith(area === 'bases' ? 'base.' : `${area}-`)).sort()
    const listed = known.minors[minor]!
    expect(figures.cases).toBeGreaterThan(0)
    expect(crashed).toEqual([])
    expect(falselyRefused.sort(), 'refused by podlint alone').toEqual(ofArea(listed.falselyRefused))
    if (known.complete.includes(area)) expect(missed.sort(), 'refused by the server alone').toEqual(ofArea(listed.missed))
  })
})
