import type { EndpointAddress, EndpointPort, EndpointSubset } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { endpointIp, parseIp } from '../../../formats/ip.ts'
import { dnsLabel, dnsSubdomain, qualifiedName } from '../../../formats/names.ts'
import { judgeAddress } from '../../addresses.ts'
import { between, checkedElsewhere, constraints, format, missingAs, on, oneOf } from '../../constraints.ts'

export default constraints(
  {
    id: 'valid-endpoints',
    since: '0.1.0',
    summary: 'Require Endpoints whose addresses can be reached and whose ports exist.',
    why: 'The API server refuses a subset without addresses, an address of the machine itself or of its link, and a port that does not exist.',
    howToFix: 'Give each subset an address that others can reach, and each port a number and, beside others, a name.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoints-v1/'],
    bad: [
      {
        title: 'the address of the machine itself, a subset without addresses',
        yaml: yaml`
          apiVersion: v1
          kind: Endpoints
          metadata:
            name: database
          subsets:
            - addresses:
                - ip: 127.0.0.1 # ✖ ip is "127.0.0.1", must not be a loopback address
              ports:
                - port: 5432
            - ports: # ✖ Subset must have addresses or notReadyAddresses
                - port: 5432
        `,
      },
    ],
    good: [
      {
        title: 'an address that others can reach',
        yaml: yaml`
          apiVersion: v1
          kind: Endpoints
          metadata:
            name: database
          subsets:
            - addresses:
                - ip: 192.0.2.42
              ports:
                - port: 5432
        `,
      },
    ],
  },
  [
    on<EndpointSubset>('core/v1 EndpointSubset', () => ({
      check({ addresses = [], notReadyAddresses = [], ports = [] }, { report }) {
        if (addresses.length === 0 && notReadyAddresses.length === 0) report([], 'Required', 'Subset must have addresses or notReadyAddresses')
        for (const [index, { name = '' }] of ports.entries()) if (name === '' && ports.length > 1) report(['ports', index, 'name'], 'Required', 'is required where there are other ports')
      },
    })),
    on<EndpointAddress>('core/v1 EndpointAddress', () => ({
      fields: { ip: checkedElsewhere, hostname: format('a DNS label', dnsLabel), nodeName: format('a DNS subdomain', dnsSubdomain, { empty: true }) },
      check({ ip = '' }, { minor, report, warn }) {
        const { reasons, advice } = judgeAddress(ip, minor)
        for (const reason of reasons) report(['ip'], 'Invalid', reason)
        const address = parseIp(ip)
        const unreachable = address && endpointIp(address)
        for (const reason of [unreachable ?? []].flat()) report(['ip'], 'Invalid', reason)
        if (advice !== undefined) warn(['ip'], advice)
      },
    })),
    on<EndpointPort>('core/v1 EndpointPort', () => ({
      fields: {
        name: format('a DNS label', dnsLabel),
        port: missingAs(0, between(1, 65535)),
        protocol: oneOf('TCP', 'UDP', 'SCTP'),
        appProtocol: format('a qualified name', qualifiedName, { empty: true }),
      },
    })),
  ],
)
