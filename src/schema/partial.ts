/** Objects that are only a part of one: patches, and what a test compares with. Nothing that they lack is missing. */
import type { KubernetesObject } from '../model/object.ts'
import type { WalkFinding } from './walk-finding.ts'

/** Names of files that kuttl and Chainsaw compare with the cluster: `01-assert.yaml`, `errors.yaml`, `ready-assert.yaml`. */
const ASSERT = /^(?:\d+-)?errors?$|^(?:\d+-)?errors?-\d+$|(?:^|-)asserts?(?:-|\d|$)/i
/** `web-patch.yaml`, and whatever is in a folder of patches. */
const PATCH = /patch[^/]*$|(?:^|\/)patch(?:es)?\//i

/** Undefined for an object that has all it needs. */
export function partialReason(object: KubernetesObject, findings: readonly WalkFinding[]): string | undefined {
  const refused = findings.filter(({ code, severity }) => code !== undefined && severity === undefined)
  if (refused.length === 0) return undefined
  const { file } = object.source
  // What it compares with may be an expression in the place of any value: `(length(items)): 2`.
  if (ASSERT.test(file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, ''))) return 'assert of a test'
  // Of the selector of a DaemonSet the server says that it is invalid.
  const missing = refused.filter(({ code, message }) => code === 'Required' || message.endsWith(' is required but missing'))
  if (missing.length === 0) return undefined
  if (PATCH.test(file)) return 'patch'
  return isState(object, missing.filter(({ path }) => path.startsWith(object.prefix === '' ? 'spec' : `${object.prefix}.spec`)).length) ? 'assert of a test' : undefined
}

/** A state to wait for: it has a `status`, and lacks as much of its `spec` as it has. */
function isState({ root, tape }: KubernetesObject, missing: number): boolean {
  const status = tape.find(root, 'status')
  if (missing === 0 || status === -1 || !tape.isMap(status) || tape.count(status) === 0) return false
  const spec = tape.find(root, 'spec')
  return spec === -1 || !tape.isMap(spec) || tape.count(spec) <= missing
}
