import type { Service, ServicePort, ServiceSpec } from 'kubernetes-types/core/v1'
import { yaml, type OptionValues } from '../../../engine/define-rule.ts'
import { dnsLabel, dnsSubdomain, qualifiedName } from '../../../formats/names.ts'
import { portNumber, portNumberOrName } from '../../../formats/ports.ts'
import type { Loose } from '../../../model/kinds.ts'
import { addressAdvice } from '../../addresses.ts'
import { between, constraints, each, format, missingAs, on, oneOf, oneOfSet, since, until, type TypeCheckContext } from '../../constraints.ts'
import { checkPlainSelector } from '../../plain-selector.ts'
import { Seen } from '../../seen.ts'
import { checkClusterIps, checkExternalIps, checkSourceRanges, serviceType } from '../../service-addresses.ts'

type Spec = Loose<ServiceSpec>

const TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode'
const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints'

const OPTIONS = {
  firstNodePort: { default: 30000, description: 'The first port of `--service-node-port-range` of the API server.' },
  lastNodePort: { default: 32767, description: 'The last port of that range.' },
}

/** The field of one address stands for the list where that is missing. */
const clusterIpsOf = ({ clusterIP = '', clusterIPs = [] }: Spec): readonly string[] => (clusterIPs.length === 0 && clusterIP !== '' ? [clusterIP] : clusterIPs)
const isHeadless = (spec: Spec): boolean => clusterIpsOf(spec).length === 1 && clusterIpsOf(spec)[0] === 'None'

/** A Service without a spec is one with an empty spec. */
const ofSpec =
  (check: (spec: Spec, context: TypeCheckContext) => void) =>
  ({ spec = {} }: Loose<Service>, context: TypeCheckContext): void =>
    check(spec, context)

function checkExternalName(spec: Spec, { report }: TypeCheckContext): void {
  if (serviceType(spec) !== 'ExternalName') return
  const { externalName = '', ipFamilies = [], ipFamilyPolicy } = spec
  const forbid = (field: string, printed = field) => report(['spec', field], 'Forbidden', 'cannot be set for a Service of type ExternalName', { path: `spec.${printed}` })
  if (clusterIpsOf(spec).length > 0) forbid(spec.clusterIPs === undefined ? 'clusterIP' : 'clusterIPs', 'clusterIPs')
  if (ipFamilies.length > 0) forbid('ipFamilies')
  if (ipFamilyPolicy !== undefined) forbid('ipFamilyPolicy')
  const name = externalName.endsWith('.') ? externalName.slice(0, -1) : externalName
  if (name === '') report(['spec', 'externalName'], 'Required', 'is required for a Service of type ExternalName')
  else for (const reason of dnsSubdomain(name) ?? []) report(['spec', 'externalName'], 'Invalid', reason)
}

function checkAddresses(spec: Spec, context: TypeCheckContext): void {
  const type = serviceType(spec)
  if (type !== 'ExternalName') checkClusterIps(spec, context)
  if (isHeadless(spec) && (type === 'LoadBalancer' || type === 'NodePort')) {
    context.report(['spec', spec.clusterIPs === undefined ? 'clusterIP' : 'clusterIPs'], 'Invalid', `cannot be "None" for a Service of type ${type}`, { path: 'spec.clusterIPs[0]' })
  }
}

function checkPorts(spec: Spec, { minor, options, report }: TypeCheckContext): void {
  const { ports = [] } = spec
  const { firstNodePort: first, lastNodePort: last } = options as OptionValues<typeof OPTIONS>
  const type = serviceType(spec)
  const at = (index: number, ...rest: string[]) => ['spec', 'ports', index, ...rest]
  if (ports.length === 0 && !isHeadless(spec) && type !== 'ExternalName') report(['spec', 'ports'], 'Required', 'is required unless the Service is headless')
  const names = new Seen()
  const numbers = new Seen()
  const nodePorts = new Seen()
  const givenPorts = new Seen()
  /** By the number of the port, whose node port is the same for every protocol. */
  const given = new Map<number, number>()
  for (const [index, { name = '', port = 0, protocol = 'TCP', nodePort = 0 }] of ports.entries()) {
    if (name === '' && ports.length > 1) report(at(index, 'name'), 'Required', 'is required in a Service with several ports')
    const named = name !== '' && dnsLabel(name) === undefined ? names.before(name, at(index, 'name')) : undefined
    if (named !== undefined) report(at(index, 'name'), 'Duplicate', named.message, named)
    const transport = protocol || 'TCP'
    const numbered = numbers.before(`${port}/${transport}`, at(index))
    if (numbered !== undefined) report(at(index), 'Duplicate', `Port ${port}/${transport} is ${numbered.message}`, numbered)
    if (port === 10250 && type === 'LoadBalancer' && minor <= 32) report(at(index, 'port'), 'Invalid', 'is the port of the kubelet, which a load balancer must not expose', { path: `spec.ports[${index}]` })
    if (nodePort === 0 || type === 'ExternalName') continue
    if (type === 'ClusterIP') report(at(index, 'nodePort'), 'Forbidden', 'cannot be set for a Service of type ClusterIP')
    else if (nodePort < first || nodePort > last) report(at(index, 'nodePort'), 'Invalid', `must be between ${first} and ${last}`)
    // One that is given to another number of port is refused before anything else is looked at.
    const isGiven = type !== 'ClusterIP' && given.get(port) !== nodePort
    const other = isGiven ? givenPorts.before(String(nodePort), at(index, 'nodePort')) : undefined
    if (isGiven && !given.has(port)) given.set(port, nodePort)
    const taken = nodePorts.before(`${nodePort}/${transport}`, at(index, 'nodePort'))
    if (other !== undefined) report(at(index, 'nodePort'), 'Invalid', `${other.message} for another port`, other)
    else if (taken !== undefined) report(at(index, 'nodePort'), 'Duplicate', `${taken.message} for ${transport}`, taken)
  }
}

