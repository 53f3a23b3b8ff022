/**
 * What the API server asks of the schemas in a CustomResourceDefinition beyond their types: keywords that it supports, in combinations that make sense, and the structure that
 * lets it prune and default custom resources. https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
import { re2 } from '../../formats/re2.ts'
import type { Step } from '../../model/field-path.ts'
import type { Tape } from '../../parser/tape.ts'
import type { ErrorType } from '../constraints.ts'
import { anyOf, mustBe } from '../sentence.ts'
import { checkDefault } from './default-value.ts'
import { printedBelow, SchemaReader, type Keywords } from './schema-node.ts'

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object']
const LIST_TYPES = ['atomic', 'set', 'map']
const MAP_TYPES = ['atomic', 'granular']

/** What only the structure around them may say, not the schemas in `allOf`, `anyOf`, `oneOf` and `not`. */
const STRUCTURAL_ONLY = [
  'type',
  'additionalProperties',
  'default',
  'title',
  'description',
  'nullable',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
]
/** What the root cannot say while the status subresource is on. */
const NOT_BESIDE_STATUS = new Set(
  '$ref $schema additionalItems additionalProperties allOf anyOf default definitions dependencies enum id maxProperties minProperties not nullable oneOf patternProperties x-kubernetes-embedded-resource x-kubernetes-int-or-string x-kubernetes-list-map-keys x-kubernetes-list-type x-kubernetes-map-type'.split(' '),
)
/** What every object has. */
const OBJECT_FIELDS = ['apiVersion', 'kind', 'metadata']

/** `steps` go down from the node of a schema, `path` is the whole as the server prints it. */
export type ReportSchema = (schema: number, steps: readonly Step[], code: ErrorType, message: string, path: string, isEcho?: boolean) => void

/** As deep as types are looked at; the walk says so. */
const DEEPEST = 1000

type Level = 'root' | 'field' | 'item'

interface Surroundings {
  level: Level
  /** Below `allOf`, `anyOf`, `oneOf` or `not`. */
  nested: boolean
  /** Below the metadata of the object, or of one that is embedded. */
  inMetadata: boolean
  /** The first schema of an `allOf` that is not itself below a junctor. */
  isFirstOfAllOf: boolean
  /** The field of the object that it is of: `kind`. */
  objectField: string | undefined
  /** The same of an embedded object, and the fields below that. */
  embeddedFields: readonly string[] | undefined
  /** Below `additionalProperties`, where nobody looks at defaults. */
  inValues: boolean
}

/** A schema of the definition. Steps from the root of each would take the square of the depth. */
interface SchemaAt {
  schema: number
  /** As the server prints it. */
  path: string
  /** Steps from the root. */
  depth: number
}

interface Visit {
  keywords: Keywords
  at: SchemaAt
  around: Surroundings
}

const ROOT: Surroundings = { level: 'root', nested: false, inMetadata: false, isFirstOfAllOf: false, objectField: undefined, embeddedFields: undefined, inValues: false }

export class StructuralSchema {
  private readonly reader: SchemaReader
  private readonly reportAt: ReportSchema
  private readonly rootPath: string
  private readonly minor: number
  private found = 0
  private hasSchemaKeyword = false
  private readonly withDefault: Visit[] = []

  constructor(tape: Tape, minor: number, rootPath: string, report: ReportSchema) {
    this.reader = new SchemaReader(tape)
    this.minor = minor
    this.rootPath = rootPath
    this.reportAt = report
  }

  private report({ schema, path }: SchemaAt, steps: readonly Step[], code: ErrorType, message: string, printed = printedBelow(path, steps), isEcho?: boolean): void {
    if (this.reader.isUnclear) return
    this.found++
    this.reportAt(schema, steps, code, message, printed, isEcho)
  }

  check(root: number, isStatusOn: boolean): void {
    const keywords = this.reader.keywords(root)
    const at: SchemaAt = { schema: root, path: this.rootPath, depth: 0 }
    if (isStatusOn) this.besideStatus(keywords, at)
    const found = this.found
    this.visitAll(keywords, at)
    this.complete(keywords, at)
    this.reader.isUnclear = false
    // Only a schema that makes sense is one that values can be held against.
    if (this.found === found) for (const visit of this.withDefault) this.default(visit)
    if (this.hasSchemaKeyword && this.found === 0) this.report(at, [], 'Invalid', 'A schema cannot have "$schema"')
  }

