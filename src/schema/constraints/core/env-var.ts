import type { ConfigMapKeySelector, EnvFromSource, EnvVar, ObjectFieldSelector, ResourceFieldSelector } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, format, on, required, since, until, type TypeCheckContext } from '../../constraints.ts'
import { annotationKey, asPrefix, configMapKey, dnsLabel, dnsSubdomain, envVarNameRelaxed, envVarNameStrict, qualifiedName } from '../../../formats/names.ts'
import { withoutBacksteps } from '../../../formats/paths.ts'
import { canonicalQuantity, parseQuantity } from '../../../formats/quantity.ts'

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'] as const
/** Fields of a pod that exist for the downward API at all; of these a variable can take fewer. */
const READABLE = new Set(['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.host', 'spec.restartPolicy', 'spec.serviceAccountName', 'spec.schedulerName', 'status.phase', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'])
const FOR_VARIABLES = new Set(['metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.host', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'])
const RESOURCES = new Set(['limits.cpu', 'limits.memory', 'limits.ephemeral-storage', 'requests.cpu', 'requests.memory', 'requests.ephemeral-storage'])
const CPU_DIVISORS = ['1m', '1']
const BYTE_DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei']

/** `path['key']` of labels and annotations; undefined for another form. */
const subscript = (path: string): { map: string; key: string } | undefined => {
  const match = /^(metadata\.(?:labels|annotations))\['(.*)'\]$/s.exec(path)
  return match === null ? undefined : { map: match[1]!, key: match[2]! }
}

function checkFieldRef({ apiVersion, fieldPath = '' }: Partial<ObjectFieldSelector>, { minor, report }: TypeCheckContext): void {
  const steps = ['valueFrom', 'fieldRef']
  if (fieldPath === '') return report([...steps, 'fieldPath'], 'Required', 'is required')
  const part = subscript(fieldPath)
  const isKnown = part !== undefined || (READABLE.has(fieldPath) && !(fieldPath === 'status.hostIPs' && minor < 28))
  if ((apiVersion !== undefined && apiVersion !== '' && apiVersion !== 'v1') || !isKnown) return report([...steps, 'fieldPath'], 'Invalid', 'must be a field of the pod that the downward API has')
  if (part !== undefined) {
    for (const reason of (part.map === 'metadata.labels' ? qualifiedName(part.key) : annotationKey(part.key)) ?? []) report([...steps, 'fieldPath'], 'Invalid', `Key "${part.key}" ${reason}`)
  } else if (fieldPath === 'status.hostIPs' && minor < 29) report([...steps, 'fieldPath'], 'Forbidden', 'may be used only since 1.29')
  else if (!FOR_VARIABLES.has(fieldPath)) report([...steps, 'fieldPath'], 'NotSupported', `must be one of ${[...FOR_VARIABLES].join(', ')}`)
}

function checkResourceRef({ resource = '', divisor }: Partial<ResourceFieldSelector>, { report }: TypeCheckContext): void {
  const steps = ['valueFrom', 'resourceFieldRef']
  if (resource === '') return report([...steps, 'resource'], 'Required', 'is required')
  const isHugePages = /^(requests|limits)\.hugepages-/.test(resource)
  if (!RESOURCES.has(resource) && !isHugePages) return report([...steps, 'resource'], 'NotSupported', `must be one of ${[...RESOURCES].join(', ')}`)
  const amount = divisor === undefined ? undefined : parseQuantity(divisor)
  if (amount === undefined || amount.nanos === 0n) return
  const allowed = resource.endsWith('.cpu') ? CPU_DIVISORS : BYTE_DIVISORS
  if (!allowed.includes(canonicalQuantity(amount))) report([...steps, 'divisor'], 'Invalid', `must be one of ${allowed.join(', ')}`)
}

function checkKeyRef(field: 'configMapKeyRef' | 'secretKeyRef', { name = '', key = '' }: Partial<ConfigMapKeySelector>, { report }: TypeCheckContext): void {
  const at = (part: string) => ['valueFrom', field, part]
  for (const reason of dnsSubdomain(name) ?? []) report(at('name'), 'Invalid', reason)
  if (key === '') report(at('key'), 'Required', 'is required')
  else for (const reason of configMapKey(key) ?? []) report(at('key'), 'Invalid', reason)
}

interface FileKeyRef {
  readonly key?: string
  readonly volumeName?: string
  readonly path?: string
}

function checkFileKeyRef({ key = '', volumeName = '', path = '' }: FileKeyRef, { pod, report }: TypeCheckContext): void {
  const at = (part: string) => ['valueFrom', 'fileKeyRef', part]
  if (key === '') report(at('key'), 'Required', 'is required')
  else if (envVarNameRelaxed(key) !== undefined) report(at('key'), 'Invalid', envVarNameRelaxed(key) as string)
  if (path === '') report(at('path'), 'Required', 'is required')
  else if (withoutBacksteps(path) !== undefined) report(at('path'), 'Invalid', withoutBacksteps(path) as string)
  if (volumeName === '') return report(at('volumeName'), 'Required', 'is required')
  for (const reason of dnsLabel(volumeName) ?? []) report(at('volumeName'), 'Invalid', reason)
  const volume = pod?.spec.volumes?.find((each) => each.name === volumeName)
  if (volume === undefined) report(at('volumeName'), 'NotFound', 'is no volume of this pod')
  else if (volume.emptyDir === undefined && Object.keys(volume).length > 1) report(at('volumeName'), 'Invalid', 'must be an emptyDir')
}

export default constraints(
  {
    id: 'valid-env-var',
    since: '0.1.0',
    summary: 'Require environment variables with a name and one source.',
    why: 'The API server refuses a variable without a name, with a value and a source at once, or whose source cannot exist.',
    howToFix: 'Give every variable a name, and either `value` or exactly one source below `valueFrom`.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables'],
    bad: [
      {
        title: 'a value beside a source, a field that no variable can take',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: example.com/app:1.0
                env:
                  - name: MODE
                    value: fast
                    valueFrom: # ✖ "valueFrom" may not be set beside a value
                      configMapKeyRef:
                        name: settings
                        key: mode
                  - name: LABELS
                    valueFrom:
                      fieldRef:
                        fieldPath: spec.volumes # ✖ "fieldPath" "spec.volumes" must be a field of the pod that the downward API has
        `,
      },
    ],
    good: [
      {
        title: 'a value or a source',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: example.com/app:1.0
                env:
                  - name: MODE
                    valueFrom:
                      configMapKeyRef:
                        name: settings
                        key: mode
                  - name: NODE
                    valueFrom:
                      fieldRef:
                        fieldPath: spec.nodeName
        `,
      },
    ],
  },
  [
    on<EnvVar>('core/v1 EnvVar', {
      fields: {
        name: required(until('1.31', format('a variable name of letters, digits, "_", "-" and "."', envVarNameStrict)), since('1.32', format('printable ASCII without "="', envVarNameRelaxed))),
      },
      check({ value, valueFrom }, context) {
        if (valueFrom === undefined) return
        const { report } = context
        const set = SOURCES.filter((source) => (valueFrom as Record<string, unknown>)[source] !== undefined)
        if (set.length === 0) report(['valueFrom'], 'Invalid', `must have one of ${SOURCES.map((source) => `"${source}"`).join(', ')}`)
        else if (value !== undefined && value !== '') report(['valueFrom'], 'Invalid', 'may not be set beside a value')
        if (set.length > 1) report(['valueFrom'], 'Invalid', `may have only one of ${set.map((source) => `"${source}"`).join(', ')}`)
        if (valueFrom.fieldRef !== undefined) checkFieldRef(valueFrom.fieldRef as Partial<ObjectFieldSelector>, context)
        if (valueFrom.resourceFieldRef !== undefined) checkResourceRef(valueFrom.resourceFieldRef as Partial<ResourceFieldSelector>, context)
        const { fileKeyRef } = valueFrom as { fileKeyRef?: FileKeyRef }
        if (fileKeyRef !== undefined && context.minor >= 35) checkFileKeyRef(fileKeyRef, context)
        for (const field of ['configMapKeyRef', 'secretKeyRef'] as const) if (valueFrom[field] !== undefined) checkKeyRef(field, valueFrom[field] as Partial<ConfigMapKeySelector>, context)
      },
    }),
    on<EnvFromSource>('core/v1 EnvFromSource', {
      fields: { prefix: [until('1.31', format('a variable name', envVarNameStrict)), since('1.32', format('printable ASCII without "="', envVarNameRelaxed))] },
      check({ configMapRef, secretRef }, { report, path }) {
        const list = path.replace(/\[\d+\]$/, '')
        if (configMapRef === undefined && secretRef === undefined) report([], 'Invalid', 'Source must have "configMapRef" or "secretRef"', { path: list })
        if (configMapRef !== undefined && secretRef !== undefined) report(['secretRef'], 'Invalid', 'may not be set beside "configMapRef"', { path: list })
        for (const [field, ref] of [['configMapRef', configMapRef], ['secretRef', secretRef]] as const) {
          if (ref === undefined) continue
          if (ref.name === undefined || ref.name === '') report([field, 'name'], 'Required', 'is required')
          else for (const reason of asPrefix(dnsSubdomain)(ref.name) ?? []) report([field, 'name'], 'Invalid', reason)
        }
      },
    }),
    // What OpenAPI requires of them depends on the source around them.
    on<ObjectFieldSelector>('core/v1 ObjectFieldSelector', { fields: { fieldPath: [] } }),
    on<ResourceFieldSelector>('core/v1 ResourceFieldSelector', { fields: { resource: [] } }),
    on<ConfigMapKeySelector>('core/v1 ConfigMapKeySelector', { fields: { key: [] } }),
    on<ConfigMapKeySelector>('core/v1 SecretKeySelector', { fields: { key: [] } }),
    on<FileKeyRef>('core/v1 FileKeySelector', { fields: { key: [], path: [], volumeName: [] } }),
  ],
)