function checkSelector({ selector = {} }: Spec, { report }: TypeCheckContext): void {
  checkPlainSelector(selector, ['spec', 'selector'], 'spec.selector', report)
}

function checkTraffic(spec: Spec, { report }: TypeCheckContext): void {
  const type = serviceType(spec)
  const { externalTrafficPolicy = '', healthCheckNodePort = 0, externalIPs = [] } = spec
  const isExternal = type === 'NodePort' || type === 'LoadBalancer' || (type === 'ClusterIP' && externalIPs.length > 0)
  if (externalTrafficPolicy !== '' && !isExternal) report(['spec', 'externalTrafficPolicy'], 'Invalid', 'can be set only for a Service of type NodePort or LoadBalancer, or with external IPs')
  else if (externalTrafficPolicy !== '' && externalTrafficPolicy !== 'Cluster' && externalTrafficPolicy !== 'Local') report(['spec', 'externalTrafficPolicy'], 'NotSupported', 'must be "Cluster" or "Local"')
  if (healthCheckNodePort === 0) return
  if (type !== 'LoadBalancer' || externalTrafficPolicy !== 'Local') report(['spec', 'healthCheckNodePort'], 'Invalid', 'can be set only for a Service of type LoadBalancer whose externalTrafficPolicy is "Local"')
  else for (const reason of [portNumber(healthCheckNodePort) ?? []].flat()) report(['spec', 'healthCheckNodePort'], 'Invalid', reason)
}

