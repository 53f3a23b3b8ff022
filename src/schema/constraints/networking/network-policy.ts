import type { IPBlock, NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicySpec } from 'kubernetes-types/networking/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, each, on, oneOfSet, type TypeCheckContext } from '../../constraints.ts'
import { parseCidr, type Cidr } from '../../../formats/ip.ts'
import { portNumber, portNumberOrName } from '../../../formats/ports.ts'
import { judgeRange } from '../../addresses.ts'

const listed = (reason: string | readonly string[] | undefined): readonly string[] => (reason === undefined ? [] : [reason].flat())

/** Strictly: `outer` has addresses that `inner` has not. */
function contains(outer: Cidr, inner: Cidr): boolean {
  if (outer.ip.family !== inner.ip.family || outer.prefixLength >= inner.prefixLength) return false
  const hostBits = BigInt((outer.ip.family === 4 ? 32 : 128) - outer.prefixLength)
  return outer.ip.value >> hostBits === inner.ip.value >> hostBits
}

function checkBlock({ cidr = '', except = [] }: Loose<IPBlock>, { minor, report, warn }: TypeCheckContext): void {
  const checkRange = (steps: readonly (string | number)[], text: string): Cidr | undefined => {
    const { reasons, advice } = judgeRange(text, minor)
    for (const reason of reasons) report(steps, 'Invalid', reason)
    if (advice !== undefined) warn(steps, advice)
    return parseCidr(text)
  }
  if (cidr === '') report(['cidr'], 'Required', 'is required')
  const outer = cidr === '' ? undefined : checkRange(['cidr'], cidr)
  for (const [index, text] of except.entries()) {
    const inner = checkRange(['except', index], text)
    if (outer !== undefined && inner !== undefined && !contains(outer, inner)) report(['except', index], 'Invalid', `must be a part of ${cidr}`)
  }
}

function checkPort({ port, endPort }: Loose<NetworkPolicyPort>, { report }: TypeCheckContext): void {
  for (const reason of port === undefined ? [] : listed(portNumberOrName(port))) report(['port'], 'Invalid', reason)
  if (endPort === undefined) return
  if (port === undefined) report(['endPort'], 'Invalid', 'cannot be set without port')
  else if (typeof port === 'string') report(['endPort'], 'Invalid', 'cannot be set together with a named port')
  else {
    if (endPort < port) report(['endPort'], 'Invalid', 'must be at least port')
    for (const reason of listed(portNumber(endPort))) report(['endPort'], 'Invalid', reason)
  }
}

export default constraints(
  {
    id: 'valid-network-policy',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a NetworkPolicy whose peers, ranges and ports the API server can read.',
    why: 'The API server refuses a peer that names nothing, a malformed range, and ports that do not exist.',
    howToFix: 'Give each peer an `ipBlock` or selectors, each range a prefix length, and each port a number or a name of a container port.',
    references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
    bad: [
      {
        title: 'a range without prefix length, a peer of two kinds, a protocol in lower case',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: web
          spec:
            podSelector: {}
            ingress:
              - from:
                  - ipBlock:
                      cidr: 10.0.0.0 # ✖ cidr is "10.0.0.0", must be a range of IP addresses: 10.0.0.0/32 is this address alone
                  - ipBlock: # ✖ ipBlock cannot be set together with a selector
                      cidr: 10.0.0.0/8
                      except:
                        - 192.168.0.0/16 # ✖ except[0] is "192.168.0.0/16", must be a part of 10.0.0.0/8
                    podSelector: {}
                ports:
                  - port: 80
                    protocol: tcp # ✖ protocol is "tcp", must be "TCP", "UDP" or "SCTP"; did you mean "TCP"?
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: web
          spec:
            podSelector: {}
            policyTypes: [ingress] # ✖ policyTypes[0] is "ingress", must be "Ingress" or "Egress"; did you mean "Ingress"?
        `,
        fixed: yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: web
          spec:
            podSelector: {}
            policyTypes: [Ingress]
        `,
      },
    ],
    good: [
      {
        title: 'a range with an exception',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: web
          spec:
            podSelector: {}
            ingress:
              - from:
                  - ipBlock:
                      cidr: 10.0.0.0/8
                      except:
                        - 10.1.0.0/16
                ports:
                  - port: 8000
                    endPort: 8080
        `,
      },
    ],
  },
  [
    on<NetworkPolicySpec>('networking/v1 NetworkPolicySpec', () => ({
      fields: { policyTypes: [each(oneOfSet('Ingress', 'Egress'))] },
      check({ policyTypes = [] }, { report }) {
        if (policyTypes.length > 2) report(['policyTypes'], 'Invalid', 'must have at most two items')
      },
    })),
    on<NetworkPolicyPort>('networking/v1 NetworkPolicyPort', () => ({ fields: { protocol: oneOfSet('TCP', 'UDP', 'SCTP') }, check: checkPort })),
    on<NetworkPolicyPeer>('networking/v1 NetworkPolicyPeer', () => ({
      check({ ipBlock, podSelector, namespaceSelector }, { report }) {
        const selects = podSelector !== undefined || namespaceSelector !== undefined
        if (ipBlock === undefined && !selects) report([], 'Required', 'Peer must have an ipBlock, a podSelector or a namespaceSelector')
        if (ipBlock !== undefined && selects) report(['ipBlock'], 'Forbidden', 'cannot be set together with a selector')
      },
    })),
    on<IPBlock>('networking/v1 IPBlock', () => ({ fields: { cidr: checkedElsewhere }, check: checkBlock })),
  ],
)
