/** Where the API server reaches a webhook: a URL or a Service. Admission webhooks and conversion webhooks mean the same. */
import { dnsSubdomain } from '../formats/names.ts'
import { portNumber } from '../formats/ports.ts'
import type { Step } from '../model/field-path.ts'
import type { TypeCheckContext } from './constraints.ts'

export interface WebhookClientConfig {
  readonly url?: string | undefined
  readonly service?: { readonly name?: string | undefined; readonly namespace?: string | undefined; readonly path?: string | undefined; readonly port?: number | bigint | undefined } | undefined
}

/** `steps` lead to the configuration, `path` is how the server prints it. */
export function checkWebhookClientConfig({ url, service }: WebhookClientConfig, steps: readonly Step[], path: string, { report }: Pick<TypeCheckContext, 'report'>): void {
  if ((url === undefined) === (service === undefined)) {
    report(steps, 'Required', url === undefined ? 'must have url or service' : 'must have only one of url and service', { path })
    return
  }
  if (url !== undefined) for (const { code, message } of urlFaults(url)) report([...steps, 'url'], code, message, { path: `${path}.url` })
  if (service === undefined) return
  // The server takes the one for the other.
  for (const [field, printed] of [['name', 'namespace'], ['namespace', 'name']] as const) if ((service[field] ?? '') === '') report([...steps, 'service', field], 'Required', 'is required', { path: `${path}.service.${printed}` })
  const { path: way, port } = service
  const reason = port === undefined ? undefined : portNumber(port)
  if (reason !== undefined) report([...steps, 'service', 'port'], 'Invalid', reason as string, { path: `${path}.service.port` })
  if (way !== undefined) for (const message of pathReasons(way)) report([...steps, 'service', 'path'], 'Invalid', message, { path: `${path}.service.path` })
}

function urlFaults(text: string): { code: 'Required' | 'Invalid'; message: string }[] {
  // As Go reads it: a scheme, and then whatever may follow.
  const [, scheme = '', authority = '', query = '', fragment = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?[^?#]*(\?[^#]*)?(#.*)?$/s.exec(text) ?? []
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x1f\x7f]/.test(text) || /%(?![0-9A-Fa-f]{2})/.test(text) || text.startsWith(':') || authority.includes(' ') || /^\[[^\]]*$/.test(host)) return [{ code: 'Required', message: 'must be a URL' }]
  const messages: string[] = []
  if (scheme.toLowerCase() !== 'https') messages.push('must begin with "https://"')
  if (host === '') messages.push('must name a host')
  if (authority.includes('@')) messages.push('must not name a user')
  if (fragment.length > 1) messages.push('must not have a fragment after "#"')
  if (query.length > 1) messages.push('must not have a query after "?"')
  return messages.map((message) => ({ code: 'Invalid', message }))
}

function pathReasons(path: string): readonly string[] {
  if (path === '' || path === '/') return []
  if (path === '//') return ['must not have empty parts']
  const ofParts = path
    .slice(1)
    .replace(/\/$/, '')
    .split('/')
    .flatMap((part) => (part === '' ? ['must not have empty parts'] : (dnsSubdomain(part) ?? []).map((reason) => `has a part, "${part}", that ${reason}`)))
  return path.startsWith('/') ? ofParts : ['must begin with "/"', ...ofParts]
}