  private besideStatus(keywords: Keywords, at: SchemaAt): void {
    const { reader } = this
    const type = reader.text(keywords, 'type')
    if (type !== 'object') this.report(at, ['type'], 'Invalid', 'must be "object" while the status subresource is on')
    const others = keywords.names.filter((name) => NOT_BESIDE_STATUS.has(name) && this.isSet(keywords, name))
    if (others.length > 0) this.report(at, [], 'Invalid', `While the status subresource is on, the root of a schema cannot have ${anyOf(others.map((name) => `"${name}"`))}`)
  }

  /** Not the zero value of Go, which counts as missing. */
  private isSet(keywords: Keywords, name: string): boolean {
    const node = keywords.get(name)
    if (node === undefined) return false
    const value = this.reader.tape.isScalar(node) ? this.reader.tape.scalar(node) : undefined
    return !(value === false || value === '' || (value === 0 && !name.endsWith('Properties')))
  }

  /** Without recursion: schemas may be nested deeper than calls can be. */
  private visitAll(root: Keywords, rootAt: SchemaAt): void {
    const pending: Visit[] = [{ keywords: root, at: rootAt, around: ROOT }]
    for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
      const { keywords, at, around } = visit
      this.reader.isUnclear = false
      if (at.depth > DEEPEST) continue
      if (keywords.has('default') && !around.nested && !around.inValues) this.withDefault.push(visit)
      this.unsupported(keywords, at)
      this.combinations(keywords, at, around)
      if (around.nested) this.insideJunctor(keywords, at)
      else this.structure(keywords, at, around)
      this.listTypes(keywords, at)
      for (const below of this.below(visit)) pending.push(below)
    }
  }

  private below({ keywords, at, around }: Visit): Visit[] {
    const { reader } = this
    const isObject = !around.nested && (around.level === 'root' || reader.flag(keywords, 'x-kubernetes-embedded-resource') === true)
    const typed = this.intOrStringMembers(keywords, around)
    const visits: Visit[] = []
    for (const [way, schema] of reader.below(keywords)) {
      // Types that only say again what x-kubernetes-int-or-string says.
      if (typed.has(schema)) continue
      const [keyword, key] = way
      const isJunctor = keyword === 'not' || typeof key === 'number'
      const isProperty = keyword === 'properties'
      visits.push({
        keywords: reader.keywords(schema),
        at: stepDown(at, way, schema),
        around: {
          level: isJunctor ? around.level : keyword === 'items' ? 'item' : 'field',
          nested: around.nested || isJunctor,
          inMetadata: around.inMetadata || (isObject && isProperty && key === 'metadata'),
          isFirstOfAllOf: keyword === 'allOf' && key === 0 && !around.nested,
          objectField: around.level === 'root' && isProperty && OBJECT_FIELDS.includes(String(key)) ? String(key) : around.objectField,
          embeddedFields: isProperty && (around.embeddedFields !== undefined || (isObject && around.level !== 'root' && OBJECT_FIELDS.includes(String(key)))) ? [...(around.embeddedFields ?? []), String(key)] : undefined,
          inValues: around.inValues || keyword === 'additionalProperties',
        },
      })
    }
    return visits
  }

  /** The members of `anyOf: [{type: integer}, {type: string}]`, here or in the first schema of `allOf`. */
  private intOrStringMembers(keywords: Keywords, { nested, isFirstOfAllOf }: Surroundings): ReadonlySet<number> {
    const { reader } = this
    const members = reader.items(keywords, 'anyOf')
    const isPattern =
      members.length === 2 &&
      members.every((member, index) => {
        const own = reader.keywords(member)
        return own.size === 1 && reader.text(own, 'type') === (index === 0 ? 'integer' : 'string')
      })
    return new Set(isPattern && (!nested || isFirstOfAllOf) ? members : [])
  }

  private unsupported(keywords: Keywords, at: SchemaAt): void {
    const { reader } = this
    const forbid = (name: string, message = 'cannot be used in the schema of a custom resource') => this.report(at, [name], 'Forbidden', message)
    if (reader.text(keywords, '$schema') !== '') this.hasSchemaKeyword = true
    if (reader.text(keywords, 'id') !== '') forbid('id')
    for (const name of ['additionalItems', 'dependencies', '$ref']) if (keywords.has(name)) forbid(name)
    for (const name of ['patternProperties', 'definitions']) if (reader.entries(keywords, name).length > 0) forbid(name)
    if (reader.items(keywords, 'items').length > 0) forbid('items', 'cannot be a list of schemas')
    if (reader.flag(keywords, 'uniqueItems') === true) forbid('uniqueItems', 'cannot be true; "x-kubernetes-list-type: set" means the same')
    if (reader.flag(keywords, 'x-kubernetes-preserve-unknown-fields') === false) this.report(at, ['x-kubernetes-preserve-unknown-fields'], 'Invalid', 'must be true or left out')
    const type = reader.text(keywords, 'type')
    if (type === 'null') forbid('type', 'cannot be "null": use nullable')
    if (type !== '' && !TYPES.includes(type)) this.report(at, ['type'], 'NotSupported', mustBe(TYPES, type))
    const pattern = reader.text(keywords, 'pattern')
    const reason = pattern === '' ? undefined : re2(pattern)
    if (reason !== undefined) this.report(at, ['pattern'], 'Invalid', reason)
  }

  private combinations(keywords: Keywords, at: SchemaAt, { level, nested, objectField }: Surroundings): void {
    const { reader } = this
    const more = keywords.get('additionalProperties')
    if (more !== undefined) {
      if (level === 'root' && !nested) this.report(at, ['additionalProperties'], 'Forbidden', 'cannot be used at the root')
      else if (reader.entries(keywords, 'properties').length > 0 && reader.flag(keywords, 'additionalProperties') !== true) this.report(at, ['additionalProperties'], 'Forbidden', 'cannot be set together with properties')
    }
    if (level === 'root' && !nested && reader.flag(keywords, 'nullable') === true) this.report(at, ['nullable'], 'Forbidden', 'cannot be true at the root')
    if (keywords.has('default') && objectField !== undefined && !nested) this.report(at, ['default'], 'Forbidden', `cannot be set in the ${objectField} of the object`)
  }

  private insideJunctor(keywords: Keywords, at: SchemaAt): void {
    for (const name of STRUCTURAL_ONLY) {
      if (!this.isSet(keywords, name)) continue
      this.report(at, [name], 'Forbidden', 'cannot be used inside allOf, anyOf, oneOf and not, only in the schema around them')
    }
    if (this.reader.entry(keywords, 'properties', 'metadata') !== -1) this.report(at, ['properties', 'metadata'], 'Forbidden', 'cannot be restricted inside allOf, anyOf, oneOf and not')
  }

  private structure(keywords: Keywords, at: SchemaAt, { level, inMetadata }: Surroundings): void {
    const { reader } = this
    const type = reader.text(keywords, 'type')
    const isEmbedded = reader.flag(keywords, 'x-kubernetes-embedded-resource') === true
    const isIntOrString = reader.flag(keywords, 'x-kubernetes-int-or-string') === true
    const preserves = reader.flag(keywords, 'x-kubernetes-preserve-unknown-fields') === true
    const isUntyped = isIntOrString || keywords.has('x-kubernetes-preserve-unknown-fields')
    if (isEmbedded && type !== 'object') this.report(at, ['type'], type === '' ? 'Required' : 'Invalid', 'must be "object" for an embedded resource')
    else if (type === '' && !isUntyped) this.report(at, ['type'], 'Required', 'is required')
    else if (level === 'root' && type !== '' && type !== 'object') this.report(at, ['type'], 'Invalid', 'must be "object" at the root')
    if (type === 'array' && !keywords.has('items')) this.report(at, ['items'], 'Required', 'is required for an array')
    if (isIntOrString && preserves) this.report(at, ['x-kubernetes-preserve-unknown-fields'], 'Invalid', 'cannot be true together with x-kubernetes-int-or-string')
    if (isIntOrString && isEmbedded) this.report(at, ['x-kubernetes-embedded-resource'], 'Invalid', 'cannot be true together with x-kubernetes-int-or-string')
    if (isEmbedded && inMetadata) this.report(at, ['x-kubernetes-embedded-resource'], 'Forbidden', 'cannot be used inside metadata')
    if (isEmbedded && keywords.has('additionalProperties')) this.report(at, ['additionalProperties'], 'Forbidden', 'cannot be used in an embedded resource')
    if (isEmbedded && !preserves && reader.entries(keywords, 'properties').length === 0) this.report(at, ['properties'], 'Required', 'is required for an embedded resource without x-kubernetes-preserve-unknown-fields')
    if (isEmbedded || level === 'root') this.objectFields(keywords, at, level)
  }

  private objectFields(keywords: Keywords, at: SchemaAt, level: Level): void {
    const { reader } = this
    for (const name of OBJECT_FIELDS) {
      const own = reader.keywords(reader.entry(keywords, 'properties', name))
      const wanted = name === 'metadata' ? 'object' : 'string'
      if (reader.entry(keywords, 'properties', name) === -1) continue
      if (reader.text(own, 'type') !== wanted) this.report(at, ['properties', name, 'type'], 'Invalid', `must be "${wanted}"`)
      if (name !== 'metadata' || level !== 'root') continue
      const others = own.names.filter((keyword) => keyword !== 'type' && keyword !== 'properties' && keyword !== 'default' && this.isSet(own, keyword))
      const fields = reader.entries(own, 'properties').map(([field]) => field)
      if (others.length > 0 || fields.some((field) => field !== 'name' && field !== 'generateName') || !['', 'object'].includes(reader.text(own, 'type')))
        this.report(at, ['properties', 'metadata'], 'Forbidden', 'can restrict only name and generateName')
    }
  }

  private listTypes(keywords: Keywords, at: SchemaAt): void {
    const { reader } = this
    const type = reader.text(keywords, 'type')
    const typeFor = (wanted: string, keyword: string) => this.report(at, ['type'], type === '' ? 'Required' : 'Invalid', `must be "${wanted}" for ${keyword}`)
    const ofMap = reader.text(keywords, 'x-kubernetes-map-type')
    if (keywords.has('x-kubernetes-map-type')) {
      if (type !== 'object') typeFor('object', 'x-kubernetes-map-type')
      if (!MAP_TYPES.includes(ofMap)) this.report(at, ['x-kubernetes-map-type'], 'NotSupported', mustBe(MAP_TYPES, ofMap))
    }
    const ofList = reader.text(keywords, 'x-kubernetes-list-type')
    const keys = reader.texts(keywords, 'x-kubernetes-list-map-keys')
    const items = reader.keywords(reader.schema(keywords, 'items'))
    if (keywords.has('x-kubernetes-list-type')) {
      if (type !== 'array') typeFor('array', 'x-kubernetes-list-type')
      if (!LIST_TYPES.includes(ofList)) this.report(at, ['x-kubernetes-list-type'], 'NotSupported', mustBe(LIST_TYPES, ofList))
    }
    if (keys.length > 0 && ofList !== 'map') this.report(at, ['x-kubernetes-list-type'], ofList === '' ? 'Required' : 'Invalid', 'must be "map" for x-kubernetes-list-map-keys')
    if (ofList === 'set' && items.size > 0) this.itemsOfSet(items, at)
    if (ofList === 'map') this.itemsOfMap(keywords, items, keys, at)
  }

  private itemsOfSet(items: Keywords, at: SchemaAt): void {
    const { reader } = this
    const type = reader.text(items, 'type')
    if (type === 'array' && !['', 'atomic'].includes(reader.text(items, 'x-kubernetes-list-type'))) this.report(at, ['items', 'x-kubernetes-list-type'], 'Invalid', 'must be "atomic" in the items of a set')
    if (type === 'object' && reader.text(items, 'x-kubernetes-map-type') !== 'atomic') this.report(at, ['items', 'x-kubernetes-map-type'], 'Invalid', 'must be "atomic" in the items of a set')
    if (reader.flag(items, 'nullable') === true) this.report(at, ['items', 'nullable'], 'Forbidden', 'cannot be true for the items of a set')
  }

  private itemsOfMap(keywords: Keywords, items: Keywords, keys: readonly string[], at: SchemaAt): void {
    const { reader } = this
    const KEYS = 'x-kubernetes-list-map-keys'
    if (keys.length === 0) this.report(at, [KEYS], 'Required', 'is required for "x-kubernetes-list-type: map"')
    if (reader.schema(keywords, 'items') === -1) {
      if (!keywords.has('items')) this.report(at, ['items'], 'Required', 'is required for "x-kubernetes-list-type: map"')
      return
    }
    const isObject = reader.text(items, 'type') === 'object'
    if (!isObject) this.report(at, ['items', 'type'], 'Invalid', 'must be "object" for "x-kubernetes-list-type: map"')
    if (reader.flag(items, 'nullable') === true) this.report(at, ['items', 'nullable'], 'Forbidden', 'cannot be true for the items of a map')
    const required = reader.texts(items, 'required')
    const seen = new Set<string>()
    for (const key of keys) {
      if (seen.has(key)) this.report(at, [KEYS], 'Invalid', `Key "${key}" is listed twice`)
      seen.add(key)
      const property = reader.entry(items, 'properties', key)
      const own = reader.keywords(property)
      if (property === -1) {
        if (isObject) this.report(at, [KEYS], 'Invalid', `Key "${key}" is not a property of the items`)
      } else if (['array', 'object'].includes(reader.text(own, 'type'))) this.report(at, ['items', 'properties', key, 'type'], 'Invalid', `must be that of a scalar, for "${key}" is a key of the list`)
      else if (reader.flag(own, 'nullable') === true) this.report(at, ['items', 'properties', key, 'nullable'], 'Forbidden', 'cannot be true for a key of the list')
      else if (!required.includes(key) && !own.has('default')) this.report(at, ['items', 'properties', key, 'default'], 'Required', `is required, for "${key}" is a key of the list that items may leave out`)
    }
  }

  private default({ keywords, at, around }: Visit): void {
    const isObject = around.level === 'root' || this.reader.flag(keywords, 'x-kubernetes-embedded-resource') === true
    const node = keywords.get('default')
    if (node === undefined) return
    checkDefault(this.reader.tape, at.schema, node, this.minor, { isObject, objectFields: around.embeddedFields }, (inner, code, message, printed, isEcho) =>
      this.report(at, ['default', ...inner], code, message, printedBelow(at.path, ['default']) + printed, isEcho),
    )
  }

  /** Whatever the junctors of the root speak of has to be in the structure around them. */
  private complete(root: Keywords, rootAt: SchemaAt): void {
    const { reader } = this
    const pending: { keywords: Keywords; structure: Keywords; at: SchemaAt; depth: number }[] = [{ keywords: root, structure: root, at: rootAt, depth: 0 }]
    for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
      const { keywords, structure, at, depth } = visit
      if (depth > DEEPEST) continue
      reader.isUnclear = false
      for (const [way, schema] of reader.below(keywords)) {
        const [keyword, key] = way
        if (keyword === 'not' || typeof key === 'number') pending.push({ keywords: reader.keywords(schema), structure, at, depth: depth + 1 })
        else if (depth > 0 && (keyword === 'properties' || keyword === 'items')) {
          const there = keyword === 'items' ? reader.schema(structure, 'items') : reader.entry(structure, 'properties', String(key))
          if (there === -1) this.report(at, way, 'Required', `is required, for ${keyword === 'items' ? 'items are' : `"${key}" is`} restricted inside allOf, anyOf, oneOf or not`)
          else pending.push({ keywords: reader.keywords(schema), structure: reader.keywords(there), at: stepDown(at, way, there), depth: depth + 1 })
        }
      }
    }
  }
}

const stepDown = ({ path, depth }: SchemaAt, way: readonly Step[], schema: number): SchemaAt => ({ schema, path: printedBelow(path, way), depth: depth + way.length })
