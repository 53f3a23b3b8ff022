import type { ConfigMap } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on } from '../../constraints.ts'
import { configMapKey } from '../../../formats/names.ts'

/** Bytes of all values together; base64 counts as what it stands for. */
export const LARGEST_DATA = 1_048_576

/** Bytes that a field of bytes stands for: base64, or a list of numbers. */
export const base64Bytes = (value: string | readonly unknown[]): number => {
  if (typeof value !== 'string') return value.length
  const digits = value.replace(/[\r\n=]/g, '').length
  return Math.floor((digits * 3) / 4)
}

export default constraints(
  {
    id: 'valid-config-map',
    since: '0.1.0',
    summary: 'Require ConfigMaps whose keys can be file names, and which are not too large.',
    why: 'Keys become names of files and variables; a key that cannot be one, or more than 1 MiB of values, makes the API server refuse the object.',
    howToFix: 'Use letters, digits, "-", "_" and "." in keys, and split what is larger than 1 MiB into several ConfigMaps or put it into an image.',
    references: ['https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object'],
    bad: [
      {
        title: 'a path as a key',
        yaml: yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: settings
          data:
            etc/app.conf: "" # ✖ Key "etc/app.conf" of data must consist of letters, digits, "-", "_" and "."
        `,
      },
    ],
    good: [
      {
        title: 'a file name as a key',
        yaml: yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: settings
          data:
            app.conf: ""
        `,
      },
    ],
  },
  [
    on<ConfigMap>('core/v1 ConfigMap', () => ({
      check({ data = {}, binaryData = {} }, { report }) {
        let bytes = 0
        for (const [field, map] of [['data', data], ['binaryData', binaryData]] as const) {
          for (const [key, value] of Object.entries(map)) {
            for (const reason of configMapKey(key) ?? []) report([field, key], 'Invalid', `Key "${key}" of ${field} ${reason}`, { path: `${field}[${key}]`, atKey: true })
            bytes += field === 'data' ? Buffer.byteLength(value ?? '') : base64Bytes(value ?? '')
          }
        }
        for (const key of Object.keys(binaryData)) if (Object.hasOwn(data, key)) report(['data', key], 'Invalid', `Key "${key}" is also in binaryData`, { path: `data[${key}]`, atKey: true, related: { steps: ['binaryData', key], message: 'here' } })
        if (bytes > LARGEST_DATA) report([], 'TooLong', `ConfigMap has ${bytes} bytes of values, must have at most ${LARGEST_DATA}`, { path: '[]' })
      },
    })),
  ],
)
