import { defineRule, yaml } from '../../engine/define-rule.ts'

/** What the server takes for the same. */
const ALIASES: ReadonlyMap<string, string> = new Map([['requests.cpu', 'cpu'], ['requests.memory', 'memory']])

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require ResourceQuotas that bound CPU and memory, requests and limits.',
  why: 'A quota for some of them leaves a way around it: with limits alone, pods that request nothing pile up on the nodes.',
  howToFix: 'Add what is missing to `hard`. Quotas that only count objects are left alone.',
  references: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  peers: { trivy: ['KSV-0040'], kyverno: ['add-ns-quota'] },
  options: {
    resources: { default: ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'], description: 'What `hard` has to bound.' },
  },
  bad: [
    {
      title: 'only requests',
      yaml: yaml`
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: team
        spec:
          hard: # ✖ ResourceQuota "team" does not bound limits.cpu, limits.memory
            requests.cpu: '10'
            requests.memory: 20Gi
      `,
    },
  ],
  good: [
    {
      title: 'all of them, or a count',
      yaml: yaml`
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: team
        spec:
          hard:
            cpu: '10'
            memory: 20Gi
            limits.cpu: '20'
            limits.memory: 40Gi
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: count
        spec:
          hard:
            pods: '50'
      `,
    },
  ],
  visit: {
    ResourceQuota(quota, { options, report }) {
      const { hard } = quota.value.spec ?? {}
      if (hard === undefined || !Object.keys(hard).some((name) => /(?:^|\.)(?:cpu|memory)$/.test(name))) return
      const missing = options.resources.filter((name) => !Object.hasOwn(hard, name) && !Object.hasOwn(hard, ALIASES.get(name) ?? name))
      if (missing.length > 0) report(quota.at('spec', 'hard'), `ResourceQuota "${quota.name}" does not bound ${missing.join(', ')}`)
    },
  },
})
