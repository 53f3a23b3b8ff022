import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { below } from '../../model/place.ts'
import { listOf, mapOf, type Fields } from '../../model/untyped.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow sandboxes of agents that may reach every address.',
  why: 'Code that nobody has read can send what it finds to anywhere, and fetch from anywhere what it runs next.',
  howToFix: 'Set `networkPolicy` with an `egress` rule for each destination that is needed, or an empty `egress` for none.',
  references: ['https://agent-sandbox.sigs.k8s.io/', 'https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  peers: { kubescape: ['C-0301'] },
  bad: [
    {
      title: 'any destination, all of IPv4, and nothing that manages it',
      yaml: yaml`
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: python
        spec:
          networkPolicy:
            egress:
              - ports: # ✖ SandboxTemplate "python" allows egress to every address
                  - port: 443
        ---
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: node
        spec:
          networkPolicy:
            egress:
              - to:
                  - ipBlock:
                      cidr: 0.0.0.0/0 # ✖ SandboxTemplate "node" allows egress to every address
        ---
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: go
        spec:
          networkPolicyManagement: Unmanaged # ✖ networkPolicyManagement of SandboxTemplate "go" is "Unmanaged", must be "Managed"
      `,
    },
    {
      title: 'no policy: the usual one lets everything out',
      yaml: yaml`
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: python
        spec: # ✖ SandboxTemplate "python" sets no networkPolicy: the default one allows egress to the internet
          podTemplate:
            spec:
              runtimeClassName: gvisor
              containers:
                - name: python
                  image: example.com/python:3.13
                  resources:
                    limits:
                      cpu: "1"
                      memory: 1Gi
      `,
    },
  ],
  good: [
    {
      title: 'the proxy alone, and nothing at all',
      yaml: yaml`
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: python
        spec:
          networkPolicy:
            egress:
              - to:
                  - podSelector:
                      matchLabels:
                        app: proxy
        ---
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: node
        spec:
          networkPolicy:
            egress: []
      `,
    },
  ],
  visit: {
    object(object, context) {
      if (object.kind === 'SandboxTemplate' && object.apiVersion.startsWith('extensions.agents.x-k8s.io/')) look(object, context)
    },
  },
})

function look(object: KubernetesObject, { report }: Context): void {
  const spec = mapOf(object.value['spec'])
  const management = spec['networkPolicyManagement'] ?? 'Managed'
  const title = `SandboxTemplate "${object.name}"`
  if (management !== 'Managed') report(below(object.at('spec'), 'networkPolicyManagement'), `networkPolicyManagement of ${title} is ${JSON.stringify(management)}, must be "Managed"`)
  else if (spec['networkPolicy'] === undefined || spec['networkPolicy'] === null) report(object.at('spec'), `${title} sets no networkPolicy: the default one allows egress to the internet`)
  else {
    const { egress } = mapOf(spec['networkPolicy'])
    for (const [index, rule] of listOf(egress).entries()) {
      const place = (...steps: (string | number)[]) => below(object.at('spec'), 'networkPolicy', 'egress', index, ...steps)
      const { to } = mapOf(rule)
      const peers = listOf(to)
      const open = peers.findIndex((peer) => !isBounded(mapOf(peer)))
      if (peers.length > 0 && open === -1) continue
      report(peers.length === 0 ? place() : mapOf(mapOf(peers[open])['ipBlock'])['cidr'] === undefined ? place('to', open) : place('to', open, 'ipBlock', 'cidr'), `${title} allows egress to every address`)
    }
  }
}

const isBounded = ({ ipBlock, namespaceSelector, podSelector }: Fields): boolean => {
  const { cidr } = mapOf(ipBlock)
  return (typeof cidr === 'string' && cidr !== '' && !/\/0+$/.test(cidr)) || selects(podSelector) || selects(namespaceSelector)
}

function selects(selector: unknown): boolean {
  const { matchExpressions, matchLabels } = mapOf(selector)
  return Object.keys(mapOf(matchLabels)).length > 0 || listOf(matchExpressions).length > 0
}
