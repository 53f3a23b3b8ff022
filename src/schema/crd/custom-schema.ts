/** A schema of a CustomResourceDefinition, read as far as somebody asks. */
import type { Format } from '../../formats/format.ts'
import { stringFormat } from '../../formats/openapi-strings.ts'
import { re2Search } from '../../formats/re2-search.ts'
import { Code } from '../table.ts'
import type { FieldShape, FieldsShape, Shape } from '../shape.ts'

export type Json = string | number | bigint | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonMap = { readonly [key: string]: Json }

/** A value that nobody knows yet: a placeholder. Whatever rests on it is not said. */
export const UNREADABLE: Json = Object.freeze(Object.create(null) as JsonMap)

/** The same text for the same value: whatever the order of its fields, and however a number is written. */
export function asText(value: Json): string {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(asText).join(',')}]`
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${asText((value as JsonMap)[key]!)}`)
    .join(',')}}`
}

/** Of more than 53 bits it is a bigint, as the greatest int64 is that many definitions have for a maximum. */
type Amount = number | bigint

/** As it stands in a definition, in JSON. */
export interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  readonly enum?: readonly Json[]
  readonly default?: Json
  readonly nullable?: boolean
  readonly pattern?: string
  readonly minimum?: Amount
  readonly maximum?: Amount
  readonly exclusiveMinimum?: boolean
  readonly exclusiveMaximum?: boolean
  readonly multipleOf?: Amount
  readonly minLength?: Amount
  readonly maxLength?: Amount
  readonly minItems?: Amount
  readonly maxItems?: Amount
  readonly minProperties?: Amount
  readonly maxProperties?: Amount
  readonly allOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean
  readonly 'x-kubernetes-embedded-resource'?: boolean
  readonly 'x-kubernetes-int-or-string'?: boolean
  readonly 'x-kubernetes-list-type'?: string
  readonly 'x-kubernetes-list-map-keys'?: readonly string[]
  readonly 'x-kubernetes-validations'?: readonly unknown[]
}

const schemas = new WeakMap<JsonSchema, CustomSchema>()

/** The same one every time. */
export function schemaOf(raw: JsonSchema): CustomSchema {
  let schema = schemas.get(raw)
  if (schema === undefined) schemas.set(raw, (schema = new CustomSchema(raw)))
  return schema
}

const listOf = (raw: readonly JsonSchema[] | undefined): readonly CustomSchema[] => (Array.isArray(raw) ? (raw as readonly JsonSchema[]).filter(isObject).map(schemaOf) : [])

const isObject = (raw: unknown): raw is JsonSchema => typeof raw === 'object' && raw !== null && !Array.isArray(raw)

export class CustomSchema implements FieldsShape {
  readonly raw: JsonSchema
  readonly type: string
  readonly isNullable: boolean
  readonly isIntOrString: boolean
  readonly isEmbedded: boolean
  /** Whether fields that it does not name are kept. */
  readonly preserves: boolean
  readonly items: CustomSchema | undefined
  /** Of the values of a map; `anything` where there is no telling. */
  readonly values: CustomSchema | 'anything' | undefined
  readonly hasJunctors: boolean
  private ownProperties: ReadonlyMap<string, CustomSchema> | undefined
  private ownDefaults: readonly [name: string, value: Json][] | undefined
  private ownFields: ReadonlyMap<string, FieldShape> | undefined
  private ownShape: Shape | undefined
  private ownAllowed: ReadonlySet<string> | undefined

  constructor(raw: JsonSchema) {
    this.raw = raw
    this.type = typeof raw.type === 'string' ? raw.type : ''
    this.isNullable = raw.nullable === true
    this.isIntOrString = raw['x-kubernetes-int-or-string'] === true
    this.isEmbedded = raw['x-kubernetes-embedded-resource'] === true
    this.preserves = raw['x-kubernetes-preserve-unknown-fields'] === true
    this.items = isObject(raw.items) ? schemaOf(raw.items) : undefined
    const values = raw.additionalProperties
    this.values = values === true ? 'anything' : isObject(values) ? schemaOf(values) : undefined
    this.hasJunctors = raw.allOf !== undefined || raw.anyOf !== undefined || raw.oneOf !== undefined || raw.not !== undefined
  }

  get properties(): ReadonlyMap<string, CustomSchema> {
    return (this.ownProperties ??= new Map(isObject(this.raw.properties) ? Object.entries(this.raw.properties).flatMap(([name, raw]) => (isObject(raw) ? [[name, schemaOf(raw)] as const] : [])) : []))
  }

  /** What the server fills in for properties that are not there. */
  get defaults(): readonly [name: string, value: Json][] {
    return (this.ownDefaults ??= [...this.properties].flatMap(([name, { raw }]) => (raw.default === undefined || raw.default === null ? [] : [[name, raw.default] as [string, Json]])))
  }

  get allOf(): readonly CustomSchema[] {
    return listOf(this.raw.allOf)
  }
  get anyOf(): readonly CustomSchema[] {
    return listOf(this.raw.anyOf)
  }
  get oneOf(): readonly CustomSchema[] {
    return listOf(this.raw.oneOf)
  }
  get not(): CustomSchema | undefined {
    return isObject(this.raw.not) ? schemaOf(this.raw.not) : undefined
  }

  /** Undefined without one, or with one that the server does not know. */
  format(minor: number): Format | undefined {
    return typeof this.raw.format === 'string' ? stringFormat(this.raw.format, minor) : undefined
  }

  /** Undefined without one, or with one that Go does not compile. */
  get pattern(): ((text: string) => boolean) | undefined {
    return typeof this.raw.pattern === 'string' && this.raw.pattern !== '' ? re2Search(this.raw.pattern) : undefined
  }

  /** The values of `enum`, as text. */
  get allowed(): ReadonlySet<string> | undefined {
    return Array.isArray(this.raw.enum) && this.raw.enum.length > 0 ? (this.ownAllowed ??= new Set(this.raw.enum.map(asText))) : undefined
  }

  // As messages and suggestions see it.

  readonly name = ''

  get fields(): ReadonlyMap<string, FieldShape> {
    return (this.ownFields ??= new Map([...this.properties].map(([name, schema]) => [name, { name, type: schema.shape }])))
  }

  get shape(): Shape {
    return (this.ownShape ??= shapeOf(this))
  }
}

const CODES: ReadonlyMap<string, Code> = new Map([['string', Code.string], ['boolean', Code.boolean], ['integer', Code.int64], ['number', Code.number]])

function shapeOf(schema: CustomSchema): Shape {
  if (schema.isIntOrString) return { code: Code.intOrString, object: undefined, item: undefined }
  if (schema.type === 'array') {
    const { items } = schema
    // What is below is made when it is asked for.
    return { code: Code.list, object: undefined, get item() { return items?.shape ?? ANYTHING } }
  }
  if (schema.type !== 'object') return { code: CODES.get(schema.type) ?? Code.any, object: undefined, item: undefined }
  if (schema.properties.size > 0) return { code: Code.object, object: schema, item: undefined }
  const { values } = schema
  if (values === undefined || values === 'anything') return { code: Code.free, object: undefined, item: undefined }
  return { code: Code.map, object: undefined, get item() { return values.shape } }
}

const ANYTHING: Shape = { code: Code.any, object: undefined, item: undefined }
