/** Addresses and ranges in fields that are older than the strict grammar: what each minor refuses, and of what it only warns. */
import { canonicalCidr, canonicalIp, legacyCidr, legacyIp, parseCidr, parseIp, strictCidr, strictIp } from '../formats/ip.ts'

export interface Judgment {
  /** Why the server refuses it. */
  readonly reasons: readonly string[]
  /** What it warns of in one that it takes. */
  readonly advice?: string
}

/** From this minor on the older fields are read strictly, too. */
const STRICT = 36

const listed = (reason: string | readonly string[] | undefined): readonly string[] => (reason === undefined ? [] : [reason].flat())

/** Most fields are warned about since 1.33, those of a Service for longer. */
export function judgeAddress(text: string, minor: number, warnsSince = 33): Judgment {
  const reasons = listed(minor >= STRICT ? strictIp(text) : legacyIp(text))
  return reasons.length > 0 || minor < warnsSince ? { reasons } : { reasons, ...adviceOf(addressAdvice(text)) }
}

export function judgeRange(text: string, minor: number, warnsSince = 33): Judgment {
  const reasons = listed(minor >= STRICT ? strictCidr(text) : legacyCidr(text))
  return reasons.length > 0 || minor < warnsSince ? { reasons } : { reasons, ...adviceOf(rangeAdvice(text)) }
}

/** Of text that no address is, nothing. */
export function addressAdvice(text: string): string | undefined {
  const ip = parseIp(text)
  return ip === undefined || canonicalIp(ip) === text ? undefined : `Address "${text}" is not in canonical form: write "${canonicalIp(ip)}"`
}

function rangeAdvice(text: string): string | undefined {
  const range = parseCidr(text)!
  const canonical = canonicalCidr(range)
  if (canonical === text) return undefined
  return `Range "${text}" is ${range.hostBits ? 'ambiguous' : 'not in canonical form'}: write "${canonical}"`
}

const adviceOf = (advice: string | undefined): { advice?: string } => (advice === undefined ? {} : { advice })
