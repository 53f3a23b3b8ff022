/** What `anyOf`, `oneOf` and `not` want, in words that somebody can act on; most of them only say which fields go together. */
import { anyOf } from '../sentence.ts'
import { asText, type CustomSchema } from './custom-schema.ts'

/** Fields that a schema asks for, when that is all it does. */
function fieldsOf({ raw }: CustomSchema): readonly string[] | undefined {
  const { required, ...rest } = raw
  const isPlain = Object.keys(rest).every((keyword) => keyword === 'properties' && Object.values(raw.properties ?? {}).every((property) => Object.keys(property).length === 0))
  return isPlain && Array.isArray(required) && required.length > 0 ? (required as readonly string[]) : undefined
}

/** Undefined when the members ask for more than for fields to be there. `right` is how many of them match. */
export function needOf(members: readonly CustomSchema[], keyword: 'anyOf' | 'oneOf', right: number): string | undefined {
  const choices = members.map(fieldsOf)
  if (!choices.every((fields) => fields !== undefined)) return undefined
  const words = choices.map((fields) => fields!.join(' with '))
  if (keyword === 'anyOf') return `must have ${anyOf(words)}`
  return right > 1 ? `must have only one of ${anyOf(words).replace(/ or (?=[^,]*$)/, ' and ')}` : `must have ${anyOf(words)}`
}

/** The value matches the schema, and must not. */
export function ruledOut(not: CustomSchema): string {
  const { raw } = not
  const keywords = Object.keys(raw)
  if (keywords.length === 1 && Array.isArray(raw.enum)) return `must not be ${anyOf(raw.enum.map((value) => asText(value)))}`
  if (keywords.length === 1 && typeof raw.pattern === 'string') return `must not match ${raw.pattern}`
  const fields = fieldsOf(not)
  if (fields !== undefined) return fields.length === 1 ? `cannot have ${fields[0]}` : `cannot have ${fields.slice(0, -1).join(', ')} and ${fields.at(-1)} together`
  const members = not.anyOf.map(fieldsOf)
  if (keywords.length === 1 && members.length > 0 && members.every((each) => each?.length === 1)) return `cannot have ${anyOf(members.map((each) => each![0]!))}`
  return 'is what the schema rules out with "not"'
}
