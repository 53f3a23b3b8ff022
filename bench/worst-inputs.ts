/**
 * Texts that are hard on a linter: large in one way each, or wrong in every line. `bench/worst.mjs` times them, `test/growth.test.ts` counts the work. `make(n)` makes about n
 * of whatever is many, so that twice the number should be about twice the work.
 */

const repeat = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join('')

/** Of one length, so that a name costs the same whatever its number. */
const id = (index: number): string => String(index).padStart(6, '0')

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
const documents = (count: number, text: (index: number) => string): string => repeat(count, (index) => `---\n${text(index)}`)
const service = (index: number, selector: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: s${index}, namespace: shop}\nspec: {selector: {${selector}}, ports: [{port: 80, targetPort: http}]}\n`
const labelledPod = (index: number, labels: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: p${index}, namespace: shop, labels: {${labels}}}\nspec: {containers: [{name: a, image: "a:1", ports: [{containerPort: 80, name: htp}]}]}\n`
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
  input('unknown fields', 5000, (n) => container(repeat(n, (i) => `    imgae${id(i)}: x\n`))),
  input('containers with unknown fields', 2000, (n) => pod(repeat(n, (i) => `  - {name: c${i}, imgae: a, comand: [b]}\n`))),
  input('fields where data was forgotten', 8000, (n) => configMap(repeat(n, (i) => `k${id(i)}: "x"\n`))),
  input('unknown kinds', 1500, (n) => documents(n, (i) => `apiVersion: v1\nkind: Foo${id(i)}\nmetadata: {name: a}\n`)),
  input('misspelt kinds', 1500, (n) => documents(n, (i) => `apiVersion: apps/v1\nkind: Deploymen${id(i)}\nmetadata: {name: a}\n`)),
  input('Services and their pods', 400, (n) => documents(n, (i) => service(i, 'app: a')) + documents(n, (i) => labelledPod(i, 'app: a'))),
  input('Services without pods', 400, (n) => documents(n, (i) => service(i, `app: a${id(i)}, b: c`)) + documents(n, (i) => labelledPod(i, `app: b${id(i)}, b: c`))),
  input('Services that select by several common labels', 400, (n) => documents(n, (i) => service(i, `a: b, c: d, i: "${id(i)}"`)) + documents(n, (i) => labelledPod(i, `a: b, c: d, i: "${id(n - i - 1)}"`))),
  input('Services whose labels are never together', 400, (n) => documents(n, (i) => service(i, `a${i % 20}: x, b${i % 21}: x`)) + documents(n, (i) => labelledPod(i, `${i % 2 ? 'a' : 'b'}${i % 20}: x, i: "${id(i)}"`))),
  input('service accounts', 400, (n) => documents(n, (i) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: s${i}, namespace: shop}\n`) + documents(n, (i) => labelledPod(i, `app: a${i}`))),
  input('names that just miss', 400, (n) => documents(n, (i) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: accounts-${i}x, namespace: shop}\n`) + documents(n, (i) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p${i}, namespace: shop}\nspec: {serviceAccountName: acounts-${i}x, containers: [{name: a, image: "a:1"}]}\n`)),
  input('selectors that just miss', 400, (n) => documents(n, (i) => service(i, `app: fronted${i}x`)) + documents(n, (i) => labelledPod(i, `app: frontend${i}x`))),
  input('namesakes', 1000, (n) => documents(n, () => configMap('data: {a: b}\n'))),
  input('objects without the namespace of the others', 400, (n) => documents(n, (i) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: s${i}${i % 3 ? ', namespace: shop' : ''}}\n`)),
  input('budgets', 300, (n) =>
    documents(n, (i) => `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: b${i}, namespace: shop}\nspec: {minAvailable: 1, selector: {matchLabels: {app: z${i}}}}\n`) + documents(n, (i) => JSON.stringify(deployment(i, { replicas: 3 })) + '\n'),
  ),
  input('budgets with expressions', 300, (n) =>
    documents(n, (i) => `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: b${i}, namespace: shop}\nspec: {minAvailable: 1, selector: {matchExpressions: [{key: a${i}, operator: Exists}]}}\n`) + documents(n, (i) => JSON.stringify(deployment(i, { replicas: 3 })) + '\n'),
  ),
  input('keys to put in quotes', 8000, (n) => custom(repeat(n, (i) => `  0${(8 * n + i).toString(8)}: a\n`))),
  input('comments that ignore nothing', 5000, (n) => custom(repeat(n, (i) => `  k${i}: on # podlint-ignore no-rul${id(i)}\n`))),
  input('comments for the whole file', 3000, (n) => configMap(`data:\n${repeat(n, () => '  # podlint-ignore-file valid-type\n')}${repeat(n, (i) => `  k${id(i)}: ${i}\n`)}`)),
  input('blocks of comments that nothing ends', 2000, (n) => configMap(`data:\n${repeat(n, (i) => `  k${id(i)}: a # podlint-ignore-start valid-type\n`)}${repeat(n, (i) => `  l${id(i)}: a # podlint-ignore-end no-host-path\n`)}`)),
  input('annotations for containers that are not there', 2000, (n) => pod(repeat(100, (i) => `  - {name: c${i}, image: "a:1"}\n`)).replace('namespace: shop', `namespace: shop, annotations: {${repeat(n, (i) => `podlint.dev/ignore.x${id(i)}: valid-type, `)}}`)),
  input('variables of one name in JSON', 3000, (n) => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'app', env: Array.from({ length: n }, () => ({ name: 'K', value: '1' })) }] } })),
  input('ambiguous keys, each in the one before', 20, (n) => documents(n, () => custom(`  ${'{on: '.repeat(900)}1${'}'.repeat(900)}\n`))),
  input('unknown fields, each below the one before', 10, (n) =>
    documents(n, () => `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: foos.example.com}\nspec: {group: example.com, scope: Namespaced, names: {kind: Foo, plural: foos}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ${'{type: object, typ: a, not: '.repeat(400)}{}${'}'.repeat(400)}}}]}\n`),
  ),
  input('findings about an object with a long name', 50_000, (n) => configMap(`data:\n${repeat(n / 20, (i) => `  k${i}: ${i}\n`)}`).replace('name: a', `name: ${'a'.repeat(n)}`)),
  input('findings about a container with a long name', 50_000, (n) => pod(`  - name: ${'a'.repeat(n)}\n    image: example.com/app:1\n    env:\n${repeat(n / 40, () => '    - {name: K, value: "1"}\n')}`)),
  input('findings about a Service with a long name', 50_000, (n) => `${service(0, 'app: a').replace('name: s0', `name: ${'a'.repeat(n)}`).replace('ports: [', `ports: [${repeat(n / 40, (i) => `{port: ${i + 100}, name: p${i}, targetPort: p${i}},`)}`)}---\n${labelledPod(0, 'app: a')}`),
  input('findings below a long key', 50_000, (n) => custom(`  ${'a'.repeat(n)}:\n${repeat(n / 20, (i) => `    k${i}: on\n`)}`)),
  input('findings below a long label', 50_000, (n) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop, labels: {${'a'.repeat(n)}: ${repeat(n / 20, () => '[')}${repeat(n / 20, () => ']')}}}\nspec: {containers: [{name: a, image: "a:1"}]}\n`),
  input('containers', 2400, (n) => pod(repeat(n, (i) => `  - name: c${i}\n    image: example.com/app:1\n`))),
  input('containers in JSON', 2000, (n) => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: Array.from({ length: n }, (_, i) => ({ name: `c${i}`, image: 'nginx' })) } })),
  input('volumes of two kinds', 2000, (n) => container(`  volumes:\n${repeat(n, (i) => `  - {name: v${id(i)}, emptyDir: {}, hostPath: {path: /a}}\n`)}`)),
  input('mounts of wrong volumes', 1000, (n) => pod(`  - name: app\n    image: example.com/app:1\n    volumeMounts:\n${repeat(n, (i) => `    - {name: v${id(i)}, mountPath: /m${id(i)}}\n`)}  volumes:\n${repeat(n, (i) => `  - {name: v${id(i)}, hostPath: {path: ""}}\n`)}`)),
  input('values that a long enum has not', 2000, (n) =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: foos.example.com}\nspec: {group: example.com, scope: Namespaced, names: {kind: Foo, plural: foos, singular: foo, listKind: FooList}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: array, items: {type: string, enum: [${repeat(n, (i) => `e${id(i)}, `)}]}}}}}}]}\n---\napiVersion: example.com/v1\nkind: Foo\nmetadata: {name: a, namespace: x}\nspec: [${repeat(n, (i) => `y${id(i)}, `)}]\n`,
  ),
  input('misspelt fields, each below the one before', 10, (n) =>
    documents(n, () => `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: foos.example.com}\nspec: {group: example.com, scope: Namespaced, names: {kind: Foo, plural: foos}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ${'{type: object, propertys: {}, properties: {a: '.repeat(300)}{}${'}}'.repeat(300)}}}]}\n`),
  ),
  input('pods and network policies', 300, (n) => documents(n, (i) => `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n${i}, namespace: shop}\nspec: {podSelector: {matchLabels: {app: a${i}}}, policyTypes: [Ingress]}\n`) + documents(n, (i) => labelledPod(i, `app: a${i}`))),
  input('namespaces and what is in them', 300, (n) => documents(n, (i) => `apiVersion: v1\nkind: Namespace\nmetadata: {name: shop${i}}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default, namespace: shop${i}}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n, namespace: shop${i}}\nspec: {podSelector: {}}\n`)),
  input('autoscalers', 300, (n) => documents(n, (i) => `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: s${i}, namespace: shop}\nspec: {maxReplicas: 2, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}], scaleTargetRef: {kind: Deployment, name: d${i}, apiVersion: apps/v1}}\n`) + documents(n, (i) => JSON.stringify(deployment(i)) + '\n')),
  input('routes and grants', 300, (n) => documents(n, (i) => `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r${i}, namespace: front}\nspec: {rules: [{backendRefs: [{name: s${i}, namespace: shop, port: 80}]}]}\n---\n${service(i, 'app: a')}---\napiVersion: gateway.networking.k8s.io/v1beta1\nkind: ReferenceGrant\nmetadata: {name: g${i}, namespace: shop}\nspec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: other${i}}], to: [{group: "", kind: Service}]}\n`)),
  input('bindings of one account', 300, (n) => documents(n, (i) => `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b${i}, namespace: other${i}}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: all}\nsubjects: [{kind: ServiceAccount, name: default, namespace: other${i}}]\n`) + documents(n, (i) => labelledPod(i, `app: a${i}`)) + documents(n, (i) => `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all${i === 0 ? '' : i}, labels: {part: "${i}"}}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {part: "${n - i}"}}]}\nrules: []\n`)),
  input('volumes of the node', 1000, (n) => pod(`  - name: app\n    image: example.com/app:1\n    volumeMounts:\n${repeat(n, (i) => `    - {name: v${id(i)}, mountPath: /m${id(i)}}\n`)}  volumes:\n${repeat(n, (i) => `  - {name: v${id(i)}, hostPath: {path: /etc/${id(i)}}}\n`)}`)),
  input('anchors without a value', 4000, (n) => configMap(`data:\n${repeat(n, (i) => `  k${id(i)}: &S${id(i)}\n`)}`)),
  input('comments in place of values', 4000, (n) => configMap(`data:\n${repeat(n, (i) => `  k${id(i)}: #S${id(i)}\n`)}`)),
  input('capabilities', 4000, (n) => container(`    securityContext: {capabilities: {add: [${repeat(n, (i) => `CAP_${id(i)}, `)}]}}\n`)),
  input('ambiguous keys', 8000, (n) => custom(repeat(n, (i) => `  ${i}: 0x1F\n`))),
]
