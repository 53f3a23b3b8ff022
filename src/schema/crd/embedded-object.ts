/** An object within a custom resource, or what a default makes of one: its names, and its metadata as far as they are values. */
import { dns1035Label } from '../../formats/names.ts'
import type { Step } from '../../model/field-path.ts'
import type { ErrorType, ReportOptions, TypeCheckContext } from '../constraints.ts'
import { checkMetadataOfEmbedded } from '../constraints/meta/object-meta.ts'
import { UNREADABLE, type Json, type JsonMap } from './custom-schema.ts'

export interface EmbeddedFault {
  steps: readonly Step[]
  code: ErrorType
  message: string
  options?: ReportOptions
}

/** `steps` go from the embedded object. Types of metadata are looked at elsewhere, unless it is a default. */
export function embeddedFaults(value: JsonMap, minor: number, isDefault = false): readonly EmbeddedFault[] {
  const faults: EmbeddedFault[] = []
  for (const field of ['apiVersion', 'kind'] as const) {
    const name = Object.hasOwn(value, field) ? value[field]! : ''
    if (name === UNREADABLE) continue
    const reason = typeof name !== 'string' ? 'must be a string' : name === '' ? 'is required' : field === 'kind' ? kindFault(name) : groupVersionFault(name)
    if (reason !== undefined) faults.push({ steps: [field], code: reason === 'is required' ? 'Required' : 'Invalid', message: reason })
  }
  const { metadata } = value
  if (metadata === undefined || metadata === null || typeof metadata !== 'object' || Array.isArray(metadata) || metadata === UNREADABLE) return faults
  const report: TypeCheckContext['report'] = (steps, code, message, options) => void faults.push({ steps, code, message, ...(options === undefined ? {} : { options }) })
  const written = readable(metadata) as JsonMap
  const typed = ofTheirTypes(written)
  const mistyped = isDefault ? Object.keys(written).find((field) => Object.hasOwn(METADATA, field) && !Object.hasOwn(typed, field)) : undefined
  if (mistyped !== undefined) faults.push({ steps: ['metadata'], code: 'Invalid', message: `has a ${mistyped} of a wrong type` })
  checkMetadataOfEmbedded(typed as never, { minor, report, warn() {} })
  return faults
}

const isText = (value: unknown): boolean => typeof value === 'string'
const areTexts = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value as JsonMap).every(isText)
const OWNER_TEXTS = ['apiVersion', 'kind', 'name', 'uid']
const isOwner = (value: unknown): boolean => typeof value === 'object' && value !== null && OWNER_TEXTS.every((field) => ['string', 'undefined'].includes(typeof (value as JsonMap)[field]))

const METADATA: Readonly<Record<string, (value: Json) => boolean>> = {
  name: isText,
  generateName: isText,
  namespace: isText,
  labels: areTexts,
  annotations: areTexts,
  finalizers: (value) => Array.isArray(value) && value.every(isText),
  ownerReferences: (value) => Array.isArray(value) && value.every(isOwner),
  generation: (value) => typeof value === 'number' || typeof value === 'bigint',
}

/** What is looked at, as far as it can be read: a definition may allow anything else there. */
const ofTheirTypes = (metadata: JsonMap): JsonMap => Object.fromEntries(Object.entries(metadata).filter(([field, value]) => Object.hasOwn(METADATA, field) && METADATA[field]!(value)))

const kindFault = (kind: string): string | undefined => (dns1035Label(kind.toLowerCase()) === undefined ? undefined : 'must begin with a letter, and consist of letters, digits and "-"')

const groupVersionFault = (name: string): string | undefined => (name.split('/').length > 2 ? 'must be a version, or a group and a version: apps/v1' : undefined)

/** Without nulls, and without what nobody knows. */
function readable(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return (value as readonly Json[]).filter((each) => each !== UNREADABLE).map(readable)
  return Object.fromEntries(Object.entries(value as JsonMap).filter(([, each]) => each !== UNREADABLE && each !== null).map(([name, each]) => [name, readable(each)]))
}
