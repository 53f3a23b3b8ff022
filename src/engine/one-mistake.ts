/**
 * One mistake is one finding. The API server, and rules that do not know of each other, often say several things of one value: here the most telling one is kept.
 * Where only the server's own checks run, all of them are wanted as the server gives them.
 */
import type { Finding } from './finding.ts'

/** Rules that are silent about a value of which one of the others speaks. */
const YIELDS_TO: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  // The mode in decimal is refused for its size.
  'no-decimal-file-mode': ['valid-projected-volume', 'valid-volume'],
  'no-duplicate-port-name': ['valid-container-port'],
  'no-implausible-quantity': ['valid-type'],
  'no-port-collision': ['valid-container-port'],
  // An operation that there is not, and one that a policy which changes objects cannot have.
  'valid-admission-policy': ['valid-admission-rule'],
  'valid-admission-policy-binding': ['valid-admission-rule'],
  // The name is bad for any kind, or only as the beginning of others.
  'valid-metadata': ['valid-cron-job', 'valid-job', 'valid-namespace'],
  // A word that no pod may have, and one that this workload may not.
  'valid-pod-spec': ['valid-daemon-set', 'valid-deployment', 'valid-job-spec', 'valid-replica-set', 'valid-replication-controller', 'valid-stateful-set'],
  // No terms at all, and not exactly one.
  'valid-resource-slice': ['valid-node-selector'],
  // What was meant by an amount that the server only finds odd.
  'valid-resources': ['no-implausible-quantity'],
}))

/** The findings of one text, without those that another one makes needless. */
export function withoutEchoes(all: readonly Finding[]): readonly Finding[] {
  if (all.length < 2) return all
  const findings = all.filter(({ echo }) => echo !== true)
  const places = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const list = places.get(key)
    if (list === undefined) places.set(key, [finding])
    else list.push(finding)
  }
  return findings.filter((finding) => {
    const beside = places.get(keyOf(finding))!
    return beside.length === 1 || !beside.some((other) => other !== finding && makesNeedless(other, finding, beside))
  })
}

function makesNeedless(other: Finding, finding: Finding, all: readonly Finding[]): boolean {
  if (other.source !== finding.source) return false
  if (other.rule !== finding.rule) return YIELDS_TO.get(finding.rule)?.includes(other.rule) === true && (finding.severity !== 'error' || other.severity === 'error')
  // Of several things that one rule says of a value the first is enough.
  return other.severity === finding.severity && all.indexOf(other) < all.indexOf(finding)
}

const keyOf = ({ start, end, about }: Finding): string => `${start} ${end} ${about}`
