import type { ResourceQuotaSpec, ScopedResourceSelectorRequirement } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { compareQuantities } from '../../../formats/quantity.ts'
import type { Loose } from '../../../model/kinds.ts'
import { nearest } from '../../../model/nearest.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { amountsOf, isForQuotas, quantityReasons, quotaResourceReasons, type Written } from '../../resource-amounts.ts'
import { mustBe } from '../../sentence.ts'

const FOR_PODS = ['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']
/** What can be counted of each kind of pod or volume. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  Terminating: FOR_PODS,
  NotTerminating: FOR_PODS,
  BestEffort: ['pods'],
  NotBestEffort: FOR_PODS,
  PriorityClass: FOR_PODS,
  CrossNamespacePodAffinity: FOR_PODS,
  VolumeAttributesClass: ['persistentvolumeclaims', 'requests.storage'],
}
const OPPOSITES = [['BestEffort', 'NotBestEffort'], ['Terminating', 'NotTerminating']] as const
/** Of these there is nothing to compare. */
const ONLY_EXIST = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity']
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist']

const isScope = (scope: string, minor: number): boolean => Object.hasOwn(SCOPES, scope) && (scope !== 'VolumeAttributesClass' || minor >= 34)
function mustBeScope(found: string, minor: number): string {
  const known = Object.keys(SCOPES).filter((scope) => isScope(scope, minor))
  const meant = nearest(found, known)
  return `must be one of ${known.join(', ')}${meant === undefined ? '' : `; did you mean "${meant}"?`}`
}

type Report = (message: string) => void

/** Resources that a scope has nothing of. */
function checkResources(scope: string, hard: readonly string[], minor: number, report: Report): void {
  if (!isScope(scope, minor)) return
  const others = hard.filter((name) => isForQuotas(name) && !SCOPES[scope]!.includes(name)).map((name) => `"${name}"`)
  const last = others.pop()
  if (last !== undefined) report(`Scope "${scope}" does not go with the ${others.length === 0 ? 'resource' : `resources ${others.join(', ')} and`} ${last}`)
}

function checkOpposites(used: readonly string[], report: Report): void {
  for (const [one, other] of OPPOSITES) if (used.includes(one) && used.includes(other)) report(`Scope "${one}" excludes "${other}"`)
}

function checkRequirement({ scopeName = '', operator = '', values = [] }: Loose<ScopedResourceSelectorRequirement>, index: number, { minor, path, report }: TypeCheckContext): void {
  const at = (field: string) => ['scopeSelector', 'matchExpressions', index, field]
  const printed = (field: string) => ({ path: `${path}.scopeSelector.matchExpressions.${field}` })
  if (!isScope(scopeName, minor)) report(at('scopeName'), 'Invalid', mustBeScope(scopeName, minor), printed('scopeName'))
  if (ONLY_EXIST.includes(scopeName) && operator !== 'Exists') report(at('operator'), 'Invalid', `must be Exists for the scope "${scopeName}"`, printed('operator'))
  if (!OPERATORS.includes(operator)) report(at('operator'), 'Invalid', mustBe(OPERATORS, operator), printed('operator'))
  else if (operator.endsWith('In') && values.length === 0) report(at('values'), 'Required', `must not be empty for the operator ${operator}`, printed('values'))
  else if (!operator.endsWith('In') && values.length > 0) report(at('values'), 'Invalid', `must be absent for the operator ${operator}`, printed('values'))
}

function checkScopes({ hard = {}, scopes: used = [] }: Loose<ResourceQuotaSpec>, { minor, path, report }: TypeCheckContext): void {
  for (const [index, scope] of used.entries()) {
    const invalid: Report = (message) => report(['scopes', index], 'Invalid', message, { path: `${path}.scopes` })
    if (!isScope(scope, minor)) invalid(mustBeScope(scope, minor))
    checkResources(scope, Object.keys(hard), minor, invalid)
  }
  checkOpposites(used, (message) => report(['scopes'], 'Invalid', message))
}

function checkSelector({ hard = {}, scopeSelector }: Loose<ResourceQuotaSpec>, context: TypeCheckContext): void {
  const { minor, path, report } = context
  const expressions = scopeSelector?.matchExpressions ?? []
  const printed = { path: `${path}.scopeSelector.matchExpressions` }
  for (const [index, requirement] of expressions.entries()) {
    checkRequirement(requirement, index, context)
    checkResources(requirement.scopeName ?? '', Object.keys(hard), minor, (message) => report(['scopeSelector', 'matchExpressions', index], 'Invalid', message, printed))
  }
  checkOpposites(expressions.map(({ scopeName = '' }) => scopeName), (message) => report(['scopeSelector', 'matchExpressions'], 'Invalid', message))
}

function checkHard(hard: Written, { path, report }: TypeCheckContext): void {
  for (const [name, amount] of amountsOf(hard)) {
    for (const reason of [...quotaResourceReasons(name), ...quantityReasons(name, amount)]) report(['hard', name], 'Invalid', `Resource "${name}" ${reason}`, { path: `${path}.hard[${name}]` })
  }
}

/** Such a quota can never be used up. */
function warnOfLimits(hard: Written, { minor, warn }: TypeCheckContext): void {
  if (minor < 35) return
  const amounts = amountsOf(hard)
  for (const resource of ['cpu', 'memory', 'ephemeral-storage']) {
    const requests = amounts.has(`requests.${resource}`) ? `requests.${resource}` : resource
    const [request, limit] = [amounts.get(requests), amounts.get(`limits.${resource}`)]
    if (request !== undefined && limit !== undefined && compareQuantities(request, limit) > 0) warn(['hard', requests], `Quota of "${requests}" is above that of "limits.${resource}"`)
  }
}

export default constraints(
  {
    id: 'valid-resource-quota',
    since: '0.1.0',
    summary: 'Require a ResourceQuota of resources that can be counted, within scopes that have them.',
    why: 'The API server refuses a quota of a resource that does not exist, of half an object, and scopes that exclude each other or have nothing of the resource.',
    howToFix: 'Use `requests.cpu`, `limits.memory`, `pods` and the like, `count/<resource>.<group>` for other kinds, and scopes that go with them.',
    references: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
    bad: [
      {
        title: 'a resource of claims without its prefix, a scope that has no storage',
        yaml: yaml`
          apiVersion: v1
          kind: ResourceQuota
          metadata:
            name: batch
          spec:
            hard:
              storage: 10Gi # ✖ Resource "storage" is not a resource that a quota can limit
              requests.storage: 10Gi
            scopes:
              - Terminating # ✖ Scope "Terminating" does not go with the resource "requests.storage"
        `,
      },
    ],
    good: [
      {
        title: 'amounts, and numbers of objects',
        yaml: yaml`
          apiVersion: v1
          kind: ResourceQuota
          metadata:
            name: batch
          spec:
            hard:
              requests.cpu: 10
              limits.memory: 20Gi
              pods: 50
              count/deployments.apps: 10
              requests.nvidia.com/gpu: 4
        `,
      },
    ],
  },
  [
    on<ResourceQuotaSpec>('core/v1 ResourceQuotaSpec', () => ({
      check: [(spec, context) => checkHard((spec.hard ?? {}) as Written, context), (spec, context) => warnOfLimits((spec.hard ?? {}) as Written, context), checkScopes, checkSelector],
    })),
    // Looked into from above.
    on<ScopedResourceSelectorRequirement>('core/v1 ScopedResourceSelectorRequirement', () => ({ fields: { operator: checkedElsewhere, scopeName: checkedElsewhere } })),
  ],
)
