import type { Endpoint, EndpointPort, EndpointSlice, ForZone } from 'kubernetes-types/discovery/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { canonicalIpText, endpointIp, parseIp } from '../../../formats/ip.ts'
import { dnsLabel, dnsSubdomain, fullyQualifiedDomainName, labelValue, qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { judgeAddress } from '../../addresses.ts'
import { atMostItems, constraints, format, on, oneOf, oneOfSet, required, since, type TypeCheckContext } from '../../constraints.ts'

type Slice = Loose<EndpointSlice>

function checkFamily(family: 4 | 6, text: string, steps: readonly (string | number)[], { minor, report, warn }: TypeCheckContext): void {
  const list = steps.slice(0, -1)
  const isStrict = family === 6 && minor >= 36
  const judged = isStrict ? { reasons: [canonicalIpText(text) ?? []].flat() } : judgeAddress(text, minor)
  for (const reason of judged.reasons) report(steps, 'Invalid', reason)
  const ip = parseIp(text)
  if (ip !== undefined && ip.family !== family) report(steps, 'Invalid', `must be an IPv${family} address`, minor >= 36 ? { path: pathOf(list) } : {})
  const unreachable = ip && endpointIp(ip)
  if (judged.reasons.length === 0) for (const reason of [unreachable ?? []].flat()) report(steps, 'Invalid', reason)
  if (judged.advice !== undefined && family === 4) warn(steps, judged.advice)
}

const pathOf = (steps: readonly (string | number)[]): string => steps.reduce<string>((path, step) => (typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`), '')

function checkAddresses({ addressType = '', endpoints = [] }: Slice, context: TypeCheckContext): void {
  const { report } = context
  for (const [index, { addresses = [] }] of endpoints.entries()) {
    for (const [at, text] of addresses.entries()) {
      const steps = ['endpoints', index, 'addresses', at]
      if (addressType === 'IPv4') checkFamily(4, text, steps, context)
      else if (addressType === 'IPv6') checkFamily(6, text, steps, context)
      else if (addressType !== 'FQDN') continue
      else if (text === '') report(steps, 'Required', 'is required')
      else for (const reason of [fullyQualifiedDomainName(text) ?? []].flat()) report(steps, 'Invalid', reason)
    }
  }
}

/** Newer than the package of types. */
interface ForNode {
  name: string
}

const named = ({ name }: { readonly name?: string | undefined }) => name

export default constraints(
  {
    id: 'valid-endpoint-slice',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require an EndpointSlice whose addresses are all of its type and can be reached.',
    why: 'The API server refuses a slice with an address of another type, with an endpoint without addresses, or with more than it may hold.',
    howToFix: 'Set `addressType` to IPv4, IPv6 or FQDN, make a slice for each of them, and give each port a name of its own.',
    references: ['https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/'],
    peers: { datree: ['ENDPOINTSLICE_CVE2021_25373_INCORRECT_ADDRESSES_VALUE'] },
    bad: [
      {
        title: 'an address of another type, an endpoint without addresses',
        yaml: yaml`
          apiVersion: discovery.k8s.io/v1
          kind: EndpointSlice
          metadata:
            name: database
          addressType: IPv4
          endpoints:
            - addresses:
                - 2001:db8::1 # ✖ addresses[0] is "2001:db8::1", must be an IPv4 address
            - hostname: second # ✖ endpoints[1].addresses is required but missing; is the dash of endpoints[1] too many?
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: discovery.k8s.io/v1
          kind: EndpointSlice
          metadata:
            name: web
          addressType: ipv4 # ✖ addressType is "ipv4", must be "IPv4", "IPv6" or "FQDN"; did you mean "IPv4"?
          endpoints:
            - addresses: [10.0.0.1]
        `,
        fixed: yaml`
          apiVersion: discovery.k8s.io/v1
          kind: EndpointSlice
          metadata:
            name: web
          addressType: IPv4
          endpoints:
            - addresses: [10.0.0.1]
        `,
      },
    ],
    good: [
      {
        title: 'addresses of one type',
        yaml: yaml`
          apiVersion: discovery.k8s.io/v1
          kind: EndpointSlice
          metadata:
            name: database
          addressType: IPv4
          endpoints:
            - addresses:
                - 192.0.2.42
          ports:
            - name: sql
              port: 5432
        `,
      },
    ],
  },
  [
    on<EndpointSlice>('discovery/v1 EndpointSlice', () => ({
      fields: { addressType: required(oneOf('IPv4', 'IPv6', 'FQDN')), endpoints: atMostItems(1000), ports: atMostItems(20000) },
      // Two ports without a name are two of the same name.
      unique: { ports: { key: 'name', of: ({ name = '' }) => (name === '' || dnsLabel(name) === undefined ? JSON.stringify(name) : undefined) } },
      check(slice, context) {
        checkAddresses(slice, context)
        if (slice.addressType === 'FQDN') context.warn(['addressType'], 'is deprecated')
      },
    })),
    on<Endpoint>('discovery/v1 Endpoint', () => ({
      fields: { addresses: required(atMostItems(100)), hostname: format('a DNS label', dnsLabel, { empty: true }), nodeName: format('a DNS subdomain', dnsSubdomain, { empty: true }) },
    })),
    on<{ forZones: ForZone[]; forNodes: ForNode[] }>('discovery/v1 EndpointHints', () => ({
      fields: { forZones: atMostItems(8), forNodes: since('1.34', atMostItems(8)) },
      unique: { forZones: { key: 'name', of: named }, forNodes: { key: 'name', of: named } },
    })),
    on<ForZone>('discovery/v1 ForZone', () => ({ fields: { name: [format('a label value', labelValue)] } })),
    on<ForNode>('discovery/v1 ForNode', () => ({ fields: { name: [since('1.34', format('a DNS subdomain', dnsSubdomain, { empty: true }))] } })),
    on<EndpointPort>('discovery/v1 EndpointPort', () => ({
      fields: { name: format('a DNS label', dnsLabel), protocol: oneOfSet('TCP', 'UDP', 'SCTP'), appProtocol: format('a qualified name', qualifiedName, { empty: true }) },
    })),
  ],
)
