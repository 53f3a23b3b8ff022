import type { IngressClassParametersReference, IngressClassSpec } from 'kubernetes-types/networking/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel, dnsSubdomain, pathSegmentName } from '../../../formats/names.ts'
import { domainPrefixedPath } from '../../../formats/paths.ts'
import { atMostBytes, constraints, format, on, oneOfSet, required } from '../../constraints.ts'

export default constraints(
  {
    id: 'valid-ingress-class',
    since: '0.1.0',
    summary: 'Require an IngressClass with a controller, and parameters that can be found.',
    why: 'The API server refuses a class whose controller is not a domain and a path, and parameters without a kind, a name or the namespace that they are in.',
    howToFix: 'Copy the name of the controller from its documentation, and set `namespace` for parameters of the scope Namespace only.',
    references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class'],
    bad: [
      {
        title: 'a controller without a domain, parameters without their namespace',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: IngressClass
          metadata:
            name: internal
          spec:
            controller: nginx # ✖ controller is "nginx", must be a domain and a path, such as example.com/name
            parameters: # ✖ namespace is missing, but required in the scope "Namespace"
              apiGroup: example.com
              kind: IngressParameters
              name: internal
              scope: Namespace
        `,
      },
    ],
    good: [
      {
        title: 'parameters of the cluster',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: IngressClass
          metadata:
            name: internal
          spec:
            controller: example.com/ingress-controller
            parameters:
              apiGroup: example.com
              kind: IngressParameters
              name: internal
        `,
      },
    ],
  },
  [
    on<IngressClassSpec>('networking/v1 IngressClassSpec', () => ({ fields: { controller: required(atMostBytes(250), format('a domain and a path', domainPrefixedPath)) } })),
    on<IngressClassParametersReference>('networking/v1 IngressClassParametersReference', () => ({
      fields: {
        apiGroup: format('a DNS subdomain', dnsSubdomain, { empty: true }),
        kind: required(format('a path segment', pathSegmentName)),
        name: required(format('a path segment', pathSegmentName)),
        scope: oneOfSet('Cluster', 'Namespace'),
      },
      check({ scope = 'Cluster', namespace }, { report }) {
        if (scope === 'Cluster' && namespace !== undefined) report(['namespace'], 'Forbidden', 'cannot be set in the scope "Cluster"')
        if (scope !== 'Namespace') return
        if (namespace === undefined) report(['namespace'], 'Required', 'is required in the scope "Namespace"')
        else for (const reason of dnsLabel(namespace) ?? []) report(['namespace'], 'Invalid', reason)
      },
    })),
  ],
)
