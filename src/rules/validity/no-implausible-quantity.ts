import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { below, type Place } from '../../model/place.ts'
import { isInteger, parseQuantity } from '../../formats/quantity.ts'

const ONE = 1_000_000_000n
const MILLION = 1_000_000n * ONE
const BYTES = ['memory', 'ephemeral-storage', 'storage']

interface Suspicion {
  /** The rest of a sentence that begins with the amount. */
  reason: string
  /** What was meant. */
  meant?: string
}

/** Why an amount of a resource is hardly what somebody meant. */
function suspicion(resource: string, amount: string | number, maxCores: number): Suspicion | undefined {
  const quantity = parseQuantity(amount)
  if (quantity === undefined || quantity.nanos <= 0n) return undefined
  const text = String(amount).trim()
  const number = /^[0-9.]+/.exec(text)?.[0] ?? ''
  const unit = text.slice(number.length)
  if (resource === 'cpu') {
    if (quantity.nanos <= BigInt(maxCores) * ONE) return undefined
    const reason = `is ${quantity.nanos / ONE} cores`
    return ['', 'Mi', 'M'].includes(unit) ? { reason, meant: `${number}m` } : { reason }
  }
  if (!isInteger(quantity)) return { reason: 'is a fraction of a byte', ...(unit === 'm' && { meant: `${number}Mi` }) }
  if (quantity.nanos >= MILLION) return undefined
  return { reason: unit === '' ? `is only ${number} bytes: a unit such as Mi or Gi is missing` : 'is less than 1M', ...(unit === '' && { meant: `${number}${resource === 'memory' ? 'Mi' : 'Gi'}` }) }
}

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow amounts of memory, storage and CPU that nobody means.',
  why: 'The API server takes them, but no node has 500 cores to spare, and no program fits into half a byte of memory: the pod stays pending, or its container never starts.',
  howToFix: 'Mind the units: `m` is a thousandth and belongs to CPU, `Mi` and `Gi` belong to memory and storage, and a bare number is bytes or whole cores.',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes'],
  peers: {},
  fixable: 'unsafe',
  options: { maxCores: { default: 64, description: 'The most cores of CPU that a container may plausibly ask for.' } },
  bad: [
    {
      title: 'bytes in place of gibibytes',
      yaml: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: database
        spec:
          serviceName: database
          selector:
            matchLabels:
              app: database
          template:
            metadata:
              labels:
                app: database
            spec:
              containers:
                - name: database
                  image: example.com/database:1.0
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes: [ReadWriteOnce]
                resources:
                  requests:
                    storage: 10 # ✖ storage of 10 is only 10 bytes: a unit such as Mi or Gi is missing
      `,
      fixed: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: database
        spec:
          serviceName: database
          selector:
            matchLabels:
              app: database
          template:
            metadata:
              labels:
                app: database
            spec:
              containers:
                - name: database
                  image: example.com/database:1.0
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes: [ReadWriteOnce]
                resources:
                  requests:
                    storage: 10Gi
      `,
    },
    {
      title: 'units of the other resource',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests:
                  cpu: 100Mi # ✖ cpu of 100Mi is 104857600 cores
                  memory: "128" # ✖ memory of 128 is only 128 bytes: a unit such as Mi or Gi is missing
                limits:
                  cpu: 500 # ✖ cpu of 500 is 500 cores
                  memory: 500m # ✖ memory of 500m is a fraction of a byte
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests:
                  cpu: 100m
                  memory: "128Mi"
                limits:
                  cpu: 500m
                  memory: 500Mi
      `,
    },
  ],
  good: [
    {
      title: 'thousandths of a core, and bytes in powers of two',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests:
                  cpu: 100m
                  memory: 128Mi
                limits:
                  cpu: 2
                  memory: 1e9
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      for (const list of ['requests', 'limits'] as const) {
        for (const [resource, amount] of Object.entries(container.value.resources?.[list] ?? {})) {
          if (amount !== undefined) check(resource, amount, options.maxCores, () => container.at('resources', list, resource), report)
        }
      }
    },
    podSpec(pod, { options, report }) {
      for (const [i, { emptyDir }] of (pod.value.volumes ?? []).entries()) {
        if (emptyDir?.sizeLimit !== undefined) check('storage', emptyDir.sizeLimit, options.maxCores, () => pod.at('volumes', i, 'emptyDir', 'sizeLimit'), report)
      }
    },
    PersistentVolumeClaim(claim, { options, report }) {
      const storage = claim.value.spec?.resources?.requests?.['storage']
      if (storage !== undefined) check('storage', storage, options.maxCores, () => claim.at('spec', 'resources', 'requests', 'storage'), report)
    },
    StatefulSet(set, { options, report }) {
      for (const [i, claim] of (set.value.spec?.volumeClaimTemplates ?? []).entries()) {
        const storage = claim.spec?.resources?.requests?.['storage']
        if (storage !== undefined) check('storage', storage, options.maxCores, () => below(set.at('spec', 'volumeClaimTemplates', i), 'spec', 'resources', 'requests', 'storage'), report)
      }
    },
  },
})

function check(resource: string, amount: string | number, maxCores: number, placeOf: () => Place, report: Context['report']): void {
  if (resource !== 'cpu' && !BYTES.includes(resource)) return
  const found = suspicion(resource, amount, maxCores)
  if (found === undefined) return
  const place = placeOf()
  const { meant } = found
  report(place, `${resource} of ${amount} ${found.reason}`, meant === undefined ? undefined : (fixer) => fixer.replaceText(place, meant))
}
