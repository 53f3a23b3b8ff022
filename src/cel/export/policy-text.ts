/** Writes rules as ValidatingAdmissionPolicies with their bindings. */
import type { Severity } from '../../diagnostic.ts'
import { ACCESS } from './access.ts'
import { CONTAINERS } from './containers.ts'
import type { ExportedOn, ExportedRule } from './exported-rule.ts'
import { POD_SECURITY } from './pod-security.ts'

export const EXPORTED: ReadonlyMap<string, ExportedRule> = new Map(Object.entries({ ...ACCESS, ...CONTAINERS, ...POD_SECURITY }).sort(([a], [b]) => (a < b ? -1 : 1)))

const ACTIONS: Readonly<Record<Severity, string>> = { error: 'Deny', warning: 'Warn', info: 'Audit' }

const RBAC = 'rbac.authorization.k8s.io'
const MATCHED: Readonly<Record<ExportedOn, readonly { group: string; resources: readonly string[] }[]>> = {
  pods: [
    { group: '', resources: ['pods', 'pods/ephemeralcontainers', 'podtemplates', 'replicationcontrollers'] },
    { group: 'apps', resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'] },
    { group: 'batch', resources: ['cronjobs', 'jobs'] },
  ],
  roles: [{ group: RBAC, resources: ['roles', 'clusterroles'] }],
  roleBindings: [{ group: RBAC, resources: ['rolebindings', 'clusterrolebindings'] }],
  services: [{ group: '', resources: ['services'] }],
}

const POD_VARIABLES: readonly [name: string, expression: string][] = [
  ['pod', "object.kind == 'Pod' ? object : object.kind == 'PodTemplate' ? object.template : object.kind == 'CronJob' ? object.spec.jobTemplate.spec.template : object.spec.template"],
  ['spec', 'variables.pod.spec'],
  ['metadata', 'variables.pod.metadata'],
  ['containers', 'variables.spec.?containers.orValue([]) + variables.spec.?initContainers.orValue([]) + variables.spec.?ephemeralContainers.orValue([])'],
  ['longRunning', "variables.spec.?containers.orValue([]) + variables.spec.?initContainers.orValue([]).filter(c, c.?restartPolicy.orValue('') == 'Always')"],
  ['isHook', "[object.metadata, variables.metadata].exists(m, m.?annotations.orValue({}).exists(key, key in ['helm.sh/hook', 'argocd.argoproj.io/hook']))"],
]

/** In the order in which they were asked for. */
export function policyText(id: string, { on, validations }: ExportedRule, { summary, severity, url }: { summary: string; severity: Severity; url: string }, minor: number): string {
  const all = validations(minor)
  const variables = on === 'pods' ? usedVariables(all.flatMap(({ expression, message }) => [expression, message]).join('\n')) : []
  return `# ${summary}
# ${url}
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: podlint-${id}
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules:
${MATCHED[on].map(({ group, resources }) => `      - apiGroups: ["${group}"]\n        apiVersions: [v1]\n        operations: [CREATE, UPDATE]\n        resources: [${resources.join(', ')}]\n`).join('')}${variables.length === 0 ? '' : `  variables:\n${variables.map(([name, expression]) => `    - name: ${name}\n      expression: >-\n        ${expression}\n`).join('')}`}  validations:
${all.map(({ expression, message }) => `    - expression: >-\n        ${expression}\n      messageExpression: >-\n        ${message}\n`).join('')}---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: podlint-${id}
spec:
  policyName: podlint-${id}
  validationActions: [${ACTIONS[severity]}]
`
}

/** Those that expressions name, and those that these name. */
function usedVariables(text: string): readonly [name: string, expression: string][] {
  const used = new Set<string>()
  const find = (from: string): void => {
    for (const [name, expression] of POD_VARIABLES) {
      if (used.has(name) || !new RegExp(`variables\\.${name}\\b`).test(from)) continue
      used.add(name)
      find(expression)
    }
  }
  find(text)
  return POD_VARIABLES.filter(([name]) => used.has(name))
}
