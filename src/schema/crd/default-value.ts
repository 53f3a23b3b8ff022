/** What the API server asks of the `default` of a schema: that it would be taken as a value there, as it is. */
import { appendStep, type Step } from '../../model/field-path.ts'
import type { Tape } from '../../parser/tape.ts'
import type { ErrorType } from '../constraints.ts'
import { ValueCheck } from './check-value.ts'
import { schemaOf, type CustomSchema, type Json, type JsonMap, type JsonSchema } from './custom-schema.ts'
import { embeddedFaults } from './embedded-object.ts'
import { ValueReader } from './read-value.ts'
import { typeFault } from './type-fault.ts'

export interface DefaultPlace {
  /** Of the object, or of one that is embedded: then the schema is of the root, or of that. */
  isObject: boolean
  /** In the schema of `apiVersion`, `kind` or `metadata` of an embedded object: the fields from that object on. */
  objectFields: readonly string[] | undefined
}

/** `inner` goes from the default. `printed` is that way as the server prints it. */
export type ReportDefault = (inner: readonly Step[], code: ErrorType, message: string, printed: string, isEcho?: boolean) => void

/** Nothing is said that the default as a whole does not show: it may have a value in it that nobody knows. */
export function checkDefault(tape: Tape, schemaNode: number, node: number, minor: number, { isObject, objectFields }: DefaultPlace, report: ReportDefault): void {
  const schema = schemaOf(tape.toJS(schemaNode) as JsonSchema)
  const unknown: Step[][] = []
  const reader = new ValueReader(tape, (_, key, way) => void unknown.push([...way, tape.key(key)]))
  const value = reader.asWritten(node)
  if (reader.isUnclear) return
  if (objectFields !== undefined) {
    checkObjectField(value, schema, minor, objectFields, report)
    return
  }
  reader.value(node, schema, isObject)
  if (unknown.length > 0) report(unknown[0]!, 'Invalid', `Default has a field "${unknown[0]!.at(-1)}" that the schema does not have`, '')
  const check = new ValueCheck({ minor, isDefault: true })
  const faults = check.check(value, schema)
  const embedded = [...check.embedded, ...(isObject && !schema.isEmbedded && isMap(value) ? [{ steps: [], value }] : [])]
  const wrong = embedded.flatMap(({ steps, value: object }) => embeddedFaults(object, minor, true).map((fault) => ({ ...fault, steps: [...steps, ...fault.steps] })))
  for (const { steps, code, message } of wrong) report(steps, code, message, printedValue(steps))
  if (wrong.length > 0) return
  for (const { steps, code, message, mistyped, nowhere, echo } of faults) report(steps, code, mistyped === undefined ? message : `Default ${inWords(steps)}${typeFault(tape, below(tape, node, steps), mistyped)}`, nowhere === true ? '' : printedValue(steps), echo)
}

/** The default of a name of an object: its value has to be one that such an object can have. */
function checkObjectField(value: Json, schema: CustomSchema, minor: number, fields: readonly string[], report: ReportDefault): void {
  const object = fields.reduceRight<Json>((inner, field) => ({ [field]: inner }), value) as JsonMap
  const [fault] = embeddedFaults({ apiVersion: 'v1', kind: 'Any', ...object }, minor, true)
  if (fault !== undefined) report([], 'Invalid', fault.message, '')
  else for (const { steps, code, message, mistyped } of new ValueCheck({ minor, isDefault: true }).check(value, schema)) report(steps, code, mistyped === undefined ? message : 'Default is of another type than the schema', printedValue(steps))
}

const isMap = (value: Json): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value)

const inWords = (steps: readonly Step[]): string => (steps.length === 0 ? '' : `${steps.reduce<string>(appendStep, '')} `)

/** `.a`, `.[0]`, `.a[0]` */
const printedValue = (steps: readonly Step[]): string => (steps.length === 0 ? '' : `.${steps.reduce<string>(appendStep, '')}`)

function below(tape: Tape, root: number, steps: readonly Step[]): number {
  let node = root
  for (const step of steps) node = typeof step === 'number' ? tape.item(node, step) : tape.find(node, step)
  return node
}
