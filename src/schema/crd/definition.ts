/** What a CustomResourceDefinition says of its objects. */
import type { KubernetesObject } from '../../model/object.ts'
import { isMap, mapOf, textOf, type Fields } from '../../model/untyped.ts'
import { Flag, type Tape } from '../../parser/tape.ts'
import { schemaOf, type CustomSchema, type JsonSchema } from './custom-schema.ts'

export interface ScalePaths {
  readonly specReplicasPath: string
  readonly statusReplicasPath: string
}

export interface DefinedVersion {
  readonly name: string
  readonly isServed: boolean
  readonly isReadable: boolean
  /** Why it should not be used any more. */
  readonly deprecation: string | undefined
  /** Undefined when it has none that can be read. */
  readonly schema: CustomSchema | undefined
  /** The status is written through a subresource of its own, and dropped from what is created. */
  readonly hasStatus: boolean
  readonly scale: ScalePaths | undefined
}

export interface Definition {
  readonly group: string
  readonly kind: string
  readonly listKind: string
  readonly isNamespaced: boolean
  readonly versions: readonly DefinedVersion[]
  /** Of one from the catalogue: what it was taken from, `cert-manager v1.19.1`. The cluster may have another release. */
  readonly release?: string
}

/** Undefined for one that does not say of what it is. Its versions are read when somebody asks for them. */
export function readDefinition(object: KubernetesObject): Definition | undefined {
  const { tape, root } = object
  const spec = tape.find(root, 'spec')
  const names = tape.find(spec, 'names')
  const text = (node: number, field: string): string => textOf(tape.toJS(tape.find(node, field))) ?? ''
  const group = text(spec, 'group')
  const kind = text(names, 'kind')
  if (group === '' || kind === '') return undefined
  let versions: readonly DefinedVersion[] | undefined
  return {
    group,
    kind,
    listKind: text(names, 'listKind') || `${kind}List`,
    isNamespaced: text(spec, 'scope') !== 'Cluster',
    get versions() {
      return (versions ??= readVersions(object, tape.find(spec, 'versions'), group, kind))
    },
  }
}

function readVersions(object: KubernetesObject, node: number, group: string, kind: string): DefinedVersion[] {
  const written = object.tape.toJS(node)
  if (!Array.isArray(written)) return []
  const all = written.filter(isMap)
  return written.flatMap((version: unknown, index) => (isMap(version) ? [readVersion(version, group, kind, all, !hasUnreadable(object, index))] : []))
}

const isHidden = (tape: Tape, node: number): boolean => node !== -1 && tape.has(node, Flag.hidden)

/** Whether something in a version is wrong, or not known yet: nothing follows from the rest. */
function hasUnreadable({ tape, root }: KubernetesObject, index: number): boolean {
  const version = tape.item(tape.find(tape.find(root, 'spec'), 'versions'), index)
  if (['name', 'served'].some((field) => isHidden(tape, tape.find(version, field)) || tape.isMisnamed(version, field))) return true
  const schema = tape.find(version, 'schema')
  return schema !== -1 && !tape.isReadable(schema)
}

function readVersion(version: Fields, group: string, kind: string, all: readonly Fields[], isReadable: boolean): DefinedVersion {
  const name = textOf(version['name']) ?? ''
  const raw = mapOf(version['schema'])['openAPIV3Schema']
  const subresources = mapOf(version['subresources'])
  const successor = all.find(({ served, deprecated }) => served === true && deprecated !== true)?.['name']
  return {
    name,
    isServed: version['served'] === true,
    isReadable,
    deprecation: version['deprecated'] === true ? (textOf(version['deprecationWarning']) ?? `${group}/${name} ${kind} is deprecated${typeof successor === 'string' ? `; use ${group}/${successor}` : ''}`) : undefined,
    get schema() {
      return isMap(raw) && isReadable ? schemaOf(raw as JsonSchema) : undefined
    },
    hasStatus: isMap(subresources['status']),
    scale: scaleOf(subresources['scale']),
  }
}

function scaleOf(scale: unknown): ScalePaths | undefined {
  const { specReplicasPath, statusReplicasPath } = mapOf(scale)
  return typeof specReplicasPath === 'string' && typeof statusReplicasPath === 'string' ? { specReplicasPath, statusReplicasPath } : undefined
}
