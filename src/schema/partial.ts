/** Objects that are only a part of one: patches, and what a test compares with. Nothing that they lack is missing. */
import type { KubernetesObject } from '../model/object.ts'
import type { WalkFinding } from './walk-finding.ts'

/** Names of files that kuttl and Chainsaw compare with the cluster: `01-assert.yaml`, `errors.yaml`, `ready-assert.yaml`. */
const ASSERT = /^(?:\d+-)?errors?$|^(?:\d+-)?errors?-\d+$|(?:^|-)assert(?:-|\d|$)/i
/** `web-patch.yaml`, and whatever is in a folder of patches. */
const PATCH = /patch[^/]*$|(?:^|\/)patch(?:es)?\//i

/** Undefined for an object that has all it needs. */
export function partialReason(object: KubernetesObject, findings: readonly WalkFinding[]): string | undefined {
  const missing = findings.filter(({ code, severity }) => code === 'Required' && severity === undefined)
  if (missing.length === 0) return undefined
  const { file } = object.source
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '')
  if (PATCH.test(file)) return 'patch'
  return ASSERT.test(name) || isState(object, missing.filter(({ path }) => path.startsWith(object.prefix === '' ? 'spec' : `${object.prefix}.spec`)).length) ? 'assert of a test' : undefined
}

/** A state to wait for: it has a `status`, and lacks as much of its `spec` as it has. */
function isState({ root, tape }: KubernetesObject, missing: number): boolean {
  const status = tape.find(root, 'status')
  if (missing === 0 || status === -1 || !tape.isMap(status) || tape.count(status) === 0) return false
  const spec = tape.find(root, 'spec')
  return spec === -1 || !tape.isMap(spec) || tape.count(spec) <= missing
}
