import type { ConfigMapKeySelector, EnvFromSource, EnvVar, ObjectFieldSelector, ResourceFieldSelector } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { checkedElsewhere, constraints, format, on, required, since, until, type TypeCheckContext } from '../../constraints.ts'
import { asPrefix, configMapKey, dnsLabel, dnsSubdomain, envVarNameRelaxed, envVarNameStrict } from '../../../formats/names.ts'
import { withoutBacksteps } from '../../../formats/paths.ts'
import { checkFieldRef, checkResourceRef } from '../../downward-api.ts'

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'] as const
/** Fields of the pod that a variable can take. */
const FOR_VARIABLES = new Set(['metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.host', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'])

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
  if (volume === undefined) report(at('volumeName'), 'NotFound', 'is not a volume of this pod')
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
                    valueFrom: # ✖ valueFrom cannot be set together with a value
                      configMapKeyRef:
                        name: settings
                        key: mode
                  - name: LABELS
                    valueFrom:
                      fieldRef:
                        fieldPath: spec.volumes # ✖ fieldPath is "spec.volumes", must be "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs", "metadata.labels['KEY']" or "metadata.annotations['KEY']"
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
    on<EnvVar>('core/v1 EnvVar', () => ({
      ownDuplicates: true,
      fields: {
        name: required(until('1.31', format('a variable name of letters, digits, "_", "-" and "."', envVarNameStrict)), since('1.32', format('printable ASCII without "="', envVarNameRelaxed))),
      },
      check({ value, valueFrom }, context) {
        if (valueFrom === undefined) return
        const { report } = context
        const set = SOURCES.filter((source) => (valueFrom as Record<string, unknown>)[source] !== undefined)
        if (set.length === 0) report(['valueFrom'], 'Invalid', `must have one of ${SOURCES.map((source) => `"${source}"`).join(', ')}`)
        else if (value !== undefined && value !== '') report(['valueFrom'], 'Invalid', 'cannot be set together with a value')
        else if (set.length > 1) report(['valueFrom'], 'Invalid', `may have only one of ${set.map((source) => `"${source}"`).join(', ')}`)
        if (valueFrom.fieldRef !== undefined) checkFieldRef(['valueFrom', 'fieldRef'], valueFrom.fieldRef, FOR_VARIABLES, context)
        if (valueFrom.resourceFieldRef !== undefined) checkResourceRef(['valueFrom', 'resourceFieldRef'], valueFrom.resourceFieldRef, false, context)
        const { fileKeyRef } = valueFrom as { fileKeyRef?: FileKeyRef }
        if (fileKeyRef !== undefined && context.minor >= 35) checkFileKeyRef(fileKeyRef, context)
        for (const field of ['configMapKeyRef', 'secretKeyRef'] as const) if (valueFrom[field] !== undefined) checkKeyRef(field, valueFrom[field] as Partial<ConfigMapKeySelector>, context)
      },
    })),
    on<EnvFromSource>('core/v1 EnvFromSource', () => ({
      fields: { prefix: [until('1.31', format('a variable name', envVarNameStrict)), since('1.32', format('printable ASCII without "="', envVarNameRelaxed))] },
      check({ configMapRef, secretRef }, { report, path }) {
        const list = path.replace(/\[\d+\]$/, '')
        if (configMapRef === undefined && secretRef === undefined) report([], 'Invalid', 'Source must have configMapRef or secretRef', { path: list })
        if (configMapRef !== undefined && secretRef !== undefined) report(['secretRef'], 'Invalid', 'cannot be set together with configMapRef', { path: list })
        for (const [field, ref] of [['configMapRef', configMapRef], ['secretRef', secretRef]] as const) {
          if (ref === undefined) continue
          if (ref.name === undefined || ref.name === '') report([field, 'name'], 'Required', 'is required')
          else for (const reason of asPrefix(dnsSubdomain)(ref.name) ?? []) report([field, 'name'], 'Invalid', reason)
        }
      },
    })),
    // What OpenAPI requires of them depends on the source around them.
    on<ObjectFieldSelector>('core/v1 ObjectFieldSelector', () => ({ fields: { fieldPath: checkedElsewhere } })),
    on<ResourceFieldSelector>('core/v1 ResourceFieldSelector', () => ({ fields: { resource: checkedElsewhere } })),
    on<ConfigMapKeySelector>('core/v1 ConfigMapKeySelector', () => ({ fields: { key: checkedElsewhere } })),
    on<ConfigMapKeySelector>('core/v1 SecretKeySelector', () => ({ fields: { key: checkedElsewhere } })),
    on<FileKeyRef>('core/v1 FileKeySelector', () => ({ fields: { key: checkedElsewhere, path: checkedElsewhere, volumeName: checkedElsewhere } })),
  ],
)
