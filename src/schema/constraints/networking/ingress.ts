import type { HTTPIngressPath, HTTPIngressRuleValue, Ingress, IngressBackend, IngressRule, IngressServiceBackend, IngressSpec, IngressTLS } from 'kubernetes-types/networking/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { parseIp } from '../../../formats/ip.ts'
import { dns1035Label, dnsLabel, dnsSubdomain, pathSegmentName, wildcardDnsSubdomain } from '../../../formats/names.ts'
import { portName, portNumber } from '../../../formats/ports.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, each, embedded, format, nonEmpty, on, oneOfSet, required, since, until, type TypeCheckContext } from '../../constraints.ts'

const CLASS = 'kubernetes.io/ingress.class'
const PATH_TYPES = ['Exact', 'Prefix', 'ImplementationSpecific'] as const
/** A cleaned path has none of them. */
const NOT_IN_PATHS = ['//', '/./', '/../', '%2f', '%2F'] as const
const NOT_AT_THE_END = ['/..', '/.'] as const

const hostName = (host: string): readonly string[] | undefined => (host.includes('*') ? wildcardDnsSubdomain(host) : dnsSubdomain(host))

function checkClass({ metadata, spec }: Loose<Ingress>, { report, warn }: TypeCheckContext): void {
  const written = metadata?.annotations?.[CLASS]
  if (written === undefined) return
  const steps = ['metadata', 'annotations', CLASS]
  if (spec?.ingressClassName === undefined) warn(steps, `Annotation "${CLASS}" is deprecated: its successor is "spec.ingressClassName"`)
  else if (written !== spec.ingressClassName) report(steps, 'Invalid', `Annotation "${CLASS}" must equal ingressClassName`, { path: `annotations.${CLASS}` })
}

function checkHost(host: string): readonly string[] | undefined {
  const reasons = [...(parseIp(host) === undefined ? [] : ['must be a DNS name, not an IP address']), ...(hostName(host) ?? [])]
  return reasons.length === 0 ? undefined : reasons
}

function checkPath({ path = '', pathType }: Loose<HTTPIngressPath>, { report }: TypeCheckContext): void {
  const invalid = (message: string) => report(['path'], 'Invalid', message)
  if (pathType === undefined) return report(['pathType'], 'Required', 'is required')
  if (!PATH_TYPES.some((type) => type === pathType)) return
  const isExact = pathType !== 'ImplementationSpecific'
  if (!path.startsWith('/') && (isExact || path !== '')) invalid('must begin with "/"')
  if (!isExact) return
  for (const part of NOT_IN_PATHS) if (path.includes(part)) invalid(`must not contain "${part}"`)
  for (const end of NOT_AT_THE_END) if (path.endsWith(end)) invalid(`must not end with "${end}"`)
}

function checkBackend({ resource, service }: Loose<IngressBackend>, { path, report, skip }: TypeCheckContext): void {
  if (resource !== undefined && service !== undefined) {
    report([], 'Invalid', 'must have service or resource, not both')
    skip('service')
    skip('resource')
  } else if (service === undefined) {
    if (resource === undefined) report([], 'Invalid', 'must have a service or a resource')
  } else {
    const { name = '', number = 0 } = service.port ?? {}
    if (name !== '' && number !== 0) report(['service', 'port'], 'Invalid', 'must have a name or a number, not both', { path })
    else if (name !== '') for (const reason of portName(name) ?? []) report(['service', 'port', 'name'], 'Invalid', reason)
    else if (number === 0) report(['service', 'port'], 'Required', 'must have a name or a number', { path })
    else for (const reason of [portNumber(number) ?? []].flat()) report(['service', 'port', 'number'], 'Invalid', reason)
  }
}

