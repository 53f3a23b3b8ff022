/** What kinds of dynamic resource allocation have in common. https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/ */
import { longerThan } from '../formats/format.ts'
import { cIdentifier, dnsSubdomain, dnsSubdomainCaseless } from '../formats/names.ts'
import type { Step } from '../model/field-path.ts'
import type { Check, Fault, TypeCheckContext } from './constraints.ts'
import { Seen } from './seen.ts'

export const VERSIONS = ['resource/v1', 'resource/v1beta2', 'resource/v1beta1'] as const

const LONGEST_DOMAIN = 63
const LONGEST_NAME = 32
const LONGEST_POOL = 253

/** What is in `exactly` since v1beta2 is in the request itself in v1beta1; the server names both alike. */
export const asExactly = (path: string): string => path.replace(/(requests\[\d+\])\.(?=(?:selectors|tolerations)\b)/, '$1.exactly.')

/** Likewise what v1beta1 has in `basic` of a device. */
export const withoutBasic = (path: string): string => path.replace(/(devices\[\d+\])\.basic\b/, '$1')

/** The name of an attribute or a capacity: `model`, or `gpu.example.com/model`. */
export function attributeFaults(name: string, domain: (text: string) => string | readonly string[] | undefined = dnsSubdomainCaseless): Fault[] {
  const [first = '', second, ...more] = name.split('/')
  // The server does not look any closer.
  if (more.length > 0) return []
  return second === undefined ? nameFaults(first, '') : [...domainFaults(first, domain), ...nameFaults(second, ' after the "/"')]
}

function domainFaults(text: string, domain: (text: string) => string | readonly string[] | undefined): Fault[] {
  if (text === '') return [{ code: 'Invalid', message: 'must have a domain before the "/"' }]
  const faults: Fault[] = longerThan(LONGEST_DOMAIN, text) ? [{ code: 'TooLong', message: `must be at most ${LONGEST_DOMAIN} bytes before the "/"` }] : []
  return [...faults, ...[domain(text) ?? []].flat().map((reason) => ({ code: 'Invalid' as const, message: `${reason} before the "/"` }))]
}

function nameFaults(text: string, where: string): Fault[] {
  if (text === '') return [{ code: 'Invalid', message: where === '' ? 'must not be empty' : `must have a name${where}` }]
  const faults: Fault[] = longerThan(LONGEST_NAME, text) ? [{ code: 'TooLong', message: `must be at most ${LONGEST_NAME} bytes${where}` }] : []
  const reason = cIdentifier(text) as string | undefined
  return reason === undefined ? faults : [...faults, { code: 'Invalid', message: `${reason}${where}` }]
}

/** The name of an attribute in a constraint, where it needs its domain. */
export const qualifiedAttribute: Check = {
  describes: 'a domain and a name: gpu.example.com/model',
  test(value, { minor }) {
    if (typeof value !== 'string') return undefined
    const faults = attributeFaults(value, minor >= 37 ? dnsSubdomain : dnsSubdomainCaseless)
    return value.includes('/') ? faults : [...faults, { code: 'Invalid', message: 'must have a domain and a name: gpu.example.com/model' }]
  },
}

/** One or more DNS subdomains between slashes. */
export const poolName: Check = {
  describes: `DNS subdomains, joined by "/", of at most ${LONGEST_POOL} bytes`,
  test(value) {
    if (typeof value !== 'string' || value === '') return undefined
    const faults: Fault[] = longerThan(LONGEST_POOL, value) ? [{ code: 'TooLong', message: `must be at most ${LONGEST_POOL} bytes` }] : []
    for (const part of value.split('/')) for (const reason of dnsSubdomain(part) ?? []) faults.push({ code: 'Invalid', message: part === '' ? 'must not have empty parts' : reason })
    return faults
  },
}

/** Of a second item with the same key the server names the item. */
export function reportRepeated<Item extends object>(list: string, key: keyof Item & string, items: readonly Item[], { path, report }: TypeCheckContext): void {
  const seen = new Seen()
  for (const [index, item] of items.entries()) {
    const value = item[key]
    const steps: readonly Step[] = [list, index, key]
    const earlier = typeof value === 'string' && value !== '' ? seen.before(value, steps) : undefined
    if (earlier !== undefined) report(steps, 'Duplicate', earlier.message, { ...earlier, path: `${path}.${list}[${index}]` })
  }
}
