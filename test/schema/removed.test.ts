import { describe, expect, it } from 'vitest'
import { removedApi, removedApis } from '../../src/schema/removed.ts'
import { loadTable } from '../../src/schema/table.ts'
import { LATEST, MINORS } from '../../src/versions.ts'

const minorOf = (version: string) => Number(version.split('.')[1])
const kindsOf = (minor: string) => loadTable(minor).kinds().map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)

describe('removed API versions', () => {
  it.each(MINORS)('%s serves nothing that is said to be removed by then', (minor) => {
    for (const name of kindsOf(minor)) {
      const removedIn = removedApis().get(name)?.removedIn
      if (removedIn !== undefined) expect(minorOf(removedIn), name).toBeGreaterThan(minorOf(minor))
    }
  })

  it('what a minor dropped is said to be removed in that very minor', () => {
    for (const [at, minor] of MINORS.entries()) {
      if (at === 0) continue
      const served = new Set(kindsOf(minor))
      for (const name of kindsOf(MINORS[at - 1]!)) if (!served.has(name)) expect(removedApis().get(name)?.removedIn, name).toBe(minor)
    }
  })

  it('what is still to be removed is served until then', () => {
    const served = new Set(kindsOf(LATEST))
    for (const [name, { removedIn }] of removedApis()) {
      // ComponentStatus can be read but not created, so it is no kind of the table.
      if (name !== 'v1 ComponentStatus' && (removedIn === undefined || minorOf(removedIn) > minorOf(LATEST))) expect(served.has(name), name).toBe(true)
    }
  })

  it('the replacement is served by the newest minor, also with the kind', () => {
    // Objects of requests, which have no kind of their own in the table.
    const requests = ['Scale', 'AdmissionReview', 'Eviction']
    const served = new Set(kindsOf(LATEST))
    for (const [name, { replacement }] of removedApis()) {
      const kind = name.split(' ')[1]!
      if (replacement === undefined || requests.includes(kind)) continue
      expect(served.has(replacement.includes(' ') ? replacement : `${replacement} ${kind}`), `${name} → ${replacement}`).toBe(true)
    }
  })

  it('are deprecated before they are removed', () => {
    for (const [name, { deprecatedIn, removedIn }] of removedApis()) {
      if (deprecatedIn !== undefined && removedIn !== undefined) expect(minorOf(deprecatedIn), name).toBeLessThan(minorOf(removedIn))
    }
  })

  it('know the dates of well-known ones', () => {
    expect(removedApi('extensions/v1beta1', 'Deployment')).toEqual({ deprecatedIn: '1.8', removedIn: '1.16', replacement: 'apps/v1' })
    expect(removedApi('policy/v1beta1', 'PodSecurityPolicy')).toEqual({ deprecatedIn: '1.21', removedIn: '1.25' })
    expect(removedApi('v1', 'Endpoints')).toEqual({ deprecatedIn: '1.33', replacement: 'discovery.k8s.io/v1 EndpointSlice' })
    expect(removedApi('apps/v1', 'Deployment')).toBeUndefined()
    expect(removedApi('example.com/v1beta1', 'Deployment')).toBeUndefined()
  })
})