export default constraints(
  {
    id: 'valid-ingress',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require an Ingress whose hosts, paths and backends the API server can read.',
    why: 'The API server refuses a path without a type, a host that is no DNS name, and a backend without a Service or a port.',
    howToFix: 'Give each path a `pathType` of Exact, Prefix or ImplementationSpecific, and each backend a Service with the name or number of one of its ports.',
    references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/'],
    peers: { popeye: ['1404'] },
    bad: [
      {
        title: 'a path type in lower case, a path that is not absolute, a backend without a port',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
          spec:
            rules:
              - host: http://web.example.com # ✖ host is "http://web.example.com", must consist of lower case letters, digits, "-" and "."
                http:
                  paths:
                    - path: /
                      pathType: prefix # ✖ pathType is "prefix", must be "Exact", "Prefix" or "ImplementationSpecific"; did you mean "Prefix"?
                      backend:
                        service:
                          name: web
                          port:
                            number: 80
                    - path: api # ✖ path is "api", must begin with "/"
                      pathType: Prefix
                      backend:
                        service: # ✖ port is missing, must have a name or a number
                          name: api
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
          spec:
            rules:
              - http:
                  paths:
                    - path: /
                      pathType: prefix # ✖ pathType is "prefix", must be "Exact", "Prefix" or "ImplementationSpecific"; did you mean "Prefix"?
                      backend:
                        service:
                          name: web
                          port:
                            number: 80
        `,
        fixed: yaml`
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
          spec:
            rules:
              - http:
                  paths:
                    - path: /
                      pathType: Prefix
                      backend:
                        service:
                          name: web
                          port:
                            number: 80
        `,
      },
    ],
    good: [
      {
        title: 'a wildcard host and a path of each type',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
          spec:
            ingressClassName: nginx
            rules:
              - host: "*.example.com"
                http:
                  paths:
                    - path: /
                      pathType: Prefix
                      backend:
                        service:
                          name: web
                          port:
                            number: 80
                    - path: /health
                      pathType: Exact
                      backend:
                        service:
                          name: web
                          port:
                            name: http
        `,
      },
    ],
  },
  [
    on<Ingress>('networking/v1 Ingress', () => ({
      check: [
        checkClass,
        ({ spec = {} }, { report }) => {
          if ((spec.rules ?? []).length === 0 && spec.defaultBackend === undefined) report(['spec'], 'Invalid', 'must have rules or a defaultBackend')
        },
      ],
    })),
    on<IngressSpec>('networking/v1 IngressSpec', () => ({ fields: { ingressClassName: format('a DNS subdomain', dnsSubdomain, { empty: true }) } })),
    on<IngressTLS>('networking/v1 IngressTLS', () => ({
      fields: { hosts: each(format('a DNS name, or "*." and a DNS name', hostName, { empty: true })), secretName: format('a DNS subdomain', dnsSubdomain) },
    })),
    on<IngressRule>('networking/v1 IngressRule', () => ({ fields: { host: format('a DNS name, or "*." and a DNS name', checkHost) } })),
    on<HTTPIngressRuleValue>('networking/v1 HTTPIngressRuleValue', () => ({ fields: { paths: required() } })),
    on<HTTPIngressPath>('networking/v1 HTTPIngressPath', () => ({
      fields: { pathType: [oneOfSet(...PATH_TYPES)], backend: embedded('networking/v1 IngressBackend') },
      check: checkPath,
    })),
    on<IngressBackend>('networking/v1 IngressBackend', () => ({
      fields: {
        resource: {
          apiGroup: format('a DNS subdomain', dnsSubdomain, { empty: true }),
          kind: nonEmpty(format('a path segment', pathSegmentName)),
          name: nonEmpty(format('a path segment', pathSegmentName)),
        },
      },
      check: checkBackend,
    })),
    on<IngressServiceBackend>('networking/v1 IngressServiceBackend', () => ({
      fields: { name: required(until('1.35', format('a DNS label that begins with a letter', dns1035Label)), since('1.36', format('a DNS label', dnsLabel))) },
    })),
  ],
)
