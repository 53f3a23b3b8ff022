import { defineRule, yaml } from '../../engine/define-rule.ts'

const DIRECTIONS = ['ingress', 'egress'] as const

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require a network policy for each pod, where there are any.',
  why: 'A pod that no policy selects takes connections from every pod of the cluster, and may open them to everywhere.',
  howToFix: 'Add a NetworkPolicy that selects the pod, or one that denies everything to all pods of the namespace. Where no policy is in the namespace of the pod, or beside it in its folder, the rule is silent, unless `always` is set.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation'],
  peers: {
    'kube-linter': ['non-isolated-pod'],
    'kube-score': ['pod-networkpolicy'],
    polaris: ['missingNetworkPolicy'],
    checkov: ['CKV2_K8S_6'],
    kubescape: ['C-0030', 'C-0260'],
    popeye: ['1204', '1205'],
    kics: ['Pod Misconfigured NetworkPolicy'],
    kyverno: ['require-netpol'],
  },
  crossObject: true,
  options: {
    directions: { default: [], description: 'Directions that have to be limited, `ingress` and `egress`; any one is enough when none is named.' },
    always: { default: false, description: 'Also where there is no NetworkPolicy in the namespace or the folder.' },
  },
  bad: [
    {
      title: 'one pod with a policy, one without',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector:
            matchLabels:
              app: web
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker # ✖ Pod "worker" is selected by no NetworkPolicy
          labels:
            app: worker
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a policy for all',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: deny
        spec:
          podSelector: {}
          policyTypes: [Ingress, Egress]
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'no policies at all: others may add them',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, options, report }) {
      const { object } = pod
      if (index.hasOtherPolicies || pod.value.hostNetwork === true || pod.containers.every((container) => container.partial)) return
      if (!options.always && !index.networkPolicies.areNear(pod)) return
      const isolation = index.networkPolicies.isolation(pod)
      const place = object.at('metadata', 'name')
      if (isolation === undefined) report(place, `${object.kind} "${object.name}" is selected by no NetworkPolicy`)
      else {
        const open = DIRECTIONS.find((direction) => options.directions.includes(direction) && !isolation.has(direction))
        if (open !== undefined) report(place, `No NetworkPolicy limits the connections ${open === 'ingress' ? 'to' : 'from'} ${object.kind} "${object.name}"`)
      }
    },
  },
})
