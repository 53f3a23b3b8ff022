/**
 * Names, keys and label values, under the names that Kubernetes gives their grammars (k8s.io/apimachinery/pkg/util/validation,
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/). Each gives one reason for its length and one for its grammar.
 */
import { longerThan, orNothing, type Format } from './format.ts'

interface Grammar {
  /** In bytes. */
  longest?: number
  shape: RegExp
  /** The characters that may occur at all, for the reason: `[allowed, in words]`. */
  letters: readonly [RegExp, string]
  /** What is wrong when every character is allowed. */
  otherwise: string
}

function grammar({ longest = Infinity, shape, letters: [allowed, inWords], otherwise }: Grammar): (value: string) => readonly string[] | undefined {
  return (value) => {
    const right = shape.test(value)
    if (right && value.length <= longest) return undefined
    const reasons: string[] = []
    if (longerThan(longest, value)) reasons.push(`must be at most ${longest} characters`)
    if (!right) reasons.push(value === '' ? 'must not be empty' : allowed.test(value) ? otherwise : `must consist of ${inWords}`)
    return orNothing(reasons)
  }
}

const BOTH_ENDS = 'must begin and end with a letter or digit'
const LOWER_CASE_AND_DASH = [/^[a-z0-9-]*$/, 'lower case letters, digits and "-"'] as const
const LOWER_CASE_DASH_AND_DOT = [/^[a-z0-9.-]*$/, 'lower case letters, digits, "-" and "."'] as const
const KEY_LETTERS = [/^[A-Za-z0-9_.-]*$/, 'letters, digits, "-", "_" and "."'] as const
const FILE_LETTERS = /^[A-Za-z0-9_.-]+$/

/** RFC 1123 label, `k8s-short-name`: Namespace, container and port names of a Service, … */
export const dnsLabel = grammar({ longest: 63, shape: /^[a-z0-9]+(?:-+[a-z0-9]+)*$/, letters: LOWER_CASE_AND_DASH, otherwise: BOTH_ENDS })

/** RFC 1035 label: like `dnsLabel`, but a letter comes first. Names of Services until 1.35. */
export const dns1035Label = grammar({
  longest: 63,
  shape: /^[a-z][a-z0-9]*(?:-+[a-z0-9]+)*$/,
  letters: LOWER_CASE_AND_DASH,
  otherwise: 'must begin with a letter and end with a letter or digit',
})

/** RFC 1123 subdomain, `k8s-long-name`: names of most kinds. Its parts have no limit of their own. */
export const dnsSubdomain = grammar({
  longest: 253,
  shape: /^[a-z0-9]+(?:(?:-+|\.)[a-z0-9]+)*$/,
  letters: LOWER_CASE_DASH_AND_DOT,
  otherwise: 'must begin and end every part between dots with a letter or digit',
})

/** `k8s-long-name-caseless`: names of CSI and DRA drivers, which the API server lower-cases first. */
export const dnsSubdomainCaseless: Format = (value) => dnsSubdomain(value.toLowerCase())

/** A subdomain whose parts may hold "_" and begin with one: DNS search domains since 1.33. */
export const dnsSubdomainWithUnderscore = grammar({
  longest: 253,
  shape: /^_?[a-z0-9]+(?:[-_]+[a-z0-9]+)*(?:\._?[a-z0-9]+(?:[-_]+[a-z0-9]+)*)*$/,
  letters: [/^[a-z0-9_.-]*$/, 'lower case letters, digits, "-", "_" and "."'],
  otherwise: 'must begin every part between dots with a letter, a digit or one "_", and end it with a letter or digit',
})

/** `*.` and a subdomain: hosts of an Ingress. */
export const wildcardDnsSubdomain = grammar({
  longest: 253,
  shape: /^\*\.[a-z0-9]+(?:(?:-+|\.)[a-z0-9]+)*$/,
  letters: [/^[a-z0-9.*-]*$/, '"*." and then lower case letters, digits, "-" and "."'],
  otherwise: 'must begin with "*.", and begin and end every part after it with a letter or digit',
})

/** A subdomain of at least two parts of at most 63 characters each; one dot may follow. */
export const fullyQualifiedDomainName: Format = (value) => {
  const name = value.endsWith('.') ? value.slice(0, -1) : value
  const broken = dnsSubdomain(name)
  if (broken !== undefined) return broken[0]
  const parts = name.split('.')
  if (parts.length < 2) return 'must have at least two parts separated by "."'
  return parts.some((part) => part.length > 63) ? 'must have at most 63 characters in each part between dots' : undefined
}

