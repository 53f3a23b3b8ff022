import { isDeepStrictEqual } from 'node:util'
import type { FlowDistinguisherMethod, FlowSchema, FlowSchemaSpec, NonResourcePolicyRule, PolicyRulesWithSubjects, PriorityLevelConfigurationReference, ResourcePolicyRule, ServiceAccountSubject, Subject, UserSubject } from 'kubernetes-types/flowcontrol/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel, dnsSubdomain } from '../../../formats/names.ts'
import { nonResourceUrl } from '../../../formats/paths.ts'
import type { Loose } from '../../../model/kinds.ts'
import { aloneWhenStar, constraints, embedded, format, missingAs, on, oneOfSet, required, type Check, type TypeCheckContext } from '../../constraints.ts'

const VERSIONS = ['flowcontrol/v1beta2', 'flowcontrol/v1beta3', 'flowcontrol/v1'] as const
const MEMBERS = { ServiceAccount: 'serviceAccount', User: 'user', Group: 'group' } as const
const VERBS = ['get', 'list', 'create', 'update', 'delete', 'deletecollection', 'patch', 'watch', 'proxy']
const DEFAULT_PRECEDENCE = 1000

const everything = {
  resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true }],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
}
const ofGroups = (...names: string[]) => [{ subjects: names.map((name) => ({ kind: 'Group', group: { name } })), ...everything }]

/** Those that the server makes itself may be written, but not otherwise. */
const BUILT_IN: Readonly<Record<string, unknown>> = {
  exempt: { priorityLevelConfiguration: { name: 'exempt' }, matchingPrecedence: 1, rules: ofGroups('system:masters') },
  'catch-all': {
    priorityLevelConfiguration: { name: 'catch-all' },
    matchingPrecedence: 10000,
    distinguisherMethod: { type: 'ByUser' },
    rules: ofGroups('system:unauthenticated', 'system:authenticated'),
  },
}

/** For Go a missing list is an empty one, and so on. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, field]) => (field === false || field === '' || (Array.isArray(field) && field.length === 0) ? [] : [[key, withoutEmpty(field)]])))
}

const isText = (value: unknown): value is readonly string[] => Array.isArray(value)

const verbs: Check = {
  describes: `"*", or some of ${VERBS.join(', ')}`,
  test(value) {
    if (!isText(value) || value.includes('*')) return undefined
    const unknown = value.find((verb) => !VERBS.includes(verb))
    return unknown === undefined ? undefined : { code: 'NotSupported', message: `has "${unknown}", and may have ${VERBS.join(', ')}` }
  },
}
/** Each, unless there is "*". */
const eachUnlessStar = (describes: string, reason: (text: string) => string | readonly string[] | undefined): Check => ({
  describes: `"*", or each ${describes}`,
  test: (value) =>
    isText(value) && !value.includes('*') ? value.flatMap((text, index) => [reason(text) ?? []].flat().map((message) => ({ code: 'Invalid' as const, message, steps: [index] }))) : undefined,
})

function checkPrecedence({ matchingPrecedence = 0 }: Loose<FlowSchemaSpec>, { object, report }: TypeCheckContext): void {
  const precedence = matchingPrecedence === 0 ? DEFAULT_PRECEDENCE : matchingPrecedence
  if (precedence < 1 || precedence > 10000) report(['matchingPrecedence'], 'Invalid', 'must be between 1 and 10000')
  if (precedence === 1 && (object as Loose<FlowSchema>).metadata?.name !== 'exempt') report(['matchingPrecedence'], 'Invalid', 'can be 1 only for the FlowSchema exempt')
}

function checkSubject(subject: Loose<Subject>, { report }: TypeCheckContext): void {
  const { kind = '' } = subject
  if (!Object.hasOwn(MEMBERS, kind)) return
  for (const [of, member] of Object.entries(MEMBERS) as [keyof typeof MEMBERS, (typeof MEMBERS)[keyof typeof MEMBERS]][]) {
    if (of === kind && subject[member] === undefined) report([member], 'Required', `is required for a ${kind}`)
    if (of !== kind && subject[member] !== undefined) report([member], 'Forbidden', `cannot be set for a ${kind}`)
  }
}

