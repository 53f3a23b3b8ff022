/**
 * Rules that report what a check of the Pod Security Standards finds. Most of them are good advice anyway, and in `recommended` or `strict`: there a rule leaves out what another rule says of
 * the same mistake, or what does no harm. Under a preset of the standards it leaves out nothing, and judges by the version of the policy.
 */
import type { ContainerView, PodView } from '../model/object.ts'
import type { PodSecurityCheck, Violation } from '../model/pod-security/check.ts'
import { minorNumber } from '../versions.ts'
import type { Fixer, OffsetEdit } from './fixer.ts'
import type { Context, Visitors } from './visitors.ts'

interface Ways {
  /** Stands in the place of the check at the level "restricted". */
  restricted?: PodSecurityCheck
  /** What the rule leaves out where it only advises. */
  spares?: (container: ContainerView) => boolean
  /** Whether the option `allow` has the value of a violation: unless said otherwise, when it is one of its items. */
  isAllowed?: (value: string, allow: readonly string[]) => boolean
}

/** Whether the run is to say exactly what the plugin says of the check. */
export const isExact = ({ podSecurity: { level } }: Context, check: PodSecurityCheck): boolean => level === 'restricted' || level === check.level

/** `container` and `podSpec`, as far as the check looks at them. */
export function podSecurityVisitors(check: PodSecurityCheck, ways: Ways = {}): Visitors {
  const visitors: { -readonly [Name in 'container' | 'podSpec']?: Visitors[Name] } = {}
  const { container, pod } = check
  if (pod !== undefined) visitors.podSpec = (subject, context) => report(context, violations(check, ways, 'pod', subject, context), ways)
  if (container !== undefined) visitors.container = (subject, context) => report(context, violations(check, ways, 'container', subject, context), ways)
  return visitors
}

function violations<On extends 'container' | 'pod'>(check: PodSecurityCheck, { restricted, spares }: Ways, on: On, subject: Parameters<NonNullable<PodSecurityCheck[On]>>[0], context: Context): readonly Violation[] {
  const find = (by: PodSecurityCheck, minor: number) => (by[on] as ((subject: PodView | ContainerView, minor: number) => readonly Violation[]) | undefined)?.(subject, minor) ?? []
  if (!isExact(context, check)) return spares !== undefined && 'role' in subject && spares(subject) ? [] : find(check, minorNumber(context.kubernetesVersion))
  const { level, minor = minorNumber(context.kubernetesVersion) } = context.podSecurity
  return restricted !== undefined && level === 'restricted' && restricted.since <= minor ? find(restricted, minor) : check.since <= minor ? find(check, minor) : []
}

export function remedyOf(fixer: Fixer, { place, remedy }: Violation): OffsetEdit | undefined {
  if (remedy === undefined) return undefined
  if (remedy === 'remove') return place.key === -1 ? fixer.removeItem(place) : fixer.removeField(place)
  const { set, below } = remedy
  if (place.node === -1) return below === undefined ? undefined : fixer.insertBelow(below, place.path.slice(below.path.length + 1).split('.'), set)
  return typeof set === 'boolean' ? fixer.replaceValue(place, String(set)) : typeof set === 'string' ? fixer.replaceText(place, set) : undefined
}

function report(context: Context, found: readonly Violation[], { isAllowed = (value, allow) => allow.includes(value) }: Ways): void {
  const { allow = [] } = context.options as { allow?: readonly string[] }
  for (const violation of found) {
    if (violation.value !== undefined && isAllowed(violation.value, allow)) continue
    context.report(violation.place, violation.message, (fixer) => remedyOf(fixer, violation))
  }
}
