import type { Secret } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on } from '../../constraints.ts'
import { keyPairReason } from '../../../formats/key-pair.ts'
import { configMapKey } from '../../../formats/names.ts'
import { base64Bytes, LARGEST_DATA } from './config-map.ts'

const TLS = 'kubernetes.io/tls'
/** Keys that a type must have. */
const REQUIRED_KEYS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  [TLS]: ['tls.crt', 'tls.key'],
}))
const DOCKER_TYPES = ['kubernetes.io/dockercfg', 'kubernetes.io/dockerconfigjson']
const ACCOUNT = 'kubernetes.io/service-account.name'

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    // Go decodes null into an empty map.
    return value === null || (typeof value === 'object' && !Array.isArray(value))
  } catch {
    return false
  }
}

export default constraints(
  {
    id: 'valid-secret',
    since: '0.1.0',
    summary: 'Require Secrets that have what their type needs.',
    why: 'The API server refuses a Secret that lacks the keys of its type, has a key that cannot be a file name, or has more than 1 MiB of values.',
    howToFix: 'Add the key that the message names, or leave `type` away: `Opaque` needs nothing.',
    references: ['https://kubernetes.io/docs/concepts/configuration/secret/#secret-types'],
    bad: [
      {
        title: 'a certificate without its key',
        yaml: yaml`
          apiVersion: v1
          kind: Secret
          metadata:
            name: web-tls
          type: kubernetes.io/tls
          data: # ✖ Secret of type kubernetes.io/tls needs the key "tls.key"
            tls.crt: Y2VydA==
        `,
      },
    ],
    good: [
      {
        title: 'both keys',
        yaml: yaml`
          apiVersion: v1
          kind: Secret
          metadata:
            name: web-tls
          type: kubernetes.io/tls
          data:
            tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJiekNDQVJXZ0F3SUJBZ0lVVWh6bkM5VHBRbUNJZFh5S0hrTVRqMzBqRGJzd0NnWUlLb1pJemowRUF3SXcKRERFS01BZ0dBMVVFQXd3QllUQWdGdzB5TmpFeE1qZ3hOREF6TWpSYUdBOHlNVEkyTVRFd05ERTBNRE15TkZvdwpEREVLTUFnR0ExVUVBd3dCWVRCWk1CTUdCeXFHU000OUFnRUdDQ3FHU000OUF3RUhBMElBQkhJQXZnQTFvRU9hCmVJeVhiaVJzUjhZc1V0Y1dKQWNhd0NpNlJOTEk5TFl5dklpK3c1c2xvNWdPOG10SW5DNmh6N2lEUnV6N0pTWGkKWEh3ZW9Dd252eVdqVXpCUk1CMEdBMVVkRGdRV0JCU2Fac3lYME9QVUVnaHFMbG9mV3hSbEYrTFM3ekFmQmdOVgpIU01FR0RBV2dCU2Fac3lYME9QVUVnaHFMbG9mV3hSbEYrTFM3ekFQQmdOVkhSTUJBZjhFQlRBREFRSC9NQW9HCkNDcUdTTTQ5QkFNQ0EwZ0FNRVVDSVFDN0Q0bC84Nno5Y2JzYTZGaUpOamg4dVB0VDVFYjFEeTI5bFpYZUVFV2UKM3dJZ0szY0FHbWFlMnk1ZHhrU28xYVBIVm90OXhqNWNGcnFjTFJLMXVDRDVmRlk9Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K
            tls.key: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JR0hBZ0VBTUJNR0J5cUdTTTQ5QWdFR0NDcUdTTTQ5QXdFSEJHMHdhd0lCQVFRZ3hrNW5ZS3RPQ2lVNytqb2wKUllybWtpaDZpS0Q0aWtPZ1ZSTDZZL1dwRlllaFJBTkNBQVJ5QUw0QU5hQkRtbmlNbDI0a2JFZkdMRkxYRmlRSApHc0FvdWtUU3lQUzJNcnlJdnNPYkphT1lEdkpyU0p3dW9jKzRnMGJzK3lVbDRseDhIcUFzSjc4bAotLS0tLUVORCBQUklWQVRFIEtFWS0tLS0tCg==
        `,
      },
    ],
  },
  [
    on<Secret>('core/v1 Secret', () => ({
      check({ data = {}, stringData = {}, type = '', metadata }, { report, warn }) {
        // The server puts stringData over data before it looks.
        const has = (key: string) => Object.hasOwn(data, key) || Object.hasOwn(stringData, key)
        const text = (key: string) => stringData[key] ?? Buffer.from((data[key] as string | undefined) ?? '', 'base64').toString()
        const holder = Object.keys(data).length > 0 || Object.keys(stringData).length === 0 ? 'data' : 'stringData'
        let bytes = 0
        for (const [field, map] of [['data', data], ['stringData', stringData]] as const) {
          for (const [key, value] of Object.entries(map)) {
            if (field === 'data' && Object.hasOwn(stringData, key)) continue
            for (const reason of configMapKey(key) ?? []) report([field, key], 'Invalid', `Key "${key}" of ${field} ${reason}`, { path: `data[${key}]`, atKey: true })
            bytes += field === 'data' ? base64Bytes(value ?? '') : Buffer.byteLength(value ?? '')
          }
        }
        if (bytes > LARGEST_DATA) report([holder], 'TooLong', `Secret has ${bytes} bytes of values, must have at most ${LARGEST_DATA}`, { path: 'data' })
        if (type === 'kubernetes.io/service-account-token' && !metadata?.annotations?.[ACCOUNT]) {
          report(['metadata', 'annotations'], 'Required', `Secret of type ${type} needs the annotation "${ACCOUNT}"`, { path: `metadata.annotations[${ACCOUNT}]` })
        }
        for (const key of REQUIRED_KEYS.get(type) ?? []) {
          if (!has(key) || (key === 'ssh-privatekey' && text(key) === '')) report([holder], 'Required', `Secret of type ${type} needs the key "${key}"`, { path: `data[${key}]` })
          else if (DOCKER_TYPES.includes(type) && !isJsonObject(text(key))) report([Object.hasOwn(stringData, key) ? 'stringData' : 'data', key], 'Invalid', `Key "${key}" must hold a JSON object`, { path: `data[${key}]` })
        }
        const pair = type === TLS && has('tls.crt') && has('tls.key') ? keyPairReason(text('tls.crt'), text('tls.key')) : undefined
        if (pair !== undefined) warn([holder], `Secret of type ${type} ${pair}`)
        if (type === 'kubernetes.io/basic-auth' && !has('username') && !has('password')) {
          for (const key of ['username', 'password']) report([holder], 'Required', `Secret of type ${type} needs the key "username" or "password"`, { path: `data[${key}]` })
        }
      },
    })),
  ],
)
