/** Paths within a container or volume, and URL-like paths that begin with a domain. */
import { posix } from 'node:path'
import { orNothing, type Format } from './format.ts'
import { dnsSubdomain } from './names.ts'

/** No element of the path is "..". */
export const withoutBacksteps: Format = (value) => (value.includes('..') && value.split('/').includes('..') ? 'must not contain ".." as an element' : undefined)

/** The shortest path to the same place, as Go has it: without "//", ".", a slash at the end, and ".." where there is a way back. */
export const cleanPath = (value: string): string => posix.normalize(value).replace(/(?<=.)\/$/, '')

/** A path that stays below where it starts. Gives one reason for each: absolute, "..". */
export function localDescendingPath(value: string): readonly string[] | undefined {
  const reasons: string[] = []
  if (value.startsWith('/')) reasons.push('must be a relative path')
  const back = withoutBacksteps(value) as string | undefined
  if (back !== undefined) reasons.push(back)
  return orNothing(reasons)
}

/** Paths that begin with ".." are kept for the atomic writer of projected files. */
export function localNonReservedPath(value: string): readonly string[] | undefined {
  const reasons = [...(localDescendingPath(value) ?? [])]
  if (value.startsWith('..') && !value.startsWith('../')) reasons.push('must not begin with ".."')
  return orNothing(reasons)
}

/** `example.com/path`: who manages a Job, which controller serves an IngressClass. */
export function domainPrefixedPath(value: string): readonly string[] | undefined {
  const slash = value.indexOf('/')
  if (slash <= 0 || slash === value.length - 1) return ['must be a domain and a path, such as example.com/name']
  const reasons: string[] = []
  for (const reason of dnsSubdomain(value.slice(0, slash)) ?? []) reasons.push(`${reason} in its domain`)
  if (!/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(value.slice(slash + 1))) reasons.push("must have only letters, digits and /-._~%!$&'()*+,;=: after the first \"/\"")
  return orNothing(reasons)
}

/** A URL of the API server that is no resource, such as `/healthz`; "*" may stand for all below a path. */
export const nonResourceUrl: Format = (value) => {
  if (value === '/') return undefined
  if (value === '') return 'must not be empty'
  if (!value.startsWith('/')) return 'must begin with "/"'
  if (value.includes(' ')) return 'must not contain a space'
  if (value.includes('//')) return 'must not contain "//"'
  const stars = value.split('*').length - 1
  return stars > 1 || (stars === 1 && !value.endsWith('/*')) ? 'may have "*" only as its last part' : undefined
}
