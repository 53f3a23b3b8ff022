/**
 * One mistake is one finding. The API server, and rules that do not know of each other, often say several things of one value: here the most telling one is kept.
 * Where only the server's own checks run, all of them are wanted as the server gives them.
 */
import { milder, type Diagnostic } from '../diagnostic.ts'
import type { Source } from '../model/source.ts'
import type { Finding } from './finding.ts'

/** What a star in a role allows among all else. */
const OF_ROLES = [
  'no-admission-control-role',
  'no-certificate-approval-role',
  'no-config-map-changing-role',
  'no-escalating-role',
  'no-event-deletion-role',
  'no-impersonating-role',
  'no-network-changing-role',
  'no-node-proxy-role',
  'no-persistent-volume-creation-role',
  'no-pod-creation-role',
  'no-pod-exec-role',
  'no-port-forwarding-role',
  'no-secret-access-role',
  'no-token-creation-role',
  'no-workload-deletion-role',
]

/** Rules that are silent about a value of which one of the others speaks. */
const YIELDS_TO: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  // The mode in decimal is refused for its size.
  'no-decimal-file-mode': ['valid-projected-volume', 'valid-volume'],
  // What a later one of several versions has removed is deprecated in an earlier one.
  'no-deprecated-api': ['no-removed-api'],
  'no-duplicate-port-name': ['valid-container-port'],
  'no-host-path': ['no-runtime-socket', 'no-sensitive-host-path'],
  'no-implausible-quantity': ['valid-type'],
  'no-automounted-token': ['no-default-service-account'],
  'no-hardcoded-secret': ['no-secret-in-config-map', 'no-secret-in-env'],
  // A release that is maintained comes from another registry, too.
  'no-retired-registry': ['no-end-of-life-image'],
  'no-plain-password': ['no-secret-in-config-map', 'no-secret-in-env'],
  ...Object.fromEntries(OF_ROLES.map((id) => [id, ['no-full-control-role', 'no-wildcard-role']])),
  'no-port-collision': ['valid-container-port'],
  'no-unconfined-seccomp': ['valid-security-profile'],
  'require-spread-selector': ['valid-topology-spread'],
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

/** The findings of one text, without those that another one makes needless. `versions` are all of the run. */
export function withoutEchoes(all: readonly Finding[], versions: readonly string[]): readonly Finding[] {
  if (all.length < 2) return all
  const findings = all.filter(({ echo }) => echo !== true)
  const places = new Map<Finding, readonly Finding[]>()
  for (const own of bySource(findings)) for (const list of atOnePlace(own)) if (mayHaveEchoes(list)) groupPlaces(list, places)
  if (places.size === 0) return findings
  return findings.flatMap((finding) => {
    const beside = places.get(finding)
    if (beside === undefined) return finding
    const isNeedlessBeside = (other: Finding) => other !== finding && makesNeedless(other, finding, beside)
    const telling = beside.find((other) => (other.versions === undefined || finding.rule === 'no-deprecated-api') && isNeedlessBeside(other))
    if (telling !== undefined) {
      keepFix(telling, finding)
      return []
    }
    return versions.length === 1 ? finding : leftOf(finding, beside.filter(isNeedlessBeside), versions)
  })
}

/** A fix of what is said no more puts right what is said of the same value. */
function keepFix(telling: Finding, { edits, fix, path }: Finding): void {
  if (edits !== undefined && fix !== undefined && telling.edits === undefined && telling.path === path) Object.assign(telling, { edits, fix })
}

/** What stays of a finding in a run for several versions, when others make it needless in some of them. */
function leftOf(finding: Finding, others: readonly Finding[], all: readonly string[]): Finding | [] {
  if (others.length === 0) return finding
  const versions = (finding.versions ?? all).filter((version) => !others.some((other) => other.versions!.includes(version)))
  return versions.length === 0 ? [] : { ...finding, versions }
}