function checkLoadBalancer(spec: Spec, { report }: TypeCheckContext): void {
  const isLoadBalancer = serviceType(spec) === 'LoadBalancer'
  for (const field of ['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const) {
    if (spec[field] !== undefined && !isLoadBalancer) report(['spec', field], 'Forbidden', 'can be set only for a Service of type LoadBalancer')
  }
  if (isLoadBalancer) for (const reason of spec.loadBalancerClass === undefined ? [] : (qualifiedName(spec.loadBalancerClass) ?? [])) report(['spec', 'loadBalancerClass'], 'Invalid', reason)
}

function checkAffinity({ sessionAffinity, sessionAffinityConfig }: Spec, { report }: TypeCheckContext): void {
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds
  // Without the affinity the server drops its configuration.
  if (sessionAffinity === 'ClientIP' && seconds !== undefined && (seconds <= 0 || seconds > 86400)) report(['spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'], 'Invalid', 'must be between 1 and 86400')
}

function checkAnnotations({ metadata }: Loose<Service>, { report, warn }: TypeCheckContext): void {
  const { [TOPOLOGY_MODE]: mode, [TOPOLOGY_HINTS]: hints } = metadata?.annotations ?? {}
  if (hints === undefined) return
  warn(['metadata', 'annotations', TOPOLOGY_HINTS], `Annotation "${TOPOLOGY_HINTS}" is deprecated: its successor is "${TOPOLOGY_MODE}"`)
  if (mode !== undefined && mode !== hints) report(['metadata', 'annotations', TOPOLOGY_MODE], 'Invalid', `Annotation "${TOPOLOGY_MODE}" must equal "${TOPOLOGY_HINTS}"`, { path: `metadata.annotations[${TOPOLOGY_MODE}]` })
}

/** Fields that this Service has no use for. */
function warnOfIgnored(spec: Spec, { minor, warn }: TypeCheckContext): void {
  const { externalIPs = [], externalName = '', loadBalancerIP = '', sessionAffinity = '', trafficDistribution } = spec
  const isExternalName = serviceType(spec) === 'ExternalName'
  const ignored = (field: string, where: string) => warn(['spec', field], `"${field}" is ignored ${where}`)
  if (isHeadless(spec) && minor >= 31) {
    if (loadBalancerIP !== '') ignored('loadBalancerIP', 'in a headless Service')
    if (externalIPs.length > 0) ignored('externalIPs', 'in a headless Service')
    if (sessionAffinity !== '' && sessionAffinity !== 'None') ignored('sessionAffinity', 'in a headless Service')
  }
  if (isExternalName && externalIPs.length > 0) ignored('externalIPs', 'in a Service of type ExternalName')
  if (!isExternalName && externalName !== '') ignored('externalName', 'unless the type is ExternalName')
  if (!isExternalName && !isHeadless(spec) && externalIPs.length > 0 && minor >= 36) warn(['spec', 'externalIPs'], 'is deprecated, and some clusters no longer implement it')
  if (trafficDistribution === 'PreferClose' && minor >= 35) warn(['spec', 'trafficDistribution'], 'is deprecated: its successor is "PreferSameZone"')
  const advice = addressAdvice(loadBalancerIP)
  if (advice !== undefined) warn(['spec', 'loadBalancerIP'], advice)
}

export default constraints(
  {
    id: 'valid-service',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a Service whose ports, selector, addresses and policies go with its type.',
    why: 'The API server refuses a Service without ports, with ports or addresses that do not exist, or with fields that another type of Service has.',
    howToFix: 'Give each port a number and, with several ports, a name; use the types ClusterIP, NodePort, LoadBalancer and ExternalName with the fields that each has.',
    references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
    peers: { 'kube-linter': ['invalid-target-ports'] },
    options: OPTIONS,
    bad: [
      {
        title: 'a malformed value of the selector, an unknown protocol, a port without a name',
        yaml: yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app: web,api # ✖ Value "web,api" of the selector must consist of letters, digits, "-", "_" and "."
            ports:
              - name: http
                port: 80
                protocol: http # ✖ protocol is "http", must be "TCP", "UDP" or "SCTP"; did you mean "TCP"?
              - port: 443 # ✖ ports[1].name is missing, but required in a Service with several ports
        `,
      },
      {
        title: 'a load balancer whose range has no prefix length',
        yaml: yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            type: LoadBalancer
            externalTrafficPolicy: local # ✖ externalTrafficPolicy is "local", must be "Cluster" or "Local"
            loadBalancerSourceRanges:
              - 192.0.2.1 # ✖ loadBalancerSourceRanges[0] is "192.0.2.1", must be a range of IP addresses: 192.0.2.1/32 is this address alone
            ports:
              - port: 80
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            type: ClusterIp # ✖ type is "ClusterIp", must be "ClusterIP", "NodePort", "LoadBalancer" or "ExternalName"; did you mean "ClusterIP"?
            ports:
              - port: 80
                protocol: tcp # ✖ protocol is "tcp", must be "TCP", "UDP" or "SCTP"; did you mean "TCP"?
        `,
        fixed: yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            type: ClusterIP
            ports:
              - port: 80
                protocol: TCP
        `,
      },
    ],
    good: [
      {
        title: 'labels of pods, and named ports',
        yaml: yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app.kubernetes.io/name: web
            ports:
              - name: http
                port: 80
                targetPort: http
              - name: metrics
                port: 9090
        `,
      },
    ],
  },
  [
    on<Service>('core/v1 Service', () => ({
      check: [
        checkAnnotations,
        checkSourceRanges,
        ...[checkPorts, checkExternalName, checkAddresses, checkSelector, checkAffinity, checkExternalIps, checkLoadBalancer, checkTraffic, warnOfIgnored].map(ofSpec),
      ],
    })),
    on<ServiceSpec>('core/v1 ServiceSpec', () => ({
      fields: {
        type: oneOf(...TYPES),
        sessionAffinity: oneOf('ClientIP', 'None'),
        internalTrafficPolicy: oneOfSet('Cluster', 'Local'),
        ipFamilies: each(oneOfSet('IPv4', 'IPv6')),
        ipFamilyPolicy: oneOfSet('SingleStack', 'PreferDualStack', 'RequireDualStack'),
        trafficDistribution: [since('1.31', until('1.33', oneOfSet('PreferClose'))), since('1.34', oneOfSet('PreferClose', 'PreferSameZone', 'PreferSameNode'))],
      },
      unique: { ipFamilies: { key: '', of: (family) => family } },
    })),
    on<ServicePort>('core/v1 ServicePort', () => ({
      ownDuplicates: true,
      fields: {
        name: format('a DNS label', dnsLabel),
        port: missingAs(0, between(1, 65535)),
        protocol: oneOf('TCP', 'UDP', 'SCTP'),
        appProtocol: format('a qualified name', qualifiedName, { empty: true }),
      },
      check({ port = 0, targetPort }, { report }) {
        // A missing target is the port itself, and judged like one that is written.
        const isWritten = targetPort !== undefined && targetPort !== '' && targetPort !== 0
        for (const reason of [portNumberOrName(isWritten ? targetPort : port) ?? []].flat()) report(['targetPort'], 'Invalid', isWritten ? reason : `defaults to port ${port}, ${reason}`)
      },
    })),
  ],
)