const namePart = grammar({ longest: 63, shape: /^[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*$/, letters: KEY_LETTERS, otherwise: BOTH_ENDS })
const QUALIFIED_NAME = /^(?:(?=[^/]{1,253}\/)[a-z0-9]+(?:(?:-+|\.)[a-z0-9]+)*\/)?(?=[^/]{1,63}$)[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*$/

/** `k8s-label-key`: a label key, a resource name, a finalizer: `name` or `prefix/name`, the prefix a subdomain. */
export function qualifiedName(value: string): readonly string[] | undefined {
  if (QUALIFIED_NAME.test(value)) return undefined
  const slash = value.indexOf('/')
  if (slash !== value.lastIndexOf('/')) return ['must have at most one "/", between a prefix and a name']
  const reasons: string[] = []
  if (slash === 0) reasons.push('must not have an empty prefix before the "/"')
  else if (slash > 0) for (const reason of dnsSubdomain(value.slice(0, slash)) ?? []) reasons.push(`${reason} in its prefix`)
  const name = value.slice(slash + 1)
  // Two errors of the API server: the part is empty, and the empty part does not match.
  if (name === '') reasons.push(slash === -1 ? 'must not be empty' : 'must have a name after the "/"', BOTH_ENDS)
  else for (const reason of namePart(name) ?? []) reasons.push(slash === -1 ? reason : `${reason} after the "/"`)
  return orNothing(reasons)
}

/** `k8s-prefixed-label-key`: a qualified name with the prefix. */
export const prefixedQualifiedName: Format = (value) => qualifiedName(value) ?? (value.includes('/') ? undefined : 'must have a prefix: example.com/name')

/** An annotation key: the prefix of a qualified name may have capitals here. */
export function annotationKey(value: string): readonly string[] | undefined {
  if (QUALIFIED_NAME.test(value)) return undefined
  // Go lower-cases U+0130 to a plain i, JavaScript to an i with a dot.
  return qualifiedName(value.replaceAll('\u0130', 'i').toLowerCase())
}

/** `k8s-label-value`: empty, or at most 63 characters. */
export const labelValue = grammar({ longest: 63, shape: /^(?:[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*)?$/, letters: KEY_LETTERS, otherwise: BOTH_ENDS })

function withoutSlashAndPercent(value: string): readonly string[] | undefined {
  const reasons: string[] = []
  if (value.includes('/')) reasons.push('must not contain "/"')
  if (value.includes('%')) reasons.push('must not contain "%"')
  return orNothing(reasons)
}

/** `k8s-path-segment-name`: what can stand in a URL. Empty passes. */
export const pathSegmentName = (value: string): readonly string[] | undefined =>
  value === '.' || value === '..' ? ['must not be "." or ".."'] : withoutSlashAndPercent(value)

/**
 * The grammar of `generateName` for a kind whose names follow `name`: the API server tests a text that ends in "-" with a letter in place of its last two
 * characters, so endings such as "--" or "A-" pass. Of a path segment only the beginning is known, so "." and ".." pass.
 */
export function asPrefix(name: (value: string) => readonly string[] | undefined): (value: string) => readonly string[] | undefined {
  if (name === pathSegmentName) return withoutSlashAndPercent
  return (value) => {
    const masked = value.length > 1 && value.endsWith('-') && value.charCodeAt(value.length - 2) < 128
    return name(masked ? `${value.slice(0, -2)}a` : value)
  }
}

/** A name such as the API server makes of a `generateName`, which it cuts at 58 characters. */
export const generatedName = (generateName: string): string => `${generateName.slice(0, 58)}xxxxx`

/** A name of the C language. */
export const cIdentifier: Format = (value) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(value) ? undefined : 'must consist of letters, digits and "_", and not begin with a digit')

/** "." and ".." and what begins with ".." would leave the directory that keys are written to. */
function leavesDirectory(value: string): string | undefined {
  if (value === '.') return 'must not be "."'
  return value.startsWith('..') ? 'must not begin with ".."' : undefined
}

/** A key of a ConfigMap or Secret: a file name. */
export function configMapKey(value: string): readonly string[] | undefined {
  const reasons: string[] = []
  if (longerThan(253, value)) reasons.push('must be at most 253 characters')
  if (!FILE_LETTERS.test(value)) reasons.push(value === '' ? 'must not be empty' : `must consist of ${KEY_LETTERS[1]}`)
  const leaving = leavesDirectory(value)
  if (leaving !== undefined) reasons.push(leaving)
  return orNothing(reasons)
}

/** The name of an environment variable, until 1.31. */
export function envVarNameStrict(value: string): readonly string[] | undefined {
  const reasons: string[] = []
  if (!/^[A-Za-z_.-][A-Za-z0-9_.-]*$/.test(value)) reasons.push(`must consist of ${KEY_LETTERS[1]}, and not begin with a digit`)
  const leaving = leavesDirectory(value)
  if (leaving !== undefined) reasons.push(leaving)
  return orNothing(reasons)
}

/** The name of an environment variable, since 1.32. */
export const envVarNameRelaxed: Format = (value) => (/^[ -<>-~]+$/.test(value) ? undefined : value === '' ? 'must not be empty' : 'must consist of printable ASCII characters other than "="')

/** The name of a header of an HTTP probe. */
export const httpHeaderName: Format = (value) => (/^[A-Za-z0-9-]+$/.test(value) ? undefined : 'must consist of letters, digits and "-"')

/**
 * The name of a signer of certificates: `example.com/name`. Its limits (253 before the "/", 571 in all) are TooLong errors of their own, and so not here.
 */
export function signerName(value: string): readonly string[] | undefined {
  const [domain, path, more] = value.split('/')
  if (domain === undefined || path === undefined || more !== undefined) return ['must have the form domain/name, with exactly one "/"']
  const reasons: string[] = []
  const labels = domain.split('.')
  if (labels.length < 2) reasons.push('must have a domain of at least two parts before the "/"')
  for (const label of labels) for (const reason of dnsLabel(label) ?? []) reasons.push(`${reason} in the part "${label}" of its domain`)
  for (const part of path.split('.')) for (const reason of dnsSubdomain(part) ?? []) reasons.push(`${reason} in the part "${part}" after the "/"`)
  return orNothing(reasons)
}
