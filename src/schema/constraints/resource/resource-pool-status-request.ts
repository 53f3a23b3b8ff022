import { yaml } from '../../../engine/define-rule.ts'
import { dnsSubdomainCaseless } from '../../../formats/names.ts'
import { atMostBytes, between, constraints, format, on, required, type Check } from '../../constraints.ts'
import { poolName } from '../../devices.ts'

/** Not in the package of types. */
interface RequestSpec {
  driver: string
  poolName: string
  limit: number
}

const LONGEST_DRIVER = 63
const MOST_POOLS = 1000

/** A pool is not needed, but an empty name is none. */
const namedPool: Check = { ...poolName, test: (value, context) => (value === '' ? { code: 'Invalid', message: 'must not be empty' } : poolName.test?.(value, context)) }

export default constraints(
  {
    id: 'valid-resource-pool-status-request',
    since: '0.1.0',
    summary: 'Require a ResourcePoolStatusRequest that names a driver.',
    why: 'The API server refuses a request about the pools of no driver, about a pool that cannot be, and about more than 1000 of them.',
    howToFix: 'Set `driver`, and `limit` to 1000 at most.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/'],
    bad: [
      {
        title: 'no driver, and too many pools',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1alpha3
          kind: ResourcePoolStatusRequest
          metadata:
            name: gpus
          spec: # ✖ driver is required but missing
            limit: 5000 # ✖ limit is 5000, must be between 1 and 1000
        `,
      },
    ],
    good: [
      {
        title: 'the pools of a driver',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1alpha3
          kind: ResourcePoolStatusRequest
          metadata:
            name: gpus
          spec:
            driver: gpu.example.com
            limit: 10
        `,
      },
    ],
  },
  [on<RequestSpec>('resource/v1alpha3 ResourcePoolStatusRequestSpec', () => ({ fields: { driver: required(format('a DNS subdomain', dnsSubdomainCaseless), atMostBytes(LONGEST_DRIVER)), poolName: namedPool, limit: between(1, MOST_POOLS) } }))],
)
