import { defineRule, yaml } from '../../engine/define-rule.ts'

const ENFORCE = 'pod-security.kubernetes.io/enforce'
const LEVELS = ['privileged', 'baseline', 'restricted']

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require namespaces that say which pods they take.',
  why: 'Without the label the namespace takes privileged pods, unless the cluster has another default.',
  howToFix: 'Set `pod-security.kubernetes.io/enforce` to `restricted`, or to `baseline` where programs need more. `kubectl label --dry-run=server` shows which pods would be refused.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces'],
  peers: {
    kubescape: ['C-0192', 'C-0193', 'C-0194', 'C-0195', 'C-0196', 'C-0197', 'C-0198', 'C-0199', 'C-0200', 'C-0201', 'C-0202', 'C-0203', 'C-0204'],
    kyverno: ['psa', 'deny-privileged-profile', 'add-psa-namespace-reporting'],
  },
  options: {
    level: { default: 'baseline', description: 'The lowest level that is fine: `privileged`, `baseline` or `restricted`.' },
    exempt: { default: ['kube-system', 'kube-public', 'kube-node-lease', 'default'], description: 'Namespaces that are left alone.' },
  },
  bad: [
    {
      title: 'no label, and one that allows everything',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop # ✖ Namespace "shop" takes every pod: the label "pod-security.kubernetes.io/enforce" is missing
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: tools
          labels:
            pod-security.kubernetes.io/enforce: privileged # ✖ Namespace "tools" takes pods that are privileged, must be at least "baseline"
      `,
    },
  ],
  good: [
    {
      title: 'the baseline, and the namespace of the cluster itself',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: kube-system
      `,
    },
  ],
  visit: {
    Namespace(namespace, { options, report }) {
      if (options.exempt.includes(namespace.name)) return
      const level = namespace.value.metadata?.labels?.[ENFORCE]
      const wanted = Math.max(LEVELS.indexOf(options.level), 0)
      if (level === undefined) report(namespace.at('metadata', 'name'), `Namespace "${namespace.name}" takes every pod: the label "${ENFORCE}" is missing`)
      // Another word is an error of its own, and means the strictest level.
      else if (LEVELS.includes(level) && LEVELS.indexOf(level) < wanted) report(namespace.at('metadata', 'labels', ENFORCE), `Namespace "${namespace.name}" takes pods that are ${level}, must be at least "${options.level}"`)
    },
  },
})