function bySource(findings: readonly Finding[]): Iterable<readonly Finding[]> {
  const source = findings[0]?.source
  if (findings.every((finding) => finding.source === source)) return [findings]
  const sources = new Map<Source, Finding[]>()
  for (const finding of findings) listAt(sources, finding.source, () => []).push(finding)
  return sources.values()
}

/** Paths may be long, and are compared only where several findings begin at one place. These are found by sorting numbers: a map of a hundred thousand places would take longer than all else that is done with them. */
function* atOnePlace(findings: readonly Finding[]): Iterable<Finding[]> {
  const count = findings.length
  // As whole numbers both fit: a text has fewer than 2^30 characters, and a run fewer than 2^23 findings of one before its memory ends.
  const order = Float64Array.from(findings, ({ start }, index) => start * count + index).sort()
  for (let from = 0, to = 0; from < count; from = to) {
    const start = Math.floor(order[from]! / count)
    while (to < count && Math.floor(order[to]! / count) === start) to++
    if (to > from + 1) yield Array.from(order.subarray(from, to), (value) => findings[value % count]!)
  }
}

/** Many rules may miss something in one container, and have nothing to do with each other: a look at each pair of a few costs less than to group them. */
const FEW = 16

function mayHaveEchoes(findings: readonly Finding[]): boolean {
  return findings.length > FEW || findings.some((finding) => findings.some((other) => other !== finding && other.end === finding.end && (other.rule === finding.rule || YIELDS_TO.get(finding.rule)?.includes(other.rule) === true)))
}

/** Of findings that begin at one place, those that end at one and are about the same. */
function groupPlaces(findings: readonly Finding[], places: Map<Finding, readonly Finding[]>): void {
  const groups = new Map<string, Map<number, Finding[]>>()
  for (const finding of findings) {
    const group = listAt(listAt(groups, finding.about ?? '', () => new Map<number, Finding[]>()), finding.end, () => [])
    group.push(finding)
    places.set(finding, group)
  }
}

function listAt<K, V>(lists: Map<K, V>, key: K, make: () => V): V {
  let list = lists.get(key)
  if (list === undefined) lists.set(key, (list = make()))
  return list
}

function makesNeedless(other: Finding, finding: Finding, all: readonly Finding[]): boolean {
  if (other.rule !== finding.rule) return YIELDS_TO.get(finding.rule)?.includes(other.rule) === true && (finding.severity !== 'error' || other.severity === 'error')
  // Of several things that one rule says of a value the first is enough.
  return other.severity === finding.severity && all.indexOf(other) < all.indexOf(finding)
}

/** What tells that the namespace of a pod forbids something. */
const REFUSAL = 'no-pod-security-violation'
const CONTAINER = /\.(?:containers|initContainers|ephemeralContainers)\[\d+\]/

/** What the namespace of a pod forbids needs no advice against it, unless the namespace only audits what is advised against more strongly. */
export function withoutRefusedAdvice(diagnostics: readonly Diagnostic[], adviceOf: () => ReadonlySet<string>): readonly Diagnostic[] {
  const refusals = diagnostics.filter(({ rule }) => rule === REFUSAL)
  if (refusals.length === 0) return diagnostics
  const keyOf = ({ file, object }: Diagnostic, path: string) => JSON.stringify([file, object, path])
  const refused = new Map(refusals.map((diagnostic) => [keyOf(diagnostic, diagnostic.path), diagnostic]))
  const advice = adviceOf()
  const needless = new Set<Diagnostic>()
  for (const diagnostic of diagnostics) {
    if (!advice.has(diagnostic.rule)) continue
    const { path, severity } = diagnostic
    // Of what all containers lack, the plugin may speak once for the pod.
    const refusal = refused.get(keyOf(diagnostic, path)) ?? refused.get(keyOf(diagnostic, path.replace(CONTAINER, '')))
    if (refusal !== undefined) needless.add(milder(severity, refusal.severity) === severity ? diagnostic : refusal)
  }
  return diagnostics.filter((diagnostic) => !needless.has(diagnostic))
}
