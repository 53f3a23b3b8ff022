/** What a pod can tell its containers of itself, in variables and in files. */
import type { ObjectFieldSelector, ResourceFieldSelector } from 'kubernetes-types/core/v1'
import { annotationKey, qualifiedName } from '../formats/names.ts'
import { canonicalQuantity, parseQuantity } from '../formats/quantity.ts'
import type { Step } from '../model/field-path.ts'
import type { Loose } from '../model/kinds.ts'
import type { TypeCheckContext } from './constraints.ts'
import { mustBe } from './sentence.ts'

/** Fields of a pod that exist for the downward API at all; of these a variable or a file can take fewer. */
const READABLE = new Set(['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.host', 'spec.restartPolicy', 'spec.serviceAccountName', 'spec.schedulerName', 'status.phase', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'])
const RESOURCES = new Set(['limits.cpu', 'limits.memory', 'limits.ephemeral-storage', 'requests.cpu', 'requests.memory', 'requests.ephemeral-storage'])
const CPU_DIVISORS = ['1m', '1']
const BYTE_DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei']

/** `path['key']` of labels and annotations; undefined for another form. */
const subscript = (path: string): { map: string; key: string } | undefined => {
  const match = /^(metadata\.(?:labels|annotations))\['(.*)'\]$/s.exec(path)
  return match === null ? undefined : { map: match[1]!, key: match[2]! }
}

/** What an author can write there: labels and annotations are read one by one, too, and `spec.host` is the old name of `spec.nodeName`. */
const namesOf = (allowed: ReadonlySet<string>): string[] => [...new Set([...allowed, "metadata.labels['KEY']", "metadata.annotations['KEY']"])].filter((name) => name !== 'spec.host')

/** `steps` lead to the reference, `allowed` is what the place can take. */
export function checkFieldRef(steps: readonly Step[], { apiVersion, fieldPath = '' }: Loose<ObjectFieldSelector>, allowed: ReadonlySet<string>, { minor, report }: TypeCheckContext): void {
  const at = [...steps, 'fieldPath']
  if (fieldPath === '') return report(at, 'Required', 'is required')
  const part = subscript(fieldPath)
  const isKnown = part !== undefined || (READABLE.has(fieldPath) && !(fieldPath === 'status.hostIPs' && minor < 28))
  if ((apiVersion !== undefined && apiVersion !== '' && apiVersion !== 'v1') || !isKnown) return report(at, 'Invalid', mustBe(namesOf(allowed), fieldPath))
  if (part !== undefined) {
    for (const reason of (part.map === 'metadata.labels' ? qualifiedName(part.key) : annotationKey(part.key)) ?? []) report(at, 'Invalid', `Key "${part.key}" ${reason}`)
  } else if (fieldPath === 'status.hostIPs' && minor < 29 && allowed.has(fieldPath)) report(at, 'Forbidden', 'can be used only since 1.29')
  else if (!allowed.has(fieldPath)) report(at, 'NotSupported', mustBe(namesOf(allowed), fieldPath))
}

/** A file must name the container that it tells the resource of; a variable is of its own. */
export function checkResourceRef(steps: readonly Step[], { containerName = '', resource = '', divisor }: Loose<ResourceFieldSelector>, needsContainer: boolean, { report }: TypeCheckContext): void {
  if (needsContainer && containerName === '') return report([...steps, 'containerName'], 'Required', 'is required')
  if (resource === '') return report([...steps, 'resource'], 'Required', 'is required')
  const isHugePages = /^(requests|limits)\.hugepages-/.test(resource)
  if (!RESOURCES.has(resource) && !isHugePages) return report([...steps, 'resource'], 'NotSupported', mustBe([...RESOURCES], resource))
  const amount = divisor === undefined ? undefined : parseQuantity(divisor)
  if (amount === undefined || amount.nanos === 0n) return
  const allowed = resource.endsWith('.cpu') ? CPU_DIVISORS : BYTE_DIVISORS
  // The server compares texts, and does not turn one form into another.
  if (amount.form === 'DecimalExponent' || !allowed.includes(canonicalQuantity(amount))) report([...steps, 'divisor'], 'Invalid', mustBe(allowed))
}
