/** Whether a policy, or a binding of it, is about an object that is created. What it needs a cluster for is open. */
import { selectorMatches, type LabelSelector, type Labels } from '../../formats/selector.ts'
import type { MatchResources } from './policy.ts'

export interface Resource {
  group: string
  version: string
  resource: string
}

/** What the API server is asked. */
export interface CreateRequest extends Resource {
  kind: string
  /** Empty for one that the server makes. */
  name: string
  /** Empty for what is cluster-wide. */
  namespace: string
  labels: Labels
  /** Of its namespace, or of itself if it is one; undefined when nobody can tell. */
  namespaceLabels: Labels | undefined
  /** The same object in other versions that the server has. */
  equivalents: readonly Resource[]
}

/** `open`: what has to be known first. */
export type Match = { as: Resource } | 'no' | { open: string }

const NAMESPACE_NAME = 'kubernetes.io/metadata.name'

export function matchOf({ rules, excluded, namespaceSelector, objectSelector, isExact }: MatchResources, request: CreateRequest): Match {
  if (!selectorMatches(objectSelector, request.labels)) return 'no'
  const inNamespace = namespaceMatches(namespaceSelector, request)
  if (inNamespace === false) return 'no'
  const others = isExact ? [] : request.equivalents
  if (findRule(excluded, request, others) !== undefined) return 'no'
  const found = rules.length === 0 ? request : findRule(rules, request, others)
  if (found === undefined) return 'no'
  return inNamespace === undefined ? { open: `the labels of the namespace "${request.namespace}"` } : { as: found }
}

/** Whether it may be about objects of a kind, in whatever version and wherever they are. */
export const mayMatch = ({ rules }: MatchResources, { group, resource }: Pick<Resource, 'group' | 'resource'>): boolean => rules.length === 0 || rules.some(({ apiGroups = [], resources = [] }) => hasOrAny(apiGroups, group) && hasResource(resources, resource))

/** Objects outside of any namespace match every selector. */
function namespaceMatches(selector: LabelSelector, { namespace, namespaceLabels, resource, group }: CreateRequest): boolean | undefined {
  if (namespace === '' && !(resource === 'namespaces' && group === '')) return true
  if (namespaceLabels !== undefined) return selectorMatches(selector, namespaceLabels) ?? false
  const labels = { [NAMESPACE_NAME]: namespace }
  const { matchLabels = {}, matchExpressions = [] } = selector
  const parts: LabelSelector[] = [...Object.entries(matchLabels).map(([key, value]) => ({ matchLabels: { [key]: value } })), ...matchExpressions.map((each) => ({ matchExpressions: [each] }))]
  const isAboutName = (part: LabelSelector): boolean => (part.matchExpressions?.[0]?.key ?? Object.keys(part.matchLabels ?? {})[0]) === NAMESPACE_NAME
  if (parts.some((part) => isAboutName(part) && !selectorMatches(part, labels))) return false
  return parts.every(isAboutName) ? true : undefined
}

function findRule(rules: MatchResources['rules'], request: CreateRequest, others: readonly Resource[]): Resource | undefined {
  return [request, ...others].find((resource) => rules.some((rule) => ruleMatches(rule, request, resource)))
}

function ruleMatches(rule: MatchResources['rules'][number], { name, namespace, resource, group }: CreateRequest, as: Resource): boolean {
  const { operations = [], apiGroups = [], apiVersions = [], resources = [], resourceNames = [], scope = '*' } = rule
  const isClusterWide = namespace === '' || (resource === 'namespaces' && group === '')
  return (
    (scope === '*' || (scope === 'Cluster') === isClusterWide) &&
    operations.some((each) => each === '*' || each === 'CREATE') &&
    hasOrAny(apiGroups, as.group) &&
    hasOrAny(apiVersions, as.version) &&
    hasResource(resources, as.resource) &&
    (resourceNames.length === 0 || resourceNames.includes(name))
  )
}

const hasResource = (all: readonly string[], one: string): boolean => all.some((each) => each === '*' || each === one || each === '*/*' || each === `${one}/*`)
const hasOrAny = (all: readonly string[], one: string): boolean => all.includes('*') || all.includes(one)
