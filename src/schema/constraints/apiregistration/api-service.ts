import { yaml } from '../../../engine/define-rule.ts'
import { dns1035Label, dnsSubdomain } from '../../../formats/names.ts'
import type { ObjectMeta } from '../../../model/kinds.ts'
import { between, constraints, format, missingAs, on, required, type TypeCheckContext } from '../../constraints.ts'

/** Not in the package of types. */
interface ServiceReference {
  name: string
  namespace: string
  port: number
}
interface APIServiceSpec {
  group: string
  version: string
  groupPriorityMinimum: number
  versionPriority: number
  service: ServiceReference
  caBundle: string
  insecureSkipTLSVerify: boolean
}
interface APIService {
  metadata: ObjectMeta
  spec: APIServiceSpec
}

function checkTrust({ service, caBundle, insecureSkipTLSVerify }: Partial<Record<keyof APIServiceSpec, unknown>>, { report }: TypeCheckContext): void {
  const hasBundle = typeof caBundle === 'string' && caBundle !== ''
  if (service === undefined) {
    if (hasBundle) report(['caBundle'], 'Invalid', 'cannot be set without service')
    if (insecureSkipTLSVerify === true) report(['insecureSkipTLSVerify'], 'Invalid', 'cannot be true without service')
  } else if (hasBundle && insecureSkipTLSVerify === true) report(['insecureSkipTLSVerify'], 'Invalid', 'cannot be true together with caBundle')
}

export default constraints(
  {
    id: 'valid-api-service',
    since: '0.1.0',
    summary: 'Require an APIService that is named after its version and group, with priorities and a Service.',
    why: 'The API server refuses an APIService of another name, without priorities, or whose Service has no name or namespace.',
    howToFix: 'Name it `<version>.<group>`, and set `groupPriorityMinimum`, `versionPriority` and, for a server of your own, `service`.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/'],
    bad: [
      {
        title: 'a name without the version, a Service without a namespace',
        yaml: yaml`
          apiVersion: apiregistration.k8s.io/v1
          kind: APIService
          metadata:
            name: metrics.k8s.io # ✖ name is "metrics.k8s.io", must be "v1beta1.metrics.k8s.io", its version and group
          spec:
            group: metrics.k8s.io
            version: v1beta1
            groupPriorityMinimum: 100
            versionPriority: 100
            service: # ✖ namespace is required but missing
              name: metrics-server
        `,
      },
    ],
    good: [
      {
        title: 'a Service',
        yaml: yaml`
          apiVersion: apiregistration.k8s.io/v1
          kind: APIService
          metadata:
            name: v1beta1.metrics.k8s.io
          spec:
            group: metrics.k8s.io
            version: v1beta1
            groupPriorityMinimum: 100
            versionPriority: 100
            service:
              name: metrics-server
              namespace: kube-system
        `,
      },
    ],
  },
  [
    on<APIService>('apiregistration/v1 APIService', () => ({
      check({ metadata, spec = {} }, { report }) {
        const wanted = `${spec.version ?? ''}.${spec.group ?? ''}`
        for (const field of ['name', 'generateName'] as const) {
          const name = metadata?.[field] ?? ''
          // One that cannot stand in a URL has been reported.
          if (name !== '' && name !== wanted && !(field === 'name' ? /[/%]|^\.\.?$/ : /[/%]/).test(name)) report(['metadata', field], 'Invalid', `must be "${wanted}", its version and group`)
        }
      },
    })),
    on<APIServiceSpec>('apiregistration/v1 APIServiceSpec', () => ({
      fields: {
        group: format('a DNS subdomain', dnsSubdomain),
        version: missingAs('', format('a DNS label that begins with a letter', dns1035Label, { empty: true })),
        groupPriorityMinimum: missingAs(0, between(1, 20000)),
        versionPriority: missingAs(0, between(1, 1000)),
      },
      check: [
        ({ group = '', version }, { report }) => {
          if (group === '' && version !== 'v1') report(['group'], 'Required', 'is required for every version but "v1" of Kubernetes itself')
        },
        checkTrust,
      ],
    })),
    on<ServiceReference>('apiregistration/v1 ServiceReference', () => ({ fields: { name: required(), namespace: required(), port: between(1, 65535) } })),
  ],
)
