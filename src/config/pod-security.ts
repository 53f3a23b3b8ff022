/** Against which level and versions of the Pod Security Standards a run holds pods. */
import type { PodSecurityLevel, PodSecurityTarget } from '../model/pod-security/check.ts'
import { LATEST, minorNumber } from '../versions.ts'

const LEVELS: ReadonlyMap<string, PodSecurityLevel> = new Map([['pss-restricted', 'restricted'], ['pss-baseline', 'baseline']])

export const isPodSecurityPreset = (preset: string): boolean => LEVELS.has(preset)

/** Of the version of a policy, `1.0` to `1.37` or `latest`: policies stay valid when clusters of their version are gone. Undefined when there is no such version. */
export function parsePolicyVersion(text: string): number | undefined {
  if (text === 'latest') return minorNumber(LATEST)
  const minor = Number(/^v?1\.(0|[1-9]\d?)$/.exec(text)?.[1])
  return minor <= minorNumber(LATEST) ? minor : undefined
}

export const unknownPolicyVersion = (text: string): string => `Unknown version "${text}" of the Pod Security Standards, must be 1.0 to ${LATEST} or latest`

/** The stricter one of the presets counts; without a version of its own, the policy is as old as the cluster. */
export function podSecurityTarget(presets: readonly string[], version: string | undefined): PodSecurityTarget {
  return {
    level: [...LEVELS].find(([preset]) => presets.includes(preset))?.[1],
    minor: version === undefined ? undefined : parsePolicyVersion(version),
  }
}