export default constraints(
  {
    id: 'valid-flow-schema',
    since: '0.1.0',
    summary: 'Require a FlowSchema with a priority level, and with rules that say whose requests it takes.',
    why: 'The API server refuses a FlowSchema without a priority level, a rule without subjects, and a subject that is not of its kind.',
    howToFix: 'Name a PriorityLevelConfiguration, and give each rule subjects and `resourceRules` or `nonResourceRules`; "*" stands alone in a list.',
    references: ['https://kubernetes.io/docs/concepts/cluster-administration/flow-control/#flowschema'],
    bad: [
      {
        title: 'a subject that is not of its kind, a list with "*" and others',
        yaml: yaml`
          apiVersion: flowcontrol.apiserver.k8s.io/v1
          kind: FlowSchema
          metadata:
            name: batch
          spec:
            priorityLevelConfiguration:
              name: workload-low
            rules:
              - subjects:
                  - kind: Group # ✖ subjects[0].group is missing, but required for a Group
                resourceRules:
                  - verbs: ["*"]
                    apiGroups: ["*", batch] # ✖ apiGroups cannot have anything else with "*"
                    resources: [jobs]
                    namespaces: ["*"]
        `,
      },
    ],
    good: [
      {
        title: 'jobs of a service account',
        yaml: yaml`
          apiVersion: flowcontrol.apiserver.k8s.io/v1
          kind: FlowSchema
          metadata:
            name: batch
          spec:
            priorityLevelConfiguration:
              name: workload-low
            rules:
              - subjects:
                  - kind: ServiceAccount
                    serviceAccount:
                      name: runner
                      namespace: ci
                resourceRules:
                  - verbs: ["*"]
                    apiGroups: [batch]
                    resources: [jobs]
                    namespaces: ["*"]
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on<FlowSchema>(`${version} FlowSchema`, () => ({
      check({ metadata, spec = {} }, { report }) {
        const name = metadata?.name ?? ''
        const made = { ...spec, matchingPrecedence: spec.matchingPrecedence || DEFAULT_PRECEDENCE }
        if (Object.hasOwn(BUILT_IN, name) && !isDeepStrictEqual(withoutEmpty(made), BUILT_IN[name])) report(['spec'], 'Invalid', `must be what the server itself makes of "${name}"`)
      },
    })),
    on<FlowSchemaSpec>(`${version} FlowSchemaSpec`, () => ({
      fields: { priorityLevelConfiguration: embedded(`${version} PriorityLevelConfigurationReference`) },
      check: checkPrecedence,
    })),
    on<PriorityLevelConfigurationReference>(`${version} PriorityLevelConfigurationReference`, () => ({ fields: { name: required(format('a DNS subdomain', dnsSubdomain)) } })),
    on<FlowDistinguisherMethod>(`${version} FlowDistinguisherMethod`, () => ({ fields: { type: missingAs('', oneOfSet('ByUser', 'ByNamespace')) } })),
    on<PolicyRulesWithSubjects>(`${version} PolicyRulesWithSubjects`, () => ({
      fields: { subjects: required() },
      check({ resourceRules = [], nonResourceRules = [] }, { report }) {
        if (resourceRules.length + nonResourceRules.length === 0) report([], 'Required', 'Rule must have resourceRules or nonResourceRules')
      },
    })),
    on<Subject>(`${version} Subject`, () => ({ fields: { kind: missingAs('', oneOfSet('ServiceAccount', 'User', 'Group')) }, check: checkSubject })),
    on<ServiceAccountSubject>(`${version} ServiceAccountSubject`, () => ({
      fields: { name: required(format('"*" or a DNS subdomain', (name) => (name === '*' ? undefined : dnsSubdomain(name)))), namespace: required(format('a DNS label', dnsLabel)) },
    })),
    on<UserSubject>(`${version} UserSubject`, () => ({ fields: { name: required() } })),
    on<UserSubject>(`${version} GroupSubject`, () => ({ fields: { name: required() } })),
    on<ResourcePolicyRule>(`${version} ResourcePolicyRule`, () => ({
      fields: { verbs: required(aloneWhenStar, verbs), apiGroups: required(aloneWhenStar), resources: required(aloneWhenStar), namespaces: [aloneWhenStar, eachUnlessStar('a DNS label', dnsLabel)] },
      check({ namespaces = [], clusterScope }, { report }) {
        if (namespaces.length === 0 && clusterScope !== true) report(['namespaces'], 'Required', 'is required unless clusterScope is true')
      },
    })),
    on<NonResourcePolicyRule>(`${version} NonResourcePolicyRule`, () => ({
      fields: { verbs: required(aloneWhenStar, verbs), nonResourceURLs: required(aloneWhenStar, eachUnlessStar('a path', nonResourceUrl)) },
    })),
  ]),
)
