/**
 * Texts that are hard on a linter: large in one way each, or wrong in every line. `bench/worst.mjs` times them, `test/growth.test.ts` counts the work. `make(n)` makes about n
 * of whatever is many, so that twice the number should be about twice the work.
 */

const repeat = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join('')

const configMap = (rest: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: shop\n${rest}`
const pod = (containers: string, rest = ''): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec:\n${rest}  containers:\n${containers}`
const container = (rest: string): string => pod(`  - name: app\n    image: example.com/app:1\n${rest}`)
const custom = (spec: string): string => `apiVersion: example.com/v1\nkind: Custom\nmetadata: {name: a, namespace: shop}\nspec:\n${spec}`

const deployment = (index: number, rest: object = {}): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: `d${index}`, namespace: 'shop', labels: { app: `d${index}` } },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: `d${index}` } },
    template: { metadata: { labels: { app: `d${index}` } }, spec: { containers: [{ name: 'app', image: 'nginx', securityContext: { privileged: true } }] } },
    ...rest,
  },
})
const list = (count: number): object => ({ apiVersion: 'v1', kind: 'List', items: Array.from({ length: count }, (_, index) => deployment(index)) })

export interface WorstInput {
  name: string
  /** For the first measurement; about 100 KB. */
  size: number
  make(size: number): string
}

const input = (name: string, size: number, make: (size: number) => string): WorstInput => ({ name, size, make })

export const WORST_INPUTS: readonly WorstInput[] = [
  input('minified JSON', 400, (n) => JSON.stringify(list(n))),
  input('pretty JSON', 300, (n) => JSON.stringify(list(n), null, 2)),
  input('numbers in a ConfigMap', 8000, (n) => configMap(`data:\n${repeat(n, (i) => `  k${i}: ${i}\n`)}`)),
  input('wrong labels', 5000, (n) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels:\n${repeat(n, (i) => `    "k ${i}": "v v"\n`)}`),
  input('variables of one name', 3000, (n) => container(`    env:\n${repeat(n, () => '    - {name: K, value: "1"}\n')}`)),
  input('wrong rules of a network policy', 1500, (n) =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a, namespace: shop}\nspec:\n  podSelector: {}\n  ingress:\n${repeat(n, (i) => `  - {from: [{ipBlock: {cidr: 10.0.${i % 256}.0/24, except: [11.0.0.0/32]}}]}\n`)}`,
  ),
  input('ports of a container', 2500, (n) => container(`    ports:\n${repeat(n, (i) => `    - {containerPort: ${1 + (i % 65535)}, name: p${i}}\n`)}`)),
  input('ambiguous scalars', 8000, (n) => custom(repeat(n, (i) => `  k${i}: on\n`))),
  input('ambiguous keys', 8000, (n) => custom(repeat(n, (i) => `  ${i}: 0x1F\n`))),
]
