import type { MatchCondition, MatchResources, NamedRuleWithOperations, RuleWithOperations } from 'kubernetes-types/admissionregistration/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { pathSegmentName, qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { requiredExpression } from '../../cel-expressions.ts'
import { aloneWhenStar, constraints, each, format, on, oneOfSet, required, type Check, type TypeCheckContext } from '../../constraints.ts'
import { Seen } from '../../seen.ts'

type Rule = Loose<RuleWithOperations>

const VERSIONS = ['admissionregistration/v1', 'admissionregistration/v1beta1', 'admissionregistration/v1alpha1'] as const
const OPERATIONS = ['CREATE', 'UPDATE', 'DELETE', 'CONNECT', '*']

/** What the server asks of whoever calls it is never shown to a webhook. */
const VIRTUAL: ReadonlyMap<string, readonly string[]> = new Map([
  ['authentication.k8s.io', ['selfsubjectreviews', 'tokenreviews']],
  ['authorization.k8s.io', ['localsubjectaccessreviews', 'selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'subjectaccessreviews']],
])

const notEmpty: Check = { describes: 'not empty', test: (value) => (value === '' ? { code: 'Required', message: 'must not be empty' } : undefined) }

const ruleFields = {
  operations: required(aloneWhenStar, each(oneOfSet(...OPERATIONS))),
  apiGroups: required(aloneWhenStar),
  apiVersions: required(aloneWhenStar, each(notEmpty)),
  resources: required(each(notEmpty)),
  scope: oneOfSet('Cluster', 'Namespaced', '*'),
}

/** `*` stands for all resources without their parts, `pods/*` for a resource and its parts, `*\/scale` for a part of every resource, `*\/*` for everything. */
function checkResources({ resources = [] }: Rule, { report }: TypeCheckContext): void {
  const wholes = new Set<string>()
  const parts = new Set<string>()
  let last = ''
  for (const [index, resource] of resources.entries()) {
    const slash = resource.indexOf('/')
    if (slash === -1) {
      if (resource !== '') last = resource
      continue
    }
    const [whole, part] = [resource.slice(0, slash), resource.slice(slash + 1)]
    for (const covering of [wholes.has(whole) ? `${whole}/*` : '', parts.has(part) ? `*/${part}` : '']) {
      if (covering !== '') report(['resources', index], 'Invalid', `already covered by "${covering}"`)
    }
    if (part === '*') wholes.add(whole)
    if (whole === '*') parts.add(part)
  }
  if (resources.length > 1 && resources.includes('*/*')) report(['resources'], 'Invalid', 'cannot have anything else with "*/*"')
  // The server looks only at the last one of those without a part.
  if (resources.includes('*') && last !== '' && last !== '*') report(['resources'], 'Invalid', `must not have "${last}" together with "*"`)
}

function checkNames({ resourceNames = [] }: Loose<NamedRuleWithOperations>, { report }: TypeCheckContext): void {
  const names = new Seen()
  for (const [index, name] of resourceNames.entries()) {
    for (const reason of pathSegmentName(name) ?? []) report(['resourceNames', index], 'Invalid', reason)
    const earlier = names.before(name, ['resourceNames', index])
    if (earlier !== undefined) report(['resourceNames', index], 'Duplicate', earlier.message, earlier)
  }
}

function warnOfVirtual({ apiGroups = [], resources = [] }: Rule, { minor, warn }: TypeCheckContext): void {
  if (minor < 37 || apiGroups.includes('*') || resources.includes('*')) return
  for (const group of apiGroups) {
    for (const [index, resource] of resources.entries()) {
      if (VIRTUAL.get(group)?.includes(resource) === true) warn(['resources', index], `Resource "${resource}" of ${group} is never sent to a webhook`)
    }
  }
}

export default constraints(
  {
    id: 'valid-admission-rule',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require rules of webhooks and admission policies that say which requests they are for.',
    why: 'The API server refuses a rule without operations, groups, versions or resources, and one in which a name stands beside the "*" that covers it.',
    howToFix: 'Give each rule `operations` in capitals, `apiGroups` ("" for Pods, Services and the like), `apiVersions` and `resources`, and let "*" stand alone. Name each match condition and write its `expression`.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules'],
    bad: [
      {
        title: 'operations in lower case, a name beside what covers it, a blank condition',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingWebhookConfiguration
          metadata:
            name: images
          webhooks:
            - name: images.example.com
              admissionReviewVersions: [v1]
              sideEffects: None
              clientConfig:
                url: https://images.example.com/validate
              rules:
                - operations: [create] # ✖ operations[0] is "create", must be "CREATE", "UPDATE", "DELETE", "CONNECT" or "*"; did you mean "CREATE"?
                  apiGroups: ["*", apps] # ✖ apiGroups cannot have anything else with "*"
                  apiVersions: [v1]
                  resources: ["pods/*", pods/log] # ✖ resources[1] is "pods/log", already covered by "pods/*"
              matchConditions:
                - name: not-system
                  expression: " " # ✖ expression is " ", must not consist of spaces only
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingWebhookConfiguration
          metadata:
            name: policy
          webhooks:
            - name: policy.example.com
              admissionReviewVersions: [v1]
              sideEffects: None
              failurePolicy: Fail
              rules:
                - apiGroups: [apps]
                  apiVersions: [v1]
                  resources: [deployments]
                  operations: [Create] # ✖ operations[0] is "Create", must be "CREATE", "UPDATE", "DELETE", "CONNECT" or "*"; did you mean "CREATE"?
              clientConfig:
                url: https://policy.example.com/validate
        `,
        fixed: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingWebhookConfiguration
          metadata:
            name: policy
          webhooks:
            - name: policy.example.com
              admissionReviewVersions: [v1]
              sideEffects: None
              failurePolicy: Fail
              rules:
                - apiGroups: [apps]
                  apiVersions: [v1]
                  resources: [deployments]
                  operations: [CREATE]
              clientConfig:
                url: https://policy.example.com/validate
        `,
      },
    ],
    good: [
      {
        title: 'Pods and their logs',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingWebhookConfiguration
          metadata:
            name: images
          webhooks:
            - name: images.example.com
              admissionReviewVersions: [v1]
              sideEffects: None
              clientConfig:
                url: https://images.example.com/validate
              rules:
                - operations: [CREATE, UPDATE]
                  apiGroups: [""]
                  apiVersions: [v1]
                  resources: [pods, pods/log]
              matchConditions:
                - name: not-system
                  expression: request.namespace != "kube-system"
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on<RuleWithOperations>(`${version} RuleWithOperations`, () => ({ fields: ruleFields, check: [checkResources, warnOfVirtual] })),
    on<NamedRuleWithOperations>(`${version} NamedRuleWithOperations`, () => ({ fields: ruleFields, check: [checkResources, checkNames] })),
    on<MatchResources>(`${version} MatchResources`, () => ({ fields: { matchPolicy: oneOfSet('Exact', 'Equivalent') } })),
    on<MatchCondition>(`${version} MatchCondition`, () => ({ ownDuplicates: true, fields: { name: required(format('a qualified name', qualifiedName)), expression: requiredExpression } })),
  ]),
)
